from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of

ONLY_A_NAME = {"full_name": "Lưu Gia Hân", "school": "Trường Tiểu học Cái Khế 1"}


def test_a_name_alone_finds_nobody():
    ((column, severity, message),) = said_of("enough_to_find", "school-roll", **ONLY_A_NAME)
    assert (column, severity) == ("birth_date", Severity.MUST_FIX)
    assert message == "Chưa đủ để tìm trẻ trong sổ: dòng chỉ có họ tên. Ghi ngày sinh, số định danh hoặc mã hồ sơ của trẻ."


def test_a_birth_date_a_number_or_a_code_is_enough():
    for more in ({"birth_date": "05/06/2022"}, {"personal_number": "092322007731"}, {"child_code": "TE-000007"}):
        assert said_of("enough_to_find", "school-roll", **ONLY_A_NAME, **more) == []


def test_a_birth_date_alone_finds_nobody_either():
    ((_, _, message),) = said_of("enough_to_find", "school-roll", birth_date="05/06/2022")
    assert message.startswith("Chưa đủ để tìm trẻ trong sổ: dòng không có họ tên, số định danh.")
