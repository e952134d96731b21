"""One decision for all rows alike: the same wrong text in a column, the only suggestion of one rule, or that a column stays as it is."""

from collections.abc import Mapping
from datetime import datetime
from itertools import batched

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import checks, queries
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations.receive import subject_of
from mangnon.intake.operations.rows import check_columns, check_may_work, recheck, write_corrections
from mangnon.intake.vocabulary import RowState, Severity
from mangnon.lib.copying import among
from mangnon.lib.refusals import Refusal

CHUNK = 1_000  # rows corrected at once


class AskedOfEachRow(Refusal):
    """The question is about a child, not about a column, so each row needs an answer of its own."""


@transaction.atomic
def correct_alike(*, batch_id: int, field: str, typed: str, value: str, by: Actor, at: datetime) -> int:
    """Write `value` in every cell of a column that says `typed` and has an open finding ("Sửa 37 ô giống nhau"); how many were corrected.

    Raises rows.UnknownColumn, rows.ListIsClosed.
    """
    batch = _batch(batch_id, by)
    check_columns(batch, {field: value})
    found = RowFinding.objects.filter(batch=batch, column=field, settled_at__isnull=True)
    wanted = {
        row.pk: {field: value}
        for row in batch.rows.filter(pk__in=found.values("row")).exclude(state=RowState.SET_ASIDE).order_by("number")
        if queries.cells(batch, row).get(field, "") == typed
    }
    return _write(batch, wanted, by=by, at=at, rule="")


@transaction.atomic
def accept_suggestions(*, batch_id: int, rule: str, by: Actor, at: datetime) -> int:
    """Take the only suggestion of every open finding of one rule ("Sửa cả 5 dòng"); how many cells were corrected."""
    batch = _batch(batch_id, by)
    found = RowFinding.objects.filter(batch=batch, rule=rule, settled_at__isnull=True).exclude(row__state=RowState.SET_ASIDE)
    wanted: dict[int, Mapping[str, str]] = {}
    for finding in found.order_by("row__number", "id"):
        ways = [way for way in finding.suggestions if way[1]]
        if len(ways) == 1:
            wanted[finding.row_id] = {**wanted.get(finding.row_id, {}), ways[0][1]: ways[0][2]}
    return _write(batch, wanted, by=by, at=at, rule=rule)


@transaction.atomic
def keep_column(*, batch_id: int, rule: str, by: Actor, at: datetime) -> int:
    """Answer a question about a whole column with "as it is" for every row ("Giữ cả 5 dòng"); how many rows. Raises AskedOfEachRow."""
    batch = _batch(batch_id, by)
    if not checks.asks_of_column(rule):
        raise AskedOfEachRow("Câu hỏi này về từng trẻ, không trả lời chung được. Trả lời ở từng dòng.")
    found = RowFinding.objects.filter(batch=batch, rule=rule, severity=Severity.QUESTION, settled_at__isnull=True)
    ids = list(found.exclude(row__state=RowState.SET_ASIDE).order_by("row__number").values_list("row", flat=True).distinct())
    for some in batched(ids, CHUNK):
        rows = list(Row.objects.select_for_update().filter(pk__in=among(some)).order_by("number"))
        for row in rows:
            row.answered = sorted({*row.answered, rule})
        recheck(batch, rows, by=by, at=at)
    if ids:
        details: dict[str, object] = {"rows": len(ids), "rule": rule, "kept": [rule]}
        audit.record(act=Act.CELL_CORRECTED, subject=subject_of(batch), by=by, at=at, details=details)
    return len(ids)


def _batch(batch_id: int, by: Actor) -> Batch:
    batch = Batch.objects.select_related("commune").get(pk=batch_id)
    check_may_work(batch, by)
    return batch


def _write(batch: Batch, wanted: Mapping[int, Mapping[str, str]], *, by: Actor, at: datetime, rule: str) -> int:
    ids = list(wanted)
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        rows = list(Row.objects.select_for_update().filter(pk__in=among(some)).order_by("number"))
        write_corrections(batch, rows, [wanted[row.pk] for row in rows], by=by, at=at)
    if ids:
        details = {"rows": len(ids), "rule": rule, "columns": sorted({name for texts in wanted.values() for name in texts})}
        audit.record(act=Act.CELL_CORRECTED, subject=subject_of(batch), by=by, at=at, details=details)
    return len(ids)
