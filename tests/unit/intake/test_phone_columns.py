"""Columns of telephones that do not say whose they are."""

import pytest

from mangnon.intake.formats import births, child_list
from mangnon.intake.rules import heading
from tests.factories.spreadsheets.messy import CHILDREN

HEAD = ["Họ và tên", "Ngày sinh"]


def fields(*titles):
    """What each of some titles names, beside those of a child."""
    rows = [[*HEAD, *titles], *[[cells[1], cells[2], *["0912345678"] * len(titles)] for cells in CHILDREN]]
    by_place = {place: field for field, place in heading.find_heading(rows, child_list.COLUMNS).places.items()}
    return [by_place.get(place, "") for place in range(len(HEAD), len(rows[0]))]


FATHER, MOTHER, GUARDIAN = ["father_name", "father_phone"], ["mother_name", "mother_phone"], ["guardian_name", "guardian_phone"]


@pytest.mark.parametrize(
    ("titles", "named"),
    [
        ("Cha|SĐT|Mẹ|SĐT", [*FATHER, *MOTHER]),
        ("Mẹ|Điện thoại (nếu có)|Cha|Số ĐT", [*MOTHER, *FATHER]),
        ("Cha|ĐT cha|Mẹ|ĐT mẹ|Ông/bà nuôi|ĐT", [*FATHER, *MOTHER, *GUARDIAN]),
        ("Cha|Nghề nghiệp|SĐT|Mẹ|Nghề nghiệp|SĐT", ["father_name", "", "father_phone", "mother_name", "", "mother_phone"]),
        ("Cha|Năm sinh cha|SĐT|Mẹ|SĐT", ["father_name", "father_birth", "father_phone", *MOTHER]),
        ("Cha|Mẹ|SĐT|Người nuôi dưỡng|SĐT", ["father_name", "mother_name", "phone", *GUARDIAN]),
        ("SĐT|Bố|SĐT|Mẹ|SĐT", ["phone", *FATHER, *MOTHER]),
        ("Số điện thoại|Bố|SĐT bố|Mẹ|SĐT mẹ", ["phone", *FATHER, *MOTHER]),
        ("Cha|Mẹ|Điện thoại|Địa chỉ|Điện thoại", ["father_name", "mother_name", "phone", "address", "more_phone"]),
        ("Cha|Mẹ|SĐT 1|SĐT 2", ["father_name", "mother_name", "phone", "more_phone"]),
        ("Cha|SĐT|Mẹ|SĐT liên lạc", [*FATHER, "mother_name", "phone"]),
        ("Cha|Mẹ|SĐT", ["father_name", "mother_name", "phone"]),
        ("Cha|SĐT", ["father_name", "phone"]),
    ],
)
def test_whose_a_column_is(titles, named):
    assert fields(*titles.split("|")) == named


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("HT cha", "father_name"), ("HT mẹ", "mother_name"), ("SĐT liên lạc", "phone"), ("Số ĐT liên lạc", "phone"),
        ("HỌ TÊN CHA/MẸ/NGƯỜI GIÁM HỘ", "parents"), ("Họ và tên cha (mẹ) hoặc người chăm sóc", "parents"),
        ("Phụ huynh: Họ và tên", "parents"), ("Tên phụ huynh", "parents"), ("Cha, mẹ, người nuôi dưỡng", "parents"),
        ("Ông/bà nuôi", "guardian_name"), ("HT người giám hộ", "guardian_name"), ("SĐT người giám hộ", "guardian_phone"),
    ],
)  # fmt: skip
def test_what_a_title_names(title, field):
    assert fields(title) == [field]


def test_a_list_of_births_may_name_both_parents_in_one_column():
    rows = [[*HEAD, "Cha/mẹ"], *[[cells[1], cells[2], "Trần Văn Cam\nLê Thị Mận"] for cells in CHILDREN]]
    assert heading.find_heading(rows, births.COLUMNS).places["parents"] == 2
