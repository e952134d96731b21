"""What a person must say of a list before it is read: which column is which, in what letters it was typed. Asked once, remembered."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from mangnon.intake.records import Column, Heading, spoken_for
from mangnon.intake.rules import addresses, exchanged, guessing, nearness, spread_names
from mangnon.intake.rules.heading import SEARCH_ROWS, absent, is_counting_row, person_of
from mangnon.intake.rules.reading import ALL, PLACES
from mangnon.intake.rules.telling import contradicts, names_no_birth, names_no_carer
from mangnon.intake.rules.titles import spelt, titles_of
from mangnon.intake.rules.words import is_mark, is_nothing, plain
from mangnon.lib import legacy_text

ALIKE = 0.78  # titles from here on are worth a question
LONGEST_TITLE = 200  # letters; comparing takes their square, and a longer text names no column
SHOWN = 4  # sample values beside a column
SURE = {"personal_number": 0.9, "sex": 0.9}  # columns asked about when only their values speak for them → share of cells
FEWEST_PARENTS = 2  # named, for columns to be taken for one another's
_THI, _VAN = re.compile(r" (?:thị|thi) ", re.IGNORECASE), re.compile(r" (?:văn|van) ", re.IGNORECASE)
CARERS = ("father_name", "mother_name", "guardian_name")
PARTS = frozenset({  # a title that is near means the whole
    "born_male", "born_female", "birth_day", "birth_month", "birth_year", *addresses.PARTS,
})  # fmt: skip
SCHOOL = ("school", "class_name")
NAMES = (*spread_names.NAMES, *CARERS, *(part for parts in spread_names.NAMES.values() for part in parts))
TYPED = (*dict.fromkeys(NAMES), "hamlet", "address", "current", "permanent", "ethnicity")


def signature(titles: Sequence[str]) -> str:
    """Lists with the same titles, marks and all ("ĐT" is no "DT"), in the same places have one signature."""
    return hashlib.blake2b("\x1f".join(map(spelt, titles)).rstrip("\x1f").encode(), digest_size=12).hexdigest()


def placed(heading: Heading, places: Mapping[str, int]) -> Heading:
    """The heading as somebody explained it."""
    used = set(places.values())
    unknown = tuple(title for place, title in enumerate(heading.titles) if title and place not in used)
    return replace(heading, places=dict(places), unknown=unknown)


def likely_heading(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> Heading | None:
    """A row that looks like a heading though it lacks columns we need: words in several columns, a known or similar title among them,
    and rows of the same width below. A person is asked what its columns are.
    """
    best: Heading | None = None
    for at, row in enumerate(rows[:SEARCH_ROWS]):
        filled = [cell for cell in row if cell.strip()]
        if len(filled) < 2 or is_counting_row(row) or any(plain(cell).replace(" ", "").isdigit() for cell in filled):
            continue
        if any(titles_of(tuple(columns)).field(title) in guessing.NAMED and guessing.is_somebody(cell) for title, cell in pairwise(filled)):
            continue  # whom a form names beside a title is no title
        below = rows[at + 1 : at + 6]
        if not any(sum(bool(cell.strip()) for cell in other) >= max(2, len(filled) // 2) for other in below):
            continue
        places = _known(row, columns)
        if not places and not any(guess(title, columns, set()) for title in filled):
            continue
        unknown = tuple(cell for place, cell in enumerate(row) if cell and place not in places.values())
        found = Heading(row=at, depth=1, places=places, titles=tuple(row), unknown=unknown)
        if best is None or len(found.places) > len(best.places):
            best = found
    return best


def columns(
    heading: Heading,
    samples: Sequence[Sequence[str]],
    known: tuple[Column, ...],
    encodings: Mapping[str, str],
    *,
    near: bool = False,
    anyway: bool = False,
) -> list[dict[str, object]]:
    """Every column of the file with sample values and what it seems to be, when a needed one is missing, a title is nearly known, or values
    under an unknown title leave no doubt; `near`: also when they only come near something the list reads. Empty when nothing is unsure,
    unless somebody wants to say it `anyway`.
    """
    lacking = bool(absent(heading.places, known))
    by_place = {place: field for field, place in heading.places.items()}
    found = set(heading.places)
    guesses = _swapped(heading.places, samples) or exchanged.child_and_mother(heading.places, samples)
    by_place = {place: field for place, field in by_place.items() if place not in guesses}
    for place, title in enumerate(heading.titles if heading.depth else ()):
        if place in by_place or not title or titles_of(known).field(title):
            continue  # one of ours by its words, though another column says it better
        if field := _by_title(title, _values(samples, place), known, spoken_for(found)):
            guesses[place] = (field, f"tiêu đề gần giống “{_title(field, known)}”")
            found.add(field)

    def denied(place: int, field: str) -> bool:
        twice = field == "amount" and "amount_a_month" in found  # one sum in two columns: the other one is another's
        return twice or (place < len(heading.titles) and _denied(heading.titles[place], field, known))

    for place, one in guessing.of_columns(samples, known, taken=found, places={*by_place, *guesses}, denied=denied).items():
        if lacking or _is_needed(one, heading):
            guesses[place] = (one.field, one.why)
    seeming = nearness.columns(heading, samples, known, taken={*by_place, *guesses}) if near and heading.depth else {}
    seeming = {place: "" if denied(place, field) else field for place, field in seeming.items()}
    guesses |= {place: (field, "các ô đọc được như cột ấy") for place, field in seeming.items() if field}
    if not (lacking or guesses or seeming or anyway):
        return []
    shown = []
    for place in range(max([len(heading.titles), *map(len, samples)])):
        title = heading.titles[place] if place < len(heading.titles) else ""
        values = list(dict.fromkeys(_values(samples, place)))[:SHOWN]
        if not title and not values:
            continue
        encoding = encodings.get(by_place.get(place, ""), encodings.get(ALL, ""))
        values = [legacy_text.decode(value, encoding) if encoding else value for value in values]
        field, why = guesses.get(place, ("", ""))
        shown.append(
            {"place": place, "title": title, "samples": values, "field": by_place.get(place, ""), "guess": field, "why": why}
        )  # fmt: skip
    return shown


def _swapped(places: Mapping[str, int], samples: Sequence[Sequence[str]]) -> dict[int, tuple[str, str]]:
    """Father and mother in one another's column, as their names show: all the fathers are called "Thị", no mother is and most "Văn"."""
    father, mother = places.get("father_name"), places.get("mother_name")
    if father is None or mother is None:
        return {}
    fathers, mothers = ([value for value in _values(samples, place) if not is_nothing(value)] for place in (father, mother))
    if min(len(fathers), len(mothers)) < FEWEST_PARENTS or not all(map(_THI.search, fathers)) or any(map(_THI.search, mothers)):
        return {}
    if 2 * sum(1 for name in mothers if _VAN.search(name)) < len(mothers):
        return {}
    return {father: ("mother_name", "mọi tên có chữ đệm “Thị”"), mother: ("father_name", "không tên nào có chữ đệm “Thị”")}


def _values(samples: Sequence[Sequence[str]], place: int) -> list[str]:
    return [row[place] for row in samples if place < len(row) and row[place].strip()]


def _by_title(title: str, values: Sequence[str], known: Sequence[Column], taken: set[str]) -> str:
    """The column a title nearly names and its values do not deny; "" for none."""
    denied: set[str] = set()
    while (field := guess(title, known, taken | denied)) and _speak_against(values, field, known):
        denied.add(field)
    return field


def _speak_against(values: Sequence[str], field: str, known: Sequence[Column]) -> bool:
    """Whether values cannot be those of a column: of another kind, unreadable there, ticks where words should stand."""
    if guessing.speak_against(values, field) or (values and field in (*TYPED, *PLACES) and all(map(is_mark, values))):
        return True
    if field in SCHOOL and 2 * sum(1 for value in values if is_mark(value)) >= len(values) > 0:  # "Lên lớp": x, x, ở lại
        return True
    if not values:
        return False
    if field.startswith("ticked_"):
        return not all(is_mark(value) is not None for value in values)
    reads = next(column.reads for column in known if column.field == field)
    if reads is None:
        return False
    return sum(nearness.readable(reads, value) for value in values) < guessing.AGAINST * len(values)


def _denied(title: str, field: str, known: tuple[Column, ...]) -> bool:
    """Whether the words of a title say that it is not a column, whatever its values."""
    match field:
        case "full_name":
            return bool(person_of(title))
        case "birth_date":
            return names_no_birth(title)
        case _ if field in CARERS and names_no_carer(title):
            return True
    titles = titles_of(known)
    return titles.yields(titles.field(title), title) is not None  # another column says what it would have said


def _is_needed(found: guessing.Guess, heading: Heading) -> bool:
    """Whether a column understood by its values alone is worth a question though nothing the list needs is missing: numbers of children,
    their sex, and parents where nobody is named.
    """
    if found.field in CARERS:
        return not spoken_for(CARERS).intersection(heading.places)
    return found.field in SURE and found.share >= SURE[found.field]


def _title(field: str, known: Sequence[Column]) -> str:
    return next(column.title for column in known if column.field == field)


def guess(title: str, known: Sequence[Column], taken: set[str]) -> str:
    """The column a title nearly names: "Họ tên cháu" for Họ và tên. "" when nothing comes near."""
    wanted, best, field = plain(title), ALIKE, ""
    if not 3 <= len(wanted) <= LONGEST_TITLE:
        return ""
    person = person_of(title)
    for column in known:
        if column.field in taken or column.many or column.field in PARTS or person_of(column.title) != person:
            continue
        for other in (column.title, *column.also):
            if contradicts(title, other):
                continue
            score = SequenceMatcher(None, wanted, plain(other)).ratio()
            if score > best or (score == best and not field):
                best, field = score, column.field
    return field


class Typed(NamedTuple):
    """How a table was typed: old encodings by column ("*": all of them), what a person must look at, and the stretches of rows typed in
    different ways, where that is certain.
    """

    encodings: dict[str, str]
    doubts: list[dict[str, object]]
    stretches: tuple[legacy_text.Stretch, ...] = ()


def typed(samples: Sequence[Sequence[str]], places: Mapping[str, int], known: Sequence[Column]) -> Typed:
    """How the columns of names and places were typed."""
    texts = {name: [row[places[name]] for row in samples if places[name] < len(row)] for name in TYPED if name in places}
    whole = legacy_text.detect(text for column in texts.values() for text in column)
    if whole.encoding is not None:
        return Typed({**in_all(whole.encoding), **_in_capitals(texts, whole.encoding)}, [])
    own = [places[name] for name in texts]
    if whole.mixed and (stretches := legacy_text.stretches([[row[place] for place in own if place < len(row)] for row in samples])):
        return Typed(in_all(stretches[0].encoding), [], stretches)
    found: dict[str, str] = {}
    doubts: list[dict[str, object]] = []
    titles = {column.field: column.title for column in known}
    for name, column in texts.items():
        reading = legacy_text.detect(column)
        if reading.encoding is None:
            doubts.append({**_doubt(name, titles[name], column, reading.candidates), "mixed": reading.mixed})
        elif reading.encoding != legacy_text.UNICODE:
            found[name] = reading.encoding
    return Typed(found, doubts)


def _in_capitals(texts: Mapping[str, Sequence[str]], encoding: str) -> dict[str, str]:
    """The columns of names that a font of capitals showed, in a list of which it showed no more."""
    shown = {name: legacy_text.with_capitals(encoding, texts[name]) for name in NAMES if name in texts}
    return {name: own for name, own in shown.items() if own != encoding}


def in_all(encoding: str) -> dict[str, str]:
    """One encoding for every column."""
    return {} if encoding == legacy_text.UNICODE else {ALL: encoding}


def _doubt(name: str, title: str, texts: Sequence[str], candidates: Sequence[str]) -> dict[str, object]:
    """A column with its readings side by side: values that differ by reading first."""
    telling = [text for text in dict.fromkeys(texts) if len({legacy_text.decode(text, one) for one in candidates}) > 1]
    shown = telling[:SHOWN]
    readings = [
        {"encoding": one, "label": legacy_text.LABELS[one], "samples": [legacy_text.decode(text, one) for text in shown]}
        for one in candidates
    ]
    return {"field": name, "title": title, "readings": readings}


def _known(row: Sequence[str], columns: Sequence[Column]) -> dict[str, int]:
    titles = titles_of(tuple(columns))
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        if field := titles.field(cell):
            places.setdefault(field, place)
    return places
