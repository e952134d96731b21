import pytest

from tests.unit.intake.checks.rows import only, said


def test_small_letters_get_a_proposal():
    finding = only("full_name_capitals", full_name="Trần thị bảo ngọc")
    assert finding.what == "Họ tên viết thường: đề nghị “Trần Thị Bảo Ngọc”."
    assert [(way.field, way.value) for way in finding.suggestions] == [("full_name", "Trần Thị Bảo Ngọc")]


def test_usual_capitals_pass():
    assert said("full_name_capitals", full_name="H'Hen Niê") == []


@pytest.mark.parametrize("text", ["Chưa đặt tên", "(bé trai)", "Phan Thị Mai chết 5/2026", "2 cháu: Kim Sa Rây và Kim Sa Ry", "chưa có"])
def test_what_is_no_name_is_not_written_better(text):
    assert said("full_name_capitals", full_name=text) == []


def test_capitals_throughout_are_a_habit_not_a_fault():
    assert said("full_name_capitals", full_name="DANH THỊ MỸ LINH") == []
