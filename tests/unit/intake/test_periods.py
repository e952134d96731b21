"""Of the same columns for two times the later ones hold."""

import pytest

from mangnon.intake.formats import poor_households, school_roll
from mangnon.intake.rules import heading, periods


def test_the_end_of_the_year_holds():
    rows = [
        ["Họ và tên", "Phân loại đầu năm", "", "Phân loại cuối năm", ""],
        ["", "Nghèo", "Cận nghèo", "Nghèo", "Cận nghèo"],
        ["Lưu Gia Hân", "x", "", "", "x"],
    ]
    found = heading.find_heading(rows, poor_households.COLUMNS)
    assert found.places == {"full_name": 0, "poor_mark": 3, "near_poor_mark": 4}
    assert found.unknown == ("Phân loại đầu năm Nghèo", "Phân loại đầu năm Cận nghèo")


def test_the_later_year_holds():
    titles = ["Họ và tên", "Hộ nghèo 2026", "Hộ cận nghèo (2026)", "Hộ nghèo năm 2025", "Hộ cận nghèo 2025"]
    rows = [titles, ["Lưu Gia Hân", "", "x", "x", ""]]
    assert heading.find_heading(rows, poor_households.COLUMNS).places == {"full_name": 0, "poor_mark": 1, "near_poor_mark": 2}


@pytest.mark.parametrize(
    "titles", [[["Hộ nghèo 2025"], ["Mức"]], [["Năm học 2025-2026"], ["Năm học 2026-2027"]], [["2025"], [], ["Cuối năm"]]]
)
def test_one_time_alone_stays_as_it_is(titles):
    assert periods.latest(titles) == titles


def test_the_later_school_year_holds():
    rows = [
        ["Họ và tên", "Năm học 2025-2026", "", "Năm học 2026-2027", ""],
        ["", "Trường", "Lớp", "Trường", "Lớp"],
        ["Lưu Gia Hân", "TH Cái Khế 1", "2B", "TH Cái Khế 2", "3A"],
    ]
    found = heading.find_heading(rows, school_roll.COLUMNS)
    assert found.places == {"full_name": 0, "school": 3, "class_name": 4}
    assert found.unknown == ("Năm học 2025-2026 Trường", "Năm học 2025-2026 Lớp")
