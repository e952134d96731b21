"""Lines that name what stands below them, and how they are numbered."""

import pytest

from mangnon.intake.rules import captions


@pytest.mark.parametrize(
    ("cells", "words", "mark", "order"),
    [
        (["II", "HỘ CẬN NGHÈO", ""], "HỘ CẬN NGHÈO", "I", 2),
        (["", "IV. Hộ cận nghèo"], "Hộ cận nghèo", "I", 4),
        (["Phần II: Hộ cận nghèo"], "Hộ cận nghèo", "I", 2),
        (["IX", "Khu vực 3", "12"], "Khu vực 3", "I", 9),
        (["B", "Hộ nghèo"], "Hộ nghèo", "A", 2),
        (["b)", "Hộ nghèo"], "Hộ nghèo", "a", 2),
        (["2", "Hộ nghèo"], "Hộ nghèo", "1", 2),
        (["1.2", "Hộ nghèo"], "Hộ nghèo", "1.1", 2),
        (["I.2", "Hộ nghèo"], "Hộ nghèo", "1.1", 2),
        (["*", "Khu vực 9"], "Khu vực 9", "*", 0),
        (["- Khu vực 9"], "Khu vực 9", "-", 0),
        (["HỘ NGHÈO", "HỘ NGHÈO", "HỘ NGHÈO"], "HỘ NGHÈO", captions.CAPITALS, 0),
        (["", "Hộ nghèo"], "Hộ nghèo", captions.LETTERS, 0),
    ],
)
def test_lines(cells, words, mark, order):
    found = captions.caption(cells)
    assert (found.words, found.mark, found.order) == (words, mark, order)


@pytest.mark.parametrize(
    "cells",
    [
        ["1", "Lê Thị Lan", "05/06/2018"],
        ["1", "Lê Thị Lan", "x"],
        ["3", "Lê Thị Lan", "1"],
        ["1", "Lê Thị Lan", "Nữ", "05/06/2018", "Ấp 3"],
        ["", "Cộng hộ nghèo: 02 trẻ"],
        ["Ghi chú: hộ nghèo mới"],
        ["DANH SÁCH TRẺ EM"],
        ["Hộ ông Nguyễn Văn Tám"],
        ["Hộ: Nguyễn Văn Tám"],
        ["Mẹ: Trần Thị Hoa"],
        ["(1)", "(2)", "(3)"],
        ["", ""],
    ],
)
def test_other_lines(cells):
    assert captions.caption(cells) is None
