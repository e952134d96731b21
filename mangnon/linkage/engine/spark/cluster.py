"""Spark as the cluster: rows are a DataFrame, work runs through mapInArrow and applyInArrow. PySpark is imported when it is asked for."""

import logging
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine.spark import faults
from mangnon.linkage.engine.spark.data import Work
from mangnon.linkage.engine.spark.rows import SCHEMA, Kind, Row, batched, opened

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame, SparkSession

_JAVA = 17  # the oldest Spark 4 runs on
_PATIENCE = 60  # seconds a cluster has to give us its first machine
_HERE = ("127.0.0.1", "localhost")


class NoSpark(Refusal):
    """Spark cannot be started or reached."""


@contextmanager
def session(master: str) -> Iterator["SparkCluster"]:
    """A cluster for one run: `local[N]` on this machine, or the address of a master."""
    if find_spec("pyspark") is None or find_spec("pandas") is None:
        raise NoSpark('Chưa cài Spark. Chạy “./bootstrap spark” hoặc “uv pip install "mangnon[spark]"”, rồi chạy lại.')
    os.environ["JAVA_HOME"] = str(java_home())
    _reach(master)
    from pyspark.sql import SparkSession

    here = master.startswith("local") or any(host in _HERE for host, _ in _addresses(master))
    if not os.environ.get("PYSPARK_PYTHON"):
        os.environ["PYSPARK_PYTHON"] = sys.executable
    if here and not os.environ.get("SPARK_LOCAL_IP"):
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = SparkSession.builder.master(master).appName("mangnon link")
    for name, value in _settings(here=here, local=master.startswith("local")).items():
        builder = builder.config(name, value)
    for name in ("py4j", "SQLQueryContextLogger"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        spark = builder.getOrCreate()
    except Exception as error:
        raise NoSpark(f"Không khởi động được Spark ở “{master}”: {_first_line(error)}") from error
    try:
        if not master.startswith("local"):
            _wait_for_machines(spark, master)
        yield SparkCluster(spark)
    finally:
        spark.stop()


def _settings(*, here: bool, local: bool) -> dict[str, str]:
    log = files("mangnon.linkage.engine.spark") / "log4j2.properties"
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={log} -XX:TieredStopAtLevel=1",
        "spark.sql.adaptive.enabled": "false",  # rows are few and large: Spark would put them all into one task
        "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
        "spark.sql.execution.arrow.maxBytesPerBatch": str(64 << 20),
        "spark.sql.codegen.wholeStage": "false",  # compiling a plan would take longer than moving its rows
    }
    if here:
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    if local:
        settings["spark.driver.memory"] = os.environ.get("SPARK_DRIVER_MEMORY") or "2g"
    return settings


def java_home() -> Path:
    """Where a Java new enough lives: JAVA_HOME, `java` on the path, or where Debian puts it."""
    given = os.environ.get("JAVA_HOME")
    found = shutil.which("java")
    homes = [Path(given)] if given else [Path(found).resolve().parent.parent] if found else []
    homes += sorted(Path("/usr/lib/jvm").glob("*"), reverse=True) if not given else []
    for home in homes:
        if (home / "bin" / "java").is_file() and (_version(home) or 0) >= _JAVA:
            return home
    where = f" JAVA_HOME đang là “{given}”." if given else ""
    raise NoSpark(f"Spark cần Java từ bản {_JAVA} mà máy này chưa có.{where} Chạy “./bootstrap spark”, hoặc cài OpenJDK rồi đặt JAVA_HOME.")


def _version(home: Path) -> int | None:
    try:
        said = subprocess.run([home / "bin" / "java", "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except OSError:
        return None
    number = re.search(r'version "(\d+)', said)
    return int(number[1]) if number else None


def _addresses(master: str) -> list[tuple[str, int]]:
    found = []
    for one in master.removeprefix("spark://").split(",") if master.startswith("spark://") else []:
        host, _, port = one.rpartition(":")
        if not host or not port.isdigit():
            raise NoSpark(f"Địa chỉ máy chủ Spark “{master}” không đúng dạng spark://MÁY:CỔNG.")
        found.append((host, int(port)))
    return found


def _reach(master: str) -> None:
    """Spark itself would try for minutes."""
    addresses = _addresses(master)
    if not addresses and not re.match(r"local(\[|$)|yarn$|k8s://", master):
        raise NoSpark(f"Không hiểu máy chủ Spark “{master}”. Dùng local[SỐ NHÂN], spark://MÁY:CỔNG, yarn hoặc k8s://…")
    for address in addresses:
        try:
            socket.create_connection(address, timeout=5).close()
            return
        except OSError:
            continue
    if addresses:
        raise NoSpark(f"Không kết nối được máy chủ Spark “{master}”. Kiểm tra máy chủ đã chạy và cổng đã mở, rồi chạy lại.")


def _wait_for_machines(spark: "SparkSession", master: str) -> None:
    """Without a worker Spark would wait for ever."""
    end = time.monotonic() + _PATIENCE
    while spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() < 2:  # the first is this process
        if time.monotonic() > end:
            raise NoSpark(f"Máy chủ Spark “{master}” không có máy thợ nào rảnh. Khởi động máy thợ hoặc chờ việc khác xong, rồi chạy lại.")
        time.sleep(0.2)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


class SparkCluster:
    """A Spark session as `data.Cluster`."""

    def __init__(self, spark: "SparkSession") -> None:
        self.spark = spark
        self.cores = spark.sparkContext.defaultParallelism

    def start(self, rows: Iterable[Row]) -> "SparkRows":
        held = list(rows)
        numbers = self.spark.range(0, len(held), 1, max(len(held), 1))
        return SparkRows(self, numbers.mapInArrow(_at(held, version("mangnon")), SCHEMA))

    def share(self, value: object) -> "Broadcast[Any]":
        return self.spark.sparkContext.broadcast(value)

    def parts(self, count: int) -> None:
        self.spark.conf.set("spark.sql.shuffle.partitions", str(count))


def _at(rows: list[Row], sender: str) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with faults.carried(sender):
            yield from batched(rows[at] for batch in batches for at in batch.column(0).to_pylist())

    return work


@dataclass(frozen=True)
class SparkRows:
    """A DataFrame of rows as `data.Data`."""

    cluster: SparkCluster
    frame: "DataFrame"

    def map(self, work: Work, *shared: object) -> "SparkRows":
        sender = version("mangnon")

        def mapped(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            with faults.carried(sender):
                yield from batched(work(*_values(shared), opened(batches)))

        return self._of(self.frame.mapInArrow(mapped, SCHEMA))

    def group(self, work: Work, *shared: object) -> "SparkRows":
        sender = version("mangnon")

        def grouped(key: tuple[pa.Scalar, ...], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            with faults.carried(sender):
                yield from batched(work(*_values(shared), key[0].as_py(), opened(batches)))

        return self._of(self.frame.groupBy("part").applyInArrow(grouped, SCHEMA))

    def in_order(self, work: Work, *shared: object) -> "SparkRows":
        one = self.frame.repartition(1).sortWithinPartitions("part", "at")
        return self._of(one).map(work, *shared)

    def only(self, *kinds: Kind) -> "SparkRows":
        return self._of(self.frame.where(self.frame.kind.isin([int(kind) for kind in kinds])))

    def between(self, first: int, last: int) -> "SparkRows":
        return self._of(self.frame.where((self.frame.part >= first) & (self.frame.part < last)))

    def __add__(self, other: "SparkRows") -> "SparkRows":
        return self._of(self.frame.union(other.frame))

    def kept(self) -> "SparkRows":
        from pyspark import StorageLevel

        return self._of(self.frame.persist(StorageLevel.DISK_ONLY))

    def compute(self) -> None:
        with faults.told():
            self.frame.count()

    def sums(self, limit: int) -> dict[tuple[int, bytes], int]:
        return self._reduced("sum", limit)

    def firsts(self, limit: int) -> dict[tuple[int, bytes], int]:
        return self._reduced("min", limit)

    def _reduced(self, how: str, limit: int) -> dict[tuple[int, bytes], int]:
        with faults.told():
            found = self.frame.groupBy("kind", "payload").agg({"at": how}).limit(limit + 1).toArrow()
        if found.num_rows > limit:
            raise TooMany
        kinds, payloads, numbers = (column.to_pylist() for column in found.columns)
        return dict(zip(zip(kinds, payloads, strict=True), numbers, strict=True))

    def small(self) -> list[Row]:
        with faults.told():
            return list(opened(self.frame.toArrow().to_batches()))

    def _of(self, frame: "DataFrame") -> "SparkRows":
        return SparkRows(self.cluster, frame)


class TooMany(Refusal):
    """More distinct words or patterns than every machine can hold."""

    def __init__(self) -> None:
        super().__init__(
            "Dữ liệu có quá nhiều từ khác nhau để chia cho các máy của cụm. Bỏ bớt cột kiểu text trong mô hình, hoặc chạy trên một máy."
        )


def _values(shared: Iterable[object]) -> list[object]:
    from pyspark import Broadcast

    return [value.value if isinstance(value, Broadcast) else value for value in shared]
