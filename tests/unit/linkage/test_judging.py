"""The engine's word makes a link or a question; number, name and birth date link alone; a number of somebody else never goes unseen."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.linkage.records import Birth, Ground, Judgement, Proposal, Side
from mangnon.linkage.rules import births_fit, judge, level_of, name_key, settle
from mangnon.linkage.vocabulary import Level, Verdict

NUMBER, OTHER_NUMBER = "092222007720", "092222007721"


def side(pk: int = 1, name: str = "Lưu Gia Bảo", *, born: date | None = date(2022, 5, 6), known: str = "day", number: str = "",
         father: str = "Lưu Văn Tài", mother: str = "Hồ Thị Kim Thoa") -> Side:  # fmt: skip
    return Side(pk, name, name_key(name), Birth(born, known), "Nam", number, name_key(father), name_key(mother), f"DC-{pk}")


def proposed(person: Side, probability: float = 0.99, *, linked: bool | None = None, other_name: bool = False) -> Proposal:
    return Proposal(person, probability, probability >= 0.9 if linked is None else linked, other_name)


CASES = [
    # what differs, number of the child, the engine links, verdict, level
    ({}, NUMBER, True, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({"father": "", "mother": ""}, NUMBER, False, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({"born": date(2022, 1, 1), "known": "year"}, NUMBER, False, Verdict.LINK, Level.NUMBER_NAME_BIRTH),
    ({}, "", True, Verdict.LINK, Level.NAME_BIRTH_PARENT),
    ({}, "", False, Verdict.REVIEW, Level.NAME_BIRTH_PARENT),
    ({"name": "LUU GIA BAO"}, "", True, Verdict.LINK, Level.NAME_BIRTH_PARENT),
    ({"father": "", "mother": ""}, "", False, Verdict.REVIEW, Level.NAME_BIRTH),
    ({"name": "Lưu Gia Bảo Ân"}, NUMBER, False, Verdict.MISMATCH, Level.NUMBER_BIRTH),
    ({"name": "Lưu Bảo"}, NUMBER, True, Verdict.LINK, Level.NUMBER_BIRTH),
    ({"born": date(2022, 6, 5)}, NUMBER, True, Verdict.LINK, Level.NUMBER_NAME),
    ({"born": date(2020, 1, 9), "name": "Trần Minh Thư"}, NUMBER, False, Verdict.MISMATCH, Level.NUMBER_ONLY),
    ({}, OTHER_NUMBER, False, Verdict.MISMATCH, Level.OTHER_NUMBER),
    ({}, OTHER_NUMBER, True, Verdict.LINK, Level.OTHER_NUMBER),
    ({"born": date(2021, 5, 6)}, "", False, Verdict.REVIEW, Level.ALIKE),
]


@pytest.mark.parametrize(("differs", "number", "linked", "verdict", "level"), CASES)
def test_one_proposal(differs, number, linked, verdict, level):
    child = side(7, number=number, **differs)
    (judgement,) = judge(child, [proposed(side(1, number=NUMBER), linked=linked)])
    assert (judgement.verdict, judgement.level) == (verdict, level)
    assert judgement.reason.endswith(".")


@pytest.mark.parametrize(
    ("number", "known", "words"), [("", "day", "Chưa có số"), (NUMBER, "day", "Số định danh"), ("", "year", "chưa đủ")]
)
def test_nobody_is_said_with_what_to_do(number, known, words):
    (judgement,) = judge(side(7, number=number, known=known), [])
    assert (judgement.verdict, judgement.person) == (Verdict.UNMATCHED, None)
    assert words in judgement.reason


def test_a_twin_with_the_same_parents_and_birth_date_is_another_child():
    child, twin, brother = side(7, "Lưu Gia Bảo"), side(1, "Lưu Gia Hân", number=NUMBER), side(2, "Lưu Gia Bảo", number=OTHER_NUMBER)
    assert level_of(child, twin) is None
    (judgement,) = judge(child, [proposed(brother), proposed(twin, 0.01)])
    assert (judgement.verdict, judgement.person) == (Verdict.LINK, brother)


def test_the_number_of_a_twin_never_links_however_sure_the_engine_is():
    child = side(7, "Lưu Gia Bảo", number=NUMBER)
    (judgement,) = judge(child, [proposed(side(1, "Lưu Gia Phúc", number=NUMBER), other_name=True)])
    assert judgement.verdict is Verdict.MISMATCH
    assert "sinh đôi" in judgement.reason


def test_two_people_who_bear_number_name_and_birth_date_wait_for_a_person():
    found = judge(side(7, number=NUMBER), [proposed(side(1, number=NUMBER), 0.5), proposed(side(2, number=NUMBER), 0.5)])
    assert [judgement.verdict for judgement in found] == [Verdict.REVIEW, Verdict.REVIEW]


def test_a_right_name_with_the_number_of_somebody_else_waits():
    stranger = side(2, "Trần Minh Thư", born=date(2019, 1, 1), number=NUMBER)
    found = judge(side(7, number=NUMBER), [proposed(side(1, number=OTHER_NUMBER)), proposed(stranger, 0.0)])
    assert {judgement.level for judgement in found} == {Level.OTHER_NUMBER, Level.NUMBER_ONLY}
    assert all(judgement.verdict is Verdict.MISMATCH for judgement in found)


def test_the_sentence_names_the_strongest_grounds_for_and_against():
    grounds = (Ground("a", "Mẹ", "trùng", 2.0), Ground("b", "Ngày sinh", "khác", -3.0), Ground("c", "Cha", "thiếu", 0.1))
    one = replace(proposed(side(1, born=date(2020, 1, 1)), 0.4), grounds=grounds)
    (judgement,) = judge(side(7), [one])
    assert judgement.reason == "Giống Mẹ: trùng. Ngược lại Ngày sinh: khác."
    assert (judgement.probability, judgement.grounds) == (0.4, grounds)


def test_a_person_is_given_to_one_child_the_surer_first():
    person = side(1, number=NUMBER)
    weaker = Judgement(3, person, Verdict.LINK, Level.ALIKE, "a", 0.93)
    stronger = Judgement(9, person, Verdict.LINK, Level.NAME_BIRTH_PARENT, "b", 0.99)
    certain = Judgement(12, person, Verdict.LINK, Level.NUMBER_NAME_BIRTH, "c", 0.95)
    lost, won = settle([weaker, stronger], held={})
    assert won == stronger
    assert lost == replace(weaker, verdict=Verdict.REVIEW, reason=lost.reason)
    assert "TE-000009" in lost.reason
    assert [one.verdict for one in settle([stronger, certain], held={})] == [Verdict.REVIEW, Verdict.LINK]


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
