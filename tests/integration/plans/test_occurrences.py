"""Duties that come back: each period has its own state, evidence and first deadline."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from mangnon.accounts.records import SYSTEM
from mangnon.plans import operations, queries
from mangnon.plans.models import Occurrence
from mangnon.plans.vocabulary import Declared, DutyEvent, DutyState
from tests.factories import duties, people
from tests.factories.people import AT

pytestmark = pytest.mark.django_db
NEXT_QUARTER = datetime(2027, 1, 4, 1, tzinfo=UTC)


def test_a_quarter_that_begins_has_its_own_occurrence_and_the_old_one_stays_owed():
    task = duties.given(due="hằng quý")
    operations.open_occurrences(by=SYSTEM, at=NEXT_QUARTER)
    rows = {row.turn: (row.first_due, row.state) for row in queries.occurrences_of(task.pk)}
    assert rows == {"2026-Q4": (date(2026, 12, 31), "given"), "2027-Q1": (date(2027, 3, 31), "given")}
    assert [one.turn for one in queries.open_before(task.lead_id, on=NEXT_QUARTER.date())] == ["2026-Q4"]


def test_opening_twice_changes_nothing():
    duties.given(due="hằng quý")
    before = Occurrence.objects.count()
    assert operations.open_occurrences(by=SYSTEM, at=AT) == 0
    assert Occurrence.objects.count() == before


def test_what_is_owed_from_an_earlier_period_is_reported_there():
    officer, head, task = people.department_specialist(), people.lead_head(), duties.given(due="hằng quý")
    operations.open_occurrences(by=SYSTEM, at=NEXT_QUARTER)
    old = duties.run_of(task, turn="2026-Q4")
    operations.report_progress(
        task_id=task.pk, institution_id=task.lead_id, declared=Declared.DONE, proofs=["Báo cáo quý IV"], occurrence_id=old.pk, by=officer,
        at=NEXT_QUARTER,
    )  # fmt: skip
    assert duties.run_of(task, turn="2027-Q1").declared == Declared.NOTHING
    done = operations.move_occurrence(occurrence_id=old.pk, event=DutyEvent.CONFIRM, by=head, at=NEXT_QUARTER)
    assert (done.state, done.done_on) == (DutyState.DONE, date(2027, 1, 4))


def test_a_closed_period_never_changes():
    head, officer, task = people.lead_head(), people.department_specialist(), duties.given(due="hằng quý")
    operations.report_progress(task_id=task.pk, institution_id=task.lead_id, declared=Declared.DONE, proofs=["Báo cáo"], by=officer, at=AT)
    closed = duties.step(task, DutyEvent.CONFIRM, by=head)
    for event in (DutyEvent.REOPEN, DutyEvent.CANCEL):
        with pytest.raises(operations.ClosedForGood, match="quý IV/2026"):
            operations.move_occurrence(occurrence_id=closed.pk, event=event, words="Tính lại.", by=head, at=NEXT_QUARTER)
    with pytest.raises(operations.ClosedForGood):
        operations.report_progress(
            task_id=task.pk, institution_id=task.lead_id, declared=Declared.STARTED, occurrence_id=closed.pk, by=officer, at=NEXT_QUARTER
        )


def test_the_database_itself_keeps_the_first_deadline():
    run = duties.run_of(duties.given())
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Occurrence.objects.filter(pk=run.pk).update(first_due=date(2027, 1, 1))


def test_one_lead_at_a_time_is_a_rule_of_the_database():
    run = duties.run_of(duties.given())
    with pytest.raises(IntegrityError, match="one_lead_at_a_time"), transaction.atomic():
        Occurrence.objects.create(task=run.task, institution_id=duties.agency("so-noi-vu").pk, turn=run.turn, state_since=AT)


def test_a_plan_adopted_opens_one_run_for_each_agency_that_must_act():
    plan = operations.load_builtin(by=SYSTEM, at=AT)
    report = queries.task_of_clause(plan.pk, "V.1")
    assert queries.occurrences_of(report.pk).count() == 114
    single = queries.task_of_clause(plan.pk, "IV.1.b")
    assert [(row.turn, row.alone, row.institution.name) for row in queries.occurrences_of(single.pk)] == [("2026", True, "Sở Y tế")]


def test_a_deadline_put_right_keeps_the_first_of_what_is_in_hand():
    officer, lead, task = people.department_specialist(), people.lead_specialist(), duties.given(due="trước ngày 01/12/2026")
    operations.report_progress(task_id=task.pk, institution_id=task.lead_id, declared=Declared.STARTED, by=officer, at=AT)
    operations.correct_task(
        task_id=task.pk, summary=task.summary, lead_words=task.lead_words, coordinating=[], due_words="trước ngày 01/3/2027", by=lead, at=AT
    )
    assert duties.run_of(task).first_due == date(2026, 11, 30)


def test_a_duty_turned_yearly_is_cut_anew_where_nobody_has_touched_it():
    lead, task = people.lead_specialist(), duties.given(due="trước ngày 01/12/2026")
    operations.correct_task(
        task_id=task.pk, summary=task.summary, lead_words=task.lead_words, coordinating=[], due_words="trước ngày 20/11 hằng năm", by=lead,
        at=AT,
    )  # fmt: skip
    assert [(row.turn, row.first_due) for row in queries.occurrences_of(task.pk)] == [("2026", date(2026, 11, 19))]


class TestAnotherDay:
    """A plan is seen as it stood on a day: what was said, granted and decided since is taken back."""

    def test_board_and_duty_agree_today_and_on_every_day_before(self):
        plan = operations.load_builtin(by=SYSTEM, at=AT - timedelta(days=300))
        officer, head = people.department_specialist(), people.lead_head()
        lines = {line.address: line for line in queries.board([plan], on=AT.date()).lines}
        report = lines["V.1"]
        for days, declared in ((90, Declared.STARTED), (40, Declared.DONE)):
            at = AT - timedelta(days=days)
            for address in ("IV.2.b", "V.1"):
                operations.report_progress(
                    task_id=lines[address].task_id, institution_id=lines["IV.2.b"].leader, declared=declared, proofs=["Báo cáo"],
                    by=officer, at=at,
                )  # fmt: skip
        operations.move(
            task_id=lines["IV.2.b"].task_id, institution_id=lines["IV.2.b"].leader, event=DutyEvent.RETURN, words="Thiếu số liệu.", by=head,
            at=AT - timedelta(days=10),
        )  # fmt: skip
        seen = []
        for days in (200, 60, 30, 5, 0):
            day = (AT - timedelta(days=days)).date()
            board = queries.board([plan], on=day)
            full = {duty.task_id: duty for duty in queries.duties(plan.pk, on=day)}
            assert {line.task_id: line.bucket for line in board.lines} == {pk: duty.bucket for pk, duty in full.items()}
            assert board.full(board.lines) == full
            one = next(line for line in board.lines if line.address == "IV.2.b")
            seen.append((one.state, one.bucket))
            assert full[report.task_id].status.declared_words == f"{int(days < 40)}/114 đơn vị xong"
        assert seen == [
            ("given", "waiting"),
            ("running", "running"),
            ("waiting", "proved"),
            ("returned", "running"),
            ("returned", "running"),
        ]

    def test_a_granted_extension_is_not_yet_in_force_the_day_before(self):
        officer, head, task = people.department_specialist(), people.lead_head(), duties.given()
        asked = operations.ask_extension(
            task_id=task.pk, institution_id=task.lead_id, new_due=date(2026, 12, 20), reason="Chờ số liệu.", by=officer, at=AT
        )
        operations.decide_extension(extension_id=asked.pk, grant=True, words="", by=head, at=AT + timedelta(days=2))
        assert duties.seen(task, at=AT).status.due == date(2026, 11, 30)
        assert duties.seen(task, at=AT + timedelta(days=2)).status.due == date(2026, 12, 20)


@pytest.mark.parametrize("count", [4, 24])
def test_a_plan_asks_the_same_number_of_questions_however_many_duties(count, django_assert_max_num_queries):
    for number in range(count):
        duties.given(f"Việc số {number}")
    plans = queries.running_plans()
    queries.board(plans, on=AT.date())  # the graph of agencies is read
    with django_assert_max_num_queries(10):
        board = queries.board(plans, on=AT.date())
        assert len(board.full(board.lines)) == count
