"""What an indicator is, and the figures that leave this room."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators.vocabulary import Chapter, Measure, Sensitivity
from mangnon.register.records import Snapshot

type Counts = NDArray[np.bool_] | NDArray[np.int64]  # one value per row of the snapshot: counted or not, or how many times
type Counting = Callable[[Snapshot], Counts]


@dataclass(frozen=True)
class Target:
    """A value set for an indicator, at a level, for a year, by an act. `operator` is one of < ≤ ≥ >."""

    level: str
    year: int
    operator: str
    value: Decimal
    legal_basis: str
    verified: bool


@dataclass(frozen=True)
class Indicator:
    """One chỉ tiêu of the catalogue. `over` names the indicator whose numerator is this one's denominator; "" means a plain count."""

    code: str
    chapter: Chapter
    order: int
    title: str
    measure: Measure
    definition: str
    citation: str
    version: int
    sensitivity: Sensitivity
    numerator: Counting
    over: str = ""


@dataclass(frozen=True)
class Tally:
    """One indicator counted over the communes, in the order of the commune keys given. `members` are the children of each numerator."""

    code: str
    numerators: NDArray[np.int64]
    denominators: NDArray[np.int64] | None
    members: tuple[bytes, ...]


@dataclass(frozen=True)
class RunRecord:
    """The stamp every figure carries: which count it comes from."""

    id: int
    year: int
    as_of: date
    boundary_vintage: date
    made_by: str
    made_at: datetime
    unplaced: int


@dataclass(frozen=True)
class FigureRecord:
    """One number: of which indicator, in which unit, from which run. `numerator` is None where the reader may not see a small count."""

    run: int
    code: str
    title: str
    chapter: Chapter
    measure: Measure
    unit_code: str
    unit_name: str
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    target: Target | None
    definition: str
    citation: str
    version: int
    sensitivity: Sensitivity
    over: str

    @property
    def suppressed(self) -> bool:
        """Whether the number is withheld from this reader because it is small (1 to 4) and about a secret circumstance."""
        return self.numerator is None


@dataclass(frozen=True)
class Members:
    """The children behind a figure: those the reader may open, and how many more stand behind the number in places closed to them."""

    child_ids: tuple[int, ...]
    closed: int
