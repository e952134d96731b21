"""Names over two or three columns: which column holds which part, and the whole name of the child and its parents."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import columns, heading, reading

REST = ["Ngày sinh", "Giới tính", "Họ tên mẹ"]
CELLS = ["05/06/2022", "Nam", "Đoàn Thị Thu"]
CHILDREN = [["1", "Dương", "Minh", "Đạt", *CELLS], ["2", "Kiều", "Thị Mỹ", "Duyên", *CELLS], ["3", "Võ", "", "An", *CELLS]]
WHOLE = ["Dương Minh Đạt", "Kiều Thị Mỹ Duyên", "Võ An"]


def names(titles, children, name="full_name"):
    """What the rows below some titles are called, and the titles nobody reads."""
    found = heading.find_heading([*titles, *children], child_list.COLUMNS)
    rows = [columns.composed(reading.cells_of(row, found.places)) for row in children]
    return [row.get(name, "") for row in rows], found.unknown


@pytest.mark.parametrize(
    "parts",
    [
        ("Họ", "Tên đệm", "Tên"), ("Họ", "Đệm", "Tên"), ("Họ", "Chữ đệm", "Tên"), ("HỌ", "TÊN LÓT", "TÊN"), ("Họ", "Chữ lót", "Tên gọi"),
        ("Họ", "Lót", "Tên"), ("Họ", "Họ đệm", "Tên"), ("Ho", "Ten dem", "Ten"), ("Họ trẻ", "Tên đệm trẻ", "Tên"),
        ("Last name", "Middle name", "First name"), ("Họ và tên", "Tên đệm", "Tên"), ("Họ và tên", "", ""),
        ("Họ", "Tên thứ hai", "Tên"), ("Họ", "", "Tên"),
    ],
)  # fmt: skip
def test_the_middle_name_is_part_of_the_name(parts):
    assert names([["STT", *parts, *REST]], CHILDREN) == (WHOLE, ())


@pytest.mark.parametrize("parts", [("Họ", "Tên đệm", "Tên"), ("Họ", "Chữ lót", "Tên"), ("Họ", "Đệm (lót)", "Tên")])
@pytest.mark.parametrize("above", ["Họ và tên", "Họ tên", "Họ và tên trẻ", "HỌ VÀ TÊN HỌC SINH"])
def test_the_parts_under_the_title_of_the_name(above, parts):
    titles = [["STT", above, "", "", *REST], ["", *parts, "", "", ""]]
    assert names(titles, CHILDREN) == (WHOLE, ())


def test_the_title_of_the_name_over_two_columns_and_their_own_below():
    children = [["1", "Dương Minh", "Đạt", *CELLS], ["2", "Kiều Thị Mỹ", "Duyên", *CELLS]]
    assert names([["STT", "Họ và tên", "", *REST]], children) == (WHOLE[:2], ())
    assert names([["STT", "Họ và tên", "", *REST], ["", "Họ lót", "Tên", "", "", ""]], children) == (WHOLE[:2], ())


@pytest.mark.parametrize("given", ["Chữ đệm và tên", "Tên đệm và tên", "Đệm, tên", "Chữ lót và tên", "Tên và chữ đệm"])
def test_the_given_name_with_the_middle_name_before_it(given):
    children = [["1", "Dương", "Minh Đạt", *CELLS], ["2", "Kiều", "Thị Mỹ Duyên", *CELLS]]
    assert names([["STT", "Họ", given, *REST]], children) == (WHOLE[:2], ())


PARENTS = [["1", "Võ An", "05/06/2022", "Võ", "Văn", "Tài", "Đoàn", "Thị Mỹ", "Thu"]]


@pytest.mark.parametrize(
    "titles",
    [
        [["Họ cha", "Đệm cha", "Tên cha", "Họ mẹ", "Đệm mẹ", "Tên mẹ"]],
        [["Họ của cha", "Tên đệm của cha", "Tên của cha", "Họ của mẹ", "Chữ đệm của mẹ", "Tên của mẹ"]],
        [["Cha", "", "", "Mẹ", "", ""], ["Họ", "Tên đệm", "Tên", "Họ", "Tên đệm", "Tên"]],
        [["Thông tin cha", "", "", "Thông tin mẹ", "", ""], ["Họ", "Lót", "Tên", "Họ", "Lót", "Tên"]],
    ],
)
def test_the_parts_of_the_names_of_parents(titles):
    first, *further = titles
    rows = [["STT", "Họ và tên", "Ngày sinh", *first], *(["", "", "", *more] for more in further)]
    assert names(rows, PARENTS, "father_name")[0] == ["Võ Văn Tài"]
    assert names(rows, PARENTS, "mother_name") == (["Đoàn Thị Mỹ Thu"], ())


def test_what_stands_beside_a_whole_name_is_no_middle_name():
    children = [["1", "Dương Minh Đạt", "Cò", *CELLS], ["2", "Kiều Thị Mỹ Duyên", "", *CELLS]]
    assert names([["STT", "Họ và tên", "Tên đệm", *REST]], children) == (WHOLE[:2], ("Tên đệm",))


def test_a_lot_of_a_vaccine_is_no_middle_name():
    children = [["1", "Dương Minh", "Đạt", *CELLS, "A12"], ["2", "Kiều Thị Mỹ", "Duyên", *CELLS, "B7"]]
    assert names([["STT", "Họ đệm", "Tên", *REST, "Lot"]], children) == (WHOLE[:2], ("Lot",))


@pytest.mark.parametrize("between", [["x", "", "x"], ["12", "3", "4"], ["", "", ""]])
def test_a_nameless_column_between_the_parts_holds_names_or_is_none(between):
    children = [[number, family, mark, given, *CELLS] for (number, family, _, given, *_), mark in zip(CHILDREN, between, strict=True)]
    assert names([["STT", "Họ", "", "Tên", *REST]], children)[0] == ["Dương Đạt", "Kiều Duyên", "Võ An"]
