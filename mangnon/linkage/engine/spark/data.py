"""What a run asks of a cluster: rows that lie somewhere, worked on where they lie or brought together by part."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, Self

from mangnon.linkage.engine.spark.rows import Kind, Row

type Work = Callable[..., Iterator[Row]]


class Data(Protocol):
    """Rows on the cluster. Nothing is computed before it is asked for."""

    def map(self, work: Work, *shared: object) -> Self:
        """`work(*shared, rows)` over whatever rows lie together."""

    def group(self, work: Work, *shared: object) -> Self:
        """`work(*shared, part, rows)` over all rows of each part."""

    def in_order(self, work: Work, *shared: object) -> Self:
        """`work(*shared, rows)` by one task over all rows, ordered by part and number."""

    def only(self, *kinds: Kind) -> Self:
        """Rows of these kinds."""

    def between(self, first: int, last: int) -> Self:
        """Rows of these parts, the last excluded."""

    def __add__(self, other: Self) -> Self: ...

    def kept(self) -> Self:
        """Computed once, when first asked for, and kept on the machines' disks."""

    def compute(self) -> None:
        """Asked for now."""

    def sums(self, limit: int) -> dict[tuple[int, bytes], int]:
        """By kind and content the sum of the numbers; refused when there are more than `limit`."""

    def firsts(self, limit: int) -> dict[tuple[int, bytes], int]:
        """By kind and content the least of the numbers; refused when there are more than `limit`."""

    def small(self) -> list[Row]:
        """The rows themselves, where there are few by their nature: sums, never records or pairs."""


class Cluster(Protocol):
    """Where rows are worked on, on `cores` cores."""

    cores: int

    def start(self, rows: Iterable[Row]) -> Data:
        """Rows to begin with, each a task of its own."""

    def share(self, value: object) -> object:
        """Something every task reads, sent to each machine once."""

    def parts(self, count: int) -> None:
        """Into how many tasks rows are grouped from now on."""
