"""What lines between the children, titles and sheets say of the rows under them, and what only sounds like it."""

import pytest

from mangnon.intake import formats
from mangnon.intake.records import Block
from mangnon.intake.rules import groups
from mangnon.intake.rules.groups import OVER, Says
from mangnon.lib.tables import Row


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("II. CHẾT", Says.DIED), ("Trẻ đã chết", Says.DIED), ("Trẻ em tử vong trong năm 2026", Says.DIED), ("Mất", Says.DIED),
        ("III. CHUYỂN ĐI", Says.LEFT), ("Giảm do chuyển đi", Says.LEFT), ("Trẻ chuyển đi nơi khác (3 trẻ)", Says.LEFT),
        ("Đi làm ăn xa", Says.LEFT), ("Không còn ở địa phương", Says.LEFT), ("Trẻ trùng", Says.WRONG),
        ("I. SINH", None), ("IV. CHUYỂN ĐẾN", None), ("Mặt trận", None), ("Chuyển trường", None), ("Trẻ mất cha", None),
        ("Tiêu đề: DANH SÁCH TRẺ EM TỬ VONG NĂM 2026", Says.DIED),
        ("Tiêu đề: DANH SÁCH TRẺ EM CHUYỂN ĐI KHỎI ĐỊA PHƯƠNG", Says.LEFT),
        ("Tiêu đề: KẾ HOẠCH PHÒNG CHỐNG TỬ VONG TRẺ EM", None),
        ("Trang “2024”, cũ hơn trang “2026”", Says.OLDER),
        ("Hộ ông Đào Văn Khoai", Says.PERSON), ("Chị Ngô Thị Bắp (chồng chết)", Says.PERSON), ("Tổ 5", None),
    ],
)  # fmt: skip
def test_what_stands_over_a_row_may_say_of_its_child(text, says):
    assert groups.kind(text) is says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I. NAM", {"sex": "Nam"}), ("Trẻ nữ", {"sex": "Nữ"}), ("NĂM", {}),
        ("Sinh năm 2018", {"birth_date": "2018"}),
        ("Hộ nghèo", {"poverty": "Hộ nghèo"}), ("B. Hộ cận nghèo (3 trẻ)", {"poverty": "Hộ cận nghèo"}),
        ("Hộ nghèo, cận nghèo", {"poverty": "Hộ nghèo, cận nghèo"}),
        ("Trẻ mồ côi", {"circumstances": "Trẻ mồ côi"}), ("2) Trẻ em khuyết tật: 5", {"circumstances": "Trẻ em khuyết tật"}),
        ("Phường Ninh Kiều", {"current": "Phường Ninh Kiều"}),
        ("Mẹ: Trần Thị Hột – 0911222000 – KV1",
         {"mother_name": "Trần Thị Hột", "mother_phone": "0911222000", "hamlet": "Khu vực 1"}),
        ("Cha: Lê Văn A; Mẹ: Phan Thị B", {"father_name": "Lê Văn A", "mother_name": "Phan Thị B"}),
        ("Mẹ: Trần Thị Hột (đã chết)", {OVER: "Mẹ: Trần Thị Hột (đã chết)"}),
        ("Hộ ông Đào Văn Khoai (ông nội nuôi)", {OVER: "Hộ ông Đào Văn Khoai (ông nội nuôi)"}),
        ("Khu vực 3", {"hamlet": ""}), ("Nhóm 0-5 tuổi", {}), ("Tổng: 3 trẻ", {}),
    ],
)  # fmt: skip
def test_lines(text, said):
    assert groups.line(["", text]) == said


def test_a_name_alone_in_its_column_is_a_child_and_two_texts_are_no_line():
    assert groups.line(["2", "Lê Chỉ Tên", ""], name=1) is None
    assert groups.line(["Hộ nghèo", "Trẻ mồ côi"]) is None


@pytest.mark.parametrize(
    ("title", "sheet", "said"),
    [
        ("DANH SÁCH TRẺ EM TỬ VONG NĂM 2026", "Sheet1", {OVER: "Tiêu đề: DANH SÁCH TRẺ EM TỬ VONG NĂM 2026"}),
        ("DANH SÁCH TRẺ EM", "Chuyển đi", {OVER: "Trang: Chuyển đi"}),
        ("DANH SÁCH TRẺ EM KHUYẾT TẬT NĂM 2026", "Sheet1", {"circumstances": "Trẻ em khuyết tật"}),
        ("DANH SÁCH TRẺ EM HỘ NGHÈO", "Sheet1", {"poverty": "Hộ nghèo"}),
        ("DANH SÁCH TRẺ EM DƯỚI 16 TUỔI NĂM 2026", "2026", {}),
        ("DANH SÁCH BIẾN ĐỘNG TRẺ EM THÁNG 10/2026", "Sheet1", {}),
    ],
)
def test_titles_and_sheets(title, sheet, said):
    assert groups.titled([[title]], sheet) == said


@pytest.mark.parametrize(("sheet", "year"), [("2024", 2024), ("DS 2024", 2024), ("Năm 2025", 2025), ("Ấp 3", 0), ("T10-2024", 0)])
def test_sheets_called_by_a_year(sheet, year):
    assert groups.year_of_sheet(sheet) == year


def told(*rows, places=("number", "full_name", "birth_date", "sex"), known=None, layout="child-list"):
    """What the children of a table say in the end, by column."""
    lines = [list(cells) for cells in rows]
    block = Block("Sheet1", 1, {field: place for place, field in enumerate(places)}, tuple(places))
    said = [known or {}, *(one for cells in lines if (one := groups.line(cells, name=1))), {OVER: "Hộ"}]
    block = groups.widened(block, formats.named(layout), said, {})
    found = groups.told([Row(number, cells) for number, cells in enumerate(lines, 2)], block, known=known or {})
    return [
        {field: row.cells[place] for field, place in block.places.items() if place < len(row.cells) and row.cells[place]}
        for row in found if len(row.cells) > 2
    ]  # fmt: skip


A, B, C = (["1", "Lê Văn An", "01/02/2018", ""], ["2", "Lê Văn Bình", "12/03", "Nam"], ["3", "Lê Thị Cúc", "", ""])


def test_a_line_holds_until_the_next_one_and_fills_only_what_is_empty():
    first, second, third = told(["Hộ nghèo"], A, ["II. NỮ"], B, ["Nhóm khác"], C)
    assert (first["poverty"], "sex" in first) == ("Hộ nghèo", False)
    assert (second.get("poverty"), second["sex"]) == (None, "Nam")
    assert third == {"number": "3", "full_name": "Lê Thị Cúc"}


def test_a_year_completes_the_day_and_stands_for_a_missing_birth():
    assert [one["birth_date"] for one in told(["Sinh năm 2019"], A, B, C)] == ["01/02/2018", "12/03/2019", "2019"]


def test_the_dead_stay_dead_over_hamlets_and_sexes_until_another_group():
    rows = told(["II. CHẾT"], A, ["Khu vực 2"], B, ["Nam"], C, ["III. CHUYỂN ĐẾN"], A, ["Trẻ đã chết"], A, ["Trẻ khuyết tật"], A)
    assert [one.get(OVER) for one in rows] == ["II. CHẾT"] * 3 + [None, "Trẻ đã chết", None]


def test_the_head_of_a_household_is_no_child():
    rows = told(
        ["I", "Hộ: Nguyễn Văn Tám", "1985", "Nam", "45/6 Nguyễn Đệ"], A, ["II", "Hộ: Lâm Thị Chín", "1960", "Nữ", "47 Nguyễn Đệ"], B
    )  # fmt: skip
    assert [(one["full_name"], one[OVER]) for one in rows] == [("Lê Văn An", "Hộ: Nguyễn Văn Tám"), ("Lê Văn Bình", "Hộ: Lâm Thị Chín")]
    assert [one["full_name"] for one in told(["1", "Hộ Văn Tám", "01/02/2018", "Nam"])] == ["Hộ Văn Tám"]


def test_what_the_file_spreads_over_columns_no_line_tells():
    (one,) = told(["I. NAM"], ["1", "Lê Thị Cúc", "01/02/2018", "x"], places=("number", "full_name", "birth_date", "female_mark"))
    assert "sex" not in one


def test_a_line_may_name_the_commune_of_a_list_of_several():
    assert [one["current"] for one in told(["Phường Ninh Kiều"], A, ["Hộ nghèo"], B, ["Phường Cái Khế"], C)] == [
        "Phường Ninh Kiều", "Phường Ninh Kiều", "Phường Cái Khế",
    ]  # fmt: skip
