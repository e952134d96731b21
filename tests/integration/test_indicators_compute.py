"""Counting the register: once per state of it, frozen, walking back to children."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.indicators import operations, queries
from mangnon.indicators.models import Figure, Run
from tests.factories import people, reports

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def run():
    reports.small_city()
    return reports.counted()


def values(run, unit="92"):
    return {figure.code: figure.numerator for figure in queries.figures(SYSTEM, run=run.pk, unit_code=unit)}


def test_the_city_is_the_sum_of_its_communes(run):
    city, one, other = values(run), values(run, reports.CAI_KHE), values(run, reports.NINH_KIEU)
    assert city["children_under_16"] == 12
    assert {code: one[code] + other[code] for code in city} == city


def test_a_share_of_the_city_is_summed_numerators_over_summed_denominators(run):
    share = queries.figure(SYSTEM, run=run.pk, code="special_share")
    assert (share.numerator, share.denominator, str(share.value)) == (2, 12, "16.67")


def test_counting_again_without_a_change_gives_the_same_run(run):
    again = reports.counted(at=LATER)
    assert (again.pk, again.reused, Run.objects.count()) == (run.pk, True, 1)


def test_a_change_of_the_register_makes_a_new_run_and_leaves_the_old(run):
    before = values(run)
    reports.children(reports.child("Quân", born=date(2017, 3, 3)), at=datetime(2026, 4, 2, tzinfo=UTC))
    again = reports.counted(at=LATER)
    assert again.pk != run.pk
    assert values(again)["children_under_16"] == 13
    assert values(run) == before


def test_the_database_refuses_to_change_a_figure(run):
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Figure.objects.filter(run=run).update(numerator=99)


def test_every_count_walks_back_to_as_many_children(run):
    for figure in queries.figures(SYSTEM, run=run.pk):
        if figure.code != "special_entries":
            members = queries.members(SYSTEM, run=run.pk, code=figure.code)
            assert (len(members.child_ids), members.closed) == (figure.numerator, 0)


def test_an_empty_register_is_refused_with_what_to_do():
    with pytest.raises(operations.NothingToCount, match="Nhập danh sách"):
        reports.counted()


def test_a_day_ahead_is_refused():
    with pytest.raises(operations.DayAhead):
        operations.compute(year=2026, as_of=date(2026, 12, 1), by=SYSTEM, at=LATER)


class TestThreePeople:
    def test_the_ward_officer_opens_the_children_of_the_ward_only(self, run):
        members = queries.members(people.ward_officer(), run=run.pk, code="children_under_16")
        assert (len(members.child_ids), members.closed) == (7, 5)

    def test_the_officer_of_another_ward_opens_none_of_them(self, run):
        members = queries.members(people.other_ward_officer(), run=run.pk, code="children_under_16", unit_code=reports.CAI_KHE)
        assert (members.child_ids, members.closed) == ((), 7)

    def test_the_lead_specialist_opens_all_but_not_the_secret_groups(self, run):
        actor = people.lead_specialist()
        assert len(queries.members(actor, run=run.pk, code="children_under_16").child_ids) == 12
        assert queries.members(actor, run=run.pk, code="special_group_11").child_ids == ()

    def test_a_small_secret_count_is_closed_to_others(self, run):
        code = "special_group_11"
        mine = queries.figure(people.ward_officer(), run=run.pk, code=code, unit_code=reports.CAI_KHE)
        other = queries.figure(people.other_ward_officer(), run=run.pk, code=code, unit_code=reports.CAI_KHE)
        leader = queries.by_commune(people.city_leader(), run=run.pk, code=code)
        assert (mine.numerator, other.numerator, other.suppressed) == (1, None, True)
        assert [figure.unit_code for figure in leader if figure.suppressed] == [reports.CAI_KHE]

    def test_the_way_down_does_not_tell_a_number_that_is_withheld(self, run):
        members = queries.members(people.city_leader(), run=run.pk, code="special_group_11", unit_code=reports.CAI_KHE)
        assert (members.child_ids, members.closed) == ((), 0)

    def test_only_the_lead_agency_counts(self, run):
        with pytest.raises(NotAllowed):
            operations.compute(year=2026, as_of=reports.CLOSING, by=people.ward_officer(), at=LATER)
