"""Cells struck out are asked about; of those struck out in part the rest is read, and what was struck is told."""

from dataclasses import replace

from mangnon.intake import checks, formats
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Severity
from tests.factories import child_lists
from tests.unit.intake.checks.rows import CONTEXT, said

CHILD_LIST = replace(CONTEXT, layout=formats.named("child-list"))


def found(aside, corrected=(), **facts):
    row = reading.read(23, child_lists.row(aside=aside, **facts), corrected=corrected)
    return list(checks.every()["cell_struck"](row, CHILD_LIST))


def test_a_struck_cell_is_asked_about():
    (finding,) = found("~~phone")
    assert (finding.column, finding.severity) == ("phone", Severity.QUESTION)
    assert finding.what == "Ô Điện thoại bị gạch ngang trong tệp: có thể không còn đúng."
    assert [(way.label, way.field) for way in finding.suggestions] == [("Gạch nhầm, ghi như trong ô", ""), ("Để trống", "phone")]
    (finding,) = found("~~birth_date | ~~mother_name")
    assert finding.what.startswith("Ô Ngày sinh, Họ tên mẹ bị gạch ngang")
    assert [way.field for way in finding.suggestions] == [""]
    (finding,) = found("~~mother_given")
    assert (finding.column, [way.field for way in finding.suggestions]) == ("mother_name", ["", "mother_name"])


def test_of_a_cell_struck_in_part_the_rest_is_read():
    (finding,) = found("~~father_name: Lê Văn Sai", father_name="Lê Hữu Trí")
    assert (finding.column, finding.severity) == ("father_name", Severity.NOTE)
    assert finding.what == "Ô Họ tên cha có chữ bị gạch ngang “Lê Văn Sai”: đọc phần còn lại “Lê Hữu Trí”."


def test_what_was_corrected_or_is_not_struck_is_not_asked():
    assert found("~~phone | ~~father_name: Lê Văn Sai", corrected=["phone", "father_name"]) == found("~~") == found("C: mất") == []
    assert said("cell_struck", CHILD_LIST) == []
