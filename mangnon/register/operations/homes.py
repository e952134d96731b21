"""Children's homes after a reorganisation. A residence keeps the unit it was written with; `lives_in`, the column lists are read by,
is brought to the unit of today, unit by unit, so that the work may be cut anywhere and ends equal. Reads are right before it has ended.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pgtrigger
from django.db import connection, transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.institutions import queries as institutions
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.lib import later
from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import fold, number
from mangnon.register.models import Child

AT_ONCE = 20_000  # homes an act moves in its own transaction; more go on as background work
JOB = "register.homes"

# The home of a child as the register reckons it: where it lives, else is registered for a time, else for good.
_HOME = """
SELECT DISTINCT ON (home.child_id) home.child_id, home.unit_id
  FROM register_residence AS home JOIN register_child AS child ON child.id = home.child_id
 WHERE child.lives_in_id = ANY(%s) AND home.unit_id IS NOT NULL AND upper_inf(home.valid) AND NOT isempty(home.valid)
 ORDER BY home.child_id, CASE home.kind WHEN 'current' THEN 0 WHEN 'temporary' THEN 1 ELSE 2 END, home.id
"""
_BY_HOME = f"""
UPDATE register_child AS child SET lives_in_id = way.target
  FROM ({_HOME}) AS home JOIN unnest(%s::bigint[], %s::bigint[]) AS way(source, target) ON way.source = home.unit_id
 WHERE child.id = home.child_id AND child.lives_in_id <> way.target
"""
_WHOLE = "UPDATE register_child SET lives_in_id = %s WHERE lives_in_id = %s"
_HAMLET = """
UPDATE register_child SET lives_in_id = %s WHERE lives_in_id = %s AND (%s OR hamlet = ANY(%s))
"""


@dataclass(frozen=True)
class _Count:
    unit_id: int
    hamlet: str
    children: int


class Homes:
    """The follower of the register."""

    code = "register"
    label = "trẻ em"

    def preview(self, move: Move, *, on: date) -> Tally:
        """How many children have another unit; of divided ones, hamlet by hamlet, who must say."""
        going = {source: target for source, target in move.whole.items() if source in move.ended}
        returning = {holder for holder, _ in move.back}
        counts = _counts(going.keys() | returning)
        lines = [Line("Hồ sơ trẻ em", move.names.get(key, ""), move.names.get(going.get(key, 0), ""), n) for key, n in counts.items() if n]
        asked = [self._asked(move, one) for one in _by_hamlet(move.options.keys() - returning)]
        return Tally(self.code, self.label, sum(line.count for line in lines), tuple(lines), tuple(asked))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Bring the homes along at once where they are few, else ask for it as background work."""
        tally = self.preview(move, on=day_of(at))
        if move.back:
            self._back(move)
        elif tally.moved <= AT_ONCE:
            for source, target in move.whole.items():
                _run(_WHOLE, target, source)
        else:
            later.run(JOB, once=JOB)
        return tally

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose for a hamlet of a divided unit, or for all of it."""
        wanted = fold(question.matter)
        spelt = [one.hamlet for one in _by_hamlet([question.source]) if fold(one.hamlet) == wanted]
        return _run(_HAMLET, target_id, question.source, not question.matter, spelt)

    def _asked(self, move: Move, one: _Count) -> Asked:
        near = move.near.get(one.unit_id)
        where = one.hamlet or "chưa ghi ấp, khu vực"
        return Asked(
            source=one.unit_id, matter=one.hamlet, choices=move.options[one.unit_id], things=one.children,
            label=f"{number(one.children)} trẻ ở {where}", suggested=near,
            why=f"{move.names.get(near, '')} giữ mã hoặc tên của nơi cũ; so lại với bản đồ địa giới." if near else "",
        )  # fmt: skip

    def _back(self, move: Move) -> None:
        """Where each residence that still stands belongs from the day on; what was written under the joined unit itself stays there."""
        holders = sorted({holder for holder, _ in move.back} | {source for _, source in move.back})
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT DISTINCT unit_id FROM ({_HOME}) AS home", [holders])
            written = [unit for (unit,) in cursor.fetchall()]
        ways = {unit: target for unit, target in institutions.now_of(written, on=move.on).items() if unit != target}
        if ways:
            _run(_BY_HOME, holders, list(ways), list(ways.values()))
        for source, target in move.whole.items():
            _run(_WHOLE, target, source)


def follow_homes(*, by: Who, at: datetime, stop: int | None = None) -> int:
    """Bring `lives_in` of every child to the unit of today, one old unit after the other, each in its own transaction.

    Cut off anywhere and called again it ends the same. `stop` leaves after so many units. How many children were brought along.
    """
    moved = 0
    for done, (source, target) in enumerate(_behind(on=day_of(at)).items()):
        if stop is not None and done >= stop:
            break
        with transaction.atomic():
            children = _run(_WHOLE, target, source)
            subject = Subject(kind="institution", id=str(source), label=f"Nơi ở của {number(children)} trẻ theo đơn vị hiện nay")
            audit.record(act=Act.HOMES_FOLLOWED, subject=subject, by=by, at=at, details={"children": children, "to": target})
            moved += children
    return moved


def _behind(*, on: date) -> Mapping[int, int]:
    """Units of today's column that have ended and gone wholly to one, with that one."""
    units = list(Child.objects.order_by("lives_in_id").values_list("lives_in_id", flat=True).distinct())
    return {unit: target for unit, target in institutions.now_of(units, on=on).items() if unit != target}


def _counts(units: Iterable[int]) -> dict[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lives_in_id, count(*) FROM register_child WHERE lives_in_id = ANY(%s) GROUP BY lives_in_id ORDER BY lives_in_id",
            [list(units)],
        )  # fmt: skip
        return dict(cursor.fetchall())


def _by_hamlet(units: Iterable[int]) -> list[_Count]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT lives_in_id, hamlet, count(*) FROM register_child WHERE lives_in_id = ANY(%s) GROUP BY 1, 2 ORDER BY 1, 2",
            [list(units)],
        )  # fmt: skip
        return sorted((_Count(*row) for row in cursor.fetchall()), key=_in_order)


def _in_order(one: _Count) -> tuple[object, ...]:
    """Khu vực 2 before khu vực 10."""
    parts = re.split(r"(\d+)", fold(one.hamlet))
    return one.unit_id, [part.zfill(6) if part.isdigit() else part for part in parts]


def _run(statement: str, *values: Any) -> int:
    """One UPDATE; the column repeats the residences, so the row history need not repeat the act."""
    with pgtrigger.ignore("register.Child:update_update"), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
