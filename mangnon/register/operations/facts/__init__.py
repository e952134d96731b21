"""Facts that lists bring about known children: one keeper for each kind."""

from typing import Any

from mangnon.register.operations.facts.assistance import AssistanceKeeper
from mangnon.register.operations.facts.births import BirthNoticeKeeper
from mangnon.register.operations.facts.cards import CardKeeper
from mangnon.register.operations.facts.deaths import DeathKeeper
from mangnon.register.operations.facts.doses import DoseKeeper
from mangnon.register.operations.facts.keeper import Keeper, Page
from mangnon.register.operations.facts.moves import MoveKeeper
from mangnon.register.operations.facts.schooling import SchoolingKeeper
from mangnon.register.operations.facts.standings import StandingKeeper
from mangnon.register.records import (
    AssistanceRecord,
    BirthNoticeRecord,
    CardRecord,
    DeathRecord,
    DoseRecord,
    MoveRecord,
    SchoolingRecord,
    StandingRecord,
)

KEEPERS: dict[type, type[Keeper[Any]]] = {
    AssistanceRecord: AssistanceKeeper,
    BirthNoticeRecord: BirthNoticeKeeper,
    CardRecord: CardKeeper,
    DeathRecord: DeathKeeper,
    DoseRecord: DoseKeeper,
    MoveRecord: MoveKeeper,
    SchoolingRecord: SchoolingKeeper,
    StandingRecord: StandingKeeper,
}

__all__ = ["KEEPERS", "Keeper", "Page"]
