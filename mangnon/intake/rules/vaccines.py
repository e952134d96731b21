"""Vaccines and doses as typed: "5in1 mũi 2", "BCG", "VGB sơ sinh", "OPV3", and the titles of their columns."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from mangnon.intake.records import ReadRow
from mangnon.intake.rules import banners
from mangnon.intake.rules.words import plain
from mangnon.register import rules as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.vaccines import HEPATITIS_B, VACCINES, Vaccine

_DOSE = re.compile(r"^(.*?)(?: ?(?:mui|lan|lieu|so) ?(?:thu )?)? ?([1-9])$")
_COLUMN = re.compile(r"dose_(.+)_(\d)")
_MOST = {"bcg": 1, "hepb": 4, "flu": 20, "td": 10, "je": 9}  # doses there may be; of others the usual ones and two to refresh them
_WITH_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\s*")
_NUMBER = re.compile(r"(?:mui|lan|lieu|m|l)? ?(?:thu )?([1-9])|(?:mui )?nhac(?: lai)?")
_BEFORE = re.compile(r"^.*\b(?:vac xin|vacxin|vaccine|tiem|uong|chung|ngua|phong|benh) ")
_WHEN = re.compile(r" (?:thang|nam|ngay|dot|quy|cho|tai|tu|trong|tren)\b.*$")
_ALIKE = {"cum": "cúm", "ta": "tả", "dai": "dại", "soi": "sởi"}  # other words without their marks: "Cụm 3", "Đại"


def _banner() -> str:
    names = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    return rf"(?:^|\b(?:vac xin|vacxin|vaccine|tiem|uong|chung|ngua|phong|benh) )(?:{names})\b"


@lru_cache(maxsize=1 << 8)
def of_banner(banner: str) -> tuple[str, int | None] | None:
    """The vaccine, and the dose, that the nearest section, or else the title or the sheet, names alone: "TIÊM VẮC XIN SỞI", "II. BCG"."""
    return banners.one_said(banner, _said)


def _said(text: str) -> frozenset[tuple[str, int | None]]:
    words = _WHEN.sub("", plain(text))
    ways = [way for way in (words, _BEFORE.sub("", words)) if _ALIKE.get(way.split(" ")[0], "") in text.lower()]
    return frozenset(filter(None, [next(filter(None, map(read_vaccine, ways)), None)]))


def read_vaccine(text: str) -> tuple[str, int | None] | None:
    """The vaccine and, when the words have it, the number of the dose; of two names, one in brackets, both must be the same vaccine."""
    if found := _WITH_BRACKETS.fullmatch(text):
        outside, inside = (_read(part) for part in found.groups())
        return outside if outside and inside and outside[0] == inside[0] else _read(text)
    return _read(text)


def _read(text: str) -> tuple[str, int | None] | None:
    words = plain(text)
    if words in _names():
        return _names()[words], None
    found = _DOSE.fullmatch(words)
    name = found[1].strip() if found else ""
    return (_names()[name], int(found[2])) if found and name in _names() else None


def read_number(text: str) -> int | None:
    """1 of "mũi 1", "lần 1", "1"."""
    found = _NUMBER.fullmatch(plain(text))
    return int(found[1]) if found and found[1] else None


def most(vaccine: str) -> int:
    """The highest number a dose of a vaccine may have."""
    return _MOST.get(vaccine, next(one.doses for one in VACCINES if one.code == vaccine) + 2)


def out_of_order(row: ReadRow) -> Iterator[tuple[str, int, int]]:
    """(vaccine, number, earlier number) of doses in the columns of a row that were given before the one that comes first."""
    given: dict[str, list[tuple[int, Birth]]] = defaultdict(list)
    for field, value in row.values.items():
        if (found := _COLUMN.fullmatch(field)) and isinstance(value, Birth):
            given[found[1]].append((int(found[2]), value))
    for vaccine, doses in given.items():
        latest: tuple[int, date] | None = None
        for number, day in sorted(doses, key=lambda dose: dose[0]):
            if latest is not None and register.last_day_of(day) < latest[1]:
                yield vaccine, number, latest[0]
            latest = (number, day.day)


def titles(vaccine: Vaccine, number: int | None) -> tuple[str, ...]:
    """What lists call the column of one dose: "OPV 1", "OPV mũi 1", "OPV L1", "Sởi 9 tháng". Of a vaccine given once the name alone is
    the dose; of others it says no number. "VGB1" is none: it may be the first dose after the newborn's.
    """
    words = (vaccine.name, *vaccine.also)
    endings = [""] if number is None or (number == 1 == vaccine.doses) else []
    if number is not None:
        endings += [f" mũi {number}", f" lần {number}", f" L{number}"]
        endings += [f" {number}", f"{number}"] if vaccine.code != HEPATITIS_B else []
    if number == 1 or (number == 0 and vaccine.code == "opv"):
        endings += [f" {age}" for age in (vaccine.at_age or ("sơ sinh",) * (number == 0))]
    return tuple(f"{word}{ending}" for word in words for ending in endings)


@cache
def _names() -> dict[str, str]:
    return {plain(word): vaccine.code for vaccine in VACCINES for word in (vaccine.name, *vaccine.also)}


BANNER = _banner()  # words of titles, sections and sheets that may name the vaccine of all
