from dataclasses import replace

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import heading, reading
from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import Standing
from tests.unit.intake.checks.rows import CONTEXT, only, read, said

FIRST = replace(CONTEXT, first_row=23)


def test_codes_of_the_software_are_told_once():
    finding = only("standing_coded", FIRST, poverty="", poverty_1_2_3="3")
    assert (finding.column, finding.severity) == ("poverty", Severity.NOTE)
    assert said("standing_coded", CONTEXT, poverty="", poverty_1_2_3="3") == said("standing_coded", FIRST) == []


@pytest.mark.parametrize(("code", "standing"), [("1", Standing.POOR), ("2", Standing.NEAR_POOR), ("3", None), ("", None)])
def test_what_they_mean(code, standing):
    assert read(poverty="", poverty_1_2_3=code).standing is standing
    assert said("standing_known", poverty="", poverty_1_2_3=code) == []


def test_an_emptied_cell_answers_for_its_code():
    places = {"full_name": 0, "poverty_1_2_3": 1}
    assert reading.read(1, reading.cells_of(["Lưu Gia Hân", "1"], places, {"poverty": ""})).standing is None


def test_another_code_is_asked_about():
    assert "“4”" in only("standing_known", poverty="", poverty_1_2_3="4").what


@pytest.mark.parametrize(
    ("title", "cells", "field"),
    [
        ("Hoàn cảnh gia đình", ["1", "3", ""], "poverty_1_2_3"), ("Hoàn cảnh gia đình", ["Hộ nghèo", "3"], "poverty"),
        ("Hoàn cảnh gia đình", [""], "poverty"), ("Diện hộ", ["1", "3"], "poverty"),
    ],
)  # fmt: skip
def test_the_column_of_the_software_is_known_by_its_title_and_its_values(title, cells, field):
    titles, rows = ["Họ và tên", "Ngày sinh", title], [["Lưu Gia Hân", "05/06/2022", cell] for cell in cells]
    assert heading.read_titles([titles], 0, formats.named("child-list").columns, rows).places == {"full_name": 0, "birth_date": 1, field: 2}
