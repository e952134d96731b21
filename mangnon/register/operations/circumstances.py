"""Recording that a circumstance began or ended, with its ground and evidence."""

from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib import vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.register import models
from mangnon.register.operations import sources
from mangnon.register.operations.subjects import subject_of
from mangnon.register.records import CircumstanceRecord, Source
from mangnon.register.vocabulary.circumstances import CLAUSES


class UnknownClause(Refusal):
    """No such clause in the list of circumstances."""


class CircumstanceStands(Refusal):
    """The child has this circumstance already, not ended."""


class EndsBeforeItBegan(Refusal):
    """The last day lies before the first."""


@transaction.atomic
def record_circumstance(*, child_id: int, circumstance: CircumstanceRecord, source: Source, by: Actor, at: datetime) -> models.Circumstance:
    """Write that a child is in a circumstance from a day on (Luật Trẻ em 102/2016/QH13, Điều 10; Nghị định 56/2017/NĐ-CP, Điều 3 to 16)."""
    child = models.Child.objects.select_for_update().get(pk=child_id)
    policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=child.lives_in_id)
    clause = CLAUSES.get(circumstance.clause)
    if clause is None:
        raise UnknownClause(f"Không có hoàn cảnh với khóa “{circumstance.clause}”. Chọn một hoàn cảnh trong danh sách.")
    if models.Circumstance.objects.filter(child=child, clause=clause.key, valid__upper_inf=True).exists():
        raise CircumstanceStands(f"Hồ sơ {child.code} đang có hoàn cảnh này. Muốn đổi ngày hay căn cứ, kết thúc dòng cũ trước.")
    row = models.Circumstance.objects.create(
        child=child, clause=clause.key, kind=clause.kind, group=clause.group, evidence=circumstance.evidence,
        valid=DateRange(circumstance.since, None), source=sources.row_for(source, by=by, at=at),
    )  # fmt: skip
    audit.record(act=Act.CIRCUMSTANCE_RECORDED, subject=subject_of(child), by=by, at=at, details={"circumstance": row.pk})
    return row


@transaction.atomic
def end_circumstance(*, circumstance_id: int, last_day: date, because: str, by: Actor, at: datetime) -> models.Circumstance:
    """Write the last day on which a circumstance held, and why it ended."""
    row = models.Circumstance.objects.select_for_update().select_related("child__lives_in").get(pk=circumstance_id)
    policies.check_covers(by, Permission.EDIT_CHILDREN, institution_id=row.child.lives_in_id)
    if row.valid.lower is not None and last_day < row.valid.lower:
        raise EndsBeforeItBegan(
            f"Hoàn cảnh này bắt đầu từ {vietnamese.short_date(row.valid.lower)}; ngày kết thúc không thể trước ngày đó."
        )
    row.valid = DateRange(row.valid.lower, date.fromordinal(last_day.toordinal() + 1))
    row.ended_because = because
    row.save(update_fields=["valid", "ended_because"])
    audit.record(act=Act.CIRCUMSTANCE_ENDED, subject=subject_of(row.child), by=by, at=at, details={"circumstance": row.pk})
    return row
