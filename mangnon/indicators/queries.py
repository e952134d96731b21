"""Reading figures and walking from a number back to its children."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from mangnon.accounts import policies as access
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.indicators import rules
from mangnon.indicators.catalogue import by_code, indicators
from mangnon.indicators.data import targets
from mangnon.indicators.models import Figure, Run
from mangnon.indicators.records import FigureRecord, Indicator, Members, RunRecord
from mangnon.indicators.vocabulary import CITY, Measure, Sensitivity


def latest(*, year: int, as_of: date | None = None) -> RunRecord | None:
    """The newest run of a year; with `as_of`, the newest one on the register of that day if there is one."""
    runs = Run.objects.filter(year=year).order_by("made_at", "id")
    found = (runs.filter(as_of=as_of).last() if as_of else None) or runs.last()
    return _run(found) if found else None


def run(pk: int) -> RunRecord:
    """One run. Raises Run.DoesNotExist."""
    return _run(Run.objects.get(pk=pk))


def years() -> tuple[int, ...]:
    """The years that have been counted, newest first."""
    return tuple(Run.objects.order_by("-year").values_list("year", flat=True).distinct())


def figures(actor: Actor, *, run: int, unit_code: str = CITY) -> tuple[FigureRecord, ...]:
    """Every figure of a run in one unit, in the order of the catalogue; small secret counts are closed to readers from outside."""
    access.check_may(actor, Permission.SEE_INDICATORS)
    rows = {row.code: row for row in _rows(run).filter(unit__code=unit_code)}
    stamp = Run.objects.get(pk=run)
    secret = [indicator.code for indicator in indicators() if indicator.sensitivity is Sensitivity.RESTRICTED]
    closed = set() if unit_code == CITY else {code for code, unit in _closed(actor, run, secret) if unit == unit_code}
    return tuple(
        _record(rows[indicator.code], indicator, stamp, closed=indicator.code in closed)
        for indicator in indicators()
        if indicator.code in rows
    )


def figure(actor: Actor, *, run: int, code: str, unit_code: str = CITY) -> FigureRecord | None:
    """One figure, or nothing when the run has none for this code and unit."""
    return next((record for record in figures(actor, run=run, unit_code=unit_code) if record.code == code), None)


def by_commune(actor: Actor, *, run: int, code: str) -> tuple[FigureRecord, ...]:
    """One indicator in every commune, by code of commune; small secret counts closed, with one more where subtraction would give them."""
    access.check_may(actor, Permission.SEE_INDICATORS)
    stamp, indicator = Run.objects.get(pk=run), by_code(code)
    closed = _closed(actor, run, [code]) if indicator.sensitivity is Sensitivity.RESTRICTED else frozenset()
    return tuple(
        _record(row, indicator, stamp, closed=(code, row.unit.code) in closed)
        for row in _rows(run).filter(code=code).exclude(unit__code=CITY).order_by("unit__code")
    )


def members(actor: Actor, *, run: int, code: str, unit_code: str = CITY) -> Members:
    """The children in a figure's numerator that the actor may open, and how many stand in places closed to the actor.

    Who may open the children of a secret group is who may see restricted content there, not everybody who may see the register.
    """
    access.check_may(actor, Permission.SEE_INDICATORS)
    restricted = by_code(code).sensitivity is Sensitivity.RESTRICTED
    scope = access.scope(actor, Permission.SEE_RESTRICTED if restricted else Permission.SEE_CHILDREN)
    if restricted and unit_code != CITY and (code, unit_code) in _closed(actor, run, [code]):
        return Members(child_ids=(), closed=0)  # how many there are would tell the number that is withheld
    rows = Figure.objects.filter(run_id=run, code=code)
    rows = rows.exclude(unit__code=CITY) if unit_code == CITY else rows.filter(unit__code=unit_code)
    found: list[NDArray[np.int64]] = []
    closed = 0
    for row in rows.order_by("unit_id"):
        ids = rules.unpack_ids(bytes(row.members))
        if scope.covers(row.unit_id):
            found.append(ids)
        else:
            closed += len(ids)
    ids = np.sort(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
    return Members(child_ids=tuple(ids.tolist()), closed=closed)


def _rows(run_id: int):  # type: ignore[no-untyped-def]
    return Figure.objects.filter(run_id=run_id).defer("members").select_related("unit")


def _closed(actor: Actor, run_id: int, codes: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The cells (indicator, commune) of secret indicators that stay closed to the reader."""
    scope = access.scope(actor, Permission.SEE_RESTRICTED)
    if scope.everything:
        return frozenset()
    cells: dict[str, list[tuple[str, int, int]]] = {code: [] for code in codes}
    rows = Figure.objects.filter(run_id=run_id, code__in=codes).exclude(unit__code=CITY).order_by("unit__code")
    for code, unit_code, unit_id, numerator in rows.values_list("code", "unit__code", "unit_id", "numerator"):
        cells[code].append((unit_code, unit_id, numerator))
    return frozenset(
        (code, unit_code)
        for code, table in cells.items()
        for (unit_code, _, _), shut in zip(
            table,
            rules.closed([n for _, _, n in table], readable=[scope.covers(unit_id) for _, unit_id, _ in table]),
            strict=True,
        )
        if shut
    )


def _record(row: Figure, indicator: Indicator, stamp: Run, *, closed: bool) -> FigureRecord:
    numerator, denominator = (None, None) if closed else (row.numerator, row.denominator)
    return FigureRecord(
        run=stamp.pk, code=row.code, title=indicator.title, chapter=indicator.chapter, measure=indicator.measure, unit_code=row.unit.code,
        unit_name=row.unit.name, numerator=numerator, denominator=denominator,
        value=None if numerator is None else rules.value(Measure(indicator.measure), numerator=numerator, denominator=denominator),
        target=rules.target_for(targets().get(row.code, ()), stamp.year) if row.unit.code == CITY else None,
        definition=indicator.definition, citation=indicator.citation, version=stamp.definitions[row.code],
        sensitivity=indicator.sensitivity, over=indicator.over,
    )  # fmt: skip


def _run(run: Run) -> RunRecord:
    return RunRecord(
        id=run.pk, year=run.year, as_of=run.as_of, boundary_vintage=run.boundary_vintage, made_by=run.made_by, made_at=run.made_at,
        unplaced=run.unplaced,
    )  # fmt: skip
