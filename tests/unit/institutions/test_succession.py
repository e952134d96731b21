"""Where an old unit is on a day: chains compose, splits wait, decisions choose."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.institutions.formats import folder
from mangnon.institutions.records import Decided, Link, UnitRef
from mangnon.institutions.rules import loading
from mangnon.institutions.rules.names import match_key
from mangnon.institutions.rules.succession import Graph, decision_for, follow
from mangnon.institutions.vocabulary import Kind, Share
from tests.factories.institutions import BUILT_IN, MERGER, TODAY, link, unit

LATER, LATEST = date(2026, 1, 1), date(2026, 6, 1)
SPLIT = {"31178", "31183", "31207"}


def decided(source, target, *, matter="", function="", key=1):
    at = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    return Decided(key, source.id, target.id, function, matter, "Bản đồ", "chi.nguyen", at)


def codes(graph, start, *, on=TODAY, matter=""):
    return {(landing.unit.code, landing.share) for landing in follow(graph, start, on=on, matter=matter)}


def test_a_unit_that_exists_is_itself():
    one = unit(end=MERGER)
    assert codes(Graph([one], []), one, on=MERGER - timedelta(days=1)) == {(one.code, Share.WHOLE)}
    assert codes(Graph([one], []), one, on=MERGER) == set()


def test_a_split_has_several_landings_and_says_where_it_was_split():
    old, here, there = unit(end=MERGER), unit(first_day=MERGER), unit(first_day=MERGER)
    graph = Graph([old, here, there], [link(old, here, share=Share.PART), link(old, there, share=Share.PART)])
    landings = follow(graph, old, on=TODAY)
    assert {(one.unit.id, one.share, one.split_at) for one in landings} == {(here.id, Share.PART, old.id), (there.id, Share.PART, old.id)}


def test_people_decide_not_land():
    old, here, there = unit(end=MERGER), unit(first_day=MERGER), unit(first_day=MERGER)
    graph = Graph([old, here, there], [link(old, here), link(old, there, share=Share.UNKNOWN)])
    assert codes(graph, old) == {(here.code, Share.WHOLE)}


def test_parts_that_meet_again_are_whole():
    old, one, two = unit(end=MERGER), unit(first_day=MERGER, end=LATER), unit(first_day=MERGER, end=LATER)
    last = unit(first_day=LATER)
    links = [link(old, one, share=Share.PART), link(old, two, share=Share.PART), link(one, last, on=LATER), link(two, last, on=LATER)]
    graph = Graph([old, one, two, last], links)
    assert codes(graph, old, on=MERGER) == {(one.code, Share.PART), (two.code, Share.PART)}
    assert codes(graph, old) == {(last.code, Share.WHOLE)}


def test_a_part_stays_a_part_where_the_other_side_is_unknown():
    old, one = unit(end=MERGER), unit(first_day=MERGER)
    assert codes(Graph([old, one], [link(old, one, share=Share.PART)]), old) == {(one.code, Share.PART)}


def test_a_decision_chooses_a_side_and_a_later_split_waits_again():
    old, one, two = unit(end=MERGER), unit(first_day=MERGER, end=LATER), unit(first_day=MERGER)
    left, right = unit(first_day=LATER), unit(first_day=LATER)
    links = [
        link(old, one, share=Share.PART), link(old, two, share=Share.PART),
        link(one, left, on=LATER, share=Share.PART), link(one, right, on=LATER, share=Share.PART),
    ]  # fmt: skip
    graph = Graph([old, one, two, left, right], links, [decided(old, one, matter="ấp 1")])
    assert codes(graph, old, on=MERGER, matter="ấp 1") == {(one.code, Share.WHOLE)}
    assert len(follow(graph, old, on=MERGER)) == 2
    assert {landing.split_at for landing in follow(graph, old, on=TODAY, matter="ấp 1")} == {one.id}


def test_which_decision_says_most():
    one, two = unit(), unit()
    general, of_function, of_matter = (
        decided(one, two, key=1),
        decided(one, two, function="press", key=2),
        decided(one, two, matter="a", key=3),
    )
    every = [general, of_function, of_matter]
    assert decision_for(every) == general
    assert decision_for(every, function="press") == of_function
    assert decision_for(every, function="press", matter="a") == of_matter
    assert decision_for([of_matter], matter="b") is None


@st.composite
def chains(draw):
    """Generations of units, each going whole into some unit of the next."""
    days = [None, MERGER, LATER, LATEST]
    generations = []
    for n, first in enumerate(days):
        end = days[n + 1] if n + 1 < len(days) else None
        generations.append([unit(first_day=first, end=end) for _ in range(draw(st.integers(1, 4)))])
    links = [
        link(old, draw(st.sampled_from(after)), on=after[0].first_day)
        for before, after in itertools.pairwise(generations)
        for old in before
    ]
    return generations, links


@given(chains())
def test_chains_compose(made):
    """Going to a day, then on to a later one, is going there at once."""
    generations, links = made
    graph = Graph([one for generation in generations for one in generation], links)
    for start in generations[0]:
        (halfway,) = follow(graph, start, on=LATER)
        (onward,) = follow(graph, halfway.unit, on=TODAY)
        (direct,) = follow(graph, start, on=TODAY)
        assert direct.unit == onward.unit
        assert direct.path == halfway.path + onward.path
        assert direct.share == Share.WHOLE


@given(chains(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_whoever_answers_exists_on_the_day(made, on):
    generations, links = made
    graph = Graph([one for generation in generations for one in generation], links)
    for start in generations[0]:
        assert all(landing.unit.exists_on(on) for landing in follow(graph, start, on=on))


@pytest.fixture(scope="module")
def city():
    """The built-in files as a graph, without a database."""
    files = folder.read(BUILT_IN)
    plan = loading.plan_institutions([], files.institutions)
    links = loading.plan_links(files.links, plan.spans, set())
    assert not plan.problems
    assert not links.problems
    ids = {span.key: n for n, span in enumerate(span for group in plan.spans.values() for span in group)}
    rows = {(row.kind, row.code, row.first_day): row for row in files.institutions}
    units = [
        UnitRef(ids[key], row.kind, row.level, row.code, row.name, match_key(row.bare_name), row.type_label, row.first_day,
                row.last_day + loading.DAY if row.last_day else None)
        for key, row in rows.items()
    ]  # fmt: skip
    return Graph(
        units,
        [
            Link(ids[source], ids[target], row.on, row.kind, row.function, row.share_area, row.share_population)
            for source, target, row in links.add
        ],
    )


def test_every_commune_of_2024_ends_in_exactly_the_103_or_a_split(city):
    old = [one for one in city.units.values() if one.kind == Kind.UNIT and one.level == "commune" and one.end]
    assert len(old) == 263 + 5
    today = {one.code for one in city.units.values() if one.kind == Kind.UNIT and one.level == "commune" and one.end is None}
    assert len(today) == 103
    reached, split = set(), set()
    for one in old:
        landings = follow(city, one, on=TODAY)
        reached |= {landing.unit.code for landing in landings}
        if len(landings) > 1:
            split.add(one.code)
        else:
            assert landings[0].share == Share.WHOLE
    assert split == SPLIT
    assert reached == today


@given(st.dates(date(2023, 1, 1), date(2027, 12, 31)))
def test_on_every_day_each_code_is_one_unit(city, on):
    alive = [(one.kind, one.code) for one in city.units.values() if one.exists_on(on)]
    assert len(alive) == len(set(alive))
