"""What every test may rely on: a test database that holds Cần Thơ's units and agencies, loaded once."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

settings.register_profile("mangnon", deadline=None)  # machines here are shared: an example's time says nothing
settings.load_profile("mangnon")

LOADED_AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


def _load_units() -> None:
    from mangnon.audit.records import SYSTEM
    from mangnon.institutions import operations

    operations.load_builtin(by=SYSTEM, at=LOADED_AT)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database of this process, with the built-in units and agencies."""
    with django_db_blocker.unblock():
        _load_units()


def _empties_the_tables(item: pytest.Item) -> bool:
    """Whether a test has real transactions (journeys of several connections): such a test ends in empty tables."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or bool({"transactional_db", "live_server"} & set(item.fixturenames))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Put the units back when a test has emptied the tables, whichever test comes next: files are dealt out among processes."""
    yield
    if nextitem is not None and _empties_the_tables(item):  # after the last test the database itself is gone
        from mangnon.institutions import queries

        with item.config.stash[blocking_manager_key].unblock():
            if not queries.is_loaded():
                _load_units()
