"""Models as data: the built-in ones load, mistakes are named with file, line and key."""

import pytest

from mangnon.linkage.engine import parameters
from mangnon.linkage.engine.model import BadModel, load, parse

GOOD = """name = "thử"
[[comparison]]
column = "full_name"
kind = "vietnamese_name"
[[comparison]]
column = "birth_date"
kind = "date"
[blocking]
cap = 6
keys = [["full_name.all", "birth_date.full"]]
[thresholds]
link = 0.9
review = 0.1
"""


@pytest.mark.parametrize("name", ["children-population", "children-children", "febrl4", "historical50k"])
def test_built_in_models_load(name):
    model = load(name)
    assert model.name == name
    assert model.keys


@pytest.mark.parametrize("name", ["children-population", "children-children"])
def test_points_shipped_fit_their_model(name):
    weights = parameters.builtin(load(name))
    assert weights is not None
    assert weights.pairs > 10_000


@pytest.mark.parametrize(
    ("change", "line", "key"),
    [
        (('kind = "date"', 'kind = "day"'), 7, "kind"),
        (("cap = 6", "cup = 6"), 9, "cup"),
        (("cap = 6", 'cap = "six"'), 9, "cap"),
        (('column = "birth_date"', "column = 5"), 6, "column"),
        (("birth_date.full", "birth_date.hour"), 10, "keys"),
        (("birth_date.full", "birthday.full"), 10, "keys"),
        (("link = 0.9", 'link = "cao"'), 12, "link"),
        (('name = "thử"', 'nome = "thử"'), 1, "nome"),
        (("cap = 6", "cap = = 6"), 9, "(cú pháp)"),
        (('["full_name.all", "birth_date.full"]', "[]"), 10, "keys"),
    ],
)
def test_mistakes_are_named(change, line, key):
    with pytest.raises(BadModel) as refused:
        parse(GOOD.replace(*change), source="thu.toml")
    assert f"thu.toml, dòng {line}, khóa “{key}”" in str(refused.value)


def test_the_good_model_is_good():
    assert parse(GOOD, source="thu.toml").cap == 6
