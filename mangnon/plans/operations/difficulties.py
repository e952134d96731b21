"""A difficulty from the unit that raises it to the decision every asker is told."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib.statements import NothingWritten, WrongStep, written
from mangnon.lib.vietnamese import number
from mangnon.plans import policies
from mangnon.plans.models import Difficulty, Matter, Plan, Task
from mangnon.plans.vocabulary import MatterState, Outcome, PlanState


@transaction.atomic
def raise_difficulty(*, task_id: int, institution_id: int, text: str, by: Actor, at: datetime, wish: str = "") -> Difficulty:
    """A unit says what hinders it in a duty and what it wishes. Raises NothingWritten, WrongStep, NotAllowed."""
    policies.check_own_work(by, institution_id=institution_id)
    task = Task.objects.select_related("plan").get(pk=task_id)
    if task.plan.state != PlanState.ADOPTED:
        raise WrongStep("Kế hoạch chưa được chấp nhận nên chưa nêu khó khăn được.")
    found = Difficulty.objects.create(
        task=task,
        institution_id=institution_id,
        text=written(text, "khó khăn, vướng mắc"),
        wish=wish.strip(),
        raised_by=by.id,
        raised_at=at,
    )
    audit.record(act=Act.DIFFICULTY_RAISED, subject=_of(found), by=by, at=at, details={"institution": institution_id, "task": task_id})
    return found


@transaction.atomic
def ask_back(*, difficulty_id: int, question: str, by: Actor, at: datetime) -> Difficulty:
    """The lead department asks the unit to say more. Raises NothingWritten, WrongStep."""
    policies.check_can_propose(by)
    found = _difficulty(difficulty_id)
    _check_open(found)
    found.question, found.asked_at = written(question, "điều cần đơn vị nói rõ"), at
    found.save(update_fields=["question", "asked_at"])
    audit.record(act=Act.DIFFICULTY_ASKED_BACK, subject=_of(found), by=by, at=at)
    return found


@transaction.atomic
def say_more(*, difficulty_id: int, text: str, by: Actor, at: datetime) -> Difficulty:
    """The unit answers the question; its words are added to what it said first. Raises NothingWritten, WrongStep."""
    found = _difficulty(difficulty_id)
    policies.check_own_work(by, institution_id=found.institution_id)
    if not found.question:
        raise WrongStep("Không có điều nào đang chờ đơn vị nói rõ. Tải lại trang để xem.")
    more = written(text, "phần nói rõ thêm")
    found.text = f"{found.text}\n\nHỏi: {found.question}\nTrả lời: {more}"
    found.question, found.asked_at = "", None
    found.save(update_fields=["text", "question", "asked_at"])
    audit.record(act=Act.DIFFICULTY_RAISED, subject=_of(found), by=by, at=at, details={"more": True})
    return found


@transaction.atomic
def gather(*, difficulty_ids: Sequence[int], title: str, by: Actor, at: datetime, matter_id: int | None = None) -> Matter:
    """Put the same difficulty of several units into one matter, a new one or one still being weighed. Raises NothingWritten, WrongStep."""
    policies.check_can_propose(by)
    found = list(_locked().filter(pk__in=difficulty_ids).select_related("task").order_by("pk"))
    if not found:
        raise NothingWritten("Chưa chọn khó khăn nào. Đánh dấu ít nhất một dòng rồi gộp.")
    for one in found:
        _check_open(one)
    if matter_id is None:
        plan = Plan.objects.get(pk=found[0].task.plan_id)
        matter = Matter.objects.create(plan=plan, title=written(title, "tên vướng mắc")[:300], opened_by=by.id, opened_at=at)
    else:
        matter = _weighed(matter_id)
    left = {one.matter_id for one in found if one.matter_id and one.matter_id != matter.pk}
    Difficulty.objects.filter(pk__in=[one.pk for one in found]).update(matter=matter)
    Matter.objects.filter(pk__in=left, difficulties=None).delete()  # a matter nobody raises any more was a wrong grouping
    audit.record(act=Act.DIFFICULTY_GROUPED, subject=_about(matter), by=by, at=at, details={"difficulties": [one.pk for one in found]})
    return matter


@transaction.atomic
def propose(*, matter_id: int, proposal: str, by: Actor, at: datetime, cost: int | None = None, cost_source: str = "") -> Matter:
    """The lead department proposes an answer with its cost (whole đồng) to the People's Committee. Raises NothingWritten, WrongStep."""
    policies.check_can_propose(by)
    matter = _weighed(matter_id)
    if cost is not None and cost < 0:
        raise NothingWritten(f"Kinh phí {number(cost)} đồng không đúng. Ghi số đồng từ 0 trở lên, hoặc để trống.")
    matter.proposal, matter.cost, matter.cost_source = written(proposal, "đề xuất"), cost, cost_source.strip()[:200]
    matter.state, matter.proposed_by, matter.proposed_at = MatterState.PROPOSED, by.id, at
    matter.save()
    audit.record(act=Act.ANSWER_PROPOSED, subject=_about(matter), by=by, at=at, details={"cost": cost})
    return matter


@transaction.atomic
def guide(*, matter_id: int, text: str, by: Actor, at: datetime) -> Matter:
    """The lead department answers within its own competence; the units are told as after any decision."""
    policies.check_can_propose(by)
    matter = _weighed(matter_id)
    return _settle(matter, outcome=Outcome.GUIDED, text=text, document="", by=by, at=at)


@transaction.atomic
def decide_matter(*, matter_id: int, outcome: Outcome, text: str, by: Actor, at: datetime, document: str = "") -> Matter:
    """The People's Committee decides; every unit that asked is told in the same moment. Raises NothingWritten, WrongStep, NotAllowed."""
    policies.check_can_decide(by)
    matter = Matter.objects.select_for_update().get(pk=matter_id)
    if matter.state != MatterState.PROPOSED:
        raise WrongStep("Vướng mắc này chưa được trình hoặc đã có quyết định. Tải lại trang để xem.")
    if outcome != Outcome.AGREED:
        text = written(text, "nội dung quyết định")
    return _settle(matter, outcome=outcome, text=text or "Đồng ý như đề xuất.", document=document, by=by, at=at)


@transaction.atomic
def acknowledge(*, difficulty_id: int, by: Actor, at: datetime) -> Difficulty:
    """The unit has read the decision. Raises WrongStep, NotAllowed."""
    found = _difficulty(difficulty_id)
    policies.check_own_work(by, institution_id=found.institution_id)
    if found.told_at is None or found.read_at is not None:
        raise WrongStep("Chưa có quyết định, hoặc đơn vị đã nhận. Tải lại trang để xem.")
    found.read_by, found.read_at = by.id, at
    found.save(update_fields=["read_by", "read_at"])
    audit.record(act=Act.DECISION_READ, subject=_of(found), by=by, at=at)
    return found


def _settle(matter: Matter, *, outcome: Outcome, text: str, document: str, by: Actor, at: datetime) -> Matter:
    matter.outcome, matter.decision, matter.decision_document = outcome, written(text, "nội dung quyết định"), document.strip()[:200]
    matter.state, matter.decided_by, matter.decided_at = MatterState.DECIDED, by.id, at
    matter.save()
    told = matter.difficulties.update(told_at=at, question="", asked_at=None)
    audit.record(act=Act.DIFFICULTY_DECIDED, subject=_about(matter), by=by, at=at, details={"outcome": str(outcome), "told": told})
    return matter


def _weighed(pk: int) -> Matter:
    matter = Matter.objects.select_for_update().get(pk=pk)
    if matter.state != MatterState.WEIGHED:
        raise WrongStep("Vướng mắc này đã trình hoặc đã có quyết định. Tải lại trang để xem.")
    return matter


def _locked() -> QuerySet[Difficulty]:
    return Difficulty.objects.select_for_update(of=("self",))


def _difficulty(pk: int) -> Difficulty:
    return _locked().select_related("task", "matter").get(pk=pk)


def _check_open(found: Difficulty) -> None:
    """A difficulty whose matter has left the lead department's desk is not moved any more."""
    if found.matter_id and Matter.objects.get(pk=found.matter_id).state != MatterState.WEIGHED:
        raise WrongStep(f"Khó khăn số {found.pk} đã trình hoặc đã có quyết định nên không đổi được nữa.")


def _of(found: Difficulty) -> Subject:
    return Subject(kind="difficulty", id=str(found.pk), label=f"Khó khăn số {found.pk}")


def _about(matter: Matter) -> Subject:
    return Subject(kind="matter", id=str(matter.pk), label=f"Vướng mắc: {matter.title}"[:200])
