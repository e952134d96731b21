"""Words written beside a child that say it is no longer one of the list's: it was stillborn, has died, moved away, is too old, or stands
there by mistake.

Words about parents and other relatives ("mẹ mất", "cha bỏ đi, mẹ đi làm ăn xa") are not meant, nor those about things ("mất thẻ").
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from mangnon.lib import vietnamese


class Remark(StrEnum):
    """What words beside a child say of it."""

    DIED = "died"
    LEFT = "left"
    WRONG = "wrong"  # entered twice, or by mistake
    GROWN = "grown"  # no child any more
    SHORT = "short"  # "TV": it died, or is away


_WHEN = r"ngày|năm|tháng|lúc|khi|do|vì|rồi|sau|tại|ở|hồi|từ|sớm|luôn|vào|trước|tích|trong|đột|t\d|n\d"
_NOT = r"(?<!không )(?<!chưa )(?<!suýt )(?<!chống )(?<!tránh )"
_PAPERS = ("thẻ", "giấy", "khai sinh", "sổ", "bhyt", "cccd")
_NO_PAPER = "".join(rf"(?<!{thing}{verb} )" for thing in _PAPERS for verb in ("", " bị", " đã", " làm"))
_UNBORN = (  # what is written beside its mother's name is of it too
    r"(?:[sx][ẩả]y thai|thai (?:bị |chết |đã )*(?:lưu|chết|trứng|hỏng|ng[ừư]ng)"
    r"|thai ngoài(?: tử cung)?|(?:mất|không(?: có| còn)?) tim thai|lưu thai|(?:phá|hút|nạo|bỏ|đình chỉ|chấm dứt|hủy|huỷ|mất|hư) thai"
    r"|thai (?:kỳ )?(?:chấm dứt|đình chỉ)|iufd)\b"
)
_NEAR_UNBORN, _NEAR_GROWN = ("thai", "iufd"), ("tuổi", "tuoi", "thành", "thanh")  # looked for first
_PAST = (
    r"\b(?:lần (?:trước|đầu|thứ|\d)|trước (?:đây|đó)|con (?:đầu|trước)|tiền (?:sử|căn)|từng|nguy cơ|dọa|doạ)\b"  # of its mother, not of it
)
_DIED = (
    rf"{_NOT}(?:chết|tử vong|qua đời|từ trần|yểu mệnh|khai tử|chứng tử|báo tử|đuối nước)\b|không còn (?:sống|nữa)\b"
    rf"|{_NOT}{_NO_PAPER}mất(?=\W*$|\s*[\d(),;.:/–—-]|\s(?:{_WHEN})\b)"
)
_ELSEWHERE = (
    r"(?:tỉnh|xã|phường|huyện|ấp|khu vực|địa phương|nơi|chỗ|thành phố|xứ|quê) (?:khác|ngoại|nội)|nước ngoài|bình dương|đồng nai|sài gòn"
    r"|long an|tp\.? ?hcm|(?:tp\.? |thành phố )?hồ chí minh|tphcm|cà mau|bạc liêu|kiên giang|an giang|vĩnh long|đồng tháp|tiền giang"
    r"|bến tre|trà vinh|hà nội|đà nẵng|vũng tàu|tây ninh|bình phước|bình thuận|lâm đồng|phú quốc|rạch giá|long xuyên|biên hòa"
)
_HERE = r"địa phương|địa bàn|ấp|khu vực|khóm|xã|phường|đây|nơi này|nhà|danh sách"
_KIN = r"(?:cha|mẹ|bố|ba|má|tía|ông|bà|gia đình|người thân)"
_LEFT = (
    rf"mới (?:dọn|dời|chuyển) (?:đi|khỏi|(?:nhà |hộ khẩu |khẩu )*(?:qua|sang|ra|lên|xuống|về) (?:{_ELSEWHERE}))\b"
    r"|(?:dọn|dời) (?:nhà |hộ )?(?:đi|qua|sang|khỏi|lên|xuống|ra)\b|(?:cắt|rút)(?<!chưa cắt)(?<!chưa rút) (?:hộ )?khẩu\b"
    r"|(?<!mới )chuyển (?:đi|khẩu|hộ khẩu|nơi|chỗ|nhà|cư trú|địa|ra|lên|xuống|qua|sang|về|vào)\b"
    r"(?! (?:trường|lớp|học|thẻ|hộ (?:nghèo|cận)|tuyến|viện|bệnh|diện|chế độ|cơ sở|trung tâm|khối|cấp|bậc|từ)\b)"
    rf"|chuyển (?:đến|tới) (?:{_ELSEWHERE})|(?:bỏ|rời|khỏi|xa) (?:địa phương|địa bàn|xứ)\b|tạm vắng|vắng (?:mặt|nhà|địa phương|khỏi)\b"
    rf"|không (?:còn )?(?:ở|có mặt|cư trú|sinh sống|sống|thường trú|tạm trú|thuộc) (?:(?:tại|ở|trong) )*(?:{_HERE})\b|không còn ở\b"
    rf"|không (?:còn )?có (?:(?:tại|ở|trong|tên) )+(?:{_HERE})\b|(?:ngoài|khác) (?:{_HERE}|tỉnh|huyện)\b"
    rf"|(?<!sinh )(?<!học )(?<!khẩu )(?<!trú )(?<!quê )(?<!gốc )(?:đi|về|lên|ra|ở|sống|tại|trọ)"
    rf" (?:tại |ở )?(?:{_ELSEWHERE})\b(?! (?:về|mới|chuyển|qua|sang|đến|xuống|lên)\b)"
    r"|đi (?:làm (?:ăn )?xa|làm ăn|khỏi|định cư|biệt)\b|xuất cảnh|định cư\b"
    rf"|(?:theo|cùng|với) (?:cả )?{_KIN}(?: (?:và )?{_KIN})*(?: (?:ruột|nội|ngoại|nuôi))? (?:đi|về|lên|ra|qua|sang|xuống|làm)\b"
    rf"|đi (?:theo|cùng|với) (?:cả )?{_KIN}\b"
)
_WRONG = (
    r"(?:xóa|xoá)(?! (?:đói|mù|nhà|nghèo|phòng))\b|(?:gạch|bỏ) (?:tên|bỏ|dòng)\b|loại (?:ra|bỏ|khỏi|trừ)\b|ghi trùng|bị trùng"
    r"|(?:ghi|lập|nhập|đưa|kê|thống kê) (?:nhầm|lộn)\b|nhầm (?:danh sách|ấp|tên|người|trẻ)\b|không (?:lấy|tính|đưa vào)\b"
    r"|đã (?:có|ghi|kê|khai|thống kê|nhập|báo|nằm)(?: tên| rồi| sẵn)* (?:ở|trong|bên|tại|trên|dưới) (?:(?:danh sách|ds|trang|tờ) )*"
    r"(?:danh sách|ds|stt|số thứ tự|dòng|trang|tờ|kv ?\d*|khu vực|ấp|khóm|tổ)\b"
    r"(?! (?:hộ|cận|nghèo|bảo|trợ|hỗ|khuyết|mồ|tiêm|học|cấp|nhận|được|khám|uống)\b)"
    r"|không (?:có thật|có thực|tồn tại|có (?:trẻ|cháu|bé|đứa|em|người) (?:này|nào)|có ai tên|ai biết|biết (?:là )?ai|đúng đối tượng)\b"
    r"|không tìm (?:thấy|được|ra)(?=\W*$|\s(?:trẻ|cháu|bé|nhà|hộ|người)\b)|không xác minh được\b"
)
_STRIKING = (
    r"(?:đã |cần |xin |đề nghị |phải )*(?:bỏ|loại|hủy|huỷ|gạch|xóa|xoá)(?: ra| đi| rồi| luôn| bớt| giùm| dùm| dòng này| trẻ này)*"  # all
)
_GROWN = (
    r"(?:hết|quá|ngoài|vượt) (?:độ )?tuổi(?=\W*$|\s(?:trẻ em|theo dõi|quản lý|rồi|quy định)\b)"
    r"|(?:đã |trên |đủ (?<!sắp đủ )(?<!chưa đủ )(?<!gần đủ )|tròn |quá )+(?:16|mười sáu)"
    r" tuổi\b|đã trưởng thành\b"
)
_SHORT = re.compile(r"\W*(?:đã |bị |da |bi )?t[./]?v\.?(?:\W*$|\s*[\d(:,-].*)")
_DOUBLE = r"(?<!nhiễm )(?<!côn )(?<!sinh )(?<!vi )(?<!khử )(?<!tiệt )(?<!sát )trùng\b(?! (?:khánh|dương|quang|tu|hợp))"  # "trung" is a name
_BA = r"ba(?! (?:tuổi|tháng|ngày|năm|đứa|con|lần|trẻ|cháu|bé|người|anh|chị|tri)\b)"
_PERSON = (
    rf"(?:cha|mẹ|bố(?! trí)|{_BA}|má|tía|dượng|ông|bà|phụ huynh|cậu|dì|cô|chú|bác|thím|mợ|(?:anh|chị|em) (?:trai|gái|ruột|họ|em)"
    r"|người (?:còn lại|kia|nuôi|giám hộ|thân)|bên kia|chủ hộ|vợ|chồng)"
)
_ABOUT = rf"\b{_PERSON}(?:\s*(?:và|hoặc|,|/|-)?\s*\b{_PERSON})*\b"
_BESIDE = r"\b(?:cùng|với|theo|của|con|cho|gửi|nhờ|nhà|bé|cháu|em|trẻ|tên)(?: cả)? $"  # the child with them, or called so
_CHILD = r"\b(?:trẻ|cháu|bé)\b"
_CLAUSES = re.compile(r"[;,\n|]|\.\s")
_LONGEST = 500
_ARRIVING = ("chuyển", "chuyen", "dọn", "don", "dời", "doi")  # said of who comes, too
_EDGES = " .,:;!()[]*-–"


def _unmarked(pattern: str) -> str:
    """The pattern for texts typed without marks: "mất" as "mat"; "bo" is no father where it means to leave."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", pattern) if not unicodedata.combining(sign)).replace("đ", "d")
    return bare.replace("bo(?! tri)", "bo(?! (?:tri|di|dia|hoc|nha|xu|tron|con|ten)\\b)").replace("|ma|", "|")


class _Words:
    """The patterns of one way of typing."""

    def __init__(self, *, marked: bool) -> None:
        typed = (lambda pattern: pattern) if marked else _unmarked
        wrong = f"{_WRONG}|{_DOUBLE}" if marked else _WRONG
        self.said = {
            remark: re.compile(rf"\b(?:{typed(pattern)})")
            for remark, pattern in ((Remark.DIED, _DIED), (Remark.LEFT, _LEFT), (Remark.WRONG, wrong))
        }
        self.unborn, self.past, self.grown = (re.compile(typed(pattern)) for pattern in (rf"\b(?:{_UNBORN})", _PAST, rf"\b(?:{_GROWN})"))
        self.striking = re.compile(typed(_STRIKING if marked else _STRIKING.replace("|hủy|huỷ", "")))  # Huy is a name
        self.about, self.beside, self.child = (re.compile(typed(pattern)) for pattern in (_ABOUT, _BESIDE, _CHILD))
        self.whose = re.compile(typed(rf"\s(?:của )?(?:cả )?{_ABOUT}"))
        self.whence = re.compile(typed(r"\b(?:từ|mới)\b"))


_MARKED, _UNMARKED = _Words(marked=True), _Words(marked=False)


@lru_cache(maxsize=1 << 14)  # lists repeat their words
def said(text: str) -> Remark | None:
    """What words say of the child beside whom they stand; the gravest of several."""
    if text.upper() == text.lower():  # figures and signs
        return None
    text = vietnamese.clean(text[:_LONGEST]).lower()
    words = _UNMARKED if text.isascii() else _MARKED
    clauses = _CLAUSES.split(text)
    if any(map(text.__contains__, _NEAR_UNBORN)) and any(_is_unborn(clause, words) for clause in clauses):
        return Remark.DIED
    for remark, pattern in words.said.items():
        if any(_is_of_the_child(found, clause, remark, words) for clause in clauses for found in pattern.finditer(clause)):
            return remark
    if any(map(text.__contains__, _NEAR_GROWN)):
        for clause in clauses:
            if any(_is_of_the_child(found, clause, Remark.GROWN, words) for found in words.grown.finditer(clause)):
                return Remark.GROWN
    return Remark.WRONG if words.striking.fullmatch(text.strip(_EDGES)) else None


def _is_unborn(clause: str, words: _Words) -> bool:
    """Whether it was born dead, or not born; said of its mother it is said of it, but not what befell her before."""
    found = words.unborn.search(clause)
    return found is not None and not words.past.search(clause, 0, found.start())


def of_a_note(text: str) -> Remark | None:
    """The same of a note or of words in the margin, where "TV" is no member of a household ("thành viên") and no school."""
    return said(text) or (Remark.SHORT if _SHORT.fullmatch(text[:_LONGEST].lower()) else None)


def _is_of_the_child(found: re.Match[str], clause: str, remark: Remark, words: _Words) -> bool:
    """Whether what is said is said of the child: nobody else is spoken of before it, nor right behind a death, nor did it come here."""
    before = clause[: found.start()]
    if remark is Remark.DIED and words.whose.match(clause, found.end()):
        return False
    if remark is Remark.LEFT and found[0].startswith(_ARRIVING) and words.whence.search(before):
        return False
    others = [one for one in words.about.finditer(before) if not words.beside.search(before[: one.start()])]
    children = [one.end() for one in words.child.finditer(before)]
    return not others or (bool(children) and children[-1] > others[-1].end())
