"""What a column seems to be by its values, where its title does not say: dates, numbers of 12 figures, names by surname … A guess is shown
to a person with its ground, never taken.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mangnon.intake.records import Column, spoken_for
from mangnon.intake.rules import dates, linking, sections, spread_births, words
from mangnon.intake.rules.spread_births import YOUNG
from mangnon.intake.rules.surnames import SURNAMES
from mangnon.lib import vietnamese
from mangnon.register import rules as register

LEAST = 0.7  # of the filled cells of a column
NAMES_LEAST = 0.6
AGAINST = 0.3  # of the filled cells speaking for a column, below which they may speak against it
_FIGURES = re.compile(r"[\s.\-]")
_PHONE = re.compile(r"(?:0|\+?84)\d{8,10}")
_COMMUNE = re.compile(r"(?:phuong|xa|thi tran|tt|p|x) \S")
_PARTS = {"birth_day": "là ngày (1–31)", "birth_month": "là tháng (1–12)", "birth_year": "là năm"}
_PARENTS = {"father_name": "cha", "mother_name": "mẹ"}
_BESIDE = {"father_name": "mother_name", "mother_name": "father_name"}
_ADDRESS = re.compile(
    r"(?:[Ss]ố (?:nhà )?)?\d+[A-Za-z]?(?:/\d+[A-Za-z]?)*,? (?:(?:đường|hẻm|ấp|tổ|khu vực) |[^\W\d_a-z][a-zà-ỹ]+ [^\W\d_])"
)
NAMED = ("full_name", "mother_name", "father_name", "guardian_name")
_TITLE = re.compile(r"^ho (?:va|ten|dem|lot|chu)\b|\bten\b|^(?:bo me|chu ho|ong ba)\b")  # no name, though "Họ" looks like a surname
_ODD = re.compile(r"[\d@#/\\|:;_]")


@dataclass(frozen=True)
class Guess:
    """The column it seems to be, how much of its cells that say something speak for it, and why in words."""

    field: str
    share: float
    why: str


def of_columns(
    rows: Sequence[Sequence[str]], known: Sequence[Column], *, taken: Collection[str], places: Collection[int],
    denied: Callable[[int, str], bool] = lambda _place, _field: False,
) -> dict[int, Guess]:  # fmt: skip
    """A guess for columns not spoken for (`places`), each of our columns (`taken` out) once, from left to right. `denied` says which of
    ours a place cannot be, whatever its values.
    """
    fields = {column.field for column in known}
    free = fields - spoken_for(taken)
    columns = {
        place: values for place in range(max(map(len, rows), default=0))
        if place not in places and (values := [row[place].strip() for row in rows if place < len(row) and row[place].strip()])
    }  # fmt: skip
    found = _spread(rows, columns, free, places)
    free -= spoken_for(guess.field for guess in found.values())
    for place, values in columns.items():
        if place in found:
            continue
        guess = _one(values, {field for field in free if not denied(place, field)})
        beside = found.get(place - 1)
        if (
            guess
            and guess.field == "guardian_name"
            and beside
            and (other := _BESIDE.get(beside.field)) in free
            and not denied(place, other)
        ):
            guess = Guess(other, guess.share, f"{guess.why}, cạnh cột họ tên {_PARENTS[beside.field]}")
        if guess:
            found[place] = guess
            free.discard(guess.field)
    return found


def speak_against(values: Sequence[str], field: str) -> bool:
    """Whether the filled cells of a column cannot be this one of ours and are plainly another: women's names under "Bà sinh". Codes of
    records are never numbers alone, whatever their title; "Đang ở" is no state of school, nor a weight a sex.
    """
    if field == "child_code":
        return not any(map(linking.code_in, values))
    if (known := _WORDS.get(field)) is not None:
        return bool(values) and sum(words.plain(value) in known for value in values) < AGAINST * len(values)
    test = _OWN.get(field)
    if test is None or not values or sum(map(test, values)) >= AGAINST * len(values):
        return False
    return any(sum(map(other, values)) >= LEAST * len(values) for other in _OWN.values() if other is not test)


def _spread(
    rows: Sequence[Sequence[str]], columns: Mapping[int, Sequence[str]], free: Collection[str], places: Collection[int]
) -> dict[int, Guess]:  # fmt: skip
    """Three columns side by side that are day, month and year of birth, unless a column before them says whole days."""
    if not all(part in free for part in spread_births.PARTS):
        return {}
    counting = {place for place, values in columns.items() if len(values) > 1 and _counts(values)}
    three = spread_births.find(rows, taken={*places, *counting})
    if three is None or any(_are_days(values) for place, values in columns.items() if place < three[0]):
        return {}
    first, share = three
    why = f"{_percent(share)} dòng có ngày, tháng, năm sinh ở ba cột liền nhau: cột này"
    return {first + at: Guess(part, share, f"{why} {_PARTS[part]}") for at, part in enumerate(spread_births.PARTS)}


def _are_days(values: Sequence[str]) -> bool:
    """Whether most of a column is births to the day or month, not bare years."""
    return sum(1 for value in values if len(value) > 4 and is_birth(value)) >= LEAST * len(values)


def children(rows: Sequence[Sequence[str]]) -> int:
    """How many rows look like children."""
    return sum(map(is_child, rows))


def first_child(rows: Sequence[Sequence[str]]) -> int | None:
    """The first of the rows that looks like a child, if such rows are most of those that hold as much."""
    hits = [at for at, row in enumerate(rows) if is_child(row)]
    long = sum(1 for row in rows if sum(map(bool, row)) >= 3)
    return hits[0] if hits and len(hits) >= 0.5 * min(long, len(rows)) else None


def is_child(row: Sequence[str]) -> bool:
    """Whether a row looks like a child: a name in one cell, a child's birth or a number of 12 figures in another."""
    return any(map(is_name, row)) and (
        any(cell and (is_birth(cell) or _is_number(cell)) for cell in row) or spread_births.is_spread(row)
    )  # fmt: skip


def _one(values: Sequence[str], free: Collection[str]) -> Guess | None:
    told = [value for value in values if not words.is_nothing(value)]
    for field, test, what in _TESTS:
        hits = sum(map(test, told))
        share = hits / len(told) if told else 0
        if share >= LEAST and field in free:
            return Guess(field, share, f"{_percent(hits / len(values))} ô là {what}")
        if share >= LEAST:
            return None  # a second column of numbers or dates
    if "address" in free and (share := sum(1 for value in told if _ADDRESS.match(value)) / max(1, len(told))) >= LEAST:
        return Guess("address", share, f"{_percent(share)} ô là số nhà, đường")
    if _counts(values) and "number" in free:
        return Guess("number", 1.0, "các ô đếm tăng dần")
    share = sum(map(is_name, values)) / len(values)
    if share < NAMES_LEAST:
        return None
    girls = sum(1 for value in values if " thi " in f" {words.plain(value)} ") / len(values)
    if "full_name" in free:
        return Guess("full_name", share, f"{_percent(share)} ô là họ tên người")
    if sum(map(_is_capitalised, values)) < NAMES_LEAST * len(values):
        return None  # "bỏ học", "Đồng ý" begin like surnames
    if "mother_name" in free and girls >= 0.5:
        return Guess("mother_name", share, f"{_percent(share)} ô là họ tên người, phần nhiều chữ đệm “Thị”")
    if "father_name" in free and girls <= 0.15:
        return Guess("father_name", share, f"{_percent(share)} ô là họ tên người, ít chữ đệm “Thị”")
    return Guess("guardian_name", share, f"{_percent(share)} ô là họ tên người") if "guardian_name" in free else None


def _percent(share: float) -> str:
    return "mọi" if share == 1 else f"{int(100 * share)}%"


def is_birth(text: str) -> bool:
    """A day or year on which a child may be born."""
    try:
        birth = dates.read_birth(text)
    except dates.NoSuchDay:
        return True
    return birth is not None and YOUNG <= birth.day.year <= YOUNG + 50


def year_of(cells: Sequence[str]) -> int:
    """The year of birth the first of some cells names; 0 when it names none."""
    try:
        birth = dates.read_birth(cells[0]) if cells and cells[0] else None
    except dates.NoSuchDay:
        return 0
    return birth.day.year if birth else 0


def _is_number(text: str) -> bool:
    figures = _FIGURES.sub("", text)
    parts = register.read_number(figures.zfill(12)) if len(figures) in (11, 12) else None
    return parts is not None and YOUNG - 2 <= parts.birth_year <= YOUNG + 50


def is_name(text: str) -> bool:
    """Two to seven words without figures, the first of them a surname."""
    if len(text) > 60 or _ODD.search(text):
        return False
    parts = vietnamese.fold(text).split()
    return 2 <= len(parts) <= 7 and parts[0] in SURNAMES


def is_somebody(text: str) -> bool:
    """Whether a cell that may be a title is a name instead."""
    return is_name(text) and not _TITLE.search(words.plain(text))


def _is_capitalised(text: str) -> bool:
    """Whether every word begins as words of names do."""
    return all(word[0].isupper() for word in text.split())


def _counts(values: Sequence[str]) -> bool:
    """1, 2, 3 … with few gaps."""
    numbers = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 7]
    if len(numbers) < 0.8 * len(values):
        return False
    steps = sum(1 for one, other in pairwise(numbers) if other == one + 1)
    return numbers[0] <= 1 and steps >= 0.8 * (len(numbers) - 1)


_TESTS: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("personal_number", _is_number, "số 12 chữ số"),
    ("phone", lambda text: bool(_PHONE.fullmatch(_FIGURES.sub("", text))), "số điện thoại"),
    ("birth_date", is_birth, "ngày, tháng, năm sinh của trẻ"),
    ("sex", lambda text: words.plain(text) in {"nam", "nu", "trai", "gai"}, "Nam hoặc Nữ"),
    ("ethnicity", lambda text: not _ODD.search(text) and bool(words.find_ethnicity(text)), "tên dân tộc"),
    ("hamlet", lambda text: bool(sections.of_sheet(text)), "tên ấp, khu vực"),
    ("current", lambda text: bool(_COMMUNE.match(words.plain(text))), "tên xã, phường"),
    ("poverty", lambda text: words.plain(text) in words.STANDING, "diện hộ"),
    ("school_level", lambda text: words.plain(text) in words.SCHOOL_LEVEL, "bậc học"),
)
_WORDS: dict[str, Collection[str]] = {"sex": words.SEX, "school_state": words.SCHOOL_STATE}  # columns that hold one of a few words
_OWN = {field: test for field, test, _ in _TESTS} | dict.fromkeys(NAMED, is_name)
