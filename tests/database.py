"""Pytest plugin: before Django reads its settings, a private PostgreSQL for tests is up (fast and forgetful)."""

import os
from contextlib import ExitStack

import pytest

from mangnon.cli import postgres
from mangnon.cli.database import data_dir

_server = ExitStack()
if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = _server.enter_context(postgres.running(data_dir() / "test-postgres", database="mangnon", fast=True))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    from django.db import connections

    connections.close_all()
    _server.close()
