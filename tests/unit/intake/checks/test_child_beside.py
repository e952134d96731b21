import pytest

from mangnon.intake import formats
from mangnon.intake.rules import heading
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_another_child_in_the_row_is_asked_about():
    finding = only("child_beside", other_child="Lưu Gia Bảo")
    assert (finding.column, finding.severity) == ("full_name", Severity.QUESTION)
    assert finding.what == "Dòng này còn ghi một trẻ ở cột khác: “Lưu Gia Bảo”; sổ chỉ đọc một trẻ mỗi dòng."
    assert [way.label for way in finding.suggestions] == ["Chỉ ghi trẻ của ô họ và tên"]


@pytest.mark.parametrize("text", ["", "-", "không", "chưa có"])
def test_none_is_not(text):
    assert said("child_beside", other_child=text) == []


@pytest.mark.parametrize(
    ("cell", "found"), [("Lưu Gia Bảo", {"full_name": 0, "birth_date": 1, "other_child": 2}), ("x", {"full_name": 0, "birth_date": 1})]
)
def test_its_column_holds_names_and_its_birth_is_not_the_first_ones(cell, found):
    titles, row = ["Họ tên con", "Ngày sinh", "Con thứ 2", "Ngày sinh"], ["Lưu Gia Hân", "05/06/2022", cell, ""]
    assert heading.read_titles([titles], 0, formats.named("child-list").columns, [row]).places == found
