"""What every test may rely on: a test database that holds Cần Thơ's units and agencies, loaded once."""

from datetime import UTC, datetime

import pytest
from hypothesis import settings

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


@pytest.fixture(autouse=True)
def _units_after_a_flush(request: pytest.FixtureRequest) -> None:
    """Tests with real transactions (journeys with a live server) end in empty tables: the next one of them loads the units again."""
    marker = request.node.get_closest_marker("django_db")
    transactional = bool(marker and marker.kwargs.get("transaction")) or {"transactional_db", "live_server"} & set(request.fixturenames)
    if transactional:
        request.getfixturevalue("_django_db_helper")
        from mangnon.institutions import queries

        if not queries.is_loaded():
            _load_units()
