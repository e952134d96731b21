"""Rows of one list that speak of one child, or share a number: found by the database once the whole list is stored."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Count, F, Window

from mangnon.accounts.records import Actor
from mangnon.intake import checks, formats, queries
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import claimed, contexts, linking
from mangnon.intake.operations.chunks import finding_facts, state_after
from mangnon.intake.records import Context, Finding
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import WAITING, Kind, RowState
from mangnon.lib.copying import among, write_changed, write_facts
from mangnon.lib.fetching import objects

CHUNK = 2_000  # rows compared at once


def note(batch: Batch, *, by: Actor, on: date) -> None:
    """Add what the rules find that compare a row with the others of its list. Inside the caller's transaction."""
    layout = formats.named(batch.format_code)
    claiming = claimed.repeated(batch)
    ids = sorted({*_repeated(batch, "personal_number"), *_repeated(batch, "identity"), *claiming})
    left = iter(ids)
    while some := list(islice(left, CHUNK)):
        rows = objects(batch.rows.filter(pk__in=among(some), state__in=[*WAITING, RowState.READY]).order_by("number"))
        reads = [reading.read(row.number, queries.cells(batch, row), layout, corrected=row.corrections) for row in rows]
        links = linking.kept({row.number: row.child_id for row in rows}) if layout.kind is Kind.ENRICHES else {}
        context = Context(on=on, layout=layout, commune_id=batch.commune_id, links=links)
        context = contexts.beside(batch, reads, context, also=claiming if batch.format_code == claimed.CARDS else ())
        changed: list[Row] = []
        findings: list[dict[str, Any]] = []
        for row, read in zip(rows, reads, strict=True):
            found = [one for one in checks.run(read, context, within_list=True) if one.rule not in row.answered]
            if found:
                findings += finding_facts(row.pk, batch.pk, found)
                row.state = _worse(row.state, found)
                changed.append(row)
        write_changed(Row, changed, ["state"])
        write_facts(RowFinding, findings)


def _repeated(batch: Batch, key: str) -> Iterator[int]:
    """Rows whose value of a key occurs more than once in the list.

    Counted in one walk: of rows stored a moment ago the planner knows nothing, and compares each with all the others if it may.
    """
    kept = batch.rows.exclude(**{key: ""}).exclude(state=RowState.SET_ASIDE)
    counted = kept.order_by().annotate(n=Window(Count("id"), partition_by=[F(key)]))
    return counted.filter(n__gt=1).order_by("id").values_list("id", flat=True).iterator()


def _worse(state: str, found: Sequence[Finding]) -> RowState:
    """The state after more findings."""
    order = (RowState.READY, RowState.QUESTION, RowState.MUST_FIX)
    return max(RowState(state), state_after(found, ()), key=order.index)
