"""Values that cross the border of linkage."""

from dataclasses import dataclass, field
from datetime import date, datetime

from mangnon.linkage.vocabulary import Degree, Level, Verdict


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date as far as it is known: `precision` is day, month or year; the unknown rest is 01."""

    day: date | None
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class Side:
    """What one source says of somebody, with the keys it is compared by (accents, i/y and capitals folded away)."""

    id: int
    full_name: str
    name_key: str
    birth: Birth
    sex: str = ""
    number: str = ""
    father_key: str = ""
    mother_key: str = ""
    reference: str = ""  # the person's number in the snapshot; the child's code


@dataclass(frozen=True, slots=True)
class Ground:
    """One field of a pair as the engine compared it: the level in words and its points (positive speaks for one child)."""

    field: str
    label: str
    level: str
    points: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person the engine holds for a child or for near it. `linked`: sure enough; `other_name`: the given names are of two children."""

    person: Side
    probability: float
    linked: bool
    other_name: bool = False
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is held of a child and one person (None: nobody), and on what grounds."""

    child_id: int
    person: Side | None
    verdict: Verdict
    level: Level
    reason: str
    probability: float | None = None
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A piece of text, marked where the two sides differ."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class FieldComparison:
    """One row of the pair page: both values, how far they agree, and why in words."""

    label: str
    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    degree: Degree
    share: int  # 0–100: length of the bar
    words: str = ""
    engine: str = ""  # the engine's level in words
    points: float | None = None  # what it gave for the field; None where it compared nothing


@dataclass(frozen=True)
class Scale:
    """Where a probability stands between "khác", "cần xem" and "trùng": `at` is 0–100, each zone a third of it."""

    at: int
    words: str


@dataclass(frozen=True)
class FamilyRow:
    """One child of a family in both sources, as an actor may see it: the record on the left, the person on the right, what is held of them.

    A side that is missing is empty. `decision_id` opens the pair; `waits`: somebody still has to decide it.
    """

    child_name: str = ""
    child_code: str = ""
    child_id: int | None = None
    child_born: str = ""
    person_name: str = ""
    person_born: str = ""
    verdict: Verdict | None = None
    decision_id: int | None = None
    waits: bool = False
    current: bool = False  # the pair the page is about
    same_day: bool = False  # born the day the child of the page was: a twin
    born: date | None = None


@dataclass(frozen=True)
class Likely:
    """A child of the register who may be the one somebody is about to enter.

    Of a child the actor may see, the fields side by side (as typed on the left) and why; of any other, code and commune and nothing more.
    """

    child_id: int
    code: str
    place: str
    within: bool
    sure: bool  # the engine would link the two
    other_name: bool  # of one family, with another given name: a twin or a sibling
    fields: tuple[FieldComparison, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counts:
    """Children of a territory by where they stand, and how many pairs wait."""

    children: int = 0
    linked: int = 0
    review: int = 0
    mismatch: int = 0
    visit: int = 0
    unmatched: int = 0
    not_compared: int = 0

    @property
    def waiting(self) -> int:
        return self.review + self.mismatch + self.visit


@dataclass(frozen=True)
class RunResult:
    """What one run left: children compared, by where they stand now; how many numbers were verified and supplied."""

    run_id: int
    children: int
    linked: int
    review: int
    mismatch: int
    unmatched: int
    verified: int
    supplied: int


@dataclass(frozen=True)
class Candidate:
    """Another person who was considered for the same child."""

    decision_id: int
    full_name: str
    detail: str
    verdict: Verdict


@dataclass(frozen=True)
class Pair:
    """One child and one person of the snapshot, side by side, as an actor may see them."""

    decision_id: int
    child_id: int
    child_code: str
    person_id: int
    as_of: date
    verdict: Verdict
    level: Level
    reason: str
    decided_by: str
    decided_at: datetime
    automatic: bool
    revoked: bool
    replaced_by: int | None  # the decision that stands in its place
    place: int  # 1-based among the pairs that wait; 0 when it does not wait
    waiting: int
    before: int | None
    after: int | None
    fields: tuple[FieldComparison, ...] = ()
    others: tuple[Candidate, ...] = field(default=())
    scale: Scale | None = None
    family: tuple[FamilyRow, ...] = ()
