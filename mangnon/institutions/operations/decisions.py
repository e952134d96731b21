"""Deciding who takes over where an act leaves a choice; what waited for the answer then moves."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import ports
from mangnon.institutions.models import Institution, Question, Succession, SuccessionDecision
from mangnon.institutions.records import Asking
from mangnon.institutions.vocabulary import Function, Kind, QuestionState
from mangnon.lib import calendar, vietnamese
from mangnon.lib.refusals import Refusal


class NotASuccessor(Refusal):
    """The institution chosen is not among those the act allows."""


class NoReason(Refusal):
    """A decision without its reason."""


class AlreadyDecided(Refusal):
    """Somebody decided this matter before; that decision must be withdrawn first."""


class NothingToWithdraw(Refusal):
    """No standing decision of this number."""


class NothingToSettle(Refusal):
    """None of the questions chosen is open, or none has a suggestion to take."""


@transaction.atomic
def decide_succession(
    *, source_id: int, target_id: int, reason: str, by: Who, at: datetime, function: str = "", matter: str = ""
) -> SuccessionDecision:
    """Record who answers for `source` in a matter ("" = in every matter) of a function ("" = of every function).

    Questions an act had left open in this matter are settled by it. Raises NotASuccessor, NoReason, AlreadyDecided.
    """
    source, target = Institution.objects.select_for_update().get(pk=source_id), Institution.objects.get(pk=target_id)
    reason, matter = vietnamese.clean(reason), vietnamese.clean(matter)
    if not reason:
        raise NoReason("Chưa ghi lý do. Ghi căn cứ của quyết định: văn bản, bản đồ, ý kiến của cơ quan nào.")
    if function and function not in Function.values:
        raise NotASuccessor(f"Không có lĩnh vực “{function}”. Chọn một lĩnh vực trong danh mục.")
    open_ones = Question.objects.filter(source=source, state=QuestionState.OPEN)
    asked = list(open_ones.filter(function=function, matter=matter) if matter or function else open_ones)
    offered = any(target_id in question.choices for question in asked)
    if not offered and not Succession.objects.filter(source=source, target=target).exclude(target_id=source_id).exists():
        raise NotASuccessor(
            f"Không văn bản nào chuyển {source.name} ({source.code}) sang {target.name} ({target.code}). "
            "Chọn một nơi trong danh sách đề nghị."
        )
    standing = SuccessionDecision.objects.filter(source=source, function=function, matter=matter, withdrawn_at=None).first()
    if standing:
        raise AlreadyDecided(
            f"Việc này đã có quyết định ngày {vietnamese.short_date(calendar.day_of(standing.decided_at))}. Rút lại quyết định đó trước."
        )
    decision = SuccessionDecision.objects.create(
        source=source, target=target, function=function, matter=matter, reason=reason, decided_by=by.id, decided_at=at
    )
    moved = _settle([question for question in asked if target_id in question.choices], decision, by=by, at=at)
    audit.record(
        act=Act.SUCCESSION_DECIDED, subject=_subject(source), by=by, at=at,
        details={"decision": decision.pk, "target": target.code, "function": function, "matter": matter, "moved": moved},
    )  # fmt: skip
    return decision


@transaction.atomic
def settle(*, question_ids: Sequence[int], target_id: int | None, reason: str, by: Who, at: datetime) -> int:
    """Answer several open questions at once: all with one institution, or (None) each with its suggestion. How many were answered.

    The reason of a suggestion taken is its own, after the person's words. Raises NothingToSettle, NoReason, NotASuccessor.
    """
    chosen = Question.objects.filter(pk__in=list(question_ids), state=QuestionState.OPEN).order_by("id")
    answered = 0
    for question in _one_by_one(chosen):
        answer = target_id or question.suggested_id
        if answer is None:
            continue
        if answer not in question.choices:
            raise NotASuccessor(f"{question.label}: nơi đã chọn không nằm trong các nơi tiếp nhận. Chọn riêng từng việc.")
        why = vietnamese.clean(f"{reason} {question.why}") if target_id is None else vietnamese.clean(reason)
        decide_succession(
            source_id=question.source_id, target_id=answer, reason=why, function=question.function, matter=question.matter, by=by, at=at
        )
        answered += 1
    if not answered:
        raise NothingToSettle("Không có việc nào để quyết định: chọn ít nhất một việc còn chờ, có nơi tiếp nhận hoặc có đề nghị.")
    return answered


def _one_by_one(chosen: QuerySet[Question]) -> Iterator[Question]:
    """Each read when its turn comes: the answer before may have moved what it is about."""
    for key in list(chosen.values_list("pk", flat=True)):
        yield from chosen.filter(pk=key)


@transaction.atomic
def withdraw_decision(*, decision_id: int, by: Who, at: datetime) -> SuccessionDecision:
    """Take a decision back; it stays readable, with who withdrew it and when. Raises NothingToWithdraw."""
    decision = SuccessionDecision.objects.select_for_update().select_related("source").filter(pk=decision_id, withdrawn_at=None).first()
    if decision is None:
        raise NothingToWithdraw("Quyết định này không còn hiệu lực hoặc không có. Tải lại trang để xem hiện trạng.")
    decision.withdrawn_by, decision.withdrawn_at = by.id, at
    decision.save(update_fields=["withdrawn_by", "withdrawn_at"])
    audit.record(act=Act.SUCCESSION_WITHDRAWN, subject=_subject(decision.source), by=by, at=at, details={"decision": decision.pk})
    return decision


def _settle(questions: Sequence[Question], decision: SuccessionDecision, *, by: Who, at: datetime) -> int:
    """Hand each question to its follower with the answer."""
    by_code = {follower.code: follower for follower in ports.followers()}
    moved = 0
    for question in questions:
        asking = Asking(
            id=question.pk, act_id=question.act_id, follower=question.follower, source=question.source_id, function=question.function,
            matter=question.matter, on=question.act.on,
        )  # fmt: skip
        if question.follower in by_code:
            moved += by_code[question.follower].settle(asking, decision.target_id, by=by, at=at)
        question.state, question.decision = QuestionState.DECIDED, decision
    Question.objects.bulk_update(questions, ["state", "decision"])
    return moved


def _subject(institution: Institution) -> Subject:
    unit_code = institution.code if institution.kind == Kind.UNIT else ""
    label = f"{institution.name} ({institution.code})"
    return Subject(kind="institution", id=str(institution.pk), label=label[:200], unit_code=unit_code)
