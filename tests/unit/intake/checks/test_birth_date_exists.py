from dataclasses import replace

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, only, said


def test_the_31st_of_february():
    finding = only("birth_date_exists", birth_date="31/02/2019")
    assert finding.severity is Severity.MUST_FIX
    assert finding.message == "Ngày 31/02/2019 không có trong lịch. Xem lại giấy khai sinh rồi nhập lại ngày."


def test_a_month_before_the_day_is_asked_once():
    american = replace(CONTEXT, month_first={23: {"birth_date": "06/25/2018"}})
    assert said("birth_date_exists", american, birth_date="06/25/2018") == []
    assert said("birth_date_exists", american, birth_date="31/31/2018") != []
    assert said("birth_date_exists", american, number=24, birth_date="06/25/2018") != []


def test_the_29th_of_february_of_a_leap_year():
    assert said("birth_date_exists", birth_date="29/02/2024") == []
