"""Lists divided by hamlet: a line ("Ấp Tân Bình", "II. Khu vực 2"), a title ("DANH SÁCH TRẺ EM ẤP 3") or a sheet for each."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from mangnon.intake.records import TOLD, Heading
from mangnon.intake.rules import captions
from mangnon.intake.rules.words import plain

TOPIC = "Ấp, khu vực"
ADDED = f" {TOLD}"
TITLE = f"{TOPIC}{ADDED}"
FIELD = "hamlet"
_NUMBERED = re.compile(r"^\s*(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})\s*[.)/:\-]\s*(?=\S)")
_HAMLET = re.compile(
    r"^(?:ap|khu vuc|khom|thon|to dan pho|khu pho|buon|xom|phum|khu dan cu|khu tap the|chung cu|cu xa) \S|^(?:ap|kv|kp|tdp|to|hem) ?\d"
)
_KINDS = r"ấp|khu vực|khóm|thôn|tổ dân phố|khu phố|buôn|xóm|phum|kv|kp|tdp"
_NAMED = re.compile(  # in a title: the kind, then figures or words that begin with a capital
    rf"(?<!nông )(?<!các )(?<!theo )(?<!\w)({_KINDS})(?:\s*[:.]\s*|\s+|(?=\d))"
    r"((?:số\s+)?\d+\w?|[^\W\d_]+(?:\s+(?:[^\W\d_]+|\d+\w?))*)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s(?:năm|tháng|quý|xã|phường|thị trấn|tt|huyện|quận|tỉnh|thành phố|tp|từ|đến|tính|kèm|có|do|của|và|theo|ngày|phụ trách|trưởng)\b.*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:danh sach|bang|bieu|so theo doi|thong ke|tong hop|don vi|dia ban|dia chi|ten|xa|phuong|ap|khu vuc|khom|thon|khu pho|kv)\b"
)
_WIDE = frozenset({"nong", "thanh", "bien", "mien", "dong", "kho", "doi", "van", "moi", "i", "ii", "iii"})  # "khu vực nông thôn"
_COUNTED = re.compile(r"\s*(?:[:(]|-\s)\s*(?:\d+|tổng|có|gồm)\b.*$", re.IGNORECASE)
_IN_CHARGE = re.compile(r"\s*\([^)]*(?:phụ trách|quản lý|trưởng)[^)]*\)?$", re.IGNORECASE)
_LONGEST = 60


def caption(cells: Sequence[str]) -> str:
    """The hamlet a line names for the rows below it; "" for every other line. A number beside it counts its children."""
    if len({*map(str.strip, cells)}) > 4:
        return ""
    filled = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    words = [cell for cell in filled if not captions.is_ordinal(cell)]
    if len(words) != 1 or len(filled) > 3 or len(words[0]) > _LONGEST:
        return ""
    text = _IN_CHARGE.sub("", bare(words[0]))
    return re.sub(r"\s*:\s*", " ", text) if _HAMLET.match(plain(text)) else ""


def bare(text: str) -> str:
    """A line without the number before it and the count of children behind."""
    return _COUNTED.sub("", _NUMBERED.sub("", text)).strip(" :;.-")


def is_numbered(cells: Sequence[str]) -> bool:
    """Whether a line has a number before it or in a cell of its own."""
    return any(captions.is_ordinal(cell.strip()) or _NUMBERED.match(cell) for cell in cells if cell.strip())


def titled(cells: Sequence[str]) -> str:
    """The hamlet a title names: "DANH SÁCH TRẺ EM ẤP TÂN BÌNH NĂM 2026", "Địa bàn: Khu vực 5", "Ấp: 3"; "" for every other line."""
    filled = list(dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip()))
    if not filled or len(filled) > 4:
        return ""
    for text in (*filled, " ".join(filled)):
        if len(text) <= 3 * _LONGEST and _TITLE.match(plain(text)) and (found := _NAMED.search(text)):
            name = _END.sub("", f" {found[2]}").strip()
            if name and plain(name).split()[0] not in _WIDE and (name[0].isdigit() or name[0].isupper()):
                return _spelled(found[1], name)
    return ""


def of_sheet(name: str) -> str:
    """The hamlet a sheet is called by: "Ấp 3", "KV5", "Ap Tan Binh"."""
    text = _COUNTED.sub("", " ".join(name.split())).strip(" .-")
    if not _HAMLET.match(plain(text)):
        return ""
    found = re.match(rf"({_KINDS}|ap|khu vuc)\s*\.?\s*(.+)$", text, re.IGNORECASE)
    return _spelled(found[1], found[2]) if found else text


def _spelled(kind: str, name: str) -> str:
    """ "KHU VỰC", "5" → "Khu vực 5"; "ẤP", "TÂN BÌNH" → "Ấp Tân Bình"."""
    kind = _FULL.get(plain(kind), kind.capitalize())
    return f"{kind} {name.title() if name.isupper() else name}"


_FULL = {"kv": "Khu vực", "kp": "Khu phố", "tdp": "Tổ dân phố", "ap": "Ấp", "khu vuc": "Khu vực"}


def over(lines: Sequence[Sequence[str]]) -> str:
    """The hamlet that the title lines over a heading name, the nearest first."""
    return next((hamlet for cells in reversed(lines) if (hamlet := titled(cells) or caption(cells))), "")


def divided(
    heading: Heading, samples: Iterable[Sequence[str]], *, known: str = "", decode: Callable[[str], str] = str
) -> Heading:  # fmt: skip
    """The heading with a column for the hamlet when a title, a sheet (`known`) or lines name it and no column of the list does."""
    if FIELD in heading.places or not (known or any(line(cells, decode) for cells in samples)):
        return heading
    return replace(heading, places={**heading.places, FIELD: len(heading.titles)}, titles=(*heading.titles, TITLE))


def undivided(titles: Sequence[str]) -> list[str]:
    """The titles of the file, without that of a column of hamlets told by lines."""
    return [title for title in titles if title != TITLE]


def line(cells: Sequence[str], decode: Callable[[str], str] = str) -> str:
    """The hamlet a line between the children names, letters read by `decode`. Lines of children are long, and are passed over at once."""
    filled = sum(map(bool, cells))
    if decode is not str and filled <= 4:
        cells = [decode(cell) for cell in cells]
    return (filled <= 4 and caption(cells)) or (filled <= 2 and titled(cells)) or ""
