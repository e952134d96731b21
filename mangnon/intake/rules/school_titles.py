"""School, class and school year that only the title lines of a table, the name of its sheet or lines between the pupils tell:
"TRƯỜNG TIỂU HỌC CÁI KHẾ 1", "DANH SÁCH HỌC SINH LỚP 3A2, NĂM HỌC 2026-2027".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mangnon.intake.records import TOLD, Heading
from mangnon.intake.rules import captions, school
from mangnon.lib import vietnamese
from mangnon.lib.tables import Row

FIELDS = {"school": "", "class_name": "Lớp ", "school_year": "Năm học ", "level": ""}  # what may be told → a word in front of it
EITHER = " | "  # between two classes of which it is not certain which is meant
_KINDS = (
    "mầm non", "mẫu giáo", "nhà trẻ", "tiểu học", "trung học cơ sở", "trung học phổ thông", "phổ thông", "phổ thông dân tộc nội trú",
)  # fmt: skip
_SHORT = "TH|THCS|THPT|MN|MG|PTDTNT"
_SCHOOL = re.compile(rf"\btrường\s*:?\s*(?:{'|'.join(_KINDS)}|{_SHORT})\b.*", re.IGNORECASE)
_OTHER_SCHOOL = re.compile(  # where children are taught that is called no school
    r"\b(?:cơ sở(?: giáo dục)? mầm non|(?:nhóm trẻ|nhóm,?\s+lớp|lớp)(?: mẫu giáo| mầm non)?(?= (?:độc lập|tư thục|gia đình))"
    r"|trung tâm giáo dục (?:thường xuyên|nghề nghiệp))(?: (?:độc lập|tư thục|gia đình|dân lập))*(?=\s)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\s*(?:[,;(]|\s[-–—]|[-–—]\s|\b(?:năm học|niên khóa|học kỳ|lớp|khối|sĩ số|gvcn|giáo viên|trường|danh sách|địa chỉ|điện thoại|"
    r"thuộc|có)\b).*$", re.IGNORECASE,
)  # fmt: skip
_CLASS = re.compile(r"\blớp\s*[:.]?\s*(?=\S)", re.IGNORECASE)
_AFTER_CLASS = re.compile(
    r"\s*(?:\(|(?:[,;]|\s[-–—])?\s*\b(?:năm học|niên khóa|học kỳ|sĩ số|gvcn|giáo viên|trường|khối|đầu năm|cuối năm|kỳ)\b).*$", re.IGNORECASE
)
_CLASS_NAME = re.compile(
    r"(?:1[0-2]|[1-9])\s?[A-ZĐ]?\s?\d{0,2}|(?:1[0-2]|[1-9])[./]\d{1,2}"
    r"|(?:lá|chồi|mầm|cơm|nhà trẻ|mẫu giáo|[3-5]\s*tuổi)(?:\s?[A-ZĐ]?\d{0,2})?",
    re.IGNORECASE,
)
_OF_SHEET = re.compile(r"(?:1[0-2]|[1-9])[A-ZĐ]\d{0,2}|(?:lá|chồi|mầm)\s?\d{0,2}", re.IGNORECASE)
_GRADE = re.compile(r"\bkhối\s*(?:lớp\s*)?:?\s*(1[0-2]|[1-9])\b(?!\s*(?:,|đến|và|-|–))", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm học|niên khóa)\s*:?\s*(\d{4}\s*[-–/]\s*\d{2,4})", re.IGNORECASE)
_FEW = 4  # cells of a line of titles, of a line between pupils


def told(lines: Iterable[Sequence[str]], sheet: str) -> dict[str, str]:
    """What the title lines of a table and the name of its sheet say by field; what they say twice and differently is left out, but two
    classes are kept side by side, so that people are asked.
    """
    texts = [" ".join(cell.split()) for cells in lines if len({*cells} - {""}) <= _FEW for cell in dict.fromkeys(cells) if cell.strip()]
    found = {
        "school": {name for text in texts if (name := _school(text))},
        "class_name": {name for text in texts if (name := _class(text))} | ({name} if (name := of_sheet(sheet)) else set()),
        "school_year": {year for text in texts for part in _YEAR.findall(text) if (year := school.read_year(part))},
        "level": {f"Khối {grade}" for text in texts for grade in _GRADE.findall(text)},
    }
    classes = sorted(found.pop("class_name"))
    said = {field: values.pop() for field, values in found.items() if len(values) == 1}
    if classes:
        said["class_name"] = EITHER.join(classes)
        said.pop("level", None)  # a class tells its grade itself
    return said


def of_sheet(name: str) -> str:
    """The class a sheet is called by: "3A2", "Lớp 3", "Lá 1"; not "3", a number of a page."""
    text = " ".join(name.split())
    return _class(text) if _CLASS.match(text) else text.upper() if _OF_SHEET.fullmatch(text) else ""


def line(cells: Sequence[str], decode: Callable[[str], str] = str) -> str:
    """The class a line between pupils names for those below it: "Lớp 3A2", "II. Lớp Lá 1"; its letters read by `decode`."""
    if not 0 < len({*cells} - {""}) < _FEW:
        return ""
    cells = [decode(cell) for cell in cells]
    return next((name for cell in cells if len(cell) < 40 and "lớp" in cell.lower() and (name := _class(" ".join(cell.split())))), "")


def between(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    """That lines between the pupils name their schools, each below its own."""
    return {"school": ""} if any(map(school_line, lines)) else {}


def school_line(cells: Sequence[str], decode: Callable[[str], str] = str) -> str:
    """The school a line between pupils names for those below it: "I | Trường Tiểu học An Cư"."""
    if sum(map(bool, cells)) > captions.MOST or (found := captions.caption([decode(cell) for cell in cells])) is None:
        return ""
    return _school(found.words) if _SCHOOL.match(found.words) or _OTHER_SCHOOL.match(found.words) else ""


def added(
    heading: Heading, said: Mapping[str, str], samples: Iterable[Sequence[str]], decode: Callable[[str], str] = str
) -> Heading:  # fmt: skip
    """The heading with a column for each thing told that no column of the list says; for the class also when lines between pupils do."""
    if "class_name" not in {*said, *heading.places} and any(line(cells, decode) for cells in samples):
        said = {**said, "class_name": ""}
    if {"class_name", "level"} & heading.places.keys():
        said = {field: text for field, text in said.items() if field != "level"}
    for field, word in FIELDS.items():
        if field in said and field not in heading.places:
            title = f"{word}{said[field]} {TOLD}" if said[field] else f"{word or 'Trường '}theo dòng {TOLD}"
            heading = replace(heading, places={**heading.places, field: len(heading.titles)}, titles=(*heading.titles, title))
    return heading


def filled(
    rows: Iterable[Row], places: Mapping[str, int], titles: Sequence[str], said: Mapping[str, str], name: int | None,
    decode: Callable[[str], str] = str,
) -> Iterable[Row]:  # fmt: skip
    """The rows, each pupil with what is told of all of them."""
    own = {field: place for field, place in places.items() if field in FIELDS and place < len(titles) and titles[place].endswith(TOLD)}
    return _filled(rows, own, said, name, places.get("number"), decode) if own and name is not None else rows


def _filled(
    rows: Iterable[Row], own: Mapping[str, int], said: Mapping[str, str], name: int, number: int | None, decode: Callable[[str], str]
) -> Iterator[Row]:  # fmt: skip
    texts = {place: said.get(field, "") for field, place in own.items()}
    width = max(texts) + 1
    by_lines = "school" in own and not said.get("school")
    mark = ""  # how the line of the school is numbered: the next one numbered so ends it
    for row in rows:
        cells = row.cells
        called = cells[name] if name < len(cells) else ""
        if by_lines and (school_named := school_line(cells, decode)):
            texts[own["school"]] = school_named
            texts |= {own["class_name"]: said.get("class_name", "")} if "class_name" in own else {}
            mark = _mark(cells, decode)
        elif mark and mark == _mark(cells, decode) and not line(cells, decode):
            texts[own["school"]] = mark = ""
        elif "class_name" in own and (between := line(cells, decode)) and (not called or _class(decode(called))):
            texts[own["class_name"]] = between
        elif called and _is_pupil(cells, number):
            cells = [*cells, *[""] * (width - len(cells))]
            for place, text in texts.items():
                cells[place] = text
            row = Row(row.number, cells, row.hidden)
        yield row


def _mark(cells: Sequence[str], decode: Callable[[str], str]) -> str:
    """How a line between pupils is numbered; "" of a pupil and of a line without a number."""
    found = captions.caption([decode(cell) for cell in cells]) if sum(map(bool, cells)) <= captions.MOST else None
    return found.mark if found and found.mark not in {captions.COUNTED, captions.CAPITALS, captions.LETTERS} else ""


def _is_pupil(cells: Sequence[str], number: int | None) -> bool:
    """Whether a row says enough of itself: what is told of all of them makes no pupil of a signature."""
    counted = number is not None and number < len(cells) and cells[number].strip().isdigit()
    return counted or sum(map(bool, cells)) > 2


def _school(text: str) -> str:
    if (found := _SCHOOL.search(text)) is None:
        return _other_school(text)
    start = re.match(r"trường\s*:?\s*", found[0], re.IGNORECASE)
    rest = found[0][start.end() if start else 0 :]
    name = vietnamese.clean(_UNTIL.sub("", f" {rest}")).strip(" .:-–")
    return _spelled(name) if len(name.split()) > 1 and len(name) <= 100 else ""


def _other_school(text: str) -> str:
    """ "CƠ SỞ MẦM NON ĐỘC LẬP SAO MAI" → "Cơ sở mầm non độc lập Sao Mai"."""
    if (found := _OTHER_SCHOOL.search(text)) is None:
        return ""
    name = vietnamese.clean(_UNTIL.sub("", text[found.end() :])).strip(" .:-–")
    return f"{found[0].capitalize()} {name.title() if name.isupper() else name}" if name and len(name) <= 80 else ""


def _spelled(name: str) -> str:
    """ "TIỂU HỌC CÁI KHẾ 1" → "Trường Tiểu học Cái Khế 1"."""
    words = name.split()
    if not name.isupper():
        return f"Trường {words[0] if words[0].isupper() else words[0].capitalize()} {' '.join(words[1:])}"
    kind = max((kind for kind in _KINDS if name.lower().startswith(kind)), key=len, default="")
    if not kind:  # THCS …
        return f"Trường {words[0]} {' '.join(map(str.capitalize, words[1:]))}"
    return f"Trường {kind.capitalize()} {' '.join(map(str.capitalize, words[len(kind.split()) :]))}"


def _class(text: str) -> str:
    """The class a text names once, beyond doubt; "" for "lớp 1 đến lớp 5", "lớp 1, 2"."""
    parts = _CLASS.split(text)
    if len(parts) != 2:
        return ""
    name = _AFTER_CLASS.sub("", f"{parts[1]} ").strip(" .:,-–")
    if not _CLASS_NAME.fullmatch(name):
        return ""
    return name.upper().replace(" ", "") if name[0].isdigit() and "tu" not in name.lower() else name.capitalize()
