"""What people decide of a pair, and taking it back."""

from datetime import datetime, timedelta

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.linkage import policies, rules
from mangnon.linkage.models import Decision, Person
from mangnon.linkage.operations import numbers
from mangnon.linkage.vocabulary import BY_PEOPLE, Level, Verdict
from mangnon.register import queries as register
from mangnon.register.records import IdentifierItem
from mangnon.register.vocabulary.people import IdentifierState

UNDO_WITHIN = timedelta(days=30)


class NotThisPair(Refusal):
    """The pair is not there for a decision any more, or the verdict is none a person may give."""


class NoReason(Refusal):
    """A reason is missing."""


class AlreadyLinked(Refusal):
    """The person belongs to another record, or the record to another person, by a decision that stands."""


class TooLateToUndo(Refusal):
    """The decision was made too long ago, or has been replaced."""


@transaction.atomic
def decide(*, decision_id: int, verdict: Verdict, reason: str, by: Actor, at: datetime) -> Decision:
    """Say of a pair that waits: the same child, different people, or to be visited. Undone by `revoke`.

    LINK verifies or supplies the number and lays the child's other pairs to rest; NOT is remembered in later runs and needs a reason.
    """
    old = _standing(decision_id)
    child = register.child(by, old.child_id, on=by.on)
    policies.check_may_decide(by, unit_id=child.lives_in_id)
    reason = reason.strip()
    if verdict not in BY_PEOPLE:
        raise NotThisPair("Chỉ chọn được: cùng một trẻ, khác người, hoặc cần xác minh tại hộ.")
    if verdict is Verdict.NOT and not reason:
        raise NoReason("Chưa ghi lý do khác người. Ghi ngắn gọn căn cứ, ví dụ giấy khai sinh ghi ngày khác.")
    person = old.person
    assert person is not None  # _standing gives pairs only
    if verdict is Verdict.LINK:
        _check_free(person, child_id=old.child_id)
    new = Decision(
        child_id=old.child_id, person=person, person_ref=person.record_id, verdict=verdict, level=Level.PERSON,
        reason=reason or Verdict(verdict).label, decided_by=by.id, decided_by_label=by.label, decided_at=at, automatic=False,
        probability=old.probability, grounds=old.grounds,
    )  # fmt: skip
    _replace(old, new, by=by, at=at)
    _touch_number(new, person, by=by, at=at)
    _keep_unmatched(old.child_id, by=by, at=at)
    _note(Act.MATCH_DECIDED, new, unit_code=child.lives_in.code, by=by, at=at)
    return new


@transaction.atomic
def revoke(*, decision_id: int, reason: str, by: Actor, at: datetime) -> None:
    """Take back a decision of a person or of a run: the number returns to what it was, what was replaced stands again."""
    decision = Decision.objects.select_for_update(of=("self",)).select_related("person__extract").filter(pk=decision_id).first()
    if decision is None or decision.revoked_at is not None or decision.person is None:
        raise NotThisPair("Quyết định này không còn hiệu lực. Tải lại trang để xem kết quả mới nhất.")
    child = register.child(by, decision.child_id, on=by.on)
    policies.check_may_decide(by, unit_id=child.lives_in_id)
    if at - decision.decided_at > UNDO_WITHIN:
        raise TooLateToUndo("Quyết định đã quá 30 ngày nên không hoàn tác được. Sửa số định danh trong hồ sơ trẻ, kèm giấy tờ.")
    extract = decision.person.extract
    numbers.undo([decision], extracts={extract.pk: extract}, by=by, at=at)
    _retire(Decision.objects.filter(pk=decision.pk), why=reason.strip() or "Hoàn tác", by=by, at=at)
    Decision.objects.filter(replaced_by=decision).update(
        revoked_at=None, revoked_by="", revoked_by_label="", revoked_reason="", replaced_by=None
    )
    if decision.automatic:
        _ask_a_person(decision, by=by, at=at)
    _keep_unmatched(decision.child_id, by=by, at=at)
    _note(Act.MATCH_REVOKED, decision, unit_code=child.lives_in.code, by=by, at=at)


def _standing(decision_id: int) -> Decision:
    found = Decision.objects.select_for_update(of=("self",)).select_related("person__extract").filter(pk=decision_id).first()
    if found is None or found.revoked_at is not None or found.person is None or found.verdict in {Verdict.LINK, Verdict.NOT}:
        raise NotThisPair("Cặp này đã có quyết định. Tải lại trang để xem kết quả mới nhất.")
    return found


def _check_free(person: Person, *, child_id: int) -> None:
    links = Decision.objects.filter(revoked_at__isnull=True, verdict=Verdict.LINK, person_ref=person.record_id)
    other = links.exclude(child=child_id).first()
    if other:
        code = rules.child_code(other.child_id)
        raise AlreadyLinked(
            f"Người này đang gắn với hồ sơ {code}. Hoàn tác lần gắn đó trước; nếu là một trẻ ghi hai lần thì đóng một hồ sơ."
        )


def _replace(old: Decision, new: Decision, *, by: Actor, at: datetime) -> None:
    """Store the new decision in place of the old one; a link takes the place of everything open for the child."""
    gone = Decision.objects.filter(revoked_at__isnull=True, child=old.child_id)
    gone = gone.exclude(verdict=Verdict.NOT) if new.verdict == Verdict.LINK else gone.filter(pk=old.pk)
    replaced = list(gone.values_list("pk", flat=True))
    _retire(gone, why="Thay bằng quyết định của người xem", by=by, at=at)
    new.save(force_insert=True)
    Decision.objects.filter(pk__in=replaced).update(replaced_by=new)


def _touch_number(decision: Decision, person: Person, *, by: Actor, at: datetime) -> None:
    number, state = register.identifier_of(decision.child_id)
    item = numbers.step_for(decision, number=number, person_number=person.personal_number, as_of=person.extract.as_of)
    disputed = Decision.objects.filter(child=decision.child_id, revoked_at__isnull=True, verdict=Verdict.MISMATCH).exists()
    if decision.verdict == Verdict.NOT and state == IdentifierState.MISMATCH and not disputed:
        item = IdentifierItem(decision.child_id, number, IdentifierState.UNVERIFIED, "người xem quyết định", decision.reason)
    if item is None or (item.value, item.state) == (number, state):
        return
    decision.touched_number, decision.number_before, decision.state_before = True, number, state
    decision.save(update_fields=["touched_number", "number_before", "state_before"])
    numbers.apply([item], extract=person.extract, by=by, at=at)


def _keep_unmatched(child_id: int, *, by: Actor, at: datetime) -> None:
    """A child stands on the list of the unmatched exactly when no person is linked or proposed."""
    standing = Decision.objects.filter(revoked_at__isnull=True, child=child_id).exclude(verdict=Verdict.NOT)
    without = standing.filter(verdict=Verdict.UNMATCHED)
    if standing.exclude(verdict=Verdict.UNMATCHED).exists():
        _retire(without, why="Đã có người được đề nghị", by=by, at=at)
    elif not without.exists():
        Decision.objects.create(
            child_id=child_id, verdict=Verdict.UNMATCHED, level=Level.NOBODY, reason="Người được đề nghị đã được xác định là người khác.",
            decided_by=by.id, decided_by_label=by.label, decided_at=at, automatic=True,
        )  # fmt: skip


def _ask_a_person(revoked: Decision, *, by: Actor, at: datetime) -> None:
    """An automatic link taken back waits for a person, or the next run would make it again unseen."""
    Decision.objects.create(
        child_id=revoked.child_id, person=revoked.person, person_ref=revoked.person_ref, verdict=Verdict.VISIT, level=revoked.level,
        reason="Đã hoàn tác lần gắn tự động; cần người xem.", decided_by=by.id, decided_by_label=by.label, decided_at=at, automatic=False,
        probability=revoked.probability, grounds=revoked.grounds,
    )  # fmt: skip


def _retire(decisions: object, *, why: str, by: Actor, at: datetime) -> None:
    decisions.update(revoked_at=at, revoked_by=by.id, revoked_by_label=by.label, revoked_reason=why[:400])  # type: ignore[attr-defined]


def _note(act: Act, decision: Decision, *, unit_code: str, by: Actor, at: datetime) -> None:
    subject = Subject("child", str(decision.child_id), f"Hồ sơ {rules.child_code(decision.child_id)}", unit_code=unit_code)
    audit.record(act=act, subject=subject, by=by, at=at, details={"decision": decision.pk, "verdict": str(decision.verdict)})
