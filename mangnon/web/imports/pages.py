"""What the pages about lists show, as values a template can trust."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.text import capfirst

from mangnon.institutions import queries as institutions
from mangnon.intake import checks, formats, queries
from mangnon.intake.formats import Format
from mangnon.intake.records import TICK
from mangnon.intake.vocabulary import BatchState, RowState, Severity
from mangnon.lib import legacy_text, vietnamese
from mangnon.lib.tables.addresses import column_letters
from mangnon.web.templatetags.parts import Step

if TYPE_CHECKING:
    from mangnon.intake.models import Batch, Row, RowFinding, SenderLayout

USUAL = ("full_name", "birth_date", "sex", "personal_number", "mother_name")
_PLACES = {BatchState.READING: 1, BatchState.MAPPING: 2, BatchState.FAILED: 1, BatchState.WITHDRAWN: 0, BatchState.ENROLLING: 5}
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
    row_where: str
    column: str
    ways: tuple[Way, ...]
    same_rule: int = 0
    rule: str = ""
    cell: str = ""  # anchor of the cell in the grid, when its row is on this page
    version: int = 0
    text: str = ""  # what the cell says
    alike: int = 0  # cells of the column that say the same
    title: str = ""
    of_column: bool = False  # one answer may hold for every row


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
    where: str
    state: str
    must_fix: bool
    version: int
    cells: list[Cell] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The row as the grid shows it: "14", of a file with several sheets "Ấp 3, dòng 14"."""
        return self.where.removeprefix("dòng ").removeprefix("trang ").replace("“", "").replace("”", "")


def read_from(batch: Batch) -> str:
    """Which sheets the list was read from, and which were left out and why."""
    sheets = list(dict.fromkeys(block.sheet for block in batch.blocks))
    if len(batch.blocks) == 1:
        said = f"Trang tính “{batch.sheet}”, " + (f"tiêu đề ở dòng {batch.heading_row}." if batch.heading_row else "không có dòng tiêu đề.")
    elif len(sheets) == 1:
        said = f"Trang tính “{batch.sheet}”, {len(batch.blocks)} bảng."
    else:
        said = f"{len(sheets)} trang tính: {', '.join(f'“{sheet}”' for sheet in sheets)}."
    told = queries.told(batch)
    return " ".join([said, *told, *(f"Không đọc trang “{name}”: {why}." for name, why in batch.left_out)])


def likelier(batch: Batch) -> str:
    """The title of the kind of list its titles fit far better, as long as it can be read as that."""
    if not batch.likelier or batch.state not in {BatchState.MAPPING, BatchState.CHECKED, BatchState.FAILED}:
        return ""
    return formats.named(batch.likelier).title


def steps(batch: Batch, figures: queries.Figures) -> list[Step]:
    """Where the list stands."""
    n = vietnamese.number
    block = queries.asked_block(batch)
    titled = sum(1 for title in block.titles if title)
    place = _PLACES.get(BatchState(batch.state), 4 if figures.waiting else 5)
    waiting = f"còn {n(figures.waiting)} dòng" if figures.waiting else "không còn dòng nào"
    details = [
        f"{n(batch.row_count)} dòng, {titled} cột" if batch.row_count else "",
        f"{queries.columns_read(block)} trên {titled} cột" if titled else "",
        "xong" if place > 2 else "", waiting if place > 2 else "", f"{n(figures.enrolled)} dòng đã ghi",
    ]  # fmt: skip
    names = ("Đọc tệp", "Khớp cột", "Kiểm tra", "Sửa", "Ghi vào sổ")
    return [
        Step(name, detail, "done" if at < place - 1 else "now" if at == place - 1 else "")
        for at, (name, detail) in enumerate(zip(names, details, strict=True))
    ]


@dataclass(frozen=True)
class Asked:
    """A column of the file on the mapping page: its title, sample values, what it seems to be."""

    place: int
    title: str
    samples: list[str]
    chosen: str
    sure: bool
    why: str = ""  # the ground of a guess


def asked_columns(batch: Batch, posted: Mapping[str, str]) -> list[Asked]:
    """Every column of the file, what was chosen in a form that came back first."""
    return [
        Asked(
            one["place"], one["title"] or f"Cột {column_letters(one['place'] + 1)} (không có tiêu đề)", one["samples"],
            posted.get(f"cot-{one['place']}", one["field"] or one["guess"]), bool(one["field"]), one.get("why", ""),
        )
        for one in batch.asked.get("columns", [])
    ]  # fmt: skip


def choices(batch: Batch, layout: Format) -> list[tuple[str, str]]:
    """The columns of ours a column of the file may be, those to be ticked that its titles name among them."""
    ticked = [field for field in queries.understood_columns(batch).values() if TICK in field]
    return [(field, layout.title_of(field)) for field in (*(column.field for column in layout.columns), *ticked)]


def asked_where(batch: Batch) -> str:
    """Which table of the file is asked about, and how many questions come after it."""
    block, others = queries.asked_block(batch), batch.asked.get("others", 0)
    said = f"Trang “{block.sheet}”" if batch.in_several_sheets else "Danh sách"
    head = f"tiêu đề ở dòng {block.heading_row}" if block.heading_row else "không có dòng tiêu đề"
    return f"{said}, {head}." + (f" Sau trang này còn hỏi {others} kiểu tiêu đề khác." if others else "")


@dataclass(frozen=True)
class Remembered:
    """One remembered answer about columns, in words."""

    pk: int
    format_title: str
    sender: str
    titles: str
    columns: list[tuple[str, str]]
    encodings: list[str]
    decided_by: str
    decided_at: datetime


def layouts(found: Iterable[SenderLayout]) -> list[Remembered]:
    """Remembered answers: which title is which column."""
    told = []
    for one in found:
        layout = formats.named(one.format_code)
        pairs = [(one.titles[place], layout.title_of(field)) for field, place in one.places.items() if place < len(one.titles)]
        labels = [legacy_text.LABELS[name] for name in dict.fromkeys(one.encodings.values())]
        unit = institutions.by_id(int(one.sender[5:])) if one.sender.startswith("unit:") else None
        sender = unit.name if unit else "Cơ quan của thành phố"
        titles = ", ".join(filter(None, one.titles[:8]))
        told.append(Remembered(one.pk, layout.title, sender, titles, pairs, labels, one.decided_by_label, one.decided_at))
    return told


@dataclass(frozen=True)
class Kind:
    """One kind of fault of a sender over its last lists."""

    title: str
    total: int
    trend: tuple[int, ...]
    url: str


@dataclass(frozen=True)
class History:
    """One sender: its lists, rows, kinds of faults."""

    name: str
    lists: int
    rows: int
    faulty: int
    kinds: list[Kind]


def histories(found: Iterable[queries.SenderHistory]) -> list[History]:
    """Senders in words; each kind opens the latest list that has it."""
    told = []
    for one in found:
        kinds = []
        for rule, counts in list(one.by_rule.items())[:5]:
            latest = next(batch for batch, count in zip(reversed(one.lists), reversed(counts), strict=True) if count)
            kinds.append(Kind(checks.title(rule), sum(counts), counts, reverse("import_batch", args=[latest.pk]) + "#phat-hien"))
        total = sum(sum(counts) for counts in one.by_rule.values())
        told.append(History(one.commune_name, len(one.lists), one.rows, total, kinds))
    return told


def with_alike(said: Sequence[Found], alike: Mapping[tuple[str, str], int]) -> list[Found]:
    """Findings whose cell says what others of its column say, with how many; offered once for each text."""
    offered: set[tuple[str, str]] = set()
    told = []
    for one in said:
        key = (one.column, one.text)
        told.append(replace(one, alike=alike[key]) if key in alike and key not in offered else one)
        offered.add(key)
    return told


def grid(batch: Batch, layout: Format, rows: Iterable[Row], findings: Sequence[RowFinding]) -> tuple[list[str], list[Line]]:
    """Titles and rows of the sheet: the usual columns, and those in which something was found."""
    rows = list(rows)
    by_row: dict[int, dict[str, str]] = {}
    for finding in findings:
        kinds = by_row.setdefault(finding.row_id, {})
        if kinds.get(finding.column) != "stop":
            kinds[finding.column] = KIND[Severity(finding.severity)]
    wanted = {column for row in rows for column in (*by_row.get(row.pk, {}), *row.corrections)}
    columns = [c for c in layout.columns if (c.field in USUAL and batch.says(c.field)) or c.field in wanted]
    lines = []
    for row in rows:
        cells, typed = queries.cells(batch, row), queries.typed_cells(batch, row)
        kinds = by_row.get(row.pk, {})
        lines.append(
            Line(
                row.pk, row.number, batch.where(row.number), RowState(row.state).label, row.state == RowState.MUST_FIX, row.version,
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
        where = f"{capfirst(batch.where(row.number))}, cột {title}{': ' if text else ''}{text[:80]}"
        said.append(
            Found(
                KIND[Severity(finding.severity)], finding.what, finding.todo, where,
                row.pk, batch.where(row.number), finding.column, _ways(finding),
                alike if first and alike > 1 and _single(finding) else 0, finding.rule,
                f"o-{row.pk}-{finding.column}" if row.pk in shown else "", row.version, cells.get(finding.column, ""), 0, title,
                checks.asks_of_column(finding.rule),
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
