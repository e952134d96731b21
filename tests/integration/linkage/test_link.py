"""`mangnon link`: the files of the contract, right and always the same."""

import json

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from mangnon.cli.main import main

COLUMNS = ["record_id", "full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name"]
COLUMNS += ["commune_code", "hamlet", "household_id"]


def link(left, right, out, *more, capsys=None) -> dict:
    assert main(["link", str(left), str(right), "--out", str(out), "--json", *more]) == 0
    return json.loads(capsys.readouterr().out) if capsys else {}


def right_share(links: pa.Table, city) -> tuple[float, float]:
    true = set(zip(city.truth["left_id"].to_pylist(), city.truth["right_id"].to_pylist(), strict=True))
    rows = links.to_pylist()
    found = {(row["left_id"], row["right_id"]) for row in rows if row["verdict"] == "link"}
    return len(found & true) / len(found), len(found & true) / len(true)


def test_links_are_right_and_files_are_those_of_the_contract(city, files, tmp_path, capsys):
    answer = link(files / "register.parquet", files / "population.parquet", tmp_path / "out", capsys=capsys)
    links = pq.read_table(tmp_path / "out" / "links.parquet")
    assert links.column_names[:4] == ["left_id", "right_id", "probability", "verdict"]
    assert "why" in links.column_names
    precision, recall = right_share(links, city)
    assert precision > 0.999
    assert recall > 0.985
    linked = [row["left_id"] for row in links.to_pylist() if row["verdict"] == "link"]
    assert len(linked) == len(set(linked))
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary == answer
    assert summary["expected"]["precision"] > 0.99
    assert {"encode", "candidates", "compare", "learn", "score", "write"} <= summary["stages"].keys()
    assert summary["parameters"]["points"]["birth_date"]["trùng"] > summary["parameters"]["points"]["birth_date"]["khác"]


def test_the_same_input_gives_the_same_bytes(files, tmp_path):
    for name in ("one", "two"):
        link(files / "register.parquet", files / "population.parquet", tmp_path / name)
    for file in ("links.parquet", "model.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_csv_reads_like_parquet(city, files, tmp_path):
    for side in ("register", "population"):
        pa.csv.write_csv(getattr(city, side).select(COLUMNS), tmp_path / f"{side}.csv")
    link(files / "register.parquet", files / "population.parquet", tmp_path / "parquet")
    link(tmp_path / "register.csv", tmp_path / "population.csv", tmp_path / "csv")
    assert (tmp_path / "parquet" / "links.parquet").read_bytes() == (tmp_path / "csv" / "links.parquet").read_bytes()


@pytest.mark.parametrize(
    "kept",
    [
        ["record_id", "full_name", "birth_date", "mother_name"],
        ["record_id", "full_name", "birth_date", "personal_number"],
        ["record_id", "full_name", "mother_name", "father_name", "commune_code", "hamlet"],
    ],
)
def test_columns_may_be_missing(city, tmp_path, kept):
    pq.write_table(city.register.select(kept), tmp_path / "register.parquet")
    pq.write_table(city.population, tmp_path / "population.parquet")
    link(tmp_path / "register.parquet", tmp_path / "population.parquet", tmp_path / "out")
    precision, recall = right_share(pq.read_table(tmp_path / "out" / "links.parquet"), city)
    assert precision > 0.995
    assert recall > 0.3


def test_only_names_never_link_by_themselves(city, tmp_path):
    pq.write_table(city.register.select(["record_id", "full_name"]), tmp_path / "register.parquet")
    pq.write_table(city.population.select(["record_id", "full_name"]), tmp_path / "population.parquet")
    link(tmp_path / "register.parquet", tmp_path / "population.parquet", tmp_path / "out")


def test_a_learnt_model_is_applied_later(city, files, tmp_path, capsys):
    link(files / "register.parquet", files / "population.parquet", tmp_path / "first")
    capsys.readouterr()
    weights = ["--weights", str(tmp_path / "first" / "model.json")]
    answer = link(files / "register.parquet", files / "population.parquet", tmp_path / "again", *weights, capsys=capsys)
    assert answer["parameters"] == json.loads((tmp_path / "first" / "model.json").read_text())["parameters"]
    assert (tmp_path / "first" / "links.parquet").read_bytes() == (tmp_path / "again" / "links.parquet").read_bytes()


def test_a_model_of_ones_own_links_other_data(tmp_path):
    pq.write_table(pa.table({"ma": ["a", "b"], "ten": ["Trường Mầm non Hoa Sen", "Trạm Y tế An Bình"]}), tmp_path / "left.parquet")
    pq.write_table(pa.table({"ma": ["x", "y"], "ten": ["trạm y tế an binh", "Truong mam non Hoa Sen"]}), tmp_path / "right.parquet")
    model = tmp_path / "school.toml"
    model.write_text(
        'name = "school"\nid = "ma"\n[[comparison]]\ncolumn = "ten"\nkind = "text"\n[blocking]\ncap = 5\nkeys = [["ten.word"], ["ten"]]\n'
        "[thresholds]\nlink = 0.01\nreview = 0.001\n",
        encoding="utf-8",
    )
    link(tmp_path / "left.parquet", tmp_path / "right.parquet", tmp_path / "out", "--model", str(model))
    links = pq.read_table(tmp_path / "out" / "links.parquet").to_pylist()
    assert {(row["left_id"], row["right_id"]) for row in links} == {("a", "y"), ("b", "x")}
