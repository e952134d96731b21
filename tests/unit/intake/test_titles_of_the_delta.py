"""Words of the delta for parents, in titles and before names."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import asking, carers, heading, reading
from mangnon.register.vocabulary.people import CarerRole
from tests.factories.spreadsheets.messy import CHILDREN

HEAD = ["Họ và tên", "Ngày sinh"]


def places(*titles):
    beside = ["0912345678" if title.startswith("SĐT") else "Trần Văn Cam" for title in titles]
    rows = [[*HEAD, *titles], *[[cells[1], cells[2], *beside] for cells in CHILDREN]]
    return dict(heading.find_heading(rows, child_list.COLUMNS).places)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Tía", "father_name"), ("Họ tên tía", "father_name"), ("Ba", "father_name"), ("BỐ", "father_name"), ("Con ông", "father_name"),
        ("Má", "mother_name"), ("Con bà", "mother_name"), ("Tía/Má", "parents"), ("Ba má", "parents"), ("CON ÔNG (BÀ)", "parents"),
        ("Con ông/bà", "parents"), ("Cha dượng", "guardian_name"), ("Mẹ kế", "guardian_name"), ("SĐT tía", "father_phone"),
        ("Năm sinh má", "mother_birth"),
    ],
)  # fmt: skip
def test_what_a_title_names(title, field):
    assert places(title) == {"full_name": 0, "birth_date": 1, field: 2}


def test_father_and_mother_beside_one_another():
    assert places("Con ông", "Con bà") == {"full_name": 0, "birth_date": 1, "father_name": 2, "mother_name": 3}
    assert "mother_name" not in places("Mã")


def test_the_one_name_under_father_or_mother_is_whoever_cares_for_the_child():
    (carer,) = reading.read(1, {"full_name": "Trần Văn Ngọt", "parents": "Lê Thị Mận"}).carers
    assert (carer.role, carer.full_name) == (CarerRole.GUARDIAN, "Lê Thị Mận")


@pytest.mark.parametrize("text", ["Cha dượng: Trần Văn Cam", "Trần Văn Cam (cha dượng)", "cha dượng Trần Văn Cam"])
def test_a_step_father_is_no_father(text):
    assert carers.taken_apart(text)[:2] == ("Trần Văn Cam", CarerRole.GUARDIAN)


def test_titles_that_differ_by_marks_alone_are_remembered_apart():
    assert asking.signature([*HEAD, "ĐT"]) != asking.signature([*HEAD, "DT"])
    assert asking.signature([*HEAD, "ĐT", "", ""]) == asking.signature(["HỌ VÀ TÊN", "Ngày sinh:", "đt"])
