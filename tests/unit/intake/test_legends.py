"""What a file says of its looks is told, for nobody reads them here."""

import pytest

from mangnon.intake.rules import legends
from mangnon.lib.tables import Sheet


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: dòng tô vàng là trẻ đã chuyển đi nơi khác", "Ô màu đỏ: trẻ đã mất", "Chữ đỏ = trùng", "Màu xanh lá là trẻ tạm trú",
        "Những em được tô màu là đã nghỉ học", "to mau vang la chuyen di", "Trẻ in nghiêng là tạm vắng", "Hàng nền vàng: mới sinh",
        "Dòng gạch chân là hộ nghèo",
    ],
)  # fmt: skip
def test_a_line_that_says_what_a_colour_means_is_told(line):
    (told,) = legends.of_lines([["", line], [line]], str)
    assert told.startswith(f"Tệp ghi “{line}”: màu và kiểu chữ không đọc được.")


@pytest.mark.parametrize(
    "line",
    [
        "DANH SÁCH TRẺ EM KHU VỰC 5", "Sách, vở: màu vẽ", "Hội Chữ thập đỏ phường: 5 trẻ", "Áo màu xanh", "Người lập: Võ Thị Hồng",
        "Ở đó: 3 trẻ",
        "Cam kết: dữ liệu đúng", "Tổ Cam Ranh là tổ 5", "Thẻ xanh là thẻ mới",
    ],
)  # fmt: skip
def test_other_lines_are_not(line):
    assert legends.of_lines([[line]], str) == []


def test_old_letters_are_understood():
    assert legends.of_lines([["mµu"]], lambda text: "Màu đỏ là đã mất")


def test_what_is_hidden_and_read_is_told():
    sheet = Sheet("Trẻ", False, 9, hidden_columns=(2, 6), hidden_rows=2)
    (told,) = legends.of_sheet(sheet, [0, 1])
    assert told == "Trang “Trẻ” có 2 dòng đang ẩn (có thể do bộ lọc), cột B đang ẩn, vẫn đọc như phần khác."
    assert legends.of_sheet(Sheet("Trẻ", False, 9, hidden_columns=(6,)), [0]) == []
