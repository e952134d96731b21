"""Which date columns of which block can only be month/day/year."""

from mangnon.intake.formats import births, health_insurance
from mangnon.intake.rules import month_first, reading

MAYBE, AMERICAN, USUAL = ["05/06/2018", "không rõ", ""], ["05/06/2018", "06/25/2018", "07/30/2018"], ["05/06/2018", "25/06/2018"]
SHOWN = {"birth_date": "06/25/2018"}


def of_blocks(*blocks):
    rows = [[reading.read(number, {"birth_date": text}) for number, text in enumerate(texts, start=1)] for texts in blocks]
    return month_first.of_blocks(rows)


def test_a_column_that_can_only_be_month_and_day():
    assert of_blocks(AMERICAN) == [SHOWN]
    assert of_blocks(USUAL) == of_blocks(MAYBE) == of_blocks([*AMERICAN, *USUAL]) == [{}]


def test_each_block_goes_by_its_own_dates():
    assert of_blocks(AMERICAN, USUAL) == [SHOWN, {}]
    assert of_blocks(USUAL, AMERICAN) == [{}, SHOWN]


def test_a_block_that_may_be_both_goes_with_the_others_when_they_are_of_one_mind():
    assert of_blocks(MAYBE, AMERICAN, ["12/31/2019"]) == [SHOWN, SHOWN, {"birth_date": "12/31/2019"}]
    assert of_blocks(MAYBE, AMERICAN, USUAL) == [{}, SHOWN, {}]


def test_other_columns_of_days_and_what_a_person_wrote():
    rows = [reading.read(1, {"birth_date": "06/25/2018", "registered_on": "12/31/2019"}, corrected=["birth_date"])]
    assert month_first.of_blocks([rows], births.COLUMNS) == [{"registered_on": "12/31/2019"}]


def test_the_end_of_a_card_is_a_day_as_its_beginning_is():
    rows = [reading.read(1, {"card_since": "01/13/2026", "card_until": "12/31/2026"})]
    assert month_first.of_blocks([rows], health_insurance.COLUMNS) == [{"card_since": "01/13/2026", "card_until": "12/31/2026"}]
