"""A difficulty from the unit that raises it to the decision every asker is told (closing paragraph of Plan 73)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mangnon.accounts.policies import NotAllowed
from mangnon.lib.statements import NothingWritten, WrongStep
from mangnon.plans import operations
from mangnon.plans.queries import difficulties as queries
from mangnon.plans.vocabulary import DifficultyStep, MatterState, Outcome
from mangnon.web.shell.work import waiting
from tests.factories import people
from tests.factories.people import AT, TODAY, browser, ward


def raised(task, by, **facts):
    return operations.raise_difficulty(
        task_id=task.task_id, institution_id=by.main_duty.agency_id, text=facts.pop("text", "Thiếu cộng tác viên."), by=by, at=AT, **facts
    )


def step(one) -> DifficultyStep:
    return queries.difficulty(one.pk).stage.step


def test_two_units_meet_the_same_and_both_are_told(task):
    here, there, lead, leader = people.ward_officer(), people.other_ward_officer(), people.lead_specialist(), people.city_leader()
    first, second = raised(task, here), raised(task, there)
    assert step(first) is DifficultyStep.NEW
    matter = operations.gather(difficulty_ids=[first.pk, second.pk], title="Thiếu cộng tác viên", by=lead, at=AT)
    assert {one.difficulty.pk for one in queries.raised_in(matter.pk)} == {first.pk, second.pk}
    operations.propose(matter_id=matter.pk, proposal="Hỗ trợ một mức chung.", cost=1_000_000_000, by=lead, at=AT)
    assert [one.pk for one in queries.to_decide()] == [matter.pk]
    assert any("Quyết định: Thiếu cộng tác viên" in item.title for item in waiting(leader, on=TODAY))
    operations.decide_matter(matter_id=matter.pk, outcome=Outcome.AGREED, text="", by=leader, at=AT)
    assert {step(first), step(second)} == {DifficultyStep.TOLD}
    for unit, one in ((here, first), (there, second)):
        assert [owed.difficulty.pk for owed in queries.unit_owes(unit)] == [one.pk]
        operations.acknowledge(difficulty_id=one.pk, by=unit, at=AT)
        assert queries.unit_owes(unit) == []
    assert {step(first), step(second)} == {DifficultyStep.READ}


def test_every_step_has_its_clock(task):
    one = raised(task, people.ward_officer())
    stage = queries.difficulty(one.pk).stage
    assert stage.due == TODAY + timedelta(days=10)
    assert not stage.late(stage.due)
    assert stage.late(stage.due + timedelta(days=1))


def test_the_lead_asks_back_and_nothing_said_is_lost(task):
    unit, lead = people.ward_officer(), people.lead_specialist()
    one = raised(task, unit)
    operations.ask_back(difficulty_id=one.pk, question="Bao nhiêu khu vực?", by=lead, at=AT)
    assert step(one) is DifficultyStep.ASKED
    found = operations.say_more(difficulty_id=one.pk, text="12 khu vực.", by=unit, at=AT)
    assert step(one) is DifficultyStep.NEW
    assert found.text.splitlines() == ["Thiếu cộng tác viên.", "", "Hỏi: Bao nhiêu khu vực?", "Trả lời: 12 khu vực."]


def test_the_lead_may_answer_within_its_competence(task):
    unit, lead = people.ward_officer(), people.lead_specialist()
    one = raised(task, unit)
    matter = operations.gather(difficulty_ids=[one.pk], title="Việc nhỏ", by=lead, at=AT)
    operations.guide(matter_id=matter.pk, text="Dùng mẫu đính kèm.", by=lead, at=AT)
    assert step(one) is DifficultyStep.TOLD


def test_a_wrong_grouping_is_put_right_and_leaves_no_empty_matter(task):
    lead = people.lead_specialist()
    first, second = raised(task, people.ward_officer()), raised(task, people.other_ward_officer())
    wrong = operations.gather(difficulty_ids=[first.pk], title="Nhầm", by=lead, at=AT)
    right = operations.gather(difficulty_ids=[second.pk], title="Đúng", by=lead, at=AT)
    operations.gather(difficulty_ids=[first.pk], title="", matter_id=right.pk, by=lead, at=AT)
    assert [one.pk for one in queries.matters()] == [right.pk]
    assert wrong.pk != right.pk


def test_refused(task):
    unit, lead, leader = people.ward_officer(), people.lead_specialist(), people.city_leader()
    one = raised(task, unit)
    with pytest.raises(NothingWritten, match="Chưa ghi khó khăn"):
        raised(task, unit, text="  ")
    with pytest.raises(NotAllowed):
        operations.raise_difficulty(task_id=task.task_id, institution_id=ward("31135").pk, text="x", by=unit, at=AT)
    with pytest.raises(NotAllowed):
        operations.gather(difficulty_ids=[one.pk], title="x", by=unit, at=AT)
    with pytest.raises(NothingWritten, match="Chưa chọn khó khăn nào"):
        operations.gather(difficulty_ids=[], title="x", by=lead, at=AT)
    matter = operations.gather(difficulty_ids=[one.pk], title="x", by=lead, at=AT)
    with pytest.raises(WrongStep):
        operations.decide_matter(matter_id=matter.pk, outcome=Outcome.AGREED, text="", by=leader, at=AT)
    with pytest.raises(NotAllowed):
        operations.decide_matter(matter_id=matter.pk, outcome=Outcome.AGREED, text="", by=lead, at=AT)
    operations.propose(matter_id=matter.pk, proposal="x", by=lead, at=AT)
    with pytest.raises(NothingWritten):
        operations.decide_matter(matter_id=matter.pk, outcome=Outcome.REFUSED, text="", by=leader, at=AT)
    with pytest.raises(WrongStep):
        operations.gather(difficulty_ids=[one.pk], title="khác", by=lead, at=AT)


def test_pages_from_raising_to_reading(task):
    unit, lead, leader = people.ward_officer(), people.lead_specialist(), people.city_leader()
    at_unit, at_lead, at_city = browser(unit), browser(lead), browser(leader)
    assert "Chưa đơn vị nào nêu khó khăn" in at_unit.get(reverse("task", args=[task.task_id])).content.decode()
    sent = at_unit.post(
        reverse("difficulty_raise", args=[task.task_id]),
        {"don_vi": unit.main_duty.agency_id, "kho_khan": "Thiếu kinh phí.", "mong_muon": ""},
    )
    (one,) = [found.difficulty for found in queries.difficulties(unit)]
    assert sent.url == reverse("difficulty", args=[one.pk])
    assert "Thiếu kinh phí." in at_unit.get(reverse("task", args=[task.task_id])).content.decode()
    gathered = at_lead.post(reverse("difficulties_gather"), {"chon": [one.pk], "ten": "Kinh phí", "vao": ""})
    matter = queries.matters().get()
    assert gathered.url == reverse("matter", args=[matter.pk])
    wrong = at_lead.post(reverse("matter_propose", args=[matter.pk]), {"de_xuat": "Cấp bổ sung", "kinh_phi": "ba triệu"})
    assert wrong.status_code == 422
    assert "Kinh phí chưa đúng" in wrong.content.decode()
    at_lead.post(reverse("matter_propose", args=[matter.pk]), {"de_xuat": "Cấp bổ sung", "kinh_phi": "300.000.000", "nguon": "Ngân sách"})
    assert "300.000.000 đồng" in at_city.get(reverse("difficulties")).content.decode()
    unsure = at_city.post(reverse("matter_decide", args=[matter.pk]), {"ket_qua": "changed", "noi_dung": ""})
    assert unsure.status_code == 422
    at_city.post(reverse("matter_decide", args=[matter.pk]), {"ket_qua": "agreed", "noi_dung": ""})
    assert queries.matter(matter.pk).state == MatterState.DECIDED
    assert "Đơn vị đã nhận kết quả" in at_unit.get(reverse("difficulty", args=[one.pk])).content.decode()
    at_unit.post(reverse("difficulty_read", args=[one.pk]))
    assert step(one) is DifficultyStep.READ


def test_another_ward_does_not_read_what_this_one_wrote(task):
    one = raised(task, people.ward_officer())
    stranger = browser(people.other_ward_officer())
    assert stranger.get(reverse("difficulty", args=[one.pk])).status_code == 404
    assert "Thiếu cộng tác viên" not in stranger.get(reverse("difficulties")).content.decode()
    assert browser(people.city_leader()).get(reverse("difficulty", args=[one.pk])).status_code == 200


def test_the_leader_sees_the_proposal_with_its_cost_on_the_first_page(task):
    lead, leader = people.lead_specialist(), people.city_leader()
    assert "Vướng mắc chờ quyết định" not in browser(leader).get(reverse("city_page")).content.decode()
    one = raised(task, people.ward_officer())
    matter = operations.gather(difficulty_ids=[one.pk], title="Thiếu cộng tác viên", by=lead, at=AT)
    operations.propose(matter_id=matter.pk, proposal="Hỗ trợ chung.", cost=1_240_000_000, by=lead, at=AT)
    shown = browser(leader).get(reverse("city_page")).content.decode()
    assert "1.240.000.000 đồng" in shown
    assert "Hỗ trợ chung." in shown


def test_what_a_unit_raised_waits_beside_its_report(task):
    here = people.ward_officer()
    raised(task, here)
    assert [one.difficulty.text for one in queries.of_year(here.main_duty.agency_id, year=2026)] == ["Thiếu cộng tác viên."]
    assert queries.of_year(here.main_duty.agency_id, year=2025) == []
    assert queries.of_year(ward("31135").pk, year=2026) == []
