"""A list sent again: which row of an earlier list of the same sender each row is, so that only what changed is touched.

Rows are one when they name the same child (identity, or personal number with name or birth date), or when they stand at the same place of
the latest list under the same name. Corrections and answers given before hold for cells that say the same as then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from mangnon.intake.models import Batch, Row
from mangnon.intake.records import ReadRow
from mangnon.intake.rules import columns, reading
from mangnon.intake.vocabulary import OPEN, WAITING, RowState
from mangnon.lib.copying import among
from mangnon.lib.vietnamese import fold
from mangnon.register.vocabulary.people import Outcome

LISTS = 12  # how many earlier lists are looked at


@dataclass(frozen=True)
class Before:
    """What an earlier list says of a row. `unchanged`: it says the same and was settled, so nothing is done again."""

    row: Row
    unchanged: bool
    corrections: Mapping[str, str] = field(default_factory=dict)
    answered: Sequence[str] = ()
    replaced: Sequence[Row] = ()

    def carried_over(self) -> dict[str, Any]:
        """What was decided then, as facts of the new row."""
        facts = {"earlier_id": self.row.pk, "corrections": dict(self.corrections), "answered": list(self.answered)}
        if not self.unchanged:
            return facts
        outcome = Outcome.UNCHANGED.value if self.row.state == RowState.ENROLLED else ""
        return facts | {"state": self.row.state, "child_id": self.row.child_id, "outcome": outcome}


def find(batch: Batch, reads: Sequence[ReadRow]) -> dict[int, Before]:
    """By row number what earlier lists of the sender say."""
    lists = {
        one.pk: one
        for one in Batch.objects.filter(sender=batch.sender, format_code=batch.format_code, pk__lt=batch.pk, state__in=OPEN)
        .exclude(sender="")
        .order_by("-id")[:LISTS]
    }
    if not lists or not reads:
        return {}
    rows = Row.objects.filter(batch__in=list(lists)).exclude(state=RowState.REPLACED).order_by("-batch_id", "number")
    by_identity = _first(rows, "identity", {read.identity for read in reads})
    left = [read for read in reads if read.identity not in by_identity]
    by_number = _first(rows, "personal_number", {read.personal_number[:40] for read in left})
    at_place = _at_place(left, lists)
    found: dict[int, Before] = {}
    taken: set[int] = set()
    for read in reads:
        row = by_identity.get(read.identity) if read.identity else None
        for other in (by_number.get(read.personal_number[:40]), at_place.get(read.number)):
            if row is None and other is not None and _same_person(read, _cells(other, lists), by_place=other.number == read.number):
                row = other
        if row is not None and row.pk not in taken:
            taken.add(row.pk)
            found[read.number] = _before(read, row, lists)
    return found


def _at_place(reads: Sequence[ReadRow], lists: Mapping[int, Batch]) -> dict[int, Row]:
    """Rows of the latest list that stand at the same place under the same name."""
    latest = next(iter(lists.values()))
    rows = Row.objects.filter(batch=latest).exclude(state=RowState.REPLACED)
    names = {read.number: fold(read.text("full_name")) for read in reads}
    there = rows.filter(number__in=among([0, *names])).order_by("number").values_list("pk", "number", "raw")
    same = [
        pk for pk, number, raw in there
        if fold(_typed(number, raw, latest).get("full_name", "")) == names[number]
    ]  # fmt: skip
    return {row.number: row for row in rows.filter(pk__in=among([0, *same]))}


def _first(rows: QuerySet[Row], key: str, values: set[str]) -> dict[str, Row]:
    """The latest row with each value of a key. Leaving "" out in words lets the database use the index, which leaves it out too."""
    found: dict[str, Row] = {}
    for row in rows.exclude(**{key: ""}).filter(**{f"{key}__in": among(values - {""})}) if values - {""} else ():
        found.setdefault(getattr(row, key), row)
    return found


def _cells(row: Row, lists: Mapping[int, Batch]) -> dict[str, str]:
    return dict(_typed(row.number, row.raw, lists[row.batch_id]))


def _typed(number: int, raw: Sequence[str], batch: Batch) -> Mapping[str, str]:
    block = batch.block_of(number)
    return columns.composed(reading.cells_of(raw, block.places, None, block.encodings))


def _same_person(read: ReadRow, cells: Mapping[str, str], *, by_place: bool) -> bool:
    """A number needs name or birth date beside it, a place the name."""
    same_name = bool(read.text("full_name")) and fold(read.text("full_name")) == fold(cells.get("full_name", ""))
    same_birth = bool(read.text("birth_date")) and read.text("birth_date") == cells.get("birth_date", "")
    return same_name or (same_birth and not by_place)


def _before(read: ReadRow, row: Row, lists: Mapping[int, Batch]) -> Before:
    typed = _cells(row, lists)
    same = {name for name, text in read.cells.items() if typed.get(name, "") == text}
    settled = row.state in {RowState.ENROLLED, RowState.SET_ASIDE}
    told = typed | row.corrections
    if _says_the_same(read.cells, typed):
        return Before(row, settled, row.corrections, row.answered, _replaced(row))
    if _says_the_same(read.cells, told):  # the sender's own file now says what was corrected here
        return Before(row, settled, {}, row.answered, _replaced(row))
    return Before(row, False, {name: text for name, text in row.corrections.items() if name in same}, (), _replaced(row))


def _says_the_same(cells: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(cells.get(name, "") == other.get(name, "") for name in {*cells, *other} if name != "number")


def _replaced(row: Row) -> list[Row]:
    """The earlier row, if it still waited: now its successor does."""
    if row.state not in WAITING and row.state != RowState.READY:
        return []
    row.state = RowState.REPLACED
    return [row]
