from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import known, said, said_of


def test_a_newborn_without_a_name():
    ((column, severity, message),) = said_of("newborn_named", "births", full_name="Con bà Trần Thị Ngân")
    assert (column, severity) == ("full_name", Severity.MUST_FIX)
    assert message.startswith("Trẻ chưa có tên: “Con bà Trần Thị Ngân”.")


def test_a_list_of_children_waits_for_names_too():
    assert said("newborn_named", full_name="Chưa đặt tên")[0][1] is Severity.MUST_FIX
    assert said("newborn_named") == []


def test_names_that_begin_alike():
    for name in ("Lưu Gia Hân", "Công Tằng Bé", "Bế Văn An", "Bé Thị Trai"):
        assert said_of("newborn_named", "births", full_name=name) == []


def test_a_list_about_known_children_asks_until_the_record_is_found():
    row = {"full_name": "Con bà Trần Thị Ngân", "birth_date": "05/11/2026"}
    assert said_of("newborn_named", "deaths", **row)[0][1] is Severity.MUST_FIX
    assert said_of("newborn_named", "deaths", Link(child=known()), **row) == []
