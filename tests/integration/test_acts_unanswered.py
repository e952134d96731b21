"""What waits for a person when an act is undone, or when the places offered end themselves: nothing is left behind."""

import pytest

from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.institutions import operations
from mangnon.institutions.models import Question
from mangnon.institutions.vocabulary import QuestionState
from mangnon.intake import operations as intake
from mangnon.plans import operations as plans
from mangnon.plans.models import Difficulty, Occurrence, Task
from mangnon.plans.rules import states
from mangnon.register.models import Child
from tests.factories import acts, child_lists, people
from tests.factories import register as kids
from tests.integration.test_acts_follow import CAI_KHE, DIVISION, UNDONE_AT, UNDONE_ON, new_unit, undo

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
