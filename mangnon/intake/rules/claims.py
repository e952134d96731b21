"""What a row of an enriching list claims of a child, its household or a card, so that two rows of one list that differ are seen.

The last row would win without a word: a household poor and near poor, two sums for one grant, a dose on two days, a card of two children.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mangnon.intake.records import KnownChild, ReadRow
from mangnon.intake.rules import money, school, standings
from mangnon.intake.rules.words import plain
from mangnon.lib import vietnamese
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import SchoolingState, Standing
from mangnon.register.vocabulary.vaccines import NAMES, SCHEDULE


class Claim(NamedTuple):
    """`about` names what it is about, `value` what is said of it, `words` the same for people, `column` where it stands."""

    about: str
    value: str
    words: str
    column: str


def of_row(row: ReadRow, code: str, child: KnownChild) -> Iterator[Claim]:
    """The claims of a row about a child the register knows, as far as the row can be read."""
    match code:
        case "poor-households":
            if said := standings.told(row):
                label = "thoát nghèo" if said == standings.NONE else Standing(said).label.lower()
                yield Claim(f"household:{child.household_id}", str(said), label, "standing")
        case "social-assistance":
            if amount := money.of_row(row):
                about = f"help:{child.child_id}:{row.value('assistance') or ''}:{row.value('help_since') or ''}"
                yield Claim(about, str(amount), f"{vietnamese.number(amount)} đồng", "amount")
        case "school-roll":
            yield from _of_school(row, child)
        case "immunisation":
            yield from _of_doses(row, child)
        case "health-insurance":
            yield from _of_card(row, child)
        case "deaths":
            yield from _of_day("death", row, "died_on", child)
        case "moves":
            if row.text("to_place"):
                goal = row.text("to_place")[:60]
                yield Claim(f"move:{child.child_id}:{row.value('moved_on') or ''}", plain(goal), f"đến {goal}", "to_place")
                if origin := plain(row.text("from_place")):
                    yield Claim(f"from:{child.child_id}:{origin}", plain(goal), f"đến {goal}", "to_place")


def of_order(row: ReadRow, code: str, child: KnownChild) -> Iterator[Claim]:
    """The dose of a row that is one dose, for its place among the others of the child: its value begins with the number."""
    named, given = row.value("vaccine"), row.value("given_on")
    if code == "immunisation" and named and isinstance(given, Birth) and (number := named[1] or row.value("dose")):
        yield Claim(f"order:{named[0]}:{child.child_id}", f"{number} {given.day}", f"mũi {number} ngày {given.text()}", "given_on")


def _of_school(row: ReadRow, child: KnownChild) -> Iterator[Claim]:
    state = row.value("state") or school.ticked(row) or SchoolingState.ATTENDING
    if row.value("school") and state is SchoolingState.ATTENDING:
        words = ", lớp ".join(filter(None, (row.value("school")[:60], row.value("class_name") or "")))
        yield Claim(f"school:{child.child_id}:{school.year_of_row(row) or ''}", plain(words), words, "school")


def _of_doses(row: ReadRow, child: KnownChild) -> Iterator[Claim]:
    for vaccine, number in SCHEDULE:
        yield from _of_day(f"dose:{vaccine}:{number}", row, f"dose_{vaccine}_{number}", child)
    if named := row.value("vaccine"):
        vaccine, number = named
        number = number or row.value("dose")
        if number or NAMES[vaccine] == row.text("vaccine"):
            yield from _of_day(f"dose:{vaccine}:{number or 1}", row, "given_on", child)


def _of_card(row: ReadRow, child: KnownChild) -> Iterator[Claim]:
    if number := row.value("card"):
        yield Claim(f"card:{number}", str(child.child_id), f"của {child.full_name}", "card")
        first, last = row.value("card_span") or (None, None)
        since, until = row.value("card_since") or first, row.value("card_until") or last
        yield Claim(f"cards:{child.child_id}:{_day(since)}:{_day(until)}", number, f"thẻ {number}", "card")


def _of_day(about: str, row: ReadRow, field: str, child: KnownChild) -> Iterator[Claim]:
    day = row.value(field)
    if isinstance(day, Birth):
        yield Claim(f"{about}:{child.child_id}", f"{day.day}{day.precision}", day.text(), field)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
