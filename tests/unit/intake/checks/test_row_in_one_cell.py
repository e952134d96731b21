import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said, said_of


def test_a_whole_child_in_the_cell_of_its_name_or_number():
    text = "Lưu Gia Hân, 05/06/2022, 092322007731, Hộ nghèo"
    ((column, severity, message),) = said_of("row_in_one_cell", "poor-households", full_name=text)
    assert (column, severity) == ("full_name", Severity.MUST_FIX)
    assert message.startswith(f"Nhiều thông tin nằm trong một ô: “{text}”.")
    for number in ("2;Lưu Gia Hân;05/06/2022;Hộ nghèo", "2 Lưu Gia Hân 05/06/2022 Hộ nghèo"):
        assert said_of("row_in_one_cell", "poor-households", number=number)
    assert said_of("row_in_one_cell", "poor-households", number="2", full_name="Lưu Gia Hân") == []


@pytest.mark.parametrize("name", ["Lưu Gia Hân", "Lưu Gia Hân (mất 05/06/2022)", "Lưu, Gia, Hân", "Lưu Gia Hân - Hấn - Hận"])
def test_a_name_with_something_beside_it_is_no_row(name):
    assert said("row_in_one_cell", full_name=name) == []
