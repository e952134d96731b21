"""Cards of health insurance: a new one ends the one before."""

from datetime import date

import pytest

from mangnon.register.models import InsuranceCard
from tests.factories.lists import bring, said
from tests.factories.register import child

pytestmark = pytest.mark.django_db
ROW = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}
OLD = ROW | {"card": "te1 92 9212345678", "card_since": "01/01/2023", "card_until": "30/09/2028"}
NEW = ROW | {"card": "0123456789", "card_span": "từ 01/06/2026 đến 31/12/2026", "clinic": "Trạm Y tế phường Cái Khế"}


def cards(pk):
    found = InsuranceCard.objects.filter(child=pk).order_by("id")
    return [(card.number, card.valid.lower, card.valid.upper, card.clinic) for card in found]


def test_a_new_card_ends_the_old_one_and_twice_changes_nothing():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    for row in (OLD, NEW, OLD, NEW):
        bring("health-insurance", [row])
    assert cards(han) == [
        ("TE1929212345678", date(2023, 1, 1), date(2026, 6, 1), ""),
        ("0123456789", date(2026, 6, 1), date(2027, 1, 1), "Trạm Y tế phường Cái Khế"),
    ]


def test_numbers_that_are_no_card():
    child(full_name="Lưu Gia Hân", number="092322007731")
    batch, counts = bring("health-insurance", [ROW | {"card": "123456789"}, ROW | {"card": "9.2E+12"}, ROW])
    assert counts["changed"] == 0
    assert [(row, rule) for row, rule, _ in said(batch)] == [(2, "value_readable"), (3, "value_readable"), (4, "required_present")]


def test_a_card_until_the_year_9999_has_no_end():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    _, counts = bring("health-insurance", [ROW | {"card": "0123456789", "card_since": "01/01/2026", "card_until": "31/12/9999"}])
    assert counts["changed"] == 1
    assert cards(han) == [("0123456789", date(2026, 1, 1), None, "")]
