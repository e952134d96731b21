"""Parts of an index: coded records with their sorted blocking keys, in memory or mapped from a folder. A segment never changes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from mmap import MADV_DONTNEED, mmap
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine import candidates
from mangnon.linkage.engine.columns import Coded, Rows, arrow, text_hashes
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.records import Keys, Records
from mangnon.linkage.engine.vocabulary import Vocabulary

Stored = NDArray[np.uint64]


@dataclass(frozen=True)
class Segment:
    """Records, their ids, and of every blocking key the known values with their rows, sorted; `named` is the same of the ids."""

    records: Records
    ids: pa.Array
    keys: tuple[Stored, ...]
    named: Stored

    def __len__(self) -> int:
        return len(self.records)

    @classmethod
    def of(cls, records: Records, ids: pa.Array, model: Model, vocabulary: Vocabulary) -> "Segment":
        """The segment of these records."""
        keys = Keys(records, model, vocabulary)
        ids = ids.cast(pa.string())
        named = candidates.packed(id_keys(ids))
        return cls(records, ids, tuple(candidates.packed(keys.key(k)) for k in range(len(model.keys))), named)

    @classmethod
    def joined(cls, parts: Sequence["Segment"], alive: Sequence[Rows], model: Model, vocabulary: Vocabulary) -> "Segment":
        """One segment of the living rows of several, in their order."""
        columns = {
            name: Coded.joined([part.records.columns[name].take(rows) for part, rows in zip(parts, alive, strict=True)])
            for name in parts[0].records.columns
        }
        ids = pa.concat_arrays([part.ids.take(arrow(rows)) for part, rows in zip(parts, alive, strict=True)])
        return cls.of(Records(columns, np.arange(len(ids))), ids, model, vocabulary)

    def save(self, folder: Path) -> None:
        """Write every array into the folder."""
        for name, coded in self.records.columns.items():
            for array, values in coded.arrays.items():
                np.save(folder / f"{name}.{array}.npy", values)
        for k, stored in enumerate(self.keys):
            np.save(folder / f"key{k}.npy", stored)
        np.save(folder / "ids.npy", self.named)
        with pa.OSFile(str(folder / "ids.arrow"), "wb") as sink, pa.ipc.new_file(sink, pa.schema([("record_id", pa.string())])) as writer:
            writer.write_batch(pa.record_batch({"record_id": self.ids}))
        arrays = {name: list(coded.arrays) for name, coded in self.records.columns.items()}
        (folder / "columns.json").write_text(json.dumps(arrays), encoding="utf-8")

    @classmethod
    def open(cls, folder: Path, model: Model) -> "Segment":
        """The segment `save` wrote; arrays stay on disk until they are read."""
        arrays = json.loads((folder / "columns.json").read_text(encoding="utf-8"))
        columns = {name: Coded({array: _mapped(folder / f"{name}.{array}.npy") for array in names}) for name, names in arrays.items()}
        keys = tuple(_mapped(folder / f"key{k}.npy") for k in range(len(model.keys)))
        ids = pa.ipc.open_file(pa.memory_map(str(folder / "ids.arrow"))).read_all()["record_id"].combine_chunks()
        return cls(Records(columns, np.arange(len(ids))), ids, keys, _mapped(folder / "ids.npy"))


def id_keys(ids: pa.Array) -> NDArray[np.int64]:
    """A number of every id, never 0."""
    return (text_hashes(ids) >> np.uint64(1)).astype(np.int64) | 1


def let_go(arrays: Iterable[NDArray[Any]]) -> None:
    """Give back the memory of arrays that are mapped from files; what is read of them next comes from the files again."""
    for array in arrays:
        below: object = array
        while isinstance(below, np.ndarray):
            below = below.base
        if isinstance(below, mmap):
            below.madvise(MADV_DONTNEED)


def _mapped(path: Path) -> NDArray[Any]:
    return np.load(path, mmap_mode="r").view(np.ndarray)
