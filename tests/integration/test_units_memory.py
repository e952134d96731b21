"""Lists resolve place names from a graph kept in memory; every change of a unit, link or decision is seen at once."""

from datetime import date

import pytest
from django.db import transaction

from mangnon.institutions import queries
from mangnon.institutions.models import Institution, Succession

ON = date(2026, 11, 23)
OLD = "Phường An Hòa, quận Ninh Kiều"

pytestmark = pytest.mark.django_db


def answer() -> str | None:
    found = queries.resolver(on=ON)(OLD, "")
    return found.answer.name if found.answer else None


def test_the_same_units_are_read_once(django_assert_max_num_queries):
    assert answer() == "Phường Cái Khế"
    with django_assert_max_num_queries(1):
        assert answer() == "Phường Cái Khế"


def test_a_renamed_unit_and_an_erased_link_are_seen_at_once():
    assert answer() == "Phường Cái Khế"
    Institution.objects.filter(code="31120", valid__contains=ON).update(name="Phường Cái Khế Mới")
    assert answer() == "Phường Cái Khế Mới"
    Succession.objects.filter(source__name="Phường An Hòa").delete()
    assert answer() is None


def test_a_change_taken_back_is_forgotten_with_it():
    with transaction.atomic():
        Institution.objects.filter(code="31120", valid__contains=ON).update(name="Phường Khác")
        assert answer() == "Phường Khác"
        transaction.set_rollback(True)
    assert answer() == "Phường Cái Khế"
