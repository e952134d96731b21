"""Who acts, with what they may do, as values."""

from dataclasses import dataclass, field
from datetime import date

from mangnon.accounts.vocabulary import Role
from mangnon.audit.records import SYSTEM as SYSTEM_WHO
from mangnon.audit.records import Who


@dataclass(frozen=True)
class Duty:
    """One position on a day: the role, the agency it is in, the territory it covers (a commune or the whole city)."""

    role: Role
    title: str
    agency_id: int
    agency_name: str
    territory_id: int | None
    territory_code: str
    territory_name: str
    whole_city: bool
    field: str = "all"
    absorbed: frozenset[int] = frozenset()  # units that went wholly into the territory: what was recorded under them is its own


@dataclass(frozen=True)
class Actor(Who):
    """Somebody logged in, on a day, with every position held that day."""

    on: date = date.min
    duties: tuple[Duty, ...] = field(default=())

    @property
    def main_duty(self) -> Duty | None:
        """The position shown beside the name."""
        return self.duties[0] if self.duties else None


@dataclass(frozen=True)
class Scope:
    """Which territory a permission covers for an actor: everything, or the institutions with these keys, or nothing.

    `absorbed`: units that had gone wholly into those of `unit_ids`; what is still recorded under them is covered too.
    """

    everything: bool = False
    unit_ids: frozenset[int] = frozenset()
    absorbed: frozenset[int] = frozenset()

    def covers(self, unit_id: int | None) -> bool:
        return self.everything or (unit_id is not None and (unit_id in self.unit_ids or unit_id in self.absorbed))

    def __bool__(self) -> bool:
        return self.everything or bool(self.unit_ids)


SYSTEM_DUTY = Duty(
    role=Role.SYSTEM_ADMINISTRATOR, title="Hệ thống", agency_id=0, agency_name="Măng Non", territory_id=None,
    territory_code="92", territory_name="Thành phố Cần Thơ", whole_city=True,
)  # fmt: skip
SYSTEM = Actor(id=SYSTEM_WHO.id, label=SYSTEM_WHO.label, on=date.min, duties=())
