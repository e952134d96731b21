"""A second column of the birth of the same children."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import heading, reading

COLUMNS = formats.named("child-list").columns


@pytest.mark.parametrize(
    ("titles", "row", "place"),
    [
        (["Họ và tên", "Ngày sinh", "Năm sinh"], ["Lưu Gia Hân", "05/06/2022", "2022"], 2),
        (["Họ và tên", "Năm sinh", "Họ tên mẹ", "Ngày sinh"], ["Lưu Gia Hân", "2022", "Trần Thị Ngân", "05/06/2022"], 3),
        (["Họ và tên", "Ngày sinh", "Họ tên mẹ", "Năm sinh"], ["Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân", "1990"], None),
        (["Họ và tên", "Ngày sinh", "Năm sinh"], ["Lưu Gia Hân", "05/06/2022", ""], None),
        (["Họ và tên", "Ngày sinh", "Ngày cấp"], ["Lưu Gia Hân", "05/06/2022", "07/07/2022"], None),
    ],
)  # fmt: skip
def test_it_is_known_by_its_title_and_its_values(titles, row, place):
    assert heading.read_titles([titles], 0, COLUMNS, [row]).places.get("birth_again") == place


def test_a_correction_of_the_birth_answers_for_both():
    places = {"full_name": 0, "birth_date": 1, "birth_again": 2}
    cells = reading.cells_of(["Lưu Gia Hân", "2022", "05/06/2022"], places, {"birth_date": "2021"})
    assert reading.read(1, cells).birth.text() == "2021"
