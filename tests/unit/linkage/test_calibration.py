"""Isotonic calibration on reviewed pairs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import calibration


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80))
def test_the_curve_rises_and_stays_within_bounds(pairs):
    given_p = np.array([p for p, _ in pairs])
    curve = calibration.fit(given_p, np.array([same for _, same in pairs]))
    meant = calibration.apply(np.linspace(0, 1, 50), curve)
    assert (np.diff(meant) >= -1e-12).all()
    assert meant.min() >= 0
    assert meant.max() <= 1


def test_five_hundred_reviewed_pairs_mend_a_boastful_scorecard():
    rng = np.random.default_rng(5)
    true = rng.beta(0.2, 0.2, 60_000)
    same = rng.random(60_000) < true
    boastful = 1 / (1 + np.exp(-2.5 * np.log(np.clip(true, 1e-6, 1 - 1e-6) / (1 - np.clip(true, 1e-6, 1 - 1e-6)))))
    curve = calibration.fit(boastful[:500], same[:500])
    before = calibration.error(boastful[500:], same[500:])
    after = calibration.error(calibration.apply(boastful[500:], curve), same[500:])
    assert after < before / 1.5


def test_without_decisions_nothing_changes():
    given_p = np.array([0.1, 0.9])
    assert calibration.apply(given_p, ()) is given_p
