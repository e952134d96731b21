from dataclasses import replace

from tests.unit.intake.checks.rows import CONTEXT, only, read, said


def test_the_later_row_is_told():
    context = replace(CONTEXT, rows_by_identity={read().identity: (17, 23)})
    assert "dòng 17" in only("repeated_in_list", context).what
    assert said("repeated_in_list", context, number=17) == []


def test_twins_are_two_children():
    context = replace(CONTEXT, rows_by_identity={read().identity: (17, 23)})
    assert said("repeated_in_list", context, full_name="Lưu Gia Bảo") == []
