"""Positions follow an act of reorganisation: the post ends with the old agency and goes on with its successor; its territory likewise."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from mangnon.accounts.models import Position
from mangnon.accounts.vocabulary import Field
from mangnon.audit.records import Who
from mangnon.institutions import queries as institutions
from mangnon.institutions.operations.applying import note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.institutions.vocabulary import Function

FUNCTION_OF: dict[str, Function] = {
    Field.CHILDREN: Function.CHILDREN, Field.HEALTH: Function.HEALTH, Field.EDUCATION: Function.EDUCATION, Field.CULTURE: Function.CULTURE,
    Field.SECURITY: Function.SECURITY, Field.FINANCE: Function.FINANCE, Field.INFORMATION: Function.PRESS,
}  # fmt: skip


@dataclass(frozen=True)
class _Way:
    """Where a position goes: agency and territory; None of them where a person must choose among `choices`."""

    position: Position
    agency: int | None
    territory: int | None
    source: int
    choices: tuple[int, ...] = ()

    @property
    def known(self) -> bool:
        return self.agency is not None and self.territory is not None


class Positions:
    """The follower of the accounts room."""

    code = "accounts"
    territories = "accounts.territories"  # where the territory of a post came from, which may be another place than its agency
    label = "tài khoản"

    def preview(self, move: Move, *, on: date) -> Tally:
        """What would go on where; whose place a person must choose."""
        return self._tally(move, self._ways(move))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Close and open; a post begun after the day on an institution that had ended is put right in place."""
        ways = self._ways(move)
        self._write([way for way in ways if way.known], move.on, citation=move.label, act_id=move.act_id)
        return self._tally(move, ways)

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose where a post, or all that wait from one institution, goes on."""
        waiting = Position.objects.filter(Q(agency=question.source) | Q(territory=question.source), _running(question.on))
        if question.matter:
            waiting = waiting.filter(pk=int(question.matter.removeprefix("position:")))
        ways = [
            _Way(
                one, target_id if one.agency_id == question.source else one.agency_id,
                target_id if one.territory_id == question.source else one.territory_id, question.source,
            )
            for one in waiting.select_related("user")
        ]  # fmt: skip
        self._write(ways, question.on, citation="Quyết định nơi tiếp nhận", act_id=question.act_id)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        sources = move.ended | {key for key, _ in move.back}
        found = Position.objects.filter(Q(agency__in=sources) | Q(territory__in=sources), _running(move.on))
        agencies, territories = (
            institutions.followed(act_id=move.restores, follower=code) if move.restores else {} for code in (self.code, self.territories)
        )
        ways = []
        for position in found.select_related("user").order_by("user__username", "id"):
            function = FUNCTION_OF.get(position.field, "")
            agency = self._place(move, position.agency_id, agencies.get(position.pk, ()), function)
            territory = self._place(move, position.territory_id, territories.get(position.pk, agencies.get(position.pk, ())), "")
            if (agency, territory) == (position.agency_id, position.territory_id):
                continue
            stuck = position.agency_id if agency is None else position.territory_id
            choices = move.options.get(stuck) or move.divided.get(stuck) or () if agency is None or territory is None else ()
            ways.append(_Way(position, agency, territory, stuck, tuple(choices)))
        return ways

    def _place(self, move: Move, here: int, origins: Iterable[int], function: str) -> int | None:
        for origin in origins:
            if (here, origin) in move.back:
                return move.back[here, origin]
        return here if here not in move.ended else move.goes_to(here, function)

    def _tally(self, move: Move, ways: list[_Way]) -> Tally:
        known = [way for way in ways if way.known]
        names = move.names
        lines = tuple(
            Line(way.position.user.username, names.get(way.source, ""), names.get(way.agency or 0, "") or names.get(way.territory or 0, ""))
            for way in known
        )
        asked = tuple(
            Asked(
                source=way.source, matter=f"position:{way.position.pk}", choices=way.choices,
                label=f"Chức danh “{way.position.title}” của tài khoản {way.position.user.username}",
                suggested=_suggested(move, way), why=_why(move, way),
            )
            for way in ways
            if not way.known and way.choices
        )  # fmt: skip
        stranded = len(ways) - len(known) - len(asked)
        return Tally(self.code, self.label, len({way.position.user_id for way in known}), lines, asked, stranded=stranded)

    def _write(self, ways: Iterable[_Way], on: date, *, citation: str, act_id: int) -> None:
        closed, opened, righted, moved = [], [], [], []
        for way in ways:
            old = way.position
            if way.agency is None or way.territory is None:
                continue
            if old.valid.lower is not None and old.valid.lower >= on:
                moved.append((old, old.agency_id, old.territory_id))
                old.agency_id, old.territory_id = way.agency, way.territory
                righted.append(old)
                continue
            new = Position(
                user=old.user, role=old.role, title=old.title, agency_id=way.agency, territory_id=way.territory, field=old.field,
                valid=DateRange(on, old.valid.upper), citation=citation[:200],
            )  # fmt: skip
            old.valid = DateRange(old.valid.lower, on)
            closed.append(old)
            opened.append(new)
            moved.append((new, old.agency_id, old.territory_id))
        Position.objects.bulk_update(closed, ["valid"], batch_size=1_000)
        Position.objects.bulk_update(righted, ["agency", "territory"], batch_size=1_000)
        Position.objects.bulk_create(opened, batch_size=1_000)
        note_followed(act_id=act_id, follower=self.code, rows=[(one.pk, source) for one, source, _territory in moved])
        note_followed(act_id=act_id, follower=self.territories, rows=[(one.pk, source) for one, _agency, source in moved])


def _running(on: date) -> Q:
    return Q(valid__endswith=None) | Q(valid__endswith__gt=on)


def _suggested(move: Move, way: _Way) -> int | None:
    near = move.near.get(way.source)
    return near if near in way.choices else None


def _why(move: Move, way: _Way) -> str:
    near = _suggested(move, way)
    return f"{move.names.get(near, '')} giữ mã hoặc tên của nơi cũ." if near else ""
