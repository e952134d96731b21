"""What cells of an .xlsx mean, and where the rows of a sheet go as they are read."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn

from mangnon.lib.tables import limits, number_formats
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, cell_too_long, cell_twice, reaches_out, too_far, too_large
from mangnon.lib.tables.shared_strings import Strings, unescaped
from mangnon.lib.tables.spool import Writer
from mangnon.lib.tables.telling import Told
from mangnon.lib.tables.xlsx_comments import Comments


@dataclass
class Meaning:
    """What the cells of a workbook refer to."""

    name: str
    strings: Strings
    styles: dict[str, str]
    from_1904: bool
    struck: frozenset[str] = frozenset()  # formats of cells whose letters are struck out
    cells: int = 0
    uncounted: int = 0  # formulas without a result
    first_uncounted: str = ""  # where the first of them stands
    texts: dict[str, str] = field(default_factory=dict)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The formats that say more than the text of a cell: of days, of struck letters."""
        return self.struck | {style for style, kind in self.styles.items() if kind == "date"}

    def value(self, text: str, kind: str, style: str) -> str:
        """What a cell shows."""
        if kind == "s":
            try:
                return self.strings[int(text)]
            except (ValueError, IndexError) as error:
                raise broken(self.name) from error
        if kind in ("", "n"):
            special = self.styles.get(style, "")
            if not special and text.isdecimal() and text.isascii() and len(text) < 16 and text[0] != "0":
                return text
            return number_formats.shown(text, special, self.from_1904)
        if kind == "b":
            return "TRUE" if text.strip() in ("1", "true") else "FALSE"
        if kind == "d":
            return number_formats.iso_day(text)
        return unescaped(text)


class Page:
    """A sheet being read; `row` is the number of its last row so far."""

    def __init__(self, title: str, meaning: Meaning, out: Writer, comments: Comments) -> None:
        self.title, self.meaning, self._comments = title, meaning, comments
        self.row = 0
        self.told = Told()
        self._telling = False
        self._out = out

    def tell(self, place: int, style: str, kind: str, shown: str) -> None:
        """Note what a cell of the row being read says besides its text; one without a format of `Meaning.telling` says nothing."""
        self._telling = True
        if style in self.meaning.struck:
            self.told.strike(place)
        if kind == "d" or (kind in ("", "n") and self.meaning.styles.get(style) == "date"):
            self.told.day(place, shown)

    def tell_struck(self, place: int, struck: str) -> None:
        """Note that letters of a cell of the row being read are struck out; "": all of them."""
        self._telling = True
        if struck:
            self.told.part_struck(place, struck)
        else:
            self.told.strike(place)

    def note_uncounted(self, letters: str) -> None:
        """A cell of the row being read holds a formula without a result."""
        self.meaning.uncounted += 1
        self.meaning.first_uncounted = self.meaning.first_uncounted or f"ô {letters}{self.row}, trang “{self.title}”"

    def read_again(self, row: int) -> None:
        """Forget the row being read: the last one read whole is this one."""
        self.row, self._telling = row, False
        self.told.forget()

    def write(self, cells: list[str], filled: int, *, hidden: bool) -> None:
        """Write the last row."""
        if self.row > limits.ROWS:
            raise UnreadableFile(f"Tệp “{self.meaning.name}” có dòng {self.row} ở trang “{self.title}”, vượt giới hạn của Excel. {COPY}")
        self.meaning.cells += filled
        if self.meaning.cells > limits.CELLS:
            raise too_large(self.meaning.name)
        if self._telling or self.row in self._comments:
            self._telling = False
            beside = self.told.beside(self.row, self._comments.get(self.row, []))
            self._out.row(self.row, cells, hidden=hidden, struck=self.told.row(), beside=beside)
        else:
            self._out.row(self.row, cells, hidden=hidden)

    def refuse_place(self, letters: str) -> NoReturn:
        raise too_far(self.meaning.name, cell=f"{letters}{self.row}", sheet=self.title)

    def refuse_length(self, letters: str) -> NoReturn:
        raise cell_too_long(self.meaning.name, cell=f"{letters}{self.row}", sheet=self.title)

    def refuse_twice(self, letters: str) -> NoReturn:
        raise cell_twice(self.meaning.name, cell=f"{letters}{self.row}", sheet=self.title)

    def refuse_reaching(self) -> NoReturn:
        raise reaches_out(self.meaning.name, sheet=self.title)
