"""The day a list was made up, as its title or its signature says: never a day of a child, a remark or another paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mangnon.intake.rules import guessing
from mangnon.intake.rules.words import plain
from mangnon.lib import vietnamese
from mangnon.register.records import Birth
from mangnon.register.rules import last_day_of
from mangnon.register.vocabulary.people import Precision

_FULL = r"ngay (?P<d>\d{1,2}) thang (?P<m>\d{1,2}) nam (?P<y>20\d{2})"
_FIGURES = r"(?P<d>\d{1,2}) ?[/.\-] ?(?P<m>\d{1,2}) ?[/.\-] ?(?P<y>20\d{2})"
_SIGNED = (  # "Cần Thơ, ngày 5 tháng 11 năm 2026", "Cái Khế, ngày 5/11/2026", "Lập ngày 5/11/2026"
    re.compile(rf"(?P<place>[^,;:\d]{{2,60}},)? ?{_FULL}[ .]*"),
    re.compile(
        rf"(?:(?P<place>[^,;:\d]{{2,60}}), ?(?:ngay )?|(?:ngay lap|lap ngay|danh sach lap ngay):? ?(?:ngay )?|ngay ){_FIGURES}[ .]*"
    ),
)
_TITLED = (
    re.compile(_FULL),
    re.compile(rf"\b(?:ngay|den|toi|tinh|cap nhat|thoi diem):? ?{_FIGURES}"),
)
_MONTH = re.compile(r"thang (\d{1,2})(?: nam | ?[/.\-] ?| )(20\d{2})\b|(?<![\d/.\-])(\d{1,2}) ?/ ?(20\d{2})\b")
_TITLE = re.compile(r"\b(?:danh sach|bao cao|bieu|tong hop|so theo doi|ky)\b")  # words beside a bare "10/2026"
_YEAR = re.compile(r"\bnam (20\d{2})\b")
_OF_OTHERS = re.compile(  # days of other papers, of remarks, of children
    r"\b(?:quyet dinh|qd|can cu|cong van|cv|ke hoach|nghi dinh|nghi quyet|thong tu|thong bao|to trinh|bao cao so|bien ban|luat|nam hoc"
    r"|nien khoa|ngay sinh|sinh ngay|sinh tu|sinh nam|dinh kem|kem theo|ghi chu|luu y|chu y|ngay mat|mat ngay|chet ngay)\b"
)


def listed_on(above: Iterable[Sequence[str]], below: Iterable[Sequence[str]], *, on: date) -> date | None:
    """The day of the signature below, else the day, month or year of the title above; of a month or year its last day. Never after `on`."""
    foot = [day for row in below for text in _cells(row) if (day := _signature(text))]
    title = [text for row in above for text in _cells(row) if not _OF_OTHERS.search(plain(text))]
    for day in (*reversed(foot), *map(_signature, title), *map(_day, title), *map(_rough, title)):
        if day is not None:
            return min(day, on)
    return None


def _cells(row: Sequence[str]) -> Iterator[str]:
    """The texts of a line: all of it, for a date may be spread over its cells, then each; folded, commas and strokes kept."""
    filled = [" ".join(vietnamese.fold(cell).split()) for cell in row if cell.strip()]
    yield from dict.fromkeys((" ".join(filled), *filled))


def _signature(text: str) -> date | None:
    """The day of a line that says where and when somebody signed, and nothing else."""
    for pattern in _SIGNED:
        if found := pattern.fullmatch(text):
            place = (found["place"] or "").strip(" ,")
            if _OF_OTHERS.search(plain(text)) or (" ngay " not in f" {text}" and guessing.is_name(place.title())):
                return None  # "Lê Thị Hoa, 05/06/2018" is a child
            return _date(found)
    return None


def _day(line: str) -> date | None:
    found = next((found for pattern in _TITLED if (found := pattern.search(line))), None)
    return _date(found) if found else None


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _rough(line: str) -> date | None:
    if (found := _MONTH.search(line)) and (found[1] or _TITLE.search(line)):
        month, year = (int(part) for part in (found.groups()[:2] if found[1] else found.groups()[2:]))
        if 1 <= month <= 12:
            return last_day_of(Birth(date(year, month, 1), Precision.MONTH))
    if found := _YEAR.search(line):
        return last_day_of(Birth(date(int(found[1]), 1, 1), Precision.YEAR))
    return None
