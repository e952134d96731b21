"""Tests with real transactions empty the tables behind them; the next one still finds the units."""

import pytest

from mangnon.institutions import queries
from tests.factories.institutions import TODAY


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_units_are_there_in_every_test(time):
    assert queries.communes(on=TODAY).count() == 103
