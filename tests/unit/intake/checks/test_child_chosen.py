from datetime import date

from mangnon.intake.records import Link
from mangnon.intake.rules.linking import NEW
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, known, said_of

ROW = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương"}
TWINS = (known(), known(8, "TE-000008", full_name="Lưu Gia Hấn"))


def test_a_person_chooses_between_twins():
    context, row = enriching("school-roll", Link(candidates=TWINS, why="Cùng ngày sinh, cùng cha mẹ."), **ROW)
    (finding,) = checks.every()["child_chosen"](row, context)
    assert finding.severity is Severity.MUST_FIX
    assert "TE-000007 Lưu Gia Hân, sinh 05/06/2022; TE-000008 Lưu Gia Hấn, sinh 05/06/2022" in finding.what
    assert [way.value for way in finding.suggestions] == ["TE-000007", "TE-000008", NEW]


def test_one_sure_child_is_not_asked():
    assert said_of("child_chosen", "school-roll", Link(child=known(born=date(2020, 1, 1))), **ROW) == []


def test_of_a_child_said_to_be_new_another_rule_asks():
    assert said_of("child_chosen", "school-roll", Link(candidates=TWINS, new=True), **ROW) == []
