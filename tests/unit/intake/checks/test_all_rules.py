"""What holds for every rule: its law, its test, Vietnamese sentences, silence about a right row."""

import importlib
import pkgutil
from pathlib import Path

import pytest

from mangnon.intake import checks
from mangnon.intake.checks import every
from tests.unit.intake.checks.rows import CONTEXT, read

NAMES = [found.name for found in pkgutil.iter_modules(checks.__path__)]


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_names_its_law_and_has_a_test_of_its_name(name):
    assert "Căn cứ: " in (importlib.import_module(f"mangnon.intake.checks.{name}").__doc__ or "")
    assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_a_right_row_is_left_alone():
    assert checks.run(read(), CONTEXT) == []


def test_findings_carry_the_rule_that_made_them():
    assert {finding.rule for finding in checks.run(read(full_name="", birth_date="31/02/2019"), CONTEXT)} == {
        "full_name_present",
        "birth_date_exists",
    }


def test_an_empty_row_never_breaks_a_rule():
    from mangnon.intake.rules import reading

    assert all(finding.message for finding in checks.run(reading.read(1, {}), CONTEXT))
    assert sorted(every()) == sorted(NAMES)
