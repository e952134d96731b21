"""Child and mother in one another's column."""

from mangnon.intake.formats import child_list
from mangnon.intake.records import Heading
from mangnon.intake.rules import asking, exchanged

PLACES = {"full_name": 0, "father_name": 1, "mother_name": 2}
FAMILIES = [
    ["Hồ Thị Vy", "Đặng Khôi", "Đặng Ngọc Hạnh"], ["Kiều Trâm", "LÊ QUÂN", "Lê Thị Hân"], ["Mai Kiều Vy", "Châu Khôi", "Châu Đức Hải"],
]  # fmt: skip


def test_mothers_called_as_fathers_are_and_children_are_not():
    found = exchanged.child_and_mother(PLACES, [*FAMILIES, ["Võ Thị Hân", "không", "Mai Vy"], ["", "", ""]])
    assert {place: field for place, (field, _) in found.items()} == {0: "mother_name", 2: "full_name"}


def test_few_families_show_nothing():
    assert exchanged.child_and_mother(PLACES, FAMILIES[:2]) == {}
    assert exchanged.child_and_mother(PLACES, [*FAMILIES[:2], ["Mai Vy", "", "Châu Hải"]]) == {}
    assert exchanged.child_and_mother({"full_name": 0, "mother_name": 2}, FAMILIES) == {}


def test_titles_that_may_be_right_are_believed():
    right = [[child, father, mother] for mother, father, child in FAMILIES]
    assert exchanged.child_and_mother(PLACES, right) == {}
    assert exchanged.child_and_mother(PLACES, [*FAMILIES, right[0]]) == {}
    assert exchanged.child_and_mother(PLACES, [["Lê An", "Lê Quân", "Lê Hân"]] * 4) == {}


def test_it_is_asked_once_about_the_columns():
    heading = Heading(row=1, depth=1, places={**PLACES, "birth_date": 3}, titles=("Họ và tên", "Họ tên cha", "Họ tên mẹ", "Ngày sinh"))
    shown = asking.columns(heading, [[*family, "05/06/2022"] for family in FAMILIES], child_list.COLUMNS, {})
    assert [(one["field"], one["guess"]) for one in shown] == [
        ("", "mother_name"), ("father_name", ""), ("", "full_name"), ("birth_date", ""),
    ]  # fmt: skip
