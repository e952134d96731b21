"""The tile map: one square per commune, coloured in five steps by the value of one indicator."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Measure
from mangnon.institutions.records import Tile as Square
from mangnon.lib.vietnamese import number
from mangnon.web.templatetags.parts import Tile

STEPS = 5


@dataclass(frozen=True)
class Band:
    """One entry of the legend."""

    step: int
    words: str


@dataclass(frozen=True)
class Row:
    """One line of the table with the same numbers."""

    name: str
    value: str
    numerator: str
    denominator: str
    step: int


@dataclass(frozen=True)
class TileMap:
    """Map, legend and table of one indicator."""

    tiles: tuple[Tile, ...]
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]
    without: int
    withheld: int


def rounded(figure: FigureRecord | None) -> int | None:
    """The value as a tile shows it: whole children, whole per cent."""
    if figure is None or figure.value is None:
        return None
    return int(figure.value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def thresholds(values: Iterable[int]) -> list[int]:
    """Lower ends of the steps above the first: the fifths of the sorted values, each once, so equal communes have equal colours."""
    ordered = sorted(values)
    cuts = {ordered[len(ordered) * fifth // STEPS] for fifth in range(1, STEPS)} if ordered else set()
    return sorted(cut for cut in cuts if cut > ordered[0])


def bands(cuts: Sequence[int]) -> tuple[Band, ...]:
    """The legend: “dưới 75”, “75 đến 81”, “từ 94”."""
    if not cuts:
        return ()
    between = [
        Band(step + 2, number(low) if high - 1 == low else f"{number(low)} đến {number(high - 1)}")
        for step, (low, high) in enumerate(pairwise(cuts))
    ]
    return (Band(1, f"dưới {number(cuts[0])}"), *between, Band(len(cuts) + 1, f"từ {number(cuts[-1])}"))


def tile_map(figures: Sequence[FigureRecord], squares: Sequence[Square], names: Mapping[str, str], *, chosen: str = "") -> TileMap:
    """One indicator over the communes; a commune without a value keeps its place, dashed."""
    by_unit = {figure.unit_code: figure for figure in figures}
    values = {square.code: rounded(by_unit.get(square.code)) for square in squares}
    cuts = thresholds(value for value in values.values() if value is not None)
    step = {code: 0 if value is None else bisect_right(cuts, value) + 1 for code, value in values.items()}
    written = {square.code: _text(by_unit.get(square.code), values[square.code]) for square in squares}
    tiles = tuple(
        Tile(
            code=square.code, name=names.get(square.code, square.code), column=square.column, row=square.row,
            text=written[square.code], step=step[square.code], chosen=square.code == chosen,
            title=f"{names.get(square.code, square.code)}: {_spoken(by_unit.get(square.code))}",
        )
        for square in squares
    )  # fmt: skip
    rows = tuple(
        Row(
            name=name, value=_spoken(by_unit.get(code)), step=step.get(code, 0),
            numerator=_count(by_unit.get(code), "numerator"), denominator=_count(by_unit.get(code), "denominator"),
        )
        for code, name in names.items()
    )  # fmt: skip
    return TileMap(
        tiles=tiles, bands=bands(cuts), rows=rows, without=sum(value is None for value in values.values()),
        withheld=sum(figure.suppressed for figure in figures),
    )  # fmt: skip


def spoken_value(value: Decimal, measure: Measure) -> str:
    """96,5% or 13.105."""
    return f"{number(float(value), decimals=1)}%" if measure is Measure.PERCENT else number(int(value))


def _text(figure: FigureRecord | None, value: int | None) -> str:
    if value is not None:
        return number(value)
    return "<5" if figure is not None and figure.suppressed else "–"


def _spoken(figure: FigureRecord | None) -> str:
    if figure is None:
        return "chưa có số liệu"
    if figure.suppressed:
        return "số nhỏ, không hiện"
    return "không có trẻ để tính" if figure.value is None else spoken_value(figure.value, Measure(figure.measure))


def _count(figure: FigureRecord | None, name: str) -> str:
    value = getattr(figure, name) if figure is not None and not figure.suppressed else None
    return "–" if value is None else number(value)
