"""Five colour steps over a hundred communes."""

from decimal import Decimal

import pytest

from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Chapter, Measure, Sensitivity
from mangnon.institutions.records import Tile as Square
from mangnon.web.leader.tiles import Band, bands, colours, decimals_for, rounded, thresholds, tile_map


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
    assert bands([1, 2]) == (Band(1, "dưới 1"), Band(3, "1"), Band(5, "từ 2"))
    assert bands([12, 25], decimals=1) == (Band(1, "dưới 1,2"), Band(3, "1,2 đến 2,4"), Band(5, "từ 2,5"))
    assert bands([]) == ()


@pytest.mark.parametrize(("steps", "taken"), [(1, (1,)), (2, (1, 5)), (3, (1, 3, 5)), (4, (1, 2, 4, 5)), (5, (1, 2, 3, 4, 5))])
def test_few_steps_are_spread_over_the_colours(steps, taken):
    assert colours(steps) == taken


def test_low_shares_show_a_decimal_counts_never():
    assert decimals_for([figure("1", 123, 1000), figure("2", 3, 1000)]) == 1
    assert decimals_for([figure("1", 123, 1000), figure("2", 300, 1000)]) == 0
    assert decimals_for([figure("1", 3, measure=Measure.CHILDREN)]) == 0
    assert decimals_for([]) == 0
    assert rounded(figure("1", 1235, 10000), decimals=1) == 124


def test_tiles_round_half_up():
    assert rounded(figure("1", 965, 1000)) == 97
    assert rounded(figure("1", None)) is None
    assert rounded(figure("1", 0, 0)) is None
    assert rounded(None) is None


def test_the_map_keeps_a_place_for_who_has_nothing_to_show():
    squares = [Square("a", 0, 0), Square("b", 1, 0), Square("c", 2, 0), Square("d", 3, 0)]
    names = {"a": "Phường A", "b": "Phường B", "c": "Xã C", "d": "Xã D"}
    drawn = tile_map(
        [figure("a", 70), figure("b", 90), figure("c", None), figure("d", 0, 0)],
        squares,
        names,
        address=lambda code: f"/{code}",
        chosen="b",
    )
    assert [(tile.text, tile.step, tile.chosen) for tile in drawn.tiles] == [
        ("70", 1, False), ("90", 5, True), ("<5", 0, False), ("–", 0, False),
    ]  # fmt: skip
    assert [row.value for row in drawn.rows] == ["70,0%", "90,0%", "số nhỏ, không hiện", "không có trẻ để tính"]
    assert (drawn.rows[2].numerator, drawn.rows[0].numerator, drawn.withheld, drawn.without) == ("–", "70", 1, 2)
    assert [tile.url for tile in drawn.tiles] == ["/a", "/b", "/c", "/d"]
    assert drawn.tiles[2].title == "Xã C: số nhỏ, không hiện"
