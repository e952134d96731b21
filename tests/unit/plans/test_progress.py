"""Three statuses that stay three."""

from datetime import date

import pytest

from mangnon.plans.rules import progress
from mangnon.plans.rules.progress import Bucket, Said
from mangnon.plans.vocabulary import DutyState

DUE = date(2026, 11, 19)


def said(on, declared="done", *, institution=1, percent=None, evidence=0):
    return Said(institution, on, declared, percent, evidence)


@pytest.mark.parametrize(
    ("done_on", "on", "words"),
    [
        (None, date(2026, 11, 19), "hết hạn hôm nay"),
        (None, date(2026, 11, 20), "quá 1 ngày"),
        (None, date(2026, 10, 19), "còn 31 ngày"),
        (date(2026, 11, 19), date(2026, 12, 1), "đúng hạn"),
        (date(2026, 11, 21), date(2026, 12, 1), "xong muộn 2 ngày"),
    ],
)
def test_the_last_day_is_still_in_time(done_on, on, words):
    assert progress.on_calendar(date(2026, 11, 19), done_on=done_on, on=on)[1] == words


@pytest.mark.parametrize(
    ("report", "on", "bucket"),
    [
        (said(date(2026, 11, 1), evidence=1), date(2026, 11, 23), Bucket.PROVED),
        (said(date(2026, 11, 1)), date(2026, 11, 23), Bucket.DECLARED),
        (said(date(2026, 11, 1), "started", percent=40), date(2026, 11, 10), Bucket.RUNNING),
        (said(date(2026, 11, 1), "started"), date(2026, 11, 23), Bucket.LATE),
        (None, date(2026, 11, 1), Bucket.RUNNING),
        (None, date(2026, 3, 1), Bucket.WAITING),
    ],
)
def test_every_duty_has_one_place_in_the_bar(report, on, bucket):
    assert progress.bucket(progress.three(due=DUE, said=report, needed=1, on=on)) is bucket


def test_returned_work_is_not_done_whatever_was_declared():
    report = said(date(2026, 11, 1), evidence=1)._replace(state=DutyState.RETURNED.value)
    status = progress.three(due=DUE, said=report, needed=1, on=date(2026, 11, 23))
    assert (status.declared_words, status.evidence, status.calendar_words) == ("hoàn thành", "full", "quá 4 ngày")
    assert progress.bucket(status, report.state) is Bucket.LATE


def test_late_is_measured_against_the_first_deadline_too():
    report = said(date(2026, 12, 1))._replace(first_due=DUE, due=date(2026, 12, 15))
    status = progress.three(due=DUE, said=report, needed=1, on=date(2026, 12, 20))
    assert (status.due, status.calendar_words) == (date(2026, 12, 15), "đúng hạn")
    assert (status.first_due, status.first_words) == (DUE, "xong muộn 12 ngày")


@pytest.mark.parametrize(("state", "bucket"), [(DutyState.PAUSED, Bucket.PAUSED), (DutyState.CANCELLED, Bucket.CANCELLED)])
def test_what_is_set_aside_has_its_own_place(state, bucket):
    status = progress.three(due=DUE, said=said(date(2026, 11, 1), evidence=1), needed=1, on=date(2026, 11, 23))
    assert progress.bucket(status, state.value) is bucket


def test_a_shared_duty_is_done_when_all_have_done_it():
    reports = [said(date(2026, 11, 2), evidence=2), said(date(2026, 11, 3), institution=2)]
    tally = progress.tally(reports, needed=1)
    two = progress.together(due=DUE, tally=tally, members=2, on=date(2026, 11, 23))
    assert (two.declared_words, two.evidence_words, two.calendar_words) == ("2/2 đơn vị xong", "1/2 đơn vị đủ", "đúng hạn")
    three = progress.together(due=DUE, tally=tally, members=3, on=date(2026, 11, 23))
    assert (three.declared_words, three.calendar_words) == ("2/3 đơn vị xong", "quá 4 ngày")


def test_an_agency_excused_from_a_shared_duty_is_not_waited_for():
    excused = said(None, "nothing", institution=3)._replace(state=DutyState.CANCELLED.value)
    tally = progress.tally([said(date(2026, 11, 2), evidence=1), excused], needed=1)
    assert progress.together(due=DUE, tally=tally, members=2, on=date(2026, 11, 23)).declared_words == "1/1 đơn vị xong"
