import pytest

from tests.unit.intake.checks.rows import only, said


@pytest.mark.parametrize(
    ("text", "words"), [("đầu năm", "Không đọc được"), ("01/01/2030", "sau ngày nhận"), ("01/01/2010", "trước ngày sinh")]
)
def test_days_that_cannot_be(text, words):
    assert words in only("since_readable", since=text).what


def test_a_day_or_nothing():
    assert said("since_readable", since="01/01/2026") == []
    assert said("since_readable") == []
