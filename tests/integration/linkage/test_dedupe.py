"""`mangnon dedupe`: children entered twice."""

import json
from itertools import pairwise

import pyarrow.parquet as pq

from mangnon.cli.main import main


def test_doubles_are_found_and_nobody_else_is_joined(city, files, tmp_path, capsys):
    assert main(["dedupe", str(files / "register.parquet"), "--out", str(tmp_path / "out"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    clusters = pq.read_table(tmp_path / "out" / "clusters.parquet")
    assert clusters.column_names == ["record_id", "cluster_id"]
    assert clusters["record_id"].to_pylist() == city.register["record_id"].to_pylist()
    members: dict[str, list[str]] = {}
    for row in clusters.to_pylist():
        members.setdefault(row["cluster_id"], []).append(row["record_id"])
    found = {tuple(sorted(pair)) for group in members.values() for pair in pairwise(group)}
    true = {tuple(sorted(pair)) for pair in zip(city.doubles["left_id"].to_pylist(), city.doubles["other_id"].to_pylist(), strict=True)}
    assert len(found & true) / len(found) > 0.98
    assert len(found & true) / len(true) > 0.93
    assert answer["clusters"]["groups"] == sum(len(group) > 1 for group in members.values())


def test_dedupe_twice_gives_the_same_bytes(files, tmp_path):
    for name in ("one", "two"):
        assert main(["dedupe", str(files / "register.parquet"), "--out", str(tmp_path / name)]) == 0
    for file in ("links.parquet", "clusters.parquet", "model.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
