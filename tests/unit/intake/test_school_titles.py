"""What titles, names of sheets and lines between pupils say of a school roll."""

import pytest

from mangnon.intake.records import TOLD, Heading
from mangnon.intake.rules import school_titles
from mangnon.lib.tables import Row


@pytest.mark.parametrize(
    ("lines", "sheet", "said"),
    [
        ([["PHÒNG GD&ĐT"], ["TRƯỜNG TIỂU HỌC CÁI KHẾ 1"], ["DANH SÁCH HỌC SINH LỚP 3A2"], ["Năm học 2026 - 2027"]], "Sheet1",
         {"school": "Trường Tiểu học Cái Khế 1", "class_name": "3A2", "school_year": "2026-2027"}),
        ([["Danh sách học sinh lớp 3A2, Trường THCS Lương Thế Vinh, năm học 2026-2027"]], "1",
         {"school": "Trường THCS Lương Thế Vinh", "class_name": "3A2", "school_year": "2026-2027"}),
        ([["TRƯỜNG MẦM NON HOA MAI", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["LỚP: LÁ 1"]], "A",
         {"school": "Trường Mầm non Hoa Mai", "class_name": "Lá 1"}),
        ([["Đơn vị: Trường Tiểu học Cái Khế 1 - Lớp 1/2"]], "", {"school": "Trường Tiểu học Cái Khế 1", "class_name": "1/2"}),
        ([["DANH SÁCH HỌC SINH KHỐI 3"]], "", {"level": "Khối 3"}),
        ([], "3A2", {"class_name": "3A2"}),
        ([], "Lớp 3", {"class_name": "3"}),
        ([], "3", {}),
        ([["DANH SÁCH LỚP 3A1"]], "3A1", {"class_name": "3A1"}),
        ([["DANH SÁCH LỚP 3A1"]], "3A2", {"class_name": "3A1 | 3A2"}),
        ([["DANH SÁCH HỌC SINH LỚP 1 ĐẾN LỚP 5"]], "", {}),
        ([["DANH SÁCH HỌC SINH LỚP 1, 2"]], "", {}),
        ([["DANH SÁCH HỌC SINH LỚP HỌC TÌNH THƯƠNG"]], "", {}),
        ([["Chuyển từ Trường Tiểu học A1"], ["TRƯỜNG TIỂU HỌC B2"]], "", {}),
        ([["TRƯỞNG ẤP TÂN BÌNH"], ["Trường"]], "", {}),
        ([["CƠ SỞ MẦM NON ĐỘC LẬP SAO MAI"]], "", {"school": "Cơ sở mầm non độc lập Sao Mai"}),
        ([["Nhóm trẻ độc lập tư thục Hoa Hồng - Khu vực 3"]], "", {"school": "Nhóm trẻ độc lập tư thục Hoa Hồng"}),
        ([["LỚP MẪU GIÁO ĐỘC LẬP ÁNH DƯƠNG"]], "", {"school": "Lớp mẫu giáo độc lập Ánh Dương"}),
        ([["TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN NINH KIỀU"]], "", {"school": "Trung tâm giáo dục thường xuyên Ninh Kiều"}),
        ([["CƠ SỞ MẦM NON"], ["DANH SÁCH NHÓM TRẺ"]], "", {}),
    ],
)  # fmt: skip
def test_titles(lines, sheet, said):
    assert school_titles.told(lines, sheet) == said


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["", "Lớp 3A2", ""], "3A2"), (["II", "LỚP LÁ 2", "", "25 trẻ"], "Lá 2"), (["1", "Lưu Gia Hân", "Lớp 3A2", "x", "y"], ""),
        (["", "Tổng cộng", ""], ""), ([], ""),
    ],
)  # fmt: skip
def test_lines_between_pupils(cells, name):
    assert school_titles.line(cells) == name


PUPILS = [["1", "Lưu Gia Hân", "05/06/2018"], ["", "Lớp 3A3", ""], ["2", "Lưu Gia Bảo", "05/06/2018"], ["", "Lê Văn Sáu", ""]]


def filled(said):
    heading = Heading(0, 1, {"number": 0, "full_name": 1, "birth_date": 2}, ("STT", "Họ và tên", "Ngày sinh"))
    heading = school_titles.added(heading, said, PUPILS)
    rows = [Row(number, list(cells)) for number, cells in enumerate(PUPILS, 2)]
    return heading, [row.cells for row in school_titles.filled(rows, heading.places, heading.titles, said, 1)]


def test_pupils_are_told_and_lines_change_the_class():
    heading, rows = filled({"school": "Trường Tiểu học Cái Khế 1", "class_name": "3A2"})
    assert heading.titles[3:] == (f"Trường Tiểu học Cái Khế 1 {TOLD}", f"Lớp 3A2 {TOLD}")
    assert [row[3:] for row in rows] == [["Trường Tiểu học Cái Khế 1", "3A2"], [], ["Trường Tiểu học Cái Khế 1", "3A3"], []]


def test_a_pupil_whose_class_stands_beside_it_is_no_line():
    heading = Heading(0, 1, {"number": 0, "full_name": 1, "class_name": 3}, ("STT", "Họ và tên", "", f"Lớp 3A2 {TOLD}"))
    rows = [Row(2, ["1", "Lưu Gia Hân", "lớp 3A9"]), Row(3, ["2", "Lưu Gia Bảo", "x"])]
    found = school_titles.filled(rows, heading.places, heading.titles, {"class_name": "3A2"}, 1)
    assert [row.cells[3] for row in found] == ["3A2", "3A2"]


def test_only_lines_tell_the_class_below_them():
    _, rows = filled({})
    assert [row[3:] for row in rows] == [[""], [], ["3A3"], []]


def test_a_column_of_the_list_needs_no_title():
    places = {"full_name": 0, "school": 1, "class_name": 2}
    heading = Heading(0, 1, places, ("Họ và tên", "Trường", "Lớp"))
    assert school_titles.added(heading, {"school": "A", "class_name": "3A", "level": "Khối 3"}, [["Lớp 3A"]]) == heading
    assert school_titles.filled(rows := [], places, heading.titles, {"school": "A"}, 0) is rows


@pytest.mark.parametrize(
    ("cells", "school"),
    [
        (["II", "Trường Tiểu học An Cư", ""], "Trường Tiểu học An Cư"),
        (["", "TRƯỜNG THCS LƯƠNG THẾ VINH"], "Trường THCS Lương Thế Vinh"),
        (["", "Chuyển từ Trường Tiểu học An Cư"], ""),
        (["1", "Lưu Gia Hân", "05/06/2018", "Trường Tiểu học An Cư"], ""),
    ],
)
def test_schools_between_pupils(cells, school):
    assert school_titles.school_line(cells) == school
