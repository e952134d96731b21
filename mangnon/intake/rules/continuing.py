"""Children without a heading of their own who go on where a table before them stopped: "Sheet2" after "Sheet1"."""

from collections.abc import Sequence
from dataclasses import replace

from mangnon.intake.records import Column, Heading
from mangnon.intake.rules import guessing
from mangnon.intake.rules.surveys import Part

_BORN = ("birth_date", "personal_number")
_PEOPLE = frozenset(guessing.NAMED)


def go_on(parts: Sequence[Part], columns: tuple[Column, ...]) -> None:
    """Give parts without a heading that of the nearest part before them whose columns hold what theirs do."""
    for at, part in enumerate(parts):
        if part.sure or part.heading.depth or not part.likely:
            continue
        before = (other.heading for other in reversed(parts[:at]) if other.sure)
        if found := next((heading for heading in before if _fits(part, heading, columns)), None):
            part.heading = replace(part.heading, places=found.places, titles=found.titles, unknown=found.unknown)
            part.sure = True


def _fits(part: Part, heading: Heading, columns: tuple[Column, ...]) -> bool:
    """Whether all that the values show is as the heading says, the name and the birth or the number among it."""
    if any(cell for row in part.samples for cell in row[len(heading.titles) :]):
        return False
    guesses = guessing.of_columns(part.samples, columns, taken=(), places=())
    field_at = {place: field for field, place in heading.places.items()}
    told = {guess.field for guess in guesses.values()}
    if "full_name" not in told or not told.intersection(_BORN):
        return False
    return all(
        field_at.get(place) in _PEOPLE if guess.field in _PEOPLE - {"full_name"} else field_at.get(place) == guess.field
        for place, guess in guesses.items()
    )  # fmt: skip
