from datetime import date

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, only, said, said_of


def test_sixteen_is_asked():
    finding = only("under_sixteen", birth_date="23/11/2010")
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Trẻ đủ 16 tuổi từ 23/11/2026."


def test_the_last_day_of_childhood():
    assert said("under_sixteen", birth_date="24/11/2010") == []


def test_grown_ups_of_a_list_that_enriches_are_left_out():
    row = {"full_name": "Lưu Văn Tài", "birth_date": "01/01/1990", "standing": "Hộ nghèo"}
    ((column, severity, message),) = said_of("under_sixteen", "poor-households", **row)
    assert (column, severity) == ("birth_date", Severity.MUST_FIX)
    assert message == "Đủ 16 tuổi từ 01/01/2006, không thuộc sổ trẻ em. Bỏ qua dòng này."
    assert said_of("child_in_register", "poor-households", **row) == []
    assert said_of("under_sixteen", "poor-households", Link(child=known(born=date(2009, 1, 1))), **row) == []
