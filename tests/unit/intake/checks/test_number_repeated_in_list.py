from dataclasses import replace

from tests.unit.intake.checks.rows import CONTEXT, only, said

TWICE = replace(CONTEXT, rows_by_number={"092322007731": ((23, "luu gia han"), (40, "vo thanh dat"))})


def test_one_number_with_two_names():
    assert "dòng 40" in only("number_repeated_in_list", TWICE).what


def test_one_number_with_one_name_is_another_rule_s_matter():
    same = replace(CONTEXT, rows_by_number={"092322007731": ((23, "luu gia han"), (40, "luu gia han"))})
    assert said("number_repeated_in_list", same) == []


def test_a_name_written_shorter_is_one_name():
    same = replace(CONTEXT, rows_by_number={"092322007731": ((23, "luu gia han"), (40, "luu han"))})
    assert said("number_repeated_in_list", same) == []
