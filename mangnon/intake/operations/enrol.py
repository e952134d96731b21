"""Entering the right rows of a list in the register. Entering a list again changes nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import formats
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts, entering, linking
from mangnon.intake.operations.receive import subject_of
from mangnon.intake.records import Context, Format, ReadRow
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import RowState, Severity
from mangnon.lib import calendar
from mangnon.lib.copying import write_changed
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import Outcome, SourceKind


@transaction.atomic
def enrol_batch(*, batch_id: int, by: Actor, at: datetime) -> dict[str, int]:
    """Enter every row that is ready; how many became new children, changed known ones, changed nothing."""
    batch = Batch.objects.select_for_update(of=("self",)).select_related("commune").get(pk=batch_id)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if batch.commune_id:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)
    rows = list(batch.rows.filter(state=RowState.READY).order_by("number"))
    counts = enrol_rows(batch, rows, by=by, at=at)
    audit.record(act=Act.BATCH_ENROLLED, subject=subject_of(batch), by=by, at=at, details=dict(counts))
    return counts


def enrol_rows(batch: Batch, rows: Sequence[Row], *, by: Actor, at: datetime) -> dict[str, int]:
    """Enter some ready rows, inside the caller's operation."""
    counts = dict.fromkeys((outcome.value for outcome in Outcome), 0)
    if not rows:
        return counts
    layout = formats.named(batch.format_code)
    reads = [
        reading.read(row.number, reading.cells_of(row.raw, batch.places, row.corrections), layout, corrected=row.corrections)
        for row in rows
    ]
    context = _context(batch, layout, rows, reads, on=calendar.day_of(at))
    where = f" {batch.commune.name}" if batch.commune else ""
    source = Source(SourceKind.LIST, f"batch:{batch.pk}", f"Danh sách số {batch.pk}{where}")
    for row, entered in zip(rows, entering.enter(layout, reads, context, source=source, by=by, at=at), strict=True):
        counts[entered.outcome] += 1
        row.outcome = entered.outcome
        if entered.outcome is Outcome.CONFLICT:
            row.state = RowState.MUST_FIX
        else:
            row.state, row.child_id = RowState.ENROLLED, entered.child_id
    write_changed(Row, rows, ["state", "outcome", "child"])
    _note_conflicts([row for row in rows if row.outcome == Outcome.CONFLICT])
    return counts


def _context(batch: Batch, layout: Format, rows: Sequence[Row], reads: Sequence[ReadRow], *, on: date) -> Context:
    """What turning rows into records needs: the commune, the meaning of place names, the children the rows were found to speak of."""
    texts = {text for read in reads for text in reading.place_texts(read)}
    places = contexts.places(texts, commune_id=batch.commune_id, on=on, listed_on=batch.listed_on)
    links = linking.kept({row.number: row.child_id for row in rows})
    return Context(on=on, layout=layout, listed_on=batch.listed_on, commune_id=batch.commune_id, places=places, links=links)


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
