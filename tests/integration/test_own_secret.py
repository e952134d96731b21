"""An installation nobody has configured keeps a secret of its own; production never gets one by itself."""

import os

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
