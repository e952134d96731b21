"""What people decide about rows that wait: correct a cell, answer, set aside. A row that comes right is entered if its list was accepted.

A page says which version of a row it shows; a row that somebody else has touched since is not overwritten.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import capfirst

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import checks, formats, queries
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts
from mangnon.intake.operations.chunks import finding_facts, state_after
from mangnon.intake.operations.ready import enrol_rows
from mangnon.intake.operations.receive import subject_of
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import OPEN, WAITING, BatchState, Kind, RowState, Severity
from mangnon.lib import calendar
from mangnon.lib.copying import write_changed, write_facts
from mangnon.lib.refusals import Refusal

CHOSEN = frozenset({"child_code"})  # columns in which saying again what the file says is an answer: whom the row speaks of


class RowIsSettled(Refusal):
    """The row has been entered, set aside or sent again."""


class NothingToConfirm(Refusal):
    """The row has errors that no answer can lift."""


class UnknownColumn(Refusal):
    """The list has no such column."""


class ChangedMeanwhile(Refusal):
    """Somebody else decided something about the row after the page was shown."""


class ListIsClosed(Refusal):
    """The list is still being read, or was withdrawn."""


@transaction.atomic
def correct_cell(*, row_id: int, field: str, value: str, by: Actor, at: datetime, version: int | None = None) -> Row:
    """Write what one cell should say. See `correct_row`."""
    return correct_row(row_id=row_id, values={field: value}, by=by, at=at, version=version)


@transaction.atomic
def correct_row(*, row_id: int, values: Mapping[str, str], by: Actor, at: datetime, version: int | None = None) -> Row:
    """Write what cells should say; the file's own text stays. The row is checked again, and entered if it is right and the list accepted.

    A row entered with a note may be corrected too, as long as it stays the same child.
    Raises ChangedMeanwhile, RowIsSettled, UnknownColumn.
    """
    row = _open_row(row_id, by, version=version)
    check_columns(row.batch, values)
    before = (row.state, row.identity, row.personal_number)
    write_corrections(row.batch, [row], [values], by=by, at=at)
    if before[0] == RowState.ENROLLED and before[1:] != (row.identity, row.personal_number):
        raise RowIsSettled(f"{capfirst(row.where)} đã ghi rồi. Muốn đổi tên, ngày sinh hay số định danh, mở hồ sơ của trẻ.")
    details: dict[str, object] = {"row": row.number, "columns": sorted(values), "state": row.state}
    audit.record(act=Act.CELL_CORRECTED, subject=subject_of(row.batch), by=by, at=at, details=details)
    return row


@transaction.atomic
def confirm_row(*, row_id: int, by: Actor, at: datetime, version: int | None = None) -> Row:
    """Answer every question of a row with "as it is". Raises NothingToConfirm while a cell must be corrected."""
    row = _waiting_row(row_id, by, version=version)
    if row.state == RowState.MUST_FIX:
        raise NothingToConfirm(f"{capfirst(row.where)} còn ô phải sửa. Sửa ô tô đỏ trước, rồi mới ghi được.")
    questions = row.findings.filter(severity=Severity.QUESTION, settled_at__isnull=True).order_by("id")
    row.answered = sorted({*row.answered, *questions.values_list("rule", flat=True)})
    recheck(row.batch, [row], by=by, at=at)
    audit.record(
        act=Act.CELL_CORRECTED, subject=subject_of(row.batch), by=by, at=at, details={"row": row.number, "kept": row.answered}
    )  # fmt: skip
    return row


@transaction.atomic
def set_aside_row(*, row_id: int, by: Actor, at: datetime, version: int | None = None) -> Row:
    """Leave a row out: it stays in the list, and no child comes of it."""
    row = _waiting_row(row_id, by, version=version)
    row.state = RowState.SET_ASIDE
    _stamp(row, by, at)
    row.save()
    row.findings.filter(settled_at__isnull=True).update(settled_at=at)
    audit.record(act=Act.ROW_SET_ASIDE, subject=subject_of(row.batch), by=by, at=at, details={"row": row.number})
    return row


def write_corrections(batch: Batch, rows: Sequence[Row], values: Sequence[Mapping[str, str]], *, by: Actor, at: datetime) -> None:
    """Put texts beside what rows say, and check them again. Inside the caller's operation; the rows are locked."""
    for row, texts in zip(rows, values, strict=True):
        typed = queries.typed_cells(batch, row)
        told = row.corrections | {name: text.strip()[:4000] for name, text in texts.items()}
        row.corrections = {name: text for name, text in told.items() if name in CHOSEN or name not in typed or text != typed[name]}
    recheck(batch, rows, by=by, at=at)


def recheck(batch: Batch, rows: Sequence[Row], *, by: Actor, at: datetime) -> None:
    """Check rows again as they now stand; those that come right are entered if the list is accepted."""
    layout = formats.named(batch.format_code)
    reads = [reading.read(row.number, queries.cells(batch, row), layout, corrected=row.corrections) for row in rows]
    context = contexts.for_rows(batch, reads, by=by, on=calendar.day_of(at))
    fresh: list[dict[str, Any]] = []
    for row, read in zip(rows, reads, strict=True):
        found = checks.run(read, context)
        fresh += finding_facts(row.pk, batch.pk, [finding for finding in found if finding.rule not in row.answered])
        row.state = state_after(found, row.answered)
        row.personal_number, row.identity, row.kin = read.personal_number[:40], read.identity, read.kin
        kept = row.child_id if layout.kind is Kind.ENROLS and not context.link(read).new else None  # a row entered before stays its child's
        row.child_id = context.child_id(read) or kept
        _stamp(row, by, at)
    RowFinding.objects.filter(row__in=[row.pk for row in rows], settled_at__isnull=True).update(settled_at=at)
    write_facts(RowFinding, fresh)
    columns = [
        "corrections", "answered", "state", "personal_number", "identity", "kin", "child", "version", "changed_by_label", "changed_at"
    ]  # fmt: skip
    write_changed(Row, rows, columns)
    ready = [row for row in rows if row.state == RowState.READY]
    if ready and batch.state in {BatchState.ENROLLING, BatchState.ENROLLED}:
        enrol_rows(batch, ready, by=by, at=at)


def check_columns(batch: Batch, values: Mapping[str, str]) -> None:
    """Raise UnknownColumn unless the list has these columns."""
    unknown = set(values) - {column.field for column in formats.named(batch.format_code).columns}
    if unknown:
        raise UnknownColumn("Danh sách không có cột này. Tải lại trang rồi sửa lại.")


def check_may_work(batch: Batch, by: Actor) -> None:
    """Raise unless the actor may work on the list and it is open for work."""
    policies.check_may(by, Permission.IMPORT_LISTS)
    if not policies.scope(by, Permission.IMPORT_LISTS).everything:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=batch.commune_id)
    if batch.state not in OPEN:
        raise ListIsClosed(f"Danh sách số {batch.pk} {BatchState(batch.state).label.lower()} nên chưa sửa được dòng nào.")


def _open_row(row_id: int, by: Actor, *, version: int | None) -> Row:
    """The row, locked, if the actor may work on its list and it has something left to decide."""
    row = Row.objects.select_for_update(of=("self",)).select_related("batch__commune").get(pk=row_id)
    check_may_work(row.batch, by)
    noted = row.state == RowState.ENROLLED and row.findings.filter(settled_at__isnull=True).exists()
    if row.state not in WAITING and not noted and not (row.state == RowState.READY and row.batch.state == BatchState.CHECKED):
        raise RowIsSettled(f"{capfirst(row.where)} {RowState(row.state).label.lower()} rồi. Muốn sửa tiếp, mở hồ sơ của trẻ.")
    if version is not None and version != row.version:
        raise ChangedMeanwhile(
            f"{capfirst(row.where)} vừa được {row.changed_by_label} sửa lúc {_clock(row.changed_at)}, sau khi trang này mở. "
            "Trang đã hiện giá trị mới; xem lại rồi sửa tiếp nếu cần."
        )
    return row


def _waiting_row(row_id: int, by: Actor, *, version: int | None) -> Row:
    row = _open_row(row_id, by, version=version)
    if row.state not in WAITING:
        raise RowIsSettled(f"{capfirst(row.where)} {RowState(row.state).label.lower()} rồi. Muốn sửa tiếp, mở hồ sơ của trẻ.")
    return row


def _clock(at: datetime | None) -> str:
    return f"{at.astimezone(calendar.VIETNAM):%H:%M}" if at else ""


def _stamp(row: Row, by: Actor, at: datetime) -> None:
    row.changed_by_label, row.changed_at, row.version = by.label, at, row.version + 1
