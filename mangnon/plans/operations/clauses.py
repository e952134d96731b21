"""Links between clauses, and clauses somebody says give no duty."""

from datetime import datetime
from typing import Any

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import Clause, ClauseLink, ClauseWaiver


class NoSuchClause(Refusal):
    """The address names no clause of that plan, or the link would say nothing."""


@transaction.atomic
def link_clauses(*, source_id: int, by: Who, at: datetime, target_id: int | None = None, document_id: int | None = None, words: str = "",
                 verified: bool = True) -> ClauseLink:  # fmt: skip
    """Say that a clause carries out another one, or a place in a paper whose text is not in the system.

    Said before, the link is left as it is. Raises NoSuchClause, NotAllowed.
    """
    policies.check_can_adopt(by)
    source = Clause.objects.select_related("plan__document").get(pk=source_id)
    if (target_id is None) == (document_id is None) or source_id == target_id:
        raise NoSuchClause("Chưa chọn điều khoản hoặc văn bản để nối. Chọn một trong hai, khác với điều khoản đang xem.")
    if target_id is not None and ClauseLink.objects.filter(source_id=target_id, target_id=source_id, withdrawn_at=None).exists():
        raise NoSuchClause("Hai điều khoản này đã nối theo chiều ngược lại. Gỡ mối nối cũ rồi nối lại.")
    ends: dict[str, Any] = {"target_id": target_id, "document_id": document_id, "words": words.strip()[:200]}
    link, made = ClauseLink.objects.get_or_create(
        source=source, withdrawn_at=None, **ends, defaults={"verified": verified, "made_by": by.id, "made_at": at}
    )
    if made:
        audit.record(act=Act.CLAUSES_LINKED, subject=_subject(source), by=by, at=at, details={"target": target_id or document_id})
    return link


@transaction.atomic
def unlink_clauses(*, link_id: int, by: Who, at: datetime) -> ClauseLink:
    """Take a link back; the row stays. Raises NotAllowed."""
    policies.check_can_adopt(by)
    link = ClauseLink.objects.select_related("source__plan__document").get(pk=link_id, withdrawn_at=None)
    link.withdrawn_by, link.withdrawn_at = by.id, at
    link.save(update_fields=["withdrawn_by", "withdrawn_at"])
    audit.record(act=Act.CLAUSES_LINKED, subject=_subject(link.source), by=by, at=at, details={"withdrawn": link.pk})
    return link


@transaction.atomic
def waive_clause(*, clause_id: int, reason: str, by: Who, at: datetime) -> ClauseWaiver:
    """Say why a clause gives nobody a duty; it leaves the list of gaps. Raises NoSuchClause, NotAllowed."""
    policies.check_can_adopt(by)
    clause = Clause.objects.select_related("plan__document").get(pk=clause_id)
    if not reason.strip():
        raise NoSuchClause("Chưa ghi lý do. Ghi một câu, ví dụ “nêu nguồn kinh phí chung, không giao việc”.")
    waiver, made = ClauseWaiver.objects.get_or_create(
        clause=clause, withdrawn_at=None, defaults={"reason": reason.strip()[:300], "made_by": by.id, "made_at": at}
    )
    if made:
        audit.record(act=Act.CLAUSE_WAIVED, subject=_subject(clause), by=by, at=at)
    return waiver


@transaction.atomic
def unwaive_clause(*, clause_id: int, by: Who, at: datetime) -> None:
    """Put a clause back into the list of gaps. Raises NotAllowed."""
    policies.check_can_adopt(by)
    clause = Clause.objects.select_related("plan__document").get(pk=clause_id)
    ClauseWaiver.objects.filter(clause=clause, withdrawn_at=None).update(withdrawn_by=by.id, withdrawn_at=at)
    audit.record(act=Act.CLAUSE_WAIVED, subject=_subject(clause), by=by, at=at, details={"withdrawn": True})


def _subject(clause: Clause) -> Subject:
    label = f"Mục {clause.address} của kế hoạch số {clause.plan.document.number}"
    return Subject(kind="clause", id=str(clause.pk), label=label[:200])
