"""Loading units: built-in and national files, all or nothing, twice without change."""

from datetime import UTC, date, datetime

import pytest

from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def test_the_city_of_today_has_103_communes():
    assert queries.communes(on=TODAY).count() == 103
    assert queries.by_code("31120", on=TODAY).name == "Phường Cái Khế"


def test_loading_again_changes_nothing():
    again = operations.load_builtin(by=SYSTEM, at=AT)
    assert (again.institutions_added, again.institutions_closed, again.links_added) == (0, 0, 0)
