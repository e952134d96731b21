"""Values of the intake room: columns of a format, a row as read, what a check knows and says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple

from mangnon.intake.vocabulary import Kind, Severity
from mangnon.lib import legacy_text
from mangnon.register.records import Birth, CarerRecord, ChildRecord, FactRecord
from mangnon.register.vocabulary.people import HelpKind, SchoolLevel, SchoolState, Sex, Standing

_OF_BOYS, _OF_GIRLS = ("boy_day", "boy_month", "boy_year"), ("girl_day", "girl_month", "girl_year")
SPREAD_OVER = {  # a column of ours → those of lists that spread it (rules.columns)
    "full_name": ("family_name", "middle_name", "given_name"),
    "father_name": ("father_family", "father_middle", "father_given"),
    "mother_name": ("mother_family", "mother_middle", "mother_given"),
    "guardian_name": ("parents",),
    "birth_date": ("birth_day", "birth_month", "birth_year", "born_male", "born_female", *_OF_BOYS, *_OF_GIRLS, "birth_again"),
    "sex": (
        "male_mark", "female_mark", "sex_1_0", "born_male", "born_female", "weighed_male", "weighed_female", *_OF_BOYS, *_OF_GIRLS,
    ),
    "weight": ("weighed_male", "weighed_female"),
    "ethnicity": ("ethnicity_2008", "ethnicity_1979"),
    "phone": ("father_phone", "mother_phone", "guardian_phone", "more_phone"),
    "poverty": ("ticked_poor", "ticked_near_poor", "poverty_1_2_3"),
    "amount": ("amount_a_month",),
    "address": ("lane", "street", "neighbourhood"),
    "from_place": ("from_commune", "from_district", "from_province", "other_place"),
    "to_place": ("to_commune", "to_district", "to_province", "other_place"),
}  # fmt: skip
TOLD = "(theo tên trang, dòng tiêu đề)"  # ends the title of a column the file has not: what it says stands above or between the rows
TICK = "="  # "circumstances=Khuyết tật": a column to be ticked, and what a tick in it says of one of ours (rules.ticks)


def whole(field: str) -> str:
    """The column of ours that one of those it is spread over tells of; a column itself."""
    return next((name for name, parts in SPREAD_OVER.items() if field in parts), field)


def spoken_for(fields: Iterable[str]) -> set[str]:
    """The columns nobody need look for once these are found: they, what they are spread over, what they are part of."""
    found = {whole for field in fields for whole in (field, field.partition(TICK)[0])}
    wholes = {whole for whole, parts in SPREAD_OVER.items() if found.intersection(parts)}
    return found | wholes | {part for whole in found | wholes for part in SPREAD_OVER.get(whole, ())}


def parts_of(field: str, places: Iterable[str]) -> tuple[str, ...]:
    """The columns that may say a field: its own, those it is spread over, those of a list (`places`) to be ticked for one of its values."""
    return (field, *SPREAD_OVER.get(field, ()), *(name for name in places if name.startswith(f"{field}{TICK}")))


@dataclass(frozen=True)
class Column:
    """A column of a list: our name for it, its heading, other headings wards use, and what the template says of it.

    `reads` makes a value of a text that is not empty, None when it means nothing; the values stand in ReadRow.values, and the check
    `value_readable` speaks of texts that mean nothing with the severity `unread`. Columns every list of children has (name, birth, sex,
    number …) are read by rules.reading and need none.
    """

    field: str
    title: str
    also: tuple[str, ...] = ()
    required: bool = False
    example: str = ""
    meaning: str = ""
    choices: tuple[str, ...] = ()
    width: int = 18
    reads: Callable[[str], Any] | None = None
    unread: Severity = Severity.QUESTION
    is_nothing: Callable[[str], bool] | None = None  # whether a text `reads` cannot read says that there is none, as an empty cell does
    over: Callable[[str], Any] | None = None  # what stands over a row (rules.banners) says of it, where its own cell is empty
    instead: tuple[str, ...] = ()  # columns one of which may stand in for this one, when it is required
    in_title: bool = False  # title lines or the sheet's name may say it of all rows: no heading need have it
    offered: bool = True  # in the template and on the page of instructions; others are only understood
    many: bool = False  # one of many of its kind (doses): under its title as a group only words that go with it are read
    yields: tuple[tuple[str, str], ...] = ()  # titles that mean it only where no other title does → what they mean then, "" for nothing


@dataclass(frozen=True, eq=False)
class Format:
    """One kind of list: what it is called, who sends it on what ground, its columns, and what its rows become.

    A list of kind ENROLS makes children of its rows (`record`); one of kind ENRICHES adds facts to children the register knows (`facts`),
    and makes a child only of a row somebody says is a new one. Both may have both.
    """

    code: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    kind: Kind = Kind.ENROLS
    sender: str = ""
    basis: str = ""
    verified: bool = False  # whether the text of the basis was compared with the paper itself
    record: Callable[[ReadRow, Context], ChildRecord] | None = None  # without one: rules.reading.to_record
    facts: Callable[[ReadRow, Context], tuple[FactRecord, ...]] = lambda _row, _context: ()
    banner: re.Pattern[str] | None = None  # words of titles and sections that its rows must carry: rules.banners
    further: tuple[str, ...] = ()  # columns that a further line of the same child fills: rules.further_lines
    words: tuple[tuple[str, str], ...] = ()  # for the page of instructions: what words belong to, the words

    def column(self, field: str) -> Column:
        return next(column for column in self.columns if column.field == field)

    @cached_property
    def reading(self) -> tuple[tuple[str, Callable[[str], Any]], ...]:
        """The columns that read their own values: name and reader."""
        return tuple((column.field, column.reads) for column in self.columns if column.reads is not None)

    @cached_property
    def over(self) -> tuple[tuple[str, Callable[[str], Any]], ...]:
        """The columns that what stands over the rows may speak for: name and reader."""
        return tuple((column.field, column.over) for column in self.columns if column.over is not None)

    @cached_property
    def required(self) -> tuple[Column, ...]:
        """The columns that must be there and filled."""
        return tuple(column for column in self.columns if column.required)

    @property
    def printed_basis(self) -> str:
        """The basis as a paper has it: one that was not compared says so."""
        return self.basis if self.verified else f"{self.basis} (chưa đối chiếu nguyên văn)"

    @property
    def offered(self) -> tuple[Column, ...]:
        """The columns of the template."""
        return tuple(column for column in self.columns if column.offered)

    def has(self, field: str) -> bool:
        """Whether it has a column, or the one that a column to be ticked speaks of."""
        return any(column.field == field.partition(TICK)[0] for column in self.columns)

    def title_of(self, field: str) -> str:
        """What a column is called; one to be ticked by what a tick in it says."""
        whole, sign, value = field.partition(TICK)
        return f"{self.column(whole).title}: {value} (đánh dấu)" if sign else self.column(whole).title


@dataclass(frozen=True)
class Heading:
    """Where the heading of a list stands and which column is which.

    `row` is the index of its first row, `depth` how many rows it takes, `places` field → column index, `unknown` the headings nobody knows.
    """

    row: int
    depth: int
    places: Mapping[str, int]
    titles: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def first_data_row(self) -> int:
        return self.row + self.depth


def table_name(sheet: str, heading_row: int) -> str:
    """A table of a sheet with several, by the last row of its heading."""
    return f"{sheet}, bảng ở dòng {max(1, heading_row)}"


@dataclass(frozen=True)
class Block:
    """One table of a file: its heading, and the rows under it up to the next one. Most lists are one block.

    `strand` and rows together number the rows of the list (rules.numbering); `heading_row` is the last row of the heading as Excel counts.
    """

    sheet: str
    heading_row: int
    places: Mapping[str, int] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    encodings: Mapping[str, str] = field(default_factory=dict)
    signature: str = ""
    strand: int = 0
    month_first: Mapping[str, str] = field(default_factory=dict)  # date columns of month/day → a text that shows it
    half_swapped: Mapping[str, str] = field(default_factory=dict)  # date columns that may be so in part → a text that shows it

    def placed(self, field: str) -> int | None:
        """The column of the file that says a field; of one spread over several columns the first."""
        return next((self.places[part] for part in parts_of(field, self.places) if part in self.places), None)

    @property
    def named(self) -> str:
        """How the table is named in a sheet with others: "Ấp 3, bảng ở dòng 14"."""
        return table_name(self.sheet, self.heading_row)

    @property
    def told(self) -> tuple[str, ...]:
        """What its title lines or its sheet's name say of all its rows, in words."""
        return tuple(title.removesuffix(TOLD).strip() for title in self.titles if title.endswith(TOLD))

    def decoder(self, field: str) -> Callable[[str], str]:
        """What reads the letters of a column as they were typed."""
        encoding = self.encodings.get(field, self.encodings.get("*", ""))
        return partial(legacy_text.decode, encoding=encoding) if encoding else str


@dataclass(frozen=True)
class Suggestion:
    """A way out of a finding: the words on the button, the cell to change, its new text. An empty field means: keep as it is."""

    label: str
    field: str = ""
    value: str = ""


@dataclass(frozen=True)
class Finding:
    """What a check says of one cell: what is wrong, what to do, ways out."""

    column: str
    severity: Severity
    what: str
    todo: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    rule: str = ""

    @property
    def message(self) -> str:
        return f"{self.what} {self.todo}".strip()


@dataclass(frozen=True)
class Place:
    """What the words of a place mean today: one commune, several to choose from, or none.

    `own`: of several it was taken for the commune of the list. `wider`: the former district or province, or the city, that the words
    name, or may name beside the commune. `named`: the words that say it, where they stand among others; `split`: an old commune so named
    is now in several, the list's own among them.
    """

    unit_id: int | None = None
    unit_name: str = ""
    candidates: tuple[tuple[int, str], ...] = ()
    why: str = ""
    was_old: bool = False
    own: bool = False
    wider: str = ""
    named: str = ""
    split: bool = False


@dataclass(frozen=True)
class Holder:
    """Who has a personal number in the register."""

    code: str
    name_key: str
    birth: Birth


class ReadRow(NamedTuple):
    """A row as understood: the texts, and values where they could be read. `number` is its place in the list (rules.numbering)."""

    number: int
    cells: Mapping[str, str]
    birth: Birth | None = None
    sex: Sex | None = None
    personal_number: str = ""
    standing: Standing | None = None
    ethnicity: str | None = None
    school_level: SchoolLevel | None = None
    school_state: SchoolState | None = None
    circumstances: tuple[str, ...] = ()
    unknown_circumstances: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    unknown_risks: tuple[str, ...] = ()
    help: tuple[HelpKind, ...] = ()
    unknown_help: tuple[str, ...] = ()
    since: date | None = None
    carers: tuple[CarerRecord, ...] = ()  # father, mother and other carer as named
    register_key: str = ""  # the register's identity key, if the row names people (register.rules.identity_key)
    identity: str = ""  # like the register's identity key, to find doubles inside the list
    kin: int = 0  # the names of its carers as a number: children of one household share it (register.rules.kin)
    values: Mapping[str, Any] = {}  # what the columns of the format read (Column.reads)
    corrected: frozenset[str] = frozenset()  # columns whose text a person wrote here
    failed: Mapping[str, str] = {}  # cells of formulas that came to nothing: rules.formulas
    known_as: int | None = None  # the child an earlier list, or a person, said it is
    leaves: frozenset[str] = frozenset()  # what it says of that child as an earlier list did (register.records.ChildRecord)

    def value(self, name: str) -> Any:
        return self.values.get(name)

    def text(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True)
class KnownChild:
    """A child of the register that a row speaks of, with what checks compare: never more than the person sees anyway."""

    child_id: int
    code: str
    birth: Birth
    full_name: str = ""
    sex: Sex = Sex.UNKNOWN
    unit_id: int | None = None
    closed_on: date | None = None
    household_id: int | None = None
    latest: Mapping[str, date] = field(default_factory=dict)  # kind of fact → the first day of the newest one known


@dataclass(frozen=True)
class Link:
    """Whom of the register a row speaks of: one child, several to choose from, or nobody. `why` is one sentence."""

    child: KnownChild | None = None
    in_scope: bool = True
    candidates: tuple[KnownChild, ...] = ()
    why: str = ""
    new: bool = False  # somebody said that the register does not know this child yet


NOBODY = Link()


@dataclass(frozen=True)
class Context:
    """What checks know besides the row: the day, the commune of the list, the other rows, the register, the meaning of place names.

    `layout` None stands for the child list. `links` is by row number, only for lists that enrich. `listed_on` is the day the list was made
    up, when it says so; `month_first` is by row number, only for rows whose block has date columns that can only be month/day: each column
    with the text that shows it; `half_swapped` likewise for columns that may be so in part.
    """

    on: date
    layout: Format | None = None
    listed_on: date | None = None
    first_row: int = 0
    links: Mapping[int, Link] = field(default_factory=dict)
    month_first: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    half_swapped: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    commune_id: int | None = None
    commune_name: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    rows_by_number: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)  # number → (row, folded name)
    rows_by_identity: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    claims: Mapping[str, tuple[tuple[int, str, str], ...]] = field(default_factory=dict)  # rules.claims: about → (row, value, words)
    holders: Mapping[str, Holder] = field(default_factory=dict)
    hamlets: Mapping[str, str] = field(default_factory=dict)  # a hamlet as written → as the register spells it, where that differs
    may_write: Callable[[int | None], bool] = lambda _unit_id: True
    where: Callable[[int], str] = lambda number: f"dòng {number}"  # a row of the list in words

    def link(self, row: ReadRow) -> Link:
        return self.links.get(row.number, NOBODY)

    def child_id(self, row: ReadRow) -> int | None:
        """The child an enriching row was found to speak of; kept with the row, so that it is entered as it was checked."""
        child = self.link(row).child
        return child.child_id if child else None
