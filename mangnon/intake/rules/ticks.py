"""Columns to be ticked, each for one value of a column of ours: "Khuyết tật", "Bị bỏ rơi" under "Hoàn cảnh"; "Kinh", "Khmer", "Khác" under
"Dân tộc". Such a column is known as "circumstances=Khuyết tật"; a tick in it says "Khuyết tật" where the list has circumstances.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from mangnon.intake.records import TICK
from mangnon.intake.rules import deaths, moving, school
from mangnon.intake.rules.titles import Titles
from mangnon.intake.rules.words import HELP, SCHOOL_LEVEL, SCHOOL_STATE, bare, find_clauses, find_ethnicity, is_mark, plain
from mangnon.register.vocabulary.people import CircumstanceKind

MARKS = 0.8  # of the filled cells of a column that is ticked
_CIRCUMSTANCES = ("circumstances", "risks")
_LOOSE = re.compile(  # groups that stand over circumstances of all kinds
    r"^(?:cac |nhom |thuoc |dien |thuoc dien )*(?:hoan canh|doi tuong|hcdb|dien|tre em (?:co )?(?:hoan canh|hcdb|nguy co))\b"
)
_ASKED = re.compile(r"hoan canh|hcdb")  # of these groups a title that nobody knows is a circumstance to be asked about
_VAGUE = frozenset({"mo coi", "khac"})  # a circumstance may be meant; which one, people must say
_OF_NOTHING_ELSE = _VAGUE - {"khac"}
_OTHER = "khac"
_STOPS = re.compile(r"[\s,;|=:]+")
_LONGEST = 80

_KINDS = {"circumstances": CircumstanceKind.SPECIAL, "risks": CircumstanceKind.RISK}


@lru_cache(maxsize=1 << 10)
def _clauses(field: str, text: str) -> tuple[str, ...]:
    known, unknown = find_clauses(text, _KINDS[field])
    return () if unknown else known


_KNOWS: dict[str, Callable[[str], bool]] = {
    "circumstances": lambda text: bool(_clauses("circumstances", text)),
    "risks": lambda text: bool(_clauses("risks", text)),
    "help": lambda text: plain(text) in HELP,
    "assistance": lambda text: plain(text) in HELP,
    "ethnicity": lambda text: bool(find_ethnicity(text)),
    "school_state": lambda text: plain(text) in SCHOOL_STATE,
    "state": lambda text: school.read_state(text) is not None,
    "school_level": lambda text: plain(text) in SCHOOL_LEVEL,
    "level": lambda text: school.read_level(text) is not None,
    "direction": lambda text: moving.read_direction(text) is not None,
    "cause": lambda text: deaths.read_cause(text) is not None,
}


def column(words: Sequence[str], values: Sequence[str], titles: Titles) -> str:
    """The ticked column that words above one another are by the values below them; "" for none.

    The group says of what a title is a value. Without such a group only circumstances are known by their words, ethnic groups by their
    words and ticks.
    """
    if len(words) == 1 and ":" in words[0]:  # "Nguyên nhân: đuối nước"
        words = [part.strip() for part in words[0].split(":", 1)]
    title, filled = words[-1], [value for value in values if value]
    if len(title) > _LONGEST:
        return ""
    marks = [value for value in filled if is_mark(value) is not None or plain(value) == plain(title)]
    ticked = bool(filled) and len(marks) >= MARKS * len(filled)
    fields = set(titles.exact.values())
    for group in reversed(words[:-1]):
        field = titles.field(group)
        if field in _CIRCUMSTANCES or _LOOSE.match(plain(group)):
            found = _known(title, _CIRCUMSTANCES, fields)
            asked = _ASKED.search(plain(group)) or field in _CIRCUMSTANCES or bare(title) in _VAGUE
            return found or (_named("circumstances", title) if ticked and asked and "circumstances" in fields else "")
        if field in _KNOWS:
            return _named(field, title) if ticked or _KNOWS[field](title) else ""
    if found := _known(title, _CIRCUMSTANCES, fields):
        return found
    if bare(title) in _OF_NOTHING_ELSE and "circumstances" in fields and filled and all(_says_which(title, value) for value in filled):
        return _named("circumstances", title)
    return _known(title, ("ethnicity",), fields) if ticked and plain(title) != _OTHER else ""


def _says_which(title: str, value: str) -> bool:
    """Whether a cell under a vague title is ticked, or says which of its circumstances it is: "cha" under "Mồ côi"."""
    return is_mark(value) is not None or any(_KNOWS[field](f"{title} {value}") for field in _CIRCUMSTANCES)


def is_value(words: Sequence[str], values: Sequence[str], titles: Titles) -> bool:
    """Whether a title is ticked as a value of the column its group names, though alone it may name another: "Đến" under "Biến động"."""
    field = titles.field(words[-2]) if len(words) > 1 else ""
    filled = [value for value in values if value]
    return field in _KNOWS and _KNOWS[field](words[-1]) and bool(filled) and all(is_mark(value) is not None for value in filled)


def stand_under(groups: Sequence[str], row: Sequence[str], titles: Titles) -> bool:
    """Whether a row below `groups` (carried to the right over merged cells) is of titles to be ticked: two or more under one of them, some
    a value of it, and nothing where a child would have its name.
    """
    under: dict[str, set[str]] = {}
    for group, text in zip(groups, row, strict=False):
        if text and titles.field(group) in ("full_name", "family_name"):
            return False
        if group and text:
            under.setdefault(group, set()).add(text)
    return any(len(those) > 1 and any(column((group, text), (), titles) for text in those) for group, those in under.items())


def of_row(cells: Mapping[str, str]) -> dict[str, str]:
    """What the ticked columns of a row say, by the columns of ours they say it of; what these say themselves stands in front."""
    return {field: _said(field, cells, own) for field, own in _by_field(tuple(cells))}


@lru_cache(maxsize=1 << 8)  # a list has the same columns in every row
def _by_field(names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for name in names:
        field, sign, _ = name.partition(TICK)
        if sign:
            found.setdefault(field, []).append(name)
    return tuple((field, tuple(own)) for field, own in found.items())


def _said(field: str, cells: Mapping[str, str], columns: Sequence[str]) -> str:
    values = [_value(field, name.partition(TICK)[2], text) for name in columns if (text := cells[name]) and is_mark(text) is not False]
    if field not in _KINDS:
        return " và ".join(dict.fromkeys(filter(None, (cells.get(field, ""), *values))))
    parts: dict[object, list[str]] = {}
    for value in values:  # "mồ côi cha" and "mồ côi mẹ" are one clause, and both ticked are another: asked
        parts.setdefault(_clauses(field, value) or value, []).append(value)
    return "; ".join(filter(None, (cells.get(field, ""), *(" và ".join(dict.fromkeys(same)) for same in parts.values()))))


def _value(field: str, value: str, text: str) -> str:
    """What a filled cell says: by a tick the value of its title, by words the value they make more precise, else something to ask about."""
    if is_mark(text) or plain(text) == plain(value):
        return value
    if plain(value) == _OTHER and field == "cause":
        return text
    if _KNOWS[field](both := f"{value} {text}"):
        return both
    return text if plain(value) == _OTHER or plain(text).startswith(plain(value)) else f"{value}: {text}"


def _known(title: str, fields: Sequence[str], present: set[str]) -> str:
    return next((_named(field, title) for field in fields if field in present and _KNOWS[field](title)), "")


def _named(field: str, title: str) -> str:
    return f"{field}{TICK}{_STOPS.sub(' ', title).strip()}"
