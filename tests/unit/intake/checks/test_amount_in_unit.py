from dataclasses import replace

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching

RULE, BANNER = "amount_in_unit", "CHI TRẢ THÁNG 11; Đơn vị tính: nghìn đồng"


def said(first_row=23, **facts):
    context, row = enriching("social-assistance", **facts)
    return [(found.column, found.severity, found.what) for found in checks.every()[RULE](row, replace(context, first_row=first_row))]


def test_a_sum_told_in_thousands_is_shown_once():
    what = "Đơn vị tính ở tiêu đề: 750 ghi là 750.000 đồng một tháng."
    assert said(amount="750", banner=BANNER) == [("amount", Severity.NOTE, what)]
    assert said(amount="750", banner=BANNER, first_row=22) == []


def test_sums_in_dong():
    assert said(amount="750.000", banner=BANNER) == []
    assert said(amount="750.000") == []
    assert said(banner=BANNER) == []
