"""What goes wrong far away reaches the user as one sentence."""

import pytest

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine.spark import cluster, faults

HERE = faults.version("mangnon")


def test_a_refusal_keeps_its_words_through_a_report_of_spark():
    sentence = 'Tệp “a\\b.parquet”: mã “x"y” có ở 2 bản ghi.\nMỗi bản ghi cần một mã riêng.'
    with pytest.raises(faults.Refused) as sent, faults.carried(HERE):
        raise Refusal(sentence)
    report = f"Job aborted due to stage failure: Traceback …\n{sent.type.__name__}: {sent.value}\n\tat org.apache.spark…"
    with pytest.raises(faults.ClusterFailed) as told, faults.told():
        raise RuntimeError(report)
    assert str(told.value) == sentence


def test_another_version_over_there_is_refused():
    with pytest.raises(faults.Refused) as sent, faults.carried("0.0.1"):
        pass
    with pytest.raises(faults.ClusterFailed, match=r"máy này chạy 0\.0\.1"), faults.told():
        raise RuntimeError(str(sent.value))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("ModuleNotFoundError: No module named 'mangnon'", "chưa có mangnon"),
        ("java.io.IOException: No space left on device", "hết chỗ"),
        ("java.lang.OutOfMemoryError: Java heap space", "hết bộ nhớ"),
        ("ExecutorLostFailure (executor 1 exited caused by one of the running tasks)", "mất máy thợ"),
    ],
)
def test_what_clusters_are_known_to_suffer_has_a_sentence(said, words):
    with pytest.raises(faults.ClusterFailed, match=words), faults.told():
        raise RuntimeError(said)


def test_a_fault_of_ours_is_not_hidden():
    with pytest.raises(ZeroDivisionError), faults.told():
        raise ZeroDivisionError


def java(folder, version: str) -> str:
    program = folder / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    program.chmod(0o755)
    return str(folder)


def test_java_is_found_where_java_home_says(tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", java(tmp_path, "21.0.1"))
    assert cluster.java_home() == tmp_path


def test_java_too_old_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", java(tmp_path, "1.8.0_402"))
    with pytest.raises(cluster.NoSpark, match="từ bản 17"):
        cluster.java_home()


class Session:
    """A Spark session that sees `machines`, itself included."""

    def __init__(self, machines: int) -> None:
        self.machines = machines

    def __getattr__(self, name: str) -> "Session":
        return self

    def __call__(self) -> "Session":
        return self

    def size(self) -> int:
        return self.machines


def test_a_cluster_without_workers_is_not_waited_for_for_ever(monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 0.3)
    with pytest.raises(cluster.NoSpark, match="không có máy thợ"):
        cluster._wait_for_machines(Session(1), "spark://x:7077")
    cluster._wait_for_machines(Session(2), "spark://x:7077")
