"""Where the head of a paper ends, where its foot begins, where annexes follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mangnon.plans.records import Line
from mangnon.plans.rules import markers, words
from mangnon.plans.rules.markers import Rank

_RECIPIENTS = re.compile(r"^(?:Nơi nhận|NƠI NHẬN)\s*[:.]?(?:\s|$)")
AUTHORITY = re.compile(r"^(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s*\.\s*\S")
_OFFICE = re.compile(
    r"^(?:PHÓ |Q\. ?)?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|TRƯỞNG PHÒNG)\b"
)
_ANNEX = re.compile(rf"^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:[IVXL]+|\d{{1,2}}|SỐ|số)\b.*|\s*:.*|\s+[^{words.LOWER}]*)?$")
_SIGNED = re.compile(rf"^(.*[{words.UPPER}]{{2,}})\s+([{words.UPPER}][{words.LOWER}]+(?:\s+[{words.UPPER}][{words.LOWER}]*){{1,4}})$")
_NUMBERED = frozenset({Rank.PART, Rank.CHAPTER, Rank.LETTER, Rank.ROMAN, Rank.ARTICLE, Rank.NUMBER})


@dataclass(frozen=True)
class Zones:
    """The lines of a paper, parted; together they are all of its lines in their order."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def zones(lines: Sequence[Line]) -> Zones:
    """Part a paper. Without any numbered clause the body is empty."""
    start = _body_start(lines)
    end = _foot_start(lines, start)
    return Zones(head=_cells(lines[:start]), body=tuple(lines[start:end]), foot=_columns(lines[end:]))


def _body_start(lines: Sequence[Line]) -> int:
    """The first line that opens a numbering: "I.", "1.", "Phần I", "Điều 1.", "A."."""
    for i, line in enumerate(lines):
        found = markers.marker(line.text)
        if not found or found.rank not in _NUMBERED or not markers.follows(found.rank, None, found.number):
            continue
        if _continues_title(lines, i, found):
            continue
        return i
    return len(lines)


def _continues_title(lines: Sequence[Line], i: int, found: markers.Marker) -> bool:
    """Whether a wrapped line only looks like a first clause: the line above points forward ("theo khoản", "ngày")."""
    if i == 0 or lines[i].whole:
        return False
    before = lines[i - 1].text
    return bool(words.refers(before)) or (not words.closed(before) and not words.opens_upper(found.rest) and bool(found.rest))


def _foot_start(lines: Sequence[Line], start: int) -> int:
    """ "Nơi nhận", the words of authority before a signature, or an annex, whichever comes first below the clauses."""
    for i in range(start + 1, len(lines)):
        cells = [text.strip() for text in lines[i].text.split("\t") if text.strip()]
        first = cells[0]
        if _RECIPIENTS.match(first) or AUTHORITY.match(cells[-1]) or _ANNEX.match(first):
            return i
        ended = lines[i - 1].text.rstrip().endswith(("./.", "/.")) or lines[i].gap or lines[i].whole
        if ended and words.upper(first) and _OFFICE.match(first):
            return i
    return len(lines)


def _cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Columns that share a printed line, one after the other."""
    cells: list[Line] = []
    for line in lines:
        texts = [text.strip() for text in line.text.split("\t") if text.strip()]
        for i, text in enumerate(texts):
            cells.append(Line(text, bold=line.bold if len(texts) == 1 else 0, gap=line.gap or i > 0 or len(texts) > 1, whole=line.whole))
    return tuple(cells)


def _columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The foot read column by column: recipients on the left, signature on the right; what follows an annex heading stays as it is."""
    annex = next((i for i, line in enumerate(lines) if _ANNEX.match(line.text.strip())), len(lines))
    left, right = [], []
    for line in lines[:annex]:
        cells = line.text.split("\t")
        left += [Line(cells[0].strip(), gap=line.gap, whole=line.whole)] if cells[0].strip() else []
        right += [Line(text.strip(), gap=True, whole=line.whole) for text in cells[1:] if text.strip()]
    return (*(piece for line in (*left, *right) for piece in _unfolded(line)), *_cells(lines[annex:]))


def _unfolded(line: Line) -> list[Line]:
    """A whole signature, or a whole list of recipients, run together on one line, taken apart again."""
    if signed := _SIGNED.match(line.text):
        return [Line(signed[1], gap=line.gap, whole=line.whole), Line(signed[2], gap=True, whole=line.whole)]
    if _RECIPIENTS.match(line.text) and re.search(r":\s*-\s", line.text):
        head, *items = re.split(r"\s+(?=-\s)", line.text)
        return [Line(head, gap=line.gap, whole=line.whole), *(Line(item, gap=True, whole=line.whole) for item in items)]
    return [line]


def is_recipients(text: str) -> bool:
    """Whether a line opens the list of recipients."""
    return bool(_RECIPIENTS.match(text))


def is_annex(text: str) -> bool:
    """Whether a line opens an annex."""
    return bool(_ANNEX.match(text))
