from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said, said_of


def test_a_mother_ten_years_older():
    ((column, severity, message),) = said_of("parent_older", "births", birth_date="05/11/2026", mother_birth="2016")
    assert (column, severity) == ("mother_birth", Severity.QUESTION)
    assert message == "Mẹ sinh 2016, chỉ hơn con 10 tuổi. Xem lại năm sinh, xem có nhầm cột của con."


def test_columns_swapped_and_a_grandmother():
    assert "không trước con" in said_of("parent_older", "births", birth_date="05/11/1990", mother_birth="2020")[0][2]
    assert "hơn con 90 tuổi" in said_of("parent_older", "births", birth_date="05/11/2026", father_birth="1936")[0][2]


def test_usual_parents():
    assert said_of("parent_older", "births", birth_date="05/11/2026", mother_birth="1998", father_birth="01/02/1995") == []
    assert said("parent_older") == []
