"""Files one can read in one sitting, nothing put off, no test that does not run, no print where a log or an answer belongs."""

import ast
import re

import pytest

from tests.consistency.source import PACKAGE, ROOT, calls, place, room, trees

LONGEST = 400
PUT_OFF = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SILENT = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail)\b|importorskip")
FILES = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.js"), *(ROOT / "tests").rglob("*.py")])


def test_no_python_file_is_longer_than_one_can_read():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES if path.suffix == ".py"}
    assert {name: length for name, length in lengths.items() if length > LONGEST and "migrations" not in name} == {}


@pytest.mark.parametrize("pattern", [PUT_OFF, SILENT], ids=["put off", "silent"])
def test_nothing_is_put_off_or_skipped(pattern):
    wrong = [
        str(path.relative_to(ROOT)) for path in FILES if pattern.search(path.read_text(encoding="utf-8")) and path.name != "test_source.py"
    ]
    assert wrong == []


def test_every_module_says_what_it_is():
    missing = [
        str(path.relative_to(ROOT))
        for path, tree in trees().items()
        if tree.body and not ast.get_docstring(tree) and path.name not in {"urls.py", "nav.py"}
    ]
    assert missing == []


def test_only_the_doors_print_and_only_they_read_the_clock():
    doors = {"cli", "config", "jobs", "web"}
    wrong = []
    for path, tree in trees().items():
        if room(path) in doors or "engine" in path.parts:
            continue
        for call in calls(tree):
            name = ast.unparse(call.func)
            reads_clock = name in {"calendar.now", "calendar.today", "date.today", "datetime.now", "timezone.now", "time.time"}
            if name == "print" or (reads_clock and room(path) != "lib"):
                wrong.append(f"{place(path, call)} {name}")
    assert wrong == []
