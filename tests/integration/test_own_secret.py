"""An installation nobody has configured keeps a secret of its own; production never gets one by itself."""

import os
import subprocess
import sys

import pytest

from mangnon.cli import database


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("MANGNON_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgresql:///not-opened")
    monkeypatch.setattr(database, "_set_up", lambda: None)
    monkeypatch.setenv("MANGNON_SECRET_KEY", "")  # put back as it was afterwards
    monkeypatch.delenv("MANGNON_SECRET_KEY")


def test_it_is_made_once_and_readable_by_its_owner_only(tmp_path, monkeypatch):
    with database.database():
        first = os.environ["MANGNON_SECRET_KEY"]
    monkeypatch.delenv("MANGNON_SECRET_KEY")
    with database.database():
        assert os.environ["MANGNON_SECRET_KEY"] == first
    assert len(first) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


def test_production_is_given_none(monkeypatch):
    monkeypatch.setenv("MANGNON_PRODUCTION", "1")
    with database.database():
        assert "MANGNON_SECRET_KEY" not in os.environ


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"MANGNON_PRODUCTION": "1"}, "Thiếu MANGNON_SECRET_KEY"),
        ({"MANGNON_PRODUCTION": "co"}, "MANGNON_PRODUCTION phải là 0 hoặc 1"),
        ({"DATABASE_URL": "mysql://a/b"}, "chỉ dùng PostgreSQL"),
        ({"DATABASE_URL": "postgresql://a:b@127.0.0.1:1/khong"}, "Không mở được cơ sở dữ liệu"),
    ],
)
def test_a_wrong_setting_is_a_sentence_not_a_traceback(variables, sentence, tmp_path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("MANGNON_")} | {"MANGNON_DATA_DIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "mangnon.cli.main", "migrate"], env=env | variables, capture_output=True, text=True)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
