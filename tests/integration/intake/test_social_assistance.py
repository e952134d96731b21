"""Help granted by decision: since when, how much, until when."""

from datetime import date

import pytest

from mangnon.register import queries as register
from mangnon.register.models import Assistance
from tests.factories.lists import bring, said
from tests.factories.register import TODAY, child

pytestmark = pytest.mark.django_db
ROW = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}


def help_of(pk):
    return [(h.kind, h.amount, h.valid.lower, h.valid.upper, h.evidence) for h in Assistance.objects.filter(child=pk).order_by("id")]


def test_an_allowance_with_its_paper():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    rows = [
        ROW | {"amount": "750.000 đ", "help_since": "01/2026", "decision": "123/QĐ-UBND", "decided_on": "15/01/2026"},
        ROW | {"assistance": "BHYT", "help_since": "01/01/2026"},
        ROW | {"assistance": "gạo", "help_since": "01/01/2026"},
    ]
    batch, counts = bring("social-assistance", rows)
    assert counts["changed"] == 2
    assert help_of(han) == [
        ("allowance", 750_000, date(2026, 1, 1), None, "123/QĐ-UBND ngày 15/01/2026"), ("health", None, date(2026, 1, 1), None, ""),
    ]  # fmt: skip
    assert [(row, rule) for row, rule, _ in said(batch)] == [(4, "value_readable")]
    assert register.snapshot(on=TODAY).assisted.tolist() == [True]


def test_more_money_closes_the_old_amount_and_the_end_closes_all():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    first = ROW | {"amount": "540.000", "help_since": "01/01/2024"}
    second = ROW | {"amount": "750.000", "help_since": "01/07/2024"}
    last = ROW | {"help_until": "30/09/2026"}
    for row in (first, second, last, first, second, last):  # the second round brings nothing new
        bring("social-assistance", [row])
    assert help_of(han) == [
        ("allowance", 540_000, date(2024, 1, 1), date(2024, 7, 1), ""), ("allowance", 750_000, date(2024, 7, 1), date(2026, 10, 1), ""),
    ]  # fmt: skip
    assert register.snapshot(on=TODAY).assisted.tolist() == [False]


def test_stopped_from_a_month_on_is_until_the_end_of_the_month_before():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    for row in (ROW | {"amount": "540.000", "help_since": "01/01/2026"}, ROW | {"help_stopped": "06/2026"}):
        bring("social-assistance", [row])
    assert help_of(han) == [("allowance", 540_000, date(2026, 1, 1), date(2026, 6, 1), "")]  # the end is the first day without


def test_help_until_the_year_9999_goes_on():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("social-assistance", [ROW | {"amount": "750.000", "help_since": "01/01/2026", "help_until": "31/12/9999"}])
    assert help_of(han) == [("allowance", 750_000, date(2026, 1, 1), None, "")]
