import pytest

from mangnon.intake import checks, formats
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said

RULE = "sex_agrees_with_name"
NO_NUMBER = {"personal_number": ""}


@pytest.mark.parametrize(
    ("name", "sex", "told"),
    [("Nguyễn Thị Mỹ Lan", "Nam", "nữ"), ("TRẦN LÊ THỊ HOA", "x", "nữ"), ("Trần Văn Hùng", "Nữ", "nam"), ("Văn Thị Hoa", "Nam", "nữ")],
)
def test_a_middle_name_of_the_other_sex_is_asked_about(name, sex, told):
    facts = {"sex": "Nam"} if sex == "x" else {"sex": sex}
    finding = only(RULE, full_name=name, **facts, **NO_NUMBER)
    assert (finding.column, finding.severity) == ("sex", Severity.QUESTION)
    assert finding.message == (
        f"Tên “{name}” thường là của {told}, ô giới tính ghi {facts['sex']}. Xem giấy khai sinh; đúng như vậy thì vẫn ghi."
    )
    assert [(way.field, way.value) for way in finding.suggestions] == [("sex", told.capitalize()), ("", "")]


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Nguyễn Thị Mỹ Lan", "Nữ"), ("Trần Văn Hùng", "Nam"), ("Nguyễn Thị Mỹ Lan", ""), ("Nguyễn Thị Mỹ Lan", "chưa xác định"),
        ("Trần Văn Thị Hoa", "Nữ"), ("Lê Văn Thị", "Nam"), ("Thị Văn", "Nam"), ("Văn Khánh Vy", "Nữ"), ("Lê Ngọc Văn Anh", "Nữ"),
        ("Le Van Anh", "Nữ"), ("Lê Vân Anh", "Nữ"), ("Le Thi Sac", "Nam"), ("Con bà Lê Thị Hoa", "Nam"),
        ("Lê An (con bà Lê Thị Hoa)", "Nam"),
    ],
)  # fmt: skip
def test_other_names_tell_nothing(name, sex):
    assert said(RULE, full_name=name, sex=sex, **NO_NUMBER) == []


def test_a_number_says_it_better():
    assert said(RULE, full_name="Nguyễn Thị Mỹ Lan", sex="Nam", personal_number="092222007731") == []
    assert len(said(RULE, full_name="Nguyễn Thị Mỹ Lan", sex="Nam", personal_number="9222")) == 1


def test_lists_about_known_children_are_not_asked():
    assert RULE in checks.of(formats.named("births"))
    assert RULE not in checks.of(formats.named("school-roll"))
