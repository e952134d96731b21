"""A child who died is counted until the day before, and no more from then on."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.register import queries as register
from mangnon.register.models import Death
from tests.factories.lists import bring, said
from tests.factories.register import TODAY, child

pytestmark = pytest.mark.django_db
ROW = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}


def test_the_record_closes_on_the_day_and_every_count_follows():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    child(full_name="Lưu Gia Hâng")
    row = ROW | {"died_on": "12/10/2026", "certificate": "15/2026", "cause": "té sông đuối nước"}
    _, counts = bring("deaths", [row])
    assert counts["changed"] == 1
    death = Death.objects.get(child=han)
    assert (death.happened_on, death.certificate, death.cause) == (date(2026, 10, 12), "15/2026", "drowning")
    assert len(register.snapshot(on=date(2026, 10, 11))) == 2
    assert len(register.snapshot(on=date(2026, 10, 12))) == 1
    assert register.children(SYSTEM, on=TODAY).count() == 1
    assert [row.child_id for row in register.linkage_rows(on=TODAY)] != [han]
    found = register.child(SYSTEM, han, on=TODAY)
    assert (found.closed_on, found.closed_reason) == (date(2026, 10, 12), "died")
    _, counts = bring("deaths", [row])
    assert (counts["changed"], counts["unchanged"]) == (0, 1)


def test_only_the_month_is_known():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("deaths", [ROW | {"died_on": "10/2026"}])
    assert register.child(SYSTEM, han, on=TODAY).closed_on == date(2026, 10, 31)
    bring("deaths", [ROW | {"died_on": "12/10/2026"}])
    assert register.child(SYSTEM, han, on=TODAY).closed_on == date(2026, 10, 12)


def test_impossible_days_wait():
    child(full_name="Lưu Gia Hân", number="092322007731")
    rows = [ROW | {"died_on": "01/01/2020"}, ROW | {"died_on": "01/01/2027"}, ROW | {"died_on": "hôm qua"}, ROW]
    batch, counts = bring("deaths", rows)
    assert counts["changed"] == 0
    assert [(row, rule) for row, rule, _ in said(batch) if rule != "told_once"] == [
        (2, "days_after_birth"), (3, "days_not_after_list"), (4, "value_readable"), (5, "required_present"),
    ]  # fmt: skip


def test_a_list_that_names_a_child_who_died_does_not_enter_it_anew():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("deaths", [ROW | {"died_on": "12/10/2026"}])
    row = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương", "class_name": "Chồi 1"}
    batch, counts = bring("school-roll", [row])
    assert sum(counts.values()) == 0
    ((_, rule, message),) = said(batch)
    assert (rule, f"TE-{han:06d}" in message) == ("child_chosen", True)
    batch, _ = bring("school-roll", [row | {"child_code": f"TE-{han:06d}"}])
    assert [rule for _, rule, _ in said(batch)] == ["record_closed"]
    assert register.children(SYSTEM, on=TODAY).count() == 0
