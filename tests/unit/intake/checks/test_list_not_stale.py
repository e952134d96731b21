from dataclasses import replace
from datetime import date

from mangnon.intake import checks
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, enriching, read

OLD = replace(CONTEXT, listed_on=date(2025, 3, 1), first_row=23)


def test_a_list_of_last_year_is_told_once():
    (finding,) = checks.every()["list_not_stale"](read(23), OLD)
    assert finding.what == "Danh sách lập ngày 01/03/2025, đã hơn một năm."
    assert list(checks.every()["list_not_stale"](read(24), OLD)) == []


def test_a_list_of_this_year():
    assert list(checks.every()["list_not_stale"](read(23), replace(OLD, listed_on=date(2026, 3, 1)))) == []


def test_households_of_a_past_year_are_asked_row_by_row():
    context, row = enriching("poor-households", standing="Hộ nghèo")
    (finding,) = checks.every()["list_not_stale"](row, replace(context, listed_on=date(2022, 12, 22)))
    assert (finding.column, finding.severity) == ("standing", Severity.QUESTION)
    assert list(checks.every()["list_not_stale"](row, replace(context, listed_on=date(2025, 12, 25)))) == []
    context, row = enriching("poor-households", decided_on="20/12/2022")
    assert len(list(checks.every()["list_not_stale"](row, context))) == 1
    context, row = enriching("poor-households", decided_on="20/12/2022", standing_since="01/01/2026")
    assert list(checks.every()["list_not_stale"](row, context)) == []
