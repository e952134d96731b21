"""Which lines of a clause are its heading and which its text. Decided by form: capitals, bold, full stop, sub-points, wrapping."""

import re
from collections.abc import Sequence

from mangnon.plans.records import Line
from mangnon.plans.rules import agencies, words
from mangnon.plans.rules.markers import Rank

LONGEST_HEADING = 420  # characters; the longest in the plans read so far has 250
_DIVISIONS = frozenset({Rank.PART, Rank.CHAPTER, Rank.DIVISION, Rank.LETTER, Rank.ROMAN})
_COLON_HEADING_WORDS = 14
_USUAL = re.compile(
    r"^(?:Mục (?:tiêu|đích)|Các mục tiêu|Yêu cầu|Quan điểm|"
    r"Đối tượng|Phạm vi|Thời gian|Địa điểm|Nội dung|Kinh phí|Nguồn kinh phí|Định hướng|"
    r"Căn cứ|Tình hình|Kết quả|Tồn tại|Hạn chế|Nguyên nhân|Thuận lợi|Khó khăn|Chỉ tiêu)\b"
)
_NAME_LINES = 4  # an agency's name, or a list of them, over so many printed lines at most


def split(lines: Sequence[Line], *, rank: Rank, has_children: bool, width: int) -> tuple[list[Line], list[Line]]:
    """(heading, text) of one clause whose mark has been cut from its first line.

    `width` is the length of a full line of this paper; a line that stops far short of it stopped because its paragraph ended.
    """
    lines = [line for line in lines if line.text]
    if not lines:
        return [], []
    if bold := _bold_heading(lines, rank):
        return bold
    if rank in _DIVISIONS and words.upper(lines[0].text):
        return _at(lines, next((i for i, line in enumerate(lines) if not words.still_upper(line.text)), len(lines)))
    if named := _agency_heading(lines):
        return named
    whole = words.joined(lines)
    if not words.closed(whole):
        cut = _paragraph_break(lines, width)
        if has_children or rank in _DIVISIONS:
            return _at(lines, cut or len(lines))
        return _at(lines, cut) if cut and words.closed(lines[-1].text) else ([], lines)
    if whole.endswith(":") and has_children and rank < Rank.POINT and len(whole.split()) <= _COLON_HEADING_WORDS:
        return lines, []
    if has_children and rank < Rank.POINT and len(whole.split()) <= _COLON_HEADING_WORDS and whole.count(".") == 1 and whole.endswith("."):
        return lines, []
    cut = _paragraph_break(lines, width)
    return _at(lines, cut) if cut else ([], lines)


def _at(lines: list[Line], cut: int) -> tuple[list[Line], list[Line]]:
    return lines[:cut], lines[cut:]


def _bold_heading(lines: list[Line], rank: Rank) -> tuple[list[Line], list[Line]] | None:
    """Bold whole paragraphs, or a bold beginning of the first one ("**1. Sở Y tế:** chủ trì …"), as Nghị định 30 sets headings."""
    if rank >= Rank.DASH:
        return None
    count = 0
    for line in lines:
        if line.bold < len(line.text):
            break
        count += 1
    if count and len(words.joined(lines[:count])) <= LONGEST_HEADING:
        return _at(lines, count)
    first = lines[0]
    if 0 < first.bold < len(first.text) and len(first.text[: first.bold].strip()) > 2:
        heading, rest = first.text[: first.bold].strip(), first.text[first.bold :].strip()
        return [Line(heading, whole=first.whole)], [Line(rest), *lines[1:]]
    return None


def _agency_heading(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    """ "Sở Y tế: chủ trì …" on one line, or an agency's name that ends before a line opening with a verb."""
    at = next((i for i, line in enumerate(lines[:_NAME_LINES]) if ":" in line.text), None)
    if at is not None:
        before, _colon, after = lines[at].text.partition(":")
        name = words.joined([*lines[:at], Line(before.strip())])
        if after.strip() and "\n" not in name and agencies.is_heading(name):
            return [*lines[:at], Line(f"{before.strip()}:", whole=lines[at].whole)], [Line(after.strip()), *lines[at + 1 :]]
    for cut in range(1, min(_NAME_LINES, len(lines))):
        name = words.joined(lines[:cut]).rstrip(":. ")
        if "\n" in name:
            break
        if agencies.is_heading(name) and words.OPENERS.match(lines[cut].text) and words.opens_upper(lines[cut].text):
            return _at(lines, cut)
    return None


def _paragraph_break(lines: list[Line], width: int) -> int | None:
    """Where a heading without full stop gives way to its text: at a paragraph of its own, or at a line that opens like a sentence."""
    for cut in range(1, len(lines)):
        if re.search(r"[.;]$", lines[cut - 1].text):
            return None  # a sentence has ended before any break: all of it is text
        heading = words.joined(lines[:cut])
        if len(heading) <= LONGEST_HEADING and _begins_paragraph(lines[cut], lines[cut - 1].text, heading, width):
            return cut
    return None


def _begins_paragraph(line: Line, before: str, heading: str, width: int) -> bool:
    """Whether a line starts a paragraph of its own; `before` is the line above, the last of `heading`, and ends no sentence."""
    if line.whole:
        return True
    if before.endswith((",", "-", "–", "(", "“")) or words.refers(before) or not words.opens_upper(line.text):
        return False
    if line.gap or (_USUAL.match(heading) and len(before) < 0.7 * width):
        return True
    if not words.OPENERS.match(line.text) or re.match(r"\d", line.text):
        return False
    return not ends_openly(before) or len(before) + len(line.text.split()[0]) + 1 < width // 2


_OPEN_END = re.compile(
    r"\b(?:và|của|các|về|với|cho|trong|theo|tại|do|là|để|từ|đến|bằng|trên|hoặc|những|cùng|như|khi|không|có|được|sự|việc|“)$", re.IGNORECASE
)


def ends_openly(text: str) -> bool:
    """Whether a line ends in a word that calls for another: no heading ends so."""
    return bool(_OPEN_END.search(text))
