"""Reading lists: only of communes whose lists the actor may bring."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import capfirst

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import formats
from mangnon.intake.formats import child_list
from mangnon.intake.models import Batch, Row, RowFinding, SenderLayout
from mangnon.intake.records import Block, Column
from mangnon.intake.rules import asides, columns, fitting, reading, sections
from mangnon.intake.rules import heading as headings
from mangnon.intake.vocabulary import OPEN, WAITING, BatchState, RowState, Severity
from mangnon.lib import tables
from mangnon.lib.refusals import Refusal
from mangnon.lib.tables.addresses import column_letters
from mangnon.register.vocabulary.people import Outcome

TOLD = 10_000  # findings told at once
LOOKED_AT = 2_000  # findings looked at for cells that say the same
HISTORY = 1_500  # lists looked at for the history of senders


class NoSuchBatch(Refusal):
    """No list with this key where the actor may look."""


@dataclass(frozen=True)
class Figures:
    """How a list stands, in rows."""

    rows: int
    enrolled: int
    new: int
    changed: int
    unchanged: int
    must_fix: int
    question: int
    ready: int
    set_aside: int
    replaced: int = 0  # rows a later list of the sender brought anew

    @property
    def waiting(self) -> int:
        return self.must_fix + self.question


class AskedBy(NamedTuple):
    """The user names behind a list: who sent it, who said yes to it ("" nobody yet)."""

    received: str
    accepted: str


def asked_by(batch_id: int) -> AskedBy:
    """In whose name the jobs of a list are done. Raises Batch.DoesNotExist."""
    return AskedBy(*Batch.objects.values_list("received_by", "accepted_by").get(pk=batch_id))


def batches(actor: Actor) -> QuerySet[Batch]:
    """Lists received, newest first."""
    found = Batch.objects.select_related("commune").order_by("-id")
    scope = policies.scope(actor, Permission.IMPORT_LISTS)
    return found if scope.everything else found.filter(commune__in=scope.unit_ids | scope.absorbed)


def with_waiting(found: QuerySet[Batch]) -> QuerySet[Batch, Any]:
    """Lists with the numbers of rows that wait for a person (`waiting`) and are entered (`enrolled`), counted only for the lists shown."""
    return found.annotate(waiting=_count(WAITING), enrolled=_count([RowState.ENROLLED]))


def waiting_lists(actor: Actor) -> QuerySet[Batch, Any]:
    """Lists that have rows waiting for a person, with those numbers; counting the lists does not count their rows."""
    return with_waiting(batches(actor)).filter(Exists(Row.objects.filter(batch=OuterRef("pk"), state__in=WAITING)))


def _count(states: Iterable[RowState]) -> Coalesce:
    rows = Row.objects.filter(batch=OuterRef("pk"), state__in=list(states)).order_by().values("batch").annotate(n=Count("id"))
    return Coalesce(Subquery(rows.values("n")), 0)


def batch(actor: Actor, pk: int) -> Batch:
    """One list. Raises NoSuchBatch."""
    found = batches(actor).filter(pk=pk).first()
    if found is None:
        raise NoSuchBatch("Không có danh sách này trong địa bàn của bạn.")
    return found


def row(actor: Actor, pk: int) -> Row:
    """One row of a list the actor may see. Raises NoSuchBatch."""
    found = Row.objects.filter(pk=pk).select_related("batch__commune").first()
    if found is None:
        raise NoSuchBatch("Không có dòng này.")
    batch(actor, found.batch_id)
    return found


def figures(found: Batch) -> Figures:
    """The list in numbers."""
    by_state = dict(found.rows.order_by().values_list("state").annotate(n=Count("id")))
    by_outcome = dict(found.rows.filter(state=RowState.ENROLLED).order_by().values_list("outcome").annotate(n=Count("id")))
    return Figures(
        rows=found.row_count, enrolled=by_state.get(RowState.ENROLLED, 0), new=by_outcome.get(Outcome.NEW, 0),
        changed=by_outcome.get(Outcome.CHANGED, 0), unchanged=by_outcome.get(Outcome.UNCHANGED, 0),
        must_fix=by_state.get(RowState.MUST_FIX, 0), question=by_state.get(RowState.QUESTION, 0),
        ready=by_state.get(RowState.READY, 0), set_aside=by_state.get(RowState.SET_ASIDE, 0),
        replaced=by_state.get(RowState.REPLACED, 0),
    )  # fmt: skip


@dataclass(frozen=True)
class Progress:
    """How far the worker is with a list: what it does, rows done of how many, rows a second of the present stretch (0: not known yet)."""

    words: str
    done: int
    whole: int
    rate: int

    @property
    def percent(self) -> int:
        return min(100, round(100 * self.done / self.whole)) if self.whole else 0


def progress(batch_id: int) -> Progress:
    """How far a list is. Raises Batch.DoesNotExist."""
    found = Batch.objects.get(pk=batch_id)
    if found.state == BatchState.READING:
        done, whole, words = found.rows_seen, found.rows_in_sheet, "Đã đọc"
    else:
        entered = found.rows.filter(state=RowState.ENROLLED).count()
        done, whole, words = entered, entered + found.rows.filter(state=RowState.READY).count(), "Đã ghi"
    seconds = (found.step_at - found.stage_at).total_seconds() if found.step_at and found.stage_at else 0
    return Progress(words, done, max(whole, done), round((done - found.stage_from) / seconds) if seconds > 0 else 0)


def alike_cells(found: Batch, open_findings: QuerySet[RowFinding]) -> dict[tuple[str, str], int]:
    """How many of the first open findings stand in cells of one column that say the same; only those that are more than one."""
    said = {
        (finding.row_id, finding.column): text
        for finding in open_findings[:LOOKED_AT]
        if (text := cells(found, finding.row).get(finding.column, ""))
    }  # of a cell with several findings once
    counts = Counter((column, text) for (_, column), text in said.items())
    return {key: count for key, count in counts.items() if count > 1}


def layouts(actor: Actor) -> QuerySet[SenderLayout]:
    """What is remembered of senders' columns, newest first."""
    found = SenderLayout.objects.filter(revoked_at__isnull=True).order_by("-id")
    scope = policies.scope(actor, Permission.IMPORT_LISTS)
    return found if scope.everything else found.filter(sender__in=[f"unit:{pk}" for pk in scope.unit_ids])


@dataclass(frozen=True)
class SenderHistory:
    """The last lists of one commune, oldest first, and what was found in them by rule."""

    commune_name: str
    lists: tuple[Batch, ...]
    by_rule: Mapping[str, tuple[int, ...]]  # rule → findings of each list that held a row or asked

    @property
    def rows(self) -> int:
        return sum(one.row_count for one in self.lists)


def history(actor: Actor, *, lists: int = 6) -> list[SenderHistory]:
    """Which commune errs how in its last lists: what must be fixed or asked, settled or not; communes with most of it first."""
    by_commune: dict[str, list[Batch]] = {}
    for one in batches(actor).filter(state__in=OPEN, commune__isnull=False)[:HISTORY]:
        kept = by_commune.setdefault(one.commune.name if one.commune else "", [])
        if len(kept) < lists:
            kept.append(one)
    shown = [one.pk for kept in by_commune.values() for one in kept]
    counted = RowFinding.objects.filter(batch__in=shown, severity__in=[Severity.MUST_FIX, Severity.QUESTION]).order_by()
    found: dict[int, Counter[str]] = {}
    for pk, rule, rows in counted.values_list("batch", "rule").annotate(n=Count("row", distinct=True)):
        found.setdefault(pk, Counter())[rule] = rows
    told = []
    for name, kept in by_commune.items():
        kept.reverse()
        rules = Counter[str]()
        for one in kept:
            rules += found.get(one.pk, Counter())
        told.append(
            SenderHistory(
                name, tuple(kept), {rule: tuple(found.get(one.pk, Counter())[rule] for one in kept) for rule, _ in rules.most_common()}
            )
        )
    return sorted(told, key=lambda one: -sum(sum(counts) for counts in one.by_rule.values()))


def questions(found: Batch) -> str:
    """What a list that waits for its columns asks, in words: the sheet, what is missing, what each column seems to be and why."""
    layout = formats.named(found.format_code)
    block = asked_block(found)
    parts = []
    if "columns" in found.asked:
        missing = [column.title for column in headings.absent(block.places, layout.columns)]
        unknown = ", ".join(f"“{title}”" for title in block.unknown[:6])
        if missing:
            parts.append(f"Chưa thấy cột {', '.join(missing)}" + (f"; các cột chưa rõ: {unknown}." if unknown else "."))
        elif unknown:
            parts.append(f"Chưa rõ các cột {unknown} là gì.")
        guessed = [
            f"cột {column_letters(one['place'] + 1)}{f' “{one['title']}”' if one['title'] else ''} là {layout.column(one['guess']).title}"
            f" ({one.get('why') or 'tiêu đề gần giống'})"
            for one in found.asked["columns"] if one["guess"]
        ]  # fmt: skip
        parts += [f"Đoán: {'; '.join(guessed)}."] if guessed else []
    if "encodings" in found.asked:
        columns = ", ".join(f"“{one['title']}”" for one in found.asked["encodings"])
        parts.append(f"Chưa rõ cột {columns} gõ bằng bảng mã nào.")
        if any(one.get("mixed") for one in found.asked["encodings"]):
            parts.append("Các dòng gõ xen hai bảng mã: nên tách thành hai trang theo bảng mã rồi gửi lại.")
    where = [f"trang “{block.sheet}”"] if found.in_several_sheets else []
    if sum(1 for one in found.blocks if one.sheet == block.sheet) > 1:
        where.append(f"bảng có tiêu đề ở dòng {block.heading_row}" if block.heading_row else "bảng đầu, không có tiêu đề")
    return f"{capfirst(', '.join(where))}: {' '.join(parts)}" if where else " ".join(parts)


def told(found: Batch) -> list[str]:
    """What title lines and names of sheets say of all the rows below, in sentences: "Trang “3A2”: Lớp 3A2 lấy từ tiêu đề.".
    What was noted of the file stands in `Batch.notes`.
    """
    said: dict[str, list[str]] = {}
    for block in found.blocks:
        if told := [words for words in block.told if words != sections.TOPIC]:
            said.setdefault(", ".join(told), []).append(block.sheet)
    where = found.in_several_sheets
    return [
        f"{f'Trang {", ".join(f"“{sheet}”" for sheet in dict.fromkeys(sheets))}: ' if where else ''}{words} lấy từ tiêu đề."
        for words, sheets in said.items()
    ]  # fmt: skip


def likelier(found: Batch) -> str:
    """That a list looks like one of another kind, in a sentence; "" when it does not."""
    return fitting.sentence(formats.named(found.likelier)) if found.likelier else ""


def asked_block(found: Batch) -> Block:
    """The block a list asks about."""
    return found.blocks[int(found.asked.get("block", 0))]


def columns_read(block: Block) -> int:
    """How many columns of the file are read."""
    return len(block.places.keys() - {asides.FIELD})


def unused_columns(found: Batch) -> list[tuple[str, str]]:
    """The columns of the file that nobody reads: sheet, title."""
    return list(dict.fromkeys((block.sheet, " ".join(title.split())) for block in found.blocks for title in block.unknown))


def asked_table(found: Batch) -> str:
    """How the table a list asks about is named: by its sheet, with its row where the sheet has several."""
    block = asked_block(found)
    alone = sum(1 for one in found.blocks if one.sheet == block.sheet) == 1
    return block.sheet if alone else block.named


def understood_columns(found: Batch) -> dict[int, str]:
    """The columns of the file a list asks about → ours, as far as their titles say."""
    return {one["place"]: one["field"] for one in found.asked.get("columns", []) if one["field"]}


def guessed_columns(found: Batch) -> dict[int, str]:
    """The columns of the file a list asks about → ours, as they are understood or guessed."""
    return {one["place"]: one["field"] or one["guess"] for one in found.asked.get("columns", []) if one["field"] or one["guess"]}


def rows(found: Batch, *, states: Iterable[RowState] = ()) -> QuerySet[Row]:
    """Rows in the order of the sheet, with their findings that are not settled yet."""
    chosen = found.rows.order_by("number")
    return chosen.filter(state__in=list(states)) if states else chosen


def findings(found: Batch, *, severities: Iterable[Severity] = (), settled: bool = False) -> QuerySet[RowFinding]:
    """What was found, in the order of the sheet; without `settled` only what still stands."""
    chosen = found.findings.select_related("row").order_by("row__number", "id")
    if severities:
        chosen = chosen.filter(severity__in=list(severities))
    return chosen if settled else chosen.filter(settled_at__isnull=True)


def cells(found: Batch, row: Row) -> dict[str, str]:
    """The texts of a row by our columns, those spread over several put together, corrections included."""
    block = found.block_of(row.number)
    return dict(columns.composed(reading.cells_of(row.raw, block.places, row.corrections, block.encodings)))


def typed_cells(found: Batch, row: Row) -> dict[str, str]:
    """The texts of a row as they stood in the file."""
    block = found.block_of(row.number)
    return dict(columns.composed(reading.cells_of(row.raw, block.places, None, block.encodings)))


def findings_as_data(found: Batch, *, most: int = TOLD) -> list[dict[str, object]]:
    """The first findings of a list as the contract names them: row, column, rule, severity, message; the sheet too where there are several.

    A list of a million rows may have as many: all of them at once would fill the memory.
    """
    titles = {column.field: column.title for column in formats.named(found.format_code).columns}
    several = found.in_several_sheets
    return [
        {
            **({"sheet": found.block_of(finding.row.number).sheet} if several else {}),
            "row": finding.row.line, "column": titles[finding.column], "rule": finding.rule, "severity": finding.severity,
            "message": f"{finding.what} {finding.todo}".strip(),
        }
        for finding in findings(found, settled=True).defer("row__raw", "row__corrections", "suggestions")[:most]
    ]  # fmt: skip


def template(*, format_code: str, at: datetime) -> bytes:
    """The empty list of a format: columns as text with words to choose from, one example, a page that explains each column."""
    layout = formats.named(format_code)
    columns = tuple(column_layout(column) for column in layout.offered)
    example = [column.example for column in layout.offered]
    explained = [("Cột", "Ý nghĩa")]
    explained += [
        (column.title, f"{'Bắt buộc. ' if column.required else ''}{column.meaning}".strip() or "Không bắt buộc.")
        for column in layout.offered
    ]
    explained += [("", ""), ("Dòng ví dụ", "Dòng đầu của trang Danh sách là ví dụ; xóa đi trước khi gửi. Tên trong ví dụ không có thật.")]
    explained += [("", ""), ("Ai gửi", layout.sender), ("Căn cứ", layout.printed_basis), ("", ""), *layout.words]
    return tables.write_workbook(
        [
            tables.SheetLayout("Danh sách", columns=columns, rows=[example]),
            tables.SheetLayout("Hướng dẫn", lines=tuple(explained)),
        ],
        created=at,
    )


def child_list_workbook(rows: Sequence[Mapping[str, str]], *, at: datetime) -> bytes:
    """Children as a workbook of the child-list format: it can be corrected and taken in again."""
    columns = formats.named(child_list.CODE).offered
    numbered = [{**row, "number": str(place)} for place, row in enumerate(rows, start=1)]
    cells = [[row.get(column.field, "") for column in columns] for row in numbered]
    layout = tables.SheetLayout("Danh sách", columns=tuple(column_layout(column) for column in columns), rows=cells)
    return tables.write_workbook([layout], created=at)


def column_layout(column: Column) -> tables.ColumnLayout:
    """How a column of a list is written in a workbook."""
    return tables.ColumnLayout(column.title, column.width, column.choices, column.required, column.meaning)
