"""One record against many: a persistent index on disk. Build it, ask it, append, remove; it survives a restart.

A generation is a folder of arrays mapped into memory: coded columns, sorted blocking keys, ids. What changed since stands in a journal that
is written through to the disk before an append or removal returns, and is read again when the index is opened. `compact` makes a new
generation. Encoding, keys, comparison and score are those of two files.
"""

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import calibration, candidates, competition, parameters
from mangnon.linkage.engine.columns import Coded, Rows
from mangnon.linkage.engine.comparing import Comparer
from mangnon.linkage.engine.explain import Evidence, evidence
from mangnon.linkage.engine.likeness import Likeness
from mangnon.linkage.engine.model import Model, parse
from mangnon.linkage.engine.records import Keys, Read, Records, encode
from mangnon.linkage.engine.scorecard import Layout, Weights, score
from mangnon.linkage.engine.syllables import stable
from mangnon.linkage.engine.vocabulary import Vocabulary

Fields = Mapping[str, str | None]


class BadIndex(Refusal):
    """An index that cannot be opened or a record it cannot take."""


@dataclass(frozen=True)
class Match:
    """A record of the index that may be the person asked for, and why."""

    record_id: str
    probability: float
    score: float
    why: tuple[Evidence, ...]


class Index:
    """Open with `Index.open(folder)`; make with `build`. One writer at a time; any number of readers may open it."""

    def __init__(self, folder: Path, generation: Path) -> None:
        meta = json.loads((generation / "meta.json").read_text(encoding="utf-8"))
        self.folder, self.generation = folder, generation
        self.model: Model = parse(meta["toml"], source=meta["source"])
        self.weights: Weights = parameters.read(meta["parameters"], self.model)
        self.vocabulary = Vocabulary.load(json.loads((generation / "vocabulary.json").read_text(encoding="utf-8")))
        self.vocabulary.freeze()
        columns = {
            name: Coded({array: _mapped(generation / f"{name}.{array}.npy") for array in arrays})
            for name, arrays in meta["columns"].items()
        }
        self.base = Records(columns, np.arange(meta["records"]))
        self.keys = [_mapped(generation / f"key{k}.npy") for k in range(len(self.model.keys))]
        self.ids = pa.ipc.open_file(pa.memory_map(str(generation / "ids.arrow"))).read_all()["record_id"].combine_chunks()
        self.id_hashes = _mapped(generation / "ids.npy")
        self.layout = Layout.of(self.model)
        self.comparer = Comparer(self.model, self.vocabulary)
        self.tail: list[Records] = []
        self.tail_ids: list[str] = []
        self.tail_keys: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.removed: set[int] = set()
        self._added: dict[str, int] = {}
        self._joined: Records | None = None
        self._replay()

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index as it was after the last append or removal that returned."""
        try:
            name = (folder / "CURRENT").read_text(encoding="utf-8").strip()
            return cls(folder, folder / name)
        except (OSError, ValueError, KeyError) as error:
            raise BadIndex(f"Chỉ mục “{folder}” không mở được. Lập lại chỉ mục từ sổ trẻ em.") from error

    def __len__(self) -> int:
        return len(self.base) + len(self.tail) - len(self.removed)

    def find(self, record: Fields, *, most: int = 5, least: float = 0.01) -> list[Match]:
        """The records that may be this person, most probable first."""
        one = self._coded(record)
        near, far = self._candidates(one)
        if not len(near) + len(far):
            return []
        sides = [self.base.take(near)] if len(near) else []
        if len(far):
            sides.append(self._tail().take(far))
        two = Records({name: Coded.joined([side.columns[name] for side in sides]) for name in one.columns}, np.concatenate([near, far]))
        rows = np.arange(len(two))
        levels = self.comparer.levels(one, two, np.zeros(len(two), np.int64), rows)
        scores = score(levels, self.layout, self.weights)
        if self.model.dedupe:
            chances = 1 / (1 + np.exp(-np.clip(scores, -60, 60)))
        else:
            chances = competition.shared(scores, np.zeros(len(two), np.int64))
        chances = calibration.apply(chances, self.weights.curve)
        order = np.argsort(-scores, kind="stable")[:most]
        places = [*near.tolist(), *(len(self.base) + far).tolist()]
        return [
            Match(
                self._id(places[i]),
                float(chances[i]),
                float(scores[i]),
                evidence(levels[i].tolist(), self.model, self.weights, self.layout),
            )
            for i in order.tolist()
            if chances[i] >= least
        ]

    def append(self, records: Sequence[Fields]) -> None:
        """Add records; each needs the id column, and an id the index does not hold."""
        entries = [{k: v for k, v in record.items() if v} for record in records]
        for entry in entries:
            self._check_new(entry)
        self._journal([{"add": entry} for entry in entries])
        for entry in entries:
            self._take_in(entry)

    def remove(self, ids: Sequence[str]) -> None:
        """Take records out by id."""
        rows = [self._row(name) for name in ids]
        for name, row in zip(ids, rows, strict=True):
            if row is None:
                raise BadIndex(f"Chỉ mục không có bản ghi “{name}”.")
        self._journal([{"remove": name} for name in ids])
        self._take_out(ids)

    def compact(self) -> "Index":
        """A new generation with the journal worked in; the old one is deleted."""
        keep = np.array([row for row in range(len(self.base)) if row not in self.removed], np.int64)
        far = np.array([row for row in range(len(self.tail)) if len(self.base) + row not in self.removed], np.int64)
        sides = [self.base.take(keep)] + ([self._tail().take(far)] if len(far) else [])
        columns = {name: Coded.joined([side.columns[name] for side in sides]) for name in self.base.columns}
        ids = pa.array([*self.ids.take(pa.array(keep)).to_pylist(), *(self.tail_ids[row] for row in far.tolist())], pa.string())
        old = self.generation
        _write(self.folder, Records(columns, np.arange(len(ids))), ids, self.model, self.weights, self.vocabulary)
        shutil.rmtree(old, ignore_errors=True)
        return Index.open(self.folder)

    def _coded(self, record: Fields) -> Records:
        def read(column: str) -> pa.Array:
            return pa.array([record.get(column) or ""], pa.string())

        before = len(self.vocabulary.syllables)
        coded = encode(read, length=1, model=self.model, vocabulary=self.vocabulary)
        if len(self.vocabulary.syllables) > before:
            for ready in self.comparer.ready:
                if isinstance(ready, Likeness):
                    ready.extend()
        return coded

    def _candidates(self, one: Records) -> tuple[Rows, Rows]:
        keys = Keys(one, self.model, self.vocabulary)
        near: list[NDArray[np.int64]] = []
        far: list[int] = []
        for k, stored in enumerate(self.keys):
            key = int(keys.key(k)[0])
            if not key:
                continue
            rows, more = candidates.holders(stored, key), self.tail_keys.get((k, key), [])
            if len(rows) + len(more) <= self.model.cap + len(self.removed):
                near.append(rows)
                far.extend(more)
        found = np.unique(np.concatenate(near)) if near else np.empty(0, np.int64)
        others = np.unique(np.array(far, np.int64))
        if self.removed:
            found = np.array([row for row in found.tolist() if row not in self.removed], np.int64)
            others = np.array([row for row in others.tolist() if len(self.base) + row not in self.removed], np.int64)
        return found, others

    def _tail(self) -> Records:
        if self._joined is None:
            columns = {name: Coded.joined([part.columns[name] for part in self.tail]) for name in self.base.columns}
            self._joined = Records(columns, np.arange(len(self.tail)))
        return self._joined

    def _check_new(self, entry: Fields) -> None:
        name = entry.get(self.model.id_column)
        if not name:
            raise BadIndex(f"Bản ghi thiếu mã ở cột “{self.model.id_column}”.")
        if self._row(name) is not None:
            raise BadIndex(f"Chỉ mục đã có bản ghi “{name}”. Gỡ bản ghi cũ trước khi thêm bản mới.")

    def _take_in(self, entry: Fields) -> None:
        one = self._coded(entry)
        row = len(self.tail)
        keys = Keys(one, self.model, self.vocabulary)
        for k in range(len(self.keys)):
            if key := int(keys.key(k)[0]):
                self.tail_keys[k, key].append(row)
        self.tail.append(one)
        self.tail_ids.append(str(entry[self.model.id_column]))
        self._added[self.tail_ids[-1]] = row
        self._joined = None

    def _take_out(self, ids: Sequence[str]) -> None:
        for name in ids:
            row = self._row(name)
            assert row is not None
            self.removed.add(row)
            self._added.pop(name, None)

    def _row(self, name: str) -> int | None:
        if name in self._added:
            return len(self.base) + self._added[name]
        for row in candidates.holders(self.id_hashes, stable(name)).tolist():
            if row not in self.removed and self.ids[row].as_py() == name:
                return int(row)
        return None

    def _id(self, row: int) -> str:
        return str(self.ids[row].as_py()) if row < len(self.base) else self.tail_ids[row - len(self.base)]

    def _journal(self, entries: Sequence[Mapping[str, object]]) -> None:
        with (self.generation / "journal.jsonl").open("ab") as file:
            # a line break on either side: what an earlier write left unfinished stays a line of its own
            file.write(("\n" + "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)).encode())
            file.flush()
            os.fsync(file.fileno())

    def _replay(self) -> None:
        path = self.generation / "journal.jsonl"
        if not path.exists():
            return
        for line in path.read_bytes().split(b"\n"):
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # a blank line, or a write that was cut off and whose call never returned
            if "add" in entry:
                self._take_in(entry["add"])
            else:
                self._take_out([entry["remove"]])


def _mapped(path: Path) -> NDArray[Any]:
    """An array that stays on disk until it is read."""
    return np.load(path, mmap_mode="r").view(np.ndarray)


def build(folder: Path, *, read: Read, ids: pa.Array, model: Model, weights: Weights | None = None) -> Index:
    """A new index of these records; an index that stood in the folder is replaced when the new one is complete."""
    vocabulary = Vocabulary()
    records = encode(read, length=len(ids), model=model, vocabulary=vocabulary)
    weights = weights or parameters.builtin(model)
    if weights is None:
        raise BadIndex(f"Mô hình “{model.name}” chưa có tham số. Chạy một lần nối hoặc tìm trùng rồi đưa model.json của lần đó.")
    old = list(folder.glob("generation-*")) if folder.exists() else []
    _write(folder, records, ids, model, weights, vocabulary)
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return Index.open(folder)


def _write(folder: Path, records: Records, ids: pa.Array, model: Model, weights: Weights, vocabulary: Vocabulary) -> None:
    number = max((int(path.name.split("-")[1]) for path in folder.glob("generation-*")), default=0) + 1
    generation = folder / f"generation-{number}"
    generation.mkdir(parents=True)
    for name, coded in records.columns.items():
        for array, values in coded.arrays.items():
            np.save(generation / f"{name}.{array}.npy", values)
    keys = Keys(records, model, vocabulary)
    for k in range(len(model.keys)):
        np.save(generation / f"key{k}.npy", candidates.packed(keys.key(k)))
    ids = ids.cast(pa.string())
    np.save(generation / "ids.npy", candidates.packed(np.array([stable(name) for name in ids.to_pylist()], np.int64)))
    with pa.OSFile(str(generation / "ids.arrow"), "wb") as sink, pa.ipc.new_file(sink, pa.schema([("record_id", pa.string())])) as writer:
        writer.write_batch(pa.record_batch({"record_id": ids}))
    meta = {"records": len(ids), "toml": model.text, "source": model.source, "parameters": parameters.form(model, weights)}
    meta["columns"] = {name: list(coded.arrays) for name, coded in records.columns.items()}
    (generation / "meta.json").write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
    (generation / "vocabulary.json").write_text(json.dumps(vocabulary.dump(), ensure_ascii=False), encoding="utf-8")
    current = folder / "CURRENT.new"
    current.write_text(generation.name, encoding="utf-8")
    current.replace(folder / "CURRENT")
