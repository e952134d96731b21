"""Which date columns may be swapped in part: days in truth all early, words all late."""

import pytest

from mangnon.intake.formats import births
from mangnon.intake.rules import half_swapped, reading

PLACES = {"full_name": 0, "birth_date": 1}
SWAPPED = ["05/03/2018", "25/03/2018", "01/12/2019", "30/04/2020", "không rõ", ""]


def found(texts, early, places=PLACES, columns=(), field="birth_date"):
    return half_swapped.of_block([reading.read(1, {field: text}) for text in texts], places, early, columns)


def test_early_days_and_late_words():
    assert found(SWAPPED, {1: 2}) == {"birth_date": "25/03/2018"}


@pytest.mark.parametrize(
    ("texts", "early"),
    [
        (SWAPPED, {}),  # a day in truth is late, or none is a day in truth
        (SWAPPED, {3: 2}),  # days of another column
        (["05/03/2018", "25/03/2018", "30/04/2020"], {1: 1}),  # by chance
        (["05/03/2018", "01/12/2019", "25/03/2018"], {1: 2}),
        ([*SWAPPED, "06/07/2019"], {1: 2}),  # an early one is typed too
    ],
)
def test_other_columns_are_left_alone(texts, early):
    assert found(texts, early) == {}


def test_other_columns_of_days_too():
    assert found(SWAPPED, {4: 2}, {"registered_on": 4}, births.COLUMNS, "registered_on") == {"registered_on": "25/03/2018"}
