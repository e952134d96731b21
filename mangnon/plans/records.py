"""Values of the plan room: the lines of a paper, what is read from it, the duties it gives, how far they are."""

from dataclasses import dataclass, field
from datetime import date

from mangnon.plans.vocabulary import DueRule, DutyState


@dataclass(frozen=True)
class Line:
    """One printed line (.txt) or one paragraph (.docx).

    `bold` counts the leading bold characters (Word only). `gap`: a blank line, a rule or a cell border stands before it.
    `whole`: it is a paragraph of its own, so it never continues the line above.
    """

    text: str
    bold: int = 0
    gap: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Paper:
    """A document as lines, whatever file it came in."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Head:
    """The elements of form of an administrative document (Nghị định 30/2020/NĐ-CP, Điều 8), as printed."""

    type: str
    number: str
    issued_on: date | None
    place: str
    issuer: str
    superior: str
    title: str
    preamble: str
    signer: str
    signer_title: str
    recipients: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Citation:
    """Another document this one names: number, day and issuer as far as the text gives them, with the words it came from."""

    number: str
    issued_on: date | None
    issuer: str
    kind: str
    words: str


@dataclass(frozen=True)
class Clause:
    """One numbered piece of a document. `id` is its address ("IV.1.a-3"); `mark` is what stands printed before it ("-")."""

    id: str
    level: int
    mark: str
    title: str
    text: str
    parent: str | None

    @property
    def words(self) -> str:
        """Title and text together, without the mark."""
        return "\n".join(part for part in (self.title, self.text) if part)


@dataclass(frozen=True)
class Deadline:
    """When something is due, with the words it was read from.

    `ONCE` has `on`, the last day; the yearly rule has the last day as `month` and `day`. "Trước ngày 20/11" ends on 19/11.
    """

    rule: DueRule
    words: str
    on: date | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Turn:
    """One run of a duty: its name ("2026", "2026-Q4"), its first and last day, the last day for the work. Done once: "" and no days."""

    key: str
    starts_on: date | None
    ends_on: date | None
    due: date | None


@dataclass(frozen=True)
class DraftTask:
    """A duty cut from a clause. Lead and co-ordinating agencies stay in the words of the paper; `shared` = each of a group must act."""

    clause: str
    summary: str
    lead: str
    coordinating: tuple[str, ...] = ()
    deadline: Deadline | None = None
    shared: bool = False


@dataclass(frozen=True)
class Reading:
    """All that was read from one paper. Every printed word stands in the head, in a clause, or in `foot`."""

    head: Head
    citations: tuple[Citation, ...]
    clauses: tuple[Clause, ...]
    tasks: tuple[DraftTask, ...]
    horizon: date | None
    foot: str


@dataclass(frozen=True)
class ThreeStatus:
    """How far a task is, from three sides that are never merged: what the unit says, what proves it, what the calendar says."""

    declared: str
    declared_words: str
    evidence: str
    evidence_words: str
    calendar: str
    calendar_words: str
    due: date | None
    first_due: date | None = None  # the deadline first given, where a later one was granted
    first_words: str = ""  # what the calendar says against that one


@dataclass(frozen=True)
class LiveDuty:
    """Who answers for a duty on a day: one institution, or none yet with the reason and the candidates a person chooses from."""

    institution_id: int | None
    name: str
    why: str = ""
    needs_decision: bool = False
    candidates: tuple[tuple[int, str], ...] = field(default=())
    changed: bool = False
    verified: bool = True


@dataclass(frozen=True)
class Coordinating:
    """A co-ordinating agency: the words of the paper and, where another answers today, its name."""

    words: str
    now: str = ""


@dataclass(frozen=True)
class Duty:
    """An adopted or draft duty on a day: the paper's words beside who answers now, the person, the three statuses, its place in the bar.

    `members` are the institutions that must act: one, or every agency of a shared duty. `person` is the responsible one of the
    institution looked from; `without_person` counts the members that have named nobody.
    """

    task_id: int
    plan_id: int
    clause_id: int
    address: str
    section: str
    summary: str
    lead_words: str
    live: LiveDuty
    shared: bool
    members: frozenset[int]
    coordinating: tuple[Coordinating, ...]
    person: str
    person_username: str
    without_person: int
    due_words: str
    status: ThreeStatus
    bucket: str
    note: str = ""
    state: str = "given"  # of the occurrence looked from; of a duty many share, each agency has its own
    occurrence_id: int = 0
    turn: str = ""
    parent_id: int | None = None  # the duty it is a part of
    whole: str = ""  # what that duty is


@dataclass(frozen=True)
class Member:
    """One institution that must act on a shared duty: who answers there, how far it is."""

    institution_id: int
    name: str
    person: str
    status: ThreeStatus
    state: str = "given"

    @property
    def state_words(self) -> str:
        """The state in words."""
        return DutyState(self.state).label


@dataclass(frozen=True)
class NamedDuty:
    """A duty somebody answers for in person."""

    task_id: int
    address: str
    summary: str
    plan_number: str
    institution_id: int
    status: ThreeStatus
    state: str = "given"


@dataclass(frozen=True)
class Section:
    """A section of the yearly report, taken from the plan: its code, its heading, the clause it reports on ("" for none)."""

    code: str
    title: str
    clause: str


@dataclass(frozen=True)
class Gaps:
    """What a plan still lacks: clauses that give nobody a duty, agencies without their own plan, duties without a person or a day."""

    clauses: tuple["ClauseGap", ...]
    waived: tuple["ClauseGap", ...]
    agencies: tuple["OwnPlan", ...]
    without_person: tuple[Duty, ...]
    without_deadline: tuple[Duty, ...]
    without_lead: tuple[Duty, ...]


@dataclass(frozen=True)
class ClauseGap:
    """A clause with words and no duty; with a reason where somebody says it gives none."""

    clause_id: int
    address: str
    words: str
    reason: str = ""


@dataclass(frozen=True)
class Gathered:
    """A duty seen through its parts: how many, how many done, how far on the whole. It never overwrites what the duty itself says."""

    total: int
    done: int
    late: int
    percent: int

    @property
    def words(self) -> str:
        late = f", {self.late} quá hạn" if self.late else ""
        return f"{self.done}/{self.total} việc nhỏ xong, {self.percent}%{late}"


@dataclass(frozen=True)
class Subtask:
    """A part of a duty in its tree; `depth` 1 is directly under it. `gathered` is there where it has parts itself."""

    duty: Duty
    depth: int
    gathered: Gathered | None


@dataclass(frozen=True)
class ClauseEnd:
    """The other end of a link between clauses: an address and its words, or a place in a document whose text is not here."""

    link_id: int
    plan_id: int | None
    address: str
    name: str
    words: str
    verified: bool


@dataclass(frozen=True)
class OwnPlan:
    """An agency and its own work plan of a year. `general`: papers of other years by which it carries out the city's plan."""

    institution_id: int
    code: str
    name: str
    is_commune: bool
    state: str
    work_plan_id: int | None
    number: str
    issued_on: date | None
    activities: int
    done: int
    general: tuple[str, ...]
    reminded_on: date | None


@dataclass(frozen=True)
class ActivityRow:
    """One line of a work plan as a table gives it. `clause` is an address of the city's plan."""

    line: int
    summary: str
    clause: str = ""
    unit_words: str = ""
    person: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    due_words: str = ""
    product: str = ""
    cost_words: str = ""


@dataclass(frozen=True)
class TableProblem:
    """What is wrong with one cell of a table somebody brought."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        return f"Dòng {self.line}, cột “{self.column}”: {self.message}"


@dataclass(frozen=True)
class ActivityLine:
    """An activity on a day: what it is for, who does it, by when, what the agency says of it."""

    id: int
    root_id: int
    position: int
    summary: str
    address: str
    task_id: int | None
    unit_words: str
    person: str
    starts_on: date | None
    due_on: date | None
    due_words: str
    product: str
    cost_words: str
    declared: str
    declared_words: str
    proof: str
    calendar: str
    calendar_words: str
    agency: str = ""  # of the plan the activity stands in: "Phường Cái Khế (nay là Phường Sông Hậu)"
    now: str = ""  # who carries it out since an act of reorganisation, where that is another
    work_plan_id: int = 0
