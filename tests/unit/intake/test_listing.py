"""The day a list was made up."""

from datetime import date

import pytest

from mangnon.intake.rules.listing import listed_on

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        (["DANH SÁCH TRẺ EM NĂM 2024"], ["Cần Thơ, ngày 12 tháng 5 năm 2025"], date(2025, 5, 12)),
        (["Tính đến ngày 15/3/2025"], [], date(2025, 3, 15)),
        (["DANH SÁCH TRẺ SINH THÁNG 10 NĂM 2026"], [], date(2026, 10, 31)),
        (["DANH SÁCH TRẺ EM NĂM 2024"], ["Người lập biểu"], date(2024, 12, 31)),
        (["DANH SÁCH TRẺ EM NĂM 2026"], [], ON),
        (["Kèm theo Quyết định số 12/QĐ-UBND ngày 01 tháng 02 năm 2020"], [], None),
        (["DANH SÁCH HỌC SINH NĂM HỌC 2024-2025"], [], None),
        (["DANH SÁCH CHI TRẢ THÁNG 11 NĂM 2026", "Đính kèm CV 12 ngày 3/2/2019"], [], ON),
        (["DANH SÁCH CẮT GIẢM TRỢ CẤP THÁNG 10/2026"], [], date(2026, 10, 31)),
        (["(Tính đến hết ngày 31/10/2026)"], ["Cái Khế, ngày 5/11/2026"], date(2026, 11, 5)),
        (["DANH SÁCH TRẺ 10/2026"], [], date(2026, 10, 31)),
        (["Lê Thị Hoa 10/2022"], [], None),
        (["DANH SÁCH ĐỢT 2"], [], None),
        ([], ["Ghi chú: hộ bà Sáu mất ngày 05/01/2020"], None),
        ([], ["Ghi chú, ngày 5 tháng 1 năm 2020"], None),
        ([], ["Trẻ sinh ngày 5 tháng 1 năm 2020"], None),
        ([], ["Lập ngày 12/11/2026"], date(2026, 11, 12)),
        ([], ["Lê Thị Hoa, 05/06/2018"], None),
        ([], ["Ngày 12 tháng 11 năm 2026"], date(2026, 11, 12)),
        ([], [], None),
    ],
)
def test_the_day(above, below, day):
    assert listed_on([[line] for line in above], [[line] for line in below], on=ON) == day


def test_the_birth_in_a_line_below_is_no_day_of_the_list():
    child = ["2", "Tống Thị Lan", "08/06/2018", "3A"]
    assert listed_on([], [child, ["", "Cái Khế, 12/11/2026"]], on=date(2026, 11, 28)) == date(2026, 11, 12)
    assert listed_on([], [child], on=date(2026, 11, 28)) is None


@pytest.mark.parametrize(
    "row",
    [
        ["x", "", "16/11/2011"], ["", "Nguyễn Tấn Đạt", "", "", "20/03/2025"], ["", "", "", "", "", "12/08/2025"], ["4", "", "07/10/2022"],
        ["2;Võ Văn Quý;01/01/2018;092218070578;Hộ nghèo"], ["8. Lê Thảo Thúy Nguyên - 02/04/2023 - 092323383010"],
        ["", "Lê Văn Hạnh", "", "11/10/2026"],
    ],
)  # fmt: skip
def test_a_row_that_was_not_read_lends_the_list_no_day(row):
    assert listed_on([], [row], on=ON) is None
    assert listed_on([["DANH SÁCH"], row], [], on=ON) is None


def test_a_signature_may_stand_in_one_cell_of_several_or_over_some():
    assert listed_on([], [["", "Người lập biểu", "", "Cái Khế, ngày 20 tháng 11 năm 2026"]], on=ON) == date(2026, 11, 20)
    assert listed_on([], [["", "Cái Khế,", "ngày 20", "tháng 11", "năm 2026"]], on=ON) == date(2026, 11, 20)
