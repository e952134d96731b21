"""The synthetic city: the same wishes give the same bytes; rates are as stated; nobody comes from anywhere but the tables."""

from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from mangnon.cli.city import FEW_NUMBERS, HARD, STANDARD, City, Difficulty, generate
from mangnon.cli.city.names import lexicon
from mangnon.cli.city.people import OLDEST_CHILD, people
from mangnon.cli.city.places import places

CHILDREN, SEED = 6_000, 5
CONTRACT = [
    "record_id", "full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "commune_code", "hamlet",
    "household_id",
]  # fmt: skip


@cache
def city(difficulty: Difficulty = STANDARD) -> City:
    return generate(CHILDREN, SEED, difficulty)


def share(mask: pa.ChunkedArray) -> float:
    return pc.mean(pc.cast(pc.fill_null(mask, False), pa.float64())).as_py()


def test_the_same_wishes_give_the_same_city():
    again = generate(CHILDREN, SEED)
    for table in ("register", "population", "truth", "doubles"):
        assert getattr(again, table).equals(getattr(city(), table)), table


def test_another_seed_gives_another_city():
    assert not generate(200, 1).register.equals(generate(200, 2).register)


@pytest.mark.parametrize("children", [1, 2, 7, 100])
def test_small_cities_are_whole_too(children):
    small = generate(children, 3)
    assert len(set(small.register["record_id"].to_pylist())) == small.register.num_rows >= children
    assert small.population.num_rows >= 3 * children


def test_tables_have_the_columns_of_the_contract():
    assert city().register.column_names[:10] == CONTRACT
    assert city().population.column_names == CONTRACT
    for table in (city().register, city().population):
        assert table["full_name"].null_count == 0
        assert len(set(table["record_id"].to_pylist())) == table.num_rows


def test_the_snapshot_is_four_times_the_children():
    assert 4.0 < city().population.num_rows / CHILDREN < 4.4


def test_truth_joins_children_to_persons_and_misses_the_absent():
    truth = city().truth
    assert set(truth["left_id"].to_pylist()) <= set(city().register["record_id"].to_pylist())
    assert set(truth["right_id"].to_pylist()) <= set(city().population["record_id"].to_pylist())
    assert len(set(truth["left_id"].to_pylist())) == truth.num_rows
    assert truth.num_rows / city().register.num_rows == pytest.approx(1 - STANDARD.absent, abs=0.015)


def test_doubles_are_as_many_as_stated():
    assert city().register.num_rows - CHILDREN == city().doubles.num_rows
    assert city().doubles.num_rows / CHILDREN == pytest.approx(STANDARD.doubled, abs=0.006)


@pytest.mark.parametrize("difficulty", [STANDARD, HARD, FEW_NUMBERS])
def test_numbers_are_missing_as_stated(difficulty):
    missing = city(difficulty).register["personal_number"].null_count / city(difficulty).register.num_rows
    assert missing == pytest.approx(difficulty.number_missing, abs=0.02)


def test_numbers_are_wrong_as_stated():
    of = dict(zip(city().population["record_id"].to_pylist(), city().population["personal_number"].to_pylist(), strict=True))
    mine = dict(zip(city().register["record_id"].to_pylist(), city().register["personal_number"].to_pylist(), strict=True))
    pairs = zip(city().truth["left_id"].to_pylist(), city().truth["right_id"].to_pylist(), strict=True)
    both = [(mine[left], of[right]) for left, right in pairs if mine[left] and of[right]]
    assert np.mean([left != right for left, right in both]) == pytest.approx(STANDARD.number_wrong, abs=0.012)


def test_numbers_are_twelve_digits_unique_and_say_sex_and_year():
    numbers = pc.drop_null(city().population["personal_number"]).to_pylist()
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 12 and number.isdigit() for number in numbers)
    everybody = people(children=CHILDREN, seed=SEED)
    year = everybody.birth.astype("datetime64[Y]").astype(int) + 1970
    assert (everybody.number // 10**6 % 100 == year % 100).all()
    assert (everybody.number // 10**8 % 10 == 2 * (year // 100 - 19) + (everybody.sex == 2)).all()
    own = np.isin(everybody.number // 10**9, [92, 93, 94])
    assert 0.88 < own.mean() < 0.96


def test_a_harder_city_has_fewer_exact_rows():
    def exact(of: City) -> float:
        left = of.register.select(["record_id", "full_name", "birth_date"]).rename_columns(["left_id", "name", "born"])
        right = of.population.select(["record_id", "full_name", "birth_date"]).rename_columns(["right_id", "their_name", "their_birth"])
        joined = of.truth.join(left, "left_id").join(right, "right_id")
        return share(pc.and_(pc.equal(joined["name"], joined["their_name"]), pc.equal(joined["born"], joined["their_birth"])))

    assert 0.45 < exact(city()) < 0.7
    assert exact(city(HARD)) < exact(city()) - 0.15


def test_the_people_are_the_same_at_every_difficulty():
    left, right = (set(one.population["personal_number"].to_pylist()) for one in (city(), city(HARD)))
    assert len(left & right) > 0.85 * len(left)


def test_every_name_has_a_surname_and_a_given_name_of_the_tables():
    everybody = people(children=300, seed=SEED)
    assert np.isin(everybody.name[:, 0], lexicon().surname_codes).all()
    assert (everybody.name[:, 4] > 0).all()


def test_children_are_under_sixteen_and_parents_grown_up():
    everybody = people(children=CHILDREN, seed=SEED)
    assert (everybody.birth[everybody.children] >= OLDEST_CHILD).all()
    assert len(everybody.children) == CHILDREN
    young = share(pa.chunked_array([pa.array(everybody.birth[everybody.children] > np.datetime64("2020-11-15"))]))
    assert 0.3 < young < 0.45  # former Cần Thơ, 2021: 110,000 of 290,000 children under six


def test_siblings_share_parents_and_never_a_given_name():
    everybody = people(children=CHILDREN, seed=SEED)
    household, given = everybody.household[everybody.children], everybody.name[everybody.children][:, 4]
    keys = household.astype(np.int64) * 10**6 + given
    assert len(np.unique(keys)) == len(keys)
    first = {}
    for row in everybody.children:
        mother = tuple(everybody.mother_name[row])
        assert first.setdefault(everybody.household[row], mother) == mother


def test_twins_are_two_or_three_in_a_hundred_and_some_have_names_a_letter_apart():
    everybody = people(children=20_000, seed=SEED)
    rows = everybody.children
    same = (everybody.household[rows][1:] == everybody.household[rows][:-1]) & (everybody.birth[rows][1:] == everybody.birth[rows][:-1])
    assert 0.015 < 2 * same.mean() < 0.035
    near = lexicon().given_like
    given = everybody.name[rows][:, 4]
    assert (near[given[:-1]] == given[1:])[same].sum() >= 5


def test_khmer_households_live_where_they_do():
    everybody = people(children=CHILDREN, seed=SEED)
    province = places().former_province[everybody.commune]
    by_province = {code: (everybody.stock[province == code] == 3).mean() for code in (92, 93, 94)}
    assert 0.2 < by_province[94] < 0.42  # census 2019: 30 %
    assert by_province[92] < 0.03
    assert by_province[93] < 0.05


def test_circumstances_are_as_rare_as_they_are():
    big = generate(20_000, SEED).register
    assert 0.008 < 1 - big["circumstances"].null_count / big.num_rows < 0.018
    assert 0.03 < 1 - big["risks"].null_count / big.num_rows < 0.1


def test_communes_weigh_by_population():
    rows = city().register["list_code"].to_pylist()
    assert rows.count("31135") > 5 * rows.count("31537")  # Ninh Kiều has 119,547 people, the smallest commune 6,416


def test_full_names_repeat_about_as_often_as_in_a_real_cohort():
    """Exam lists of 2017: among 10,251 candidates of Cần Thơ 76.9 % had a name of their own; 84.8 % in Sóc Trăng."""
    names = generate(10_251, SEED).population["full_name"].to_pylist()[:10_251]
    counted = dict.fromkeys(names, 0)
    for name in names:
        counted[name] += 1
    assert 0.7 < sum(counted[name] == 1 for name in names) / len(names) < 0.93
