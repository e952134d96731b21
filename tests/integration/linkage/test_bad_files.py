"""Input that cannot be used: exit 1, one sentence, nothing left behind."""

import errno
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mangnon.cli.main import main
from mangnon.linkage.engine import results

GOOD = {"record_id": ["a", "b"], "full_name": ["Nguyễn Văn An", "Trần Thị Bé"], "birth_date": ["2015-02-03", "2016-01-05"]}


def table(path: Path, content: dict) -> Path:
    pq.write_table(pa.table(content), path)
    return path


def refused(capsys, *arguments: object) -> str:
    assert main([str(a) for a in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


def bad_file(folder: Path, kind: str) -> Path:
    path = folder / "bad.parquet"
    match kind:
        case "no id":
            table(path, {"full_name": ["An"]})
        case "double id":
            table(path, GOOD | {"record_id": ["a", "a"]})
        case "empty id":
            table(path, GOOD | {"record_id": ["a", None]})
        case "no name":
            table(path, {"record_id": ["a"], "birth_date": ["2015"]})
        case "no rows":
            table(path, {"record_id": pa.array([], pa.string()), "full_name": pa.array([], pa.string())})
        case "no bytes":
            path.write_bytes(b"")
        case "torn":
            table(path, {name: values * 500 for name, values in GOOD.items()} | {"record_id": [str(i) for i in range(1000)]})
            path.write_bytes(path.read_bytes()[:-40])
        case "damaged":
            table(path, {name: values * 500 for name, values in GOOD.items()} | {"record_id": [str(i) for i in range(1000)]})
            content = bytearray(path.read_bytes())
            content[60:400] = b"\xff" * 340
            path.write_bytes(content)
        case "not csv":
            path = folder / "bad.csv"
            path.write_bytes(b"record_id,full_name\na,An\nb,B\xff\xfe,thua cot\n")
    return path


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("no id", "không có cột “record_id”"), ("double id", "mã “a”"), ("empty id", "trống"), ("no name", "không có cột “full_name”"),
        ("no rows", "không có bản ghi nào"), ("no bytes", "rỗng"), ("torn", "không phải Parquet"), ("damaged", ""), ("not csv", "CSV"),
        ("absent", "Không có tệp"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", ["left", "right"])
def test_bad_input_is_refused(tmp_path, capsys, kind, words, side):
    good, bad = table(tmp_path / "good.parquet", GOOD), bad_file(tmp_path, kind)
    before = sorted(tmp_path.iterdir())
    said = refused(capsys, "link", *((bad, good) if side == "left" else (good, bad)), "--out", tmp_path / "out")
    assert words in said
    assert sorted(tmp_path.iterdir()) == before


def test_dedupe_refuses_alike(tmp_path, capsys):
    assert "mã “a”" in refused(capsys, "dedupe", bad_file(tmp_path, "double id"), "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_nothing(tmp_path, capsys, monkeypatch):
    good = table(tmp_path / "good.parquet", GOOD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(results, "write_json", full)
    said = refused(capsys, "link", good, good, "--out", tmp_path / "out")
    assert "Kiểm tra chỗ trống" in said
    assert [path.name for path in tmp_path.iterdir()] == ["good.parquet"]


def test_results_of_before_stay_when_a_run_fails(tmp_path, capsys, monkeypatch):
    good = table(tmp_path / "good.parquet", GOOD)
    assert main(["link", str(good), str(good), "--out", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(results, "write_json", full)
    refused(capsys, "link", good, good, "--out", tmp_path / "out")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


@pytest.mark.parametrize("model", ["khong-co", "khong-co.toml", "children-children"])
def test_a_model_that_does_not_fit_is_refused(tmp_path, capsys, model):
    good = table(tmp_path / "good.parquet", GOOD)
    assert model.split(".")[0] in refused(capsys, "link", good, good, "--model", model, "--out", tmp_path / "out")


def test_parameters_of_another_model_are_refused(tmp_path, capsys):
    good = table(tmp_path / "good.parquet", GOOD)
    (tmp_path / "model.json").write_text("{}")
    assert "model.json" in refused(capsys, "link", good, good, "--weights", tmp_path / "model.json", "--out", tmp_path / "out")
