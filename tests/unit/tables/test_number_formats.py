"""Numbers as people see them."""

import pytest

from mangnon.lib.tables import number_formats

MARCH_27, MARCH_1, NEW_YEAR = "42821", "42795", "42736"  # of 2017


@pytest.mark.parametrize(
    ("code", "serial", "text"),
    [
        ("dd/mm/yyyy", MARCH_27, "27/03/2017"),
        ("mmm-yy", MARCH_27, "27/03/2017"), ("mm/yyyy", MARCH_27, "27/03/2017"), ("yyyy", MARCH_27, "27/03/2017"),
        ("mmm-yy", MARCH_1, "03/2017"), ("yyyy", MARCH_1, "03/2017"),
        ("mm/yyyy", NEW_YEAR, "01/2017"), ("yyyy", NEW_YEAR, "2017"),
    ],
)  # fmt: skip
def test_a_format_without_days_hides_none(code, serial, text):
    assert number_formats.shown(serial, number_formats.kind_of(200, code)) == text
