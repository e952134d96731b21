"""Values that cross the register's border."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mangnon.register.vocabulary.people import (
    CarerRole,
    DeathCause,
    HelpKind,
    IdentifierState,
    Outcome,
    Precision,
    ResidenceKind,
    SchoolingState,
    SchoolLevel,
    SchoolState,
    Sex,
    SourceKind,
    Standing,
)

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Source:
    """Where facts come from: one list, one visit, one paper. `reference` is its key there ("batch:12"); `label` is shown to people."""

    kind: SourceKind
    reference: str
    label: str


class Birth(NamedTuple):
    """A birth date as far as it is known; unknown day and month are 01."""

    day: date
    precision: Precision = Precision.DAY

    def text(self) -> str:
        """04/11/2026, 11/2026 or 2026."""
        day = self.day
        if self.precision == Precision.DAY:
            return f"{day.day:02}/{day.month:02}/{day.year:04}"
        return f"{day.month:02}/{day.year:04}" if self.precision == Precision.MONTH else f"{day.year}"


class CarerRecord(NamedTuple):
    """A father, mother or other carer as written."""

    role: CarerRole
    full_name: str
    phone: str = ""


class ResidenceRecord(NamedTuple):
    """Where the child is registered or lives: a unit of today (None: outside the city), and the words it was written with."""

    kind: ResidenceKind
    unit_id: int | None
    hamlet: str = ""
    address: str = ""
    as_written: str = ""
    since: date | None = None


class CircumstanceRecord(NamedTuple):
    """One circumstance by its clause key, with the day it began if known."""

    clause: str
    since: date | None = None
    evidence: str = ""


class HelpRecord(NamedTuple):
    """One kind of help the child receives."""

    kind: HelpKind
    since: date | None = None


class ChildRecord(NamedTuple):
    """What a row of a list becomes. `household` is the sender's own household number, if it has one; `row` the place in the source.

    `known_as`: the child of the register it speaks of, decided before. `leaves`: what of that child it has nothing new to say about (names
    as in Enrolled.changed), because the sender said the same before and the register may have been put right since.
    """

    full_name: str
    birth: Birth
    sex: Sex
    residences: tuple[ResidenceRecord, ...]
    carers: tuple[CarerRecord, ...] = ()
    ethnicity: str = ""
    personal_number: str = ""
    identifier_state: IdentifierState = IdentifierState.UNVERIFIED
    household: str = ""
    standing: Standing | None = None
    school_level: SchoolLevel | None = None
    school_state: SchoolState | None = None
    circumstances: tuple[CircumstanceRecord, ...] = ()
    help: tuple[HelpRecord, ...] = ()
    note: str = ""
    row: int | None = None
    known_as: int | None = None
    leaves: frozenset[str] = frozenset()
    withheld: tuple[str, ...] = ()  # attributes the family or the sender does not give: "ethnicity", "sex"


@dataclass(frozen=True)
class BirthNoticeRecord:
    """What a list of births says beside the child: grams, place, entry in the civil register."""

    born: Birth
    weight: int | None = None
    place: str = ""
    certificate: str = ""
    registered_on: date | None = None


@dataclass(frozen=True)
class SchoolingRecord:
    """A class of a school, from a day on; with a state that ends it, until that day."""

    school: str
    state: SchoolingState
    class_name: str = ""
    school_year: str = ""
    level: SchoolLevel | None = None
    since: date | None = None


@dataclass(frozen=True)
class DoseRecord:
    """A dose of a vaccine."""

    vaccine: str
    given: Birth
    number: int | None = None
    place: str = ""


@dataclass(frozen=True)
class CardRecord:
    """A health-insurance card; `until` is its last day."""

    number: str
    since: date | None = None
    until: date | None = None
    clinic: str = ""


@dataclass(frozen=True)
class DeathRecord:
    """The death of a child."""

    died: Birth
    certificate: str = ""
    cause: DeathCause | None = None
    cause_as_written: str = ""


@dataclass(frozen=True)
class StandingRecord:
    """What the commune decided of the child's household; no standing: the household is no longer poor or near-poor."""

    standing: Standing | None
    since: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class AssistanceRecord:
    """Help granted from a day on, or ended: `until` is its last day."""

    kind: HelpKind
    since: date | None = None
    until: date | None = None
    amount: int | None = None
    evidence: str = ""


@dataclass(frozen=True)
class MoveRecord:
    """A child comes to a place or leaves for one; `to.unit_id` None: outside the city."""

    to: ResidenceRecord
    on: date | None = None
    arrived: bool = True  # said by the place of arrival


type FactRecord = (
    BirthNoticeRecord | SchoolingRecord | DoseRecord | CardRecord | DeathRecord | StandingRecord | AssistanceRecord | MoveRecord
)


@dataclass(frozen=True)
class Enrichment:
    """Facts of one row about one known child."""

    child_id: int
    facts: tuple[FactRecord, ...]
    row: int | None = None


@dataclass(frozen=True)
class Enriched:
    """What writing the facts of one row did, in the order given; `changed` names the kinds of facts."""

    child_id: int
    outcome: Outcome
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Enrolled:
    """What entering one record did, in the order of the records given. A conflict has the child that holds the number."""

    child_id: int
    outcome: Outcome
    changed: tuple[str, ...] = ()  # names of what changed: "residence", "circumstance" …


@dataclass(frozen=True)
class IdentifierItem:
    """A step in the life of a child's personal number, from checking or from a person."""

    child_id: int
    value: str
    state: IdentifierState
    method: str  # how it was established: "linkage:run 12", "police list 04/2026"
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkageRow:
    """What linkage compares of one child."""

    child_id: int
    full_name: str
    birth_date: date
    birth_precision: str
    sex: str
    personal_number: str
    father_name: str
    mother_name: str
    unit_code: str
    hamlet: str
    household_id: int
    identifier_state: str = ""


class Described(NamedTuple):
    """A person somebody is about to enter or asks for: what is known of them, and where they live (a unit of today, None: not known)."""

    full_name: str
    birth: Birth | None = None
    sex: Sex = Sex.UNKNOWN
    personal_number: str = ""
    father: str = ""
    mother: str = ""
    unit_id: int | None = None
    hamlet: str = ""


@dataclass(frozen=True)
class SameChild:
    """A child of the register who may be the person described. `why`: one sentence a field, what agrees first, then what differs."""

    child_id: int
    code: str  # TE-000123
    probability: float
    verdict: Literal["link", "review"]
    why: tuple[str, ...]
    other_name: bool = False  # the given names are wholly different: of one family, a twin or a sibling


@dataclass(frozen=True)
class Outline:
    """What may be said of a child to everybody who may ask: the code and the commune; nothing of the person."""

    child_id: int
    code: str
    unit_id: int
    unit_name: str


@dataclass(frozen=True)
class Position:
    """How far the register has come. `source` names this register in this database, as long as it is neither restored nor emptied.

    `until` is the oldest transaction still open: all before it are settled. `writing`: the asking transaction has itself written, so
    that what it sees may yet be undone.
    """

    source: str
    until: int
    writing: bool


@dataclass(frozen=True)
class Snapshot:
    """The register on a day as columns: one row per living, registered child, in the order of `child_id`.

    sex: 1 male, 2 female, 0 unknown. `special_groups` and `risk_groups`: bit k is set for group k (Luật Trẻ em, Điều 10 khoản 1; Mẫu 03
    part III; a poor or near-poor household sets risk bit 1). `identifier_state`: 0 none, 1 pending, 2 format error, 3 unverified,
    4 verified, 5 mismatch, 6 cancelled. `poverty`: 0 neither, 1 poor, 2 near-poor. `ethnicity`: place in vocabulary.ethnicities.
    """

    on: date
    child_id: np.ndarray
    commune_id: np.ndarray
    sex: np.ndarray
    birth: np.ndarray
    age: np.ndarray
    special_groups: np.ndarray
    risk_groups: np.ndarray
    identifier_state: np.ndarray
    poverty: np.ndarray
    assisted: np.ndarray
    ethnicity: np.ndarray
    schooling: np.ndarray  # 0 unknown, 1 attending, 2 left school

    def __len__(self) -> int:
        return len(self.child_id)


@dataclass(frozen=True)
class Filters:
    """What narrows a list of children. Empty means everything."""

    unit_id: int | None = None
    hamlet: str = ""
    view: str = ""  # special | risk | no_number | turning_16
    group: int | None = None
    state: str = ""
    age_from: int | None = None
    age_to: int | None = None


@dataclass(frozen=True)
class Page:
    """One page of a list: rows and the keys before and after it."""

    rows: list[Any] = field(default_factory=list)
    before: str = ""
    after: str = ""
