"""The scorecard on a small synthetic city: it learns from numbers, and what it says adds up."""

import numpy as np
import pytest

from mangnon.cli.city.city import generate
from mangnon.linkage.engine import parameters
from mangnon.linkage.engine.explain import evidence, sentences
from mangnon.linkage.engine.learning import learn
from mangnon.linkage.engine.linking import background, compared, link
from mangnon.linkage.engine.model import load
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.scorecard import Layout, score
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def city():
    return generate(9000, 31)


@pytest.fixture(scope="module")
def world(city):
    model, vocabulary = load("children-population"), Vocabulary()
    lefts = encode(lambda n: city.register[n], length=city.register.num_rows, model=model, vocabulary=vocabulary)
    rights = encode(lambda n: city.population[n], length=city.population.num_rows, model=model, vocabulary=vocabulary, beside=lefts)
    return model, vocabulary, lefts, rights


def truth(city, lefts, rights) -> set[tuple[str, str]]:
    return set(zip(city.truth["left_id"].to_pylist(), city.truth["right_id"].to_pylist(), strict=True))


@pytest.mark.parametrize("method", ["numbers", "built-in", "em"])
def test_every_way_of_learning_links_well(city, world, method, monkeypatch):
    model, vocabulary, lefts, rights = world
    if method != "built-in":
        monkeypatch.setattr(parameters, "builtin", lambda model: None)
    if method != "numbers":
        monkeypatch.setattr("mangnon.linkage.engine.learning.ENOUGH", 10**9)
    pairs, weights = link(lefts, rights, model, vocabulary, Stages())
    assert weights.method == method
    ids = city.register["record_id"].to_pylist(), city.population["record_id"].to_pylist()
    linked = np.flatnonzero(pairs.probabilities >= 0.9)
    found = {(ids[0][lefts.rows[pairs.left[i]]], ids[1][rights.rows[pairs.right[i]]]) for i in linked}
    true = truth(city, lefts, rights)
    assert len(found & true) / len(found) > (0.995 if method == "em" else 0.999)
    assert len(found & true) / len(true) > (0.9 if method == "em" else 0.98)


def test_learning_twice_gives_the_same_points(world):
    model, vocabulary, lefts, rights = world
    one, _, levels, comparer = compared(lefts, rights, model, vocabulary, Stages())
    strangers = comparer.levels(lefts, rights, *background(len(lefts), len(rights)))
    first, second = (learn(levels, one, Layout.of(model), background=strangers, shares=True) for _ in range(2))
    assert first.points.tobytes() == second.points.tobytes()
    assert first.number.tobytes() == second.number.tobytes()


def test_points_of_the_fields_add_up_to_the_score(world):
    model, vocabulary, lefts, rights = world
    pairs, weights = link(lefts, rights, model, vocabulary, Stages())
    for i in range(0, len(pairs), max(1, len(pairs) // 25)):
        fields = evidence(pairs.levels[i].tolist(), model, weights)
        assert sum(f.points for f in fields) + weights.intercept == pytest.approx(pairs.scores[i], abs=0.1)
    lines = sentences(pairs.levels[:20], model, weights).to_pylist()
    assert all(line.startswith("Họ tên (tên): ") and "Số định danh: " in line for line in lines)
    assert score(pairs.levels, Layout.of(model), weights).tobytes() == pairs.scores.tobytes()
