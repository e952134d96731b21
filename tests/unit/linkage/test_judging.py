"""Two agreements link by themselves; everything else waits for a person; twins are never one child."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.linkage.records import Birth, Judgement, Side
from mangnon.linkage.rules import births_fit, judge, level_of, name_key, settle
from mangnon.linkage.vocabulary import Level, Verdict

NUMBER, OTHER_NUMBER = "092222007720", "092222007721"


def side(pk: int = 1, name: str = "Lưu Gia Bảo", *, born: date | None = date(2022, 5, 6), known: str = "day", number: str = "",
         father: str = "Lưu Văn Tài", mother: str = "Hồ Thị Kim Thoa") -> Side:  # fmt: skip
    return Side(pk, name, name_key(name), Birth(born, known), "Nam", number, name_key(father), name_key(mother), f"DC-{pk}")


CASES = [
    # what differs, number of the child, verdict, level
    ({}, NUMBER, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({}, "", Verdict.LINK, Level.NAME_BIRTH_PARENT),
    ({"mother": ""}, "", Verdict.LINK, Level.NAME_BIRTH_PARENT),
    ({"father": "", "mother": ""}, "", Verdict.REVIEW, Level.NAME_BIRTH),
    ({"father": "Trần Văn Hai", "mother": "Lê Thị Ba"}, "", Verdict.REVIEW, Level.NAME_BIRTH),
    ({"father": "", "mother": ""}, NUMBER, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({"name": "Lưu Gia Bảo Ân"}, NUMBER, Verdict.MISMATCH, Level.NUMBER_BIRTH),
    ({"born": date(2022, 6, 5)}, NUMBER, Verdict.MISMATCH, Level.NUMBER_NAME),
    ({"born": date(2020, 1, 9), "name": "Trần Minh Thư"}, NUMBER, Verdict.MISMATCH, Level.NUMBER_ONLY),
    ({}, OTHER_NUMBER, Verdict.MISMATCH, Level.OTHER_NUMBER),
    ({"name": "LUU GIA BAO"}, "", Verdict.LINK, Level.NAME_BIRTH_PARENT),
    ({"born": date(2022, 1, 1), "known": "year"}, NUMBER, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({"born": date(2022, 1, 1), "known": "year"}, "", Verdict.REVIEW, Level.NAME_YEAR_PARENT),
    ({"name": "Lưu Gia Hân"}, "", Verdict.UNMATCHED, Level.NOBODY),
    ({"born": date(2021, 5, 6)}, "", Verdict.UNMATCHED, Level.NOBODY),
]


@pytest.mark.parametrize(("differs", "number", "verdict", "level"), CASES)
def test_one_candidate(differs, number, verdict, level):
    child = side(7, number=number, **differs)
    (judgement,) = judge(child, [side(1, number=NUMBER)])
    assert (judgement.verdict, judgement.level) == (verdict, level)
    assert (judgement.person is None) is (verdict is Verdict.UNMATCHED)
    assert judgement.reason.endswith(".")


def test_a_twin_with_the_same_parents_and_birth_date_is_another_child():
    child = side(7, "Lưu Gia Bảo")
    twin = side(1, "Lưu Gia Hân", number=NUMBER)
    assert level_of(child, twin) is None
    brother = side(2, "Lưu Gia Bảo", number=OTHER_NUMBER)
    (judgement,) = judge(child, [twin, brother])
    assert judgement.person == brother


def test_the_number_of_a_twin_is_recognised_as_such():
    child = side(7, "Lưu Gia Bảo", number=NUMBER)
    (judgement,) = judge(child, [side(1, "Lưu Gia Phúc", number=NUMBER)])
    assert judgement.verdict is Verdict.MISMATCH
    assert "sinh đôi" in judgement.reason


def test_a_slip_of_the_pen_is_not_called_a_twin():
    child = side(7, "Lưu Bảo", number=NUMBER)
    (judgement,) = judge(child, [side(1, number=NUMBER)])
    assert "tên đệm" in judgement.reason


def test_two_people_who_agree_alike_wait_for_a_person():
    found = judge(side(7), [side(1, number=NUMBER), side(2, number=OTHER_NUMBER)])
    assert [judgement.verdict for judgement in found] == [Verdict.REVIEW, Verdict.REVIEW]


def test_a_right_name_with_the_number_of_somebody_else_waits():
    found = judge(side(7, number=NUMBER), [side(1, number=OTHER_NUMBER), side(2, "Trần Minh Thư", born=date(2019, 1, 1), number=NUMBER)])
    assert {judgement.level for judgement in found} == {Level.OTHER_NUMBER, Level.NUMBER_ONLY}
    assert all(judgement.verdict is Verdict.MISMATCH for judgement in found)


def test_a_crowd_says_nothing():
    people = [side(pk, father="", mother="") for pk in range(1, 8)]
    (judgement,) = judge(side(70), people)
    assert judgement.verdict is Verdict.UNMATCHED
    assert "7 người" in judgement.reason


def test_a_person_is_given_to_one_child_the_stronger_first():
    person = side(1, number=NUMBER)
    weaker = Judgement(3, person, Verdict.LINK, Level.NAME_BIRTH_PARENT, "a")
    stronger = Judgement(9, person, Verdict.LINK, Level.NUMBER_NAME_BIRTH, "b")
    lost, won = settle([weaker, stronger], held={})
    assert won == stronger
    assert lost == replace(weaker, verdict=Verdict.REVIEW, reason=lost.reason)
    assert "TE-000009" in lost.reason


def test_a_person_held_by_decision_is_not_given_away():
    person = side(1, number=NUMBER)
    (judgement,) = settle([Judgement(3, person, Verdict.LINK, Level.NUMBER_NAME_BIRTH, "a")], held={1: "TE-000008"})
    assert judgement.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        (Birth(date(2019, 3, 7)), Birth(date(2019, 1, 1), "year"), True),
        (Birth(date(2019, 3, 7)), Birth(date(2019, 3, 1), "month"), True),
        (Birth(date(2019, 3, 7)), Birth(date(2019, 4, 1), "month"), False),
        (Birth(date(2019, 3, 7)), Birth(date(2018, 1, 1), "year"), False),
        (Birth(date(2019, 3, 7)), Birth(None), False),
    ],
)
def test_births_fit_as_far_as_both_are_known(left, right, fits):
    assert births_fit(left, right) is fits is births_fit(right, left)
