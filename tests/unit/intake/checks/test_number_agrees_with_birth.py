from tests.unit.intake.checks.rows import only, said


def test_another_year_is_asked():
    assert "sinh năm 2015, ô ngày sinh ghi 05/06/2022" in only("number_agrees_with_birth", personal_number="092315011980").what


def test_a_year_alone_is_enough_to_agree():
    assert said("number_agrees_with_birth", birth_date="2022") == []


def test_the_century_counts():
    assert "sinh năm 1922" in only("number_agrees_with_birth", personal_number="092122007731").what
