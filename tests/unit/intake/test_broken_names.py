"""A name goes on in the row below only where nothing else stands; every other row stays as it is."""

import pytest

from mangnon.intake.rules import broken_names
from mangnon.lib.legacy_text import decode
from mangnon.lib.tables import Row, Span

CHILD = ["1", "Nguyễn Thị", "05/06/2018"]


def joined(*rows, name=1, spans=(), read=str, start=2):
    found = broken_names.joined([Row(number, list(cells)) for number, cells in enumerate(rows, start)], name, spans, read)
    return [(row.number, row.cells) for row in found]


def test_the_rest_of_a_name_is_joined_when_what_stands_above_is_none():
    other = ["2", "Lê Văn An", "05/06/2019"]
    assert joined(CHILD, ["", "Hoàng Anh", ""], other) == [(2, ["1", "Nguyễn Thị Hoàng Anh", "05/06/2018"]), (4, other)]


def test_what_may_be_another_child_is_marked_so_that_it_is_asked_about():
    whole = ["1", "Nguyễn Thị Hoàng", "05/06/2018"]
    assert joined(whole, ["", "Anh", ""]) == [(2, ["1", "Nguyễn Thị Hoàng | Anh", "05/06/2018"])]
    assert joined(whole, ["", "Trần Văn Bé", ""], ["", "Trần Văn Em", ""]) == [
        (2, ["1", "Nguyễn Thị Hoàng | Trần Văn Bé | Trần Văn Em", "05/06/2018"])
    ]


@pytest.mark.parametrize(
    "below",
    [
        ["", "Khu vực 2", ""], ["", "Tổng cộng", ""], ["", "Cộng: 5", ""], ["", "Nữ", ""], ["", "Lớp Lá", ""], ["", "HỘ NGHÈO", ""],
        ["", "(đã mất)", ""], ["", "con bà Ba", ""], ["2", "Anh", ""], ["", "", "Anh"], ["Hoàng Anh", "", ""], ["", "Anh", "2019"],
        ["", "", ""],
        ["", "NGƯỜI LẬP BIỂU", ""],
    ],
)  # fmt: skip
def test_other_rows_stay(below):
    assert joined(CHILD, below) == [(2, CHILD), (3, below)]


def test_only_the_row_directly_below_a_child():
    found = broken_names.joined([Row(2, CHILD), Row(4, ["", "Hoàng Anh", ""])], 1, (), str)
    assert [row.number for row in found] == [2, 4]
    assert joined(["", "Nguyễn Thị", ""], ["", "Hoàng Anh", ""]) == [(2, ["", "Nguyễn Thị", ""]), (3, ["", "Hoàng Anh", ""])]
    assert joined(CHILD, ["", "Hoàng Anh", ""], name=None) == [(2, CHILD), (3, ["", "Hoàng Anh", ""])]


def test_under_merged_cells_a_whole_name_is_a_child_of_its_own():
    spans = (Span(2, 3, 3, 3),)
    twins = [["1", "Nguyễn Văn An", "05/06/2018"], ["", "Nguyễn Văn Bình", ""]]
    assert [number for number, _ in joined(*twins, spans=spans)] == [2, 3]
    assert joined(CHILD, ["", "Phương Anh", ""], spans=spans) == [(2, ["1", "Nguyễn Thị Phương Anh", "05/06/2018"])]


def test_letters_of_an_old_font_are_read_before_they_are_judged():
    old = ["1", "NguyÔn ThÞ", "05/06/2018"]
    read = lambda text: decode(text, "tcvn3")  # noqa: E731
    assert joined(old, ["", "Hång", ""], read=read) == [(2, ["1", "NguyÔn ThÞ Hång", "05/06/2018"])]
