"""Proposals to amend texts (M10), checks of the plan and its dissemination (M26, M34)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.policies import NotAllowed
from mangnon.lib.statements import NothingWritten, WrongDay, WrongStep
from mangnon.plans import operations
from mangnon.plans.queries import checks, laws
from mangnon.plans.vocabulary import Audience, CheckKind, LawAnswer, LawState, Spread
from mangnon.web.shell.work import waiting
from tests.factories import people
from tests.factories.people import AT, TODAY, browser, ward


def law(by):
    return operations.propose_law(
        institution_id=by.main_duty.agency_id, instrument="Nghị định 56/2017/NĐ-CP, Điều 15", change="Bổ sung nhóm", reason="Vì sao", by=by,
        at=AT,
    )  # fmt: skip


def test_a_proposal_is_written_sent_answered(plan):
    lead = people.lead_specialist()
    found = law(lead)
    with pytest.raises(WrongStep):
        operations.answer_law_proposal(proposal_id=found.pk, result=LawAnswer.NOTED, answer="x", answered_on=TODAY, by=lead, at=AT)
    due = TODAY + timedelta(days=20)
    operations.send_law_proposal(
        proposal_id=found.pk, addressed_to="Bộ Y tế", document="12/SYT", sent_on=TODAY, reply_due_on=due, by=lead, at=AT
    )
    assert not laws.law_answers_late(lead, on=due)
    assert [one.pk for one in laws.law_answers_late(lead, on=due + timedelta(days=1))] == [found.pk]
    with pytest.raises(WrongDay):
        operations.answer_law_proposal(
            proposal_id=found.pk, result=LawAnswer.NOTED, answer="x", answered_on=TODAY - timedelta(days=1), by=lead, at=AT
        )
    answered = operations.answer_law_proposal(
        proposal_id=found.pk, result=LawAnswer.PARTLY, answer="Tiếp thu điểm a.", answered_on=TODAY, by=lead, at=AT
    )
    assert answered.state == LawState.ANSWERED


def test_only_its_own_agency_sends_a_proposal(plan):
    found = law(people.lead_specialist())
    with pytest.raises(NotAllowed):
        operations.send_law_proposal(
            proposal_id=found.pk, addressed_to="Bộ Y tế", document="1", sent_on=TODAY, by=people.ward_officer(), at=AT
        )


def test_a_check_leaves_a_requirement_with_a_day(plan):
    lead, unit = people.lead_specialist(), people.ward_officer()
    facts = {"plan_id": plan.pk, "kind": CheckKind.CHECK, "on": TODAY, "team": "Sở Y tế", "findings": "Sổ đủ.", "by": lead, "at": AT}
    with pytest.raises(NothingWritten, match="chưa có hạn"):
        operations.record_check(**facts, institution_id=ward().pk, requirement="Bổ sung")
    with pytest.raises(NothingWritten, match="chưa nêu đơn vị"):
        operations.record_check(**facts, requirement="Bổ sung", due_on=TODAY)
    with pytest.raises(NotAllowed):
        operations.record_check(**(facts | {"by": unit}))
    check = operations.record_check(**facts, institution_id=ward().pk, requirement="Bổ sung 14 phiếu", due_on=TODAY + timedelta(days=5))
    assert any(item.title == "Làm theo yêu cầu sau kiểm tra" for item in waiting(unit, on=TODAY))
    with pytest.raises(NotAllowed):
        operations.meet_requirement(check_id=check.pk, text="x", by=people.other_ward_officer(), at=AT)
    met = operations.meet_requirement(check_id=check.pk, text="Đã bổ sung.", by=unit, at=AT)
    assert met.met_on == TODAY
    assert not checks.requirements_owed(unit)
    with pytest.raises(WrongStep):
        operations.meet_requirement(check_id=check.pk, text="x", by=unit, at=AT)


def test_dissemination_says_who_was_reached_and_who_has_done_nothing(plan):
    unit = people.ward_officer()
    facts = {"plan_id": plan.pk, "institution_id": ward().pk, "spread": Spread.MEETING, "evidence": "Biên bản", "by": unit, "at": AT}
    operations.record_dissemination(**facts, on=TODAY, audience=Audience.FAMILIES, reached=120)
    operations.record_dissemination(**facts, on=TODAY, audience=Audience.FAMILIES, reached=30)
    operations.record_dissemination(**facts, on=date(2025, 12, 1), audience=Audience.CHILDREN, reached=9)
    assert checks.reached_by_audience(plan.pk, year=2026) == {"families": 150}
    assert checks.institutions_that_spread(plan.pk, year=2026) == {ward().pk}
    with pytest.raises(WrongDay):
        operations.record_dissemination(**facts, on=TODAY + timedelta(days=1), audience=Audience.FAMILIES, reached=1)
    shown = browser(unit).get(reverse("disseminations")).content.decode()
    assert "150 lượt người" in shown
    assert "Phường Cái Khế" in shown


def test_pages(plan):
    lead, unit = people.lead_specialist(), people.ward_officer()
    at_lead, at_unit = browser(lead), browser(unit)
    at_lead.post(reverse("law_proposal_add"), {
        "institution_id": lead.main_duty.agency_id, "instrument": "Thông tư 28", "change": "Sửa", "reason": "Vì",
    })  # fmt: skip
    found = laws.law_proposals().get()
    at_lead.post(reverse("law_proposal_send", args=[found.pk]), {"addressed_to": "Bộ Y tế", "document": "12", "sent_on": "20/11/2026"})
    at_lead.post(reverse("law_proposal_answer", args=[found.pk]), {"result": "noted", "answer": "Ghi nhận.", "answered_on": "23/11/2026"})
    assert "Ghi nhận." in at_unit.get(reverse("law_proposal", args=[found.pk])).content.decode()
    assert "Thông tư 28" in at_unit.get(reverse("law_proposals"), {"loc": "answered"}).content.decode()
    assert "Thông tư 28" not in at_unit.get(reverse("law_proposals"), {"loc": "sent"}).content.decode()
    at_lead.post(reverse("check_add"), {
        "kind": "check", "institution_id": ward().pk, "on": "20/11/2026", "team": "Sở", "findings": "Tốt", "requirement": "Thêm",
        "due_on": "30/11/2026",
    })  # fmt: skip
    check = checks.checks(plan.pk).get()
    at_unit.post(reverse("check_meet", args=[check.pk]), {"text": "Đã thêm."})
    assert "Đã thêm." in at_lead.get(reverse("check", args=[check.pk])).content.decode()
    assert at_unit.get(reverse("check_add")).status_code == 403
    at_unit.post(reverse("dissemination_add"), {
        "institution_id": ward().pk, "on": "20/11/2026", "audience": "families", "spread": "meeting", "reached": "45", "evidence": "Sổ họp",
    })  # fmt: skip
    assert "45 lượt người" in at_unit.get(reverse("disseminations")).content.decode()
    assert "Kiểm tra: Phường Cái Khế" in at_unit.get(reverse("checks")).content.decode()
