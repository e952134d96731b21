import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_a_number_of_an_unnamed_list_is_asked():
    finding = only("ethnicity_known", ethnicity="04")
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Dân tộc ghi mã số 04: có bảng mã là Mường hoặc Hoa, danh sách không cho biết theo bảng nào."
    assert [way.value for way in finding.suggestions] == ["Mường", "Hoa", ""]
    assert [way.value for way in only("ethnicity_known", ethnicity="1").suggestions] == ["Kinh", ""]
    assert "không rõ theo bảng mã nào" in only("ethnicity_known", ethnicity="55").what


def test_unknown_names_are_noted():
    assert "Không nhận ra dân tộc" in only("ethnicity_known", ethnicity="Sao Hỏa").what


@pytest.mark.parametrize(
    "text",
    [
        "", "Kinh", "Khmer", "hoa", "Dân tộc khác", "Chưa xác định",
        "Dân tộc Kinh", "DT Khơmer", "người Hoa", "Hoa (Triều Châu)",
    ],
)  # fmt: skip
def test_names_pass(text):
    assert said("ethnicity_known", ethnicity=text) == []
