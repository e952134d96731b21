"""A duty moves along the one table: who may, what it asks for, what stays untouched."""

from datetime import date, timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.plans import operations, queries
from mangnon.plans.models import Move
from mangnon.plans.vocabulary import Declared, DutyEvent, DutyState, EvidenceKind
from tests.factories import duties, people
from tests.factories.people import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return people.department_specialist()


@pytest.fixture
def head():
    return people.lead_head()


@pytest.fixture
def task():
    return duties.given()


def report(task, by, *, done=False, at=AT, **facts):
    return operations.report_progress(
        task_id=task.pk, institution_id=task.lead_id, declared=Declared.DONE if done else Declared.STARTED, by=by, at=at, **facts
    )


def test_the_whole_way(task, officer, head):
    assert duties.run_of(task).state == DutyState.GIVEN
    duties.step(task, DutyEvent.ACCEPT, by=officer)
    report(task, officer, percent=40)
    report(task, officer, done=True, proofs=["Kế hoạch 5/KH-SGDĐT"])
    assert duties.run_of(task).state == DutyState.WAITING
    duties.step(task, DutyEvent.CONFIRM, by=head)
    assert duties.run_of(task).state == DutyState.DONE
    events = list(Move.objects.filter(occurrence__task=task).order_by("id").values_list("event", flat=True))
    assert events == ["accept", "report", "declare_done", "confirm"]
    assert audit.history_of(kind="task", id=str(task.pk)).first().act == "task_moved"


def test_returned_work_is_done_again_and_what_was_declared_stays(task, officer, head):
    report(task, officer, done=True)
    duties.step(task, DutyEvent.RETURN, by=head, words="Chưa có danh sách.")
    seen = duties.seen(task)
    assert (seen.state, seen.status.declared, seen.bucket) == ("returned", "done", "running")
    report(task, officer, done=True, proofs=["Danh sách kèm Công văn 9/SGDĐT"], at=AT + timedelta(days=3))
    assert duties.run_of(task).done_on == date(2026, 11, 26)
    assert duties.seen(task, at=AT + timedelta(days=3)).bucket == "proved"


def test_an_agency_that_adds_proof_while_it_waits_was_done_the_first_day(task, officer):
    report(task, officer, done=True)
    report(task, officer, done=True, proofs=["Biên bản 1"], at=AT + timedelta(days=12))
    seen = duties.seen(task, at=AT + timedelta(days=12))
    assert seen.status.calendar_words == "đúng hạn"


@pytest.mark.parametrize("event", [DutyEvent.RETURN, DutyEvent.PAUSE, DutyEvent.CANCEL])
def test_a_reason_is_asked_for(task, officer, head, event):
    report(task, officer, done=True)
    with pytest.raises(operations.MissingReason, match="Chưa ghi lý do"):
        duties.step(task, event, by=head, words=" ")
    assert duties.run_of(task).state == DutyState.WAITING


def test_confirming_without_proof_asks_for_a_reason(task, officer, head):
    report(task, officer, done=True)
    with pytest.raises(operations.NotEnoughProof, match="0/1 minh chứng"):
        duties.step(task, DutyEvent.CONFIRM, by=head)
    duties.step(task, DutyEvent.CONFIRM, by=head, words="Đã xem tại cuộc họp ngày 20/11.")
    assert duties.seen(task).bucket == "declared"


def test_nobody_confirms_what_they_reported():
    lead = people.lead_specialist()
    own = duties.given(lead=duties.agency("so-y-te"))
    report(own, lead, done=True, proofs=["Báo cáo 3"])
    with pytest.raises(operations.OwnWork):
        duties.step(own, DutyEvent.CONFIRM, by=lead)
    assert duties.step(own, DutyEvent.CONFIRM, by=people.lead_head()).state == DutyState.DONE


def test_the_agency_does_not_confirm_the_city_s_duty(officer):
    plan = operations.load_builtin(by=SYSTEM, at=AT)
    one = next(line for line in queries.board([plan], on=AT.date()).lines if line.address == "IV.2.b")
    operations.report_progress(task_id=one.task_id, institution_id=one.leader, declared=Declared.DONE, by=officer, at=AT)
    with pytest.raises(NotAllowed, match="cơ quan chủ trì kế hoạch"):
        operations.move(task_id=one.task_id, institution_id=one.leader, event=DutyEvent.CONFIRM, by=officer, at=AT, words="Xong")


def test_a_stranger_neither_accepts_nor_returns(task, head):
    stranger = people.department_specialist("Sở Nội vụ")
    with pytest.raises(NotAllowed):
        duties.step(task, DutyEvent.ACCEPT, by=stranger)
    with pytest.raises(NotAllowed):
        duties.step(task, DutyEvent.CANCEL, by=stranger, words="Không cần nữa.")


def test_an_event_out_of_place_is_refused_in_words(task, head):
    with pytest.raises(operations.NotNow, match="“giao”"):
        duties.step(task, DutyEvent.CONFIRM, by=head)
    with pytest.raises(operations.NotNow, match="Báo tiến độ"):
        duties.step(task, DutyEvent.REPORT, by=head)


def test_a_paused_duty_waits_and_goes_on(task, officer, head):
    duties.step(task, DutyEvent.PAUSE, by=head, words="Chờ hướng dẫn.")
    assert duties.seen(task).bucket == "paused"
    with pytest.raises(operations.NotNow):
        report(task, officer)
    assert duties.step(task, DutyEvent.RESUME, by=head).state == DutyState.RUNNING


def test_a_duty_done_once_can_be_reopened_with_a_reason(task, officer, head):
    report(task, officer, done=True, proofs=["Báo cáo 3"])
    duties.step(task, DutyEvent.CONFIRM, by=head)
    assert duties.step(task, DutyEvent.REOPEN, by=head, words="Số liệu phải tính lại.").state == DutyState.RUNNING


def test_many_are_confirmed_at_once_and_each_refusal_is_told(officer, head):
    ready, empty = duties.given("Việc thứ nhất"), duties.given("Việc thứ hai")
    report(ready, officer, done=True, proofs=["Báo cáo 3"])
    moved = operations.move_many(duties=[(ready.pk, ready.lead_id), (empty.pk, empty.lead_id)], event=DutyEvent.CONFIRM, by=head, at=AT)
    assert moved.done == 1
    assert [label for label, _why in moved.refused] == [empty.clause.address]
    assert duties.run_of(ready).state == DutyState.DONE


def test_evidence_is_documents_figures_and_records(task, officer):
    report(
        task, officer, done=True, proofs=["Kế hoạch 5"], files=[("anh.txt", b"x", "text/plain")],
        links=[(EvidenceKind.FIGURE, "số liệu: trẻ dưới 5", "/chi-tieu/1/x/"), (EvidenceKind.RECORD, "danh sách 3", "/nhap-danh-sach/3/")],
    )  # fmt: skip
    kinds = [piece.kind for piece in queries.progress_of(task.pk)[0].evidence.all()]
    assert sorted(kinds) == ["document", "figure", "file", "record"]
    assert duties.run_of(task).evidence == 4
