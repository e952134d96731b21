from dataclasses import replace
from datetime import date

from mangnon.intake.records import Holder
from mangnon.register.records import Birth
from tests.unit.intake.checks.rows import CONTEXT, only, said


def held(name, birth):
    return replace(CONTEXT, holders={"092322007731": Holder("TE-000412", name, Birth(birth))})


def test_somebody_else_has_the_number():
    assert "hồ sơ TE-000412" in only("number_held_by_other", held("vo thanh dat", date(2022, 7, 1))).what


def test_the_same_child_has_it():
    assert said("number_held_by_other", held("luu gia han", date(2022, 7, 1))) == []
    assert said("number_held_by_other", held("luu han", date(2022, 6, 5))) == []


def test_a_twin_or_a_child_with_another_name_now():
    finding = only("number_held_by_other", held("luu gia hanh", date(2022, 6, 5)))
    assert finding.what == "Số định danh này đã ghi cho hồ sơ TE-000412, cùng ngày sinh nhưng khác họ tên."
    assert [(way.field, way.value) for way in finding.suggestions] == [("personal_number", ""), ("child_code", "TE-000412")]
