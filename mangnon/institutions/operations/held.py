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


@dataclass(frozen=True)
class _Way:
    row: int
    source: int
    target: int | None


class HeldRows:
    """Subclasses name the rows: `code`, `label`, the column `field` that holds the institution, `closed_label`, and what is open."""

    code: ClassVar[str]
    label: ClassVar[str]
    field: ClassVar[str] = "institution"
    function: ClassVar[str] = "children"  # the field of duty they are about, where an agency's went to several
    closed_label: ClassVar[str] = "đã xong giữ tên cũ"

    def every(self) -> QuerySet[Any]:
        """All rows of the kind."""
        raise NotImplementedError

    def open_ones(self) -> QuerySet[Any]:
        """Those that still wait for their institution to do something."""
        raise NotImplementedError

    def preview(self, move: Move, *, on: date) -> Tally:
        """How many would go where; what a person must place, one line for each institution."""
        return self._tally(move, self._ways(move))

    def follow(self, move: Move, *, by: Who, at: datetime) -> Tally:
        """Hand the open rows over."""
        ways = self._ways(move)
        self._write([way for way in ways if way.target is not None], move.act_id)
        return self._tally(move, ways)

    def settle(self, question: Asking, target_id: int, *, by: Who, at: datetime) -> int:
        """Somebody chose for all that wait from one institution."""
        keys = self.open_ones().filter(**{self.field: question.source}).order_by("id").values_list("pk", flat=True)
        ways = [_Way(key, question.source, target_id) for key in keys]
        self._write(ways, question.act_id)
        return len(ways)

    def _ways(self, move: Move) -> list[_Way]:
        sources = move.ended | {key for key, _ in move.back}
        origins = queries.followed(act_id=move.restores, follower=self.code) if move.restores else {}
        found = self.open_ones().filter(**{f"{self.field}__in": sources}).order_by("id").values_list("pk", f"{self.field}_id")
        ways = []
        for row, source in found:
            back = next((move.back[source, origin] for origin in origins.get(row, ()) if (source, origin) in move.back), None)
            if back or source in move.ended:
                ways.append(_Way(row, source, back or move.goes_to(source, self.function)))
        return ways

    def _tally(self, move: Move, ways: list[_Way]) -> Tally:
        known = Counter((way.source, way.target) for way in ways if way.target is not None)
        waiting = Counter(way.source for way in ways if way.target is None and way.source in move.options)
        lines = tuple(
            Line(self.label.capitalize(), move.names.get(source, ""), move.names.get(target, ""), count)
            for (source, target), count in known.items()
        )
        asked = tuple(
            Asked(
                source=source, matter=self.code, label=f"{count} {self.label} của {move.names.get(source, '')}", things=count,
                choices=move.options[source], suggested=move.near.get(source),
                why="Nơi này giữ mã hoặc tên của nơi cũ." if source in move.near else "",
            )
            for source, count in waiting.items()
        )  # fmt: skip
        kept = self.every().filter(**{f"{self.field}__in": move.ended}).exclude(pk__in=self.open_ones().values("pk")).count()
        return Tally(self.code, self.label, sum(known.values()), lines, asked, kept=kept, kept_label=self.closed_label)

    def _write(self, ways: list[_Way], act_id: int) -> None:
        for source, target in {(way.source, way.target) for way in ways}:
            keys = [way.row for way in ways if (way.source, way.target) == (source, target)]
            self.every().filter(pk__in=keys).update(**{f"{self.field}_id": target})
        note_followed(act_id=act_id, follower=self.code, rows=[(way.row, way.source) for way in ways])
