from dataclasses import replace

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, said_of

RULE = "amount_of_one_month"


def test_a_sum_under_a_title_of_several_months_is_asked():
    context, row = enriching("social-assistance", amount="2250000", banner="CHI TRẢ QUÝ IV NĂM 2026 (3 THÁNG)")
    (finding,) = checks.every()[RULE](row, context)
    assert (finding.column, finding.severity) == ("amount", Severity.QUESTION)
    assert [way.value for way in finding.suggestions] == ["750.000", ""]


def test_a_corrected_sum_is_of_one_month():
    context, row = enriching("social-assistance", amount="750.000", banner="CHI TRẢ QUÝ IV")
    assert len(list(checks.every()[RULE](row, context))) == 1
    assert list(checks.every()[RULE](row._replace(corrected=frozenset({"amount"})), replace(context))) == []


def test_a_high_sum_is_asked_without_a_title():
    assert len(said_of(RULE, "social-assistance", amount="2250000")) == 1
    assert said_of(RULE, "social-assistance", amount="1.500.000", banner="CHI TRẢ THÁNG 11/2026") == []
    assert said_of(RULE, "social-assistance", banner="CHI TRẢ QUÝ IV") == []


def test_a_column_of_one_month_says_so_whatever_the_title():
    assert said_of(RULE, "social-assistance", amount="750.000", amount_a_month="750.000", banner="CHI TRẢ QUÝ IV") == []
