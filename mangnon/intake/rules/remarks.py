"""Words written beside a child that say it is no longer one of the list's: it has died, moved away, or stands there by mistake.

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


_WHEN = r"ngày|năm|tháng|lúc|khi|do|vì|rồi|sau|tại|ở|hồi|từ|sớm|luôn|vào|trước|tích|trong|đột|t\d|n\d"
_NOT = r"(?<!không )(?<!chưa )(?<!suýt )(?<!chống )(?<!tránh )"
_DIED = (
    rf"{_NOT}(?:chết|tử vong|qua đời|từ trần|yểu mệnh|khai tử|chứng tử|báo tử|đuối nước)\b|không còn (?:sống|nữa)\b"
    rf"|{_NOT}mất(?=\W*$|\s*[\d(),;.:/–—-]|\s(?:{_WHEN})\b)"
)
_ELSEWHERE = (
    r"(?:tỉnh|xã|phường|huyện|ấp|khu vực|địa phương|nơi|chỗ|thành phố|xứ|quê) (?:khác|ngoại|nội)|nước ngoài|bình dương|đồng nai|sài gòn"
    r"|long an|tp\.? ?hcm|(?:tp\.? |thành phố )?hồ chí minh|tphcm"
)
_HERE = r"địa phương|địa bàn|ấp|khu vực|khóm|xã|phường|đây|nơi này|nhà|danh sách"
_KIN = r"(?:cha|mẹ|bố|ba|má|tía|ông|bà|gia đình|người thân)"
_LEFT = (
    r"(?<!mới )chuyển (?:đi|khẩu|hộ khẩu|nơi|chỗ|nhà|cư trú|địa|ra|lên|xuống|qua|sang|về|vào)\b"
    r"(?! (?:trường|lớp|học|thẻ|hộ (?:nghèo|cận)|tuyến|viện|bệnh|diện|chế độ|cơ sở|trung tâm|khối|cấp|bậc|từ)\b)"
    rf"|chuyển (?:đến|tới) (?:{_ELSEWHERE})|(?:bỏ|rời|khỏi|xa) (?:địa phương|địa bàn|xứ)\b|tạm vắng|vắng (?:mặt|nhà|địa phương|khỏi)\b"
    rf"|không (?:còn )?(?:ở|có mặt|cư trú|sinh sống|sống|thường trú|tạm trú|thuộc) (?:(?:tại|ở|trong) )*(?:{_HERE})\b|không còn ở\b"
    rf"|không (?:còn )?có (?:(?:tại|ở|trong|tên) )+(?:{_HERE})\b|(?:ngoài|khác) (?:{_HERE}|tỉnh|huyện)\b"
    rf"|(?<!sinh )(?<!học )(?<!khẩu )(?<!trú )(?:đi|về|lên|ra|ở|sống|tại|trọ) (?:tại |ở )?(?:{_ELSEWHERE})\b"
    r"|đi (?:làm (?:ăn )?xa|làm ăn|khỏi|định cư|biệt)\b|xuất cảnh|định cư\b"
    rf"|(?:theo|cùng|với) (?:cả )?{_KIN}(?: (?:và )?{_KIN})*(?: (?:ruột|nội|ngoại|nuôi))? (?:đi|về|lên|ra|qua|sang|xuống|làm)\b"
    rf"|đi (?:theo|cùng|với) (?:cả )?{_KIN}\b"
)
_WRONG = (
    r"(?:xóa|xoá)(?! (?:đói|mù|nhà|nghèo|phòng))\b|(?:gạch|bỏ) (?:tên|bỏ|dòng)\b|loại (?:ra|bỏ|khỏi|trừ)\b|ghi trùng|bị trùng"
    r"|(?:ghi|lập|nhập|đưa|kê|thống kê) (?:nhầm|lộn)\b|nhầm (?:danh sách|ấp|tên|người|trẻ)\b|không (?:lấy|tính|đưa vào)\b"
)
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
        self.about, self.beside, self.child = (re.compile(typed(pattern)) for pattern in (_ABOUT, _BESIDE, _CHILD))
        self.whose = re.compile(typed(rf"\s(?:của )?(?:cả )?{_ABOUT}"))
        self.whence = re.compile(typed(r"\b(?:từ|mới)\b"))


_MARKED, _UNMARKED = _Words(marked=True), _Words(marked=False)


@lru_cache(maxsize=1 << 14)  # lists repeat their words
def said(text: str) -> Remark | None:
    """What words say of the child beside whom they stand; the gravest of several."""
    text = vietnamese.clean(text[:_LONGEST]).lower()
    words = _UNMARKED if text.isascii() else _MARKED
    for remark, pattern in words.said.items():
        for clause in _CLAUSES.split(text):
            if any(_is_of_the_child(found, clause, remark, words) for found in pattern.finditer(clause)):
                return remark
    return None


def _is_of_the_child(found: re.Match[str], clause: str, remark: Remark, words: _Words) -> bool:
    """Whether what is said is said of the child: nobody else is spoken of before it, nor right behind a death, nor did it come here."""
    before = clause[: found.start()]
    if remark is Remark.DIED and words.whose.match(clause, found.end()):
        return False
    if remark is Remark.LEFT and found[0].startswith(("chuyển", "chuyen")) and words.whence.search(before):
        return False
    others = [one for one in words.about.finditer(before) if not words.beside.search(before[: one.start()])]
    children = [one.end() for one in words.child.finditer(before)]
    return not others or (bool(children) and children[-1] > others[-1].end())
