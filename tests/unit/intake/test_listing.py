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
        ([], [], None),
    ],
)
def test_the_day(above, below, day):
    assert listed_on([[line] for line in above], [[line] for line in below], on=ON) == day


def test_the_birth_in_a_line_below_is_no_day_of_the_list():
    child = ["2", "Tống Thị Lan", "08/06/2018", "3A"]
    assert listed_on([], [child, ["", "Cái Khế, 12/11/2026"]], on=date(2026, 11, 28)) == date(2026, 11, 12)
    assert listed_on([], [child], on=date(2026, 11, 28)) is None
