"""Writes live in operations, and every operation says who and when, in one transaction, and leaves an event."""

import ast
from pathlib import Path

from tests.consistency.source import calls, inside, place, room, trees

WRITES = {"save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create", "copy"}
ROOMS_WITHOUT_TABLES = {"lib", "config", "cli", "web"}
# Calls that only look like writes to the database, each with its reason.
NOT_THE_DATABASE = {
    "config": "settings are dictionaries",
    "lib": "there is no database below the rooms",
    "engine": "the linkage engine is a library on arrays and files",
}
QUERYSET_NAMES = {"objects"}


def _touches_rows(call: ast.Call) -> bool:
    """`X.objects….create(…)`, `something.save()`; not `dict.update(other)`, `hash.update(bytes)`, `array.copy()`."""
    function = call.func
    if not isinstance(function, ast.Attribute) or function.attr not in WRITES:
        return False
    names = {node.attr for node in ast.walk(function.value) if isinstance(node, ast.Attribute)}
    through_manager = bool(names & QUERYSET_NAMES)
    if function.attr in {"update", "delete", "copy", "create"}:
        return through_manager
    if function.attr == "save":
        return not call.args  # document.save(path) of Word and Excel writers takes one
    return True


def _in_operations(path: Path) -> bool:
    return inside(path) == "operations"


def test_writes_live_in_operations():
    wrong = [
        place(path, call)
        for path, tree in trees().items()
        if not _in_operations(path) and room(path) not in NOT_THE_DATABASE and inside(path) not in NOT_THE_DATABASE
        for call in calls(tree)
        if _touches_rows(call)
    ]
    assert not wrong


def _public_operations():
    for path, tree in trees().items():
        if not _in_operations(path) or room(path) in ROOMS_WITHOUT_TABLES:
            continue
        exported = _exported(path, tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and (exported is None or node.name in exported):
                yield path, node


def _exported(path: Path, tree: ast.Module) -> set[str] | None:
    """For a package of operations: the names its `__init__` gives out; the others are its own business."""
    if path.name == "operations.py":
        return None
    parent = path.parent
    while parent.name != "operations":
        parent = parent.parent
    package = trees()[parent / "__init__.py"]
    return {alias.asname or alias.name for node in package.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_there_are_operations():
    assert sum(1 for _ in _public_operations()) > 15


def test_every_operation_says_who_and_when():
    wrong = [
        place(path, node)
        for path, node in _public_operations()
        if node.args.args or node.args.posonlyargs or not {"by", "at"} <= {argument.arg for argument in node.args.kwonlyargs}
    ]
    assert not wrong


def _reaching(found) -> set[tuple[str, str]]:
    """(room, function) of operations files for which `found` holds, or that call such a one of their room, however deep."""
    functions = [
        (room(path), node)
        for path, tree in trees().items()
        if _in_operations(path)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    reached = {(where, node.name) for where, node in functions if found(node)}
    while True:
        more = {(where, node.name) for where, node in functions if any((where, name) in reached for name in _called(node))} - reached
        if not more:
            return reached
        reached |= more


def _called(node: ast.FunctionDef) -> set[str]:
    return {call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "") for call in calls(node)}


def test_every_operation_is_one_transaction():
    """`@transaction.atomic`, a `with transaction.atomic()` after work that must come first, or a call of an operation that has one."""
    atomic = _reaching(
        lambda node: (
            any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list) or "transaction.atomic()" in ast.unparse(node)
        )
    )
    wrong = [place(path, node) for path, node in _public_operations() if (room(path), node.name) not in atomic and room(path) != "audit"]
    assert not wrong  # audit writes inside its caller's transaction


def test_every_operation_leaves_an_event():
    """Each calls the audit room, itself or through a function of its room that does."""
    speaking = _reaching(lambda node: "audit.record" in ast.unparse(node))
    silent = [place(path, node) for path, node in _public_operations() if (room(path), node.name) not in speaking and room(path) != "audit"]
    assert not silent
