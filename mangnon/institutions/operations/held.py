"""A ready follower for rows that simply belong to an institution while they are open: closed ones keep the name they were made under."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.db.models import QuerySet

from mangnon.audit.records import Who
from mangnon.institutions import queries
from mangnon.institutions.operations.applying import note_followed
from mangnon.institutions.records import Asked, Asking, Line, Move, Tally
from mangnon.institutions.rules import suggesting


@dataclass(frozen=True)
class _Way:
    row: int
    source: int
    target: int | None
    words: str = ""


class HeldRows:
    """Subclasses name the rows: `code`, `label`, the column `field` that holds the institution, `closed_label`, and what is open."""

    code: ClassVar[str]
    label: ClassVar[str]
    field: ClassVar[str] = "institution"
    functions: ClassVar[tuple[str, ...]] = ()  # columns that name the field of duty a row is about, the nearest first
    function: ClassVar[str] = "children"  # the field where no column says one
    words: ClassVar[str] = ""  # the column whose words tell a person which successor of a divided agency a row is for
    closed_label: ClassVar[str] = "đã xong giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        """All rows of the kind."""
        raise NotImplementedError

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        """Those that still wait on the day for their institution to do something."""
        raise NotImplementedError

    def called(self, rows: list[int]) -> str:
        """What stands in the list behind the number for rows that go the same way."""
        return self.label.capitalize()

    def along(self, rows: list[int], source: int, target: int) -> None:
        """What else must go with rows that leave one institution for another; nothing unless said."""

    def preview(self, move: Move, *, on: date) -> Tally:
        """How many would go where; what a person must place: row by row where its words tell, else one line for each institution."""
        return self._tally(move, self._ways(move))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Hand the open rows over."""
        ways = self._ways(move)
        tally = self._tally(move, ways)
        self._write([way for way in ways if way.target is not None], move.act_id)
        return tally

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose for one row, or for all that wait from one institution."""
        waiting = self.open_ones(on=question.on).filter(**{self.field: question.source})
        if question.matter.startswith(f"{self.code}:"):
            waiting = waiting.filter(pk=int(question.matter.removeprefix(f"{self.code}:")))
        ways = [_Way(key, question.source, target_id) for key in waiting.order_by("id").values_list("pk", flat=True)]
        self._write(ways, question.act_id)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        origins = queries.followed(act_id=move.restores, follower=self.code) if move.restores else {}
        found = self.open_ones(on=move.on).filter(**{f"{self.field}__in": move.sources}).order_by("id")
        columns = ["pk", f"{self.field}_id", *((self.words,) if self.words else ()), *self.functions]
        ways = []
        for row, source, *rest in found.values_list(*columns):
            words = rest.pop(0) if self.words else ""
            back = next((move.back[source, origin] for origin in origins.get(row, ()) if (source, origin) in move.back), None)
            target = back or self._target(move, source, next((one for one in rest if one), self.function))
            if target is not None or source in move.ended:
                ways.append(_Way(row, source, target, words))
        return ways

    def _target(self, move: Move, source: int, function: str) -> int | None:
        return move.goes_to(source, function) if source in move.ended else move.fields.get((source, function))

    def _tally(self, move: Move, ways: list[_Way]) -> Tally:
        going: dict[tuple[int, int], list[int]] = {}
        for way in ways:
            if way.target is not None:
                going.setdefault((way.source, way.target), []).append(way.row)
        lines = tuple(
            Line(self.called(rows), move.names.get(source, ""), move.names.get(target, ""), len(rows))
            for (source, target), rows in going.items()
        )
        kept = self.every().filter(**{f"{self.field}__in": move.ended}).exclude(pk__in=self.open_ones(on=move.on).values("pk")).count()
        asked = tuple(self._asked(move, [way for way in ways if way.target is None and move.onward(way.source)]))
        stranded = sum(way.target is None and not move.onward(way.source) for way in ways)
        return Tally(
            self.code, self.label, sum(map(len, going.values())), lines, asked, kept=kept, kept_label=self.closed_label, stranded=stranded
        )

    def _asked(self, move: Move, waiting: list[_Way]) -> list[Asked]:
        fields = {source for source, _ in move.fields}
        telling = [way for way in waiting if self.words and way.source in fields]
        together = Counter(way.source for way in waiting if way not in telling)
        asked = [self._by_words(move, way) for way in telling]
        for source, count in together.items():
            near = move.near.get(source)
            asked.append(
                Asked(
                    source=source, matter=self.code, label=f"{count} {self.label} của {move.names.get(source, '')}", things=count,
                    choices=move.onward(source), suggested=near, why="Nơi này giữ mã hoặc tên của nơi cũ." if near else "",
                )
            )  # fmt: skip
        return asked

    def _by_words(self, move: Move, way: _Way) -> Asked:
        among = {function: target for (source, function), target in move.fields.items() if source == way.source}
        found = suggesting.by_words(way.words, among)
        return Asked(
            source=way.source, matter=f"{self.code}:{way.row}", label=f"{self.label.capitalize()}: {way.words}"[:300],
            choices=move.onward(way.source), suggested=found[0] if found else None,
            why=suggesting.why(found[1], found[2], move.names.get(found[0], "")) if found else "",
        )  # fmt: skip

    def _write(self, ways: list[_Way], act_id: int) -> None:
        for source, target in {(way.source, way.target) for way in ways if way.target is not None}:
            keys = [way.row for way in ways if (way.source, way.target) == (source, target)]
            self.every().filter(pk__in=keys).update(**{f"{self.field}_id": target})
            self.along(keys, source, target)
        note_followed(act_id=act_id, follower=self.code, rows=[(way.row, way.source) for way in ways])
