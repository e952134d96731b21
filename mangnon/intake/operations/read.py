"""Reading a list, a piece at a time: what is stored stays, and a process that was killed goes on where it was.

Each piece is one transaction under the lock of its list, so two processes at one list never double a row.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from django.db import connection, transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.documents import queries as documents
from mangnon.intake import formats
from mangnon.intake.models import Batch
from mangnon.intake.operations import above, chunks, doubles, opening, reading_together
from mangnon.intake.operations.choosing import Chosen
from mangnon.intake.operations.locking import locked
from mangnon.intake.operations.receive import Received, receive, sender_of, subject_of, whose
from mangnon.intake.records import Block, Format, ReadRow
from mangnon.intake.rules import half_swapped, listing, month_first, reading
from mangnon.intake.vocabulary import BatchState
from mangnon.lib import calendar, hands
from mangnon.lib.refusals import Refusal

LONG = 20_000  # rows for which it pays to call more hands
LARGE = 500_000  # bytes of a file that may have so many
ATTEMPTS = 4  # processes that may die over one file before it is refused


class TooHeavy(Refusal):
    """Reading the file has brought down one process after another."""


def nothing() -> None:
    """What is done between two pieces when nobody asks for anything."""


def take_in(
    *, content: bytes, name: str, format_code: str, commune_id: int | None, by: Actor, at: datetime,
    between: Callable[[], None] = nothing, started: Callable[[Batch], None] = lambda _: None, ask: bool = False,
) -> Received:  # fmt: skip
    """Receive a list and read it at once. A file that is no list raises and leaves nothing behind. `started` is told which list it is. With
    `ask` it waits for somebody to say what its columns are, clear or not.

    Raises tables.UnreadableFile, opening.NoHeading, opening.NoChildren, and what `receive` raises.
    """
    layout = formats.named(format_code)
    sender = sender_of(whose(commune_id, by), by)
    _get_ready(content)
    elsewhere = above.elsewhere(commune_id=commune_id, on=calendar.day_of(at))
    with opening.opened(content, name=name, layout=layout, sender=sender, elsewhere=elsewhere, ask=ask) as found:
        received = receive(content=content, name=name, format_code=format_code, commune_id=commune_id, by=by, at=at)
        batch = _begin(received.batch.pk, at=at)
        if batch.state != BatchState.READING:
            return received
        started(batch)
        return Received(_read(batch, found, by=by, at=at, between=between), received.again)


def read_batch(*, batch_id: int, by: Actor, at: datetime, between: Callable[[], None] = nothing) -> Batch:
    """Read a list as far as it goes: to its end, to a question about its columns, or to a refusal, which is kept with the list.

    `between` is called after each piece and may raise to stop there; the next call goes on where this one was.
    """
    batch = _begin(batch_id, at=at)
    if batch.state != BatchState.READING:
        return batch
    try:
        if batch.attempts > ATTEMPTS:
            raise TooHeavy(f"Đọc tệp “{batch.file_name}” làm dừng máy nhiều lần. Chia danh sách thành nhiều tệp nhỏ hơn rồi gửi lại.")
        content = bytes(documents.stored_file(batch.file_id).content)
        layout = formats.named(batch.format_code)
        _get_ready(content)
        elsewhere = above.elsewhere(commune_id=batch.commune_id, on=calendar.day_of(batch.received_at))
        with opening.opened(content, name=batch.file_name, layout=layout, sender=batch.sender, elsewhere=elsewhere) as found:
            del content
            return _read(batch, found, by=by, at=at, between=between)
    except Refusal as refusal:
        return refuse(batch_id=batch.pk, why=refusal, by=by, at=at)


@transaction.atomic
def refuse(*, batch_id: int, why: Refusal, by: Actor, at: datetime) -> Batch:
    """Keep the sentence why a list cannot be read."""
    batch = locked(batch_id)
    batch.state, batch.refusal, batch.step_at = BatchState.FAILED, str(why), at
    batch.likelier = why.likelier if isinstance(why, opening.NotThisList) else ""
    batch.save(update_fields=["state", "refusal", "step_at", "likelier"])
    audit.record(act=Act.BATCH_REFUSED, subject=subject_of(batch), by=by, at=at, details={"why": type(why).__name__})
    return batch


def _get_ready(content: bytes) -> None:
    """Let a large file be parsed while other hands wake up."""
    if len(content) >= LARGE and not connection.in_atomic_block:
        hands.get_ready()


def _read(batch: Batch, found: opening.Opened, *, by: Actor, at: datetime, between: Callable[[], None]) -> Batch:
    batch = _told(batch, found, by=by, at=at)
    on = calendar.day_of(batch.received_at)
    pieces = _pieces(found, after=batch.read_to)
    read = reading_together.read if _for_many_hands(batch) else _read_alone
    with closing(read(batch, pieces, by=by, on=on)) as steps:  # hands go when `between` breaks off
        for now in steps:
            batch = now
            between()
    return _finish(batch, by=by, at=at) if batch.state == BatchState.READING else batch


def _read_alone(batch: Batch, pieces: Iterator[chunks.Piece], *, by: Actor, on: date) -> Generator[Batch]:
    """Read the pieces one after the other; the list after each that is stored. Ends early when the list is no longer being read."""
    while batch.state == BatchState.READING and (piece := next(pieces, None)) is not None:
        batch = chunks.keep(batch, chunks.prepare(piece, batch, first=not batch.row_count, by=by, on=on))
        yield batch


def _for_many_hands(batch: Batch) -> bool:
    """Whether there are more hands and so much is left that it pays to call them. They see only what is committed."""
    return bool(hands.how_many()) and not connection.in_atomic_block and batch.rows_in_sheet - batch.rows_seen >= LONG


def _pieces(found: opening.Opened, *, after: int) -> Iterator[chunks.Piece]:
    """The rows of a file after a number, some of one block at a time."""
    for block, rows in found.rows(after=after):
        some, above = list(islice(rows, chunks.SIZE)), after > 0
        while some:
            following = list(islice(rows, chunks.SIZE))
            yield chunks.Piece(block, some, above=above, below=bool(following))
            some, above = following, True


@transaction.atomic
def _begin(batch_id: int, *, at: datetime) -> Batch:
    """One more try at a list; its clock runs from here."""
    batch = locked(batch_id)
    if batch.state == BatchState.READING:
        batch.attempts, batch.stage_at, batch.step_at, batch.stage_from = batch.attempts + 1, at, at, batch.rows_seen
        batch.save(update_fields=["attempts", "stage_at", "step_at", "stage_from"])
    return batch


@transaction.atomic
def _told(batch: Batch, found: opening.Opened, *, by: Actor, at: datetime) -> Batch:
    """Keep what the file says of itself, before its first row is stored; a list whose columns are unsure waits for a person."""
    batch = locked(batch.pk)
    if batch.state != BatchState.READING or batch.read_to:
        return batch
    batch.tell(_blocks(batch, found))
    batch.left_out, batch.asked, batch.notes = [list(one) for one in found.left_out], found.asked, found.notes
    above = [cells for one in found.chosen for cells in one.above]
    batch.listed_on = listing.listed_on(above, found.foot(), on=calendar.day_of(batch.received_at))
    batch.rows_in_sheet, batch.likelier = found.row_count, found.likelier
    if found.asked:
        batch.state = BatchState.MAPPING
    batch.save()
    return batch


def _blocks(batch: Batch, found: opening.Opened) -> list[Block]:
    """The blocks, each with the date columns that by its first rows can only be month/day, or may be so in part."""
    layout = formats.named(batch.format_code)
    told = month_first.of_blocks([_samples(one, layout) for one in found.chosen], layout.columns)
    half = [half_swapped.of_block(_samples(one, layout), one.block.places, one.sheet.early_days, layout.columns) for one in found.chosen]
    return [replace(block, month_first=own, half_swapped=part) for block, own, part in zip(found.blocks, told, half, strict=True)]


def _samples(one: Chosen, layout: Format) -> Iterator[ReadRow]:
    """The first rows of a block as read."""
    return (reading.read(0, reading.cells_of(cells, one.block.places, None, one.block.encodings), layout) for cells in one.samples)


@transaction.atomic
def _finish(batch: Batch, *, by: Actor, at: datetime) -> Batch:
    """Compare the rows of the list with each other; from here on people decide."""
    batch = locked(batch.pk)
    if batch.state != BatchState.READING:
        return batch
    if not batch.row_count:
        raise opening.NoChildren(f"Tệp “{batch.file_name}” có tiêu đề ở dòng {batch.heading_row} nhưng không có dòng trẻ nào bên dưới.")
    doubles.note(batch, by=by, on=calendar.day_of(batch.received_at))
    batch.state, batch.step_at, batch.attempts = BatchState.CHECKED, at, 0
    batch.save(update_fields=["state", "step_at", "attempts"])
    audit.record(act=Act.BATCH_READ, subject=subject_of(batch), by=by, at=at, details={"rows": batch.row_count})
    return batch
