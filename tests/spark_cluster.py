"""A Spark cluster on this machine: one master and workers on 127.0.0.1, ended by their process ids whatever happens."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from mangnon.linkage.engine.spark.cluster import java_home

ROOT = Path(__file__).parent.parent
_STARTED = 60  # seconds
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # for processes that live for a minute
QUICK = f"spark.executor.extraJavaOptions {_JAVA}\nspark.task.maxFailures 1\n"


@dataclass(frozen=True)
class Standalone:
    """The address of the master, its folder (also of settings for who asks it), and the processes."""

    url: str
    folder: Path
    pids: tuple[int, ...]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def standalone(folder: Path, *, workers: int = 2, memory: str = "1g", settings: str = QUICK) -> Iterator[Standalone]:
    """A master and workers of one core each; they write only into `folder`, where `settings` stand too."""
    found = find_spec("pyspark")
    assert found is not None
    assert found.origin is not None
    home = Path(found.origin).parent
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "spark-defaults.conf").write_text(settings)
    environment = os.environ | {
        "JAVA_HOME": str(java_home()),
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_DAEMON_JAVA_OPTS": _JAVA,
        "SPARK_CONF_DIR": str(folder),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    port = free_port()
    url = f"spark://127.0.0.1:{port}"
    with ExitStack() as ends:

        def start(name: str, *arguments: str) -> int:
            log = ends.enter_context((folder / f"{name}.log").open("wb"))
            command = [str(home / "bin" / "spark-class"), *arguments]
            process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
            ends.callback(_end, process)
            return process.pid

        at = ("--host", "127.0.0.1", "--webui-port", "0")
        pids = [start("master", "org.apache.spark.deploy.master.Master", *at, "--port", str(port))]
        _wait_for(port)
        for number in range(workers):
            size = ("--cores", "1", "--memory", memory, "--work-dir", str(folder / f"work{number}"))
            pids.append(start(f"worker{number}", "org.apache.spark.deploy.worker.Worker", *at, *size, url))
        yield Standalone(url, folder, tuple(pids))


def _wait_for(port: int) -> None:
    end = time.monotonic() + _STARTED
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
