"""Values of the intake room: columns of a format, a row as read, what a check knows and says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mangnon.intake.vocabulary import Severity
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import HelpKind, SchoolLevel, SchoolState, Sex, Standing


@dataclass(frozen=True)
class Column:
    """A column of a list: our name for it, its heading, other headings wards use, and what the template says of it."""

    field: str
    title: str
    also: tuple[str, ...] = ()
    required: bool = False
    example: str = ""
    meaning: str = ""
    choices: tuple[str, ...] = ()
    width: int = 18


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
    """What the words of a place mean today: one commune, several to choose from, or none."""

    unit_id: int | None = None
    unit_name: str = ""
    candidates: tuple[tuple[int, str], ...] = ()
    why: str = ""
    was_old: bool = False


@dataclass(frozen=True)
class Holder:
    """Who has a personal number in the register."""

    code: str
    name_key: str
    birth: Birth
    masked_name: str = ""


@dataclass(frozen=True)
class ReadRow:
    """A row as understood: the texts, and values where they could be read. `number` is the row of the sheet as Excel counts."""

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
    identity: str = ""  # like the register's identity key, to find doubles inside the list

    def text(self, name: str) -> str:
        return self.cells.get(name, "")


@dataclass(frozen=True)
class Context:
    """What checks know besides the row: the day, the commune of the list, the other rows, the register, the meaning of place names."""

    on: date
    commune_id: int | None = None
    commune_name: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    rows_by_number: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)  # number → (row, folded name)
    rows_by_identity: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    holders: Mapping[str, Holder] = field(default_factory=dict)
    may_write: Callable[[int | None], bool] = lambda _unit_id: True
