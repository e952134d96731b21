"""What every keeper of facts does: knows what stands, notes what is new, writes it all at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import ClassVar

from django.db import models as tables
from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import calendar
from mangnon.lib.copying import write_changed, write_new
from mangnon.register import models

_CHILD_FIELDS = ["school_level", "school_state", "closed_on", "closed_reason"]


class Page:
    """What the keepers of one call share: the children, the source, the day."""

    def __init__(self, child_ids: Iterable[int], source: models.Source, *, at: datetime, by_label: str) -> None:
        found = models.Child.objects.select_for_update().filter(pk__in=list(child_ids)).order_by("id")
        self.children = {child.pk: child for child in found}
        self.source, self.at, self.on, self.by_label = source, at, calendar.day_of(at), by_label
        self.changed: dict[int, models.Child] = {}

    def write(self) -> None:
        """Write what facts changed of the children themselves."""
        write_changed(models.Child, list(self.changed.values()), _CHILD_FIELDS)


class Keeper[F]:
    """Compares facts of one kind with what stands. `name` is what a changed row reports."""

    name: ClassVar[str]
    model: ClassVar[type[tables.Model]]
    fields: ClassVar[tuple[str, ...]]  # columns a correction may touch

    def __init__(self, page: Page) -> None:
        self.page = page
        self.new: list[tables.Model] = []
        self.corrected: dict[int, tables.Model] = {}
        self.load(list(page.children))

    def load(self, child_ids: list[int]) -> None:
        """Read what stands for these children."""
        raise NotImplementedError

    def apply(self, child: models.Child, fact: F, row: int | None) -> bool:
        """Note a fact; whether it says something new."""
        raise NotImplementedError

    def write(self) -> None:
        """Write everything noted."""
        write_changed(self.model, list(self.corrected.values()), self.fields)
        write_new(self.model, self.new)

    def open(self, fact: tables.Model) -> None:
        """A new row."""
        self.new.append(fact)

    def correct(self, fact: tables.Model) -> None:
        """A row that says something else now; the row history keeps what stood before. A row of this very call is simply other."""
        if fact.pk is not None:
            self.corrected[fact.pk] = fact

    def end(self, fact: models.Fact, day: date) -> None:
        """The spell held until the day before; one that began that day or later becomes empty."""
        lower = fact.valid.lower
        fact.valid = DateRange(lower, day) if lower is None or lower < day else DateRange(empty=True)
        self.correct(fact)

    def origin(self, row: int | None) -> dict[str, int | None]:
        return {"source_id": self.page.source.pk, "source_row": row}
