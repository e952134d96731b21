"""Dates as wards write them."""

import re
from datetime import date, timedelta
from functools import lru_cache

from mangnon.lib import vietnamese
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision

_DAY = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(?:nam |khoang |khoang nam |ns |sinh nam )*(\d{4})")
_WORDS = re.compile(r"(?:sinh )?(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_SHORT = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{2})")
_SERIAL = re.compile(r"\d{5}")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
EARLIEST = 1900


class NoSuchDay(ValueError):
    """The words are a date, but no calendar has it: 31/02/2019."""


@lru_cache(maxsize=10_000)
def read_birth(text: str) -> Birth | None:
    """A date, month or year; None if the text is none of them. Raises NoSuchDay for a day the calendar lacks.

    Days come before months, as everywhere in Việt Nam. A bare number of five digits is a day as Excel counts them.
    """
    text = vietnamese.clean(text).strip(" .,;'")
    folded = vietnamese.fold(text)
    if found := _DAY.fullmatch(text) or _WORDS.fullmatch(folded):
        return Birth(_date(int(found[3]), int(found[2]), int(found[1]), text))
    if found := _ISO.fullmatch(text):
        return Birth(_date(int(found[1]), int(found[2]), int(found[3]), text))
    if (found := _MONTH.fullmatch(text)) and int(found[2]) >= EARLIEST:
        return Birth(_date(int(found[2]), int(found[1]), 1, text), Precision.MONTH)
    if found := _ISO_MONTH.fullmatch(text):
        return Birth(_date(int(found[1]), int(found[2]), 1, text), Precision.MONTH)
    if (found := _YEAR.fullmatch(folded)) and int(found[1]) >= EARLIEST:
        return Birth(_date(int(found[1]), 1, 1, text), Precision.YEAR)
    if _SERIAL.fullmatch(text):
        return Birth(_EXCEL_DAY_ZERO + timedelta(days=int(text)))
    return None


def short_year(text: str) -> str | None:
    """ "5/6/22" → "5/6/2022": what a date with two figures for the year most likely means, to be asked, never assumed."""
    found = _SHORT.fullmatch(vietnamese.clean(text))
    return f"{found[1]}/{found[2]}/20{found[3]}" if found else None


def read_day(text: str) -> date | None:
    """A day for the beginning of a circumstance; a month or year counts from its first day. None if it cannot be read."""
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
