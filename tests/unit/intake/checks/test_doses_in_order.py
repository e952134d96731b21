from dataclasses import replace

from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, known


def said(number, day, others):
    context, row = enriching("immunisation", Link(child=known()), vaccine="Sởi", dose=number, given_on=day)
    told = {"order:measles:7": tuple(others)}
    return [(f.severity, f.what) for f in checks.every()["doses_in_order"](row, replace(context, claims=told))]


FIRST, SECOND = (24, "1 2025-12-10", "mũi 1 ngày 10/12/2025"), (25, "2 2025-03-10", "mũi 2 ngày 10/03/2025")


def test_a_dose_before_an_earlier_one_of_another_row_is_asked():
    what = "Dòng này ghi mũi 2 ngày 10/03/2025, dòng 24 ghi mũi 1 ngày 10/12/2025."
    assert said("2", "10/03/2025", [FIRST]) == [(Severity.QUESTION, what)]
    assert len(said("1", "10/12/2025", [SECOND])) == 1


def test_doses_in_order_pass():
    assert said("2", "10/01/2026", [FIRST]) == []
    assert said("1", "10/12/2025", [FIRST]) == []
    assert said("1", "10/01/2025", [SECOND]) == []
