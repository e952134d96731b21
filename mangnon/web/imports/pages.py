"""What the pages about lists show, as values a template can trust."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mangnon.intake import queries
from mangnon.intake.formats import Format
from mangnon.intake.vocabulary import RowState, Severity
from mangnon.lib import calendar, vietnamese
from mangnon.web.templatetags.parts import Step

if TYPE_CHECKING:
    from mangnon.intake.models import Batch, Row, RowFinding

USUAL = ("full_name", "birth_date", "sex", "personal_number", "mother_name")
KIND = {Severity.MUST_FIX: "stop", Severity.QUESTION: "ask", Severity.NOTE: "note"}


@dataclass(frozen=True)
class Way:
    """A button under a finding: what it says and sends."""

    label: str
    act: str  # correct | confirm | aside
    field: str = ""
    value: str = ""


@dataclass(frozen=True)
class Found:
    """One finding in words, with its ways out."""

    kind: str
    what: str
    todo: str
    where: str
    row_id: int
    row_number: int
    column: str
    ways: tuple[Way, ...]
    same_rule: int = 0
    rule: str = ""
    cell: str = ""  # anchor of the cell in the grid, when its row is on this page


@dataclass(frozen=True)
class Cell:
    """A cell of the grid. `kind`: "" right, stop, ask, note, done (corrected)."""

    field: str
    title: str
    text: str
    kind: str
    typed: str = ""  # what stood in the file, if corrected

    @property
    def size(self) -> int:
        """Width of the field in characters."""
        return min(max(len(self.text), 8), 40)


@dataclass(frozen=True)
class Line:
    """A row of the grid."""

    pk: int
    number: int
    state: str
    must_fix: bool
    cells: list[Cell] = field(default_factory=list)


def steps(batch: Batch, figures: queries.Figures, columns: int) -> list[Step]:
    """Where the list stands."""
    received = batch.received_at.astimezone(calendar.VIETNAM)
    waiting = figures.waiting
    n = vietnamese.number
    titled = sum(1 for title in batch.titles if title)
    return [
        Step("Đọc tệp", f"{n(figures.rows)} dòng, {titled} cột", "done"),
        Step("Khớp cột", f"{len(batch.places)} trên {titled} cột", "done"),
        Step("Kiểm tra", f"xong lúc {received:%H:%M}", "done"),
        Step("Sửa", f"còn {n(waiting)} dòng" if waiting else "không còn dòng nào", "now" if waiting else "done"),
        Step("Ghi vào sổ", f"{n(figures.enrolled)} dòng đã ghi", "" if waiting else "done"),
    ]


def grid(batch: Batch, layout: Format, rows: Iterable[Row], findings: Sequence[RowFinding]) -> tuple[list[str], list[Line]]:
    """Titles and rows of the sheet: the usual columns, and those in which something was found."""
    rows = list(rows)
    by_row: dict[int, dict[str, str]] = {}
    for finding in findings:
        kinds = by_row.setdefault(finding.row_id, {})
        if kinds.get(finding.column) != "stop":
            kinds[finding.column] = KIND[Severity(finding.severity)]
    wanted = {column for row in rows for column in (*by_row.get(row.pk, {}), *row.corrections)}
    columns = [c for c in layout.columns if (c.field in USUAL and c.field in batch.places) or c.field in wanted]
    lines = []
    for row in rows:
        cells, typed = queries.cells(batch, row), queries.typed_cells(batch, row)
        kinds = by_row.get(row.pk, {})
        lines.append(
            Line(
                row.pk, row.number, RowState(row.state).label, row.state == RowState.MUST_FIX,
                [
                    Cell(
                        c.field, c.title, cells.get(c.field, ""), kinds.get(c.field, "done" if c.field in row.corrections else ""),
                        typed.get(c.field, "") if c.field in row.corrections else "",
                    )
                    for c in columns
                ],
            )
        )  # fmt: skip
    return [column.title for column in columns], lines


def found(
    batch: Batch, layout: Format, findings: Iterable[RowFinding], same: Mapping[str, int], shown: Container[int]
) -> list[Found]:  # fmt: skip
    """Findings in words. A suggestion shared by several rows may be taken for all at once, offered at the first."""
    offered: set[str] = set()
    said = []
    for finding in findings:
        row = finding.row
        cells = queries.cells(batch, row)
        title = layout.column(finding.column).title
        text = cells.get(finding.column) or cells.get("full_name", "")
        alike = same.get(finding.rule, 0)
        first = finding.rule not in offered
        offered.add(finding.rule)
        where = f"Dòng {row.number}, cột {title}{': ' if text else ''}{text[:80]}"
        said.append(
            Found(
                KIND[Severity(finding.severity)], finding.what, finding.todo, where,
                row.pk, row.number, finding.column, _ways(finding), alike if first and alike > 1 and _single(finding) else 0, finding.rule,
                f"o-{row.pk}-{finding.column}" if row.pk in shown else "",
            )
        )  # fmt: skip
    return said


def _ways(finding: RowFinding) -> tuple[Way, ...]:
    ways = [Way(label, "correct" if column else "confirm", column, value) for label, column, value in finding.suggestions]
    if finding.severity == Severity.QUESTION:
        if not any(way.act == "confirm" for way in ways):
            ways.append(Way("Vẫn ghi", "confirm"))
        ways.append(Way("Bỏ qua dòng", "aside"))
    elif finding.severity == Severity.MUST_FIX:
        ways.append(Way("Bỏ qua dòng", "aside"))
    return tuple(ways)


def _single(finding: RowFinding) -> bool:
    return sum(1 for _, column, _ in finding.suggestions if column) == 1
