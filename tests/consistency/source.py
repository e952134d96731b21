"""The product's source as syntax trees, read once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mangnon"


@cache
def trees() -> dict[Path, ast.Module]:
    """Every Python file of the product but migrations, by path."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts
    }


def room(path: Path) -> str:
    """The room a file is in."""
    return path.relative_to(PACKAGE).parts[0]


def inside(path: Path) -> str:
    """Where in its room a file is: `operations`, `queries`, `models` …"""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[1] if len(parts) > 1 else ""


def place(path: Path, node: ast.AST) -> str:
    """A line to click on."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
