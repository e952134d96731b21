"""What people decide about rows that wait: correct a cell, answer, set aside. A row that comes right is entered at once."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.intake import checks, formats
from mangnon.intake.models import Row, RowFinding
from mangnon.intake.operations import contexts
from mangnon.intake.operations.enrol import enrol_rows
from mangnon.intake.operations.receive import finding_rows, state_after, subject_of
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import WAITING, Kind, RowState, Severity
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal


class RowIsSettled(Refusal):
    """The row has been entered or set aside."""


class NothingToConfirm(Refusal):
    """The row has errors that no answer can lift."""


class UnknownColumn(Refusal):
    """The list has no such column."""


@transaction.atomic
def correct_cell(*, row_id: int, field: str, value: str, by: Actor, at: datetime) -> Row:
    """Write what one cell should say. See `correct_row`."""
    return correct_row(row_id=row_id, values={field: value}, by=by, at=at)


@transaction.atomic
def correct_row(*, row_id: int, values: Mapping[str, str], by: Actor, at: datetime) -> Row:
    """Write what cells should say; the file's own text stays. The row is checked again, and entered if it is right.

    A row entered with a note may be corrected too, as long as it stays the same child.
    """
    row = _open_row(row_id, by)
    columns = {column.field for column in formats.named(row.batch.format_code).columns}
    if not set(values) <= columns:
        raise UnknownColumn("Danh sách không có cột này. Tải lại trang rồi sửa lại.")
    before = (row.state, row.identity, row.personal_number)
    row.corrections = {**row.corrections, **{field: value.strip()[:4000] for field, value in values.items()}}
    _recheck(row, by=by, at=at)
    if before[0] == RowState.ENROLLED and before[1:] != (row.identity, row.personal_number):
        raise RowIsSettled(f"Dòng {row.number} đã ghi rồi. Muốn đổi tên, ngày sinh hay số định danh, mở hồ sơ của trẻ.")
    details = {"row": row.number, "column": sorted(values), "state": row.state}
    audit.record(act=Act.CELL_CORRECTED, subject=subject_of(row.batch), by=by, at=at, details=details)
    return row


@transaction.atomic
def confirm_row(*, row_id: int, by: Actor, at: datetime) -> Row:
    """Answer every question of a row with "as it is"; the row is entered. Raises NothingToConfirm while a cell must be corrected."""
    row = _waiting_row(row_id, by)
    if row.state == RowState.MUST_FIX:
        raise NothingToConfirm(f"Dòng {row.number} còn ô phải sửa. Sửa ô tô đỏ trước, rồi mới ghi được.")
    questions = row.findings.filter(severity=Severity.QUESTION, settled_at__isnull=True).order_by("id")
    row.answered = sorted({*row.answered, *questions.values_list("rule", flat=True)})
    _recheck(row, by=by, at=at)
    audit.record(
        act=Act.CELL_CORRECTED, subject=subject_of(row.batch), by=by, at=at, details={"row": row.number, "kept": row.answered}
    )  # fmt: skip
    return row


@transaction.atomic
def set_aside_row(*, row_id: int, by: Actor, at: datetime) -> Row:
    """Leave a row out: it stays in the list, and no child comes of it."""
    row = _waiting_row(row_id, by)
    row.state = RowState.SET_ASIDE
    _stamp(row, by, at)
    row.save()
    row.findings.filter(settled_at__isnull=True).update(settled_at=at)
    audit.record(act=Act.ROW_SET_ASIDE, subject=subject_of(row.batch), by=by, at=at, details={"row": row.number})
    return row


@transaction.atomic
def accept_suggestions(*, batch_id: int, rule: str, by: Actor, at: datetime) -> int:
    """Take the only suggestion of every open finding of one rule ("Sửa cả 5 dòng"); how many cells were corrected."""
    found = (
        RowFinding.objects.filter(batch=batch_id, rule=rule, settled_at__isnull=True)
        .exclude(row__state=RowState.SET_ASIDE)
        .select_related("row")
        .order_by("row__number")
    )  # fmt: skip
    done = 0
    for finding in found:
        ways = [way for way in finding.suggestions if way[1]]
        if len(ways) == 1:
            correct_cell(row_id=finding.row_id, field=ways[0][1], value=ways[0][2], by=by, at=at)
            done += 1
    return done


def _open_row(row_id: int, by: Actor) -> Row:
    """The row, locked, if the actor may work on its list and it has something left to decide."""
    row = Row.objects.select_for_update(of=("self",)).select_related("batch__commune").get(pk=row_id)
    policies.check_may(by, Permission.IMPORT_LISTS)
    if not policies.scope(by, Permission.IMPORT_LISTS).everything:
        policies.check_covers(by, Permission.IMPORT_LISTS, institution_id=row.batch.commune_id)
    noted = row.state == RowState.ENROLLED and row.findings.filter(settled_at__isnull=True).exists()
    if row.state not in WAITING and not noted:
        raise RowIsSettled(f"Dòng {row.number} {RowState(row.state).label.lower()} rồi. Muốn sửa tiếp, mở hồ sơ của trẻ.")
    return row


def _waiting_row(row_id: int, by: Actor) -> Row:
    row = _open_row(row_id, by)
    if row.state not in WAITING:
        raise RowIsSettled(f"Dòng {row.number} {RowState(row.state).label.lower()} rồi. Muốn sửa tiếp, mở hồ sơ của trẻ.")
    return row


def _recheck(row: Row, *, by: Actor, at: datetime) -> None:
    layout = formats.named(row.batch.format_code)
    cells = reading.cells_of(row.raw, row.batch.places, row.corrections)
    read = reading.read(row.number, cells, layout, corrected=row.corrections)
    context = contexts.for_row(row, read, by=by, on=calendar.day_of(at))
    findings = checks.run(read, context)
    row.findings.filter(settled_at__isnull=True).update(settled_at=at)
    standing = [finding for finding in findings if finding.rule not in row.answered]
    RowFinding.objects.bulk_create(finding_rows(row, standing))
    row.state = state_after(findings, row.answered)
    row.personal_number, row.identity = read.personal_number[:40], read.identity
    kept = row.child_id if layout.kind is Kind.ENROLS and not context.link(read).new else None  # a row entered before stays its child's
    row.child_id = context.child_id(read) or kept
    _stamp(row, by, at)
    row.save()
    if row.state == RowState.READY:
        enrol_rows(row.batch, [row], by=by, at=at)


def _stamp(row: Row, by: Actor, at: datetime) -> None:
    row.changed_by_label, row.changed_at = by.label, at
