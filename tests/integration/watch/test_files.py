"""What was stored as proof can be opened where it is named: checks, dissemination, committees, supervision, criticism."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mangnon.audit.models import Event
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.outreach import operations as outreach
from mangnon.outreach.vocabulary import CriticismForm, SupervisionForm
from mangnon.plans import operations
from mangnon.plans.vocabulary import Audience, CheckKind, CommitteeKind, Spread
from tests.factories import people
from tests.factories.people import AT, TODAY, browser, ward

pytestmark = pytest.mark.django_db
SOON = TODAY + timedelta(days=9)


def file(name):
    return (name, name.encode(), "application/pdf")


def check(plan, **facts):
    lead, unit = people.lead_specialist(), people.ward_officer()
    found = operations.record_check(
        plan_id=plan.pk, kind=CheckKind.CHECK, on=TODAY, team="Đoàn", findings="Thiếu.", institution_id=ward().pk, requirement="Bổ sung.",
        due_on=SOON, file=file("bien-ban.pdf"), by=lead, at=AT,
    )  # fmt: skip
    return operations.meet_requirement(check_id=found.pk, text="Đã bổ sung.", file=file("anh.pdf"), by=unit, at=AT)


def dissemination(plan):
    unit = people.ward_officer()
    return operations.record_dissemination(
        plan_id=plan.pk, institution_id=ward().pk, on=TODAY, audience=Audience.FAMILIES, spread=Spread.MEETING, reached=40,
        evidence="Biên bản", file=file("danh-sach.pdf"), by=unit, at=AT,
    )  # fmt: skip


def meeting():
    lead = people.lead_specialist()
    board = operations.form_committee(
        institution_id=institutions.city(on=TODAY).pk, kind=CommitteeKind.STEERING, name="Ban", decision="QĐ 1", since=TODAY,
        rules_file=file("quy-che.pdf"), by=lead, at=AT,
    )  # fmt: skip
    called = operations.call_meeting(committee_id=board.pk, title="Họp", on=TODAY, agenda="x", by=lead, at=AT)
    return operations.write_minutes(
        meeting_id=called.pk, minutes="x", present=[], conclusions=[], minutes_file=file("bien-ban-hop.pdf"), by=lead, at=AT
    )


def visit():
    front = people.front_officer()
    programme = outreach.plan_supervision(
        agency_id=front.main_duty.agency_id, title="Bể bơi", form=SupervisionForm.TEAM, starts_on=TODAY, ends_on=SOON, by=front, at=AT
    )
    return outreach.record_visit(
        programme_id=programme.pk, institution_id=ward().pk, on=TODAY, team="Đoàn", findings="Thiếu rào.", file=file("giam-sat.pdf"),
        by=front, at=AT,
    )  # fmt: skip


def criticism():
    front, school = people.front_officer(), people.department_specialist()
    return outreach.ask_for_criticism(
        draft="Dự thảo", drafter_id=school.main_duty.agency_id, critic_id=front.main_duty.agency_id, form=CriticismForm.WRITTEN,
        opinion_due_on=SOON, file=file("du-thao.pdf"), by=school, at=AT,
    )  # fmt: skip


def test_each_page_leads_to_its_file_and_the_log_knows(plan):
    one, spread, held, seen, draft = check(plan), dissemination(plan), meeting(), visit(), criticism()
    reader = browser(people.other_ward_officer())
    pages = {
        reverse("check", args=[one.pk]): [
            ("bien-ban.pdf", reverse("check_file", args=[one.pk, "bien-ban"])), ("anh.pdf", reverse("check_file", args=[one.pk, "da-lam"]))
        ],
        reverse("disseminations"): [("danh-sach.pdf", reverse("dissemination_file", args=[spread.pk]))],
        reverse("committee", args=[held.committee_id]): [("quy-che.pdf", reverse("committee_rules", args=[held.committee_id]))],
        reverse("meeting", args=[held.pk]): [("bien-ban-hop.pdf", reverse("meeting_minutes_file", args=[held.pk]))],
        reverse("supervision_programme", args=[seen.programme_id]): [
            ("giam-sat.pdf", reverse("supervision_visit_file", args=[seen.pk]))
        ],
        reverse("criticism", args=[draft.pk]): [("du-thao.pdf", reverse("criticism_file", args=[draft.pk]))],
    }  # fmt: skip
    for page, files in pages.items():
        shown = reader.get(page).text
        for name, address in files:
            assert f'href="{address}"' in shown
            answer = reader.get(address)
            assert answer.content == name.encode()
            assert name in answer["Content-Disposition"]
    assert Event.objects.filter(act=Act.FILE_DOWNLOADED).count() == 7


def test_nothing_stored_is_not_found(plan):
    reader = browser(people.ward_officer())
    empty = operations.record_check(
        plan_id=plan.pk, kind=CheckKind.SPREAD, on=TODAY, team="Đoàn", findings="Tốt.", by=people.lead_specialist(), at=AT
    )
    assert reader.get(reverse("check_file", args=[empty.pk, "bien-ban"])).status_code == 404
    for name in ("dissemination_file", "committee_rules", "meeting_minutes_file", "supervision_visit_file", "criticism_file"):
        assert reader.get(reverse(name, args=[10**6])).status_code == 404
    assert reader.get(reverse("check_file", args=[10**6, "bien-ban"])).status_code == 404


def test_the_years_check_of_dissemination_stands_beside_it(plan):
    reader = browser(people.ward_officer())
    assert "Năm này chưa ghi lần kiểm tra nào" in reader.get(reverse("disseminations")).text
    operations.record_check(
        plan_id=plan.pk, kind=CheckKind.SPREAD, on=TODAY, team="Sở Y tế, Ban Tuyên giáo và Dân vận Thành ủy", findings="Đủ.",
        by=people.lead_specialist(), at=AT,
    )  # fmt: skip
    shown = reader.get(reverse("disseminations")).text
    assert "Sở Y tế, Ban Tuyên giáo và Dân vận Thành ủy" in shown
    assert "Năm này chưa ghi lần kiểm tra nào" not in shown
