"""What merged cells say reaches every child they stand beside, and no empty cell is filled otherwise."""

from mangnon.intake.rules import merged
from mangnon.lib.tables import Row, Span


def cells(rows, *spans, name=0):
    return [row.cells for row in merged.filled([Row(number, list(row)) for number, row in rows], [Span(*span) for span in spans], name)]


def test_each_covered_child_says_it():
    rows = [(2, ["An", "nhà 1", "x"]), (3, ["Bình"]), (4, ["Châu", "nhà 2"])]
    assert cells(rows, (2, 2, 3, 2)) == [["An", "nhà 1", "x"], ["Bình", "nhà 1"], ["Châu", "nhà 2"]]


def test_cells_that_are_merely_empty_stay_empty():
    assert cells([(2, ["An", "nhà 1"]), (3, ["Bình", ""])]) == [["An", "nhà 1"], ["Bình", ""]]


def test_a_row_without_a_name_is_no_child():
    assert cells([(2, ["An", "nhà 1"]), (3, ["", "", "ghi thêm"])], (2, 2, 3, 2))[1] == ["", "", "ghi thêm"]


def test_a_child_on_two_rows_is_one():
    rows = [(2, ["An", "nhà 1", "cha"]), (3, ["", "", "mẹ"])]
    assert cells(rows, (2, 1, 3, 1), (2, 2, 3, 2))[1] == ["", "", "mẹ"]


def test_its_own_first_row_may_stand_under_a_wider_merge():
    rows = [(2, ["An", "nhà 1"]), (3, ["Bình", ""]), (4, ["", ""])]
    assert cells(rows, (3, 1, 4, 1), (2, 2, 4, 2))[1] == ["Bình", "nhà 1"]


def test_a_merge_across_columns_only_says_nothing_of_rows():
    assert cells([(2, ["An", "nhà 1"]), (3, ["Bình", ""])], (2, 1, 2, 2))[1] == ["Bình", ""]


def test_a_merge_that_begins_in_a_row_with_nothing_says_nothing():
    assert cells([(3, ["Bình", ""])], (2, 2, 3, 2)) == [["Bình", ""]]
