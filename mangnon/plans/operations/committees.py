"""Committees, their members, meetings and conclusions, and the duties conclusions become."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Max, Q

from mangnon.accounts import queries as accounts
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Field
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.documents.operations import Upload
from mangnon.lib.calendar import day_of
from mangnon.lib.statements import NothingWritten, WrongStep, check_not_before, written
from mangnon.lib.vietnamese import short_date
from mangnon.plans import policies
from mangnon.plans.models import Committee, Conclusion, Meeting, Member
from mangnon.plans.operations.giving import new_task
from mangnon.plans.vocabulary import CommitteeKind, MeetingState, Part


@transaction.atomic
def form_committee(
    *, institution_id: int, kind: CommitteeKind, name: str, decision: str, since: date, by: Actor, at: datetime, rules: str = "",
    rules_file: Upload | None = None,
) -> Committee:  # fmt: skip
    """Write down a committee from the decision that formed it. Raises NothingWritten, NotAllowed."""
    policies.check_runs_committees(by, institution_id=institution_id)
    committee = Committee.objects.create(
        institution_id=institution_id, kind=kind, name=written(name, "tên ban, nhóm")[:300],
        decision=written(decision, "số, ngày quyết định thành lập")[:200], rules=rules.strip(),
        rules_file=documents.keep(file=rules_file, by=by, at=at),
        valid=DateRange(since, None), recorded_by=by.id, recorded_at=at,
    )  # fmt: skip
    audit.record(act=Act.COMMITTEE_FORMED, subject=_of(committee), by=by, at=at)
    return committee


@transaction.atomic
def end_committee(*, committee_id: int, last_day: date, decision: str, by: Actor, at: datetime) -> Committee:
    """End a committee by a decision: after the term, or where a reorganisation brought two together. Its seats end with it; all stays
    readable. Raises NothingWritten, WrongStep, WrongDay, NotAllowed.
    """
    committee = Committee.objects.select_for_update().get(pk=committee_id)
    policies.check_runs_committees(by, institution_id=committee.institution_id)
    if committee.valid.upper is not None:
        raise WrongStep("Ban, nhóm này đã kết thúc. Tải lại trang để xem.")
    check_not_before(last_day, committee.valid.lower, "Ngày cuối hoạt động")
    if later := committee.meetings.filter(state=MeetingState.CALLED, on__gt=last_day).order_by("on").first():
        raise WrongStep(f"Còn cuộc họp đã mời ngày {short_date(later.on)}. Ghi ngày cuối từ ngày ấy trở đi.")
    committee.ended_by = written(decision, "số, ngày quyết định kết thúc")[:200]
    committee.valid = DateRange(committee.valid.lower, last_day, bounds="[]")
    committee.save(update_fields=["valid", "ended_by"])
    for member in committee.members.filter(Q(valid__endswith=None) | Q(valid__endswith__gt=last_day), valid__isempty=False).order_by("id"):
        begun = member.valid.lower <= last_day
        member.valid = DateRange(member.valid.lower, last_day, bounds="[]") if begun else DateRange(empty=True)
        member.save(update_fields=["valid"])
    audit.record(act=Act.COMMITTEE_ENDED, subject=_of(committee), by=by, at=at)
    return committee


@transaction.atomic
def seat_member(
    *, committee_id: int, part: Part, office: str, since: date, by: Actor, at: datetime, agency_id: int | None = None, username: str = "",
    field: Field = Field.ALL, area_id: int | None = None,
) -> Member:  # fmt: skip
    """Give a seat by office, with the field and area it watches. Raises NothingWritten, WrongDay."""
    committee = _running(committee_id, by)
    check_not_before(since, committee.valid.lower, "Ngày tham gia")
    user = accounts.user_named(username) if username else None
    if username and user is None:
        raise NothingWritten(f"Không có tài khoản “{username}”. Chọn lại người, hoặc để trống.")
    member = Member.objects.create(
        committee=committee, part=part, office=written(office, "chức vụ của thành viên")[:200], agency_id=agency_id, user=user, field=field,
        area_id=area_id, valid=DateRange(since, None),
    )  # fmt: skip
    audit.record(act=Act.COMMITTEE_MEMBER_CHANGED, subject=_of(committee), by=by, at=at, details={"member": member.pk, "part": str(part)})
    return member


@transaction.atomic
def release_member(*, member_id: int, last_day: date, by: Actor, at: datetime) -> Member:
    """End a seat; it stays readable. Raises WrongStep, WrongDay."""
    member = Member.objects.select_for_update(of=("self",)).select_related("committee").get(pk=member_id)
    policies.check_runs_committees(by, institution_id=member.committee.institution_id)
    if member.valid.upper is not None:
        raise WrongStep("Thành viên này đã thôi tham gia. Tải lại trang để xem.")
    check_not_before(last_day, member.valid.lower, "Ngày cuối tham gia")
    member.valid = DateRange(member.valid.lower, last_day, bounds="[]")
    member.save(update_fields=["valid"])
    audit.record(act=Act.COMMITTEE_MEMBER_CHANGED, subject=_of(member.committee), by=by, at=at, details={"left": member.pk})
    return member


@transaction.atomic
def call_meeting(*, committee_id: int, title: str, on: date, agenda: str, by: Actor, at: datetime, place: str = "") -> Meeting:
    """Call a meeting with its agenda, one item a line. Raises NothingWritten."""
    committee = _running(committee_id, by)
    meeting = Meeting.objects.create(
        committee=committee, title=written(title, "nội dung cuộc họp")[:300], on=on, place=place.strip()[:200],
        agenda=written(agenda, "chương trình họp"), called_by=by.id, called_at=at,
    )  # fmt: skip
    audit.record(act=Act.MEETING_CALLED, subject=_meeting(meeting), by=by, at=at)
    return meeting


@transaction.atomic
def write_minutes(
    *, meeting_id: int, minutes: str, present: Sequence[int], conclusions: Sequence[str], by: Actor, at: datetime,
    minutes_file: Upload | None = None,
) -> Meeting:  # fmt: skip
    """Write the minutes: who came, what was concluded, one text per conclusion. Once. Raises NothingWritten, WrongStep, WrongDay."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("committee").get(pk=meeting_id)
    policies.check_runs_committees(by, institution_id=meeting.committee.institution_id)
    if meeting.state == MeetingState.HELD:
        raise WrongStep("Cuộc họp đã có biên bản. Tải lại trang để xem; kết luận thiếu thì thêm riêng.")
    check_not_before(day_of(at), meeting.on, "Hôm nay")
    seated = set(meeting.committee.members.filter(valid__contains=meeting.on).values_list("pk", flat=True))
    meeting.minutes, meeting.minutes_file = written(minutes, "biên bản"), documents.keep(file=minutes_file, by=by, at=at)
    meeting.state, meeting.held_by, meeting.held_at = MeetingState.HELD, by.id, at
    meeting.save()
    meeting.present.set(seated.intersection(present))
    for position, text in enumerate((one for one in conclusions if one.strip()), start=1):
        Conclusion.objects.create(meeting=meeting, position=position, text=written(text, "kết luận"))
    audit.record(act=Act.MEETING_HELD, subject=_meeting(meeting), by=by, at=at, details={"conclusions": meeting.conclusions.count()})
    return meeting


@transaction.atomic
def add_conclusion(*, meeting_id: int, text: str, by: Actor, at: datetime) -> Conclusion:
    """Add a conclusion the minutes left out. Raises NothingWritten, WrongStep."""
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("committee").get(pk=meeting_id)
    policies.check_runs_committees(by, institution_id=meeting.committee.institution_id)
    if meeting.state != MeetingState.HELD:
        raise WrongStep("Cuộc họp chưa có biên bản nên chưa ghi kết luận được.")
    last = meeting.conclusions.aggregate(last=Max("position"))["last"] or 0
    conclusion = Conclusion.objects.create(meeting=meeting, position=last + 1, text=written(text, "kết luận"))
    audit.record(act=Act.CONCLUSION_WRITTEN, subject=_meeting(meeting), by=by, at=at, details={"position": conclusion.position})
    return conclusion


@transaction.atomic
def make_duty(
    *, conclusion_id: int, lead_id: int, summary: str, due_on: date, by: Actor, at: datetime, responsible: str = ""
) -> Conclusion:
    """Make a duty of a conclusion: it runs at once, in the book of what the committee's institution gives directly. Once.

    Raises WrongStep, WrongDay and what `new_task` raises.
    """
    conclusion = Conclusion.objects.select_for_update(of=("self",)).select_related("meeting__committee").get(pk=conclusion_id)
    committee = conclusion.meeting.committee
    policies.check_runs_committees(by, institution_id=committee.institution_id)
    if conclusion.task_id:
        raise WrongStep("Kết luận này đã giao thành nhiệm vụ. Tải lại trang để xem.")
    check_not_before(due_on, day_of(at), "Hạn của nhiệm vụ")
    conclusion.task = new_task(
        summary=summary, lead_id=lead_id, text=conclusion.text, due_on=due_on, issuer_id=committee.institution_id, responsible=responsible,
        by=by, at=at,
    )  # fmt: skip
    conclusion.save(update_fields=["task"])
    audit.record(act=Act.CONCLUSION_WRITTEN, subject=_meeting(conclusion.meeting), by=by, at=at, details={"task": conclusion.task_id})
    return conclusion


def _running(committee_id: int, by: Actor) -> Committee:
    committee = Committee.objects.get(pk=committee_id)
    policies.check_runs_committees(by, institution_id=committee.institution_id)
    return committee


def _of(committee: Committee) -> Subject:
    return Subject(kind="committee", id=str(committee.pk), label=committee.name[:200])


def _meeting(meeting: Meeting) -> Subject:
    return Subject(kind="meeting", id=str(meeting.pk), label=f"Cuộc họp: {meeting.title}"[:200])
