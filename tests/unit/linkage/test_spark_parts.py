"""What a cluster does with parts of the files, done here in one process: the same files as by `engine.run`, byte for byte."""

import subprocess
import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.cli.city.city import City, generate
from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import candidates, parameters, run
from mangnon.linkage.engine.model import load
from mangnon.linkage.engine.spark import joining, pieces, reading, rows
from mangnon.linkage.engine.spark import run as spark_run
from mangnon.linkage.engine.spark.rows import Kind, Row
from mangnon.linkage.engine.vocabulary import Vocabulary
from tests.unit.linkage.here import Here


@pytest.fixture(scope="module")
def city() -> City:
    return generate(2500, 77)


def written(folder: Path, register: pa.Table, population: pa.Table) -> Path:
    pq.write_table(register, folder / "register.parquet")
    pq.write_table(population, folder / "population.parquet", row_group_size=4000)
    return folder


def assert_same(folder: Path, *, cores: int = 3, suffix: str = "parquet", **more) -> dict:
    """Links by one machine and in parts; compares the files; returns the summary."""
    files = {"left": folder / f"register.{suffix}", "right": folder / f"population.{suffix}", **({"model": "children-population"} | more)}
    one = run.link_files(**files, out=folder / "one")
    many = spark_run.link_files(partial(nullcontext, Here(cores=cores, seed=cores)), **files, out=folder / "many")
    for file in ("links.parquet", "model.json"):
        assert (folder / "many" / file).read_bytes() == (folder / "one" / file).read_bytes()
    for part in ("pairs", "records", "review_records", "expected", "parameters"):
        assert many[part] == one[part]
    return many


@pytest.mark.parametrize("cores", [1, 2, 7])
def test_however_files_are_parted_the_links_are_the_same(city, tmp_path, cores, monkeypatch):
    monkeypatch.setattr("mangnon.linkage.engine.learning.ENOUGH", 1000)
    summary = assert_same(written(tmp_path, city.register, city.population), cores=cores)
    assert summary["parameters"]["method"] == "numbers"
    assert summary["pieces"]["left"] >= cores
    assert summary["pairs"]["link"] > 2000


def test_a_sample_of_records_teaches_the_same_in_parts(city, tmp_path, monkeypatch):
    monkeypatch.setattr("mangnon.linkage.engine.learning.ENOUGH", 200)
    monkeypatch.setattr("mangnon.linkage.engine.learning.SAMPLE", 700)
    summary = assert_same(written(tmp_path, city.register, city.population), cores=4)
    assert 200 < summary["parameters"]["learnt_from_pairs"] < 1000


def test_patterns_teach_the_same_in_parts(city, tmp_path, monkeypatch):
    monkeypatch.setattr(parameters, "builtin", lambda model: None)
    assert assert_same(written(tmp_path, city.register, city.population))["parameters"]["method"] == "em"


def test_points_of_an_earlier_run_are_applied(city, tmp_path):
    assert_same(written(tmp_path, city.register, city.population))
    assert_same(tmp_path, weights=tmp_path / "one" / "model.json")


def test_keys_of_many_ranges_meet_the_same(city, tmp_path, monkeypatch):
    monkeypatch.setattr(spark_run, "_KEYS_PER_RANGE", 1500)
    assert_same(written(tmp_path, city.register, city.population))


def test_a_key_many_share_is_joined_at_home(city, tmp_path, monkeypatch):
    """With so low a bound most keys of twins and doubles stay with their records."""
    monkeypatch.setattr(joining, "HOT", 1)
    kinds: set[int] = set()
    united = joining.united

    def watched(plan, book, part, parcels):
        held = list(parcels)
        kinds.update(row.kind for row in held)
        return united(plan, book, part, iter(held))

    monkeypatch.setattr(joining, "united", watched)
    assert_same(written(tmp_path, city.register, city.population))
    assert {Kind.HOT_KEYS, Kind.HOT_ANSWER, Kind.PAIRS} <= kinds


def test_a_name_thousands_share(city, tmp_path):
    more = [{"record_id": f"c{i}", "full_name": "Trần Văn Nam", "birth_date": "2016-05-04", "sex": "Nam"} for i in range(1200)]
    few = [{"record_id": f"p{i}", "full_name": "Trần Văn Nam", "birth_date": "2016-05-04", "sex": "Nam"} for i in range(5)]
    tables = (pa.concat_tables([table.select(list(more[0])), pa.Table.from_pylist(rows)]) for table, rows in
              ((city.register, more), (city.population, few)))  # fmt: skip
    summary = assert_same(written(tmp_path, *tables), cores=2)
    assert summary["pairs"]["compared"] > 6000


def test_csv_and_columns_of_numbers(city, tmp_path):
    """Years as numbers: 2016.0 reads as 2016 where all are whole, and as it stands where a single one is not."""
    years = pa.array([int(day[:4]) for day in city.register["birth_date"].to_pylist()], pa.float64())
    for broken in (False, True):
        years = pa.concat_arrays([years[:-1], pa.array([2016.5])]) if broken else years
        register = city.register.set_column(city.register.schema.get_field_index("birth_date"), "birth_date", years)
        assert_same(written(tmp_path, register, city.population))
    for name in ("register", "population"):
        pyarrow.csv.write_csv(getattr(city, name), tmp_path / f"{name}.csv")
    assert_same(tmp_path, suffix="csv")


def test_a_model_of_texts(tmp_path):
    places = {"register": ["Trường Mầm non Hoa Sen", "Trạm Y tế An Bình", "Hoa"], "population": ["tram y te an binh", "Hoa Sen"]}
    for name, words in places.items():
        pq.write_table(pa.table({"ma": [f"{name}{i}" for i in range(len(words))], "ten": words}), tmp_path / f"{name}.parquet")
    model = tmp_path / "school.toml"
    model.write_text(
        'name = "school"\nid = "ma"\n[[comparison]]\ncolumn = "ten"\nkind = "text"\n[blocking]\ncap = 5\nkeys = [["ten.word"], ["ten"]]\n'
        "[thresholds]\nlink = 0.01\nreview = 0.001\n",
        encoding="utf-8",
    )
    assert_same(tmp_path, model=str(model))


def test_nobody_in_the_window_is_no_mishap(city, tmp_path):
    old = city.population.set_column(
        city.population.schema.get_field_index("birth_date"), "birth_date", pa.array(["1950-01-01"] * city.population.num_rows)
    )
    old = old.drop_columns(["personal_number"])
    summary = assert_same(written(tmp_path, city.register, old))
    assert summary["records"]["right_considered"] == 0


@pytest.mark.parametrize("value", ["", "x"])
@pytest.mark.parametrize("side", ["register", "population"])
def test_bad_ids_are_refused_with_the_same_words(city, tmp_path, side, value):
    table = getattr(city, side)
    ids = table["record_id"].to_pylist()
    ids[30] = ids[700] = ids[-1] = value
    ids[5] = ids[6]
    if value:
        ids[6] = "y"
    tables = {"register": city.register, "population": city.population} | {side: table.set_column(0, "record_id", pa.array(ids))}
    written(tmp_path, **tables)
    files = {"left": tmp_path / "register.parquet", "right": tmp_path / "population.parquet", "model": "children-population"}
    with pytest.raises(Refusal) as one:
        run.link_files(**files, out=tmp_path / "out")
    with pytest.raises(Refusal) as many:
        spark_run.link_files(partial(nullcontext, Here(cores=3)), **files, out=tmp_path / "out")
    assert str(many.value) == str(one.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["population.parquet", "register.parquet"]


def test_pyspark_is_not_imported_before_it_is_asked_for():
    code = "import sys, mangnon.linkage.engine.spark.run, mangnon.linkage.engine.spark.cluster; sys.exit('pyspark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


KEYS = st.lists(st.integers(1, 9), max_size=60)


@given(KEYS, st.integers(1, 4))
def test_enough_of_a_key_is_sent_to_see_that_it_is_too_much(keys, most):
    packed = candidates.packed(np.array(keys, np.int64))
    kept = joining.thinned(packed, most=most)
    few, many = joining.parted(packed, most=most)
    counts = {key: keys.count(key) for key in keys}
    assert len(kept) == sum(min(count, most) for count in counts.values())
    assert len(few) == sum(count for count in counts.values() if count <= most)
    assert np.sort(np.concatenate([few, many])).tolist() == packed.tolist()


@given(KEYS, KEYS, st.integers(1, 4), st.integers(1, 9))
def test_ranges_of_keys_join_to_what_all_keys_join_to(left, right, cap, ranges):
    plan = pieces.Plan(load("children-population"), ((), ()), ranges)
    one, two = (candidates.packed(np.array(keys, np.int64)) for keys in (left, right))
    found: set[tuple[int, int]] = set()
    parcels = [*joining.cut(plan, 3, Kind.LEFT_KEYS, one), *joining.cut(plan, 3, Kind.RIGHT_KEYS, two)]
    for part in {row.part for row in parcels}:
        here = [row for row in parcels if row.part == part]
        assert 3 * ranges <= part < 4 * ranges
        sides = ([np.frombuffer(row.payload, np.uint64) for row in here if row.kind == kind] for kind in (Kind.LEFT_KEYS, Kind.RIGHT_KEYS))
        mine, theirs = (side[0] if side else np.empty(0, np.uint64) for side in sides)
        found |= set(zip(*(places.tolist() for places in candidates.meet(mine, theirs, cap=cap)), strict=True))
    whole = candidates.meet(one, two, cap=cap)
    assert found == set(zip(*(places.tolist() for places in whole), strict=True))


@given(st.lists(st.binary(max_size=50), max_size=6))
def test_bundles_open_to_what_was_bundled(parts):
    assert rows.unbundled(rows.bundled(*parts)) == parts


@given(st.lists(st.tuples(st.integers(-1, 99), st.integers(0, 20), st.integers(-(2**60), 2**60), st.binary(max_size=9)), max_size=9))
def test_rows_travel_as_arrow_batches(given_rows):
    sent = [Row(*row) for row in given_rows]
    assert list(rows.opened(rows.batched(sent))) == sent


def test_words_are_numbered_as_one_machine_would_meet_them():
    words = [(b'["sex", "nu"]', 2, 9), (b'["sex", "nam"]', 3, 4), (b'["", "an", 0, 0]', 1, 7), (b'["", "ba", 1, 0]', 5, 2)]
    vocabulary = reading.vocabulary_of(words)
    assert vocabulary.words("sex").words == ["", "nam", "nu"]
    assert [syllable.letters for syllable in vocabulary.syllables.syllables] == ["", "ba", "an"]
    assert vocabulary.syllables.counts.tolist() == [0, 5, 1]
    assert isinstance(vocabulary, Vocabulary)
