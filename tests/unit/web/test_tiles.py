"""Five colour steps over a hundred communes."""

from decimal import Decimal

import pytest

from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Chapter, Measure, Sensitivity
from mangnon.institutions.records import Tile as Square
from mangnon.web.leader.tiles import Band, bands, rounded, thresholds, tile_map


def figure(unit_code, numerator, denominator=100, *, measure=Measure.PERCENT):
    value = None if numerator is None or not denominator else Decimal(100 * numerator) / Decimal(denominator)
    return FigureRecord(
        run=1, code="verified", title="Hồ sơ đã xác thực", chapter=Chapter.DATA, measure=measure, unit_code=unit_code, unit_name=unit_code,
        numerator=numerator, denominator=denominator, value=value, target=None, definition="", citation="", version=1,
        sensitivity=Sensitivity.OPEN, over="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "cuts"),
    [
        ([], []),
        ([7], []),
        ([7, 7, 7], []),
        ([0, 0, 0, 0, 9], [9]),
        (range(1, 11), [3, 5, 7, 9]),
        ([1, 1, 1, 2, 2, 2, 2, 2, 3, 3], [2, 3]),
    ],
)
def test_steps_are_fifths_and_equal_communes_share_a_colour(values, cuts):
    assert thresholds(values) == cuts


def test_the_legend_says_every_whole_number_once():
    assert bands([75, 82, 88, 94]) == (
        Band(1, "dưới 75"), Band(2, "75 đến 81"), Band(3, "82 đến 87"), Band(4, "88 đến 93"), Band(5, "từ 94"),
    )  # fmt: skip
    assert bands([1, 2]) == (Band(1, "dưới 1"), Band(2, "1"), Band(3, "từ 2"))
    assert bands([]) == ()


def test_tiles_round_half_up():
    assert rounded(figure("1", 965, 1000)) == 97
    assert rounded(figure("1", None)) is None
    assert rounded(figure("1", 0, 0)) is None
    assert rounded(None) is None


def test_the_map_keeps_a_place_for_who_has_nothing_to_show():
    squares = [Square("a", 0, 0), Square("b", 1, 0), Square("c", 2, 0), Square("d", 3, 0)]
    names = {"a": "Phường A", "b": "Phường B", "c": "Xã C", "d": "Xã D"}
    drawn = tile_map([figure("a", 70), figure("b", 90), figure("c", None), figure("d", 0, 0)], squares, names, chosen="b")
    assert [(tile.text, tile.step, tile.chosen) for tile in drawn.tiles] == [
        ("70", 1, False), ("90", 2, True), ("<5", 0, False), ("–", 0, False),
    ]  # fmt: skip
    assert [row.value for row in drawn.rows] == ["70,0%", "90,0%", "số nhỏ, không hiện", "không có trẻ để tính"]
    assert (drawn.rows[2].numerator, drawn.rows[0].numerator, drawn.withheld, drawn.without) == ("–", "70", 1, 2)
    assert drawn.tiles[2].title == "Xã C: số nhỏ, không hiện"
