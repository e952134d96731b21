"""The database a command works on, ready: DATABASE_URL, or the private PostgreSQL of the data folder."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mangnon.lib import hands
from mangnon.lib.refusals import Refusal


class NotConfigured(Refusal):
    """A setting is missing or wrong."""


class DatabaseAway(Refusal):
    """The database named by DATABASE_URL does not answer."""


@contextmanager
def database() -> Iterator[None]:
    """Django set up on DATABASE_URL or, without one, on the private PostgreSQL, with every migration applied."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mangnon.config.settings")
    if os.environ.get("MANGNON_PRODUCTION", "0") != "1":
        os.environ.setdefault("MANGNON_SECRET_KEY", _own_secret())
    if os.environ.get("DATABASE_URL"):
        _set_up()
        yield
        return
    from mangnon.cli import postgres

    with postgres.running(data_dir() / "postgres", database="mangnon") as url:
        os.environ["DATABASE_URL"] = url
        _set_up()
        try:
            yield
        finally:
            from django.db import connections

            connections.close_all()
            del os.environ["DATABASE_URL"]


def data_dir() -> Path:
    """Where the private database lives: `.data` of the current folder unless MANGNON_DATA_DIR says otherwise."""
    return Path(os.environ.get("MANGNON_DATA_DIR", ".data")).resolve()


def _own_secret() -> str:
    """The secret key of an installation nobody has configured: made once, kept beside its data, readable by its owner only."""
    path = data_dir() / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text()


def _set_up() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        django.setup()
        executor = MigrationExecutor(connection)
    except ImproperlyConfigured as error:
        raise NotConfigured(str(error)) from error
    except OperationalError as error:
        raise DatabaseAway(f"Không mở được cơ sở dữ liệu ở DATABASE_URL ({error}). Xem máy chủ có chạy không, rồi thử lại.") from error
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    hands.seldom_look_for_cycles()
