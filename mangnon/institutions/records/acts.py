"""Acts of reorganisation as values: rows, what is wrong with them, how the city's things move, what a person must choose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mangnon.institutions.vocabulary import ChangeKind, Gravity, Share


@dataclass(frozen=True)
class BodyRow:
    """An institution an act makes. `key` is negative until it stands in the table of institutions."""

    key: int
    kind: str
    level: str
    code: str
    name: str
    bare_key: str
    type_label: str = ""
    parent_code: str = ""
    functions: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangeRow:
    """One row of an act. `target` is an institution's key, negative for one the act makes, None where nothing follows."""

    position: int
    kind: ChangeKind
    source: int
    target: int | None
    function: str = ""
    territory: str = ""
    share: str = Share.WHOLE  # of the people
    origin: int | None = None
    citation: str = ""

    @property
    def ends_source(self) -> bool:
        """Whether its source ends by this row: all but a transfer do, unless it goes on as itself."""
        return self.kind not in {ChangeKind.TRANSFER, ChangeKind.RESTORE} and self.target != self.source


@dataclass(frozen=True)
class ActRow:
    """An act: its day, its rows, the institutions it makes."""

    id: int
    label: str
    on: date
    issued_on: date | None
    rows: tuple[ChangeRow, ...]
    bodies: tuple[BodyRow, ...] = ()
    restores: int | None = None
    ends: frozenset[int] = frozenset()  # institutions an undoing act ends: those the undone act had made

    @property
    def ended(self) -> frozenset[int]:
        """Everything that ends on the day of the act."""
        staying = {row.source for row in self.rows if row.target == row.source}
        return frozenset({row.source for row in self.rows if row.ends_source} - staying) | self.ends


@dataclass(frozen=True)
class Flaw:
    """What is wrong with an act, where, what to do. STOP keeps it from being decided; a NOTE is only told."""

    gravity: Gravity
    where: str
    what: str
    todo: str
    position: int | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.todo}".strip()


@dataclass(frozen=True)
class Move:
    """How an act moves whatever belongs to institutions. Keys are institutions; negative ones are not yet in the table (preview).

    whole: everything of it goes to one. fields: this field of it goes to one. divided: each takes its own territory. options: nobody
    but a person can tell. back: things that had come to it from `origin` go back there: (holder, origin) → restored; the old place itself
    is among `ended` and `whole` then, for what nobody had placed.
    """

    act_id: int
    label: str
    on: date
    ended: frozenset[int]
    whole: Mapping[int, int] = field(default_factory=dict)
    fields: Mapping[tuple[int, str], int] = field(default_factory=dict)
    divided: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    options: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    back: Mapping[tuple[int, int], int] = field(default_factory=dict)
    restores: int | None = None
    names: Mapping[int, str] = field(default_factory=dict)
    near: Mapping[int, int] = field(default_factory=dict)  # of a divided unit, the part that keeps its code, name or district

    def goes_to(self, source: int, function: str = "") -> int | None:
        """The one successor of a field of an institution (of everything, for ""), if there is one without choosing."""
        if function and (source, function) in self.fields:
            return self.fields[source, function]
        return self.whole.get(source)

    def onward(self, source: int) -> tuple[int, ...]:
        """Every institution something of one that ends may go to."""
        return (self.whole[source],) if source in self.whole else self.options.get(source) or self.divided.get(source) or ()

    @property
    def sources(self) -> frozenset[int]:
        """Institutions of which something moves."""
        return self.ended | {key for key, _ in self.fields} | {key for key, _ in self.back}


@dataclass(frozen=True)
class Asked:
    """Something of a follower that a person must place: matter as a decision names it, how many things, choices, suggestion."""

    source: int
    label: str
    choices: tuple[int, ...]
    function: str = ""
    matter: str = ""
    things: int = 1
    suggested: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the list behind a number: what, from where, to where ("" while undecided)."""

    what: str
    source: str
    target: str
    count: int = 1


@dataclass(frozen=True)
class Tally:
    """What an act moves of one follower. `lines` may be cut; `asked` never is. `kept`: what stays under its old name. `stranded`: what is
    open in a place that ends and for which the act names nobody.
    """

    follower: str
    label: str  # "nhiệm vụ", "tài khoản": the noun after the number
    moved: int
    lines: tuple[Line, ...] = ()
    asked: tuple[Asked, ...] = ()
    kept: int = 0
    kept_label: str = ""
    stranded: int = 0


@dataclass(frozen=True)
class Asking:
    """An open question handed to its follower with the answer."""

    id: int
    act_id: int
    follower: str
    source: int
    function: str
    matter: str
    on: date
