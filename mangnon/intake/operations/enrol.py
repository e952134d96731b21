"""Entering the right rows of a list in the register, a piece at a time. Entering a list again changes nothing.

A row that an earlier list of the same sender brought already enters with what is new in it; the rest is left as the register has it, where
somebody may have put it right since.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Now

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import formats, queries
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts, entering, linking
from mangnon.intake.operations.read import nothing
from mangnon.intake.operations.receive import ENROL, subject_of
from mangnon.intake.records import Context, Format, ReadRow
from mangnon.intake.rules import columns, reading
from mangnon.intake.vocabulary import BatchState as State
from mangnon.intake.vocabulary import Kind, RowState, Severity
from mangnon.lib import calendar, later
from mangnon.lib.copying import among, write_changed
from mangnon.lib.refusals import Refusal
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import Outcome, SourceKind

SIZE = 2_000  # rows entered in one transaction


class NotReady(Refusal):
    """The list is still being read, or was withdrawn."""


@transaction.atomic
def accept(*, batch_id: int, by: Actor, at: datetime) -> Batch:
    """Say yes to the right rows of a list; the worker enters them. Rows that wait stay."""
    batch = _accept(batch_id, by=by, at=at)
    later.run(ENROL, once=f"batch:{batch.pk}", batch=batch.pk)
    return batch


def enrol_batch(*, batch_id: int, by: Actor, at: datetime, between: Callable[[], None] = nothing) -> dict[str, int]:
    """Enter every row that is ready; how many rows of the list became new children, changed known ones, changed nothing.

    One transaction a piece: killed in the middle, the next call goes on with the rows left. `between` is called after each piece.
    """
    batch = _accept(batch_id, by=by, at=at)
    while _some(batch, by=by, at=at):
        between()
    return _close(batch.pk, by=by, at=at)


def enrol_rows(batch: Batch, rows: Sequence[Row], *, by: Actor, at: datetime) -> None:
    """Enter some ready rows, inside the caller's operation."""
    layout = formats.named(batch.format_code)
    reads = [reading.read(row.number, queries.cells(batch, row), layout, corrected=row.corrections) for row in rows]
    context = _context(batch, layout, rows, reads, on=calendar.day_of(at))
    rows, reads = _within(batch, rows, reads, context, by=by)
    if not rows:
        return
    where = f" {batch.commune.name}" if batch.commune else ""
    source = Source(SourceKind.LIST, f"batch:{batch.pk}", f"Danh sách số {batch.pk}{where}")
    known = _entered_before(rows)
    reads = [
        reading.news(read, said[1], child_id=said[0]) if layout.kind is Kind.ENROLS and (said := known.get(row.earlier_id or 0)) else read
        for row, read in zip(rows, reads, strict=True)
    ]
    for row, entered in zip(rows, entering.enter(layout, reads, context, source=source, by=by, at=at), strict=True):
        row.outcome = entered.outcome
        if entered.outcome is Outcome.CONFLICT:
            row.state = RowState.MUST_FIX
        else:
            row.state, row.child_id = RowState.ENROLLED, entered.child_id
    write_changed(Row, rows, ["state", "outcome", "child"])
    _note_conflicts([row for row in rows if row.outcome == Outcome.CONFLICT])


@transaction.atomic
def _accept(batch_id: int, *, by: Actor, at: datetime) -> Batch:
    batch = Batch.objects.select_for_update(of=("self",)).select_related("commune").get(pk=batch_id)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if batch.commune_id:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)
    if batch.state not in {State.CHECKED, State.ENROLLING, State.ENROLLED}:
        raise NotReady(f"Danh sách số {batch.pk} {State(batch.state).label.lower()} nên chưa ghi được dòng nào.")
    if batch.state == State.CHECKED:
        batch.accepted_by, batch.accepted_by_label, batch.accepted_at = by.id, by.label, at
        audit.record(act=Act.BATCH_ACCEPTED, subject=subject_of(batch), by=by, at=at)
    batch.state, batch.stage_at, batch.step_at = State.ENROLLING, at, at
    batch.stage_from = batch.rows.filter(state=RowState.ENROLLED).count()
    batch.save()
    return batch


@transaction.atomic
def _some(batch: Batch, *, by: Actor, at: datetime) -> bool:
    """Enter the next piece; False when nothing is ready any more."""
    batch = Batch.objects.select_for_update(of=("self",)).select_related("commune").get(pk=batch.pk)
    rows = list(batch.rows.filter(state=RowState.READY).order_by("number")[:SIZE])
    if not rows or batch.state != State.ENROLLING:
        return False
    enrol_rows(batch, rows, by=by, at=at)
    Batch.objects.filter(pk=batch.pk).update(step_at=Now())
    return True


@transaction.atomic
def _close(batch_id: int, *, by: Actor, at: datetime) -> dict[str, int]:
    """What became of the rows of the whole list."""
    batch = Batch.objects.select_for_update(of=("self",)).select_related("commune").get(pk=batch_id)
    told = dict(batch.rows.exclude(outcome="").order_by().values_list("outcome").annotate(n=Count("id")))
    counts = {outcome.value: told.get(outcome.value, 0) for outcome in Outcome}
    if batch.state == State.ENROLLING:
        batch.state = State.ENROLLED
        batch.save(update_fields=["state"])
        audit.record(act=Act.BATCH_ENROLLED, subject=subject_of(batch), by=by, at=at, details=dict(counts))
    return counts


def _context(batch: Batch, layout: Format, rows: Sequence[Row], reads: Sequence[ReadRow], *, on: date) -> Context:
    """What turning rows into records needs: the commune, the meaning of place names, the children the rows were found to speak of."""
    texts = {text for read in reads for text in reading.place_texts(read)}
    places = contexts.places(texts, commune_id=batch.commune_id, on=on, listed_on=batch.listed_on)
    links = linking.kept({row.number: row.child_id for row in rows})
    return Context(on=on, layout=layout, listed_on=batch.listed_on, commune_id=batch.commune_id, places=places, links=links)


def _within(
    batch: Batch, rows: Sequence[Row], reads: Sequence[ReadRow], context: Context, *, by: Actor
) -> tuple[list[Row], list[ReadRow]]:  # fmt: skip
    """The rows whose child lives where the actor may write; the others are held back, whoever had checked them."""
    scope = policies.scope(by, Permission.IMPORT_LISTS)
    if scope.everything:
        return list(rows), list(reads)
    kept, held = [], []
    for row, read in zip(rows, reads, strict=True):
        home = reading.home_of(read, context)
        if home is None or scope.covers(home) or context.link(read).child is not None:
            kept.append((row, read))
        else:
            row.state = RowState.MUST_FIX
            held.append(row)
    write_changed(Row, held, ["state"])
    RowFinding.objects.bulk_create(
        RowFinding(
            row=row, batch_id=batch.pk, rule="commune_in_scope", column="current", severity=Severity.MUST_FIX,
            what="Nơi ở của trẻ ngoài địa bàn của người ghi.", todo="Gửi dòng này cho xã, phường nơi trẻ ở, hoặc sửa nơi ở.",
        )
        for row in held
    )  # fmt: skip
    return [row for row, _ in kept], [read for _, read in kept]


def _entered_before(rows: Sequence[Row]) -> dict[int, tuple[int, dict[str, str]]]:
    """By key the rows of earlier lists that became children: the child, and what the row said."""
    found = Row.objects.filter(
        pk__in=among([0, *(row.earlier_id for row in rows if row.earlier_id)]), state=RowState.ENROLLED, child__isnull=False
    )
    return {
        row.pk: (row.child_id, dict(columns.composed(queries.cells(row.batch, row))))
        for row in found.select_related("batch").order_by("id")
        if row.child_id is not None
    }


def _note_conflicts(rows: Sequence[Row]) -> None:
    """Rows whose number turned out to be somebody else's between checking and entering, or twice in the list."""
    RowFinding.objects.bulk_create(
        RowFinding(
            row=row, batch_id=row.batch_id, rule="number_held_by_other", column="personal_number", severity=Severity.MUST_FIX,
            what="Số định danh này thuộc hồ sơ khác.", todo="Xem lại số trên giấy khai sinh; chưa chắc thì để trống.",
            suggestions=[["Để trống", "personal_number", ""]],
        )
        for row in rows
    )  # fmt: skip
