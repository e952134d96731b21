"""What goes wrong on a cluster, told in one sentence here."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from mangnon.lib.refusals import Refusal

_MARK = "mangnon-refusal:"
_LOST = (
    ("No module named 'mangnon'", "Máy thợ của Spark chưa có mangnon. Cài cùng bản mangnon[spark] trên mọi máy của cụm."),
    ("No space left on device", "Một máy của cụm Spark hết chỗ trên đĩa. Dọn chỗ hoặc đặt SPARK_LOCAL_DIRS sang ổ khác rồi chạy lại."),
    ("OutOfMemoryError", "Một máy của cụm Spark hết bộ nhớ. Tăng spark.executor.memory hoặc thêm máy rồi chạy lại."),
    ("PYTHON_VERSION_MISMATCH", "Máy thợ của Spark chạy bản Python khác. Đặt PYSPARK_PYTHON về cùng một bản trên mọi máy."),
    ("Cannot run program", "Máy thợ của Spark không có Python ở đường dẫn trong PYSPARK_PYTHON. Cài Python ở đúng chỗ đó trên mọi máy."),
    ("ExecutorLostFailure", "Cụm Spark mất máy thợ giữa chừng. Xem nhật ký của máy thợ rồi chạy lại."),
    ("SparkContext was shut down", "Máy chủ Spark dừng giữa chừng. Khởi động lại cụm rồi chạy lại."),
)


class Refused(Exception):
    """A refusal on its way from a machine of the cluster."""


class ClusterFailed(Refusal):
    """The cluster could not finish the work."""


@contextmanager
def carried(sender: str) -> Iterator[None]:
    """On a machine of the cluster: a refusal is marked, so that its sentence can be found in what Spark reports. `sender` is the version
    of the command that sent the work."""
    try:
        if version("mangnon") != sender:
            raise ClusterFailed(f"Máy thợ của Spark chạy mangnon {version('mangnon')}, máy này chạy {sender}. Cài cùng một bản.")
        yield
    except Refusal as refusal:
        raise Refused(_MARK + json.dumps(str(refusal))) from refusal


@contextmanager
def told() -> Iterator[None]:
    """Around work that a cluster does: what is known to go wrong becomes a refusal; the rest is raised as it is."""
    try:
        yield
    except Refusal:
        raise
    except Exception as error:
        text = str(error)
        if sentence := re.search(re.escape(_MARK) + r'("(?:[^"\\]|\\.)*")', text):
            raise ClusterFailed(json.loads(sentence[1])) from error
        for sign, words in _LOST:
            if sign in text:
                raise ClusterFailed(words) from error
        raise
