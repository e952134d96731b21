from dataclasses import replace

from mangnon.intake import checks
from mangnon.intake.rules import reading
from tests.factories import child_lists
from tests.unit.intake.checks.rows import CONTEXT

AMERICAN = replace(CONTEXT, month_first={23: {"birth_date": "06/25/2018"}})


def said(text, context=AMERICAN, corrected=(), number=23):
    row = reading.read(number, child_lists.row(birth_date=text), corrected=corrected)
    return [(finding.what, [way.value for way in finding.suggestions]) for finding in checks.every()["day_before_month"](row, context)]


def test_every_date_of_such_a_column_is_asked():
    assert said("05/06/2018") == [("Cột này viết tháng trước ngày (có ô “06/25/2018”): “05/06/2018” là ngày 06/05/2018?", ["06/05/2018"])]
    assert said("06/25/2018")[0][1] == ["25/06/2018"]


def test_what_somebody_wrote_here_and_usual_columns_are_not():
    assert said("06/05/2018", corrected=["birth_date"]) == []
    assert said("05/06/2018", CONTEXT) == []
    assert said("2018") == []


def test_rows_of_another_block_are_not():
    assert said("05/06/2018", number=24) == []
