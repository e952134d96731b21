"""Ready rows of a list go into the register, and what became of each is noted beside it.

A row that an earlier list of the same sender brought already enters with what is new in it; the rest is left as the register has it, where
somebody may have put it right since.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import formats, queries
from mangnon.intake.checks import text_fits_register
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts, entering, linking
from mangnon.intake.operations.chunks import finding_facts
from mangnon.intake.records import Context, Format, ReadRow
from mangnon.intake.rules import columns, reading
from mangnon.intake.vocabulary import Kind, RowState, Severity
from mangnon.lib import calendar
from mangnon.lib.copying import among, write_changed, write_facts
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import Outcome, SourceKind


def source_of(batch: Batch) -> Source:
    """The list as the register names where a fact comes from."""
    where = f" {batch.commune.name}" if batch.commune else ""
    return Source(SourceKind.LIST, f"batch:{batch.pk}", f"Danh sách số {batch.pk}{where}")


def enrol_rows(batch: Batch, rows: Sequence[Row], *, by: Actor, at: datetime, together: bool = False) -> None:
    """Enter some ready rows, inside the caller's operation. `together`: see `register.operations.enrol_many`."""
    layout = formats.named(batch.format_code)
    reads = [reading.read(row.number, queries.cells(batch, row), layout, corrected=row.corrections, keyed=False) for row in rows]
    context = _context(batch, layout, rows, reads, on=calendar.day_of(at))
    rows, reads = _fitting(batch, *_within(batch, rows, reads, context, by=by), context)
    if not rows:
        return
    source = source_of(batch)
    known = _entered_before(rows)
    reads = [
        reading.news(read, said[1], child_id=said[0]) if layout.kind is Kind.ENROLS and (said := known.get(row.earlier_id or 0)) else read
        for row, read in zip(rows, reads, strict=True)
    ]
    answers = entering.enter(layout, reads, context, source=source, by=by, at=at, together=together)
    for row, entered in zip(rows, answers, strict=True):
        row.outcome = entered.outcome
        if entered.outcome is Outcome.CONFLICT:
            row.state = RowState.MUST_FIX
        else:
            row.state, row.child_id = RowState.ENROLLED, entered.child_id
    write_changed(Row, rows, ["state", "outcome", "child"])
    _note_conflicts([row for row in rows if row.outcome == Outcome.CONFLICT])


def _context(batch: Batch, layout: Format, rows: Sequence[Row], reads: Sequence[ReadRow], *, on: date) -> Context:
    """What turning rows into records needs: the commune, the meaning of place names, the children the rows were found to speak of."""
    texts = {text for read in reads for text in reading.place_texts(read)}
    places = contexts.places(texts, commune_id=batch.commune_id, on=on, listed_on=batch.listed_on)
    links = linking.kept({row.number: row.child_id for row in rows})
    return Context(
        on=on, layout=layout, listed_on=batch.listed_on, commune_id=batch.commune_id, places=places, links=links,
        hamlets=contexts.hamlets(batch, reads),
    )  # fmt: skip


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


def _fitting(batch: Batch, rows: Sequence[Row], reads: Sequence[ReadRow], context: Context) -> tuple[list[Row], list[ReadRow]]:
    """The rows whose texts the register can hold; one checked before there was a rule about it is held back."""
    kept, held, told = [], [], []
    for row, read in zip(rows, reads, strict=True):
        if found := list(text_fits_register.check(read, context)):
            row.state = RowState.MUST_FIX
            held.append(row)
            told += finding_facts(row.pk, batch.pk, [replace(finding, rule="text_fits_register") for finding in found])
        else:
            kept.append((row, read))
    write_changed(Row, held, ["state"])
    write_facts(RowFinding, told)
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
