"""Which parts of a file are the list: what was answered before holds, summaries, instructions and hidden sheets stay out and are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from mangnon.intake import formats
from mangnon.intake.models import SenderLayout
from mangnon.intake.records import Block, Column, Heading, table_name
from mangnon.intake.rules import (
    asides,
    asking,
    banners,
    decisions,
    exchanged,
    guessing,
    numbering,
    reading,
    school_titles,
    sections,
    title_lines,
)
from mangnon.intake.rules import heading as headings
from mangnon.intake.rules.surveys import Part, Survey
from mangnon.intake.rules.words import plain
from mangnon.intake.vocabulary import Kind
from mangnon.lib import legacy_text, tables

EXPLAINS = re.compile(r"^(?:huong dan|hd\b|vi du|chu thich|ghi chu|giai thich|danh muc|mau ghi|cach ghi|readme)")
ROWS = numbering.STRIDE + 1  # after the last row of any sheet
ADULTS = 0.8  # of the births in a sheet that is no list of children
EMPTY, OTHER, HIDDEN, ANSWERED = "không có dòng trẻ nào", "không phải danh sách trẻ", "trang ẩn", "đã trả lời là không dùng"


@dataclass(frozen=True)
class Chosen:
    """A block of the list, where it stands, the hamlet its sheet or title names, what they say of its rows, what must be asked of it."""

    sheet: tables.Sheet
    block: Block
    top: int = 1  # the first row of its heading
    end: int = ROWS  # the first row of the next heading of its sheet, read or not
    side: int = 0  # tables beside one another, from the left
    hamlet: str = ""
    alone: bool = True  # no other table of its sheet stands beside it
    banner: str = ""
    told: Mapping[str, str] = field(default_factory=dict)  # what titles and the sheet's name say of all its rows, by column
    known: Mapping[str, str] = field(default_factory=dict)  # what its title or its sheet says of all its rows: rules.groups
    asked: dict[str, object] = field(default_factory=dict)
    above: tuple[Sequence[str], ...] = ()
    samples: tuple[Sequence[str], ...] = ()
    foot: tuple[Sequence[str], ...] = ()
    lines: tuple[Sequence[str], ...] = ()

    @property
    def decode(self) -> Callable[[str], str]:
        """What reads the letters of the lines between its rows."""
        return title_lines.reader(self.block.encodings.get(reading.ALL, ""))


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A part of a sheet and what somebody said of its titles before."""

    sheet: tables.Sheet
    survey: Survey
    part: Part
    said: SenderLayout | None
    told: Mapping[str, str] = field(default_factory=dict)
    lacks: bool = False  # a column no heading need have, and no title tells

    @property
    def end(self) -> int:
        """The first row of the next heading in the sheet."""
        return min((one.heading.row + 1 for one in self.survey.parts if one.heading.row > self.part.heading.row), default=ROWS)

    @property
    def is_understood(self) -> bool:
        return not self.lacks and (bool(self.said.places) if self.said else self.part.sure)

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
        return table_name(self.sheet.name, self.part.heading.first_data_row), ANSWERED if self.said else OTHER

    @property
    def explains(self) -> bool:
        """Whether the sheet is called after instructions: its rows are examples."""
        return bool(EXPLAINS.match(plain(self.sheet.name)))


def choose(
    surveyed: Sequence[tuple[tables.Sheet, Survey]], layout: formats.Format, remembered: Mapping[str, SenderLayout], *, anyway: bool = False
) -> tuple[list[Chosen], list[tuple[str, str]]]:
    """The blocks to read, in the order of the file, and the sheets left out with the reason where somebody may wonder. The columns of clear
    ones are asked about when somebody wants to say them `anyway`.
    """
    visible = [(sheet, survey) for sheet, survey in surveyed if not sheet.hidden] or list(surveyed)
    titled = told(visible, layout)
    candidates = [
        _Candidate(sheet, survey, part, said, titled[id(part)], bool(lacking(part, layout, said, titled[id(part)])))
        for sheet, survey in visible for part in survey.parts
        for said in [_said(part, layout, remembered)]
    ]  # fmt: skip
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
    return [stretch for one in taken for stretch in _chosen(one, layout, anyway=anyway)], _left_out(surveyed, candidates, taken)


def told(surveyed: Iterable[tuple[tables.Sheet, Survey]], layout: formats.Format) -> dict[int, Mapping[str, str]]:
    """What the titles of each part (by id) say of all its rows. A school that only one of the tables names is the school of all."""
    if not (layout.has("class_name") or layout.has("decision")):
        return defaultdict(dict)
    found = {id(part): _of_titles(sheet, part, layout) for sheet, survey in surveyed for part in survey.parts}
    schools = {said["school"] for said in found.values() if said.get("school")}
    return {key: {"school": next(iter(schools)), **said} if len(schools) == 1 else said for key, said in found.items()}


def _of_titles(sheet: tables.Sheet, part: Part, layout: formats.Format) -> Mapping[str, str]:
    encodings = asking.typed(part.samples, part.heading.places, layout.columns).encodings
    lines = title_lines.read(part.above, _of_titles_too(encodings))
    if layout.has("decision"):
        return decisions.told(lines)
    return school_titles.between(chain(part.samples, part.lines)) | school_titles.told(lines, sheet.name)


def _of_titles_too(encodings: Mapping[str, str]) -> str:
    """How titles over a table were typed: as its rows were, or its columns that were typed for an old font."""
    return next(iter(encodings.values()), "")


def lacking(part: Part, layout: formats.Format, said: SenderLayout | None, titled: Mapping[str, str]) -> list[Column]:
    """The columns of a part that neither its heading has nor its titles tell; of one still to be explained, none yet."""
    places = said.places if said else part.heading.places
    return headings.untold({*places, *titled}, layout.columns) if places and (said or part.sure) else []


def _said(part: Part, layout: formats.Format, remembered: Mapping[str, SenderLayout]) -> SenderLayout | None:
    """What somebody said of such titles, unless it was that child and mother stand in one another's column and here they do not."""
    said = remembered.get(signature(part, layout))
    exchanges = said is not None and "mother_name" in said.places and said.places["mother_name"] == part.heading.places.get("full_name")
    return None if said is not None and exchanges and exchanged.child_and_mother(said.places, part.samples) else said


def signature(part: Part, layout: formats.Format) -> str:
    """What a remembered answer is kept under: the titles; of columns without titles also what their values seem to be."""
    titles = part.heading.titles
    if part.heading.depth:
        return asking.signature(titles)
    guesses = guessing.of_columns(part.samples, layout.columns, taken=(), places=())
    return asking.signature([f"{title} {guesses[place].field if place in guesses else ''}" for place, title in enumerate(titles)])


def _chosen(one: _Candidate, layout: formats.Format, *, anyway: bool) -> list[Chosen]:
    """The block of a part; several where its rows were typed in one way and, further down, in another."""
    sheet, part, said = one.sheet, one.part, one.said
    heading = part.heading
    asked: dict[str, object] = {}
    mark = signature(part, layout)
    if said is not None:
        places = {name: place for name, place in said.places.items() if place < len(heading.titles) and layout.has(name)}
        heading = asking.placed(heading, places)
    typed = asking.typed(part.samples, heading.places, layout.columns)
    encodings = dict(said.encodings) if said and not typed.stretches else typed.encodings
    if said is None:
        told = one.is_open or one.is_list  # of a table without children nobody is asked
        near = layout.kind is Kind.ENRICHES
        if told and (columns := asking.columns(heading, part.samples, layout.columns, encodings, near=near, anyway=anyway)):
            asked["columns"] = columns
        if told and typed.doubts:
            asked["encodings"] = typed.doubts
    *above, (sheet_name,) = title_lines.read([*part.above, [sheet.name]], _of_titles_too(encodings))
    hamlet = (sections.over(above) or sections.of_sheet(sheet_name)) if layout.has(sections.FIELD) else ""
    alone = not any(other.side for other in one.survey.parts)
    said_beside = sheet.struck or sheet.beside > heading.first_data_row or bool(sheet.wider_than)
    heading = asides.beside(heading, said=said_beside, width=max(map(len, part.samples), default=0), alone=alone)
    read = title_lines.reader(encodings.get(reading.ALL, ""))
    if layout.has(sections.FIELD):
        heading = sections.divided(heading, chain(part.samples, part.lines), known=hamlet, decode=read)
    if layout.has("class_name"):
        heading = school_titles.added(heading, one.told, part.samples, read)
    if layout.has("decision"):
        heading = decisions.added(heading, one.told)
    banner = banners.over(above, sheet_name, layout.banner) if layout.banner else ""
    if layout.banner:  # the last: rows wider than the titles keep what they say behind it
        heading = banners.divided(heading, chain(part.samples, part.lines), layout.banner, known=banner)
    whole = Chosen(
        sheet=sheet, block=_block(sheet, heading, encodings, mark), top=heading.row + 1, end=one.end, side=part.side, hamlet=hamlet,
        banner=banner, alone=alone, told=one.told, asked=asked, above=tuple(above), samples=tuple(part.samples), foot=one.survey.foot,
        lines=tuple([read(cell) for cell in cells] for cells in part.lines),
    )  # fmt: skip
    return [_stretch(whole, typed.stretches, place) for place in range(len(typed.stretches))] or [whole]


def _stretch(whole: Chosen, stretches: Sequence[legacy_text.Stretch], place: int) -> Chosen:
    """One stretch of the rows of a block as a block of its own, with the hamlet and the class that lines above it name."""
    stretch, first = stretches[place], whole.block.heading_row
    next_start = stretches[place + 1].start if place + 1 < len(stretches) else None
    above = [
        (cells, title_lines.reader(one.encoding))
        for one, other in pairwise(stretches[: place + 1]) for cells in whole.samples[one.start : other.start]
    ]  # fmt: skip
    hamlet = next((named for cells, read in reversed(above) if (named := sections.line(cells, read))), whole.hamlet)
    between = next((named for cells, read in reversed(above) if (named := school_titles.line(cells, read))), "")
    encodings = _typed(whole.block.places, whole.block.titles, asking.in_all(stretch.encoding))
    block = replace(whole.block, heading_row=first + stretch.start, encodings=encodings)
    return replace(
        whole, block=block, top=whole.top if not place else first + stretch.start + 1,
        end=whole.end if next_start is None else first + next_start + 1, hamlet=hamlet,
        told={**whole.told, "class_name": between} if between else whole.told, samples=whole.samples[stretch.start : next_start],
    )  # fmt: skip


def _block(sheet: tables.Sheet, heading: Heading, encodings: Mapping[str, str], mark: str) -> Block:
    return Block(
        sheet.name[:120], heading.first_data_row, dict(heading.places), tuple(heading.titles), tuple(heading.unknown),
        _typed(heading.places, heading.titles, encodings), mark,
    )  # fmt: skip


def _typed(places: Mapping[str, int], titles: Sequence[str], encodings: Mapping[str, str]) -> dict[str, str]:
    """How columns were typed; what titles and lines tell is read already."""
    told = [name for name, place in places.items() if place < len(titles) and headings.is_told(titles[place])] if encodings else []
    return {**encodings, **dict.fromkeys(told, legacy_text.UNICODE)}


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
        why = HIDDEN if sheet.hidden else ANSWERED if sheet.name in answered else EMPTY if empty else OTHER
        told.append((sheet.name, why))
    return told
