"""Who answers for a duty on a day: the agency the paper meant, followed through succession."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Self

from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.vietnamese import fold
from mangnon.plans.models import Plan, Task
from mangnon.plans.records import LiveDuty
from mangnon.plans.vocabulary import Group

_ORGANISATION = ("uy ban mat tran", "hoi ", "doan ", "lien doan")


class Holders:
    """Answers for one day about the agencies some tasks name: their successors are read once."""

    def __init__(self, tasks: Iterable[Task], *, on: date, coordinating: bool = True) -> None:
        ids = {task.lead_id for task in tasks if task.lead_id}
        if coordinating:
            ids |= {agency["id"] for task in tasks for agency in task.agencies if agency["id"]}  # type: ignore[attr-defined]
        self._begin(ids, on)

    @classmethod
    def of_leads(cls, ids: Collection[int], *, on: date) -> Self:
        """Answers for one day about these agencies."""
        holders = cls.__new__(cls)
        holders._begin(ids, on)
        return holders

    def _begin(self, ids: Collection[int], on: date) -> None:
        self.on = on
        self._members: dict[tuple[str, ...], frozenset[int]] = {}
        self._answer = institutions.holders(ids, on=on)
        self._known: dict[tuple[int, str, str], tuple[LiveDuty, frozenset[int]]] = {}
        self._undecided: set[tuple[int, str]] = set()
        self._reporting: list[tuple[int, str, str]] | None = None

    def lead(self, task: Task) -> tuple[LiveDuty, frozenset[int]]:
        """The live duty of a task and the institutions that must act."""
        if task.lead_id is None or task.lead is None:
            return LiveDuty(None, "", why=task.note or "Chưa có cơ quan chủ trì."), frozenset()
        live, each = self.of(task.lead_id, task.lead.name, task)
        return (live, self.members(task.groups)) if task.shared else (live, each)

    def lead_of(self, row: Any, *, groups: list[str], plan: Plan, address: str) -> tuple[LiveDuty, frozenset[int]]:
        """`lead` for a row of values (lead_id, lead__name, function, shared, note) instead of a task."""
        if row.lead_id is None:
            return LiveDuty(None, "", why=row.note or "Chưa có cơ quan chủ trì."), frozenset()
        function = row.function or plan.function
        live, each = self._ask(row.lead_id, row.lead__name, function, "")
        if (row.lead_id, function) in self._undecided:
            live, each = self._ask(row.lead_id, row.lead__name, row.function, f"task:{plan.document.number}:{address}")
        return (live, self.members(groups)) if row.shared else (live, each)

    def undecided(self, row: Any, plan: Plan) -> bool:
        """Whether each duty of the agency of a row is decided for itself, so that one answer says nothing about the next."""
        return (row.lead_id, row.function or plan.function) in self._undecided

    def of(self, institution_id: int, name: str, task: Task) -> tuple[LiveDuty, frozenset[int]]:
        """The holder of an agency's duties in the field of a task.

        The field of the plan serves where the agency's duties in it went to one; where they did not, the duty waits for a decision about
        itself, or its field is written down.
        """
        live, each = self._ask(institution_id, name, function_of(task), "")
        if (institution_id, function_of(task)) in self._undecided:
            return self._ask(institution_id, name, task.function, matter_of(task))
        return live, each

    def members(self, groups: list[str]) -> frozenset[int]:
        """Institutions that owe the yearly report and belong to one of the groups."""
        key = tuple(groups)
        if key not in self._members:
            self._members[key] = frozenset(pk for pk, _name, group in self.reporting() if group in groups)
        return self._members[key]

    def owing(self) -> tuple[tuple[int, str, str, str], ...]:
        """(key, kind, code, name) of every institution that owes the yearly report on the day."""
        return self._answer.reporting()

    def reporting(self) -> list[tuple[int, str, str]]:
        """(key, name, group) of every institution that owes the yearly report on the day."""
        if self._reporting is None:
            self._reporting = [(pk, name, group_of(kind, name)) for pk, kind, _code, name in self.owing()]
        return self._reporting

    def _ask(self, institution_id: int, name: str, function: str, matter: str) -> tuple[LiveDuty, frozenset[int]]:
        key = (institution_id, function, matter)
        if key not in self._known:
            holder = self._answer(institution_id, function, matter)
            if holder.needs_decision:
                self._undecided.add((institution_id, function))
            live = LiveDuty(
                institution_id=holder.institution_id, name=holder.name, why=holder.why, needs_decision=holder.needs_decision,
                candidates=tuple((one.id, one.name) for one in holder.candidates) if holder.needs_decision else (),
                changed=holder.name != name, verified=holder.verified,
            )  # fmt: skip
            acting = [holder.institution_id] if holder.institution_id else [one.id for one in holder.candidates] if holder.each else []
            self._known[key] = live, frozenset(acting)
        return self._known[key]


def group_of(kind: str, name: str) -> str:
    """Which of the groups papers name together an institution belongs to."""
    if kind == Kind.UNIT:
        return Group.LOCALITIES
    return Group.ORGANISATIONS if fold(name).startswith(_ORGANISATION) else Group.DEPARTMENTS


def function_of(task: Task) -> str:
    """The field of a duty: its own, else that of the whole plan."""
    return task.function or task.plan.function


def matter_of(task: Task) -> str:
    """How a decision about who takes over names this duty."""
    return f"task:{task.plan.document.number}:{task.clause.address}"
