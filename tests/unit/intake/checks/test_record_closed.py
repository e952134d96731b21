from datetime import date

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said_of

ROW = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương"}


def test_a_closed_record_is_asked():
    ((_, severity, message),) = said_of("record_closed", "school-roll", Link(child=known(closed_on=date(2026, 3, 1))), **ROW)
    assert severity is Severity.QUESTION
    assert message.startswith("Hồ sơ TE-000007 đã đóng từ ngày 01/03/2026.")


def test_an_open_record_is_not():
    assert said_of("record_closed", "school-roll", Link(child=known()), **ROW) == []
