"""Committees, meetings, conclusions that become duties (II.6.b of Plan 73)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.policies import NotAllowed
from mangnon.institutions import queries as institutions
from mangnon.lib.statements import NothingWritten, WrongDay, WrongStep
from mangnon.plans import operations
from mangnon.plans import queries as plans
from mangnon.plans.queries import committees as queries
from mangnon.plans.vocabulary import CommitteeKind, MeetingState, Part
from mangnon.web.shell.work import waiting
from tests.factories import people
from tests.factories.people import AT, TODAY, browser, ward

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 5)


def board(by, institution=None):
    return operations.form_committee(
        institution_id=(institution or institutions.city(on=TODAY)).pk, kind=CommitteeKind.STEERING, name="Ban Điều hành",
        decision="Quyết định 1", since=SINCE, by=by, at=AT,
    )  # fmt: skip


def held(by, committee, conclusions=("Rà soát học sinh bỏ học.", "Trình phương án.")):
    member = operations.seat_member(committee_id=committee.pk, part=Part.HEAD, office="Phó Chủ tịch", since=SINCE, by=by, at=AT)
    meeting = operations.call_meeting(committee_id=committee.pk, title="Họp quý IV", on=TODAY, agenda="Một\nHai", by=by, at=AT)
    return operations.write_minutes(
        meeting_id=meeting.pk, minutes="Đã bàn.", present=[member.pk], conclusions=[*conclusions, " "], by=by, at=AT
    )


def test_a_conclusion_becomes_a_duty_of_the_agency_named(plan):
    lead, school = people.lead_specialist(), people.department_specialist()
    meeting = held(lead, board(lead))
    first, second = queries.conclusions(meeting.pk)
    assert any(item.url == reverse("meeting", args=[meeting.pk]) for item in waiting(lead, on=TODAY))
    made = operations.make_duty(
        conclusion_id=first.pk, lead_id=school.main_duty.agency_id, summary="Rà soát học sinh bỏ học.", due_on=TODAY + timedelta(days=20),
        by=lead, at=AT,
    )  # fmt: skip
    duty = plans.duty(made.task_id, on=TODAY)
    assert duty.members == {school.main_duty.agency_id}
    assert [one.pk for one in queries.conclusions_without_duty(lead)] == [second.pk]
    with pytest.raises(WrongStep):
        operations.make_duty(conclusion_id=first.pk, lead_id=school.main_duty.agency_id, summary="x", due_on=TODAY, by=lead, at=AT)


def test_seats_have_days():
    lead = people.lead_specialist()
    committee = board(lead)
    member = operations.seat_member(
        committee_id=committee.pk, part=Part.MEMBER, office="Giám đốc", username=lead.id, since=SINCE, by=lead, at=AT
    )
    operations.release_member(member_id=member.pk, last_day=TODAY, by=lead, at=AT)
    assert [one.pk for one in queries.members(committee.pk, on=TODAY)] == [member.pk]
    assert queries.members(committee.pk, on=TODAY + timedelta(days=1)) == []
    with pytest.raises(WrongStep):
        operations.release_member(member_id=member.pk, last_day=TODAY, by=lead, at=AT)
    with pytest.raises(WrongDay):
        operations.seat_member(committee_id=committee.pk, part=Part.MEMBER, office="x", since=SINCE - timedelta(days=1), by=lead, at=AT)
    with pytest.raises(NothingWritten, match="Không có tài khoản"):
        operations.seat_member(committee_id=committee.pk, part=Part.MEMBER, office="x", username="khong.co", since=SINCE, by=lead, at=AT)


def test_minutes_are_written_once_and_after_the_meeting():
    lead = people.lead_specialist()
    committee = board(lead)
    later = operations.call_meeting(committee_id=committee.pk, title="Sau", on=TODAY + timedelta(days=3), agenda="x", by=lead, at=AT)
    with pytest.raises(WrongDay):
        operations.write_minutes(meeting_id=later.pk, minutes="x", present=[], conclusions=[], by=lead, at=AT)
    with pytest.raises(WrongStep):
        operations.add_conclusion(meeting_id=later.pk, text="x", by=lead, at=AT)
    meeting = held(lead, committee)
    assert [one.position for one in queries.conclusions(meeting.pk)] == [1, 2]
    assert operations.add_conclusion(meeting_id=meeting.pk, text="Thêm.", by=lead, at=AT).position == 3
    with pytest.raises(WrongStep):
        operations.write_minutes(meeting_id=meeting.pk, minutes="x", present=[], conclusions=[], by=lead, at=AT)


def test_a_ward_keeps_its_own_committee_only():
    unit = people.ward_officer()
    assert board(unit, ward()).institution_id == ward().pk
    with pytest.raises(NotAllowed):
        board(unit)
    with pytest.raises(NotAllowed):
        board(unit, ward("31135"))


def test_pages(plan):
    lead, school = people.lead_specialist(), people.department_specialist()
    visitor, reader = browser(lead), browser(school)
    city = institutions.city(on=TODAY)
    visitor.post(reverse("committee_add"), {
        "institution_id": city.pk, "kind": "steering", "name": "Ban Điều hành", "decision": "QĐ 1", "since": "05/01/2026",
    })  # fmt: skip
    committee = queries.committees(on=TODAY).get()
    visitor.post(reverse("committee_seat", args=[committee.pk]), {
        "part": "head", "office": "Phó Chủ tịch", "field": "all", "since": "05/01/2026",
    })  # fmt: skip
    (member,) = queries.members(committee.pk, on=TODAY)
    visitor.post(reverse("meeting_call", args=[committee.pk]), {"title": "Họp", "on": "20/11/2026", "agenda": "Một\nHai"})
    meeting = queries.meetings(committee.pk).get()
    visitor.post(reverse("meeting_minutes", args=[meeting.pk]), {
        "present": [member.pk], "minutes": "Đã bàn.", "conclusions": "Rà soát.\nTrình.",
    })  # fmt: skip
    visitor.post(reverse("meeting_conclude", args=[meeting.pk]), {"text": "Thêm một."})
    first = queries.conclusions(meeting.pk)[0]
    assert "Rà soát." in visitor.get(reverse("conclusion_duty", args=[first.pk])).content.decode()
    visitor.post(reverse("conclusion_duty", args=[first.pk]), {
        "lead_id": school.main_duty.agency_id, "summary": "Rà soát.", "due_on": "15/12/2026",
    })  # fmt: skip
    shown = reader.get(reverse("meeting", args=[meeting.pk])).content.decode()
    assert queries.meeting(meeting.pk).state == MeetingState.HELD
    assert "hạn 15/12/2026" in shown
    assert "Thêm một." in shown
    assert "Phó Chủ tịch" in reader.get(reverse("committee", args=[committee.pk])).content.decode()
    assert "Ban Điều hành" in reader.get(reverse("committees")).content.decode()
    visitor.post(reverse("committee_release", args=[member.pk]), {"last_day": "22/11/2026"})
    assert queries.members(committee.pk, on=TODAY) == []
    assert reader.get(reverse("committee_add")).status_code == 403
