import pytest

from mangnon.intake import checks
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Severity
from tests.factories import child_lists
from tests.unit.intake.checks.rows import CONTEXT


def found(over, **facts):
    row = reading.read(23, {**child_lists.row(**facts), "over": over})
    return list(checks.every()["stands_under"](row, CONTEXT))


@pytest.mark.parametrize(
    ("over", "what"),
    [
        ("II. CHẾT", "Nhóm “II. CHẾT”: có thể trẻ đã mất."),
        ("III. CHUYỂN ĐI", "Nhóm “III. CHUYỂN ĐI”: có thể trẻ không còn ở đây."),
        ("Trẻ ghi trùng", "Nhóm “Trẻ ghi trùng”: có thể dòng này ghi trùng hoặc ghi nhầm."),
        ("Tiêu đề: DANH SÁCH TRẺ EM TỬ VONG", "Tiêu đề “DANH SÁCH TRẺ EM TỬ VONG”: có thể trẻ đã mất."),
        ("Trang “2024”, cũ hơn trang “2026”", "Trang “2024”, cũ hơn trang “2026”: có thể không còn đúng."),
    ],
)
def test_who_may_be_no_child_living_here_is_asked(over, what):
    (finding,) = found(over)
    assert (finding.severity, finding.what) == (Severity.QUESTION, what)
    assert [way.field for way in finding.suggestions] == [""]


def test_a_person_named_above_is_offered_to_a_child_without_carers():
    (finding,) = found("Hộ ông Đào Văn Khoai (ông nội nuôi)", father_name="", mother_name="", guardian_name="")
    assert finding.todo == "Đào Văn Khoai là ai của trẻ?"
    assert [(way.field, way.value) for way in finding.suggestions] == [
        ("mother_name", "Đào Văn Khoai"), ("father_name", "Đào Văn Khoai"), ("guardian_name", "Đào Văn Khoai"),
    ]  # fmt: skip
    assert found("Hộ ông Đào Văn Khoai", mother_name="Trần Thị Ngân") == []


def test_other_rows_pass():
    assert found("") == []
