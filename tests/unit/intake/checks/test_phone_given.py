import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, read, said


def test_the_number_of_somebody_who_is_not_named_is_told_with_who_has_it_now():
    finding = only("phone_given", phone="0939123456 (bà nội)", father_name="Trần Văn Hùng", mother_name="Lê Thị Lan")
    assert finding.severity is Severity.NOTE
    assert finding.what == "Số “0939123456 (bà nội)” chưa biết ghi cho ai trong dòng; đang ghi 0939123456 cho Trần Văn Hùng."


def test_a_second_number_is_told():
    finding = only("phone_given", phone="0939123456 / 0907111222", father_name="Trần Văn Hùng")
    assert "“0907111222”" in finding.what
    assert "đang ghi 0939123456 cho Trần Văn Hùng" in finding.what


@pytest.mark.parametrize(
    "text", ["", "0939123456", "0939 123 456", "0939123456 (mẹ)", "cha 0939123456 mẹ 0907111222", "0939123456 / 0939.123.456", "x", "hỏi"]
)
def test_numbers_that_have_their_owner_pass(text):
    assert said("phone_given", phone=text, father_name="Trần Văn Hùng", mother_name="Lê Thị Lan") == []


OWN = {"father_phone": "0939123456", "mother_phone": "0907111222"}


def test_a_number_of_all_beside_those_of_both_parents_is_told():
    finding = only("phone_given", phone="0977788800", father_name="Trần Văn Hùng", mother_name="Lê Thị Lan", **OWN)
    assert finding.what == (
        "Số “0977788800” chưa biết ghi cho ai trong dòng, mỗi người chỉ ghi một số; "
        "đang ghi 0939123456 cho Trần Văn Hùng, 0907111222 cho Lê Thị Lan."
    )


@pytest.mark.parametrize(
    "facts", [{"mother_phone": "0907111222 / 0977788800"}, {"more_phone": "0977788800"}, {"guardian_phone": "0977788800"}]
)
def test_a_second_number_of_a_column_and_one_of_somebody_not_named_are_told(facts):
    facts = {"phone": "", "father_name": "Trần Văn Hùng", "mother_name": "Lê Thị Lan", **OWN, **facts}
    assert "“0977788800”" in only("phone_given", **facts).what


@pytest.mark.parametrize("phone", ["", "0907111222", "0939 123 456"])
def test_each_with_their_own_pass(phone):
    assert said("phone_given", phone=phone, father_name="Trần Văn Hùng", mother_name="Lê Thị Lan", **OWN) == []


def test_a_number_of_all_goes_to_whom_has_none():
    facts = {"phone": "0977788800", "father_name": "Trần Văn Hùng", "mother_name": "Lê Thị Lan", "father_phone": "0939123456"}
    assert said("phone_given", **facts) == []
    assert [carer.phone for carer in read(**facts).carers] == ["0939123456", "0977788800"]
