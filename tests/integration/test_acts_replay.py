"""The real history replayed as acts ends where the built-in files end, on every day and in every row."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries
from mangnon.institutions.models import Institution, Question, Reorganisation, Succession, SuccessionDecision
from mangnon.institutions.vocabulary import ActState, Kind

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
LEFT_OUT = {"id", "parent_id"}
DAYS = [day + timedelta(days=shift) for day in operations.HISTORY for shift in (-1, 0, 1)] + [date(2024, 4, 4), date(2026, 11, 23)]


def spans():
    """Every span with everything said of it; the parent by its code and first day."""
    return {
        (one.kind, one.code, one.valid.lower): {
            **{field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields if field.attname not in LEFT_OUT},
            "parent": (one.parent.code, one.parent.valid.lower) if one.parent else None,
        }
        for one in Institution.objects.select_related("parent")
    }


def links():
    """Every link, its sides by kind, code and first day."""

    def key(one):
        return one.kind, one.code, one.valid.lower

    return {
        (
            key(link.source), key(link.target), link.on, link.kind, link.function, link.share_area, link.share_population, link.citation,
            link.verified, link.note,
        )
        for link in Succession.objects.select_related("source", "target")
    }  # fmt: skip


def answers():
    """What every old place is and who holds every old duty, on every day sampled."""
    told = {}
    every = list(Institution.objects.order_by("kind", "code", "valid"))
    for day in DAYS:
        holder = queries.holders([one.pk for one in every], on=day)
        for one in every:
            for function in ("", "children"):
                found = holder(one.pk, function, "")
                choices = sorted(candidate.code for candidate in found.candidates)
                told[one.kind, one.code, one.valid.lower, day, function] = (found.code, found.name, choices, found.why)
    return told


@pytest.fixture
def replayed():
    """(what the files give, what the acts give): spans, links, answers on the days sampled."""
    by_files = spans(), links(), answers()
    SuccessionDecision.objects.all().delete()
    Succession.objects.all().delete()
    Institution.objects.update(parent=None)
    Institution.objects.all().delete()
    operations.load_builtin(by=SYSTEM, at=AT, until=operations.EVE)
    operations.replay(by=SYSTEM, at=AT)
    return by_files, (spans(), links(), answers())


def test_acts_end_where_the_files_end(replayed):
    by_files, by_acts = replayed
    assert by_acts[0] == by_files[0]
    assert by_acts[1] == by_files[1]
    assert by_acts[2] == by_files[2]


def test_every_act_stands_with_what_was_seen(replayed):
    kept = list(Reorganisation.objects.order_by("on"))
    assert [act.on for act in kept] == sorted(operations.HISTORY)
    assert {act.state for act in kept} == {ActState.APPLIED}
    assert queries.communes(on=date(2025, 7, 1)).count() == 103
    assert queries.existing(on=date(2025, 7, 1), kind=Kind.UNIT).count() == 104


def test_replaying_again_changes_nothing(replayed):
    before = (Institution.objects.count(), Succession.objects.count(), Question.objects.count())
    operations.replay(by=SYSTEM, at=AT)
    assert (Institution.objects.count(), Succession.objects.count(), Question.objects.count()) == before


def test_before_the_first_act_nothing_of_it_is_known():
    SuccessionDecision.objects.all().delete()
    Succession.objects.all().delete()
    Institution.objects.update(parent=None)
    Institution.objects.all().delete()
    operations.load_builtin(by=SYSTEM, at=AT, until=operations.EVE)
    assert queries.existing(on=date(2026, 1, 1), kind=Kind.UNIT).count() == 3 + 28 + 267
    assert not Succession.objects.exists()
