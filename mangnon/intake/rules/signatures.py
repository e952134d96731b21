"""The signatures under a list: from "NGƯỜI LẬP BIỂU" on, names of officers are no children, until a row with figures comes."""

import re
from collections.abc import Iterable, Iterator

from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

_SIGNED = re.compile(
    r"^(?:nguoi (?:lap|lam|duyet|ghi|kiem)|lap bieu|lap bang|tm |kt |tl |chu tich|pho chu tich|thu truong"
    r"|truong (?:ap|khu vuc|khom|thon|phong)|to truong|xac nhan|ky ten|ky ghi ro|ky va ghi|cong tac vien|can bo|cong chuc)\b"
)
_FIGURES = re.compile(r"\d\D?\d\D?\d\D?\d")  # of a day, a year, a number


def without(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a table without the signatures under it."""
    signed = False
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if filled and (signed or len(filled) <= 5) and not filled[0].strip().isdigit():
            dated = any(_FIGURES.search(cell) for cell in filled)
            signed = (signed or any(_SIGNED.match(plain(cell)) for cell in filled)) and not dated
            if signed:
                continue
        else:
            signed = False
        yield row
