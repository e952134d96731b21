"""Plans as papers to walk through: the headings of the first two levels, and the clauses of one section with their words."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from django.db.models import QuerySet

from mangnon.plans.models import Clause


class Heading(NamedTuple):
    """A clause of the first or second level ("II", "IV.1"); duties are listed under the last one printed before them."""

    id: int
    plan_id: int
    address: str
    level: int
    mark: str
    title: str
    parent_id: int | None
    position: int


class Printed(NamedTuple):
    """One clause with its words."""

    id: int
    address: str
    level: int
    mark: str
    title: str
    text: str
    corrected: bool


class Outline:
    """The headings of some plans. A plan of thousands of clauses has some tens of them: the clauses below are read where they are shown."""

    def __init__(self, plan_ids: Collection[int]) -> None:
        rows = Clause.objects.filter(plan_id__in=plan_ids, level__lte=2).order_by("plan_id", "position")
        names = ("id", "plan_id", "address", "level", "mark", "title", "parent_id", "position")
        self.headings = {row[0]: Heading(*row) for row in rows.values_list(*names)}
        self._places: dict[int, list[int]] = defaultdict(list)
        self._sections: dict[int, list[str]] = defaultdict(list)
        for one in self.headings.values():
            self._places[one.plan_id].append(one.position)
            self._sections[one.plan_id].append(one.address)

    def section_at(self, plan_id: int, position: int) -> str:
        """The address of the heading a clause at this place of the paper stands under; a heading stands under itself."""
        place = bisect_right(self._places[plan_id], position)
        return self._sections[plan_id][place - 1] if place else ""

    def above(self, heading: Heading) -> Heading | None:
        """The heading of the part a section stands in."""
        return self.headings.get(heading.parent_id or 0)

    def neighbours(self, section: str) -> tuple[str, str]:
        """The sections printed before and after one, "" at the ends."""
        parents = {one.parent_id for one in self.headings.values()}
        tops = [one.address for one in self.headings.values() if one.level == 2 or one.id not in parents]
        if section not in tops:
            return "", ""
        at = tops.index(section)
        return (tops[at - 1] if at else ""), (tops[at + 1] if at + 1 < len(tops) else "")


def clause_at(plan_id: int, address: str) -> tuple[int, int] | None:
    """(key, place in the paper) of a clause by its address."""
    return Clause.objects.filter(plan_id=plan_id, address=address).values_list("id", "position").first()


def printed(plan_id: int, outline: Outline, *, section: str = "") -> list[Printed]:
    """The clauses of a section under its part, in printed order; of the whole plan without one."""
    found: QuerySet[Clause] = Clause.objects.filter(plan_id=plan_id).order_by("position")
    if section:
        headings = [one for one in outline.headings.values() if one.plan_id == plan_id]
        at = next((place for place, one in enumerate(headings) if one.address == section), None)
        if at is None:
            return []
        here, part = headings[at], outline.above(headings[at])
        end = next((one.position for one in headings[at + 1 :] if one.level <= here.level), None)
        found = found.filter(position__gte=here.position)
        found = found.filter(position__lt=end) if end is not None else found
        found = found | Clause.objects.filter(pk=part.id) if part else found
    names = ("id", "address", "level", "mark", "title", "text", "corrected_by")
    return [Printed._make((*row[:6], bool(row[6]))) for row in found.values_list(*names)]
