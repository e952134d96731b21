"""A child, household or card that one list tells of twice otherwise waits; an answer or a correction settles it."""

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.vocabulary import RowState
from mangnon.register.models import HouseholdStanding, InsuranceCard
from tests.factories.lists import bring, said
from tests.factories.register import AT, child

pytestmark = pytest.mark.django_db
HAN = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}
BAO = {"full_name": "Lưu Gia Bảo", "personal_number": "092221007732"}


@pytest.fixture(autouse=True)
def children():
    child(full_name=HAN["full_name"], number=HAN["personal_number"])


def test_both_rows_wait_and_one_is_confirmed():
    batch, counts = bring("poor-households", [HAN | {"standing": "Hộ nghèo"}, HAN | {"standing": "Hộ cận nghèo"}])
    assert (sum(counts.values()), [(row, rule) for row, rule, _ in said(batch)]) == (0, [(2, "told_once"), (3, "told_once")])
    assert "dòng 3 ghi hộ cận nghèo" in said(batch)[0][2]
    first, second = queries.rows(batch)
    operations.set_aside_row(row_id=second.pk, by=SYSTEM, at=AT)
    operations.confirm_row(row_id=first.pk, by=SYSTEM, at=AT)
    assert list(HouseholdStanding.objects.values_list("standing", flat=True)) == ["poor"]


def test_a_corrected_row_that_still_differs_is_asked_again():
    batch, _ = bring("poor-households", [HAN | {"standing": "Hộ nghèo"}, HAN | {"standing": "Hộ cận nghèo"}])
    first, second = queries.rows(batch)
    row = operations.correct_cell(row_id=first.pk, field="note", value="đã xem", by=SYSTEM, at=AT)
    assert row.state == RowState.QUESTION
    row = operations.correct_cell(row_id=second.pk, field="standing", value="Hộ nghèo", by=SYSTEM, at=AT)
    assert row.state == RowState.ENROLLED


def test_one_card_for_two_children():
    child(full_name=BAO["full_name"], number=BAO["personal_number"])
    card = {"card": "TE1929212345678", "card_until": "31/12/2026"}
    batch, counts = bring("health-insurance", [HAN | card, BAO | card, HAN | card])
    assert (sum(counts.values()), {rule for _, rule, _ in said(batch)}) == (0, {"told_once"})
    assert not InsuranceCard.objects.exists()


def test_grown_people_of_a_household_are_passed_over():
    father = {"full_name": "Lưu Văn Tài", "birth_date": "1985", "relation": "Chủ hộ", "standing": "Hộ nghèo"}
    batch, counts = bring("poor-households", [father, HAN | {"standing": "Hộ nghèo"}])
    assert (counts["new"], counts["changed"], said(batch)) == (0, 1, [])
    assert [row.state for row in queries.rows(batch)] == [RowState.SET_ASIDE, RowState.ENROLLED]


def test_doses_of_two_rows_against_their_order():
    dose = HAN | {"vaccine": "Sởi"}
    rows = [dose | {"dose": "2", "given_on": "10/03/2025"}, dose | {"dose": "1", "given_on": "10/12/2025"}]
    batch, counts = bring("immunisation", rows)
    assert (sum(counts.values()), [(row, rule) for row, rule, _ in said(batch)]) == (0, [(2, "doses_in_order"), (3, "doses_in_order")])
