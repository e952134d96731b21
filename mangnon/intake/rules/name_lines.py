"""Cells of names that have several lines or wide gaps: as one line, with a mark where another person may begin."""

import re
from collections.abc import Callable, Mapping, Sequence

from mangnon.intake.rules import carers, guessing, several_names
from mangnon.intake.rules.several_names import BREAK, goes_on
from mangnon.lib import vietnamese

_CARERS = ("parents", "father_name", "mother_name", "guardian_name")
_GAP = re.compile(r"([^\S\n]{2,}|\t)")
_WIDE = 3  # spaces that nobody types by mistake
_TWO_NAMES = 6  # words of two names


def may_be(text: str) -> bool:
    """Whether a text may hold more than one line or a wide gap; quick to tell."""
    return "\n" in text or "  " in text or "\t" in text


def of_row(raw: Sequence[str], places: Mapping[str, int], shown: Callable[[str, str], str]) -> dict[str, str]:
    """The cells of a row that have them; `shown` is the text of a column as a person sees it, its lines kept."""
    found = {}
    for field in ("full_name", *_CARERS):
        text = raw[places[field]] if places.get(field, len(raw)) < len(raw) else ""
        if field != "full_name" and may_be(text):
            found[field] = joined(shown(field, text), two=field == "parents")
        elif "\n" in text:
            found[field] = several_names.lines(shown(field, text))
    return found


def joined(text: str, *, two: bool) -> str:
    """ "Trần Văn Cam⏎Lê Thị Mận" → "Trần Văn Cam | Lê Thị Mận"; "Nguyễn Thị⏎Mận" is one name. `two`: the cell is for two people."""
    parts: list[str] = []
    for line in text.splitlines():
        for part in filter(None, _over_gaps(line)):
            if parts and _goes_on(parts[-1], part, two=two):
                parts[-1] = f"{parts[-1]} {part}"
            elif parts and carers.is_label(parts[-1]) and (len(parts) == 1 or parts[-1].endswith(":")):
                parts[-1] = f"{parts[-1].rstrip(': ')}: {part}"
            else:
                parts.append(part)
    return BREAK.join(parts)


def _goes_on(above: str, below: str, *, two: bool) -> bool:
    """Whether a line is the end of the name above it. A word alone is, where one person is meant; where two are, it may be the other's."""
    if not above[-1].isalpha() or carers.is_label(above) or not carers.is_bare_name(below):
        return False
    return goes_on(above, below) if " " in below or (two and " " in above) else not two


def _over_gaps(line: str) -> list[str]:
    """A line, divided where a gap stands between two whole names; a space typed twice inside one is a space."""
    first, *more = _GAP.split(line)
    parts = [vietnamese.clean(first)]
    for gap, text in zip(more[::2], map(vietnamese.clean, more[1::2]), strict=True):
        wide = len(gap) >= _WIDE or "\t" in gap or len(parts[-1].split()) + len(text.split()) >= _TWO_NAMES
        if wide and guessing.is_name(parts[-1]) and guessing.is_name(text):
            parts.append(text)
        else:
            parts[-1] = f"{parts[-1]} {text}".strip()
    return parts
