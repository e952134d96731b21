"""Units as files and as values, for tests that need places of their own beside Cần Thơ's."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from pathlib import Path

from mangnon.institutions.records import Link, UnitRef
from mangnon.institutions.rules.names import bare_name, match_key
from mangnon.institutions.vocabulary import Kind, Level, Share, SuccessionKind

TODAY = date(2026, 11, 23)
MERGER = date(2025, 7, 1)  # Nghị quyết 202/2025/QH15, 1668/NQ-UBTVQH15
NATIONAL = Path(__file__).parent / "national"  # a small piece of a country of our own, in the columns of the national files
BUILT_IN = Path(__file__).parents[2] / "mangnon" / "institutions" / "data"

_ids = count(1)


def built_in(name: str) -> list[dict[str, str]]:
    """Rows of a built-in file."""
    with (BUILT_IN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unit(
    name: str = "Xã Mẫu", *, code: str = "", type_label: str = "Xã", first_day: date | None = None, end: date | None = None,
    parent: UnitRef | None = None, level: Level = Level.COMMUNE,
) -> UnitRef:  # fmt: skip
    """One span of a unit as a value, with a key of its own."""
    key = next(_ids)
    return UnitRef(
        id=key, kind=Kind.UNIT, level=level, code=code or f"{key:05d}", name=name, bare_key=match_key(bare_name(name, type_label)),
        type_label=type_label, first_day=first_day, end=end, parent_id=parent.id if parent else None,
        parent_code=parent.code if parent else "", parent_name=parent.name if parent else "",
    )  # fmt: skip


def link(source: UnitRef, target: UnitRef, *, on: date = MERGER, share: Share = Share.WHOLE, kind: SuccessionKind | None = None) -> Link:
    """One succession as a value."""
    kind = kind or (SuccessionKind.MERGED if share == Share.WHOLE else SuccessionKind.SPLIT)
    return Link(source_id=source.id, target_id=target.id, on=on, kind=kind, share_population=share, citation="Nghị quyết thử 1/NQ")


def folder(path: Path, **files: Iterable[Mapping[str, str]]) -> Path:
    """A folder with the given files: `folder(tmp_path, units_new=[{...}])`."""
    for name, rows in files.items():
        rows = list(rows)
        with (path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return path
