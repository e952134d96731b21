"""Seats of committees follow an act of reorganisation: a seat that comes from an agency, or watches an area, that ends is closed and goes
on with the successor; who sat at a meeting of before stays as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q

from mangnon.accounts.operations.following import FUNCTION_OF
from mangnon.audit.records import Who
from mangnon.institutions import queries as institutions
from mangnon.institutions.operations.applying import carry_questions, note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.plans.models import Member


@dataclass(frozen=True)
class _Way:
    """Where a seat goes on, in the places that are known; `stuck` are those nobody but a person can say more of, which it keeps."""

    seat: Member
    agency: int | None
    area: int | None
    stuck: tuple[int, ...] = ()

    @property
    def goes_on(self) -> bool:
        return (self.agency, self.area) != (self.seat.agency_id, self.seat.area_id)


class Seats:
    """The follower of members by office, field and area."""

    code = "seats"
    areas = "seats.areas"  # where the area a seat watches came from, which may be another place than its agency
    label = "thành viên ban, nhóm"

    def preview(self, move: Move, *, on: date) -> Tally:
        """Seats that would go on under a successor; of divided ones, who must say."""
        ways = self._ways(move)
        return self._tally(move, ways, self._lines(move, ways), {})

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Close and open; a seat begun on the day or later is put right in place."""
        ways = self._ways(move)
        lines = self._lines(move, ways)
        renewed = self._write([way for way in ways if way.goes_on], move.on, act_id=move.act_id)
        return self._tally(move, ways, lines, renewed)

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose for one seat, or for all that wait from one institution."""
        waiting = _running(question.on).filter(Q(agency=question.source) | Q(area=question.source))
        if question.matter:
            waiting = waiting.filter(pk=int(question.matter.removeprefix("seat:")))
        ways = [
            _Way(
                one, target_id if one.agency_id == question.source else one.agency_id,
                target_id if one.area_id == question.source else one.area_id,
            )
            for one in waiting.order_by("id")
        ]  # fmt: skip
        self._write(ways, question.on, act_id=question.act_id)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        sources = move.ended | {key for key, _ in move.back}
        agencies, areas = (
            institutions.followed(act_id=move.restores, follower=code) if move.restores else {} for code in (self.code, self.areas)
        )
        ways = []
        for seat in _running(move.on).filter(Q(agency__in=sources) | Q(area__in=sources)).select_related("committee").order_by("id"):
            agency = _place(move, seat.agency_id, agencies.get(seat.pk, ()), FUNCTION_OF.get(seat.field, ""))
            area = _place(move, seat.area_id, areas.get(seat.pk, ()), "")
            stuck = dict.fromkeys(here for here, to in ((seat.agency_id, agency), (seat.area_id, area)) if here and not to)
            ways.append(_Way(seat, agency or seat.agency_id, area or seat.area_id, tuple(stuck)))
        return [way for way in ways if way.goes_on or way.stuck]

    def _lines(self, move: Move, ways: list[_Way]) -> tuple[Line, ...]:
        return tuple(_line(move, way) for way in ways if way.goes_on)

    def _tally(self, move: Move, ways: list[_Way], lines: tuple[Line, ...], renewed: Mapping[int, int]) -> Tally:
        """What moved, and a question for each place a seat waits for, about the row that `renewed` says goes on."""
        waiting = [(way, place) for way in ways for place in way.stuck]
        asked = tuple(
            Asked(
                source=place, matter=_matter(renewed.get(way.seat.pk, way.seat.pk)), choices=move.onward(place),
                suggested=move.near.get(place),
                label=f"Thành viên “{way.seat.office}” của {way.seat.committee.name}"[:300],
                why=f"{move.names.get(move.near[place], '')} giữ mã hoặc tên của nơi cũ." if place in move.near else "",
            )
            for way, place in waiting
            if move.onward(place)
        )  # fmt: skip
        return Tally(self.code, self.label, len(lines), lines, asked, stranded=len(waiting) - len(asked))

    def _write(self, ways: Iterable[_Way], on: date, *, act_id: int) -> dict[int, int]:
        """Old row → the new row that goes on for it; what still waits about the old one waits for the new."""
        closed, opened, righted, moved = [], [], [], []
        for way in ways:
            old, left = way.seat, (way.seat.agency_id, way.seat.area_id)
            if old.valid.lower is not None and old.valid.lower >= on:
                old.agency_id, old.area_id = way.agency, way.area
                righted.append(old)
                moved.append((old, *left))
                continue
            new = Member(
                committee_id=old.committee_id, part=old.part, office=old.office, agency_id=way.agency, user_id=old.user_id, field=old.field,
                area_id=way.area, valid=DateRange(on, old.valid.upper),
            )  # fmt: skip
            old.valid = DateRange(old.valid.lower, on)
            closed.append(old)
            opened.append(new)
            moved.append((new, *left))
        Member.objects.bulk_update(closed, ["valid"], batch_size=1_000)
        Member.objects.bulk_update(righted, ["agency", "area"], batch_size=1_000)
        Member.objects.bulk_create(opened, batch_size=1_000)
        note_followed(act_id=act_id, follower=self.code, rows=[(one.pk, source) for one, source, _area in moved if source])
        note_followed(act_id=act_id, follower=self.areas, rows=[(one.pk, source) for one, _agency, source in moved if source])
        renewed = {old.pk: new.pk for old, new in zip(closed, opened, strict=True)}
        carry_questions(follower=self.code, matters={_matter(old): _matter(new) for old, new in renewed.items()})
        return renewed


def _matter(seat: int) -> str:
    return f"seat:{seat}"


def _running(on: date):  # type: ignore[no-untyped-def]
    return Member.objects.filter(Q(valid__endswith=None) | Q(valid__endswith__gt=on), valid__isempty=False)


def _place(move: Move, here: int | None, origins: Iterable[int], function: str) -> int | None:
    if here is None:
        return None
    back = next((move.back[here, origin] for origin in origins if (here, origin) in move.back), None)
    return back or (move.goes_to(here, function) if here in move.ended else here)


def _line(move: Move, way: _Way) -> Line:
    agency = way.agency != way.seat.agency_id
    left, reached = (way.seat.agency_id, way.agency) if agency else (way.seat.area_id, way.area)
    return Line(f"{way.seat.office}, {way.seat.committee.name}"[:160], move.names.get(left or 0, ""), move.names.get(reached or 0, ""))
