"""Duties pass from person to person and from agency to agency; past results stay with who reported them."""

from datetime import date, timedelta

import pytest

from mangnon.accounts import operations as accounts_work
from mangnon.accounts import queries as accounts
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.plans import operations, queries
from mangnon.plans.models import Move, Occurrence
from mangnon.plans.vocabulary import Declared, DutyEvent, DutyState
from tests.factories import duties, people
from tests.factories.people import AT, TODAY

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=10)


@pytest.fixture
def officer():
    return people.department_specialist()


@pytest.fixture
def colleague():
    return people.department_specialist()


def leave(actor):
    user = accounts.user_named(actor.id)
    accounts_work.end_position(position=accounts.positions_of(user)[0], last_day=TODAY, by=SYSTEM, at=AT)


def test_twelve_duties_pass_at_once_and_results_stay(officer, colleague):
    tasks = [duties.given(f"Việc số {number}", responsible=officer.id) for number in range(12)]
    operations.report_progress(task_id=tasks[0].pk, institution_id=tasks[0].lead_id, declared=Declared.STARTED, by=officer, at=AT)
    passed = operations.hand_over(from_username=officer.id, to_username=colleague.id, institution_id=tasks[0].lead_id, by=SYSTEM, at=LATER)
    assert passed == 12
    assert len(queries.in_the_name_of(colleague.id, on=LATER.date())) == 12
    assert queries.in_the_name_of(officer.id, on=LATER.date()) == []
    assert queries.progress_of(tasks[0].pk)[0].reported_by == officer.id
    assert queries.responsible(tasks[0].pk, tasks[0].lead_id, on=TODAY).username == officer.id
    assert audit.history_of(kind="task", id=str(tasks[3].pk)).first().act == "task_handed_over"


def test_some_may_pass_alone(officer, colleague):
    first, second = duties.given("Một", responsible=officer.id), duties.given("Hai", responsible=officer.id)
    operations.hand_over(
        from_username=officer.id, to_username=colleague.id, institution_id=first.lead_id, task_ids=[first.pk], by=SYSTEM, at=LATER
    )
    assert queries.responsible(second.pk, second.lead_id, on=LATER.date()).username == officer.id


def test_who_leaves_answers_for_nothing_and_the_duties_queue_for_a_name(officer, colleague):
    task = duties.given(responsible=officer.id)
    leave(officer)
    assert queries.responsible(task.pk, task.lead_id, on=LATER.date()) is None
    assert [one.pk for one in queries.nameless(task.lead_id, on=LATER.date())] == [task.pk]
    assert queries.left_behind(task.lead_id, on=LATER.date()) == [(officer.id, officer.label, 1)]
    line = queries.board(queries.running_plans(), on=LATER.date()).lines[0]
    assert line.nameless == 1
    operations.hand_over(from_username=officer.id, to_username=colleague.id, institution_id=task.lead_id, by=SYSTEM, at=LATER)
    assert queries.left_behind(task.lead_id, on=LATER.date()) == []
    assert queries.nameless(task.lead_id, on=LATER.date()) == []


def test_a_successor_holds_a_post_there_and_the_giver_of_names_may(officer):
    task = duties.given(responsible=officer.id)
    stranger = people.department_specialist("Sở Nội vụ")
    with pytest.raises(operations.NotInAgency):
        operations.hand_over(from_username=officer.id, to_username=stranger.id, institution_id=task.lead_id, by=SYSTEM, at=LATER)
    with pytest.raises(NotAllowed):
        operations.hand_over(from_username=officer.id, to_username=officer.id, institution_id=task.lead_id, by=stranger, at=LATER)
    with pytest.raises(operations.NothingToHandOver):
        operations.hand_over(from_username=stranger.id, to_username=officer.id, institution_id=task.lead_id, by=SYSTEM, at=LATER)


def test_many_are_given_to_one_person_all_or_none(officer):
    tasks = [duties.given(f"Việc số {number}") for number in range(3)]
    given = operations.assign_many(duties=[(task.pk, task.lead_id) for task in tasks], username=officer.id, by=SYSTEM, at=AT)
    assert given == 3
    other = duties.given("Việc nơi khác", lead=duties.agency("so-noi-vu"))
    with pytest.raises(operations.NotInAgency):
        operations.assign_many(duties=[(tasks[0].pk, tasks[0].lead_id), (other.pk, other.lead_id)], username=officer.id, by=SYSTEM, at=AT)


class TestCharges:
    def test_new_duties_of_a_field_go_to_who_is_in_charge(self, officer):
        agency = duties.agency()
        city = officer.duties[0].territory_id
        operations.give_charge(institution_id=agency.pk, function="children", territory_id=city, username=officer.id, by=SYSTEM, at=AT)
        mine, other = duties.given("Trẻ em", function="children"), duties.given("Việc khác", function="labour")
        assert queries.responsible(mine.pk, agency.pk, on=TODAY).username == officer.id
        assert queries.responsible(other.pk, agency.pk, on=TODAY) is None

    def test_a_later_charge_ends_the_one_before_and_can_take_what_has_no_name(self, officer, colleague):
        agency, city, waiting = duties.agency(), officer.duties[0].territory_id, duties.given("Trẻ em", function="children")
        for somebody, at in ((officer, AT), (colleague, LATER)):
            operations.give_charge(
                institution_id=agency.pk, function="children", territory_id=city, username=somebody.id, take_open=somebody is colleague,
                by=SYSTEM, at=at,
            )  # fmt: skip
        spans = [(one.user.username, one.valid.lower) for one in queries.charges_of(agency.pk, on=LATER.date())]
        assert spans == [(colleague.id, date(2026, 12, 3))]
        assert [one.user.username for one in queries.charges_of(agency.pk, on=TODAY)] == [officer.id]
        assert queries.responsible(waiting.pk, agency.pk, on=LATER.date()).username == colleague.id


class TestAgencies:
    """An act of reorganisation passes the open duties on; what is closed stays; undone, everything stands as before."""

    def test_open_duties_move_with_state_and_deadlines_and_closed_stay(self, officer):
        home, other = duties.agency(), duties.agency("so-noi-vu")
        running, done = duties.given("Đang làm", responsible=officer.id), duties.given("Đã xong")
        for task, declared in ((running, Declared.STARTED), (done, Declared.DONE)):
            operations.report_progress(task_id=task.pk, institution_id=home.pk, declared=declared, proofs=["B"], by=officer, at=AT)
        operations.move(task_id=done.pk, institution_id=home.pk, event=DutyEvent.CONFIRM, by=people.lead_head(), at=AT)
        moved = operations.hand_over_agency(from_id=home.pk, to_id=other.pk, reference="act:1", by=SYSTEM, at=LATER)
        assert (moved.duties, moved.merged, moved.with_person, moved.without_person) == (1, 0, 0, 1)
        run = duties.run_of(running)
        assert (run.institution_id, run.state, run.first_due) == (other.pk, DutyState.RUNNING, date(2026, 11, 30))
        assert duties.run_of(done).institution_id == home.pk
        assert queries.progress_of(running.pk)[0].institution_id == home.pk
        assert list(queries.held_by(officer.id, on=LATER.date())) == []

    def test_undone_everything_stands_as_before(self, officer):
        home, other = duties.agency(), duties.agency("so-noi-vu")
        tasks = [duties.given(f"Việc số {number}", responsible=officer.id) for number in range(3)]
        operations.hand_over_agency(from_id=home.pk, to_id=other.pk, reference="act:2", by=SYSTEM, at=LATER)
        assert operations.take_back_agency(reference="act:2", by=SYSTEM, at=LATER + timedelta(days=1)) == 3
        assert {duties.run_of(task).institution_id for task in tasks} == {home.pk}
        assert operations.take_back_agency(reference="act:2", by=SYSTEM, at=LATER + timedelta(days=2)) == 0

    def test_a_duty_the_successor_has_too_ends_once(self):
        plan = operations.load_builtin(by=SYSTEM, at=AT)
        report = queries.task_of_clause(plan.pk, "V.1")
        home, other = people.ward(), people.ward(people.OTHER_WARD)
        moved = operations.hand_over_agency(from_id=home.pk, to_id=other.pk, reference="act:3", task_ids=[report.pk], by=SYSTEM, at=AT)
        assert (moved.duties, moved.merged) == (0, 1)
        ended = Occurrence.objects.get(task=report, institution=home)
        assert ended.state == DutyState.CANCELLED
        assert Move.objects.get(occurrence=ended).event == "merged"
        operations.take_back_agency(reference="act:3", by=SYSTEM, at=AT)
        assert Occurrence.objects.get(task=report, institution=home).state == DutyState.GIVEN

    def test_it_is_for_who_decides_successions(self, officer):
        home, other = duties.agency(), duties.agency("so-noi-vu")
        with pytest.raises(NotAllowed):
            operations.hand_over_agency(from_id=home.pk, to_id=other.pk, reference="act:4", by=officer, at=AT)
