"""The tile map: one square per commune, coloured in five steps by the value of one indicator."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import Measure
from mangnon.institutions.records import Tile as Square
from mangnon.lib.vietnamese import number
from mangnon.web.templatetags.parts import Tile

STEPS = 5
FINE_BELOW = 20


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
    url: str


@dataclass(frozen=True)
class TileMap:
    """Map, legend and table of one indicator."""

    tiles: tuple[Tile, ...]
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]
    without: int
    withheld: int


def decimals_for(figures: Iterable[FigureRecord]) -> int:
    """Per cent with one decimal when the whole city lies low, so that differences show; else whole numbers."""
    values = [figure.value for figure in figures if figure.value is not None and figure.measure == Measure.PERCENT]
    return 1 if values and max(values) < FINE_BELOW else 0


def rounded(figure: FigureRecord | None, *, decimals: int = 0) -> int | None:
    """The value as a tile shows it, counted in its last place: 12,3 with one decimal is 123."""
    if figure is None or figure.value is None:
        return None
    return int(figure.value.scaleb(decimals).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def thresholds(values: Iterable[int]) -> list[int]:
    """Lower ends of the steps above the first: the fifths of the sorted values, each once, so equal communes have equal colours."""
    ordered = sorted(values)
    cuts = {ordered[len(ordered) * fifth // STEPS] for fifth in range(1, STEPS)} if ordered else set()
    return sorted(cut for cut in cuts if cut > ordered[0])


def colours(steps: int) -> tuple[int, ...]:
    """Which of the five colours so many steps take, spread from the palest to the darkest."""
    return tuple(1 + round(step * (STEPS - 1) / max(steps - 1, 1)) for step in range(steps))


def bands(cuts: Sequence[int], *, decimals: int = 0) -> tuple[Band, ...]:
    """The legend: “dưới 75”, “75 đến 81”, “từ 94”."""
    if not cuts:
        return ()

    def written(value: int) -> str:
        return number(value / 10**decimals, decimals=decimals)

    words = [
        f"dưới {written(cuts[0])}",
        *(written(low) if high - 1 == low else f"{written(low)} đến {written(high - 1)}" for low, high in pairwise(cuts)),
        f"từ {written(cuts[-1])}",
    ]
    return tuple(Band(colour, text) for colour, text in zip(colours(len(words)), words, strict=True))


def tile_map(
    figures: Sequence[FigureRecord], squares: Sequence[Square], names: Mapping[str, str], *, address: Callable[[str], str], chosen: str = ""
) -> TileMap:
    """One indicator over the communes; a commune without a value keeps its place, dashed. `address` opens a commune's number."""
    by_unit = {figure.unit_code: figure for figure in figures}
    decimals = decimals_for(figures)
    values = {square.code: rounded(by_unit.get(square.code), decimals=decimals) for square in squares}
    cuts = thresholds(value for value in values.values() if value is not None)
    palette = colours(len(cuts) + 1)
    step = {code: 0 if value is None else palette[bisect_right(cuts, value)] for code, value in values.items()}
    tiles = tuple(
        Tile(
            code=square.code, name=names.get(square.code, square.code), column=square.column, row=square.row,
            text=_text(by_unit.get(square.code), values[square.code], decimals), step=step[square.code], chosen=square.code == chosen,
            url=address(square.code) if square.code in by_unit else "",
            title=f"{names.get(square.code, square.code)}: {_spoken(by_unit.get(square.code))}",
        )
        for square in squares
    )  # fmt: skip
    rows = tuple(
        Row(
            name=name, value=_spoken(by_unit.get(code)), url=address(code) if code in by_unit else "",
            numerator=_count(by_unit.get(code), "numerator"), denominator=_count(by_unit.get(code), "denominator"),
        )
        for code, name in names.items()
    )  # fmt: skip
    return TileMap(
        tiles=tiles, bands=bands(cuts, decimals=decimals), rows=rows, without=sum(value is None for value in values.values()),
        withheld=sum(figure.suppressed for figure in figures),
    )  # fmt: skip


def spoken_value(value: Decimal, measure: Measure) -> str:
    """96,5% or 13.105."""
    return f"{number(float(value), decimals=1)}%" if measure is Measure.PERCENT else number(int(value))


def _text(figure: FigureRecord | None, value: int | None, decimals: int) -> str:
    if value is not None:
        return number(value / 10**decimals, decimals=decimals)
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
