"""A file opened as a list: its sheets, the blocks in them, which column is which, how their letters were typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, groupby, islice

from mangnon.intake import formats
from mangnon.intake.models import SenderLayout
from mangnon.intake.operations import above, choosing
from mangnon.intake.operations.choosing import Chosen
from mangnon.intake.records import Block
from mangnon.intake.rules import (
    asides,
    asking,
    bodies,
    broken_names,
    continuing,
    dittos,
    fitting,
    forms,
    further_lines,
    groups,
    households,
    legends,
    merged,
    numbering,
    outline,
    reading,
    school_titles,
    second_lines,
    sections,
    signatures,
    surveys,
    told_of_all,
)
from mangnon.intake.rules import heading as headings
from mangnon.lib import tables
from mangnon.lib.refusals import Refusal

FEWEST = 200  # rows looked at of each sheet of a file with many
BLOCKS = 1_000  # of a file; each may have a million rows, and the number of a row must fit its column


class NotThisList(Refusal):
    """The file is no list of the kind it was sent as; perhaps of another (`likelier`)."""

    likelier = ""


class NoHeading(NotThisList):
    """No row of the file names the columns this kind of list needs."""


class NoChildren(NotThisList):
    """Under the heading there is no row about a child."""


class TooManyBlocks(Refusal):
    """A file is cut into more tables than any list."""


@dataclass(frozen=True)
class Opened:
    """A file whose blocks were found. `asked` is what a person must say first, of the block `asked["block"]`; empty when all is sure."""

    workbook: tables.Workbook
    layout: formats.Format
    chosen: tuple[Chosen, ...]
    asked: dict[str, object] = field(default_factory=dict)
    left_out: tuple[tuple[str, str], ...] = ()
    likelier: str = ""  # the kind of list the titles fit far better

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(one.block for one in self.chosen)

    def rows(self, *, after: int = 0) -> Iterator[tuple[Block, Iterator[tables.Row]]]:
        """The blocks with the rows under their headings, as the list numbers them; rows up to a number are passed over."""
        for _, strand in groupby(self.chosen, key=lambda one: one.block.strand):
            yield from _strand(self.workbook, list(strand), after, self.layout)

    @property
    def notes(self) -> list[str]:
        """What its reader, and whoever enters it, should know of the file, in sentences."""
        found = [*self.workbook.notes]
        for name in dict.fromkeys(one.sheet.name for one in self.chosen):
            blocks = [one for one in self.chosen if one.sheet.name == name]
            found += legends.of_sheet(blocks[0].sheet, {place for one in blocks for place in one.block.places.values()})
        for one in self.chosen:
            found += legends.of_lines([*one.above, *self._below(one)], one.decode)
        return list(dict.fromkeys(found))

    def foot(self) -> list[list[str]]:
        """The last lines of the sheets that speak of no child: totals, signatures."""
        return [cells for one in self.chosen for cells in self._below(one)]

    def _below(self, one: Chosen) -> list[list[str]]:
        return [
            list(cells) for cells in one.foot
            if not bodies.may_be_child(reading.cells_of(cells, one.block.places, None, one.block.encodings), cells, one.block)
        ]  # fmt: skip

    @property
    def row_count(self) -> int:
        """About how many rows stand under the headings."""
        sheets = {one.sheet.name: one.sheet.row_count for one in self.chosen}
        return max(0, sum(sheets.values()) - sum(block.heading_row for block in self.blocks[:1]))


@contextmanager
def opened(
    content: bytes, *, name: str, layout: formats.Format, sender: str, elsewhere: above.Elsewhere = above.nowhere, ask: bool = False
) -> Iterator[Opened]:  # fmt: skip
    """Open a file and find its blocks. `elsewhere` is told title lines and answers with the commune they name that is not the list's. With
    `ask` the columns are asked about though they are clear, or were explained before.

    Raises tables.UnreadableFile, NoHeading, NoChildren, TooManyBlocks.
    """
    with tables.open_table(content, name=name) as workbook:
        sheets = [sheet for sheet in workbook.sheets if sheet.row_count]
        if not sheets:
            raise tables.UnreadableFile(f"Tệp “{workbook.name}” không có dòng nào. Xem lại đúng tệp chưa.")
        sample = max(FEWEST, min(surveys.SAMPLE, 4 * surveys.SAMPLE // len(sheets)))
        surveyed = [(sheet, _survey(workbook, sheet, layout, sample)) for sheet in sheets]
        _check_shape(workbook, surveyed, layout)
        continuing.go_on([part for sheet, survey in surveyed if not sheet.hidden for part in survey.parts], layout.columns)
        chosen, left_out = choosing.choose(surveyed, layout, _remembered(sender, layout))
        if ask and not any(one.asked for one in chosen):  # an answer is for the table that is unclear, where one is
            chosen, left_out = choosing.choose(surveyed, layout, {}, anyway=True)
        other = _likelier(surveyed, layout)
        try:
            _check(chosen, surveyed, layout, name)
        except NotThisList as refusal:
            raise _pointing(refusal, other, workbook.notes) from None
        found = above.told(_numbered(chosen), layout, elsewhere)
        yield Opened(workbook, layout, found, _asked(found, layout), tuple(left_out), other.code if other else "")


def _likelier(surveyed: Sequence[tuple[tables.Sheet, surveys.Survey]], layout: formats.Format) -> formats.Format | None:
    """The kind of list that the titles of the longest table fit far better."""
    parts = [part for sheet, survey in surveyed if not sheet.hidden for part in survey.parts if part.heading.depth]
    if not parts:
        return None
    part = max(parts, key=lambda one: len(one.samples))
    return fitting.likelier(part.heading.titles, part.samples, part.above, layout, formats.every().values())


def _pointing(refusal: NotThisList, other: formats.Format | None, notes: Sequence[str]) -> NotThisList:
    """The refusal with what was noted of the file, and with the kind of list to choose instead."""
    pointing = type(refusal)(" ".join([str(refusal), *notes, *([fitting.sentence(other)] if other else [])]))
    pointing.likelier = other.code if other else ""
    return pointing


def _check_shape(
    workbook: tables.Workbook, surveyed: Sequence[tuple[tables.Sheet, surveys.Survey]], layout: formats.Format
) -> None:  # fmt: skip
    """Raise if no table of the file is understood, and its children stand in forms or across a sheet."""
    if any(part.sure for _, survey in surveyed for part in survey.parts):
        return
    for sheet, _ in surveyed:
        rows = [row.cells for row in islice(workbook.rows(sheet.name), headings.SEARCH_ROWS)]
        if not sheet.hidden and (shape := forms.shape(rows, layout.columns)):
            raise NoHeading(f"Tệp “{workbook.name}” {shape}")


def _survey(workbook: tables.Workbook, sheet: tables.Sheet, layout: formats.Format, sample: int) -> surveys.Survey:
    try:
        return surveys.survey(workbook.rows(sheet.name), layout.columns, sample=sample)
    except surveys.TooManyHeadings as error:
        raise TooManyBlocks(
            f"Trang “{sheet.name}” có hơn {surveys.PARTS} bảng khác tiêu đề. Chép danh sách về một tiêu đề, hoặc tách thành nhiều trang."
        ) from error


def _remembered(sender: str, layout: formats.Format) -> dict[str, SenderLayout]:
    """By signature what was said of titles; also by that of the titles themselves, which answers of before have none of."""
    known = SenderLayout.objects.filter(sender=sender, format_code=layout.code, revoked_at__isnull=True)
    return {key: one for one in known for key in (asking.signature(sections.undivided(one.titles)), one.signature)}


def _check(chosen: Sequence[Chosen], surveyed: Sequence[tuple[tables.Sheet, surveys.Survey]], layout: formats.Format, name: str) -> None:
    """Raise unless some block has children, or may have once a person has explained it."""
    if chosen:
        return
    headed = [(sheet, part) for sheet, survey in surveyed for part in survey.parts if part.sure]
    if headed:
        sheet, part = headed[0]
        _check_titles(surveyed, layout, name)
        where = f" trang “{sheet.name}”" if len(surveyed) > 1 else ""
        raise NoChildren(f"Tệp “{name}” có tiêu đề ở dòng {part.heading.first_data_row}{where} nhưng không có dòng trẻ nào bên dưới.")
    heads = [[*part.above, part.heading.titles, *part.samples] for _, survey in surveyed for part in survey.parts]
    absent = headings.missing(max(heads, key=len, default=[]), layout.columns)
    titles = ", ".join(f"“{column.title}”" for column in absent) or "cần thiết"
    raise NoHeading(
        f"Không thấy dòng tiêu đề có cột {titles} trong tệp “{name}”. Thêm tiêu đề cột, hoặc tải tệp mẫu rồi chép danh sách vào."
    )


def _check_titles(surveyed: Sequence[tuple[tables.Sheet, surveys.Survey]], layout: formats.Format, name: str) -> None:
    """Raise if tables of the file are headed, but say nowhere what the title lines may say instead of a column."""
    titled = choosing.told(surveyed, layout)
    parts = [part for _, survey in surveyed for part in survey.parts if part.sure]
    lacks = [choosing.lacking(part, layout, None, titled[id(part)]) for part in parts]
    if lacks and all(lacks):
        title = lacks[0][0].title
        raise NoHeading(
            f"Tệp “{name}” không có cột “{title}”, dòng tiêu đề phía trên cũng không ghi {title.lower()} nào. "
            f"Thêm cột {title}, hoặc ghi một dòng như “{lacks[0][0].example.upper()}” phía trên bảng."
        )


def _numbered(chosen: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """The blocks in the order of their rows, each strand with its number."""
    if len(chosen) > BLOCKS:
        raise TooManyBlocks(f"Tệp có {len(chosen)} bảng trẻ, quá nhiều cho một danh sách. Tách thành nhiều tệp rồi gửi từng tệp.")
    found: list[Chosen] = []
    strands: dict[tuple[str, int], int] = {}
    order = {id(one): place for place, one in enumerate(chosen)}
    sheets = list(dict.fromkeys(one.sheet.name for one in chosen))
    for one in sorted(chosen, key=lambda one: (sheets.index(one.sheet.name), one.side, one.block.heading_row, order[id(one)])):
        strand = strands.setdefault((one.sheet.name, one.side), len(strands))
        found.append(replace(one, block=replace(one.block, strand=strand)))
    return tuple(found)


def _asked(chosen: Sequence[Chosen], layout: formats.Format) -> dict[str, object]:
    """What is unsure of the first block that is not understood, and of how many more titles there are questions."""
    open_questions = [(place, one) for place, one in enumerate(chosen) if one.asked]
    if not open_questions:
        return {}
    place, first = open_questions[0]
    others = {one.block.signature for _, one in open_questions} - {first.block.signature}
    sure = len(chosen) - len(open_questions)
    return {**first.asked, "block": place, "sheet": first.sheet.name, "others": len(others), "may_leave_out": bool(sure or others)}


def _strand(
    workbook: tables.Workbook, chosen: Sequence[Chosen], after: int, layout: formats.Format
) -> Iterator[tuple[Block, Iterator[tables.Row]]]:  # fmt: skip
    """One walk over a sheet for the blocks under one another in it."""
    tops = [one.top for one in chosen]

    def block_at(row: tables.Row) -> Chosen | None:
        place = bisect_right(tops, row.number) - 1
        return chosen[place] if place >= 0 and chosen[place].block.heading_row < row.number < chosen[place].end else None

    for one, rows in groupby(workbook.rows(chosen[0].sheet.name), key=block_at):
        if one is not None:
            yield one.block, _rows(rows, one, after, layout)


def _rows(rows: Iterator[tables.Row], one: Chosen, after: int, layout: formats.Format) -> Iterator[tables.Row]:
    name = one.block.placed("full_name")
    signed = signatures.without(rows)
    whole: Iterable[tables.Row] = asides.told(
        signed, one.block, alone=one.alone, samples=one.samples, wider_than=one.sheet.wider_than
    )  # first: others forget what is struck
    whole = broken_names.joined(whole, name, one.sheet.merged, one.block.decoder("full_name"))
    whole = dittos.filled(merged.filled(whole, one.sheet.merged, name), one.block.places)
    whole = second_lines.joined(whole, one.block.places, name)
    whole = further_lines.named(whole, one.block.places, layout, name)
    whole = school_titles.filled(whole, one.block.places, one.block.titles, one.told, name, one.decode)
    whole = told_of_all.filled(whole, one.block, one.told)
    whole = households.inherited(whole, one.block.places, one.sheet.merged, name)
    if above.tell(one):
        whole = groups.told(whole, one.block, known=one.known, decode=one.decode)
    numbered = outline.marks(chain(one.samples, one.lines), layout.banner)
    whole = outline.told(
        whole, one.block.places, layout.banner, hamlet=one.hamlet, banner=one.banner, numbered=numbered, decode=one.decode
    )  # fmt: skip
    for row in whole:
        number = numbering.number(one.block.strand, row.number)
        if number > after:
            yield tables.Row(number, row.cells, row.hidden)
