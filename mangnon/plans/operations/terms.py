"""Terms of the steps of a difficulty, set from a day on."""

from datetime import date, datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib.calendar import day_of
from mangnon.lib.statements import WrongStep, check_not_before
from mangnon.plans import policies
from mangnon.plans.models import StepTerm
from mangnon.plans.rules.difficulties import DAYS
from mangnon.plans.vocabulary import DifficultyStep

LONGEST = 365


@transaction.atomic
def set_step_term(*, step: DifficultyStep, days: int, since: date, by: Actor, at: datetime, document: str = "") -> StepTerm:
    """Say how many days a step may take when it begins on a day or later; steps begun before keep the term they began under.

    `document` is the paper that says so; without one the term is shown as the city's own working rule. Raises WrongStep, WrongDay,
    NotAllowed.
    """
    policies.check_can_propose(by)
    if step not in DAYS:
        raise WrongStep(f"Bước “{step.label}” không có thời hạn: không còn ai nợ việc gì. Chọn bước khác.")
    if not 1 <= days <= LONGEST:
        raise WrongStep(f"Số ngày phải từ 1 đến {LONGEST}. Ghi lại số ngày của bước.")
    check_not_before(since, day_of(at), "Ngày áp dụng")
    if StepTerm.objects.filter(step=step, since=since).exists():
        raise WrongStep(f"Bước này đã có thời hạn áp dụng từ ngày {since:%d/%m/%Y}. Chọn ngày sau đó.")
    found = StepTerm.objects.create(step=step, days=days, since=since, document=document.strip()[:200], set_by=by.id, set_at=at)
    subject = Subject(kind="difficulty_term", id=str(found.pk), label=f"Thời hạn bước “{step.label}”: {days} ngày"[:200])
    audit.record(act=Act.DIFFICULTY_TERM_SET, subject=subject, by=by, at=at, details={"step": step.value, "days": days})
    return found
