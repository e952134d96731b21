"""Some records against many: a persistent index on disk. Build it, ask it, change it; it survives a restart.

A generation is a folder of arrays mapped into memory: coded columns, sorted blocking keys, ids. What changed since stands in a journal that
is written through to the disk before a change returns, and is read again when the index is opened or refreshed. `compact` makes a new
generation. Encoding, keys, comparison and score are those of two files; one person and a thousand are asked for in the same way.
"""

import copy
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine import calibration, candidates, competition, parameters
from mangnon.linkage.engine.columns import Levels, Rows, words
from mangnon.linkage.engine.comparing import Comparer
from mangnon.linkage.engine.explain import Evidence, evidence
from mangnon.linkage.engine.index import journal
from mangnon.linkage.engine.index.journal import Change, Fields
from mangnon.linkage.engine.index.segments import Segment, id_keys, let_go
from mangnon.linkage.engine.likeness import Likeness
from mangnon.linkage.engine.model import Model, parse
from mangnon.linkage.engine.records import Keys, Read, Records, encode
from mangnon.linkage.engine.scorecard import Layout, Weights, score
from mangnon.linkage.engine.verdicts import careful
from mangnon.linkage.engine.vocabulary import Vocabulary

__all__ = ["BadIndex", "Change", "Fields", "Index", "Match", "build"]

_TAIL = 20_000  # changed records from which on a new generation is worth writing
_MANY = 100  # people asked for at once who are strewn over so much of the index that it would all stay in memory


class BadIndex(Refusal):
    """An index that cannot be opened or a record it cannot take."""


@dataclass(frozen=True)
class Match:
    """A record of the index that may be the person asked for, and why. `linked`: the model would link the two without a person."""

    record_id: str
    probability: float
    score: float
    linked: bool
    why: tuple[Evidence, ...]


class Index:
    """Open with `Index.open(folder)`, make with `build`, or hold in memory only with `Index.empty`.

    Any number of processes may open one folder; they write one after the other and `refresh` brings in what others wrote.
    """

    def __init__(self, model: Model, weights: Weights, vocabulary: Vocabulary, parts: tuple[Segment, ...] = ()) -> None:
        self.model, self.weights, self.vocabulary = model, weights, vocabulary
        vocabulary.freeze()
        self.parts = parts
        self.dead: NDArray[np.bool_] = np.zeros(sum(map(len, parts)), np.bool_)
        self.layout = Layout.of(model)
        self.comparer = Comparer(model, vocabulary)
        self.folder: Path | None = None
        self.generation: Path | None = None
        self.of = ""
        self.stamp, self.marks = 0, dict[str, int]()
        self._read = 0  # how much of the journal has been taken in
        self._told: dict[tuple[int, ...], tuple[Evidence, ...]] = {}

    @classmethod
    def empty(cls, model: Model, weights: Weights | None = None) -> "Index":
        """An index in memory."""
        return cls(model, _weights(model, weights), Vocabulary())

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index as it was after the last change that returned."""
        for _ in range(3):  # another process may put a new generation in place of the one just named
            try:
                name = (folder / "CURRENT").read_text(encoding="utf-8").strip()
                return cls._opened(folder, folder / name)
            except (OSError, ValueError, KeyError) as problem:
                error = problem
        raise BadIndex(f"Chỉ mục “{folder}” không mở được. Lập lại chỉ mục từ sổ trẻ em.") from error

    @classmethod
    def _opened(cls, folder: Path, generation: Path) -> "Index":
        meta = json.loads((generation / "meta.json").read_text(encoding="utf-8"))
        model = parse(meta["toml"], source=meta["source"])
        vocabulary = Vocabulary.load(json.loads((generation / "vocabulary.json").read_text(encoding="utf-8")))
        index = cls(model, parameters.read(meta["parameters"], model), vocabulary, (Segment.open(generation, model),))
        index.folder, index.generation, index.of, index.stamp = folder, generation, meta["of"], meta["stamp"]
        index.marks = dict(meta["marks"])
        index._replay()
        return index

    def __len__(self) -> int:
        return len(self.dead) - int(self.dead.sum())

    def find(self, record: Fields, *, most: int = 5, least: float = 0.01) -> tuple[Match, ...]:
        """The records that may be this person, most probable first."""
        return self.find_many([record], most=most, least=least)[0]

    def find_many(self, records: Sequence[Fields], *, most: int = 5, least: float = 0.01) -> list[tuple[Match, ...]]:
        """For each person asked for the records that may be it, most probable first."""
        found: list[list[Match]] = [[] for _ in records]
        if not records or not self.parts:
            return [() for _ in records]
        asked = self._coded(records)
        one, two, levels = self._compared(asked)
        scores = score(levels, self.layout, self.weights)
        alone = 1 / (1 + np.exp(-np.clip(scores, -60, 60)))
        chances = alone if self.model.dedupe else competition.shared(scores, one)
        chances = calibration.apply(chances, self.weights.curve)
        shown = np.flatnonzero(chances >= least)
        linked = (chances[shown] >= self.model.link) & ~careful(levels[shown], self.model)
        for at, sure in zip(shown.tolist(), linked.tolist(), strict=True):
            match = Match(self._id(int(two[at])), float(chances[at]), float(scores[at]), sure, self._why(tuple(levels[at].tolist())))
            found[int(one[at])].append(match)
        return [tuple(sorted(matches, key=lambda match: (-match.score, match.record_id))[:most]) for matches in found]

    # What changes an index

    def append(self, records: Sequence[Fields]) -> None:
        """Add records; each needs the id column, and an id the index does not hold."""
        with self.writing():
            for record in records:
                name = record.get(self.model.id_column)
                if not name:
                    raise BadIndex(f"Bản ghi thiếu mã ở cột “{self.model.id_column}”.")
                if self._row(name) is not None:
                    raise BadIndex(f"Chỉ mục đã có bản ghi “{name}”. Gỡ bản ghi cũ trước khi thêm bản mới.")
            self.follow([Change(str(record[self.model.id_column]), record) for record in records], stamp=self.stamp)

    def remove(self, ids: Sequence[str]) -> None:
        """Take records out by id."""
        with self.writing():
            for name in ids:
                if self._row(name) is None:
                    raise BadIndex(f"Chỉ mục không có bản ghi “{name}”.")
            self.follow([Change(name, None) for name in ids], stamp=self.stamp)

    @staticmethod
    def lock(folder: Path) -> AbstractContextManager[None]:
        """Hold the folder against other writers; `refresh` inside it before deciding what to write."""
        return journal.locked(folder)

    def writing(self) -> AbstractContextManager[None]:
        """The same of this index."""
        assert self.folder is not None
        return journal.locked(self.folder)

    def follow(self, changes: Sequence[Change], *, stamp: int) -> None:
        """Take in changed and gone records and how far the source has been followed; on disk when this returns. Only inside `writing`."""
        assert self.generation is not None
        path = self.generation / "journal.jsonl"
        journal.append(path, changes, stamp=stamp)
        self._replay()

    def overlaid(self, changes: Sequence[Change]) -> "Index":
        """This index with changes that nobody else shall see; the disk and this index stay as they are."""
        other = copy.copy(self)
        other.folder = other.generation = None
        other.dead, other.marks = self.dead.copy(), dict(self.marks)
        other._take(changes)
        return other

    def refresh(self) -> "Index":
        """This index with what other processes wrote; another object when there is a new generation."""
        assert self.folder is not None
        assert self.generation is not None
        if (self.folder / "CURRENT").read_text(encoding="utf-8").strip() != self.generation.name:
            return Index.open(self.folder)
        self._replay()
        return self

    @property
    def worth_compacting(self) -> bool:
        """Whether so much changed that a new generation is worth its writing."""
        changed = len(self.dead) - len(self.parts[0]) + int(self.dead.sum())
        return changed > max(_TAIL, len(self.parts[0]) // 20)

    def compact(self) -> "Index":
        """A new generation with the journal worked in; the old one is deleted. Only inside `writing` where others may write."""
        assert self.folder is not None
        assert self.generation is not None
        alive = [np.flatnonzero(~self.dead[start : start + len(part)]) for start, part in self._starts()]
        whole = Segment.joined(self.parts, alive, self.model, self.vocabulary)
        old = self.generation
        _write(self.folder, whole, self.model, self.weights, self.vocabulary, of=self.of, stamp=self.stamp, marks=self.marks)
        shutil.rmtree(old, ignore_errors=True)
        return Index.open(self.folder)

    def _replay(self) -> None:
        assert self.generation is not None
        changes, stamp, self._read = journal.read(self.generation / "journal.jsonl", start=self._read)
        self._take(changes)
        for change in changes:
            if change.mark:
                self.marks[change.record_id] = change.mark
        if stamp is not None and stamp != self.stamp:
            self.stamp = stamp
            self.marks = {name: mark for name, mark in self.marks.items() if mark >= stamp}

    def _take(self, changes: Sequence[Change]) -> None:
        last = {change.record_id: change for change in changes}
        if not last:
            return
        rows = self._rows(list(last))
        self.dead[rows[rows >= 0]] = True
        entries = [(name, change.fields) for name, change in last.items() if change.fields is not None]
        if not entries:
            return
        coded = self._coded([fields for _, fields in entries])
        ids = words([name for name, _ in entries])
        parts = [*self.parts, Segment.of(coded, ids, self.model, self.vocabulary)]
        dead = np.concatenate([self.dead, np.zeros(len(ids), np.bool_)])
        while len(parts) > 2 and len(parts[-2]) <= 2 * len(parts[-1]):  # few parts to look into, each joined seldom
            size = len(parts[-2]) + len(parts[-1])
            gone = dead[-size:]
            alive = [np.flatnonzero(~gone[: len(parts[-2])]), np.flatnonzero(~gone[len(parts[-2]) :])]
            parts[-2:] = [Segment.joined(parts[-2:], alive, self.model, self.vocabulary)]
            dead = np.concatenate([dead[:-size], np.zeros(len(parts[-1]), np.bool_)])
        self.parts, self.dead = tuple(parts), dead

    # How it is asked

    def _coded(self, records: Sequence[Fields]) -> Records:
        def read(column: str) -> pa.Array:
            return words([record.get(column) or "" for record in records])

        before = len(self.vocabulary.syllables)
        coded = encode(read, length=len(records), model=self.model, vocabulary=self.vocabulary)
        if len(self.vocabulary.syllables) > before:
            for ready in self.comparer.ready:
                if isinstance(ready, Likeness):
                    ready.extend()
        return coded

    def _starts(self) -> list[tuple[int, Segment]]:
        starts = np.cumsum([0, *map(len, self.parts)]).tolist()
        return list(zip(starts, self.parts, strict=False))

    def _compared(self, asked: Records) -> tuple[Rows, Rows, Levels]:
        """Pairs of the asked and the living records that share a key few living records have, and their levels."""
        one, two = self._candidates(asked)
        parts = []
        starts = np.array([start for start, _ in self._starts()])
        of = np.searchsorted(starts, two, side="right") - 1
        for number, (start, part) in enumerate(self._starts()):
            here = np.flatnonzero(of == number)
            if len(here):
                parts.append((here, self.comparer.levels(asked, part.records, one[here], two[here] - start)))
        levels = np.empty((len(one), len(self.model.features)), np.uint8)
        for here, found in parts:
            levels[here] = found
        if len(asked) >= _MANY:
            let_go(array for part in self.parts for coded in part.records.columns.values() for array in coded.arrays.values())
        return one, two, levels

    def _candidates(self, asked: Records) -> tuple[Rows, Rows]:
        keys = Keys(asked, self.model, self.vocabulary)
        gone = int(self.dead.sum())
        found = []
        for k in range(len(self.model.keys)):
            wanted = keys.key(k)
            spans = [candidates.spans(part.keys[k], wanted) for part in self.parts]
            few = sum(count for _, count in spans) <= self.model.cap + gone
            hits = [
                (one, two + start)
                for (start, part), (first, count) in zip(self._starts(), spans, strict=True)
                for one, two in [candidates.spread(part.keys[k], first, np.where(few, count, 0))]
            ]
            one, two = np.concatenate([hit[0] for hit in hits]), np.concatenate([hit[1] for hit in hits])
            if gone and len(one):
                living = ~self.dead[two]
                one, two = one[living], two[living]
                some = np.bincount(one, minlength=len(asked)) <= self.model.cap
                one, two = one[some[one]], two[some[one]]
            found.append(one << 32 | two)
            if len(asked) >= _MANY:
                let_go(part.keys[k] for part in self.parts)
        codes = np.unique(np.concatenate(found))
        return codes >> 32, codes & 0xFFFFFFFF

    def _why(self, levels: tuple[int, ...]) -> tuple[Evidence, ...]:
        if levels not in self._told:
            if len(self._told) > 50_000:
                self._told.clear()
            self._told[levels] = evidence(levels, self.model, self.weights, self.layout)
        return self._told[levels]

    def _row(self, name: str) -> int | None:
        row = int(self._rows([name])[0])
        return row if row >= 0 else None

    def _rows(self, names: Sequence[str]) -> Rows:
        """The living row of each id, or -1."""
        rows = np.full(len(names), -1, np.int64)
        wanted = id_keys(words(names))
        for start, part in self._starts():
            at, here = candidates.spread(part.named, *candidates.spans(part.named, wanted))
            for asked, row in zip(at.tolist(), here.tolist(), strict=True):
                if not self.dead[start + row] and part.ids[row].as_py() == names[asked]:
                    rows[asked] = start + row
        return rows

    def _id(self, row: int) -> str:
        for start, part in self._starts():
            if row < start + len(part):
                return str(part.ids[row - start].as_py())
        raise IndexError(row)


def build(folder: Path, *, read: Read, ids: pa.Array, model: Model, weights: Weights | None = None, of: str = "", stamp: int = 0) -> Index:
    """A new index of these records; an index that stood in the folder is replaced when the new one is complete.

    `of` names what it is an index of and `stamp` how far that has been followed. How usual a syllable is comes from the name tables alone,
    not from these records: an index that followed every change and one built anew answer alike.
    """
    weights = _weights(model, weights)
    vocabulary = Vocabulary()
    vocabulary.freeze()
    records = encode(read, length=len(ids), model=model, vocabulary=vocabulary)
    old = list(folder.glob("generation-*")) if folder.exists() else []
    _write(folder, Segment.of(records, ids, model, vocabulary), model, weights, vocabulary, of=of, stamp=stamp, marks={})
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return Index.open(folder)


def _weights(model: Model, weights: Weights | None) -> Weights:
    weights = weights or parameters.builtin(model)
    if weights is None:
        raise BadIndex(f"Mô hình “{model.name}” chưa có tham số. Chạy một lần nối hoặc tìm trùng rồi đưa model.json của lần đó.")
    return weights


def _write(
    folder: Path, whole: Segment, model: Model, weights: Weights, vocabulary: Vocabulary, *, of: str, stamp: int, marks: Mapping[str, int]
) -> None:  # fmt: skip
    number = max((int(path.name.split("-")[1]) for path in folder.glob("generation-*")), default=0) + 1
    generation = folder / f"generation-{number}"
    generation.mkdir(parents=True, mode=0o700)
    whole.save(generation)
    meta = {"records": len(whole), "toml": model.text, "source": model.source, "parameters": parameters.form(model, weights)}
    meta |= {"of": of, "stamp": stamp, "marks": dict(marks)}
    (generation / "meta.json").write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
    (generation / "vocabulary.json").write_text(json.dumps(vocabulary.dump(), ensure_ascii=False), encoding="utf-8")
    for path in generation.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    current = folder / "CURRENT.new"
    current.write_text(generation.name, encoding="utf-8")
    current.replace(folder / "CURRENT")
