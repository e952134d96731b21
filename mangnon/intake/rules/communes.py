"""The commune, or the province elsewhere, that a title or an address names: "UBND PHƯỜNG AN HÒA", "12 Nguyễn Đệ, P.An Hòa, NK", "TP.HCM".

What the words mean on a day the units say; here they are only found.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mangnon.intake.rules.words import plain

_NAME = r"(?:(?:[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ][^\W\d_]*|\d{1,2}|[IVX]{1,5})(?:[ '’-]+(?=[\dA-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ])|\b))+"
_KIND = r"(?i:phường|xã|thị trấn|đặc khu)"
_TYPED = re.compile(rf"(?<!\w)(?<!hợp tác )(?<!(?i:cư) )(?:{_KIND}:?\s+|(?:[pPfF]|[xX]|TT|tt|Tt)\.\s*|(?:P|TT)\s+(?=[^\W\d_]\w))({_NAME})")
_BARE = re.compile(r"(?<!\w)(?<!tac )(?<!cu )(?:phuong|xa|thi tran)\s+([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+|\s\d{1,2})*|\d{1,2})")
_AWAY = re.compile(
    r"(?<!\w)(?:(?i:tp\.?\s*hcm|tp\.?\s*hồ chí minh|thành phố hồ chí minh|sài gòn|ngoài tỉnh|nước ngoài|khác tỉnh|ngoài thành phố)\b"
    r"|(?i:tỉnh)\s+(?=[A-ZĐÀ-ỸĂƠƯ])).*",
)
_OWN_PROVINCES = frozenset({"can tho", "hau giang", "soc trang"})
_PROVINCES = frozenset({
    "an giang", "ba ria vung tau", "bac giang", "bac kan", "bac lieu", "bac ninh", "ben tre", "binh dinh", "binh duong", "binh phuoc",
    "binh thuan", "ca mau", "cao bang", "da nang", "dak lak", "dak nong", "dien bien", "dong nai", "dong thap", "gia lai", "ha giang",
    "ha nam", "ha noi", "ha tinh", "hai duong", "hai phong", "hoa binh", "hue", "hung yen", "khanh hoa", "kien giang", "kon tum",
    "lai chau", "lam dong", "lang son", "lao cai", "long an", "nam dinh", "nghe an", "ninh binh", "ninh thuan", "phu tho", "phu yen",
    "quang binh", "quang nam", "quang ngai", "quang ninh", "quang tri", "son la", "tay ninh", "thai binh", "thai nguyen", "thanh hoa",
    "thua thien hue", "tien giang", "tra vinh", "tuyen quang", "vinh long", "vinh phuc", "yen bai", "ho chi minh", "hcm", "sai gon",
    "tphcm",
})  # fmt: skip
_DISTRICTS = frozenset({
    "ninh kieu", "o mon", "binh thuy", "cai rang", "thot not", "vinh thanh", "co do", "phong dien", "thoi lai", "vi thanh", "nga bay",
    "chau thanh", "chau thanh a", "phung hiep", "vi thuy", "long my", "soc trang", "ke sach", "my tu", "cu lao dung", "long phu",
    "my xuyen", "nga nam", "thanh tri", "vinh chau", "tran de",
})  # fmt: skip
_PARTS = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
_NO_COMMUNE = re.compile(
    r"^(?:duong|hem|to|ap|khu|kv|lo|so|nha|chung cu|cc|kdc|cau|cho|kios|khom|thon|truong|benh vien|gan|canh|doi dien|sau|truoc|quan|q|huyen"
    r"|h|thanh pho|tp|tinh)\b"
)
_HAMLET = re.compile(r"(?:kv|khu vuc|ap|khom|to|thon) ?\w")
_WORDED, _HOUSE = re.compile(r"[a-z]{2}"), re.compile(r"(?:so|nha|hem|so nha)? ?\w*\d\w*(?: \w*\d\w*)*")
_ROOM = re.compile(r"\b(?:chung cư|cc|ktx|ký túc xá|căn hộ|block|tầng|lầu)\b", re.IGNORECASE)
TITLED = " (theo tiêu đề)"  # behind a commune that a row has from the title of its list
_OLD = re.compile(r"\s*\(?\bcũ\)?\s*$|\s*\((?:cũ|theo tiêu đề)\)", re.IGNORECASE)
_WORD = r"(?!(?:Phường|PHƯỜNG|P|TT|TP|Tp|Xã|XÃ|Tỉnh|TỈNH|Thị [Tt]rấn|THỊ TRẤN)\b)[A-ZĐÀ-ỸĂƠƯ][^\W\d_]*"
_STREET = re.compile(rf"\d[\d/A-Za-z-]* (?:đường )?{_WORD}(?: {_WORD}){{0,4}}")  # most addresses: passed over at once
_OF_TITLE = re.compile(rf"(?<!\w)(?:{_KIND}|(?:P|X|TT)\.)\s*:?\s*((?:[^\W\d_]+|\d{{1,2}}\b)(?:[ '’-]+(?:[^\W\d_]+|\d{{1,2}}\b))*)")
_END = re.compile(
    r"\s*\b(?:năm|tháng|quý|quận|huyện|thị xã|tỉnh|thành phố|tp|từ|đến|tính|kèm|có|do|của|và|theo|ngày|cộng hòa|cộng hoà"
    r"|ấp|khu vực|kv|khóm|thôn|danh sách|trẻ em|đã|đang|chuyển|gửi|độc lập|số)\b.*$",
    re.IGNORECASE,
)
_SENDER = re.compile(r"\b(?:ubnd|uy ban nhan dan|hdnd|dang uy|tram y te|ban nhan dan|mat tran|hoi)\b")
_OVER = re.compile(r"\b(quận|huyện|thị xã)\s+((?:[^\W\d_]+)(?:\s+[^\W\d_]+){0,3})", re.IGNORECASE)
_END_OF_DISTRICT = re.compile(r"\s+(?:thành phố|tỉnh|tp|năm|cộng|phường|xã|thị trấn|danh)\b.*$", re.IGNORECASE)
_WORDS = frozenset({"hoi", "phuong", "vien", "doi", "thi tran", "nam"})
_FULL = {"p": "Phường", "x": "Xã", "tt": "Thị trấn"}
_SHORT = re.compile(r"(?:[QqHh]\.?\s*)?[A-ZĐÔ]{2,3}")
_LONGEST = 240
_HIGHEST = 20  # number a ward has borne; a higher one is a room


@lru_cache(maxsize=1 << 13)  # asked by reading and by checks
def of_address(text: str) -> str:
    """The words of an address from the commune on that it names, or the province elsewhere; "" when it names none.

    A last part without a kind counts behind another with words: "KV6, Xuân Khánh", not "12, Lê Bình", which is a street.
    """
    if _STREET.fullmatch(text) or len(text) > _LONGEST:
        return ""
    found = (_BARE if text.isascii() else _TYPED).search(text) or (_TYPED.search(text) if text.isascii() else None)
    if found and not _is_room(found[1], text):
        return _OLD.sub("", text[found.start() :]).strip(" .")
    if away := _AWAY.search(text):
        return away[0].strip(" .") if not _is_own(away[0]) else ""
    return _last_part(text)


def ways(words: str) -> tuple[str, ...]:
    """The words of a place, then without what is only short for a district: "P.An Hòa, NK, Cần Thơ" → "P.An Hòa, Cần Thơ"."""
    parts = _PARTS.split(words)
    kept = [part for place, part in enumerate(parts) if not place or not _SHORT.fullmatch(part)]
    return (words,) if len(kept) == len(parts) else (words, ", ".join(kept))


def has_kind(words: str) -> bool:
    """Whether the words of a place begin with what kind of commune it is, and are no mere last part of an address."""
    return (_TYPED.match(words) or _BARE.match(words)) is not None


def initials(words: str) -> str:
    """ "ck" of "P.CK": a commune by the first letters of its name; "" for other words."""
    found = re.fullmatch(r"(?:[pPxX]|TT)\.?\s*([A-ZĐ]{2,4})", words.strip())
    return plain(found[1]) if found else ""


def is_away(text: str) -> bool:
    """Whether words name a province elsewhere, or one outside without its name."""
    words = plain(text)
    named = _AWAY.search(text) is not None and not _is_own(text)
    return named or words in _PROVINCES or any(plain(part) in _PROVINCES for part in _PARTS.split(text))


def of_title(lines: Iterable[Sequence[str]]) -> list[tuple[str, bool]]:
    """The communes that title lines name, the nearest to the heading first, each with its old district where a line says one; and whether
    the line says who sends the list, so that an unknown name is one all the same.
    """
    texts = [" ".join(" ".join(cell.split()) for cell in dict.fromkeys(cells) if cell.strip()) for cells in lines]
    over = next((
        f", {_spelled(found[1], _END_OF_DISTRICT.sub('', found[2]))}" for text in texts if (found := _OVER.search(text))
    ), "")  # fmt: skip
    named = []
    for text in reversed(texts):
        for found in _OF_TITLE.finditer(text[:_LONGEST]):
            name = _END.sub("", f" {found[1]}").strip(" -'’")
            if name and (name[0].isdigit() or name[0].isupper()) and not _is_word(name):
                named.append((f"{_spelled(found[0][: found.start(1) - found.start()].strip(' :'), name)}{over}", _sends(text)))
    return named


def _sends(line: str) -> bool:
    return _SENDER.search(plain(line)) is not None


def _is_word(name: str) -> bool:
    """Whether what follows "xã", "phường" is part of another word: "xã hội", "xã, phường", "xã viên", "phường đội"."""
    return plain(name) in _WORDS or plain(name).startswith(("hoi ", "phuong "))


def _spelled(kind: str, name: str) -> str:
    """ "PHƯỜNG", "AN HÒA" → "Phường An Hòa"; "P." → "Phường"."""
    kind = _FULL.get(plain(kind), kind.lower()).capitalize()
    return f"{kind} {name.title() if name.isupper() else name}"


def _is_own(text: str) -> bool:
    return plain(text).removeprefix("tinh ").removeprefix("tp ").removeprefix("thanh pho ") in _OWN_PROVINCES


def _is_room(name: str, text: str) -> bool:
    """Whether "P. 203" is a room."""
    figures = name.split()[0]
    return figures.isdigit() and (int(figures) > _HIGHEST or _ROOM.search(text) is not None)


def _last_part(text: str) -> str:
    parts = [part for part in _PARTS.split(text.strip(" .")) if part]
    while len(parts) > 1 and (plain(parts[-1]) in {"can tho", "tp can tho", "thanh pho can tho", "tpct", "ct", "viet nam", "nk"}):
        parts.pop()
    last = parts[-1] if parts else ""
    words = plain(_OLD.sub("", last))
    if words in _PROVINCES and not text[0].isdigit():
        return last
    if len(parts) < 2 or words in _DISTRICTS or words in _OWN_PROVINCES or _NO_COMMUNE.match(words) or any(map(str.isdigit, last)):
        return ""
    name = _OLD.sub("", last)
    if not 2 <= len(words.split()) <= 3 or not (name.istitle() or name.isupper()):
        return ""
    before = plain(parts[-2])
    return name if _HAMLET.match(before) or (_WORDED.search(before) and not _HOUSE.fullmatch(before)) else ""
