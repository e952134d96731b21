"""Marks for "the same as above" in the columns that may have them."""

import pytest

from mangnon.intake.rules import dittos
from mangnon.lib.tables import Row

PLACES = {"full_name": 0, "mother_name": 1, "address": 2, "school": 3, "note": 4}
CHILD = ["Trần Văn Ngọt", "Lê Thị Mận", "12 Trần Phú", "Trường Tiểu học Cái Khế 1", "ở với bà"]


def filled(*rows):
    return [row.cells for row in dittos.filled([Row(number, list(cells)) for number, cells in enumerate(rows, 2)], PLACES)]


@pytest.mark.parametrize("mark", ["nt", "-nt-", "N/T", "Như trên", "〃", '"', "//"])
def test_a_mark_says_what_stands_above(mark):
    brother = ["Trần Văn Mặn", mark, mark, mark, mark]
    assert filled(CHILD, brother, brother)[1:] == [["Trần Văn Mặn", *CHILD[1:4], mark]] * 2


def test_nursery_is_no_mark():
    assert filled(CHILD, ["Trần Văn Mặn", "", "NT", "NT", ""])[1] == ["Trần Văn Mặn", "", "12 Trần Phú", "NT", ""]


def test_a_mark_with_nothing_above_it_stays():
    other = ["Phan Bảo Ngọc", "nt", "nt", "", ""]
    assert filled(other) == [other]
    assert filled(CHILD, ["", "Khu vực 5", "", "", ""], other)[2] == other


def test_names_of_children_are_never_filled():
    assert filled(CHILD, ["nt", "", "", "", ""])[1][0] == "nt"


@pytest.mark.parametrize("text", ["nt", "N/T", "n.t", "(nt)", "- như trên -", "giống trên", "″″", "''''", "///", "trên."])
def test_marks_are_known_however_they_are_written(text):
    assert dittos.is_mark(text)


@pytest.mark.parametrize("text", ["", "/", "-", "nt Lan", "Trần", "Nhà trẻ"])
def test_other_texts_are_no_marks(text):
    assert not dittos.is_mark(text)
