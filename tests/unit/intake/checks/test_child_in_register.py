from mangnon.intake.records import Link
from mangnon.intake.rules.linking import NEW
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, known, said_of

ROW = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương"}


def test_a_child_nobody_knows_may_be_entered():
    context, row = enriching("school-roll", **ROW)
    (finding,) = checks.every()["child_in_register"](row, context)
    assert (finding.column, finding.severity) == ("child_code", Severity.MUST_FIX)
    assert finding.what == "Trẻ này chưa có trong sổ."
    assert [(way.field, way.value) for way in finding.suggestions] == [("child_code", NEW)]


def test_a_code_nobody_bears_is_told():
    ((_, _, message),) = said_of(
        "child_in_register", "school-roll", Link(why="Không có hồ sơ nào mang mã TE-999999."), **ROW, child_code="TE-999999"
    )
    assert message.startswith("Không có hồ sơ nào mang mã TE-999999. ")


def test_a_newborn_without_a_name_is_not_offered_to_be_entered():
    assert said_of("child_in_register", "school-roll", **ROW | {"full_name": "Con bà Trần Thị Ngân"}) == []


def test_a_known_child_and_one_said_to_be_new_pass():
    assert said_of("child_in_register", "school-roll", Link(child=known()), **ROW) == []
    assert said_of("child_in_register", "school-roll", Link(new=True), **ROW, child_code=NEW) == []
