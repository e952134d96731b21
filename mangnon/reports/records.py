"""What a report says (`Content`, frozen at submission) and how it looks as a paper (`Paper`), both as values."""

from dataclasses import dataclass
from datetime import date, datetime

from mangnon.reports.vocabulary import Body, Origin, Punctuality, ReportKind, ReportState


@dataclass(frozen=True)
class Timeliness:
    """A report against its deadline; `days` late, missing or left."""

    kind: Punctuality
    days: int


@dataclass(frozen=True)
class Party:
    """An institution as papers name it."""

    code: str
    name: str
    bare_name: str
    body: Body
    abbreviation: str = ""


@dataclass(frozen=True)
class Frozen:
    """A figure as it stood when the report took it; `value` is the text of a decimal, "" where there is nothing to divide by."""

    run: int
    code: str
    chapter: str
    title: str
    measure: str
    unit_code: str
    numerator: int
    denominator: int | None
    value: str
    target: str = ""


@dataclass(frozen=True)
class Typed:
    """A number the unit counted itself where it disagrees with the register, and why."""

    code: str
    value: int
    reason: str


@dataclass(frozen=True)
class Excerpt:
    """A passage of a unit's report taken into the city's, as the specialist left it."""

    unit_code: str
    unit_name: str
    version: int
    text: str


@dataclass(frozen=True)
class Cluster:
    """The same difficulty or proposal raised by one or several units."""

    text: str
    units: tuple[str, ...]
    versions: tuple[int, ...]


@dataclass(frozen=True)
class ContentSection:
    """One section: what its writer wrote and, in the city's report, what was taken from the units."""

    code: str
    title: str
    text: str
    contributors: int = 0
    excerpts: tuple[Excerpt, ...] = ()
    clusters: tuple[Cluster, ...] = ()


@dataclass(frozen=True)
class Commune:
    """A row of the annex by commune."""

    unit_code: str
    unit_name: str
    figures: tuple[Frozen, ...]


@dataclass(frozen=True)
class Status:
    """Where one unit's report stands."""

    unit_code: str
    unit_name: str
    state: ReportState
    kind: Punctuality
    days: int
    submitted_on: date | None


@dataclass(frozen=True)
class Issue:
    """Number, day and signer of the paper, given when it is issued."""

    number: int | None = None
    issued_on: date | None = None
    signer: str = ""


@dataclass(frozen=True)
class Content:
    """All a report says. The city's has `communes` and `statuses`; a unit's has `typed`."""

    kind: ReportKind
    report: int
    year: int
    plan_number: str
    plan_issued_on: date | None
    plan_issuer: str
    author: Party
    receivers: tuple[str, ...]
    closing_on: date
    due_before: date
    taken_on: date
    sections: tuple[ContentSection, ...]
    figures: tuple[Frozen, ...] = ()
    typed: tuple[Typed, ...] = ()
    communes: tuple[Commune, ...] = ()
    statuses: tuple[Status, ...] = ()


@dataclass(frozen=True)
class Requirement:
    """Who owes a report and where it stands, as the page of the period shows it."""

    id: int
    institution_id: int
    code: str
    name: str
    body: Body
    state: ReportState
    report_id: int | None
    first_submitted_at: datetime | None
    last_submitted_at: datetime | None
    timeliness: Timeliness
    reminders: int
    differences: int


@dataclass(frozen=True)
class Summary:
    """The period in numbers."""

    total: int
    on_time: int
    late: int
    missing: int
    not_due: int
    accepted: int
    waiting: int
    returned: int

    @property
    def submitted(self) -> int:
        """How many have submitted at least once."""
        return self.on_time + self.late


@dataclass(frozen=True)
class Difference:
    """A number a unit typed that is not the register's."""

    report_id: int
    unit_code: str
    unit_name: str
    code: str
    title: str
    typed: int
    computed: int
    reason: str


@dataclass(frozen=True)
class Restatement:
    """A figure of a report handed in that the register counts otherwise today."""

    code: str
    title: str
    frozen: int
    now: int


@dataclass(frozen=True)
class Source:
    """The way back from a piece of a paper. FIGURE: run, unit, code, part (n, d, v); REPORTING: code; WRITTEN: report or version, code."""

    origin: Origin
    code: str
    unit_code: str = ""
    run: int = 0
    part: str = "v"
    version: int = 0
    report: int = 0


@dataclass(frozen=True)
class Piece:
    """Text of a paper; every number that stands for something counted has a source."""

    text: str
    source: Source | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Heading:
    """The title of a part (level 1) or of an item (level 2)."""

    text: str
    level: int


@dataclass(frozen=True)
class Paragraph:
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class TableColumn:
    heading: str
    width: float
    numeric: bool = False


@dataclass(frozen=True)
class Annex:
    """A table after the paper."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Paper:
    """A report laid out: every element of the decree, ready to be drawn as .docx or on screen."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    kind: str
    subject: str
    addressed_to: tuple[str, ...]
    blocks: tuple[Heading | Paragraph, ...]
    copies: tuple[str, ...]
    capacity: tuple[str, ...]
    signer: str
    annexes: tuple[Annex, ...]
    attached: str
    dated: date
    author: str
