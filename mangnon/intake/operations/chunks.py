"""Some rows of a list at once: understood and checked without holding anything, then stored together with how far the list is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models.functions import Now

from mangnon.accounts.records import Actor
from mangnon.intake import checks, formats
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import contexts, earlier
from mangnon.intake.operations.locking import locked
from mangnon.intake.records import Block, Context, Finding, Format, ReadRow
from mangnon.intake.rules import bodies, reading, unread_lines
from mangnon.intake.vocabulary import BatchState, RowState, Severity
from mangnon.lib import tables
from mangnon.lib.copying import new_keys, write_changed, write_facts

SIZE = 2_000  # rows


class Piece(NamedTuple):
    """Some rows of one block of a file, one after the other."""

    block: Block
    rows: list[tables.Row]
    above: bool = False  # whether more of the block stands before
    below: bool = False  # whether more of the block comes


@dataclass(frozen=True)
class Chunk:
    """Rows about to be stored: as typed, as read, what was found, what an earlier list says; the sheet and numbers of rows nobody
    understands. `last`, `seen`: how far the file is read.
    """

    raws: list[list[str]]
    reads: list[ReadRow]
    context: Context
    found: list[list[Finding]]
    before: dict[int, earlier.Before] = field(default_factory=dict)
    unread: tuple[str, list[int]] = ("", [])
    last: int = 0
    seen: int = 0


def prepare(piece: Piece, batch: Batch, *, first: bool, by: Actor, on: date) -> Chunk:
    """Understand and check some rows; the `first` of a list carry what is said once of all of it. Reads the database and writes nothing."""
    block, rows = piece.block, piece.rows
    layout = formats.named(batch.format_code)
    raws, reads, unread = children(rows, block, layout, above=piece.above, below=piece.below)
    before = earlier.find(batch, reads)
    left = {number for number, one in before.items() if one.unchanged}
    reads = [
        reading.read(read.number, {**read.cells, **one.corrections}, layout, corrected=one.corrections)
        if (one := before.get(read.number)) and one.corrections and read.number not in left
        else read
        for read in reads
    ]
    asked = [read for read in reads if read.number not in left]
    first_row = reads[0].number if reads and first else 0
    context = contexts.for_list(batch, asked, by=by, on=on, layout=layout, first_row=first_row)
    found = [[] if read.number in left else checks.run(read, context, within_list=False) for read in reads]
    return Chunk(raws, reads, context, found, before, (block.sheet, unread), last=rows[-1].number, seen=len(rows))


def keep(batch: Batch, chunk: Chunk) -> Batch:
    """Store a piece, unless another process has been here or somebody has withdrawn the list."""
    with transaction.atomic():
        now = locked(batch.pk)
        if now.state != BatchState.READING or now.read_to != batch.read_to:
            return now
        store(chunk, now, at=now.received_at)
        now.read_to, now.rows_seen = chunk.last, now.rows_seen + chunk.seen
        now.row_count += len(chunk.reads)
        now.left_out = unread_lines.told(now.left_out, *chunk.unread)
        now.save(update_fields=["read_to", "rows_seen", "row_count", "left_out"])
        Batch.objects.filter(pk=now.pk).update(step_at=Now())  # a sign of life, by the database's clock
        return now


def store(chunk: Chunk, batch: Batch, *, at: datetime) -> None:
    """Write the rows and their findings, and close the rows of earlier lists that they replace. Inside the caller's transaction."""
    rows: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    replaced: list[Row] = []
    for pk, raw, read, mine in zip(new_keys(Row, len(chunk.reads)), chunk.raws, chunk.reads, chunk.found, strict=True):
        one = chunk.before.get(read.number)
        answered = one.answered if one else ()
        row = {
            "id": pk, "batch_id": batch.pk, "number": read.number, "raw": raw, "state": state_after(mine, answered),
            "personal_number": read.personal_number[:40], "identity": read.identity, "kin": read.kin,
            "child_id": chunk.context.child_id(read),
        }  # fmt: skip
        if one is not None:
            row |= one.carried_over()
            replaced += one.replaced
        rows.append(row)
        findings += finding_facts(pk, batch.pk, [finding for finding in mine if finding.rule not in answered])
    write_facts(Row, rows)
    write_facts(RowFinding, findings)
    write_changed(Row, replaced, ["state"])
    RowFinding.objects.filter(row__in=[row.pk for row in replaced], settled_at__isnull=True).update(settled_at=at)


def state_after(findings: Sequence[Finding], answered: Sequence[str]) -> RowState:
    """Where findings leave a row. A question somebody answered with "as it is" holds no longer."""
    if checks.passes_over(findings):
        return RowState.SET_ASIDE
    standing = {finding.severity for finding in findings if finding.rule not in answered}
    if Severity.MUST_FIX in standing:
        return RowState.MUST_FIX
    return RowState.QUESTION if Severity.QUESTION in standing else RowState.READY


def finding_facts(row_id: int, batch_id: int, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings of a row as facts to store."""
    return [
        {
            "row_id": row_id, "batch_id": batch_id, "rule": finding.rule, "column": finding.column, "severity": finding.severity,
            "what": finding.what, "todo": finding.todo,
            "suggestions": [[way.label, way.field, way.value] for way in finding.suggestions],
        }
        for finding in findings
    ]  # fmt: skip


class Children(NamedTuple):
    """The rows about children, as typed and as read, and the numbers of rows among them that nobody understands."""

    raws: list[list[str]]
    reads: list[ReadRow]
    unread: list[int]


def children(rows: Sequence[tables.Row], block: Block, layout: Format, *, above: bool = False, below: bool = False) -> Children:
    """The rows about children. Captions, totals, repeated headings stay out. `above`, `below`: whether the block goes on there."""
    cells = [reading.cells_of(row.cells, block.places, None, block.encodings) for row in rows]
    found = bodies.body(rows, cells, block, above=above, below=below)
    return Children(
        [rows[place].cells for place in found.children],
        [reading.read(rows[place].number, cells[place], layout) for place in found.children],
        [rows[place].number for place in found.unread],
    )
