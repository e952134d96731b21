"""`mangnon link --engine spark` on a master and two workers: the very files one machine writes."""

import json
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mangnon.cli.city.city import generate
from mangnon.cli.main import main
from mangnon.linkage.engine import learning
from mangnon.linkage.engine.spark.cluster import SparkCluster, session
from tests.spark_cluster import standalone

SESSION = "mangnon.linkage.engine.spark.cluster.session"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkCluster]:
    """One session for all tests of this file: two executors start once."""
    with pytest.MonkeyPatch.context() as patch, standalone(tmp_path_factory.mktemp("spark")) as started:
        patch.setenv("SPARK_CONF_DIR", str(started.folder))
        with session(started.url) as opened:
            yield opened


@pytest.fixture
def on_cluster(cluster: SparkCluster, monkeypatch: pytest.MonkeyPatch) -> SparkCluster:
    """The command finds the session open."""
    monkeypatch.setattr(SESSION, lambda master: nullcontext(cluster))
    return cluster


def linked(folder: Path, capsys, *more: str) -> dict:
    assert main(["link", str(folder / "register.parquet"), str(folder / "population.parquet"), "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def assert_same(folder: Path, capsys) -> dict:
    """Links by both engines, compares the files, returns the summary."""
    one = linked(folder, capsys, "--out", str(folder / "one"))
    many = linked(folder, capsys, "--out", str(folder / "many"), "--engine", "spark")
    for file in ("links.parquet", "model.json"):
        assert (folder / "many" / file).read_bytes() == (folder / "one" / file).read_bytes()
    for part in ("pairs", "records", "review_records", "expected", "parameters", "thresholds", "versions"):
        assert many[part] == one[part]
    assert many["cores"] == 2
    assert sorted(path.name for path in (folder / "many").iterdir()) == ["links.parquet", "model.json", "summary.json"]
    return many


def test_a_cluster_links_as_one_machine_does(on_cluster, tmp_path, capsys):
    city = generate(6000, 41)
    pq.write_table(city.register, tmp_path / "register.parquet", row_group_size=1500)
    pq.write_table(city.population, tmp_path / "population.parquet", row_group_size=7000)
    summary = assert_same(tmp_path, capsys)
    assert summary["pieces"]["left"] > 3
    assert summary["parameters"]["method"] == "numbers"
    assert summary["parameters"]["learnt_from_pairs"] >= learning.ENOUGH
    assert summary["pairs"]["link"] > 5000
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_name_thousands_share_links_as_on_one_machine(on_cluster, tmp_path, capsys):
    """3,000 children of one name and birthday: among the population three bear it, and another name is borne by 4,000."""
    city = generate(1500, 42)
    rare, common = "Nguyễn Thị Hoa Sen", "Trần Văn Nam"
    children = [namesake(f"c{i}", rare if i < 3000 else common, commune=i % 40) for i in range(3500)]
    people = [namesake(f"p{i}", rare if i < 3 else common, commune=i % 40) for i in range(4000)]
    for name, table, more in (("register", city.register, children), ("population", city.population, people)):
        columns = list(more[0])
        pq.write_table(pa.concat_tables([table.select(columns), pa.Table.from_pylist(more)]), tmp_path / f"{name}.parquet")
    summary = assert_same(tmp_path, capsys)
    assert summary["pairs"]["compared"] > 9000  # the three were compared with all 3,000 …
    assert summary["pairs"]["compared"] < 200_000  # … and the 4,000 with nobody


def namesake(record_id: str, name: str, *, commune: int) -> dict[str, str]:
    return {"record_id": record_id, "full_name": name, "birth_date": "2016-05-04", "sex": "Nữ", "commune_code": f"{31000 + commune}"}


@pytest.mark.parametrize(
    ("side", "column", "value", "words"),
    [("register", "record_id", "", "bản ghi thứ 41: cột “record_id” trống"), ("population", "record_id", "x", "mã “x”")],
)
def test_bad_ids_are_refused_as_on_one_machine(on_cluster, city, files, tmp_path, capsys, side, column, value, words):
    table = getattr(city, side)
    values = table[column].to_pylist()
    values[40] = value
    values[-1] = value
    changed = table.set_column(table.schema.get_field_index(column), column, pa.array(values))
    paths = {name: files / f"{name}.parquet" for name in ("register", "population")} | {side: tmp_path / "bad.parquet"}
    pq.write_table(changed, paths[side])
    said = []
    for engine in ("numpy", "spark"):
        command = ["link", str(paths["register"]), str(paths["population"]), "--out", str(tmp_path / "out"), "--engine", engine]
        assert main(command) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]
    assert words in said[0]
    assert [path.name for path in tmp_path.iterdir()] == ["bad.parquet"]


def test_a_damaged_column_is_refused_by_the_machine_that_reads_it(on_cluster, files, tmp_path, capsys):
    content = bytearray((files / "register.parquet").read_bytes())
    at = pq.ParquetFile(files / "register.parquet").metadata.row_group(0).column(5).data_page_offset
    content[at : at + 400] = b"\xff" * 400
    (tmp_path / "bad.parquet").write_bytes(content)
    said = []
    for engine in ("numpy", "spark"):
        command = ["link", str(tmp_path / "bad.parquet"), str(files / "population.parquet"), "--out", str(tmp_path / "out")]
        assert main([*command, "--engine", engine]) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]
    assert "hỏng ở cột" in said[0]
    assert [path.name for path in tmp_path.iterdir()] == ["bad.parquet"]


def refused(files: Path, out: Path, capsys, *more: str) -> str:
    command = ["link", str(files / "register.parquet"), str(files / "population.parquet"), "--out", str(out), "--engine", "spark", *more]
    assert main(command) == 1
    assert not out.exists()
    return capsys.readouterr().err


def test_a_master_nobody_runs_is_named(files, tmp_path, capsys):
    assert "Không kết nối được máy chủ Spark" in refused(files, tmp_path / "out", capsys, "--spark-master", "spark://127.0.0.1:1")
    assert "không đúng dạng" in refused(files, tmp_path / "out", capsys, "--spark-master", "spark://127.0.0.1")
    assert "Không hiểu máy chủ Spark" in refused(files, tmp_path / "out", capsys, "--spark-master", "127.0.0.1:7077")


def test_without_java_the_way_to_it_is_told(files, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    said = refused(files, tmp_path / "out", capsys)
    assert "cần Java" in said
    assert "./bootstrap spark" in said


def test_without_the_extra_the_command_that_installs_it_is_told(files, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("mangnon.linkage.engine.spark.cluster.find_spec", lambda name: None)
    assert "mangnon[spark]" in refused(files, tmp_path / "out", capsys)


def test_the_master_of_the_environment_is_used(files, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(os.environ, "MANGNON_SPARK_MASTER", "spark://127.0.0.1:1")
    assert "spark://127.0.0.1:1" in refused(files, tmp_path / "out", capsys)
