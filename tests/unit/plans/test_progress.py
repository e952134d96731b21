"""Three statuses that stay three."""

from datetime import date

import pytest

from mangnon.plans.records import Deadline
from mangnon.plans.rules import progress
from mangnon.plans.rules.progress import Bucket, Said
from mangnon.plans.vocabulary import DueRule

YEARLY = Deadline(DueRule.YEARLY, "trước ngày 20/11 hằng năm", month=11, day=19)


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
    assert progress.bucket(progress.three(deadline=YEARLY, said=report, needed=1, on=on)) is bucket


def test_what_was_said_last_year_does_not_count_this_year():
    reports = [said(date(2025, 11, 2)), said(date(2026, 6, 1), "started"), said(date(2026, 12, 24))]
    assert progress.last_said(reports, deadline=YEARLY, on=date(2026, 7, 1))[1].declared == "started"
    assert progress.last_said(reports, deadline=YEARLY, on=date(2027, 1, 1)) == {}
    assert progress.last_said(reports, deadline=None, on=date(2026, 1, 1))[1].on == date(2025, 11, 2)


def test_a_shared_duty_is_done_when_all_have_done_it():
    reports = {1: said(date(2026, 11, 2), evidence=2), 2: said(date(2026, 11, 3), institution=2)}
    two = progress.together(deadline=YEARLY, said=reports, members=2, needed=1, on=date(2026, 11, 23))
    assert (two.declared_words, two.evidence_words, two.calendar_words) == ("2/2 đơn vị xong", "1/2 đơn vị đủ", "đúng hạn")
    three = progress.together(deadline=YEARLY, said=reports, members=3, needed=1, on=date(2026, 11, 23))
    assert (three.declared_words, three.calendar_words) == ("2/3 đơn vị xong", "quá 4 ngày")
