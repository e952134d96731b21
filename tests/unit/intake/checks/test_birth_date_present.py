from tests.unit.intake.checks.rows import only, said


def test_empty_and_unreadable_dates_must_be_fixed():
    assert only("birth_date_present", birth_date="").what == "Thiếu ngày sinh."
    assert "Không đọc được ngày sinh “mùng 5 Tết”." in only("birth_date_present", birth_date="mùng 5 Tết").what


def test_a_guess_gets_a_proposal():
    finding = only("birth_date_present", birth_date="khoảng 2015")
    assert finding.what == "Ngày sinh mới đoán: “khoảng 2015”."
    assert finding.suggestions[0].value == "2015"


def test_a_year_alone_is_a_date():
    assert said("birth_date_present", birth_date="2022") == []
