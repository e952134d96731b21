"""Formulas that came to nothing: what their cells show is never taken for a value, nor for an empty cell without a word."""

from dataclasses import replace

import pytest

from mangnon.intake import checks, formats
from mangnon.intake.rules import reading
from mangnon.intake.rules.formulas import is_error
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, read, said, said_of

CHILD_LIST = replace(CONTEXT, layout=formats.named("child-list"))
SEVERITIES = {
    "full_name": Severity.MUST_FIX, "birth_date": Severity.MUST_FIX, "personal_number": Severity.QUESTION,
    "father_name": Severity.QUESTION, "mother_name": Severity.QUESTION, "current": Severity.QUESTION, "ethnicity": Severity.NOTE,
    "hamlet": Severity.NOTE, "address": Severity.NOTE, "phone": Severity.NOTE, "note": Severity.NOTE, "poverty": Severity.NOTE,
}  # fmt: skip


@pytest.mark.parametrize(("field", "severity"), SEVERITIES.items())
def test_each_column_by_its_weight(field, severity):
    row = read(**{field: "#N/A"})
    assert row.text(field) == ""
    (finding,) = checks.every()["formula_failed"](row, CHILD_LIST)
    assert (finding.column, finding.severity) == (field, severity)
    assert "ghi “#N/A”: công thức không ra kết quả" in finding.what
    others = [one for name, check in checks.every().items() if name != "formula_failed" for one in check(row, CHILD_LIST)]
    assert not [one for one in others if one.column == field or "#N/A" in one.what]


def test_the_number_of_a_row_is_nothing_of_the_child():
    assert said("formula_failed", CHILD_LIST, stt="#REF!") == said("formula_failed", CHILD_LIST) == []


def test_a_failed_sex_is_asked_with_its_words():
    ((column, severity, message),) = said("sex_known", CHILD_LIST, sex="#VALUE!")
    assert (column, severity) == ("sex", Severity.MUST_FIX)
    assert message.startswith("Ô giới tính ghi “#VALUE!”: công thức không ra kết quả.")
    assert said("formula_failed", CHILD_LIST, sex="#VALUE!") == []


def test_parts_of_a_value_are_asked_as_the_whole_until_it_is_written():
    cells = {"family_name": "Lưu Gia", "given_name": "#REF!", "birth_date": "05/06/2022", "circumstances=Khuyết tật": "#N/A"}
    found = list(checks.every()["formula_failed"](reading.read(3, cells), CHILD_LIST))
    assert [(one.column, one.severity) for one in found] == [("full_name", Severity.MUST_FIX), ("circumstances", Severity.NOTE)]
    row = reading.read(3, {**cells, "full_name": "Lưu Gia Hân"}, corrected=["full_name"])
    assert [one.column for one in checks.every()["formula_failed"](row, CHILD_LIST)] == ["circumstances"]
    emptied = reading.read(3, {"full_name": "", "given_name": "#REF!"}, corrected=["full_name"])
    assert list(checks.every()["full_name_present"](emptied, CHILD_LIST))


def test_a_list_that_enriches_needs_what_it_requires():
    ((column, severity, _),) = said_of("formula_failed", "school-roll", full_name="Lưu Gia Hân", birth_date="#N/A")
    assert (column, severity) == ("birth_date", Severity.QUESTION)


@pytest.mark.parametrize(
    "text", ["#N/A", "#n/a", "#REF!", "#VALUE!", "#NAME?", "#NAME", "#DIV/0!", "#NUM!", "#####", "# N/A", "Err:502", "#ERROR!", "#SPILL!"]
)
def test_what_formulas_show(text):
    assert is_error(text)
    assert read(address=text).text("address") == ""


@pytest.mark.parametrize("text", ["#12", "Nhà #5", "#", "Err", "Ref", "N/A", "#khuvuc5"])
def test_what_people_write(text):
    assert not is_error(text)
    assert read(address=text).text("address") == text


def test_a_narrow_column_is_said_to_be_one():
    ((_, _, message),) = said("formula_failed", CHILD_LIST, phone="########")
    assert "cột hẹp nên số, ngày không hiện ra" in message
    assert message.endswith("Nới rộng cột ở tệp gốc rồi gửi lại; hoặc ghi vào ô này.")
