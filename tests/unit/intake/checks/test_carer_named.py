import pytest

from mangnon.intake import checks
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, only, read, said


def test_nobody_is_named():
    assert only("carer_named", father_name="", mother_name="không").what == "Chưa có họ tên cha, mẹ hoặc người nuôi dưỡng."


def test_one_of_three_is_enough():
    assert said("carer_named", father_name="", mother_name="", guardian_name="Thị Phol") == []


@pytest.mark.parametrize(
    ("father", "mother", "what"),
    [
        ("", "mất", "Ô Họ tên mẹ ghi “mất”: chưa biết ai chăm sóc trẻ."),
        ("mất", "bỏ đi", "Ô Họ tên cha ghi “mất”, ô Họ tên mẹ ghi “bỏ đi”: chưa biết ai chăm sóc trẻ."),
        ("", "nt", "Ô Họ tên mẹ ghi “nt”: chưa biết ai chăm sóc trẻ."),
    ],
)
def test_words_instead_of_the_only_carer_are_one_finding_with_the_cell_to_fill(father, mother, what):
    (finding,) = checks.run(read(father_name=father, mother_name=mother), CONTEXT)
    assert (finding.rule, finding.column, finding.severity, finding.what) == ("carer_named", "guardian_name", Severity.MUST_FIX, what)
    assert "người đang nuôi dưỡng" in finding.todo


def test_words_beside_a_carer_are_asked_about_as_before():
    assert [finding.rule for finding in checks.run(read(mother_name="mất"), CONTEXT)] == ["carer_plausible"]
