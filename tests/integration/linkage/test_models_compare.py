"""`mangnon models compare`: a model learnt once and saved is applied later and compared with another on the same pairs."""

import json

import pyarrow.parquet as pq
import pytest

from mangnon.cli.main import main


@pytest.fixture(scope="module")
def learnt(files, tmp_path_factory):
    """The model.json a run on this city learns."""
    out = tmp_path_factory.mktemp("learnt")
    assert main(["link", str(files / "register.parquet"), str(files / "population.parquet"), "--out", str(out)]) == 0
    return out / "model.json"


@pytest.fixture(scope="module")
def truth(city, tmp_path_factory):
    path = tmp_path_factory.mktemp("truth") / "truth.parquet"
    pq.write_table(city.truth, path)
    return path


def compare(capsys, *words) -> dict:
    assert main(["models", "compare", *map(str, words), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_learnt_points_against_shipped_ones(files, learnt, truth, tmp_path, capsys):
    sides = (files / "register.parquet", files / "population.parquet")
    answer = compare(capsys, *sides, "--weights", learnt, "children-population", "--truth", truth, "--out", tmp_path / "out")
    a, b = answer["models"]["a"], answer["models"]["b"]
    assert a["versions"]["mangnon"]
    assert a["pairs"] == b["pairs"] > 0, "the same pairs"
    assert (a["learnt_from_pairs"], a["method"]) != (b["learnt_from_pairs"], b["method"])
    assert answer["links"]["common"] + answer["links"]["only_a"] == a["links"]
    assert answer["links"]["common"] + answer["links"]["only_b"] == b["links"]
    for one in (a, b):
        assert one["accuracy"]["precision"] > 0.998
        assert one["accuracy"]["recall"] > 0.98
        assert one["accuracy"]["recall_after_review"] >= one["accuracy"]["recall"]
    shown = pq.read_table(tmp_path / "out" / "differences.parquet").to_pylist()
    only_a = [row for row in shown if row["verdict_a"] == "link" and row["verdict_b"] != "link"]
    assert len(only_a) == answer["links"]["only_a"]
    assert json.loads((tmp_path / "out" / "contrast.json").read_text()) == answer


def test_a_model_against_itself_differs_nowhere(files, learnt, tmp_path, capsys):
    sides = (files / "register.parquet", files / "population.parquet")
    answer = compare(capsys, *sides, "--weights", learnt, learnt, "--out", tmp_path / "out")
    assert answer["links"]["only_a"] == answer["links"]["only_b"] == answer["probabilities"]["greatest"] == 0
    assert pq.read_table(tmp_path / "out" / "differences.parquet").num_rows == 0


def test_doubles_in_one_file(files, city, tmp_path, capsys):
    assert main(["dedupe", str(files / "register.parquet"), "--out", str(tmp_path / "own")]) == 0
    capsys.readouterr()
    pq.write_table(city.doubles, tmp_path / "doubles.parquet")
    answer = compare(
        capsys, files / "register.parquet", "--weights", "children-children", tmp_path / "own" / "model.json", "--truth",
        tmp_path / "doubles.parquet", "--out", tmp_path / "out",
    )  # fmt: skip
    assert answer["truth"]["pairs"] == city.doubles.num_rows
    assert answer["models"]["a"]["accuracy"]["recall"] > 0.9


def test_what_people_read(files, learnt, tmp_path, capsys):
    sides = [str(files / "register.parquet"), str(files / "population.parquet")]
    words = ["models", "compare", *sides, "--weights", str(learnt), "children-population", "--out", str(tmp_path / "out")]
    assert main(words) == 0
    assert "Nối giống nhau" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        (("children-children", "children-population"), "chỉ đưa một tệp"),
        (("khong-co.json", "children-population"), "không đọc được"),
        (("febrl4", "children-population"), "không có tham số đi kèm"),
    ],
)
def test_what_cannot_be_compared_is_refused(files, tmp_path, capsys, weights, words):
    sides = [str(files / "register.parquet"), str(files / "population.parquet")]
    assert main(["models", "compare", *sides, "--weights", *weights, "--out", str(tmp_path / "out")]) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_truth_of_other_files_is_refused(files, learnt, tmp_path, capsys):
    (tmp_path / "truth.csv").write_text("left_id,right_id\nX1,Y1\n")
    sides = [str(files / "register.parquet"), str(files / "population.parquet")]
    words = ["--weights", str(learnt), str(learnt), "--truth", str(tmp_path / "truth.csv"), "--out", str(tmp_path / "out")]
    assert main(["models", "compare", *sides, *words]) == 1
    assert "không mã nào" in capsys.readouterr().err
