import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said

RULE = "one_child_a_row"


def test_two_children_in_a_cell_wait_with_what_to_do():
    finding = only(RULE, full_name="1. Nguyễn Văn An 2. Nguyễn Văn Bình")
    assert finding.severity is Severity.QUESTION
    assert finding.message == (
        "Ô họ và tên có vẻ ghi 2 trẻ: “Nguyễn Văn An”, “Nguyễn Văn Bình”. "
        "Ghi mỗi trẻ một dòng trong tệp, đủ ngày sinh và các cột khác của từng trẻ, rồi gửi lại."
    )
    assert said("full_name_plausible", full_name="1. Nguyễn Văn An 2. Nguyễn Văn Bình") == []


def test_a_name_on_two_lines_may_be_joined_with_one_press():
    finding = only(RULE, full_name="Nguyễn Hoàng | Kim Anh")
    assert "Ô họ và tên có 2 dòng: “Nguyễn Hoàng”, “Kim Anh”." in finding.message
    assert [(way.field, way.value) for way in finding.suggestions] == [("full_name", "Nguyễn Hoàng Kim Anh")]


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Danh Ô", "H'Hen Niê", "Nguyễn Văn An (sinh đôi)", ""])
def test_one_child_is_left_alone(name):
    assert said(RULE, full_name=name) == []
