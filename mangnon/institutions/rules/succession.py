"""What followed what: spans and links as a graph, and where an institution's people or duties are on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mangnon.institutions.records import Decided, Link, UnitRef
from mangnon.institutions.vocabulary import Share


@dataclass(frozen=True)
class Landing:
    """Where some or all of an old unit is on a day, and the links that led there.

    `split_at` is the span that was divided on the way with nobody having chosen a side: the one a decision is about.
    `decision`: a person chose this way.
    """

    unit: UnitRef
    share: str
    path: tuple[Link, ...] = ()
    split_at: int | None = None
    decision: Decided | None = None


class Graph:
    """Spans by key, links both ways, standing decisions by source. Holds whatever part of the country was loaded."""

    def __init__(self, units: Iterable[UnitRef], links: Iterable[Link], decisions: Iterable[Decided] = ()) -> None:
        self.units = {unit.id: unit for unit in units}
        self.out: dict[int, list[Link]] = defaultdict(list)
        self.into: dict[int, list[Link]] = defaultdict(list)
        self.decisions: dict[int, list[Decided]] = defaultdict(list)
        for link in links:
            self.out[link.source_id].append(link)
            self.into[link.target_id].append(link)
        for decided in decisions:
            self.decisions[decided.source_id].append(decided)
        self._by_code: dict[str, list[UnitRef]] = defaultdict(list)
        self._by_key: dict[str, list[UnitRef]] = defaultdict(list)
        for unit in sorted(self.units.values(), key=lambda unit: (unit.first_day or date.min, unit.code)):
            self._by_code[unit.code].append(unit)
            self._by_key[unit.bare_key].append(unit)

    def bearing(self, code: str) -> list[UnitRef]:
        """Every span of a code, oldest first."""
        return self._by_code.get(code, [])

    def named(self, key: str) -> list[UnitRef]:
        """Every span whose bare name has this key, oldest first."""
        return self._by_key.get(key, [])

    def above(self, unit: UnitRef) -> Iterator[UnitRef]:
        """The units over this one, nearest first."""
        while unit.parent_id is not None and (parent := self.units.get(unit.parent_id)):
            yield parent
            unit = parent

    def below(self, unit: UnitRef) -> list[UnitRef]:
        """Spans under a unit at whatever depth."""
        return [one for one in self.units.values() if any(over.id == unit.id for over in self.above(one))]


def follow(graph: Graph, unit: UnitRef, *, on: date, matter: str = "") -> tuple[Landing, ...]:
    """Where a unit is on a day: itself while it exists; else its successors, through as many changes as there were.

    One landing with share WHOLE: that unit answers for it. Several: the act split it and nobody has decided. None: no act known.
    People decide, not land: a successor that took everybody is the successor even if others got fields. Splits that meet again in one
    unit are whole. A standing decision for the matter, or else for every matter, chooses one side.
    """
    merged: dict[int, Landing] = {}
    for landing in _walk(graph, Landing(unit, Share.WHOLE), on, matter, frozenset()):
        before = merged.get(landing.unit.id)
        if before is None or before.share != Share.WHOLE:
            merged[landing.unit.id] = landing
    if len(merged) == 1:
        only = next(iter(merged.values()))
        if only.split_at is not None and len(graph.out[only.split_at]) > 1:  # all sides met again
            return (replace(only, share=Share.WHOLE, split_at=None),)
    return tuple(merged.values())


def restored(graph: Graph, unit: UnitRef, seen: Collection[int], *, on: date, function: str = "") -> list[Link]:
    """Links of acts that undid another: what had come to `unit` from one of `seen` went back this way."""
    return [
        link
        for link in graph.out[unit.id]
        if link.origin_id in seen and link.on <= on and link.target_id not in seen and link.function in {"", function}
    ]


def taken_back(graph: Graph, link: Link, *, on: date) -> bool:
    """Whether an act gave back to its source, which had gone on, what this link took from it."""
    return any(
        later.origin_id == link.source_id == later.target_id and link.on <= later.on <= on and later.function in {"", link.function}
        for later in graph.out[link.target_id]
    )


def met_again(graph: Graph, unit: UnitRef, targets: Iterable[int], *, on: date) -> Link | None:
    """The link by which everything an act had taken from `unit` to several came together again, because another act undid it."""
    back = [[link for link in graph.out[target] if link.origin_id == unit.id and link.on <= on] for target in targets]
    together = {link.target_id for links in back for link in links}
    return back[0][0] if all(back) and len(together) == 1 else None


def decision_for(decisions: Iterable[Decided], *, function: str = "", matter: str = "") -> Decided | None:
    """The standing decision that says most about a matter: matter and function, then matter, then function, then the general one."""
    fitting = [one for one in decisions if one.matter in {matter, ""} and one.function in {function, ""}]
    return max(fitting, key=lambda one: (bool(one.matter), bool(one.function)), default=None)


def _walk(graph: Graph, here: Landing, on: date, matter: str, seen: frozenset[int]) -> Iterator[Landing]:
    unit = here.unit
    if back := restored(graph, unit, seen, on=on):
        for link in back:
            yield from _walk(graph, replace(here, unit=graph.units[link.target_id], path=(*here.path, link)), on, matter, seen | {unit.id})
        return
    if unit.exists_on(on):
        yield here
        return
    if unit.id in seen:
        return
    links = [link for link in graph.out[unit.id] if unit.end is not None and unit.end <= link.on <= on and link.target_id != unit.id]
    decided = decision_for(graph.decisions[unit.id], matter=matter)
    split_at, decision, divided = here.split_at, here.decision, False
    if decided and (chosen := [link for link in links if link.target_id == decided.target_id]):
        links, decision = chosen, decided
    elif whole := [link for link in links if link.share_population == Share.WHOLE]:
        links = whole
    else:
        split_at, divided = split_at or unit.id, True
    for link in sorted(links, key=lambda link: graph.units[link.target_id].code):
        share = link.share_population if divided and here.share == Share.WHOLE else here.share
        onward = Landing(graph.units[link.target_id], share, (*here.path, link), split_at, decision)
        yield from _walk(graph, onward, on, matter, seen | {unit.id})
