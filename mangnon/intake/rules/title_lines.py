"""Lines over a heading and between children, and names of sheets, typed for an old font: read as that font shows them.

Each is read as the rows of its table were typed, unless it reads better as it stands: a new title is often put over an old list.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from mangnon.lib import legacy_text


def reader(encoding: str) -> Callable[[str], str]:
    """What reads a line of a table whose rows were typed so, "" when they are as they stand."""
    return partial(_read, encoding=encoding) if encoding not in ("", legacy_text.UNICODE) else str


def read(lines: Sequence[Sequence[str]], encoding: str) -> list[Sequence[str]]:
    """The lines over a table, read as its rows were typed; over rows as they stand, as the lines themselves show it."""
    if all(cell.isascii() for cells in lines for cell in cells):
        return list(lines)
    letters = reader(encoding or legacy_text.detect(cell for cells in lines for cell in cells).encoding or "")
    return list(lines) if letters is str else [[*map(letters, cells)] for cells in lines]


@lru_cache(maxsize=1 << 8)  # lines come again on every page
def _read(text: str, encoding: str) -> str:
    """A cell as it reads best."""
    if text.isascii() or legacy_text.score(text, encoding) <= legacy_text.score(text, legacy_text.UNICODE):
        return text
    return legacy_text.decode(text, encoding)
