"""School rolls: schools, classes, school years, states as typed."""

import re
from datetime import date

from mangnon.intake.records import ReadRow
from mangnon.intake.rules import banners, dates
from mangnon.intake.rules.words import SCHOOL_LEVEL, SCHOOL_STATE, plain
from mangnon.lib import vietnamese
from mangnon.register.vocabulary.people import SchoolingState, SchoolLevel, SchoolState

_YEAR = re.compile(r"(?:nam hoc |nien khoa |nh )?((?:19|20)\d{2}|2\d) (\d{2}|20\d{2})")
_AGE = re.compile(r"\b(\d{1,2})(?: (?:den )?\d{1,2})? (?:tuoi|(thang))\b(?! \d)")
_GRADE = re.compile(r"(?:lop |khoi )?(1[0-2]|[1-9])(?!\d)")
_IN_WORDS = re.compile(r"(?:(?P<left>.*?) )??(?:(?:lop|khoi) (?:1[0-2]|[1-9])(?!\d)\w*|(?:1[0-2]|[1-9]) 12|(?:1[0-2]|[1-9])[a-z]\d?)")
_LEVELS = ((range(1, 6), SchoolLevel.PRIMARY), (range(6, 10), SchoolLevel.LOWER_SECONDARY), (range(10, 13), SchoolLevel.UPPER_SECONDARY))
_IN_NAMES = (
    ("trung hoc pho thong", SchoolLevel.UPPER_SECONDARY), ("thpt", SchoolLevel.UPPER_SECONDARY),
    ("trung hoc co so", SchoolLevel.LOWER_SECONDARY), ("thcs", SchoolLevel.LOWER_SECONDARY),
    ("tieu hoc", SchoolLevel.PRIMARY), ("nha tre", SchoolLevel.NURSERY), ("nhom tre", SchoolLevel.NURSERY),
    ("mau giao", SchoolLevel.KINDERGARTEN), ("mam non", SchoolLevel.KINDERGARTEN),
)  # fmt: skip
_BEFORE_SCHOOL = frozenset({SchoolLevel.NURSERY, SchoolLevel.KINDERGARTEN})
_STATES = {
    **{word: SchoolingState.ATTENDING for word, state in SCHOOL_STATE.items() if state is SchoolState.ATTENDING},
    **{word: SchoolingState.LEFT for word, state in SCHOOL_STATE.items() if state is SchoolState.LEFT},
    **{plain(label): SchoolingState(value) for value, label in SchoolingState.choices},
    "hoc": SchoolingState.ATTENDING, "x": SchoolingState.ATTENDING, "dang theo hoc": SchoolingState.ATTENDING,
    "chuyen den": SchoolingState.ATTENDING, "bao luu": SchoolingState.LEFT, "nghi": SchoolingState.LEFT,
    "chuyen truong": SchoolingState.TRANSFERRED, "chuyen di": SchoolingState.TRANSFERRED, "da chuyen": SchoolingState.TRANSFERRED,
    "tot nghiep": SchoolingState.COMPLETED, "hoan thanh": SchoolingState.COMPLETED, "hoan thanh chuong trinh": SchoolingState.COMPLETED,
    "ra truong": SchoolingState.COMPLETED, "da tot nghiep": SchoolingState.COMPLETED,
    "hoan thanh chuong trinh th": SchoolingState.COMPLETED, "hoan thanh chuong trinh tieu hoc": SchoolingState.COMPLETED,
    "dang hoc hoa nhap": SchoolingState.ATTENDING,
}  # fmt: skip
YEAR_OF_LIST = r"\b(?:nam hoc|nien khoa)\b"  # titles that may say the school year of all
_IN_TITLE = re.compile(r"\b(?:nam hoc|nien khoa|nh) ?(\d{4}) (\d{4}|\d{2})\b")
_A_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}(?: 00:00:00)?")  # what Excel makes of "9/1"
_A_SERIAL = re.compile(r"[34]\d{4}(?:\.0)?")
_DITTOS = frozenset({"nt", "như trên", "nhu tren"})
_CHOICE = re.compile(r"^\s*\d{1,2}\s*[-–.:)]\s*")
_STARTS = (9, 5)  # khai giảng: ngày 05 tháng 9


def read_school(text: str) -> str | None:
    """The name of a school: letters, not a number alone."""
    name = vietnamese.clean(text)[:200]
    return name if any(c.isalpha() for c in name) else None


def read_year(text: str) -> str | None:
    """2026-2027 of "2026 - 2027", "2026-27", "năm học 2026/2027"; a year alone is the one that begins in it."""
    words = plain(text)
    if re.fullmatch(r"(?:19|20)\d{2}", words):
        return f"{words}-{int(words) + 1}"
    found = _YEAR.fullmatch(words)
    if not found:
        return None
    first, last = (int(part) if len(part) == 4 else 2000 + int(part) for part in found.groups())
    return f"{first}-{last}" if last == first + 1 else None


def year_of_row(row: ReadRow) -> str | None:
    """The school year a row names, else the title over it."""
    return row.value("school_year") or year_in_banner(row.text(banners.FIELD))


def ticked(row: ReadRow) -> SchoolingState | None:
    """How a pupil left, as a ticked column says."""
    if row.value("left_mark"):
        return SchoolingState.LEFT
    return SchoolingState.TRANSFERRED if row.value("moved_mark") else None


def year_in_banner(banner: str) -> str | None:
    """The school year a title names: "DANH SÁCH HỌC SINH LỚP 4A NĂM HỌC 2025-2026"."""
    return next((f"{found[1]}-{int(found[1]) + 1}" for part in banners.levels(banner) if (found := _IN_TITLE.search(part))), None)


def read_class(text: str) -> str | None:
    """The name of a class; None for "nt" that no row above explains."""
    name = vietnamese.clean(text)[:40]
    return None if name.lower().strip("- .") in _DITTOS and name != "NT" else name


def classes_meant(text: str) -> tuple[str, ...]:
    """The classes of which a spreadsheet has made a date or a number: "9/1" and "1/9" of 09/01/2026; none of "9/1" itself."""
    name = vietnamese.clean(text)
    if not (_A_DATE.fullmatch(name) or _A_SERIAL.fullmatch(name)):
        return ()
    try:
        birth = dates.read_birth(name.partition(" ")[0])
    except dates.NoSuchDay:
        return ()
    return tuple(dict.fromkeys((f"{birth.day.day}/{birth.day.month}", f"{birth.day.month}/{birth.day.day}"))) if birth else ()


def grade_of(class_name: str, school: str) -> int | None:
    """The grade a class names, 1 to 12: "9A1", "Lớp 4/2"; none in a kindergarten, and none of ages ("5 tuổi A")."""
    named = plain(class_name)
    found = _GRADE.match(named)
    return int(found[1]) if found and not _AGE.search(named) and not _is_before_school(plain(school)) else None


def read_level(text: str) -> SchoolLevel | None:
    """The level by its name, else by the grade."""
    return SCHOOL_LEVEL.get(plain(text)) or level_of(text, "")


def level_in_words(text: str) -> SchoolLevel | None:
    """The level that words about a child name by a class, never by a bare figure: "Lớp 3A", "9/12", "bỏ học lớp 5"."""
    words = plain(text)
    found = _IN_WORDS.fullmatch(words)
    if found is None or (found["left"] and found["left"] not in SCHOOL_STATE):
        return None
    return level_of(words[len(found["left"] or "") :].strip(), "")


def state_in_words(text: str) -> SchoolState | None:
    """Whether words about a child's level say that it goes to school, or has left: "nghỉ học", "bỏ học lớp 5"."""
    words = plain(text)
    found = _IN_WORDS.fullmatch(words)
    return SCHOOL_STATE.get(found["left"] or "" if found else words)


def read_state(text: str) -> SchoolingState | None:
    """How the pupil stands, by the words schools use; a number before them is that of a list to choose from: "1 - Đang học"."""
    return _STATES.get(plain(text)) or _STATES.get(plain(_CHOICE.sub("", text)))


def level_of(class_name: str, school: str) -> SchoolLevel | None:
    """The level a class belongs to: by the ages in its name ("5 tuổi A"), its grade ("9A1") unless the school has none, else by names."""
    named, words = plain(class_name), plain(school)
    if found := _AGE.search(named):
        if level := _of_age(int(found[1]) // (12 if found[2] else 1)):
            return level
    elif (found := _GRADE.match(named)) and not _is_before_school(words):
        return next(level for grades, level in _LEVELS if int(found[1]) in grades)
    both = f"{named} {words}"
    return next((level for part, level in _IN_NAMES if part in both), None)


def _of_age(years: int) -> SchoolLevel | None:
    """Nhà trẻ until three years, mẫu giáo until six."""
    if years < 3:
        return SchoolLevel.NURSERY
    return SchoolLevel.KINDERGARTEN if years <= 6 else None


def _is_before_school(school: str) -> bool:
    """Whether a school is for the smallest only: Trường Mầm non Hoa Mai, but not Trường Tiểu học và Mầm non Hoa Mai."""
    levels = {level for part, level in _IN_NAMES if part in school}
    return bool(levels) and levels <= _BEFORE_SCHOOL


def year_of(day: date) -> str:
    """The school year of a day; it begins in August."""
    first = day.year if day.month >= 8 else day.year - 1
    return f"{first}-{first + 1}"


def first_day(year: str) -> date:
    """The day a school year opens."""
    return date(int(year[:4]), *_STARTS)
