"""A cell that names several children is told from one name, however odd."""

import pytest

from mangnon.intake.rules import reading
from mangnon.intake.rules.several_names import goes_on, lines, several


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Nguyễn Văn An 2. Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
        ("1) Nguyễn Văn An; 2) Trần Thị Bé", ("Nguyễn Văn An", "Trần Thị Bé")),
        ("Nguyễn Văn An và Bình", ("Nguyễn Văn An", "Bình")),
        ("Nguyễn Văn An VÀ Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
        ("Nguyễn Văn An & Bình", ("Nguyễn Văn An", "Bình")),
        ("Nguyễn Văn An, Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
        ("Nguyễn Văn An - Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
        ("Nguyễn Văn An - Bình (sinh đôi)", ("Nguyễn Văn An", "Bình")),
        ("Nguyễn Văn An | Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
        ("Nguyễn Văn An Nguyễn Văn Bình", ("Nguyễn Văn An", "Nguyễn Văn Bình")),
    ],
)
def test_several(text, found):
    assert several(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An", "Nguyễn Văn An (sinh đôi)", "Nguyễn Văn An (Tèo)", "Nguyễn Văn 2", "1. Nguyễn Văn An", "H'Hen Niê",
        "Nguyễn Văn An / Tí", "Mỹ-Linh Lê", "Tôn Nữ Thị Bích Ngọc Hân", "Lê Nguyễn Bảo Lê", "Danh Ô", "Lê Thị Và", "", "Nguyễn Văn An -",
    ],
)  # fmt: skip
def test_one(text):
    assert several(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn Thị\nKim Anh", "Nguyễn Thị Kim Anh"),
        ("Nguyễn\nHoàng Phương Anh", "Nguyễn Hoàng Phương Anh"),
        ("Nguyễn Văn An\nNguyễn Văn Bình", "Nguyễn Văn An | Nguyễn Văn Bình"),
        ("1. Nguyễn Văn An\n2. Nguyễn Văn Bình", "1. Nguyễn Văn An | 2. Nguyễn Văn Bình"),
        ("Nguyễn Hoàng\nKim Anh", "Nguyễn Hoàng | Kim Anh"),
        ("Nguyễn Văn An\n", "Nguyễn Văn An"),
        ("Nguyễn Thị\n(đã mất)", "Nguyễn Thị | (đã mất)"),
    ],
)
def test_lines_of_a_cell(text, name):
    assert lines(text) == name
    assert reading.cells_of(["1", text], {"full_name": 1})["full_name"] == name


def test_old_letters_on_two_lines_are_read():
    cells = reading.cells_of(["NguyÔn ThÞ\nHång", "x"], {"full_name": 0}, None, {"*": "tcvn3"})
    assert cells["full_name"] == "Nguyễn Thị Hồng"


def test_only_what_is_no_whole_name_goes_on():
    assert goes_on("Nguyễn Thị", "Hoàng Anh")
    assert goes_on("Nguyễn", "Hoàng Anh")
    assert not goes_on("Nguyễn Hoàng", "Anh")
    assert not goes_on("Nguyễn Thị", "con bà Ba")
