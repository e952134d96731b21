"""Every command is documented and tried."""

import importlib
import pkgutil

import pytest

from mangnon.cli import commands
from tests.consistency.source import ROOT

NAMES = [importlib.import_module(f"{commands.__name__}.{found.name}").NAME for found in pkgutil.iter_modules(commands.__path__)]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_reference(name):
    reference = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert f"## `mangnon {name}`" in reference


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_tried_by_some_test(name):
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py") if path.name != "test_commands.py"]
    words = name.split()
    quoted = ", ".join(f'"{word}"' for word in words)
    spellings = (f"mangnon {name}", quoted, f"commands.{'_'.join(words)}", f"commands import {'_'.join(words)}")
    assert any(spelling in text for text in tests for spelling in spellings)
