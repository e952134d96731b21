"""What waits for a person when an act is undone, or when the places offered end themselves: nothing is left behind."""

from datetime import date, timedelta

import pytest

from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.institutions import operations
from mangnon.institutions import queries as institutions
from mangnon.institutions.models import Question
from mangnon.institutions.vocabulary import QuestionState
from mangnon.intake import operations as intake
from mangnon.plans import operations as plans
from mangnon.plans.models import Difficulty, Occurrence, Task
from mangnon.plans.queries import committees
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import CommitteeKind, Part
from mangnon.register.models import Child
from tests.factories import acts, child_lists, people
from tests.factories import register as kids
from tests.integration.test_acts_follow import AFTER, CAI_KHE, DIVISION, NEW, NINH_KIEU, UNDONE_AT, UNDONE_ON, new_unit, undo

pytestmark = pytest.mark.django_db


def again(code=CAI_KHE):
    return acts.institution(code, on=UNDONE_ON).pk


def test_posts_homes_lists_and_difficulties_that_waited_go_to_the_ward_restored():
    officer = people.ward_officer()
    child = kids.child(hamlet="Khu vực 1")
    content = child_lists.workbook([child_lists.row(full_name="Quách Ngọc Trâm Anh", birth_date="31/02/2019")])
    batch, _ = intake.take_in(
        content=content, name="a.xlsx", format_code="child-list", commune_id=kids.unit().pk, by=SYSTEM, at=acts.DRAFTED
    )
    task = Task.objects.filter(plan=plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)).order_by("id").first()
    raised = Difficulty.objects.create(
        task=task, institution=acts.institution(CAI_KHE), text="Thiếu người", raised_by="thu", raised_at=acts.DRAFTED
    )
    undo(acts.applied(acts.act(**DIVISION)))
    batch.refresh_from_db()
    raised.refresh_from_db()
    assert not Question.objects.filter(state=QuestionState.OPEN).exists()
    assert Position.objects.get(valid__contains=UNDONE_ON, user__username=officer.id).territory_id == again()
    assert Child.objects.get(pk=child).lives_in_id == again()
    assert (batch.commune_id, raised.institution_id) == (again(), again())


def test_duties_that_waited_go_to_the_department_restored():
    plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)
    plans.open_occurrences(by=SYSTEM, at=acts.DRAFTED)
    office = acts.institution("so-vhttdl")
    before = set(Occurrence.objects.filter(institution=office, state__in=states.OPEN, alone=True).values_list("pk", flat=True))
    parts = [("dissolve", "so-vhttdl", "so-gddt", "culture"), ("dissolve", "so-vhttdl", "so-khcn", "press")]
    act = acts.applied(acts.act(rows=parts))
    assert Question.objects.filter(follower="plans").exists()
    undo(act)
    held = Occurrence.objects.filter(institution=again("so-vhttdl"), state__in=states.OPEN, alone=True)
    assert before
    assert set(held.values_list("pk", flat=True)) == before


def test_a_place_offered_that_ends_is_offered_as_its_successor():
    officer = people.ward_officer()
    acts.applied(acts.act(**DIVISION))
    asked = Question.objects.get(follower="accounts")
    later = acts.act(rows=[("merge", "40002", "31135")], on=UNDONE_ON, number="13/NQ-HĐND")
    acts.applied(later, at=UNDONE_AT)
    asked.refresh_from_db()
    assert sorted(asked.choices) == sorted([new_unit().pk, acts.institution("31135", on=UNDONE_ON).pk])
    operations.settle(
        question_ids=[asked.pk], target_id=acts.institution("31135", on=UNDONE_ON).pk, reason="Theo nơi làm việc", by=SYSTEM, at=UNDONE_AT
    )
    assert Position.objects.get(valid__contains=UNDONE_ON, user__username=officer.id).agency.code == "31135"


def test_what_is_open_in_a_place_abolished_is_told_before_anybody_decides():
    plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)
    office = acts.institution("so-noi-vu")
    type(office).objects.filter(pk=office.pk).update(functions=[])
    task = Task.objects.earliest("id")
    Difficulty.objects.create(task=task, institution=office, text="Thiếu người", raised_by="thu", raised_at=acts.DRAFTED)
    act = acts.act(rows=[("abolish", "so-noi-vu", "")])
    told = [flaw.what for flaw in operations.check(act_id=act.pk, by=SYSTEM, at=acts.DRAFTED)]
    assert "Còn 1 khó khăn đang giải quyết chưa xong mà không có nơi tiếp nhận." in told


class TestSeats:
    @pytest.fixture
    def board(self):
        """A committee of the city with one member from Cái Khế who watches Ninh Kiều."""
        lead, since = people.lead_specialist(), date(2026, 1, 5)
        board = plans.form_committee(
            institution_id=institutions.city(on=AFTER).pk, kind=CommitteeKind.STANDING, name="Nhóm thường trực", decision="Quyết định 2",
            since=since, by=lead, at=acts.DRAFTED,
        )  # fmt: skip
        plans.seat_member(
            committee_id=board.pk, part=Part.MEMBER, office="Trưởng phòng", since=since, agency_id=acts.institution(CAI_KHE).pk,
            area_id=acts.institution(NINH_KIEU).pk, by=lead, at=acts.DRAFTED,
        )  # fmt: skip
        return board

    def test_one_that_waits_for_one_place_goes_on_in_the_other_and_waits_still(self, board):
        acts.applied(acts.act(**DIVISION))
        merger = {"rows": [("merge", code, "+40009") for code in (NINH_KIEU, "31147")], "new": {"40009": "Phường Mới"}}
        second = acts.act(**merger, on=AFTER + timedelta(days=1), number="13/NQ-HĐND")
        acts.applied(second, at=acts.APPLIED + timedelta(days=AFTER.day))
        (waits,) = committees.members(board.pk, on=second.on)
        assert (waits.agency.code, waits.area.code) == (CAI_KHE, "40009")
        (question,) = Question.objects.filter(follower="seats", state=QuestionState.OPEN)
        assert question.matter == f"seat:{waits.pk}"
        operations.settle(question_ids=[question.pk], target_id=new_unit(NEW).pk, reason="Thử", by=SYSTEM, at=acts.APPLIED)
        (now,) = committees.members(board.pk, on=second.on)
        assert (now.agency.code, now.area.code) == (NEW, "40009")

    def test_one_with_both_places_divided_is_asked_about_both(self, board):
        rows = [("split", NINH_KIEU, f"+{code}", "", "part") for code in ("40003", "40004")]
        new = DIVISION["new"] | {"40003": "Phường Ba", "40004": "Phường Bốn"}
        acts.applied(acts.act(rows=[*DIVISION["rows"], *rows], new=new))
        for question, code in zip(Question.objects.filter(follower="seats").order_by("id"), ("40002", "40003"), strict=True):
            operations.settle(question_ids=[question.pk], target_id=new_unit(code).pk, reason="Thử", by=SYSTEM, at=acts.APPLIED)
        (now,) = committees.members(board.pk, on=AFTER)
        assert (now.agency.code, now.area.code) == ("40002", "40003")
