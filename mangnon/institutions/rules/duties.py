"""Who answers for the duties of an agency on a day, by function: the paper keeps the old name, the duty sits with today's holder."""

from collections.abc import Sequence
from datetime import date

from mangnon.institutions.records import Candidate, Holder, Link, UnitRef
from mangnon.institutions.rules import sentences
from mangnon.institutions.rules.succession import Graph, decision_for, follow, met_again, restored, taken_back
from mangnon.institutions.vocabulary import Function, Kind, Share, SuccessionKind
from mangnon.lib.vietnamese import short_date


def holder(graph: Graph, institution: UnitRef, *, on: date, function: str = "", matter: str = "") -> Holder:
    """Follow an institution's duties to a day, through every change; stop where a person must choose.

    `function` "" means its duties as a whole: where they went to several agencies and no decision stands, a person decides. `matter`
    is what the decision is recorded for ("IV.4.a"); a decision for every matter serves too.
    """
    if institution.kind == Kind.UNIT:
        return _unit_holder(graph, institution, on, matter)
    here, seen = institution, {institution.id}
    trail: list[Link] = []
    told: list[str] = []
    while True:
        if here.first_day and here.first_day > on:
            return Holder(None, "", (), f"{here.name} chỉ có từ ngày {short_date(here.first_day)}.", verified=here.verified)
        links = [link for link in graph.out[here.id] if link.on <= on and link.target_id != here.id and not taken_back(graph, link, on=on)]
        if back := restored(graph, here, seen, on=on, function=function):
            links = back
        elif here.exists_on(on):
            links = [link for link in links if function and link.function == function and link.origin_id is None]
            if not links:
                return _found(graph, here, trail, told)
        decided = decision_for(graph.decisions[here.id], function=function, matter=matter)
        chosen = [link for link in links if decided and link.target_id == decided.target_id] or _of_function(links, function)
        if not chosen:
            return Holder(None, "", (), f"{sentences.existence(here)} Chưa có văn bản ghi nơi tiếp nhận.", verified=False)
        if any(link.kind == SuccessionKind.DIVIDED for link in chosen) and not decided:
            return _each(graph, here, chosen)
        targets = list(dict.fromkeys(link.target_id for link in chosen))
        if len(targets) > 1 and (again := met_again(graph, here, targets, on=on)):
            chosen, targets = [again], [again.target_id]
        if len(targets) > 1:
            return _undecided(graph, here, chosen, function)
        if chosen[0] in trail:  # round and round: the last place reached stays
            return _found(graph, here, trail, told)
        if decided and decided.target_id == targets[0]:
            told.append(sentences.decided(graph, decided))
        trail.append(chosen[0])
        here = graph.units[targets[0]]
        seen.add(here.id)


def _of_function(links: Sequence[Link], function: str) -> list[Link]:
    """Links of the function asked for; else those of everything; else all, for a person to choose from."""
    own = [link for link in links if function and link.function == function]
    return own or [link for link in links if not link.function] or list(links)


def _found(graph: Graph, here: UnitRef, trail: Sequence[Link], told: Sequence[str]) -> Holder:
    steps = []
    for link in trail:
        about = f" (lĩnh vực: {Function(link.function).label})" if link.function else ""
        source, target = graph.units[link.source_id].name, graph.units[link.target_id].name
        change = f"{source} được tổ chức lại" if source == target else f"{source} → {target}{about}"
        steps.append(f"{change} {sentences.act_of(link)}")
    why = " ".join(["; ".join(steps) + "." if steps else sentences.existence(here), *told])
    return Holder(here.id, here.name, (), why, verified=all(link.verified for link in trail), code=here.code)


def _each(graph: Graph, here: UnitRef, links: Sequence[Link]) -> Holder:
    units = sorted((graph.units[link.target_id] for link in links), key=lambda unit: unit.code)
    candidates = tuple(Candidate(unit.id, unit.code, unit.name, Share.WHOLE) for unit in units)
    ended = f"{here.name} kết thúc ngày {sentences.lasted_until(here)}"
    why = f"{ended}; mỗi nơi trong {len(units)} xã, phường đảm nhiệm trên địa bàn mình {sentences.act_of(links[0])}."
    name = f"Ủy ban nhân dân {len(units)} xã, phường"
    return Holder(None, name, candidates, why, each=True, verified=all(link.verified for link in links))


def _undecided(graph: Graph, here: UnitRef, links: Sequence[Link], function: str) -> Holder:
    candidates: dict[int, Candidate] = {}
    for link in links:
        target = graph.units[link.target_id]
        about = Function(link.function).label if link.function else "mọi lĩnh vực"
        why = f"{about}, {sentences.act_of(link)}"
        before = candidates.get(target.id)
        candidates[target.id] = Candidate(target.id, target.code, target.name, Share.PART, f"{before.why}; {why}" if before else why)
    asked = f"lĩnh vực “{Function(function).label}” không nằm trong phần nào đã ghi" if function else "chưa rõ việc này thuộc lĩnh vực nào"
    listed = ", ".join(candidate.name for candidate in candidates.values())
    why = f"{here.name} chia chức năng cho {listed}; {asked}, phải có người quyết định."
    return Holder(None, "", tuple(candidates.values()), why, needs_decision=True, verified=all(link.verified for link in links))


def _unit_holder(graph: Graph, unit: UnitRef, on: date, matter: str) -> Holder:
    landings = follow(graph, unit, on=on, matter=matter)
    verified = all(link.verified for landing in landings for link in landing.path)
    if len(landings) == 1 and landings[0].share == Share.WHOLE:
        why = sentences.journey(graph, landings[0].path) or sentences.existence(landings[0].unit)
        return Holder(landings[0].unit.id, landings[0].unit.name, (), why, verified=verified, code=landings[0].unit.code)
    candidates = tuple(Candidate(landing.unit.id, landing.unit.code, landing.unit.name, landing.share) for landing in landings)
    if not candidates:
        return Holder(None, "", (), f"{sentences.existence(unit)} Chưa có văn bản ghi nơi tiếp nhận.", verified=False)
    source = graph.units[next((landing.split_at for landing in landings if landing.split_at), unit.id)]
    return Holder(None, "", candidates, sentences.split(graph, source, landings), needs_decision=True, verified=verified)
