import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of

RULE = "dose_plausible"


@pytest.mark.parametrize(
    ("facts", "column"),
    [({"vaccine": "OPV", "dose": "7"}, "dose"), ({"vaccine": "OPV 8"}, "vaccine"), ({"vaccine": "BCG", "dose": "2"}, "dose")],
)
def test_a_dose_that_no_schedule_has_is_asked(facts, column):
    ((found, severity, message),) = said_of(RULE, "immunisation", **facts)
    assert (found, severity) == (column, Severity.QUESTION)
    assert "không có mũi" in message


def test_a_later_dose_before_an_earlier_one_is_asked():
    facts = {"dose_opv_1": "20/06/2025", "dose_opv_2": "20/05/2025", "dose_opv_3": "20/08/2025"}
    ((column, _, message),) = said_of(RULE, "immunisation", **facts)
    assert (column, message.startswith("Bại liệt uống (OPV): mũi 2 ghi trước mũi 1.")) == ("dose_opv_2", True)


def test_usual_doses_pass():
    assert said_of(RULE, "immunisation", vaccine="Sởi", dose="2") == []
    assert said_of(RULE, "immunisation", vaccine="Cúm", dose="5") == []
    assert said_of(RULE, "immunisation", dose_opv_1="05/2025", dose_opv_2="20/05/2025", dose_bcg_1="01/06/2025") == []
    assert said_of(RULE, "immunisation", dose_opv_1="20/05/2025", dose_opv_2="05/2025") == []
