"""Blocking: the packed join finds what a plain join finds."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import candidates

KEYS = st.lists(st.integers(0, 12), min_size=1, max_size=60)


def plain_join(left: list[int], right: list[int], cap: int) -> set[tuple[int, int]]:
    return {(i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a and a == b and right.count(b) <= cap}


@given(KEYS, KEYS, st.integers(1, 5))
def test_pairs_are_those_of_a_plain_join(left, right, cap):
    one, two = candidates.pairs(np.array(left), np.array(right), cap=cap)
    assert set(zip(one.tolist(), two.tolist(), strict=True)) == plain_join(left, right, cap)


@given(KEYS, st.integers(1, 5))
def test_within_one_file_every_pair_once(keys, cap):
    one, two = candidates.within(np.array(keys), cap=cap)
    assert set(zip(one.tolist(), two.tolist(), strict=True)) == {(i, j) for i, j in plain_join(keys, keys, cap) if i < j}


@given(st.lists(KEYS, min_size=1, max_size=4))
def test_union_has_every_pair_once_in_order(columns):
    found = [candidates.within(np.array(keys), cap=9) for keys in columns]
    one, two = candidates.union(found)
    pairs = {pair for a, b in found for pair in zip(a.tolist(), b.tolist(), strict=True)}
    assert list(zip(one.tolist(), two.tolist(), strict=True)) == sorted(pairs)


@given(KEYS)
def test_an_index_finds_the_holders_of_a_key(keys):
    stored = candidates.packed(np.array(keys))
    for key in range(1, 13):
        _, rows = candidates.spread(stored, *candidates.spans(stored, np.array([key])))
        assert rows.tolist() == [i for i, k in enumerate(keys) if k == key]
