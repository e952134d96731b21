"""A later deadline is asked for and decided; the first stays, late is counted against both."""

from datetime import date, datetime, timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.lib.calendar import VIETNAM
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import Declared, DutyEvent, ExtensionState
from tests.factories import duties, people
from tests.factories.people import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def task():
    return duties.given()  # due 30/11/2026


@pytest.fixture
def officer():
    return people.department_specialist()


def asked(task, officer, *, new_due=date(2026, 12, 20), reason="Chờ số liệu của xã, phường.", at=AT):
    return operations.ask_extension(task_id=task.pk, institution_id=task.lead_id, new_due=new_due, reason=reason, by=officer, at=at)


def test_granted_the_new_day_is_in_force_and_the_first_stays(task, officer):
    operations.decide_extension(extension_id=asked(task, officer).pk, grant=True, words="Đồng ý.", by=people.city_leader(), at=AT)
    run = duties.run_of(task)
    assert (run.first_due, run.due) == (date(2026, 11, 30), date(2026, 12, 20))
    on = datetime(2026, 12, 10, 9, tzinfo=VIETNAM)
    status = duties.seen(task, at=on).status
    assert (status.calendar_words, status.first_words) == ("còn 10 ngày", "quá 10 ngày")
    line = queries.board(queries.running_plans(), on=on.date()).lines[0]
    assert (line.late, line.first_late) == (0, 10)


def test_refused_in_words_the_deadline_stays(task, officer):
    extension = asked(task, officer)
    with pytest.raises(operations.NoWords):
        operations.decide_extension(extension_id=extension.pk, grant=False, words=" ", by=people.lead_head(), at=AT)
    operations.decide_extension(extension_id=extension.pk, grant=False, words="Làm ngay.", by=people.lead_head(), at=AT)
    assert duties.run_of(task).due == date(2026, 11, 30)
    with pytest.raises(operations.AlreadyDecided, match="không đồng ý"):
        operations.decide_extension(extension_id=extension.pk, grant=True, words="", by=people.lead_head(), at=AT)


def test_one_request_waits_at_a_time_and_can_be_taken_back(task, officer):
    first = asked(task, officer)
    with pytest.raises(operations.AlreadyAsked):
        asked(task, officer)
    operations.withdraw_extension(extension_id=first.pk, by=officer, at=AT)
    again = asked(task, officer)
    assert queries.times_asked([again.occurrence_id]) == {again.occurrence_id: 1}
    assert [one.state for one in queries.extensions_of(task.pk)] == [ExtensionState.ASKED, ExtensionState.WITHDRAWN]


@pytest.mark.parametrize(("new_due", "reason", "refusal"), [
    (date(2026, 11, 30), "Chậm số liệu.", operations.CannotExtend),
    (date(2026, 12, 20), "  ", operations.NoWords),
])  # fmt: skip
def test_it_is_a_later_day_with_a_reason(task, officer, new_due, reason, refusal):
    with pytest.raises(refusal):
        asked(task, officer, new_due=new_due, reason=reason)


def test_what_is_done_or_has_no_deadline_is_not_extended(officer):
    free = duties.given(due="")
    with pytest.raises(operations.CannotExtend, match="không ghi thời hạn"):
        asked(free, officer)
    done = duties.given()
    operations.report_progress(task_id=done.pk, institution_id=done.lead_id, declared=Declared.DONE, proofs=["B"], by=officer, at=AT)
    operations.move(task_id=done.pk, institution_id=done.lead_id, event=DutyEvent.CONFIRM, by=people.lead_head(), at=AT)
    with pytest.raises(operations.CannotExtend, match="đã hoàn thành"):
        asked(done, officer)


def test_only_the_agency_asks_and_only_who_gives_decides(task, officer):
    with pytest.raises(NotAllowed):
        asked(task, people.department_specialist("Sở Nội vụ"))
    extension = asked(task, officer)
    for somebody in (officer, people.lead_specialist(), people.ward_chair()):
        with pytest.raises(NotAllowed):
            operations.decide_extension(extension_id=extension.pk, grant=True, words="", by=somebody, at=AT)


def test_it_waits_with_who_may_decide_never_with_who_asked(task, officer):
    extension = asked(task, officer)
    assert [one.pk for one in queries.waiting_extensions(people.city_leader())] == [extension.pk]
    assert queries.waiting_extensions(officer) == []
    assert queries.waiting_extensions(people.ward_chair()) == []


def test_done_within_the_new_deadline_is_in_time_yet_late_against_the_first(task, officer):
    operations.decide_extension(extension_id=asked(task, officer).pk, grant=True, words="", by=people.lead_head(), at=AT)
    at = AT + timedelta(days=20)
    operations.report_progress(task_id=task.pk, institution_id=task.lead_id, declared=Declared.DONE, proofs=["B"], by=officer, at=at)
    status = duties.seen(task, at=at).status
    assert (status.calendar_words, status.first_words) == ("đúng hạn", "xong muộn 13 ngày")
