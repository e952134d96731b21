"""Marks for "the same as above": "nt", "-nt-", "như trên", 〃. A child under such a mark says what the child above says."""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.intake.rules import sections
from mangnon.lib.tables import Row

FIELDS = (  # columns that are often the same for neighbours; never a name, a birth, a number of one's own
    "permanent", "temporary", "current", "hamlet", "address", "ethnicity", "school", "class_name", "parents", "father_name", "mother_name",
    "guardian_name", "phone",
)  # fmt: skip
_WORDS = ("nt", "n/t", "n.t", "n-t", "n t", "như trên", "nhu tren", "giống trên", "giong tren", "trên")
_SIGNS = frozenset("\"'”“’‘″〃„`´′")
_AROUND = ("{}", "-{}-", "- {} -", "({})", "{}.")
_MOST = 4  # signs of one mark
_EDGES = " .-–—()[]"
_TYPED = [*(sign * times for sign in _SIGNS for times in (1, 2)), "//", *(way(word) for word in _WORDS for way in (str.lower, str.upper))]
_MARKS = frozenset(  # as they are nearly always written, to pass over rows without any
    form for around in _AROUND for typed in _TYPED for form in (around.format(typed), around.format(typed).capitalize())
)
_OF_SCHOOL = ("school", "class_name")
_LEVEL = "NT"  # in the columns of the school: nhà trẻ


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


def is_mark(text: str) -> bool:
    """Whether a text is such a mark, however it is written."""
    if text in _MARKS:
        return True
    bare = text.strip(_EDGES).lower()
    return bare in _WORDS or (len(bare) > 1 and not bare.strip("/")) or (0 < len(bare) <= _MOST and _SIGNS.issuperset(bare))


def _meant(text: str, place: int, own: Mapping[int, str], above: list[str]) -> str:
    if text not in _MARKS or place not in own or place >= len(above) or (text == _LEVEL and own[place] in _OF_SCHOOL):
        return text
    return above[place] or text
