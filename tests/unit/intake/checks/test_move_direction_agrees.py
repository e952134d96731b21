from dataclasses import replace

import pytest

from mangnon.intake import checks
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import enriching
from tests.unit.intake.checks.test_move_places_known import PLACES


def said(**facts):
    context, row = enriching("moves", **facts)
    found = checks.every()["move_direction_agrees"](row, replace(context, places=PLACES))
    return [(f.column, f.severity, f.what) for f in found]


@pytest.mark.parametrize(
    ("way", "origin", "goal", "told"),
    [
        ("đến", "Phường Cái Khế", "Phường Ninh Kiều", "chuyển đến mà nơi đi là xã, phường của danh sách, nơi đến là nơi khác"),
        ("đi", "Phường Ninh Kiều", "Phường Cái Khế", "chuyển đi mà nơi đến là xã, phường của danh sách"),
        ("đến", "", "Bình Dương", "chuyển đến mà nơi đến ngoài thành phố"),
    ],
)
def test_a_way_against_its_places(way, origin, goal, told):
    found = said(direction=way, from_place=origin, to_place=goal)
    assert found == [("direction", Severity.MUST_FIX, f"Dòng ghi {told}.")]


def test_ways_that_agree():
    assert said(direction="đến", from_place="Phường Ninh Kiều", to_place="Phường Cái Khế") == []
    assert said(direction="đi", from_place="Phường Cái Khế", to_place="Bình Dương") == []
    assert said(from_place="Phường Cái Khế", to_place="Phường Ninh Kiều") == []
