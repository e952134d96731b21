"""Commune codes through succession: a code may be today's, an old one, or both (40 of Cần Thơ's 103 codes were another unit's before).

Which of the two was meant is not known from the code, so both readings are kept and two places agree when any readings meet.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine.categories import normal
from mangnon.linkage.engine.columns import Coded, Feature, Levels, distinct, text_column
from mangnon.linkage.engine.lexicon import Lexicon

READINGS = 4
WORDS = ("trùng", "trùng mã, mã dùng hai lần", "cùng nơi sau sắp xếp", "khác", "thiếu")
PLACE = Feature("place", WORDS, frozenset({0, 1, 2}), frozenset({4}))


@dataclass(frozen=True)
class Succession:
    """Today's units, and for a code that was an old unit's the units of today its people live in."""

    today: frozenset[str]
    became: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, links: Iterable[tuple[str, str]], *, today: Iterable[str]) -> "Succession":
        """From (old code, code of today) pairs."""
        became: dict[str, list[str]] = defaultdict(list)
        for old, unit in links:
            became[old].append(unit)
        return cls(frozenset(today), {old: tuple(sorted(units)) for old, units in became.items()})

    def readings(self, code: str) -> tuple[str, ...]:
        """Every unit of today the code may mean, itself first."""
        units = [code] if code in self.today or code not in self.became else []
        return tuple(dict.fromkeys([*units, *self.became.get(code, ())]))

    @cached_property
    def region(self) -> dict[str, str]:
        """Codes some reading connects share a region: what blocking needs, where both readings must fall under one key."""
        parent: dict[str, str] = {}

        def top(code: str) -> str:
            while parent.setdefault(code, code) != code:
                code = parent[code]
            return code

        for old, units in self.became.items():
            for unit in units:
                a, b = sorted((top(old), top(unit)))
                parent[b] = a
        return {code: top(code) for code in parent}


@lru_cache(maxsize=1)
def builtin() -> Succession:
    """The country's communes on 1 July 2025 (Quyết định 19/2025/QĐ-TTg) and what became of the older codes; Cần Thơ's checked by law."""
    data = files(__package__) / "data"
    rows = csv.DictReader((data / "succession.csv").read_text(encoding="utf-8").splitlines())
    return Succession.of(((row["code"], row["unit"]) for row in rows), today=(data / "units_today.txt").read_text(encoding="utf-8").split())


def code_of(text: str) -> str:
    """Five digits with lost zeros restored; anything else is folded and compared as it is."""
    text = text.strip().removesuffix(".0")
    return text.zfill(5) if text.isdigit() and len(text) <= 5 else normal(text)


def encode(column: pa.ChunkedArray | pa.Array | None, *, length: int, lexicon: Lexicon, succession: Succession) -> Coded:
    """{"written": int32, "readings": int32 (n, 4), "region": int32}, codes of the lexicon."""
    words, rows = distinct(text_column(column, length=length))
    written = [code_of(word) for word in words]
    readings: NDArray[np.int32] = np.zeros((max(len(words), 1), READINGS), np.int32)
    own, region = (np.zeros(max(len(words), 1), np.int32) for _ in range(2))
    for i, code in enumerate(written):  # word by word, so that parts of a file number their codes as the whole file would
        units = succession.readings(code)[:READINGS] if code else ()
        own[i], region[i], *codes = lexicon.codes([code, succession.region.get(code, code), *units])
        readings[i, : len(units)] = codes
    return Coded({"written": own[rows], "readings": readings[rows], "region": region[rows]})


def compare(left: Coded, right: Coded) -> Levels:
    """Levels as in `WORDS`."""
    one, two = left["written"], right["written"]
    a, b = left["readings"], right["readings"]
    level = np.full(len(one), 3, np.uint8)
    for i in range(READINGS):
        for j in range(READINGS):
            level[(a[:, i] == b[:, j]) & (a[:, i] > 0)] = 2
    level[(one == two) & (a[:, 1] > 0)] = 1
    level[(one == two) & (a[:, 1] == 0)] = 0
    level[(one == 0) | (two == 0)] = 4
    return level
