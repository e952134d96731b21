from tests.unit.intake.checks.rows import only, said


def test_born_tomorrow():
    assert "sau ngày nhận danh sách 23/11/2026" in only("birth_date_not_after_list", birth_date="24/11/2026").what


def test_born_today():
    assert said("birth_date_not_after_list", birth_date="23/11/2026") == []
