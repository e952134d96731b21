"""Probability is shared; the best pair of a record is found."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import competition

PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(-20, 20)), min_size=1, max_size=40, unique_by=lambda p: p[:2])


@given(PAIRS)
def test_candidates_of_one_record_share_less_than_one(pairs):
    pairs = sorted(pairs)
    left, scores = np.array([p[0] for p in pairs]), np.array([p[2] for p in pairs])
    total = np.bincount(left, competition.shared(scores, left))
    assert (total < 1 + 1e-9).all()


@given(PAIRS)
def test_the_best_pair_is_the_most_probable_one(pairs):
    pairs = sorted(pairs)
    left, right, chance = (np.array([p[i] for p in pairs]) for i in range(3))
    found = competition.best(chance, left, right).tolist()
    assert left[found].tolist() == sorted(set(left.tolist()))
    for place in found:
        mine = [i for i in range(len(pairs)) if left[i] == left[place]]
        assert place == min(mine, key=lambda i: (-chance[i], right[i]))
