from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said


def test_a_girl_s_number_for_a_boy_is_asked():
    finding = only("number_agrees_with_sex", sex="Nam", personal_number="092315011980")
    assert (finding.column, finding.severity) == ("sex", Severity.QUESTION)
    assert finding.message == "Số định danh cho biết trẻ là nữ, ô giới tính ghi Nam. Chữ số thứ tư là 3: nữ, sinh từ năm 2000."


def test_nothing_to_compare():
    assert said("number_agrees_with_sex", personal_number="") == []
    assert said("number_agrees_with_sex", sex="Chưa xác định") == []
    assert said("number_agrees_with_sex") == []
