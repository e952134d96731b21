"""Marks for "the same as above": "nt", "-nt-", "như trên", 〃. A child under such a mark says what the child above says."""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.intake.rules import sections
from mangnon.lib.tables import Row

FIELDS = (  # columns that are often the same for neighbours; never a name, a birth, a number of one's own
    "permanent", "temporary", "current", "hamlet", "address", "ethnicity", "school", "parents", "father_name", "mother_name",
    "guardian_name", "phone",
)  # fmt: skip
_WORDS = ("nt", "-nt-", "- nt -", "n/t", "n.t", "nt.", "như trên", "nhu tren", "(nt)")
_SIGNS = ('"', "''", '""', "″", "〃", "”", "“", "//", "-//-", "- // -", "′′")
_MARKS = frozenset({*_SIGNS, *(way(word) for word in _WORDS for way in (str.lower, str.upper, str.capitalize))})
_LEVEL = "NT"  # in the column of the school: nhà trẻ


def filled(rows: Iterable[Row], places: Mapping[str, int]) -> Iterator[Row]:
    """The rows of a table with what such marks stand for; a mark with nothing above it, or above it a line between hamlets, stays."""
    own = {places[field]: field for field in FIELDS if field in places}
    above: list[str] = []
    for row in rows:
        if not _MARKS.isdisjoint(row.cells):
            row = Row(row.number, [_meant(text, place, own, above) for place, text in enumerate(row.cells)], row.hidden)
        if any(row.cells):
            above = [] if sections.line(row.cells) else row.cells
        yield row


def _meant(text: str, place: int, own: Mapping[int, str], above: list[str]) -> str:
    if text not in _MARKS or place not in own or place >= len(above) or (text == _LEVEL and own[place] == "school"):
        return text
    return above[place] or text
