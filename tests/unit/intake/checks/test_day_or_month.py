"""Days that an English Excel may have turned round are asked about, the others not."""

from dataclasses import replace

import pytest

from mangnon.intake import checks
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Severity
from tests.factories import child_lists
from tests.unit.intake.checks.rows import CONTEXT, only, said

HALF = replace(CONTEXT, half_swapped={23: {"birth_date": "25/03/2018"}})


def test_both_readings_are_shown_with_both_ways():
    finding = only("day_or_month", HALF, birth_date="05/03/2018")
    assert (finding.column, finding.severity) == ("birth_date", Severity.QUESTION)
    assert finding.what.startswith("“05/03/2018” có thể là ngày 03/05/2018:")
    assert "“25/03/2018”" in finding.what
    assert [(way.label, way.value) for way in finding.suggestions] == [("Đổi thành 03/05/2018", "03/05/2018"), ("Giữ 05/03/2018", "")]
    assert checks.asks_of_column("day_or_month")
    assert not checks.asks_of_column("child_gone")


@pytest.mark.parametrize("text", ["25/03/2018", "05/05/2018", "2018", "03/2018", ""])
def test_what_can_only_be_one_day_is_not_asked_about(text):
    assert said("day_or_month", HALF, birth_date=text) == []


def test_neither_other_rows_nor_what_a_person_wrote():
    assert said("day_or_month", HALF, number=24, birth_date="05/03/2018") == []
    row = reading.read(23, child_lists.row(birth_date="05/03/2018"), corrected=["birth_date"])
    assert list(checks.every()["day_or_month"](row, HALF)) == []
