from tests.unit.intake.checks.rows import only, said


def test_empty_and_unreadable_dates_must_be_fixed():
    assert only("birth_date_present", birth_date="").what == "Thiếu ngày sinh."
    assert "Không đọc được ngày sinh “mùng 5 Tết”." in only("birth_date_present", birth_date="mùng 5 Tết").what


def test_two_figures_for_the_year_get_a_proposal():
    assert only("birth_date_present", birth_date="5/6/22").suggestions[0].value == "5/6/2022"


def test_a_year_alone_is_a_date():
    assert said("birth_date_present", birth_date="2022") == []
