"""Learn the points shipped with the built-in models, on synthetic cities whose truth is known.

    python -m tests.benchmarks.linkage.points [--size 150000]

Writes mangnon/linkage/engine/models/*.json. The cities differ in difficulty, so that the points expect no special kind of list; data with
numbers of their own move them (see `learning`).
"""

import argparse
import json
from importlib.resources import files
from pathlib import Path

import numpy as np

from mangnon.cli.city.city import City, generate
from mangnon.cli.city.difficulty import HARD, STANDARD
from mangnon.linkage.engine import learning, parameters
from mangnon.linkage.engine.linking import background, compared
from mangnon.linkage.engine.model import Model, load
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.scorecard import Layout
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.vocabulary import Vocabulary


def levels_and_truth(city: City, model: Model) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Levels of the candidate pairs, whether each is one person, and levels of strangers."""
    vocabulary = Vocabulary()
    lefts = encode(lambda name: city.register[name], length=city.register.num_rows, model=model, vocabulary=vocabulary)
    rights = lefts
    if not model.dedupe:
        rights = encode(
            lambda name: city.population[name], length=city.population.num_rows, model=model, vocabulary=vocabulary, beside=lefts
        )
    one, two, levels, comparer = compared(lefts, rights, model, vocabulary, Stages())
    truth = true_codes(city, dedupe=model.dedupe)
    same = np.isin(lefts.rows[one] << 32 | rights.rows[two], truth)
    return levels, same, comparer.levels(lefts, rights, *background(len(lefts), len(rights)))


def true_codes(city: City, *, dedupe: bool) -> np.ndarray:
    """True pairs as row numbers of the two files in one integer."""
    left = {name: row for row, name in enumerate(city.register["record_id"].to_pylist())}
    if dedupe:
        table, other, ids = city.doubles, "other_id", left
    else:
        table, other = city.truth, "right_id"
        ids = {name: row for row, name in enumerate(city.population["record_id"].to_pylist())}
    one = np.array([left[name] for name in table["left_id"].to_pylist()], np.int64)
    two = np.array([ids[name] for name in table[other].to_pylist()], np.int64)
    return np.minimum(one, two) << 32 | np.maximum(one, two) if dedupe else one << 32 | two


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=150_000)
    size = parser.parse_args().size
    cities = [generate(size, 7301, STANDARD), generate(size, 7302, STANDARD.scaled(1.6)), generate(size // 2, 7303, HARD)]
    for name in ("children-population", "children-children"):
        model = load(name)
        parts = [levels_and_truth(city, model) for city in cities]
        levels, same, strangers = (np.concatenate([part[i] for part in parts]) for i in range(3))
        weights = learning.from_truth(levels, same, Layout.of(model), background=strangers)
        path = Path(str(files("mangnon.linkage.engine") / "models" / f"{name}.json"))
        content = {"format": parameters.FORMAT, "model": name, "fingerprint": parameters.fingerprint(model)}
        content |= {"parameters": parameters.form(model, weights)}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(name, "pairs", len(levels), "true", int(same.sum()))


if __name__ == "__main__":
    main()
