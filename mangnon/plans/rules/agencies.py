"""Names of agencies as papers write them: one name, a list of names, a name at the head of a section."""

import re

from mangnon.lib.vietnamese import fold
from mangnon.plans.rules import words
from mangnon.plans.vocabulary import Group

LONGEST_NAME = 14  # words

_PLACE = rf"(?:\s+(?:thành\s+phố|tỉnh|quận|huyện|thị\s+xã|phường|xã)(?:\s+[{words.UPPER}]\w*){{0,4}})?"
_DEPARTMENT_NAMES = (
    "Lao động - Thương binh và Xã hội", "Lao động, Thương binh và Xã hội", "Giáo dục và Đào tạo", "Thông tin và Truyền thông",
    "Văn hóa, Thể thao và Du lịch", "Văn hoá, Thể thao và Du lịch", "Văn hóa và Thể thao", "Văn hóa, Thể thao, Thông tin và Du lịch",
    "Kế hoạch và Đầu tư", "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Tài nguyên và Môi trường",
    "Khoa học và Công nghệ", "Giao thông vận tải", "Dân tộc và Tôn giáo", "Công Thương", "Tài chính", "Nội vụ", "Tư pháp", "Y tế",
    "Xây dựng", "Ngoại vụ", "Du lịch", "Công an", "Quốc phòng",
)  # fmt: skip
_DEPARTMENT = "|".join(re.escape(name).replace(r"\ \-\ ", r"\s*[-–]\s*").replace(r"\ ", r"\s+") for name in _DEPARTMENT_NAMES)
_TAIL = r"(?:\s+(?:có\s+)?liên\s+quan|\s+cấp\s+(?:tỉnh|thành\s+phố|huyện|xã)|\s+trên\s+địa\s+bàn|\s+thành\s+phố|\s+tỉnh|\s+trực\s+thuộc)*"
_LOCAL_KINDS = r"(?:các\s+)?(?:quận|huyện|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu|cấp\s+xã|cấp\s+huyện|các\s+cấp)"
_NOUN = r"(?:cơ\s+quan|đơn\s+vị|sở|ban|ngành|phòng|địa\s+phương|tổ\s+chức|đoàn\s+thể|hội|đoàn)"
_NOUNS = rf"{_NOUN}(?:\s*,\s*{_NOUN})*"
_QUALITY = r"(?:\s+thành\s+viên(?:\s+của\s+Mặt\s+trận)?|\s+thông\s+tấn(?:\s*,)?\s+báo\s+chí|\s+chức\s+năng|\s+truyền\s+thông)"
_SURE_TAIL = r"(?:\s+(?:có\s+)?liên\s+quan|\s+trực\s+thuộc)(?:\s+trên\s+địa\s+bàn|\s+thành\s+phố)*"

_NAME = re.compile(
    rf"""(?:
      (?:[Cc]ác\s+)?(?:Sở|Bộ|Phòng)\s+(?:{_DEPARTMENT}){_PLACE} | Trạm\s+Y\s+tế(?:\s+(?:các\s+)?xã,\s*phường)?{_PLACE}
    | Sở\s+[{words.UPPER}]\w*(?:\s+(?:và\s+)?[{words.UPPER}]\w*){{0,4}}
    | Công\s+an{_PLACE}(?:\s+cấp\s+\w+)?
    | Bộ\s+Chỉ\s+huy\s+[Qq]uân\s+sự{_PLACE} | Bộ\s+đội\s+Biên\s+phòng{_PLACE}
    | Văn\s+phòng\s+(?:Ủy\s+ban\s+nhân\s+dân|UBND|Thành\s+ủy|Tỉnh\s+ủy|HĐND|Đoàn\s+ĐBQH(?:\s+và\s+HĐND)?){_PLACE}
    | Ban\s+Tuyên\s+giáo(?:\s+và\s+Dân\s+vận)?(?:\s+(?:Thành|Tỉnh|Quận|Huyện)\s+ủy|\s+các\s+cấp)?
    | Ban\s+(?:Thường\s+vụ|Dân\s+vận|Tổ\s+chức|Nội\s+chính)\s+(?:Thành|Tỉnh)\s+ủy
    | Ban\s+(?:Dân\s+tộc|Quản\s+lý|Điều\s+hành|Chỉ\s+đạo|An\s+toàn\s+giao\s+thông)(?:\s+[{words.UPPER}]\w*)*{_PLACE}
    | (?:Ủy\s+ban\s+|UB)?(?:Mặt\s+trận\s+Tổ\s+quốc|MTTQ)(?:\s+(?:Việt\s+Nam|VN))?(?:\s+các\s+cấp)?{_PLACE}
    | Hội\s+Liên\s+hiệp\s+(?:[Pp]hụ\s+nữ|[Tt]hanh\s+niên)(?:\s+Việt\s+Nam)?(?:\s+các\s+cấp)?{_PLACE}
    | Hội\s+(?:LHPN|Nông\s+dân|Cựu\s+chiến\s+binh|Chữ\s+thập\s+đỏ|Khuyến\s+học|Luật\s+gia|Người\s+cao\s+tuổi|Bảo\s+vệ\s+quyền\s+trẻ\s+em
        |Bảo\s+trợ(?:\s+\w+){{0,8}})(?:\s+Việt\s+Nam)?(?:\s+các\s+cấp)?{_PLACE}
    | (?:Đoàn\s+(?:Thanh\s+niên\s+Cộng\s+sản|TNCS)\s+(?:Hồ\s+Chí\s+Minh|HCM)|(?:Thành|Tỉnh|Quận)\s+[Đđ]oàn)(?:\s+Cần\s+Thơ)?{_PLACE}
    | Liên\s+đoàn\s+Lao\s+động{_PLACE}
    | (?:Tòa\s+án|Toà\s+án|Viện\s+[Kk]iểm\s+sát)\s+nhân\s+dân(?:\s+các\s+cấp)?{_PLACE}
    | Bảo\s+hiểm\s+xã\s+hội{_PLACE} | Kho\s+bạc\s+Nhà\s+nước{_PLACE} | Cục\s+(?:Thống\s+kê|Thuế|Trẻ\s+em|Bà\s+mẹ\s+và\s+Trẻ\s+em){_PLACE}
    | (?:Chi\s+cục|Trung\s+tâm|Bệnh\s+viện|Trường)(?:\s+[{words.UPPER}]\w*)+(?:\s+(?:và\s+)?[{words.LOWER}]+){{0,4}}
        (?=[,;.:]|\s+và\s|$){_PLACE}
    | Báo(?:\s+và\s+(?:Đài\s+)?[Pp]hát\s+thanh(?:,\s*|\s+và\s+)[Tt]ruyền\s+hình)?(?:\s+[A-ZĐ]\w*){{0,3}}
        (?=[,;.]|\s+(?:và|trong|phối|cùng)\b|$)
    | Đài\s+(?:Phát\s+thanh(?:\s+và\s+|\s*[-–,]\s*)Truyền\s+hình|PT-?TH){_PLACE}
    | Cổng\s+[Tt]hông\s+tin\s+điện\s+tử{_PLACE}
    | (?:[Cc]ác\s+)?(?:Ủy\s+ban\s+nhân\s+dân|UBND)\s+{_LOCAL_KINDS}(?:\s*,\s*{_LOCAL_KINDS})*(?:\s+và\s+{_LOCAL_KINDS})?
        (?:\s+[{words.UPPER}]\w*){{0,3}}(?:\s+trên\s+địa\s+bàn(?:\s+thành\s+phố)?)?
    | (?:[Cc]ác\s+)?(?:sở|Sở)\s*,\s*ban\s*,?\s*(?:và\s+)?ngành(?:\s*,\s*(?:đoàn\s+thể|Mặt\s+trận))*{_TAIL}
    | (?:[Cc]ác\s+)?(?:tổ\s+chức\s+chính\s+trị\s*-\s*xã\s+hội|hội\s+quần\s+chúng|tổ\s+chức\s+xã\s+hội|hội,\s*đoàn\s+thể){_TAIL}
    | [Cc]ác\s+{_NOUNS}{_QUALITY}?{_TAIL} | {_NOUNS}{_QUALITY}?{_SURE_TAIL} | {_NOUN}(?:\s*,\s*{_NOUN})+{_TAIL}
    | (?:[Cc]ác\s+)?địa\s+phương | [Cc]hính\s+quyền\s+(?:các\s+cấp|địa\s+phương) | [Mm]ạng\s+xã\s+hội | [Mm]ạng\s+viễn\s+thông
    )(?!\w)""",
    re.VERBOSE,
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?(?:cùng\s+)?|\s+(?:và|cùng|cùng\s+với|với)\s+)(?:với\s+)?")
_SEVERAL = re.compile(rf"^Các\s+[Ss]ở\s*:?\s+(?=(?:{_DEPARTMENT})\s*(?:[,;]|và\b))")
_LEADS = re.compile(r"^(?:Đề nghị|Giao|Yêu cầu)\s+", re.IGNORECASE)

_UNIT = re.compile(
    r"^(?:Các\s+)?(?:Phòng|Trung tâm|Ban|Chi cục|Bệnh viện|Trường|Trạm|Văn phòng|Hội|Đoàn|Quỹ|Cục|Viện|Thanh tra|"
    rf"Báo|Đài|Sở|Bộ|Ủy ban|UBND|Tổ)\s+(?:[{words.UPPER}]|các\s)"
)
_GROUPS = (
    (
        Group.DEPARTMENTS,
        re.compile(
            r"\bso,? ban,? nganh|\bcac so\b|\b(?:co quan|don vi)(?:, (?:co quan|don vi|to chuc))*(?: co)? lien quan|"
            r"\bcac (?:co quan|don vi)\b|co quan, don vi"
        ),
    ),
    (Group.ORGANISATIONS, re.compile(r"doan the|chinh tri ?- ?xa hoi|to chuc thanh vien|hoi quan chung|to chuc xa hoi|mat tran")),
    (
        Group.LOCALITIES,
        re.compile(r"(?:uy ban nhan dan|ubnd)\s+(?:cac\s+)?(?:quan|huyen|xa|phuong|cap xa|cap huyen)\b|dia phuong|chinh quyen cac cap"),
    ),
)
_SINGLE = re.compile(r"^(?:(?:Ủy ban |UB)?(?:Mặt trận|MTTQ)|Hội [A-ZĐ]|Đoàn T|Thành |Tỉnh |Liên đoàn|Công an)")


def listed(text: str) -> tuple[tuple[str, ...], str]:
    """Agencies named one after the other from the start of a text, and what follows the last."""
    found: list[str] = []
    position = 0
    while match := _NAME.match(text, position):
        found.append(" ".join(match[0].split()))
        position = match.end()
        separator = _SEPARATOR.match(text, position)
        if not separator or not _NAME.match(text, separator.end()):
            break
        position = separator.end()
    return tuple(found), text[position:].strip()


def is_heading(text: str) -> bool:
    """Whether a text is nothing but the names of agencies, as the heading of a section of duties is."""
    return bool(heading(text)[0])


def heading(text: str) -> tuple[tuple[str, ...], str]:
    """The agencies a heading names, and what follows them; a unit of a kind known only by its first word is its own name."""
    plain = without_request(text)
    if several := _SEVERAL.match(plain):
        names = tuple(f"Sở {' '.join(found[0].split())}" for found in re.finditer(_DEPARTMENT, plain[several.end() :]))
        return names, ""
    names, rest = listed(plain)
    if names and not rest:
        return names, rest
    if _UNIT.match(plain) and len(plain.split()) <= LONGEST_NAME and not any(words.VERBS.match(word) for word in _after_first(plain)):
        return (plain,), ""
    return (), plain


def with_capitals(text: str) -> str:
    """Names of departments in their official capitals: "Sở y tế" → "Sở Y tế"."""
    for name in _DEPARTMENT_NAMES:
        text = re.sub(rf"(?<=\b(?:Sở|Bộ) ){re.escape(name)}\b", name, text, flags=re.IGNORECASE)
    return text


def _after_first(text: str) -> list[str]:
    """Every ending of a text that begins at a small letter after the first word."""
    return [text[found.end() :] for found in re.finditer(rf"\s(?=[{words.LOWER}])", text)]


def named_in(text: str) -> tuple[str, ...]:
    """Every agency a text names, in order, each once."""
    return tuple(dict.fromkeys(" ".join(match[0].split()) for match in _NAME.finditer(text)))


def without_request(text: str) -> str:
    """ "Đề nghị Ủy ban …" → "Ủy ban …"."""
    return _LEADS.sub("", text.strip().rstrip(":.; "))


def groups(named: str) -> tuple[Group, ...]:
    """Which groups of agencies words such as "các sở, ban ngành và Ủy ban nhân dân quận, huyện" mean; none for a single agency."""
    if _SINGLE.match(named):
        return ()
    key = fold(named)
    return tuple(group for group, pattern in _GROUPS if pattern.search(key))


_ORDERS_OTHERS = ("uy ban nhan dan thanh pho", "uy ban nhan dan tinh", "ubnd thanh pho", "ubnd tinh", "thanh uy", "tinh uy")


def orders_others(issuer: str) -> bool:
    """Whether the papers of an issuer order the work of others: a province's People's Committee or party committee does."""
    return fold(issuer).startswith(_ORDERS_OTHERS)
