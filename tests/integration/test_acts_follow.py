"""What belongs to institutions follows an act: posts, homes, lists in flight, duties, reports; papers and closed history stay; undoing
brings back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mangnon.accounts import policies
from mangnon.accounts import queries as accounts
from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import operations, queries
from mangnon.institutions.models import Question
from mangnon.intake import operations as intake
from mangnon.intake import queries as lists
from mangnon.plans import operations as plans
from mangnon.plans import queries as duties
from mangnon.plans.models import Difficulty, Task
from mangnon.register import operations as register
from mangnon.register import queries as children
from mangnon.register.models import Child, Residence
from mangnon.register.records import ResidenceRecord
from mangnon.register.vocabulary.people import ResidenceKind
from tests.factories import acts, child_lists, people
from tests.factories import register as kids

pytestmark = pytest.mark.django_db
AFTER = date(2026, 12, 2)
UNDONE_ON, UNDONE_AT = date(2027, 1, 1), datetime(2026, 12, 31, 17, 5, tzinfo=UTC)
CAI_KHE, NINH_KIEU, NEW = "31120", "31135", "40001"
MERGER = {"rows": [("merge", CAI_KHE, f"+{NEW}"), ("merge", NINH_KIEU, f"+{NEW}")], "new": {NEW: "Phường Sông Hậu"}}
DIVISION = {
    "rows": [("split", CAI_KHE, f"+{NEW}", "", "part"), ("split", CAI_KHE, "+40002", "", "part")],
    "new": {NEW: "Phường Sông Hậu", "40002": "Phường Cồn Khương"},
}


def new_unit(code=NEW, on=AFTER):
    return acts.institution(code, on=on)


def on_day(actor, day):
    return accounts.actor_named(actor.id, on=day)


def undo(act):
    undoing = operations.draft_undoing(act_id=act.pk, number="1/NQ-HĐND", title="Hủy bỏ", on=UNDONE_ON, by=SYSTEM, at=UNDONE_AT)
    return acts.applied(undoing, at=UNDONE_AT)


class TestPosts:
    def test_a_post_ends_with_the_old_ward_and_goes_on_with_the_new(self):
        officer = people.ward_officer()
        acts.applied(acts.act(**MERGER))
        before, after = on_day(officer, date(2026, 11, 30)).main_duty, on_day(officer, AFTER).main_duty
        assert (before.territory_code, after.territory_code) == (CAI_KHE, NEW)
        assert after.agency_name == "Phường Sông Hậu"

    def test_undoing_gives_the_post_back_to_its_ward(self):
        officer, other = people.ward_officer(), people.other_ward_officer()
        undo(acts.applied(acts.act(**MERGER)))
        assert on_day(officer, UNDONE_ON).main_duty.territory_code == CAI_KHE
        assert on_day(other, UNDONE_ON).main_duty.territory_code == NINH_KIEU
        assert on_day(officer, AFTER).main_duty.territory_code == NEW

    def test_a_post_of_a_divided_ward_waits_for_a_person_and_keeps_its_rights_till_then(self):
        officer = people.ward_officer()
        acts.applied(acts.act(**DIVISION))
        assert on_day(officer, AFTER).main_duty.territory_code == CAI_KHE
        asked = Question.objects.get(follower="accounts")
        operations.settle(question_ids=[asked.pk], target_id=new_unit("40002").pk, reason="Theo nơi làm việc", by=SYSTEM, at=acts.APPLIED)
        assert on_day(officer, AFTER).main_duty.territory_code == "40002"

    def test_a_post_that_waits_for_one_place_goes_on_in_the_other_and_waits_still(self):
        officer = people.ward_officer()
        Position.objects.filter(user__username=officer.id).update(territory=new_unit(NINH_KIEU, acts.ON - timedelta(days=1)).pk)
        acts.applied(acts.act(**DIVISION))
        merger = {"rows": [("merge", code, "+40009") for code in (NINH_KIEU, "31147")], "new": {"40009": "Phường Mới"}}
        second = acts.act(**merger, on=AFTER, number="13/NQ-HĐND")
        acts.applied(second, at=acts.APPLIED + timedelta(days=1))
        post = Position.objects.get(user__username=officer.id, valid__contains=AFTER)
        assert (post.agency.code, post.territory.code) == (CAI_KHE, "40009")
        asked = Question.objects.get(follower="accounts", state="open")
        assert asked.matter == f"position:{post.pk}"
        operations.settle(question_ids=[asked.pk], target_id=new_unit("40002").pk, reason="Thử", by=SYSTEM, at=acts.APPLIED)
        post.refresh_from_db()
        assert (post.agency.code, post.territory.code) == ("40002", "40009")


class TestHomes:
    def test_children_are_seen_by_the_officer_of_the_new_ward(self):
        officer = people.ward_officer()
        child = kids.child()
        acts.applied(acts.act(**MERGER))
        assert [one.pk for one in children.children(on_day(officer, AFTER), on=AFTER)] == [child]
        assert Child.objects.get(pk=child).lives_in.code == NEW
        assert Residence.objects.get(child=child).unit.code == CAI_KHE, "nobody has moved: the residence keeps its words"

    def test_the_record_says_the_old_name_and_what_it_is_now(self, monkeypatch):
        officer, child = people.ward_officer(), kids.child()
        acts.applied(acts.act(**MERGER))
        monkeypatch.setattr("mangnon.lib.calendar.today", lambda: AFTER)
        page = people.browser(officer).get(f"/tre-em/{child}/")
        assert "phường Cái Khế (nay là phường Sông Hậu)" in page.text

    def test_before_the_homes_are_brought_along_everybody_is_seen_already(self, monkeypatch):
        monkeypatch.setattr("mangnon.register.operations.homes.AT_ONCE", 0)
        monkeypatch.setattr("mangnon.lib.later.run", lambda *args, **kwargs: None)
        officer, child = people.ward_officer(), kids.child()
        acts.applied(acts.act(**MERGER))
        actor = on_day(officer, AFTER)
        assert Child.objects.get(pk=child).lives_in.code == CAI_KHE
        assert [one.pk for one in children.children(actor, on=AFTER)] == [child]
        assert children.child(actor, child, on=AFTER).pk == child
        assert children.snapshot(on=AFTER).commune_id.tolist() == [new_unit().pk]
        assert register.follow_homes(by=SYSTEM, at=acts.APPLIED) == 1
        assert register.follow_homes(by=SYSTEM, at=acts.APPLIED) == 0
        assert Child.objects.get(pk=child).lives_in.code == NEW

    def test_counting_is_right_on_every_day(self):
        kids.child()
        kids.child(place=kids.unit(NINH_KIEU))
        wards = sorted(kids.unit(code).pk for code in (CAI_KHE, NINH_KIEU))
        undo(acts.applied(acts.act(**MERGER)))
        assert sorted(children.snapshot(on=date(2026, 11, 30)).commune_id.tolist()) == wards
        assert children.snapshot(on=AFTER).commune_id.tolist() == [new_unit().pk] * 2
        again = sorted(new_unit(code, UNDONE_ON).pk for code in (CAI_KHE, NINH_KIEU))
        assert sorted(children.snapshot(on=UNDONE_ON).commune_id.tolist()) == again
        assert sorted(Child.objects.values_list("lives_in__code", flat=True)) == [CAI_KHE, NINH_KIEU]

    def test_a_list_of_after_the_merger_is_no_move(self):
        record = kids.record()
        child = kids.child(full_name=record.full_name)
        acts.applied(acts.act(**MERGER))
        there = (ResidenceRecord(ResidenceKind.CURRENT, new_unit().pk, "Khu vực 5"),)
        kids.child(full_name=record.full_name, residences=there, at=datetime(2026, 12, 2, 3, 0, tzinfo=UTC))
        assert Residence.objects.filter(child=child).count() == 1

    def test_a_divided_ward_asks_hamlet_by_hamlet(self):
        one, other = kids.child(hamlet="Khu vực 1"), kids.child(hamlet="Khu vực 2")
        acts.applied(acts.act(**DIVISION))
        asked = {question.matter: question for question in Question.objects.filter(follower="register")}
        assert set(asked) == {"Khu vực 1", "Khu vực 2"}
        operations.settle(
            question_ids=[asked["Khu vực 2"].pk], target_id=new_unit("40002").pk, reason="Theo bản đồ", by=SYSTEM, at=acts.APPLIED
        )
        assert Child.objects.get(pk=other).lives_in.code == "40002"
        assert Child.objects.get(pk=one).lives_in.code == CAI_KHE
        assert children.snapshot(on=AFTER).commune_id.tolist() == [kids.unit().pk, new_unit("40002").pk]
        assert queries.open_question_count() == 1


class TestLists:
    def test_a_list_in_flight_goes_to_the_new_ward_with_its_text(self):
        officer = people.ward_officer()
        content = child_lists.workbook([child_lists.row(full_name="Quách Ngọc Trâm Anh", birth_date="31/02/2019")])
        batch, _ = intake.take_in(
            content=content, name="a.xlsx", format_code="child-list", commune_id=kids.unit().pk, by=officer, at=acts.DRAFTED
        )
        raw = batch.rows.get().raw
        acts.applied(acts.act(**MERGER))
        batch.refresh_from_db()
        assert batch.commune.code == NEW
        assert batch.rows.get().raw == raw
        assert [one.pk for one in lists.batches(on_day(officer, AFTER))] == [batch.pk]


class TestDuties:
    @pytest.fixture
    def plan(self):
        plan = plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)
        plans.open_occurrences(by=SYSTEM, at=acts.DRAFTED)
        return plan

    def held(self, plan, code, on=AFTER):
        pk = acts.institution(code, on=on).pk
        return {one.address for one in duties.duties(plan.pk, on=on) if pk in one.members and not one.shared}

    def test_duties_pass_with_the_person_and_the_paper_keeps_its_words(self, plan):
        before = self.held(plan, "so-gddt", acts.ON)
        words = {one.address: one.lead_words for one in duties.duties(plan.pk, on=AFTER)}
        specialist = people.department_specialist()
        task = next(one for one in duties.duties(plan.pk, on=acts.DRAFTED.date()) if one.address in before)
        plans.assign(
            task_id=task.task_id, institution_id=acts.institution("so-gddt").pk, username=specialist.id, by=SYSTEM, at=acts.DRAFTED
        )
        acts.applied(acts.act(rows=[("rename", "so-gddt", "+so-gd")], new={"so-gd": "Sở Giáo dục"}))
        assert before
        assert self.held(plan, "so-gd") == before
        assert {one.address: one.lead_words for one in duties.duties(plan.pk, on=AFTER)} == words
        assert duties.responsible(task.task_id, acts.institution("so-gd", on=AFTER).pk, on=AFTER).username == specialist.id

    def test_a_divided_department_puts_each_duty_as_a_question_with_a_reason(self, plan):
        parts = [("dissolve", "so-vhttdl", "so-gddt", "culture"), ("dissolve", "so-vhttdl", "so-khcn", "press")]
        asked_before = self.held(plan, "so-vhttdl", acts.ON)
        acts.applied(acts.act(rows=parts))
        asked = list(Question.objects.filter(follower="plans"))
        assert {one.matter.split(":")[-1] for one in asked} >= asked_before
        assert any("lĩnh vực" in one.why for one in asked)
        operations.settle(
            question_ids=[one.pk for one in asked], target_id=acts.institution("so-gddt", on=AFTER).pk, reason="Theo đề án", by=SYSTEM,
            at=acts.APPLIED,
        )  # fmt: skip
        assert asked_before <= self.held(plan, "so-gddt")

    def test_undoing_brings_the_duties_back(self, plan):
        before = self.held(plan, "so-gddt", acts.ON)
        undo(acts.applied(acts.act(rows=[("merge", "so-gddt", "so-noi-vu")])))
        assert self.held(plan, "so-gddt", UNDONE_ON) == before


def test_the_citys_officers_keep_their_city():
    lead = people.lead_specialist()
    acts.applied(acts.act(**MERGER))
    assert on_day(lead, AFTER).duties[0].whole_city
    assert policies.scope(on_day(lead, AFTER), Permission.SEE_CHILDREN).everything


class TestOpenMatters:
    @pytest.fixture
    def task(self):
        plan = plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)
        return Task.objects.filter(plan=plan).order_by("id").first()

    def difficulty(self, task, code, **facts):
        return Difficulty.objects.create(
            task=task, institution=acts.institution(code), text="Thiếu người", raised_by="thu", raised_at=acts.DRAFTED, **facts
        )

    def test_what_is_open_goes_on_and_what_is_settled_keeps_its_name(self, task):
        waiting, read = self.difficulty(task, CAI_KHE), self.difficulty(task, CAI_KHE, read_at=acts.DRAFTED)
        act = acts.applied(acts.act(**MERGER))
        waiting.refresh_from_db()
        read.refresh_from_db()
        assert (waiting.institution.code, read.institution.code) == (NEW, CAI_KHE)
        undo(act)
        waiting.refresh_from_db()
        assert waiting.institution.pk == new_unit(CAI_KHE, UNDONE_ON).pk

    def test_of_a_divided_ward_a_person_says_for_all_at_once(self, task):
        rows = [self.difficulty(task, CAI_KHE) for _ in range(3)]
        acts.applied(acts.act(**DIVISION))
        asked = Question.objects.get(follower="difficulties")
        assert asked.things == 3
        operations.settle(question_ids=[asked.pk], target_id=new_unit("40002").pk, reason="Theo địa bàn", by=SYSTEM, at=acts.APPLIED)
        for row in rows:
            row.refresh_from_db()
        assert {row.institution.code for row in rows} == {"40002"}
