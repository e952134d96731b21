"""Units of residences as they are on the day of writing: a residence of before a reorganisation is no other place than the one of today."""

from datetime import date

from mangnon.institutions import queries as institutions


class Today:
    """Answers for one day."""

    def __init__(self, on: date) -> None:
        self._now = institutions.whereabouts(on=on)

    def of(self, unit_id: int | None) -> int | None:
        """The unit that has the people of this one on the day; itself where it was divided or nothing is known."""
        return None if unit_id is None else self._now(unit_id) or unit_id

    def same(self, one: int | None, other: int | None) -> bool:
        """Whether two units are one on the day."""
        return one == other or (one is not None and other is not None and self.of(one) == self.of(other))
