"""Positions follow an act of reorganisation: the post ends with the old agency and goes on with its successor; its territory likewise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from mangnon.accounts.models import Position
from mangnon.accounts.vocabulary import Field
from mangnon.audit.records import Who
from mangnon.institutions import queries as institutions
from mangnon.institutions.operations.applying import carry_questions, note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.institutions.vocabulary import Function

FUNCTION_OF: dict[str, Function] = {
    Field.CHILDREN: Function.CHILDREN, Field.HEALTH: Function.HEALTH, Field.EDUCATION: Function.EDUCATION, Field.CULTURE: Function.CULTURE,
    Field.SECURITY: Function.SECURITY, Field.FINANCE: Function.FINANCE, Field.INFORMATION: Function.PRESS,
}  # fmt: skip


@dataclass(frozen=True)
class _Way:
    """Where a position goes on, in the places that are known; `stuck` are those nobody but a person can say more of, which it keeps."""

    position: Position
    agency: int
    territory: int
    stuck: tuple[int, ...] = ()

    @property
    def goes_on(self) -> bool:
        return (self.agency, self.territory) != (self.position.agency_id, self.position.territory_id)


class Positions:
    """The follower of the accounts room."""

    code = "accounts"
    territories = "accounts.territories"  # where the territory of a post came from, which may be another place than its agency
    label = "tài khoản"

    def preview(self, move: Move, *, on: date) -> Tally:
        """What would go on where; whose place a person must choose."""
        ways = self._ways(move)
        return self._tally(move, ways, self._lines(move, ways), {})

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Close and open; a post begun after the day on an institution that had ended is put right in place."""
        ways = self._ways(move)
        lines = self._lines(move, ways)
        renewed = self._write([way for way in ways if way.goes_on], move.on, citation=move.label, act_id=move.act_id)
        return self._tally(move, ways, lines, renewed)

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose where a post, or all that wait from one institution, goes on."""
        waiting = Position.objects.filter(Q(agency=question.source) | Q(territory=question.source), _running(question.on))
        if question.matter:
            waiting = waiting.filter(pk=int(question.matter.removeprefix("position:")))
        ways = [
            _Way(
                one, target_id if one.agency_id == question.source else one.agency_id,
                target_id if one.territory_id == question.source else one.territory_id,
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
            agency = self._place(move, position.agency_id, agencies.get(position.pk, ()), FUNCTION_OF.get(position.field, ""))
            territory = self._place(move, position.territory_id, territories.get(position.pk, agencies.get(position.pk, ())), "")
            stuck = dict.fromkeys(here for here, to in ((position.agency_id, agency), (position.territory_id, territory)) if to is None)
            ways.append(_Way(position, agency or position.agency_id, territory or position.territory_id, tuple(stuck)))
        return [way for way in ways if way.goes_on or way.stuck]

    def _place(self, move: Move, here: int, origins: Iterable[int], function: str) -> int | None:
        for origin in origins:
            if (here, origin) in move.back:
                return move.back[here, origin]
        return here if here not in move.ended else move.goes_to(here, function)

    def _lines(self, move: Move, ways: list[_Way]) -> tuple[Line, ...]:
        return tuple(_line(move, way) for way in ways if way.goes_on)

    def _tally(self, move: Move, ways: list[_Way], lines: tuple[Line, ...], renewed: Mapping[int, int]) -> Tally:
        """What moved, and a question for each place a post waits for, about the row that `renewed` says goes on."""
        waiting = [(way, place) for way in ways for place in way.stuck]
        asked = tuple(
            Asked(
                source=place, matter=_matter(renewed.get(way.position.pk, way.position.pk)), choices=move.onward(place),
                label=f"Chức danh “{way.position.title}” của tài khoản {way.position.user.username}",
                suggested=_suggested(move, place), why=_why(move, place),
            )
            for way, place in waiting
            if move.onward(place)
        )  # fmt: skip
        people = len({way.position.user_id for way in ways if way.goes_on})
        return Tally(self.code, self.label, people, lines, asked, stranded=len(waiting) - len(asked))

    def _write(self, ways: Iterable[_Way], on: date, *, citation: str, act_id: int) -> dict[int, int]:
        """Old row → the new row that goes on for it; what still waits about the old one waits for the new."""
        closed, opened, righted, moved = [], [], [], []
        for way in ways:
            old = way.position
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
        renewed = {old.pk: new.pk for old, new in zip(closed, opened, strict=True)}
        carry_questions(follower=self.code, matters={_matter(old): _matter(new) for old, new in renewed.items()})
        return renewed


def _matter(position: int) -> str:
    return f"position:{position}"


def _line(move: Move, way: _Way) -> Line:
    agency = way.agency != way.position.agency_id
    left, reached = (way.position.agency_id, way.agency) if agency else (way.position.territory_id, way.territory)
    return Line(way.position.user.username, move.names.get(left, ""), move.names.get(reached, ""))


def _running(on: date) -> Q:
    return Q(valid__endswith=None) | Q(valid__endswith__gt=on)


def _suggested(move: Move, place: int) -> int | None:
    near = move.near.get(place)
    return near if near in move.onward(place) else None


def _why(move: Move, place: int) -> str:
    near = _suggested(move, place)
    return f"{move.names.get(near, '')} giữ mã hoặc tên của nơi cũ." if near else ""
