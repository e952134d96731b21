"""Rows that say how to fill in the others, under the heading of a form: "(ghi như giấy khai sinh)", "dd/mm/yyyy", "Nam/Nữ", "12 số"."""

import re
from collections.abc import Mapping

from mangnon.intake.rules.words import plain

_HINT = re.compile(
    r"(?:dd?|ngay|nn|xx) (?:mm?|thang|tt|xx) (?:yyyy|yy|nam|nnnn|xxxx)|nam (?:hoac |hay )?nu(?: khac)?"
    r"|(?:gom |du |nhap )?\d{1,2} (?:chu |ky tu )?so|(?:khong )?bat buoc(?: nhap)?"
    r"|neu co|tuy chon|(?:ghi|viet|nhap|chon|danh dau|de trong) .+|text|date|van ban"
)
_FEWEST = 2  # of them in a row
_EXAMPLE = re.compile(r"\s*(?:vd|ví dụ)\s*[:.]", re.IGNORECASE)


def is_hint(cells: Mapping[str, str]) -> bool:
    """Whether a row only says how the others are to be filled in, or is called an example."""
    name, birth = cells.get("full_name", ""), cells.get("birth_date", "")
    if name[:1] in "Vv" and _EXAMPLE.match(name):
        return True
    if not birth or birth[0].isdigit() or any(sum(map(str.isdigit, text)) > 2 for text in cells.values()):
        return False
    if name and name[0] != "(" and not _HINT.fullmatch(plain(name)):
        return False  # somebody of whom the rest is not known yet
    return sum(1 for text in cells.values() if text and _HINT.fullmatch(plain(text))) >= _FEWEST
