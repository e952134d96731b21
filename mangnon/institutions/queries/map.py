"""The city as squares and neighbours: layout and facts of our own, free to ship where real outlines are not."""

import csv
from functools import cache
from pathlib import Path

from mangnon.institutions.records import Tile

_DATA = Path(__file__).parents[1] / "data"


@cache
def tiles() -> tuple[Tile, ...]:
    """One square per commune of the city since 1 July 2025, on 15 columns × 16 rows counted from the north-west."""
    return tuple(Tile(row["code"], int(row["column"]), int(row["row"])) for row in _rows("tiles.csv"))


@cache
def adjacency() -> frozenset[frozenset[str]]:
    """Pairs of codes of communes that share a border (since 1 July 2025)."""
    return frozenset(frozenset((row["code_a"], row["code_b"])) for row in _rows("adjacency.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
