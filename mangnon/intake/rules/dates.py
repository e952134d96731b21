"""Dates as wards write them."""

import re
from datetime import date, timedelta
from functools import lru_cache

from mangnon.lib import vietnamese
from mangnon.register import rules as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

_SIGN = r"\s*(?:[/.,\\ |_'’]{1,2}|[-–]+)\s*"
_DAY = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}}|\d{{2}})")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})(\d{4})")
_TOGETHER_ISO = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?"
)  # and the hour, as programs of hospitals write
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"(?:thang |t)?(\d{1,2})\s*(?:[/.\-]| nam )\s*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(\d{4})")
_NAMED = re.compile(r"(\d{1,2})[-/ .]+(?:thg|thang|t)\.? ?(\d{1,2})[-/ .,]+(\d{4}|\d{2})")  # "05-thg 6-18": Excel's own way
_ENGLISH = re.compile(r"(\d{1,2})[-/ .]([a-z]{3})[a-z]*[-/ .,]+(\d{4}|\d{2})")
_ENGLISH_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WORDS = re.compile(r"(\d{1,2}) ?thang ?(\d{1,2})(?: ?nam ?|, | )(\d{4})")
_TIME = re.compile(r"[ T]\d{1,2}[:h]\d{2}(?::\d{2})?(?!.*\b(?:am lich|al|hen|du kien)\b).*$")
_HOUR = (  # "8h", "08h15'", "8 giờ 15 phút sáng", "lúc 20:30"
    r"(?:(?:luc|vao|hoi|khoang) )*(?:[01]?\d|2[0-4]) ?(?:h|gio|g|:(?=\d)) ?(?:[0-5]?\d ?(?:['’′]|ph?\b|phut|(?::[0-5]\d)?)(?!\d))?"
    r"(?: ?(?:am|pm|sa|ch|(?:buoi )?(?:rang sang|sang|trua|chieu|toi|dem|khuya)))?"
)
_HOUR_BEFORE = re.compile(rf"^{_HOUR}[ ,;/–-]+(?=ngay \d|thu \w|chu nhat|\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?\d{{2}})")
_HOUR_AFTER = re.compile(rf"(?<=\d)(?: ?[,;/–-] ?| )\(?{_HOUR}\)?$")
_LABEL = re.compile(r"^(?:(?:ngay|thang|nam|sinh|ns|sn|ntns|ngsinh)\b[ ,.:/-]*)+(?=\d|thang )|^(?:ns|sn)(?=\d{4}$)")  # "SN: 2019"
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_NO_DOUBT = re.compile(  # what brackets after a date may say without making it another date, as "(âm lịch)", "(dự kiến)", "(hẹn)" do
    r" ?\((?:sinh (?:non|doi|ba|mo|thuong|thieu thang)|song sinh|thieu thang|(?:theo )?(?:giay )?(?:khai sinh|chung sinh|gks|gcs)"
    r"|nam|nu|trai|gai|con nuoi|mo coi|khuyet tat)\)$"
)
_WEEKDAY = re.compile(r"^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b[ ,.]*(?=\d|ngay)")
_CIVIL = re.compile(r"\W*\b(?:dl|duong lich)\W*$")  # the other calendar, "âm lịch", is asked
_LEFT_OUT = re.compile(r"^(?:[?.\-_…x*]{0,4}(?=/)|0{1,2}(?=[/.\-]))[/.\-]")  # the day of "00/06/2018", "--/--/2018", "?/6/2018"
_FIGURES = re.compile(r"(?<![a-z])[\do]*\d[\do]*(?![a-z])")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_ABOUT = re.compile(r"^(?:khoang|tam|do|chung|uoc chung|~|co le)\b ?(?:nam )?(?=\d)|^~ ?(?=\d)")
_EXCEL_DAY_ZERO = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_SERIALS = range(10_000, 80_000)  # 1927 to 2119: a smaller number is a year, a larger one no date of a child
EARLIEST = 1900
_LONGEST = 100  # letters of a date with words about it
_THIS_CENTURY = 50  # two figures for the year: 00 to 49 are 2000 to 2049, the others of the century before


class NoSuchDay(ValueError):
    """The words are a date, but no calendar has it: 31/02/2019."""


@lru_cache(maxsize=100_000)
def read_birth(text: str, *, from_1904: bool = False) -> Birth | None:
    """A date, month or year; None if the text is none of them, or only about one ("khoảng 2015"). Raises NoSuchDay for a day there is not.

    Days come before months, as everywhere in Việt Nam. Two figures for the year are of this century up to 49. A bare number of five digits
    is a day as Excel counts them, from 1900, or from 1904 as lists made on a Macintosh do. A letter O among figures is a zero, and a day or
    month written as 00, -- or ? is one that is not known.
    """
    text = _trimmed(text)
    folded = _without_words(text)
    if left_out := _LEFT_OUT.match(folded):
        rest = folded[left_out.end() :]
        known = read_birth(rest[left.end() :] if (left := _LEFT_OUT.match(rest)) else rest)
        return known if known is not None and known.precision is not Precision.DAY else None
    if found := _as_day(folded):
        return Birth(_date(_year(found[3]), int(found[2]), int(found[1]), text))
    if found := _WORDS.fullmatch(folded):
        return Birth(_date(int(found[3]), int(found[2]), int(found[1]), text))
    if found := _NAMED.fullmatch(folded):
        return Birth(_date(_year(found[3]), int(found[2]), int(found[1]), text))
    if (found := _ENGLISH.fullmatch(folded)) and (month := _ENGLISH_MONTHS.get(found[2])):
        return Birth(_date(_year(found[3]), month, int(found[1]), text))
    if (found := _ISO.fullmatch(text)) and int(found[1]) >= EARLIEST:
        return Birth(_date(int(found[1]), int(found[2]), int(found[3]), text))
    if (found := _MONTH.fullmatch(folded)) and int(found[2]) >= EARLIEST:
        return Birth(_date(int(found[2]), int(found[1]), 1, text), Precision.MONTH)
    if found := _ISO_MONTH.fullmatch(text):
        return Birth(_date(int(found[1]), int(found[2]), 1, text), Precision.MONTH)
    if (found := _YEAR.fullmatch(folded)) and int(found[1]) >= EARLIEST:
        return Birth(_date(int(found[1]), 1, 1, text), Precision.YEAR)
    if (found := _SERIAL.fullmatch(text)) and int(found[1]) in _SERIALS:
        return Birth(_EXCEL_DAY_ZERO[from_1904] + timedelta(days=int(found[1])))
    return _together(folded, text)


def _trimmed(text: str) -> str:
    text = vietnamese.clean(text[:_LONGEST]).strip(" .,;'")
    found = _IN_BRACKETS.fullmatch(text)
    return found[1].strip() if found else text


def _without_words(text: str) -> str:
    """Folded, letters O among figures as zeros, without hour, weekday and what else is said beside a date and does not change it."""
    folded = _FIGURES.sub(lambda figures: figures[0].replace("o", "0"), vietnamese.fold(text))
    if folded.endswith(")"):
        folded = _NO_DOUBT.sub("", folded)
    if ":" in folded or "h" in folded or "g" in folded:
        folded = _HOUR_AFTER.sub("", _HOUR_BEFORE.sub("", folded))
    return _CIVIL.sub("", _LABEL.sub("", _WEEKDAY.sub("", folded)))


def _as_day(folded: str) -> re.Match[str] | None:
    return _DAY.fullmatch(_TIME.sub("", folded).rstrip(" -–"))


def _together(folded: str, text: str) -> Birth | None:
    """Digits without anything between: 05062018, 5062018 (a zero lost in a number), 20180605, 201806051430."""
    if (found := _TOGETHER.fullmatch(folded)) and EARLIEST <= int(found[3]) < EARLIEST + 200:
        return Birth(_date(int(found[3]), int(found[2]), int(found[1]), text))
    if (found := _TOGETHER_ISO.fullmatch(folded)) and EARLIEST <= int(found[1]) < EARLIEST + 200:
        return Birth(_date(int(found[1]), int(found[2]), int(found[3]), text))
    return None


def about(text: str) -> str | None:
    """ "khoảng 2015", "~2015" → "2015": somebody guessed, so it is asked."""
    folded = vietnamese.fold(vietnamese.clean(text)).strip(" .,;'")
    found = _ABOUT.match(folded)
    rest = folded[found.end() :] if found else ""
    try:
        return rest if rest and read_birth(rest) is not None else None
    except NoSuchDay:
        return None


def month_first(text: str) -> bool | None:
    """Whether a date can only be month/day/year (True) or only day/month/year (False); None when it may be both, or is no such date."""
    found = _DAY.fullmatch(text) or _as_day(_without_words(_trimmed(text)))
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if first <= 12 < second <= 31:
        return True
    return False if second <= 12 < first <= 31 else None


def swapped(text: str) -> str | None:
    """ "06/25/2018" → "25/06/2018": the date with its first two numbers the other way round, if the calendar has that day."""
    found = _DAY.fullmatch(text) or _as_day(_without_words(_trimmed(text)))
    if not found:
        return None
    try:
        day = date(_year(found[3]), int(found[1]), int(found[2]))
    except ValueError:
        return None
    return f"{day:%d/%m/%Y}"


def _year(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < _THIS_CENTURY else 1900)


def first_day(text: str) -> date | None:
    """A day; a month or year counts from its first day. None if it is no date. Raises NoSuchDay."""
    birth = read_birth(text)
    return birth.day if birth else None


def last_day(text: str) -> date | None:
    """As `first_day`, for the end of a span: a month or year lasts until its last day."""
    birth = read_birth(text)
    return register.last_day_of(birth) if birth else None


def day_before(text: str) -> date | None:
    """The last day before the one, the month or the year a text names: of something that ends "from 06/2026" on."""
    first = first_day(text)
    return first - timedelta(days=1) if first and first > date.min else None


def read_day(text: str) -> date | None:
    """As `first_day`, but None for a day no calendar has too."""
    try:
        birth = read_birth(text)
    except NoSuchDay:
        return None
    return birth.day if birth else None


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay(text) from error
