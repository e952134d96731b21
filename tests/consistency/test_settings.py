"""Every setting the product reads is in `.env.example` with a sentence, and nothing else is."""

import ast
import re

from tests.consistency.source import ROOT, calls, trees

READERS = {"get", "_flag", "getenv", "setdefault"}
# Set by the product for a library, not chosen by who runs it.
OURS_NOT_SETTINGS = {"DJANGO_SETTINGS_MODULE", "OPENBLAS_NUM_THREADS"}


def _read_by_the_product() -> set[str]:
    found = set()
    for tree in trees().values():
        for call in calls(tree):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            about_environment = name == "_flag" or "environ" in ast.unparse(call.func)
            first = call.args[0] if call.args else None
            if name in READERS and about_environment and isinstance(first, ast.Constant):
                found.add(first.value)
        for node in ast.walk(tree):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ") and isinstance(node.slice, ast.Constant):
                found.add(node.slice.value)
    return {name for name in found if re.fullmatch(r"[A-Z][A-Z_]+", str(name))} - OURS_NOT_SETTINGS


def _example() -> dict[str, str]:
    """Variables with the comment above each."""
    found, comment = {}, ""
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            comment = line.lstrip("# ")
        elif "=" in line:
            found[line.split("=")[0]], comment = comment, ""
    return found


def test_the_example_names_every_setting_and_no_other():
    assert set(_example()) == _read_by_the_product()


def test_every_setting_has_a_sentence():
    assert not [name for name, sentence in _example().items() if len(sentence) < 20 or not sentence.endswith(".")]


def test_the_example_holds_no_secret():
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.search(r"^MANGNON_SECRET_KEY=$", text, re.M)
    assert re.search(r"^DATABASE_URL=$", text, re.M)
