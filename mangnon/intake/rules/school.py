"""School rolls: schools, classes, school years, states as typed."""

import re
from datetime import date

from mangnon.intake.rules.words import SCHOOL_LEVEL, SCHOOL_STATE, plain
from mangnon.lib import vietnamese
from mangnon.register.vocabulary.people import SchoolingState, SchoolLevel, SchoolState

_YEAR = re.compile(r"(?:nam hoc |nien khoa )?(\d{4}) (\d{2}|\d{4})")
_AGE = re.compile(r"\b(\d{1,2})(?: (?:den )?\d{1,2})? (?:tuoi|(thang))\b(?! \d)")
_GRADE = re.compile(r"(?:lop |khoi )?(1[0-2]|[1-9])(?!\d)")
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
    "ra truong": SchoolingState.COMPLETED,
}  # fmt: skip
_STARTS = (9, 5)  # khai giảng: ngày 05 tháng 9


def read_school(text: str) -> str | None:
    """The name of a school: letters, not a number alone."""
    name = vietnamese.clean(text)[:200]
    return name if any(c.isalpha() for c in name) else None


def read_year(text: str) -> str | None:
    """2026-2027 of "2026 - 2027", "2026-27", "năm học 2026/2027"; a year alone is the one that begins in it."""
    words = plain(text)
    if re.fullmatch(r"\d{4}", words):
        return f"{words}-{int(words) + 1}"
    found = _YEAR.fullmatch(words)
    if not found:
        return None
    first, last = int(found[1]), int(found[1][:2] + found[2]) if len(found[2]) == 2 else int(found[2])
    return f"{first}-{last}" if last == first + 1 else None


def read_level(text: str) -> SchoolLevel | None:
    """The level by its name, else by the grade."""
    return SCHOOL_LEVEL.get(plain(text)) or level_of(text, "")


def read_state(text: str) -> SchoolingState | None:
    """How the pupil stands, by the words schools use."""
    return _STATES.get(plain(text))


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
