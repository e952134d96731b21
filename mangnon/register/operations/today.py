"""Units of residences as they are on the day of writing: a residence of before a reorganisation is no other place than the one of today."""

from datetime import date

from mangnon.institutions import queries as institutions


class Today:
    """Answers for one day, each unit asked once."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._known: dict[int, int] = {}

    def of(self, unit_id: int | None) -> int | None:
        """The unit that has the people of this one on the day; itself where it was divided or nothing is known."""
        if unit_id is None:
            return None
        if unit_id not in self._known:
            self._known[unit_id] = institutions.now_of([unit_id], on=self.on).get(unit_id, unit_id)
        return self._known[unit_id]

    def same(self, one: int | None, other: int | None) -> bool:
        """Whether two units are one on the day."""
        return one == other or (one is not None and other is not None and self.of(one) == self.of(other))
