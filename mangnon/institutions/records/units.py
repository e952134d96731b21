"""Units and agencies as values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from mangnon.institutions.vocabulary import Share


@dataclass(frozen=True)
class UnitRef:
    """One span of a unit or agency, as a value. `first_day` None: before our sources; `end` is the first day it no longer exists."""

    id: int
    kind: str
    level: str
    code: str
    name: str
    bare_key: str
    type_label: str = ""
    first_day: date | None = None
    end: date | None = None
    parent_id: int | None = None
    parent_code: str = ""
    parent_name: str = ""
    citation: str = ""
    ended_by: str = ""
    verified: bool = True
    functions: tuple[str, ...] = ()

    @property
    def valid_from(self) -> date | None:
        """The name the contract gives to the first day."""
        return self.first_day

    def exists_on(self, day: date) -> bool:
        return (self.first_day is None or self.first_day <= day) and (self.end is None or day < self.end)

    def ended_by_day(self, day: date) -> bool:
        return self.end is not None and self.end <= day


@dataclass(frozen=True)
class Link:
    """On a day `source` (or one function of it) passed to `target`."""

    source_id: int
    target_id: int
    on: date
    kind: str
    function: str = ""
    share_area: str = Share.WHOLE
    share_population: str = Share.WHOLE
    citation: str = ""
    verified: bool = True
    note: str = ""
    origin_id: int | None = None  # of a link that restores: only what came from this one goes this way


@dataclass(frozen=True)
class Decided:
    """A standing decision of a person: in this matter, of this function, `source` is answered by `target`."""

    id: int
    source_id: int
    target_id: int
    function: str
    matter: str
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class Candidate:
    """One possible answer. `share` is how much of the old unit's people went there; `why` one sentence."""

    id: int
    code: str
    name: str
    share: str = Share.WHOLE
    why: str = ""


@dataclass(frozen=True)
class Resolution:
    """Which unit a code or a name means on a day. Without an answer `why` says what is missing, and candidates what to choose from.

    With an answer, candidates are what else the same words may mean. `read_as` is the old unit the words named, where it was one:
    a decision about a split ward is recorded for it. `wider`: districts and provinces that the words of a commune may name as well
    ("Ninh Kiều" without its type).
    """

    answer: UnitRef | None
    candidates: tuple[Candidate, ...]
    why: str
    needs_decision: bool = False
    read_as: UnitRef | None = None
    wider: tuple[UnitRef, ...] = ()


@dataclass(frozen=True)
class Holder:
    """Who answers for the duties of an institution on a day.

    Three shapes: one institution (`institution_id`); nobody yet (`needs_decision`: candidates to choose from); or `each` (several at
    once, every candidate for its own territory: the communes after the district committees).
    """

    institution_id: int | None
    name: str
    candidates: tuple[Candidate, ...]
    why: str
    needs_decision: bool = False
    each: bool = False
    verified: bool = True
    code: str = ""


@dataclass(frozen=True)
class Tile:
    """The square of a commune on the leader's tile map; row 1 is the north."""

    code: str
    column: int
    row: int


@dataclass(frozen=True)
class InstitutionRow:
    """One line of a units or agencies file, read and checked. Days are inclusive as in the file."""

    file: str
    line: int
    kind: str
    level: str
    code: str
    name: str
    bare_name: str
    type_label: str
    parent_code: str
    first_day: date | None
    last_day: date | None
    citation: str = ""
    ended_by: str = ""
    also: tuple[str, ...] = ()
    abbreviation: str = ""
    functions: tuple[str, ...] = ()
    former_province_code: str = ""
    area_km2: Decimal | None = None
    population: int | None = None
    seat: str = ""
    reports_on_plan: bool = False
    verified: bool = True
    note: str = ""


@dataclass(frozen=True)
class LinkRow:
    """One line of a succession file, read and checked, still naming both sides by code and name."""

    file: str
    line: int
    source_kind: str
    source_code: str
    source_name: str
    source_district: str
    target_kind: str
    target_code: str
    target_name: str
    target_province: str
    on: date
    kind: str
    function: str = ""
    share_area: str = Share.WHOLE
    share_population: str = Share.WHOLE
    citation: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True)
class Problem:
    """What is wrong with one line of a file, where, and what to do."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}, dòng {self.line}, cột {self.column}: {self.message}"


@dataclass(frozen=True)
class Files:
    """A folder of unit files, read."""

    institutions: tuple[InstitutionRow, ...]
    links: tuple[LinkRow, ...]
    warnings: tuple[Problem, ...] = ()
    read: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """What a load changed. Everything zero but `unchanged`: the files were known already."""

    institutions_added: int
    institutions_closed: int
    links_added: int
    unchanged: int
    warnings: tuple[Problem, ...] = field(default=())
    read: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
