"""Members of a poor household say what its row says only where it is certain that they are of it."""

import pytest

from mangnon.intake.rules import households
from mangnon.lib.tables import Row, Span

PLACES = {"number": 0, "household": 1, "head": 2, "full_name": 3, "relation": 4, "poor_mark": 5, "near_poor_mark": 6}
HEAD = ["1", "", "", "Lưu Văn Tài", "Chủ hộ", "x", ""]


def marks(*rows, spans=(), places=PLACES, start=2):
    found = households.inherited([Row(number, list(cells)) for number, cells in enumerate(rows, start)], places, spans, 3)
    return ["".join(row.cells[5:7]) for row in found]


def member(relation="", *, household="", head="", number=""):
    return [number, household, head, "Lưu Gia Hân", relation, "", ""]


@pytest.mark.parametrize("relation", ["Con", "con ruột", "Cháu nội", "Vợ", "Em"])
def test_kin_below_the_head(relation):
    assert marks(HEAD, member(relation), member(relation)) == ["x", "x", "x"]


@pytest.mark.parametrize(
    "row",
    [
        member(), member("Chủ hộ"), member("03"), member("Con", head="Lý Văn Tư"), member("Ở nhờ"),
    ],
)  # fmt: skip
def test_whoever_may_be_of_another_household_is_asked_about(row):
    assert marks(HEAD, row) == ["x", ""]


def test_after_another_head_or_a_gap_nobody_inherits():
    silent = ["2", "", "", "Lý Văn Tư", "Chủ hộ", "", ""]
    assert marks(HEAD, silent, member("Con")) == ["x", "", ""]
    assert marks(HEAD, ["", "", "Ấp 3", "", "", "", ""], member("Con")) == ["x", "", ""]
    rows = [Row(2, list(HEAD)), Row(4, member("Con"))]
    assert [row.cells[5] for row in households.inherited(rows, PLACES, (), 3)] == ["x", ""]
    assert marks([*member("Con")[:5], "x", ""], member("Con")) == ["x", ""]  # the first is no head


def test_the_number_of_the_household():
    first = ["1", "H01", "", "Lưu Gia Bảo", "Con", "", "x"]
    assert marks(first, member("Con", household="H01"), member("Con", household="H02")) == ["x", "x", ""]
    assert marks([*HEAD[:1], "H01", *HEAD[2:]], member("Con", household="H02")) == ["x", ""]


def test_merged_cells_that_name_the_household():
    assert marks([*HEAD[:4], "", "x", ""], member(), member(), spans=(Span(2, 3, 3, 3),)) == ["x", "x", ""]
    assert marks([*HEAD[:4], "", "x", ""], member(), spans=(Span(2, 8, 3, 8),)) == ["x", ""]  # a note over both says nothing


def test_what_a_row_says_itself_stands():
    assert households.inherited(rows := [Row(2, HEAD)], {"full_name": 3}, (), 3) is rows
    assert marks(HEAD, [*member("Con")[:6], "từ 2024"]) == ["x", "từ 2024"]
    assert marks(HEAD, member("Con")[:5]) == ["x", "x"]
