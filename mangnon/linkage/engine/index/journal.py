"""What changed since a generation was written: one line of JSON a change, through to the disk before the change counts."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Fields = Mapping[str, str | None]


@dataclass(frozen=True)
class Change:
    """A record as it is now (`fields`), or that it is gone (None). `mark` is the number of what changed it, for whoever keeps count."""

    record_id: str
    fields: Fields | None
    mark: int = 0


def append(path: Path, changes: Iterable[Change], *, stamp: int) -> None:
    """Write changes, then how far the source has been followed."""
    lines = [_line(change) for change in changes] + [json.dumps({"stamp": stamp})]
    with path.open("ab") as file:
        # a line break on either side: what an earlier write left unfinished stays a line of its own
        file.write(("\n" + "".join(line + "\n" for line in lines)).encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path, *, start: int) -> tuple[list[Change], int | None, int]:
    """Changes from a place of the file on, the last stamp among them, and the place after the last whole line."""
    if not path.exists():
        return [], None, start
    with path.open("rb") as file:
        file.seek(start)
        text = file.read()
    whole = text[: text.rfind(b"\n") + 1]
    changes: list[Change] = []
    stamp = None
    for entry in _entries(whole):
        if "stamp" in entry:
            stamp = int(entry["stamp"])
        else:
            changes.append(Change(entry["id"], entry.get("put"), entry.get("mark", 0)))
    return changes, stamp, start + len(whole)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One writer at a time, of all processes; a writer that died holds nothing."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _line(change: Change) -> str:
    entry: dict[str, Any] = {"id": change.record_id}
    if change.fields is not None:
        entry["put"] = {name: value for name, value in change.fields.items() if value}
    if change.mark:
        entry["mark"] = change.mark
    return json.dumps(entry, ensure_ascii=False)


def _entries(text: bytes) -> Iterator[dict[str, Any]]:
    for line in text.split(b"\n"):
        try:
            entry = json.loads(line)
        except ValueError:
            continue  # a blank line, or a write that was cut off and whose call never returned
        yield entry
