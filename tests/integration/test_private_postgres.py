"""The private PostgreSQL: made once, shared while used, stopped by the last who leaves."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from mangnon.cli import postgres


@pytest.fixture
def root(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("pg")


def _answers(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            return connection.execute("select 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def test_data_outlives_the_server_and_the_server_stops_with_its_last_user(root):
    with postgres.running(root, database="thu", fast=True) as url:
        with psycopg.connect(url) as connection:
            connection.execute("create table ghi (chu text)")
            connection.execute("insert into ghi values ('Đặng Thị Ước')")
        with postgres.running(root, database="thu", fast=True) as second:
            assert second == url
        assert _answers(url), "a second user leaving must not stop the server"
    assert not _answers(url)
    with postgres.running(root, database="thu", fast=True) as url, psycopg.connect(url) as connection:
        assert connection.execute("select chu from ghi").fetchone() == ("Đặng Thị Ước",)


def test_another_process_may_join_and_leave(root):
    program = (
        "import sys, pathlib; from mangnon.cli import postgres\n"
        "with postgres.running(pathlib.Path(sys.argv[1]), database='thu', fast=True) as url: print(url)"
    )
    with postgres.running(root, database="thu", fast=True) as url:
        joined = subprocess.run([sys.executable, "-c", program, str(root)], capture_output=True, text=True, check=True)
        assert joined.stdout.strip() == url
        assert _answers(url)


def test_nobody_else_can_read_the_cluster(root):
    with postgres.running(root, database="thu", fast=True):
        for path in (root, root / "data", root / "run"):
            assert path.stat().st_mode & 0o077 == 0, path
        assert (root / "password").stat().st_mode & 0o077 == 0


def test_a_path_too_long_for_a_socket_listens_on_loopback_only(tmp_path):
    root = tmp_path / ("thu-muc-" + "dai" * 30)
    with postgres.running(root, database="thu", fast=True) as url:
        assert "@127.0.0.1:" in url
        assert _answers(url)


def test_without_binaries_it_says_what_to_do(monkeypatch, root):
    monkeypatch.setattr(postgres.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(postgres.Path, "glob", lambda self, pattern: iter(()))
    monkeypatch.setenv("PATH", os.devnull)
    monkeypatch.delenv("PG_BIN", raising=False)
    with pytest.raises(postgres.NoPostgres, match="make demo"):
        postgres.binaries()
