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
    assert said("number_held_by_other", held("luu gia hanh", date(2022, 6, 5))) == []
