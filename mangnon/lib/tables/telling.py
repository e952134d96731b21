"""What cells say besides their texts: that they are struck out, that they hold a day rather than the words of one, comments on them."""

from typing import Any

from mangnon.lib.tables.spool import Beside

_TWELFTH = "12"


class Told:
    """A sheet as it is read: the cells of the row in hand that are struck out, and columns all of whose days are of the first twelve of a
    month. `late` are the columns that have shown another day, of which no more need be told; columns count from 0.
    """

    def __init__(self) -> None:
        self.late: set[int] = set()
        self._struck: list[int] = []
        self._days: list[tuple[int, str]] = []
        self._beside: list[Beside] = []
        self._any_struck = False
        self._last_beside = 0
        self._early: dict[int, int] = {}

    def strike(self, place: int) -> None:
        """A cell of the row in hand is struck out."""
        self._struck.append(place)

    def part_struck(self, place: int, text: str) -> None:
        """Letters of a cell of the row in hand are struck out, which are no part of its text."""
        self._beside.append(Beside(place, text, struck=True))

    def day(self, place: int, shown: str) -> None:
        """A cell of the row in hand holds a day, shown as dd/mm/yyyy."""
        if place not in self.late:
            self._days.append((place, shown))

    def forget(self) -> None:
        """The row in hand is read once more."""
        self._struck, self._days, self._beside = [], [], []

    def beside(self, row: int, comments: list[Beside]) -> tuple[Beside, ...]:
        """What the cells of the row in hand, so numbered, have besides their texts, with comments on them; asked before the row ends."""
        found = (*self._beside, *comments)
        self._last_beside = row if found else self._last_beside
        return found

    def row(self) -> tuple[int, ...]:
        """The row in hand ends: its struck cells."""
        for place, shown in self._days:
            if shown[2:3] != "/":
                continue
            if shown[:2] > _TWELFTH:
                self.late.add(place)
                self._early.pop(place, None)
            elif place not in self.late:
                self._early[place] = self._early.get(place, 0) + 1
        struck = tuple(self._struck)
        self._any_struck = self._any_struck or bool(struck)
        self.forget()
        return struck

    def about(self) -> dict[str, Any]:
        """What to keep of the sheet: whether anything is struck out; the last row in which something stands besides a text; the columns of
        early days with how many.
        """
        return {"struck": self._any_struck, "beside": self._last_beside, "early_days": sorted(self._early.items())}
