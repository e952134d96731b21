"""Cells of names with several lines or wide gaps."""

import pytest

from mangnon.intake.rules import reading
from mangnon.intake.rules.carers import Says, taken_apart

CAM, MAN = ("father", "Trần Văn Cam"), ("mother", "Lê Thị Mận")


def cell(text, field="parents"):
    return reading.cells_of(["1", text], {"number": 0, field: 1})[field]


def named(text):
    return [(str(carer.role), carer.full_name) for carer in reading.read(1, {"parents": cell(text)}).carers]


@pytest.mark.parametrize(
    "text",
    [
        "Trần Văn Cam\nLê Thị Mận", "TRẦN VĂN CAM\r\nLÊ THỊ MẬN", "1. Trần Văn Cam\n2. Lê Thị Mận", "Ô: Trần Văn Cam\nB: Lê Thị Mận",
        "- Trần Văn Cam\n- Lê Thị Mận", "Trần Văn Cam -\nLê Thị Mận", "Trần Văn Cam;\nLê Thị Mận", "Trần Văn Cam,\n\nLê Thị Mận,",
        "Cha:\nTrần Văn Cam\nMẹ:\nLê Thị Mận", "Lê Thị Mận (mẹ)\nTrần Văn Cam (cha)", "Lê Thị Mận\nTrần Văn Cam",
        "Trần Văn Cam\nvợ Lê Thị Mận", "Trần Văn Cam   Lê Thị Mận", "Trần Văn Cam  Lê Thị Mận", "Trần Văn Cam\tLê Thị Mận",
        "Cha: Trần Văn Cam\nSN 1980\nMẹ: Lê Thị Mận\nSN 1990",
    ],
)  # fmt: skip
def test_father_and_mother_on_lines_of_their_own(text):
    assert named(text) == [CAM, MAN]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lê Thị\nMận", [("guardian", "Lê Thị Mận")]),
        ("Lê\nThị Mận", [("guardian", "Lê Thị Mận")]),
        ("Trần  Văn Cam", [("guardian", "Trần Văn Cam")]),
        ("Lê Hoàng  Mai Anh", [("guardian", "Lê Hoàng Mai Anh")]),
        ("Bà nội\nLê Thị Mận", [("guardian", "Lê Thị Mận")]),
        ("Lê Thị Mận\n(bà nội)", [("guardian", "Lê Thị Mận")]),
        ("Cam\nMận", [("father", "Cam"), ("mother", "Mận")]),
        ("Trần Văn Cam\nLê Thị Mận\nLê Thị Bưởi (bà nội)", [CAM, MAN, ("guardian", "Lê Thị Bưởi")]),
    ],
)
def test_one_name_on_two_lines_a_label_on_its_own_and_three_people(text, people):
    assert named(text) == people


def test_a_telephone_on_the_line_below_is_that_persons():
    row = reading.read(1, {"parents": cell("Trần Văn Cam\n0912345678\nLê Thị Mận\n0987654321")})
    assert [carer.phone for carer in row.carers] == ["0912345678", "0987654321"]


@pytest.mark.parametrize(
    "text", ["Trần Văn Cam\nLê Thị Mận", "Lê Thị Mận   Trần Văn Cam", "Lê Kiều\nHoa Mận", "Ông nội: Ngô Lê\nBà nội: Lý Én"]
)
def test_two_people_in_the_cell_of_one_are_asked_about(text):
    assert taken_apart(cell(text, "mother_name")).says is Says.OTHER_PERSON


@pytest.mark.parametrize("text", ["Lê Kiều\nMận", "Lê Như\nLy", "Lê Thị Kim\nMận", "Lê\nThị\nMận", "Lê Thị\nKim Mận"])
def test_a_word_alone_below_a_name_is_its_end_where_one_person_is_meant(text):
    assert cell(text, "mother_name") == " ".join(text.split())


def test_what_is_said_below_a_name_is_no_part_of_it():
    assert taken_apart(cell("Lê Kiều Trinh\nmất 2020", "mother_name"))[::2] == ("Lê Kiều Trinh", Says.GONE)
    assert taken_apart(cell("Lê Kiều Trinh\n1990", "mother_name"))[::2] == ("Lê Kiều Trinh", None)


def test_letters_of_an_old_font_are_read_before_lines_are():
    assert reading.cells_of(["TrÇn V¨n Cam\nLª ThÞ MËn"], {"parents": 0}, None, {"*": "tcvn3"}) == {"parents": "Trần Văn Cam | Lê Thị Mận"}
