"""A cluster of one process: what Spark does with rows, done with lists. Parts come in any order, rows of a part in any order."""

import pickle
import random
from collections.abc import Callable, Iterable, Iterator

from mangnon.linkage.engine.spark.rows import Kind, Row, batched, opened

type Work = Callable[..., Iterator[Row]]


class Here:
    """`cores` only decides how finely files are parted."""

    def __init__(self, *, cores: int = 2, seed: int = 0) -> None:
        self.cores = cores
        self.random = random.Random(seed)

    def start(self, rows: Iterable[Row]) -> "Rows":
        return Rows(self, [[row] for row in rows])

    def share(self, value: object) -> object:
        return pickle.loads(pickle.dumps(value))  # as a machine far away gets it

    def parts(self, count: int) -> None:
        assert count > 0


class Rows:
    """Rows in heaps, a heap for each task."""

    def __init__(self, home: Here, heaps: list[list[Row]]) -> None:
        self.home, self.heaps = home, heaps

    def map(self, work: Work, *shared: object) -> "Rows":
        return self._of([_sent(work(*shared, iter(heap))) for heap in self.heaps])

    def group(self, work: Work, *shared: object) -> "Rows":
        parts: dict[int, list[Row]] = {}
        for row in self._shuffled():
            parts.setdefault(row.part, []).append(row)
        return self._of([_sent(work(*shared, part, iter(rows))) for part, rows in parts.items()])

    def in_order(self, work: Work, *shared: object) -> "Rows":
        return self._of([_sent(work(*shared, iter(sorted(self._shuffled(), key=lambda row: row[:3:2]))))])

    def only(self, *kinds: Kind) -> "Rows":
        return self._of([[row for row in heap if row.kind in kinds] for heap in self.heaps])

    def between(self, first: int, last: int) -> "Rows":
        return self._of([[row for row in heap if first <= row.part < last] for heap in self.heaps])

    def __add__(self, other: "Rows") -> "Rows":
        return self._of([*self.heaps, *other.heaps])

    def kept(self) -> "Rows":
        return self

    def compute(self) -> None:
        pass

    def sums(self, limit: int) -> dict[tuple[int, bytes], int]:
        return {key: sum(numbers) for key, numbers in self._numbers(limit).items()}

    def firsts(self, limit: int) -> dict[tuple[int, bytes], int]:
        return {key: min(numbers) for key, numbers in self._numbers(limit).items()}

    def _numbers(self, limit: int) -> dict[tuple[int, bytes], list[int]]:
        groups: dict[tuple[int, bytes], list[int]] = {}
        for row in self._shuffled():
            groups.setdefault((row.kind, row.payload), []).append(row.at)
        assert len(groups) <= limit
        return groups

    def small(self) -> list[Row]:
        return self._shuffled()

    def _of(self, heaps: list[list[Row]]) -> "Rows":
        return Rows(self.home, heaps)

    def _shuffled(self) -> list[Row]:
        rows = [row for heap in self.heaps for row in heap]
        self.home.random.shuffle(rows)
        return rows


def _sent(rows: Iterator[Row]) -> list[Row]:
    return list(opened(batched(rows)))
