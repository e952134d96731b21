"""What people read: labels in Vietnamese, written one way; the glossary in shape."""

import ast
import enum
import importlib
import pkgutil
import re
import unicodedata

import pytest
from django.db.models import Choices

import mangnon
from tests.consistency.source import ROOT, place, trees

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|error|invalid|please|submit|click|list|child|report|task|pending|done|open|closed|status|user|password|draft)\b",
    re.I,
)


def _modules():
    for found in pkgutil.walk_packages(mangnon.__path__, "mangnon."):
        if not found.name.startswith("mangnon.cli.") and ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def _choices() -> list[type[Choices]]:
    found = {
        value
        for module in _modules()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Choices) and issubclass(value, enum.Enum) and len(value)
        and value.__module__.startswith("mangnon.")
    }  # fmt: skip
    return sorted(found, key=lambda choices: f"{choices.__module__}.{choices.__name__}")


@pytest.mark.parametrize("choices", _choices(), ids=lambda choices: f"{choices.__module__.removeprefix('mangnon.')}.{choices.__name__}")
def test_every_label_is_vietnamese_text(choices):
    for member in choices:
        assert member.label.strip(), member
        assert unicodedata.is_normalized("NFC", member.label), member
        assert not ENGLISH.search(member.label), member
        assert member.label != member.name.replace("_", " ").title(), f"{member!r} has no label of its own"


def test_all_source_text_is_nfc():
    texts = [*ROOT.glob("*.md"), *(ROOT / "mangnon").rglob("*.py"), *(ROOT / "mangnon").rglob("*.html"), *(ROOT / "docs").rglob("*.md")]
    assert not [str(path.relative_to(ROOT)) for path in texts if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))]


def test_every_refusal_explains_itself_in_the_code():
    wrong = [
        place(path, node)
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(getattr(base, "id", "") == "Refusal" for base in node.bases)
        and not ast.get_docstring(node)
    ]
    assert not wrong


def _glossary() -> list[list[str]]:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in rows if not set(line) <= set("|-: ")]
    return [row for row in cells if row[0] != "English"]


def test_the_glossary_is_a_table_of_four_columns_each_term_once():
    rows = _glossary()
    assert len(rows) > 60
    assert [row for row in rows if len(row) != 4 or not row[0] or not row[1]] == []
    terms = [term for row in rows for term in re.findall(r"`([^`]+)`", row[0])]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
    assert all(re.fullmatch(r"[a-z][a-z0-9_ ]*", term) for term in terms), terms


def test_forbidden_words_are_not_identifiers():
    """A word the glossary forbids does not name a function or a class of the product."""
    forbidden = {word for row in _glossary() for word in re.findall(r"`([a-z_]+)`", row[3])}
    wrong = [
        f"{place(path, node)} {node.name}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and re.sub(r"(?<!^)(?=[A-Z])", "_", node.name).lower() in forbidden
    ]
    assert not wrong
