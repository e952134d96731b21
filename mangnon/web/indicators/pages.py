"""What the pages of indicators show, as values a template can trust."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from mangnon.indicators import rules
from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import CITY, Measure
from mangnon.lib.vietnamese import number

WITHHELD = "dưới 5, không hiện"
NOBODY = "không có trẻ để tính"


@dataclass(frozen=True)
class Row:
    """One figure of a table."""

    title: str
    citation: str
    measure: str
    value: str
    share: str
    target: str
    meets: bool | None
    url: str


@dataclass(frozen=True)
class Part:
    """A chapter of the table."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PlaceRow:
    """One commune in the table of one indicator."""

    code: str
    name: str
    value: str
    share: str
    url: str


def address(figure: FigureRecord, *, unit_code: str = "") -> str:
    """The page of a figure, for its own unit unless another is named."""
    unit = unit_code or figure.unit_code
    return reverse("indicator", args=[figure.run, figure.code]) + ("" if unit == CITY else f"?don-vi={unit}")


def parts(figures: Iterable[FigureRecord]) -> tuple[Part, ...]:
    """The table, chapter by chapter."""
    found: dict[str, list[Row]] = {}
    for figure in figures:
        found.setdefault(figure.chapter.label, []).append(row(figure))
    return tuple(Part(title, tuple(rows)) for title, rows in found.items())


def row(figure: FigureRecord) -> Row:
    """One figure in words."""
    target = figure.target
    return Row(
        title=figure.title, citation=figure.citation, measure=figure.measure.label, value=value(figure), share=share(figure),
        target=f"{target.operator} {decimal(target.value)}% đến năm {target.year}" if target else "",
        meets=rules.meets(figure.value, target) if target and figure.value is not None else None, url=address(figure),
    )  # fmt: skip


def value(figure: FigureRecord) -> str:
    """13.105, 96,52%, or why there is none."""
    if figure.suppressed:
        return WITHHELD
    if figure.value is None:
        return NOBODY
    return f"{number(float(figure.value), decimals=2)}%" if figure.measure is Measure.PERCENT else number(int(figure.value))


def share(figure: FigureRecord) -> str:
    """ "20 trên 29", for shares."""
    if figure.denominator is None or figure.numerator is None:
        return ""
    return f"{number(figure.numerator)} trên {number(figure.denominator)}"


def decimal(value: object) -> str:
    """6 or 6,5."""
    amount = float(str(value))
    return number(amount, decimals=0 if amount == int(amount) else 1)


def places(figures: Iterable[FigureRecord]) -> tuple[PlaceRow, ...]:
    """One indicator in every commune."""
    return tuple(
        PlaceRow(code=figure.unit_code, name=figure.unit_name, value=value(figure), share=share(figure), url=address(figure))
        for figure in figures
    )
