"""Which unit a code or a name means on a day.

The reading rule: a name that is valid on the day means the unit of the day, unless the place around it is named and is an old one
(district, province): then it means the old unit, and the answer is where that unit is on the day. A name alone is first looked for in
the city. What words cannot settle stays open: no answer, the candidates, and why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mangnon.institutions.records import Candidate, Resolution, UnitRef
from mangnon.institutions.rules import sentences
from mangnon.institutions.rules.names import COMMUNE_TYPES, Place, Reading, bare_name, spelling
from mangnon.institutions.rules.succession import Graph, Landing, follow
from mangnon.institutions.vocabulary import CITY_CODE, Level, Share
from mangnon.lib.vietnamese import short_date

CONTAINERS = frozenset({Level.DISTRICT, Level.PROVINCE})


def resolve(place: Place, graph: Graph, *, on: date, matter: str = "") -> Resolution:
    """Answer, or candidates with the reason why there is none. `matter` is what a decision about a split may be recorded for."""
    return _Resolver(graph, on, matter).resolve(place)


class _Resolver:
    def __init__(self, graph: Graph, on: date, matter: str) -> None:
        self.graph, self.on, self.matter = graph, on, matter

    def resolve(self, place: Place) -> Resolution:
        found = self._resolve(place)
        if found.answer is None or found.answer.level != Level.COMMUNE or place.code or place.unit[0].type_label in COMMUNE_TYPES:
            return found
        groups = [self._containers(readings) for readings in place.within]
        wider = (unit for unit in self._named(place.unit) if unit.level in CONTAINERS and self._inside(unit, groups))
        return replace(found, wider=tuple(wider))

    def _resolve(self, place: Place) -> Resolution:
        if not place.code and not place.unit:
            return _nothing("Chưa ghi tên hoặc mã. Ghi ví dụ “phường Tân An, quận Ninh Kiều” hoặc “31147”.")
        groups = [self._containers(readings) for readings in place.within]
        if unknown := next((readings for readings, group in zip(place.within, groups, strict=True) if not group), None):
            return _nothing(f"Không tìm thấy “{unknown[0].text}” trong danh mục quận, huyện, tỉnh, thành phố. Xem lại cách viết.")
        named = self.graph.bearing(place.code) if place.code else self._named(place.unit)
        if not named:
            what = f"mã “{place.code}”" if place.code else f"“{place.text}”"
            return _nothing(f"Không tìm thấy {what} trong danh mục. Xem lại cách viết, hoặc nạp danh mục cả nước (mangnon units load).")
        known = [unit for unit in named if unit.first_day is None or unit.first_day <= self.on]
        if not known:
            return self._not_yet(named)
        if place.code:
            inside = [unit for unit in known if self._inside(unit, groups)]
            return self._code(place.code, inside, known) if inside else self._elsewhere(place, known)
        if not groups:
            return self._alone(known)
        inside = [unit for unit in known if self._inside(unit, groups)] or [unit for unit in known if self._now_inside(unit, groups)]
        if inside:
            return self._choose(inside, warn_about=known)
        renamed = [unit for unit in known if unit.exists_on(self.on) and self._came_from(unit, groups)]
        if len(renamed) == 1:
            before = ", ".join(sentences.placed(old) for old in self._predecessors(renamed[0]))
            return Resolution(renamed[0], (), f"{sentences.existence(renamed[0])} Trước đó địa bàn là {before}.")
        return self._elsewhere(place, known)

    # ways to an answer

    def _code(self, code: str, inside: list[UnitRef], known: list[UnitRef]) -> Resolution:
        """A code means who bears it on the day; earlier bearers are told. With an old district named, it means the bearer there."""
        alive = [unit for unit in inside if unit.exists_on(self.on)]
        if not alive:
            return self._landed(inside[-1])
        landings = {unit: follow(self.graph, unit, on=self.on, matter=self.matter) for unit in known if unit.ended_by_day(self.on)}
        earlier = [unit for unit in landings if spelling(unit.name) != spelling(alive[0].name) or _elsewhere(landings[unit], alive[0])]
        told = " ".join(
            f"Mã {code} đến hết ngày {sentences.lasted_until(unit)} là của {sentences.placed(unit)}"
            + (f", {sentences.whereabouts(landings[unit])}." if landings[unit] else ".")
            for unit in earlier
        )
        others = [landing for unit in earlier for landing in landings[unit] if landing.unit.id != alive[0].id]
        return Resolution(alive[0], _candidates(others), f"{sentences.existence(alive[0])} {told}".strip())

    def _alone(self, known: list[UnitRef]) -> Resolution:
        """A name without its place: in the city first."""
        at_home = [unit for unit in known if self._is_home(unit)]
        answer = self._choose(at_home or known, warn_about=at_home or known)
        away = len({unit.code for unit in known if unit.level == Level.COMMUNE} - {unit.code for unit in at_home})
        if at_home and away:
            told = f"{answer.why} Ngoài thành phố còn {away} nơi cùng tên; nếu là nơi đó, ghi thêm tên tỉnh."
            return Resolution(answer.answer, answer.candidates, told, answer.needs_decision, answer.read_as)
        return answer

    def _choose(self, units: list[UnitRef], *, warn_about: Sequence[UnitRef]) -> Resolution:
        alive = _communes_first([unit for unit in units if unit.exists_on(self.on)])
        if len(alive) == 1:
            return self._valid_today(alive[0], warn_about)
        if alive:
            return self._ambiguous(alive)
        ended = _communes_first(units)
        if len({unit.id for unit in ended}) == 1:
            return self._landed(ended[0])
        results = [self._landed(unit) for unit in ended]
        answers = {result.answer.id: result.answer for result in results if result.answer}
        if len(answers) == 1 and all(result.answer for result in results):
            return results[-1]
        return self._ambiguous(ended)

    def _valid_today(self, unit: UnitRef, namesakes: Sequence[UnitRef]) -> Resolution:
        """The unit of the day; a namesake that is elsewhere now is told and listed."""
        why = [sentences.existence(unit)]
        others: list[Landing] = []
        for old in namesakes:
            if old.level != Level.COMMUNE or not old.ended_by_day(self.on) or old.id == unit.id:
                continue
            landings = follow(self.graph, old, on=self.on, matter=self.matter)
            if _elsewhere(landings, unit):
                why.append(sentences.namesake(old, landings))
                others += landings
        if places := [old for old in namesakes if old.level in CONTAINERS and old.code != unit.code and old.ended_by_day(self.on)]:
            why.append(f"Trước đây cũng là tên của {', '.join(sentences.named(old) for old in places)}.")
        return Resolution(unit, _candidates(landing for landing in others if landing.unit.id != unit.id), " ".join(why))

    def _landed(self, old: UnitRef) -> Resolution:
        """Where an ended unit is on the day."""
        if old.exists_on(self.on):
            return Resolution(old, (), sentences.existence(old))
        landings = follow(self.graph, old, on=self.on, matter=self.matter)
        if len(landings) == 1 and landings[0].share == Share.WHOLE:
            why = sentences.journey(self.graph, landings[0].path)
            if landings[0].decision:
                why = f"{why} {sentences.decided(self.graph, landings[0].decision)}"
            return Resolution(landings[0].unit, (), why, read_as=old)
        if landings:
            source = self.graph.units[next((landing.split_at for landing in landings if landing.split_at), old.id)]
            return Resolution(
                None, _candidates(landings), sentences.split(self.graph, source, landings), needs_decision=True, read_as=source
            )
        if old.level in CONTAINERS:
            return self._territory(old)
        return _nothing(f"{sentences.existence(old)} Chưa có dữ liệu về nơi tiếp nhận; nạp thêm tệp succession.")

    def _territory(self, container: UnitRef) -> Resolution:
        """A district or province that ended without a successor of its own kind: where its communes are now."""
        last = [unit for unit in self.graph.below(container) if unit.level == Level.COMMUNE and unit.end == container.end]
        now = {landing.unit.id: landing for unit in last for landing in follow(self.graph, unit, on=self.on)}
        act = f" theo {container.ended_by}" if container.ended_by else ""
        ended = f"{sentences.named(container)} kết thúc ngày {sentences.lasted_until(container)}{act}"
        if not now:
            return _nothing(f"{ended}. Chưa có dữ liệu về các xã, phường của nơi này.")
        if container.level == Level.PROVINCE:
            codes = {over.code for landing in now.values() for over in self.graph.above(landing.unit)}
            over = {unit.id: unit for code in sorted(codes) for unit in self.graph.bearing(code) if unit.exists_on(self.on)}
            if len(over) == 1:
                province = next(iter(over.values()))
                return Resolution(province, (), f"{ended}; mọi xã, phường nay thuộc {sentences.named(province)}.", read_as=container)
            parts = tuple(Candidate(unit.id, unit.code, unit.name, Share.PART) for unit in over.values())
        elif len(now) == 1:
            only = next(iter(now.values())).unit
            return Resolution(only, (), f"{ended}; địa bàn nay là {sentences.named(only)}.", read_as=container)
        else:
            parts = tuple(
                Candidate(landing.unit.id, landing.unit.code, landing.unit.name, Share.PART)
                for landing in sorted(now.values(), key=lambda landing: landing.unit.code)
            )
        return Resolution(None, parts, f"{ended}; địa bàn nay thuộc {', '.join(part.name for part in parts)}. Ghi rõ xã, phường.")

    # ways to no answer

    def _ambiguous(self, units: Sequence[UnitRef]) -> Resolution:
        candidates: dict[int, Candidate] = {}
        for unit in units:
            for landing in follow(self.graph, unit, on=self.on, matter=self.matter):
                why = sentences.journey(self.graph, landing.path) or sentences.existence(unit)
                candidates.setdefault(landing.unit.id, _candidate(landing, why))
        places = "; ".join(sentences.placed(unit) for unit in units[:8]) + ("; …" if len(units) > 8 else "")
        return Resolution(None, tuple(candidates.values()), f"Có {len(units)} nơi cùng tên: {places}. Ghi thêm tên quận, huyện, tỉnh.")

    def _elsewhere(self, place: Place, known: Sequence[UnitRef]) -> Resolution:
        found = self._ambiguous(known)
        within = ", ".join(readings[0].text for readings in place.within)
        places = "; ".join(sentences.placed(unit) for unit in known[:8])
        return Resolution(None, found.candidates, f"Không có “{place.text}” trong “{within}”. Tên hoặc mã này có ở: {places}. Xem lại nơi.")

    def _not_yet(self, named: Sequence[UnitRef]) -> Resolution:
        first = min(named, key=lambda unit: unit.first_day or date.min)
        before = [unit for unit in self._predecessors(first) if unit.exists_on(self.on)]
        candidates = tuple(Candidate(unit.id, unit.code, unit.name, Share.PART, sentences.placed(unit)) for unit in before)
        day = short_date(first.first_day) if first.first_day else ""
        earlier = f" Ngày {short_date(self.on)} địa bàn là {', '.join(sentences.placed(unit) for unit in before)}." if before else ""
        return Resolution(None, candidates, f"{sentences.named(first)} chỉ có từ ngày {day}.{earlier}")

    # reading words

    def _named(self, readings: Iterable[Reading]) -> list[UnitRef]:
        """Units so named; the type word counts when it fits some unit, and is forgiven when it fits none (xã that became phường)."""
        readings = tuple(readings)
        for reading in readings:
            found = self._spelled(reading)
            if reading.type_label:
                levels = {unit.level for unit in found if unit.type_label == reading.type_label}
                if levels:
                    return _typed_first([unit for unit in found if unit.level in levels], reading.type_label, self.on)
            elif found:
                return found
        return next((found for reading in readings if (found := self._spelled(reading))), [])

    def _spelled(self, reading: Reading) -> list[UnitRef]:
        """Spans of the name; where one of the type is spelled just so, the others are not namesakes (Thanh An, Thạnh An)."""
        found = self.graph.named(reading.key)
        exact = [unit for unit in found if reading.spells(bare_name(unit.name, unit.type_label))]
        return exact if any(reading.type_label in {"", unit.type_label} for unit in exact) else found

    def _containers(self, readings: Iterable[Reading]) -> set[tuple[str, str]]:
        """Identities (code, key) of districts and provinces so named."""
        for typed in (True, False):
            for reading in readings:
                found = {
                    (unit.code, unit.bare_key)
                    for unit in self.graph.named(reading.key)
                    if unit.level in CONTAINERS and (not typed or not reading.type_label or unit.type_label == reading.type_label)
                }
                if found:
                    return found
        return set()

    def _inside(self, unit: UnitRef, groups: Sequence[set[tuple[str, str]]]) -> bool:
        identities = {(over.code, over.bare_key) for over in self.graph.above(unit)}
        return all(identities & group for group in groups)

    def _now_inside(self, unit: UnitRef, groups: Sequence[set[tuple[str, str]]]) -> bool:
        landings = follow(self.graph, unit, on=self.on)
        return bool(landings) and all(self._inside(landing.unit, groups) for landing in landings)

    def _came_from(self, unit: UnitRef, groups: Sequence[set[tuple[str, str]]]) -> bool:
        return any(self._inside(old, groups) for old in self._predecessors(unit))

    def _predecessors(self, unit: UnitRef) -> list[UnitRef]:
        """The old units an act made this one from, in the order of their codes."""
        sources = [self.graph.units[link.source_id] for link in self.graph.into[unit.id] if link.source_id != unit.id]
        return sorted((source for source in sources if source.kind == unit.kind), key=lambda source: source.code)

    def _is_home(self, unit: UnitRef) -> bool:
        """In the city, or in what became the city."""
        places = [unit, *self.graph.above(unit)]
        at_last = [landing.unit for place in places for landing in follow(self.graph, place, on=date.max)]
        return any(over.code == CITY_CODE for place in [*places, *at_last] for over in (place, *self.graph.above(place)))


def _typed_first(units: list[UnitRef], type_label: str, on: date) -> list[UnitRef]:
    """With a type word: units of that type; but a unit of the day under another type stays out, an old namesake stays in as a warning."""
    alive = [unit for unit in units if unit.exists_on(on)]
    fitting = [unit for unit in alive if unit.type_label == type_label]
    if fitting:
        return [unit for unit in units if unit in fitting or not unit.exists_on(on)]
    return [unit for unit in units if unit.type_label == type_label]


def _communes_first(units: list[UnitRef]) -> list[UnitRef]:
    return [unit for unit in units if unit.level == Level.COMMUNE] or units


def _candidates(landings: Iterable[Landing]) -> tuple[Candidate, ...]:
    found: dict[int, Candidate] = {}
    for landing in landings:
        found.setdefault(landing.unit.id, _candidate(landing, ""))
    return tuple(found.values())


def _candidate(landing: Landing, why: str) -> Candidate:
    return Candidate(landing.unit.id, landing.unit.code, landing.unit.name, landing.share, why)


def _elsewhere(landings: Sequence[Landing], unit: UnitRef) -> bool:
    """Whether an old unit is not, or not wholly, in this one."""
    return [landing.unit.id for landing in landings] != [unit.id]


def _nothing(why: str) -> Resolution:
    return Resolution(None, (), why)
