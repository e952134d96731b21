"""Lines between the rows divide a list, one level inside another."""

import re

import pytest

from mangnon.intake.rules import outline
from mangnon.lib.tables import Row

WORDS = re.compile("ngheo|giam")
PLACES = {"full_name": 1, "hamlet": 2, "banner": 3}


def told(*lines, hamlet="", banner="", words=WORDS, places=PLACES):
    """The hamlet and the banner of each child: one word stands for a child of that name."""
    cells = [["1", line, "", ""] if line.islower() else [*line.split("|")] for line in lines]
    rows = [Row(number, ["1", f"Lê Văn {row[1].title()}", "", ""] if row[0] == "1" else row) for number, row in enumerate(cells, 1)]
    numbered = outline.marks([row.cells for row in rows], words)
    found = outline.told(rows, places, words, hamlet=hamlet, banner=banner, numbered=numbered)
    return [" / ".join(filter(None, row.cells[2:])) for row in found if row.cells[0] == "1"]


def test_hamlets_inside_standings():
    lines = ["I|HỘ NGHÈO", "*|Khu vực 3", "an", "*|Khu vực 9", "bình", "II|HỘ CẬN NGHÈO", "*|Khu vực 9", "chi", "III|HỘ KHÔNG NGHÈO", "dân"]
    assert told(*lines) == [
        "Khu vực 3 /  › I HỘ NGHÈO", "Khu vực 9 /  › I HỘ NGHÈO", "Khu vực 9 /  › II HỘ CẬN NGHÈO", " › III HỘ KHÔNG NGHÈO",
    ]  # fmt: skip


def test_only_lines_that_were_understood_stay_behind():
    rows = [
        Row(1, ["I", "HỘ NGHÈO"]),
        Row(2, ["1", "Lê Văn An", "x", "y", "z"]),
        Row(3, ["II", "CHƯA XẾP"]),
        Row(4, ["2", "Lê Văn Bình", "x", "y", "z"]),
    ]
    found = outline.told(rows, PLACES, WORDS, hamlet="", banner="", numbered=frozenset())
    assert [row.number for row in found] == [2, 3, 4]


def test_standings_inside_hamlets():
    lines = ["KHU VỰC 3", "HỘ NGHÈO", "an", "HỘ CẬN NGHÈO", "bình", "KHU VỰC 9", "chi", "HỘ NGHÈO", "dân"]
    assert told(*lines) == [
        "KHU VỰC 3 /  › HỘ NGHÈO", "KHU VỰC 3 /  › HỘ CẬN NGHÈO", "KHU VỰC 9", "KHU VỰC 9 /  › HỘ NGHÈO",
    ]  # fmt: skip


def test_numbers_that_begin_again_inside():
    lines = ["A|Hộ nghèo", "I|Khu vực 3", "an", "II|Khu vực 9", "bình", "B|Hộ cận nghèo", "I|Khu vực 9", "chi"]
    assert told(*lines) == ["Khu vực 3 /  › A Hộ nghèo", "Khu vực 9 /  › A Hộ nghèo", "Khu vực 9 /  › B Hộ cận nghèo"]


@pytest.mark.parametrize("last", ["III|GIA HẠN", "III|ĐANG HƯỞNG", "III|Điều chỉnh mức"])
def test_a_line_numbered_like_the_sections_is_one_whatever_it_says(last):
    lines = ["I|TĂNG HỘ NGHÈO", "an", "II|GIẢM", "bình", last, "chi"]
    assert told(*lines) == [" › I TĂNG HỘ NGHÈO", " › II GIẢM", f" › {last.replace('|', ' ')}"]


def test_the_next_number_ends_a_hamlet_though_it_names_none():
    assert told("I|Khu vực 3", "an", "II|Trẻ tạm trú", "bình") == ["Khu vực 3", ""]


def test_unnumbered_words_nobody_looks_for_end_the_section_beside_them():
    assert told("|Hộ nghèo", "an", "|Hộ làm nông", "bình", banner="DANH SÁCH") == ["DANH SÁCH › Hộ nghèo", "DANH SÁCH"]


def test_people_totals_pages_and_children_end_nothing():
    lines = ["|Hộ nghèo", "|Hộ ông Lê Văn Tám", "an", "|Cộng hộ nghèo: 1", "|Trang 2", "|Nguyễn Văn Tám", "3|Na", "bình"]
    assert told(*lines) == [" › Hộ nghèo", " › Hộ nghèo"]


def test_the_title_of_a_page_over_again_ends_nothing_and_that_of_the_next_table_all():
    lines = ["I|Hộ nghèo", "an", "DANH SÁCH TRẺ EM ẤP 3", "bình", "DANH SÁCH TRẺ EM ẤP 4", "chi"]
    assert told("DANH SÁCH TRẺ EM ẤP 3", *lines) == ["Ấp 3 /  › I Hộ nghèo", "Ấp 3 /  › I Hộ nghèo", "Ấp 4"]


def test_the_title_of_a_further_table_stands_before_that_of_the_first():
    lines = ["I|Hộ nghèo", "an", "DANH SÁCH HỘ NGHÈO", "bình", "DANH SÁCH HỘ CẬN NGHÈO", "chi", "DANH SÁCH HỘ NGHÈO", "dân"]
    title = "DANH SÁCH HỘ NGHÈO"
    assert told(*lines, banner=title) == [
        f"{title} › I Hộ nghèo", f"{title} › I Hộ nghèo", f"{title} › DANH SÁCH HỘ CẬN NGHÈO", title,
    ]  # fmt: skip


def test_a_child_s_own_hamlet_stays_and_moves_nobody():
    rows = [
        Row(1, ["Lưu Gia Hân", "05/06/2022", ""]),
        Row(2, ["Võ Đạt Thành", "05/06/2021", "Ấp 9"]),
        Row(3, ["Lý Thị Hồng", "05/06/2020"]),
    ]
    found = outline.told(rows, {"hamlet": 2}, None, hamlet="Ấp 1", banner="", numbered=frozenset())
    assert [row.cells[2] for row in found] == ["Ấp 1", "Ấp 9", "Ấp 1"]


def test_rows_wider_than_the_titles_keep_what_they_say():
    rows = [Row(1, ["2", "Lê B Ninh", "x"]), Row(2, ["1", "2"]), Row(3, ["", ""])]
    found = outline.told(rows, {"banner": 2}, WORDS, hamlet="", banner="GIẢM", numbered=frozenset())
    assert [row.cells for row in found] == [["2", "Lê B Ninh", "GIẢM", "x"], ["1", "2"], ["", ""]]
