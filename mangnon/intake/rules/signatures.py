"""The signatures under a list: from "NGƯỜI LẬP BIỂU" on, names of officers are no children, until a row with figures comes."""

import re
from collections.abc import Iterable, Iterator

from mangnon.intake.rules import feet, guessing, sections
from mangnon.intake.rules.words import plain
from mangnon.lib.tables import Row

_SIGNED = re.compile(
    r"^(?:nguoi (?:lap|lam|duyet|ghi|kiem)|lap bieu|lap bang|tm |kt |tl |chu tich|pho chu tich|thu truong"
    r"|truong (?:ap|khu vuc|khom|thon|phong)|to truong|xac nhan|ky ten|ky ghi ro|ky va ghi|cong tac vien|can bo|cong chuc"
    r"|duyet cua|phe duyet|ubnd|uy ban)\b"
)
_CALLED = re.compile(r"^(?:dt|sdt|dien thoai|di dong)\b")  # a line of telephones under the names of officers
_FIGURES = re.compile(r"\d\D?\d\D?\d\D?\d")  # of a day, a year, a number


def without(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a table without the signatures under it; what may be a child, a title or a total is left."""
    signed = False
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if filled and (signed or len(filled) <= 5):
            if signed and all(_CALLED.match(plain(cell)) for cell in filled):
                continue
            if filled[0].strip().isdigit() or any(_FIGURES.search(cell) for cell in filled) or sections.line(row.cells):
                signed = False
            elif not signed:
                signed = feet.begins(filled[0], _SIGNED) is not None and all(map(_signs, filled))
            if signed and (len(filled) > 1 or guessing.is_name(filled[0])):
                continue
        yield row


def _signs(cell: str) -> bool:
    return cell.isupper() or feet.begins(cell, _SIGNED) is not None
