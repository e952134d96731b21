from dataclasses import replace
from datetime import date

from mangnon.intake import checks
from tests.unit.intake.checks.rows import CONTEXT, read

OLD = replace(CONTEXT, listed_on=date(2025, 3, 1), first_row=23)


def test_a_list_of_last_year_is_told_once():
    (finding,) = checks.every()["list_not_stale"](read(23), OLD)
    assert finding.what == "Danh sách lập ngày 01/03/2025, đã hơn một năm."
    assert list(checks.every()["list_not_stale"](read(24), OLD)) == []


def test_a_list_of_this_year():
    assert list(checks.every()["list_not_stale"](read(23), replace(OLD, listed_on=date(2026, 3, 1)))) == []
