"""A second column of the birth of the same children, "Năm sinh" beside "Ngày sinh": the finer of the two is read, and where they contradict
one another a person is asked.
"""

from collections.abc import Mapping, Sequence

from mangnon.intake.rules import dates
from mangnon.intake.rules.spread_births import YOUNG
from mangnon.intake.rules.titles import Titles
from mangnon.register.records import Birth

FIELD = "birth_again"
_BIRTHS = frozenset({"birth_date", "birth_year"})
_LEAST = 0.7  # of its filled cells are births of children, not of their parents


def find(places: Mapping[str, int], spoken: Sequence[Sequence[str]], titles: Titles, rows: Sequence[Sequence[str]]) -> int | None:
    """The column that says the birth once more by its title, `spoken`, and its values; None for most lists."""
    if "birth_date" not in places:
        return None
    taken = set(places.values())
    for place, words in enumerate(spoken[: places.get("other_child")]):  # behind another child's name its own birth stands
        if place not in taken and len(words) == 1 and titles.field(words[0]) in _BIRTHS:
            said = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
            young = sum(1 for text in said if (birth := _read(text)) and birth.day.year >= YOUNG)
            if said and young >= _LEAST * len(said):
                return place
    return None


def finer(text: str, again: str) -> str:
    """Of two texts of one birth the one that says more, as far as they agree; else the first."""
    if not text or not again:
        return text or again
    one, other = _read(text), _read(again)
    return again if one and other and one != other and other.text().endswith(one.text()) else text


def contrary(birth: Birth, again: str) -> Birth | None:
    """What a second column says otherwise of a birth; None when it agrees as far as it goes, or says nothing that can be read."""
    other = _read(again)
    if other is None or birth.text().endswith(other.text()) or other.text().endswith(birth.text()):
        return None
    return other


def _read(text: str) -> Birth | None:
    try:
        return dates.read_birth(text)
    except dates.NoSuchDay:
        return None
