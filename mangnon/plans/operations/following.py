"""Duties follow an act of reorganisation: open occurrences go to the successor, the person in charge with them; papers keep their words.

Set-based: distinct (agency, field) pairs are decided in memory, then every table is written by one statement.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection

from mangnon.audit.records import Who
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.institutions.rules import suggesting
from mangnon.plans.operations.occurrences import HANDED_OVER
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import DutyState

_OPEN = sorted(str(state) for state in states.OPEN)
_FOUND = """
SELECT run.id, run.task_id, run.institution_id, run.alone, run.turn, run.state, coalesce(nullif(task.function, ''), plan.function) AS field,
       task.function, task.summary, document.number, clause.address
  FROM plans_occurrence AS run
  JOIN plans_task AS task ON task.id = run.task_id
  JOIN plans_plan AS plan ON plan.id = task.plan_id
  JOIN documents_document AS document ON document.id = plan.document_id
  JOIN plans_clause AS clause ON clause.id = task.clause_id
 WHERE run.institution_id = ANY(%(sources)s) AND run.state = ANY(%(open)s)
 ORDER BY run.id
"""
_NOTE = """
INSERT INTO plans_move (occurrence_id, event, before, after, from_institution_id, to_institution_id, reference, words, by, at)
SELECT run.id, %(event)s, run.state, CASE WHEN way.target IS NULL AND way.joined THEN 'cancelled' ELSE way.state END,
       run.institution_id, way.target, %(reference)s, %(words)s, %(by)s, %(at)s
  FROM plans_occurrence AS run
  JOIN unnest(%(ids)s::bigint[], %(targets)s::bigint[], %(joined)s::boolean[], %(states)s::text[]) AS way(id, target, joined, state)
    ON way.id = run.id
"""
_HAND = """
UPDATE plans_occurrence AS run
   SET institution_id = CASE WHEN way.joined THEN run.institution_id ELSE way.target END,
       state = CASE WHEN way.joined THEN 'cancelled' ELSE way.state END,
       state_since = CASE WHEN way.joined OR way.state <> run.state THEN %(at)s ELSE run.state_since END
  FROM unnest(%(ids)s::bigint[], %(targets)s::bigint[], %(joined)s::boolean[], %(states)s::text[]) AS way(id, target, joined, state)
 WHERE way.id = run.id
"""
_PEOPLE = """
SELECT person.id, person.task_id, person.institution_id, coalesce(nullif(task.function, ''), plan.function) AS field, task.function
  FROM plans_assignment AS person
  JOIN plans_task AS task ON task.id = person.task_id
  JOIN plans_plan AS plan ON plan.id = task.plan_id
 WHERE person.institution_id = ANY(%(sources)s) AND NOT isempty(person.valid) AND (upper_inf(person.valid) OR upper(person.valid) > %(on)s)
 ORDER BY person.given_at, person.id
"""
_GO_ON = """
INSERT INTO plans_assignment (task_id, institution_id, user_id, valid, given_by, given_at)
SELECT person.task_id, way.target, person.user_id, daterange(greatest(lower(person.valid), %(on)s), upper(person.valid)), person.given_by,
       person.given_at
  FROM plans_assignment AS person JOIN unnest(%(ids)s::bigint[], %(targets)s::bigint[]) AS way(id, target) ON way.id = person.id
 WHERE NOT EXISTS (
       SELECT 1 FROM plans_assignment AS other
        WHERE other.task_id = person.task_id AND other.institution_id = way.target
          AND other.valid && daterange(greatest(lower(person.valid), %(on)s), upper(person.valid)))
"""
_END = """
UPDATE plans_assignment SET valid = CASE WHEN lower(valid) >= %(on)s THEN 'empty'::daterange ELSE daterange(lower(valid), %(on)s) END
 WHERE id = ANY(%(ids)s)
"""
_CHARGES = """
UPDATE plans_charge AS charge SET valid = daterange(lower(charge.valid), %(on)s)
  FROM unnest(%(sources)s::bigint[], %(targets)s::bigint[]) AS way(source, target)
 WHERE (charge.institution_id = way.source OR charge.territory_id = way.source) AND lower(charge.valid) < %(on)s
   AND (upper_inf(charge.valid) OR upper(charge.valid) > %(on)s)
RETURNING charge.institution_id, charge.function, charge.territory_id, charge.user_id, charge.given_by, charge.given_at
"""
_CHARGE_AGAIN = """
INSERT INTO plans_charge (institution_id, function, territory_id, user_id, valid, given_by, given_at)
VALUES (%s, %s, %s, %s, daterange(%s, NULL), %s, %s) ON CONFLICT DO NOTHING
"""
_ORIGINS = """
SELECT DISTINCT ON (occurrence_id) occurrence_id, from_institution_id FROM plans_move
 WHERE reference = %s AND from_institution_id IS NOT NULL ORDER BY occurrence_id, id DESC
"""


class _Way:
    """Where one open occurrence goes: a target, or a person must choose."""

    __slots__ = ("address", "alone", "field", "function", "id", "number", "over", "source", "state", "summary", "target", "task", "turn")

    def __init__(self, row: tuple[Any, ...]) -> None:
        (
            self.id,
            self.task,
            self.source,
            self.alone,
            self.turn,
            self.state,
            self.field,
            self.function,
            self.summary,
            self.number,
            self.address,
        ) = row
        self.target: int | None = None
        self.over = False  # nobody takes this run over: each acts on its own territory, and has a run of its own

    @property
    def matter(self) -> str:
        return f"task:{self.number}:{self.address}"[:200]


class Duties:
    """The follower of the plan room."""

    code = "plans"
    label = "nhiệm vụ"

    def preview(self, move: Move, *, on: date) -> Tally:
        """Open duties that would go on where; those of divided agencies with a suggestion from their words."""
        return self._tally(move, self._ways(move))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Hand open duties over with their people; several runs of one shared duty in a merged unit become one."""
        ways = self._ways(move)
        tally = self._tally(move, ways)
        unknown = [way for way in ways if way.target is None and way.source in move.options and way.alone]
        for way in ways:
            way.over = way.target is None and way.source in move.ended and not (way.alone and way.source in move.options)
        unknown += [way for way in ways if way.over]
        _hand(
            [*[way for way in ways if way.target is not None], *unknown], reference=_reference(move.act_id), words=move.label, by=by, at=at
        )
        self._people(move)
        _charges(move)
        return tally

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose who answers for a duty of a divided agency."""
        ways = [_Way(row) for row in _rows(_WAITING, reference=_reference(question.act_id), source=question.source, open=_OPEN)]
        ways = [way for way in ways if not question.matter or way.matter == question.matter]
        for way in ways:
            way.target = target_id
        _hand(ways, reference=_reference(question.act_id), words="Quyết định nơi tiếp nhận", by=by, at=at)
        tasks = {way.task for way in ways}
        people = [row for row in _rows(_PEOPLE, sources=[question.source], on=question.on) if row[1] in tasks]
        _go_on([(row[0], target_id) for row in people], on=question.on)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        ways = [_Way(row) for row in _rows(_FOUND, sources=list(move.sources), open=_OPEN)]
        origins: dict[int, int] = dict(_rows_plain(_ORIGINS, [_reference(move.restores)])) if move.restores else {}
        found = self._left(move)
        for way in ways:
            origin = origins.get(way.id)
            if origin is not None and (way.source, origin) in move.back:
                way.target = move.back[way.source, origin]
            elif way.source in move.ended:
                way.target = _destination(move, way.source, way.field, way.function)
            else:
                way.target = move.fields.get((way.source, way.field))
                if way.target is None:
                    continue
            found.append(way)
        return found

    def _left(self, move: Move) -> list[_Way]:
        """What the undone act left with nobody, or ended because a twin went on: both begin again in the place declared anew."""
        found = []
        for *row, origin, before in _rows(_LEFT, reference=_reference(move.restores), open=_OPEN) if move.restores else []:
            way = _Way(tuple(row))
            way.source, way.state, way.target = origin, before, move.whole.get(origin)
            if way.target is not None:
                found.append(way)
        return found

    def _people(self, move: Move) -> None:
        pairs = []
        for pk, _task, institution, field, function in _rows(_PEOPLE, sources=list(move.sources), on=move.on):
            if institution in move.ended:
                target = _destination(move, institution, field, function)
            else:
                target = move.fields.get((institution, field))
            if target is not None:
                pairs.append((pk, target))
        if move.back:
            pairs += self._people_back(move)
        _go_on(pairs, on=move.on)

    def _people_back(self, move: Move) -> list[tuple[int, int]]:
        """People of duties that go back go back with them."""
        origins: dict[int, int] = dict(_rows_plain(_ORIGINS, [_reference(move.restores or 0)]))
        by_task = {
            way.task: origins[way.id]
            for way in (_Way(row) for row in _rows(_MOVED_BY, reference=_reference(move.restores or 0)))
            if way.id in origins
        }
        rows = _rows(_PEOPLE, sources=[holder for holder, _ in move.back], on=move.on)
        return [
            (pk, move.back[institution, by_task[task]])
            for pk, task, institution, _field, _function in rows
            if task in by_task and (institution, by_task[task]) in move.back
        ]

    def _tally(self, move: Move, ways: list[_Way]) -> Tally:
        known = [way for way in ways if way.target is not None]
        lines = tuple(
            Line(f"{way.address}. {way.summary}"[:160], move.names.get(way.source, ""), move.names.get(way.target or 0, ""))
            for way in known
        )
        waiting: dict[tuple[int, str], _Way] = {}
        for way in ways:
            if way.target is None and way.source in move.options and way.alone:
                waiting.setdefault((way.source, way.matter), way)
        stranded = sum(way.target is None and way.alone and not move.onward(way.source) for way in ways)
        return Tally(self.code, self.label, len(known), lines, tuple(_asked(move, way) for way in waiting.values()), stranded=stranded)


_COLUMNS = _FOUND[: _FOUND.index(" WHERE ")]
_WAITING = f"""{_COLUMNS}
 JOIN plans_move AS handed ON handed.occurrence_id = run.id AND handed.reference = %(reference)s
 WHERE handed.from_institution_id = %(source)s AND handed.to_institution_id IS NULL AND run.institution_id IS NULL
   AND run.state = ANY(%(open)s)
 ORDER BY run.id
"""
_LEFT = f"""
SELECT found.*, handed.from_institution_id, handed.before
  FROM ({_COLUMNS}) AS found
  JOIN LATERAL (
       SELECT * FROM plans_move WHERE occurrence_id = found.id AND reference = %(reference)s ORDER BY id DESC LIMIT 1) AS handed ON true
 WHERE handed.to_institution_id IS NULL AND handed.before = ANY(%(open)s)
   AND (found.institution_id IS NULL AND found.state = ANY(%(open)s) OR found.state = 'cancelled' AND handed.after = 'cancelled')
 ORDER BY found.id
"""
_MOVED_BY = f"""{_COLUMNS}
 JOIN plans_move AS handed ON handed.occurrence_id = run.id AND handed.reference = %(reference)s
 ORDER BY run.id
"""


def _asked(move: Move, way: _Way) -> Asked:
    among = {function: target for (source, function), target in move.fields.items() if source == way.source}
    found = suggesting.by_words(way.summary, among)
    near = move.near.get(way.source) if not among else None
    return Asked(
        source=way.source, matter=way.matter, label=f"Nhiệm vụ {way.address}: {way.summary}"[:300], choices=move.options[way.source],
        suggested=found[0] if found else near,
        why=suggesting.why(found[1], found[2], move.names.get(found[0], "")) if found else "",
    )  # fmt: skip


def _destination(move: Move, source: int, field: str, function: str) -> int | None:
    """The one successor of a duty: by the field of the plan, else by its own; None where a person must say, or each acts for itself."""
    return move.goes_to(source, field) or move.goes_to(source, function)


def _hand(ways: Iterable[_Way], *, reference: str, words: str, by: Who, at: datetime) -> None:
    """Write where occurrences go. Of several runs of one duty and turn in one target the furthest goes on, the others end there."""
    chosen = list(ways)
    if not chosen:
        return
    taken = _taken({way.task for way in chosen}, {way.target for way in chosen if way.target is not None})
    ids, targets, joined, then = [], [], [], []
    for way in sorted(chosen, key=lambda way: (way.state == DutyState.GIVEN, way.id)):
        key = (way.task, way.turn, way.target)
        twice = way.target is not None and key in taken
        taken.add(key)
        ids.append(way.id)
        targets.append(None if twice else way.target)
        joined.append(twice or way.over)
        then.append(way.state)
    values: dict[str, Any] = {
        "ids": ids, "targets": targets, "joined": joined, "states": then, "event": HANDED_OVER, "reference": reference, "words": words,
        "by": by.id, "at": at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, values)
        cursor.execute(_HAND, values)


def _taken(tasks: set[int], targets: set[int]) -> set[tuple[int, str, int | None]]:
    if not targets:
        return set()
    query = "SELECT task_id, turn, institution_id FROM plans_occurrence WHERE task_id = ANY(%s) AND institution_id = ANY(%s)"
    return set(_rows_plain(query, [list(tasks), list(targets)]))


def _go_on(pairs: list[tuple[int, int]], *, on: date) -> None:
    """End assignments on a day and begin them anew with the successor; where two meet, the one given first stays."""
    if not pairs:
        return
    keys: dict[tuple[int, int], int] = {}
    tasks = dict(_rows_plain("SELECT id, task_id FROM plans_assignment WHERE id = ANY(%s)", [[pk for pk, _ in pairs]]))
    for pk, target in pairs:
        keys.setdefault((tasks[pk], target), pk)
    first = {pk: target for (_, target), pk in keys.items()}
    with connection.cursor() as cursor:
        cursor.execute(_GO_ON, {"ids": list(first), "targets": list(first.values()), "on": on})
        cursor.execute(_END, {"ids": [pk for pk, _ in pairs], "on": on})


def _charges(move: Move) -> None:
    ways = dict(move.whole)
    if not ways:
        return
    with connection.cursor() as cursor:
        cursor.execute(_CHARGES, {"sources": list(ways), "targets": list(ways.values()), "on": move.on})
        ended = cursor.fetchall()
        for institution, function, territory, user, given_by, given_at in dict.fromkeys(ended):
            again = (ways.get(institution, institution), function, ways.get(territory, territory), user, move.on, given_by, given_at)
            cursor.execute(_CHARGE_AGAIN, again)


def _reference(act_id: int | None) -> str:
    return f"reorganisation:{act_id}"


def _rows(query: str, **values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def _rows_plain(query: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
