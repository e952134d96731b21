"""Which parts of a file are the list: what was answered before holds, summaries, instructions and hidden sheets stay out and are named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mangnon.intake import formats
from mangnon.intake.models import SenderLayout
from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import asking, guessing, numbering, reading, sections
from mangnon.intake.rules.surveys import Part, Survey
from mangnon.intake.rules.words import plain
from mangnon.lib import tables

EXPLAINS = re.compile(r"^(?:huong dan|hd\b|vi du|chu thich|ghi chu|giai thich|danh muc|mau ghi|cach ghi|readme)")
ROWS = numbering.STRIDE + 1  # after the last row of any sheet
ADULTS = 0.8  # of the births in a sheet that is no list of children
EMPTY, OTHER, HIDDEN, TOLD = "không có dòng trẻ nào", "không phải danh sách trẻ", "trang ẩn", "đã trả lời là không dùng"


@dataclass(frozen=True)
class Chosen:
    """A block of the list, where it stands, the hamlet its sheet or title names, what must be asked of it."""

    sheet: tables.Sheet
    block: Block
    top: int = 1  # the first row of its heading
    end: int = ROWS  # the first row of the next heading of its sheet, read or not
    side: int = 0  # tables beside one another, from the left
    hamlet: str = ""
    known: Mapping[str, str] = field(default_factory=dict)  # what its title or its sheet says of all its rows: rules.groups
    asked: dict[str, object] = field(default_factory=dict)
    above: tuple[Sequence[str], ...] = ()
    samples: tuple[Sequence[str], ...] = ()
    foot: tuple[Sequence[str], ...] = ()
    lines: tuple[Sequence[str], ...] = ()


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A part of a sheet and what somebody said of its titles before."""

    sheet: tables.Sheet
    survey: Survey
    part: Part
    said: SenderLayout | None

    @property
    def end(self) -> int:
        """The first row of the next heading in the sheet."""
        return min((one.heading.row + 1 for one in self.survey.parts if one.heading.row > self.part.heading.row), default=ROWS)

    @property
    def is_understood(self) -> bool:
        return bool(self.said.places) if self.said else self.part.sure

    @property
    def is_list(self) -> bool:
        """Whether its columns are understood and a row under them speaks of a child."""
        if not self.is_understood:
            return False
        places = self.said.places if self.said else self.part.heading.places
        return any(reading.is_child_row(reading.cells_of(cells, places), cells) for cells in self.part.samples)

    @property
    def is_open(self) -> bool:
        return self.said is None and not self.part.sure

    @property
    def of_adults(self) -> bool:
        """Whether nearly all births are of grown people: collaborators, heads of households."""
        place = self.part.heading.places.get("birth_date")
        years = [year for cells in self.part.samples if (year := guessing.year_of(cells[place : place + 1] if place is not None else ()))]
        return sum(1 for year in years if year < guessing.YOUNG) > ADULTS * len(years)

    @property
    def left_out(self) -> tuple[str, str]:
        """How a table that is not read is named, of a sheet with others, and why it is not."""
        return f"{self.sheet.name}, bảng ở dòng {self.part.heading.row + 1}", TOLD if self.said else OTHER

    @property
    def explains(self) -> bool:
        """Whether the sheet is called after instructions: its rows are examples."""
        return bool(EXPLAINS.match(plain(self.sheet.name)))


def choose(
    surveyed: Sequence[tuple[tables.Sheet, Survey]], layout: formats.Format, remembered: Mapping[str, SenderLayout]
) -> tuple[list[Chosen], list[tuple[str, str]]]:
    """The blocks to read, in the order of the file, and the sheets left out with the reason where somebody may wonder."""
    visible = [(sheet, survey) for sheet, survey in surveyed if not sheet.hidden] or list(surveyed)
    candidates = [
        _Candidate(sheet, survey, part, remembered.get(signature(part, layout))) for sheet, survey in visible for part in survey.parts
    ]
    lists = [one for one in candidates if one.is_list]
    unsure = [one for one in candidates if one.is_open]
    if lists:
        unsure = [one for one in unsure if one.part.likely and not one.explains]
        lists = [one for one in lists if not one.explains and not one.of_adults] or lists
    elif likely := [one for one in unsure if one.part.likely]:
        unsure = [one for one in likely if not one.explains] or likely
    else:
        unsure = sorted(unsure, key=lambda one: (len(one.part.heading.places), one.sheet.row_count))[-1:]
    sheets = {one.sheet.name for one in lists}
    blank = [one for one in candidates if one.sheet.name in sheets and one.is_understood and not one.is_list]  # children may come later
    taken = [one for one in candidates if one in lists or one in unsure or one in blank]
    return [_chosen(one, layout) for one in taken], _left_out(surveyed, candidates, taken)


def signature(part: Part, layout: formats.Format) -> str:
    """What a remembered answer is kept under: the titles; of columns without titles also what their values seem to be."""
    titles = part.heading.titles
    if part.heading.depth:
        return asking.signature(titles)
    guesses = guessing.of_columns(part.samples, layout.columns, taken=(), places=())
    return asking.signature([f"{title} {guesses[place].field if place in guesses else ''}" for place, title in enumerate(titles)])


def _chosen(one: _Candidate, layout: formats.Format) -> Chosen:
    sheet, part, said = one.sheet, one.part, one.said
    heading = part.heading
    asked: dict[str, object] = {}
    mark = signature(part, layout)
    if said is not None:
        places = {name: place for name, place in said.places.items() if place < len(heading.titles) and layout.has(name)}
        heading, encodings = asking.placed(heading, places), dict(said.encodings)
    else:
        encodings, doubts = asking.encodings(part.samples, heading.places, layout.columns)
        told = one.is_open or one.is_list  # of a table without children nobody is asked
        if told and (columns := asking.columns(heading, part.samples, layout.columns, encodings)):
            asked["columns"] = columns
        if told and doubts:
            asked["encodings"] = doubts
    hamlet = (sections.over(part.above) or sections.of_sheet(sheet.name)) if layout.has(sections.FIELD) else ""
    if layout.has(sections.FIELD):
        heading = sections.divided(heading, part.samples, known=hamlet)
    return Chosen(
        sheet=sheet, block=_block(sheet, heading, encodings, mark), top=heading.row + 1, end=one.end, side=part.side, hamlet=hamlet,
        asked=asked, above=tuple(part.above), samples=tuple(part.samples), foot=one.survey.foot,
        lines=tuple(part.lines),
    )  # fmt: skip


def _block(sheet: tables.Sheet, heading: Heading, encodings: Mapping[str, str], mark: str) -> Block:
    return Block(
        sheet.name[:120], heading.first_data_row, dict(heading.places), tuple(heading.titles), tuple(heading.unknown), dict(encodings), mark
    )  # fmt: skip


def _left_out(
    surveyed: Sequence[tuple[tables.Sheet, Survey]], candidates: Sequence[_Candidate], taken: Sequence[_Candidate]
) -> list[tuple[str, str]]:  # fmt: skip
    """Sheets that are not read; of hidden ones those with a heading of this list, for a person may have forgotten them. Of sheets that are
    read the tables left out.
    """
    if not taken:
        return []
    read = {one.sheet.name for one in taken}
    answered = {one.sheet.name for one in candidates if one.said is not None}
    filled = {one.sheet.name for one in candidates if one.is_list}
    told = []
    for sheet, survey in surveyed:
        headed = any(part.sure for part in survey.parts)
        if sheet.name in read:
            told += [one.left_out for one in candidates if one.sheet is sheet and one not in taken]
            continue
        if sheet.hidden and not headed:
            continue
        empty = headed and sheet.name not in filled
        why = HIDDEN if sheet.hidden else TOLD if sheet.name in answered else EMPTY if empty else OTHER
        told.append((sheet.name, why))
    return told
