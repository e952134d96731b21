"""Lines that name nobody and tell another fact are of the child above; what tells nothing, or stands apart, is not."""

from mangnon.intake import formats
from mangnon.intake.rules import further_lines
from mangnon.lib.tables import Row

PLACES = {"number": 0, "full_name": 1, "birth_date": 2, "vaccine": 3, "given_on": 4, "dose_place": 5}
FIRST = ["1", "Lưu Gia Hân", "05/06/2024", "BCG", "10/06/2024", "Trạm Y tế"]
SECOND = ["", "", "", "5 trong 1", "08/08/2024"]


def names(*rows, code="immunisation", places=PLACES):
    numbered = [Row(number, cells) for number, cells in rows]
    return [row.cells[1] for row in further_lines.named(numbered, places, formats.named(code), places.get("full_name"))]


def test_every_dose_in_a_line_is_of_the_child_above():
    rows = further_lines.named([Row(2, FIRST), Row(3, SECOND)], PLACES, formats.named("immunisation"), 1)
    assert [row.cells for row in rows] == [FIRST, ["", "Lưu Gia Hân", "05/06/2024", "5 trong 1", "08/08/2024"]]


def test_a_line_goes_on_when_it_fills_the_columns_of_a_fact():
    rows = [(2, FIRST), (3, SECOND), (4, ["", "", "", "OPV", "31/02/2024"])]
    assert names(*rows) == ["Lưu Gia Hân"] * 3
    assert names((2, FIRST), (3, ["", "", "", "", "08/08/2024"])) == ["Lưu Gia Hân", ""]
    assert names((2, FIRST), (3, ["", "", "", "Cộng", "08/08/2024"])) == ["Lưu Gia Hân", ""]
    assert names((2, FIRST), (3, ["2", "", "", "OPV", "08/08/2024"])) == ["Lưu Gia Hân", ""]


def test_lines_apart_are_nobodys():
    assert names((2, FIRST), (4, SECOND), (5, SECOND)) == ["Lưu Gia Hân", "", ""]
    assert names((2, SECOND), (3, FIRST)) == ["", "Lưu Gia Hân"]
    assert names((2, FIRST), (3, ["", "", "06/06/2024", "OPV", "08/08/2024"]), (4, SECOND)) == ["Lưu Gia Hân", "", ""]


def test_lists_of_one_fact_a_child_have_no_further_lines():
    assert names((2, FIRST), (3, ["", "", "", "Hộ nghèo", ""]), code="poor-households") == ["Lưu Gia Hân", ""]
