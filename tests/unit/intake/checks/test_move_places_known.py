from dataclasses import replace

import pytest

from mangnon.intake import checks
from mangnon.intake.records import Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, NINH_KIEU, enriching

PLACES = {
    "Phường Cái Khế": Place(unit_id=CAI_KHE, unit_name="Phường Cái Khế"),
    "Phường Tân An": Place(candidates=((3, "Phường Ninh Kiều"), (4, "Phường Tân An")), why="hai nơi cùng tên"),
    "Phường Ninh Kiều": Place(unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều"),
    "Bình Dương": Place(),
    "Ninh Kiều": Place(NINH_KIEU, "Phường Ninh Kiều", ((3, "Phường Tân An"),), wider="Quận Ninh Kiều"),
    "Cái Khế": Place(CAI_KHE, "Phường Cái Khế", wider="Quận Cái Khế"),
    "Hậu Giang": Place(wider="Tỉnh Hậu Giang"),
    "Cần Thơ": Place(wider="Thành phố Cần Thơ"),
    "P. Bùi Hữu Nghĩa": Place(CAI_KHE, "Phường Cái Khế", ((CAI_KHE, "Phường Cái Khế"), (5, "Phường Bình Thủy")), own=True),
}
ASKED_WHERE = "Chưa rõ “{}” là nơi nào, trong thành phố hay ngoài."


def said(may_write=lambda unit_id: unit_id == CAI_KHE, **facts):
    context, row = enriching("moves", **facts)
    context = replace(context, places=PLACES, may_write=may_write)
    return [(f.column, f.severity, f.what) for f in checks.every()["move_places_known"](row, context)]


def test_no_way_and_no_place():
    assert said() == [("direction", Severity.MUST_FIX, "Chưa biết trẻ chuyển đến hay chuyển đi.")]


def test_a_name_of_two_places():
    assert said(direction="Chuyển đi", to_place="Phường Tân An") == [
        ("to_place", Severity.MUST_FIX, "“Phường Tân An” có thể là nhiều nơi.")
    ]


def test_an_arrival_elsewhere_is_for_that_commune():
    assert said(direction="đến", to_place="Phường Ninh Kiều") == [("to_place", Severity.MUST_FIX, "Nơi đến ngoài địa bàn của bạn.")]


def test_a_departure_to_nowhere_is_asked():
    assert said(direction="đi") == [("to_place", Severity.QUESTION, "Chưa ghi nơi đến.")]


def test_clear_moves():
    assert said(from_place="Phường Ninh Kiều", to_place="Phường Cái Khế") == []
    assert said(direction="Chuyển đi", to_place="Bình Dương") == []


@pytest.mark.parametrize("text", ["quê ngoại", "ở trọ khu công nghiệp", "Trung tâm BTXH", "Khu vực 5"])
def test_words_that_are_no_place_are_asked_and_never_outside(text):
    assert said(direction="đi", to_place=text) == [("to_place", Severity.QUESTION, ASKED_WHERE.format(text))]


@pytest.mark.parametrize("text", ["chưa rõ", "không rõ"])
def test_a_place_nobody_knows_is_like_none(text):
    assert said(direction="đi", to_place=text) == [("to_place", Severity.QUESTION, "Chưa ghi nơi đến.")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hậu Giang", "“Hậu Giang” (Tỉnh Hậu Giang) nay thuộc thành phố Cần Thơ."),
        ("Cần Thơ", "“Cần Thơ” là cả thành phố Cần Thơ."),
    ],
)
def test_a_province_that_is_the_city_now_is_no_way_out_of_it(text, what):
    assert said(direction="đi", to_place=text) == [("to_place", Severity.MUST_FIX, what)]
    assert bool(said(direction="đến", to_place=text)) is (text == "Hậu Giang")


def test_a_name_of_a_commune_and_a_former_district_is_asked():
    context, row = enriching("moves", direction="đi", to_place="Ninh Kiều")
    (finding,) = checks.every()["move_places_known"](row, replace(context, places=PLACES))
    assert (finding.severity, finding.what) == (
        Severity.QUESTION, "“Ninh Kiều” là phường Ninh Kiều, cũng là tên cũ của Quận Ninh Kiều.",
    )  # fmt: skip
    assert [way.value for way in finding.suggestions] == ["Phường Ninh Kiều", "Phường Tân An", ""]


def test_the_commune_of_the_list_knows_its_own_name():
    assert said(direction="đến", to_place="Cái Khế") == []
    assert said(direction="đến", to_place="P. Bùi Hữu Nghĩa") == []


def test_a_divided_commune_is_asked_of_who_leaves():
    what = "“P. Bùi Hữu Nghĩa” có thể là nhiều nơi."
    assert said(from_place="Phường Cái Khế", to_place="P. Bùi Hữu Nghĩa") == [("to_place", Severity.MUST_FIX, what)]
    assert said(to_place="P. Bùi Hữu Nghĩa") == [("to_place", Severity.MUST_FIX, what)]
    assert said(direction="đi", to_place="P. Bùi Hữu Nghĩa") == [("to_place", Severity.MUST_FIX, what)]
