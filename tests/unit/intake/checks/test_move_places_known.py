from dataclasses import replace

from mangnon.intake import checks
from mangnon.intake.records import Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, NINH_KIEU, enriching

PLACES = {
    "Phường Cái Khế": Place(unit_id=CAI_KHE, unit_name="Phường Cái Khế"),
    "Phường Tân An": Place(candidates=((3, "Phường Ninh Kiều"), (4, "Phường Tân An")), why="hai nơi cùng tên"),
    "Phường Ninh Kiều": Place(unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều"),
    "Bình Dương": Place(),
}


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
