"""Counting, values, targets and what stays closed, without a database."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.indicators import catalogue, rules
from mangnon.indicators.records import Target
from mangnon.indicators.vocabulary import Measure
from tests.factories.snapshots import snapshot

ON = date(2026, 11, 15)
TABLE = """
      | nơi ở     | giới tính | hoàn cảnh | trợ giúp
------+-----------+-----------+-----------+---------
An    | Cái Khế   | nam       | 4,13      | có
Bình  | Ninh Kiều | nữ        | -         | -
Chi   | Cái Khế   | -         | 11        | -
Dũng  | Tân An    | nam       | -         | -
"""


def tallies(communes, *, table=TABLE):
    drawn, places = snapshot(table, on=ON)
    keys = np.array(sorted(places[name] for name in communes))
    return {tally.code: tally for tally in rules.tally(drawn, catalogue.indicators(), keys)}, drawn, keys


def test_each_commune_holds_the_children_of_its_own_numbers():
    found, _, _ = tallies(["Cái Khế", "Ninh Kiều", "Tân An"])
    members = [rules.unpack_ids(packed).tolist() for packed in found["children_under_16"].members]
    assert members == [[1, 3], [2], [4]]


def test_boys_girls_and_unknown_make_all():
    found, _, _ = tallies(["Cái Khế", "Ninh Kiều", "Tân An"])
    parts = found["boys"].numerators + found["girls"].numerators + found["sex_unknown"].numerators
    assert parts.tolist() == found["children_under_16"].numerators.tolist()


def test_groups_add_up_to_entries():
    found, _, _ = tallies(["Cái Khế", "Ninh Kiều", "Tân An"])
    groups = sum(found[f"special_group_{group:02d}"].numerators for group in range(1, 15))
    assert groups.tolist() == found["special_entries"].numerators.tolist() == [3, 0, 0]


def test_who_lives_in_no_commune_of_the_list_is_told_not_counted():
    found, drawn, keys = tallies(["Cái Khế", "Ninh Kiều"])
    assert int(found["children_under_16"].numerators.sum()) == 3
    assert rules.unplaced(drawn, keys) == 1


def test_equal_inputs_have_equal_fingerprints_and_others_have_not():
    (drawn, places), (same, _) = snapshot(TABLE, on=ON), snapshot(TABLE, on=ON)
    moved, _ = snapshot(TABLE.replace("Ninh Kiều", "Tân An   "), on=ON)
    versions = {"children_under_16": 1}
    first = rules.fingerprint(drawn, versions, places)
    assert rules.fingerprint(same, versions, places) == first
    assert rules.fingerprint(moved, versions, places) != first
    assert rules.fingerprint(drawn, {"children_under_16": 2}, places) != first


@settings(deadline=None)
@given(st.sets(st.integers(1, 2**40), max_size=50))
def test_packed_keys_come_back(ids):
    packed = rules.pack_ids(np.array(sorted(ids), dtype=np.int64))
    assert rules.unpack_ids(packed).tolist() == sorted(ids)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (0, 7, "0.00"), (7, 7, "100.00"), (0, 0, None)],
)
def test_a_share_has_two_decimals_half_up(numerator, denominator, expected):
    found = rules.value(Measure.PERCENT, numerator=numerator, denominator=denominator)
    assert (found is None and expected is None) or str(found) == expected


def target(year, *, verified=True, operator="<", value="6"):
    return Target("quốc gia", year, operator, Decimal(value), "Quyết định", verified)


def test_the_target_of_a_year_is_the_nearest_ahead():
    rows = [target(2025), target(2030), target(2035)]
    assert rules.target_for(rows, 2026).year == 2030
    assert rules.target_for(rows, 2025).year == 2025
    assert rules.target_for(rows, 2036) is None


def test_an_unverified_target_is_never_given():
    assert rules.target_for([target(2030, verified=False)], 2026) is None


@pytest.mark.parametrize(
    ("operator", "value", "kept"), [("<", "6", False), ("≤", "6", True), ("≥", "6", True), (">", "6", False), ("<", "5.99", True)]
)
def test_keeping_a_target(operator, value, kept):
    assert rules.meets(Decimal(value), target(2030, operator=operator)) is kept


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12))
def test_no_closed_number_can_be_had_by_subtraction(cells):
    numbers, readable = [n for n, _ in cells], [may for _, may in cells]
    shut = rules.closed(numbers, readable=readable)
    for n, may, closed in zip(numbers, readable, shut, strict=True):
        assert not (may and closed)
        assert closed or may or n == 0 or n >= rules.SMALL
    others = [n for n, may, closed in zip(numbers, readable, shut, strict=True) if not may and not closed and n > 0]
    assert sum(shut) != 1 or not others
