"""The clause tree: which lines open a clause, what each clause is called, what is its heading and what its text."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mangnon.lib.vietnamese import fold
from mangnon.plans.records import Clause, Line
from mangnon.plans.rules import headings, markers, words
from mangnon.plans.rules.markers import Marker, Rank

CLOSING_ID = "cuối"
_CLOSING = re.compile(
    r"^(?:Trên đây là|Trong quá trình|Kế hoạch này|Yêu cầu |Đề nghị |Nhận được|Căn cứ (?:nội dung )?Kế hoạch này|"
    r"Ủy ban nhân dân .*(?:yêu cầu|đề nghị))"
)
_USUAL_COMPOUNDS = frozenset({
    ("dong", "thuong"), ("hoa", "xa"), ("hoa", "the"), ("hoa", "thong"), ("thanh", "truyen"), ("so", "ke"), ("dinh", "nha"),
    ("truong", "xa"),
    ("lap", "tu"), ("do", "hanh"), ("te", "xa"), ("tri", "xa"), ("truong", "gia"), ("hoc", "nghe"), ("can", "ky"), ("so", "xa"),
})  # fmt: skip
_NAMED_ROOTS = {Rank.PART: "P", Rank.CHAPTER: "C", Rank.DIVISION: "M", Rank.ARTICLE: "Đ"}


@dataclass
class _Node:
    """A clause while its lines are being gathered."""

    rank: Rank
    number: str
    mark: str
    parent: "_Node | None"
    lines: list[Line] = field(default_factory=list)
    children: list["_Node"] = field(default_factory=list)
    id: str = ""

    @property
    def last_line(self) -> Line:
        return self.lines[-1]


def clauses(body: Sequence[Line]) -> tuple[Clause, ...]:
    """The clauses of a body in their printed order, each after its parent; the closing paragraph last, as `cuối`."""
    roots = _grow([replace(line, text=" ".join(line.text.split())) for line in body])
    ordered = [node for root in roots for node in _walk(root)]
    width = _full_line(body)
    closing = _cut_closing(ordered[-1]) if ordered else []
    _name(ordered)
    found = [_clause(node, width) for node in ordered]
    if closing:
        found.append(Clause(id=CLOSING_ID, level=1, mark="", title="", text=words.joined(closing), parent=None))
    return tuple(found)


def _grow(body: Sequence[Line]) -> list[_Node]:
    roots: list[_Node] = []
    stack: list[_Node] = []
    paren_is_outer, compounds = _paren_before_point(body), _compounds(body)
    for line in body:
        found = markers.marker(line.text)
        if found and not _opens(found, line, stack, paren_is_outer, compounds):
            found = None
        if found is None:
            if stack:
                stack[-1].lines.append(line)
            continue
        while stack and _depth(stack[-1].rank, paren_is_outer) >= _depth(found.rank, paren_is_outer):
            stack.pop()
        node = _Node(found.rank, found.number, found.mark, stack[-1] if stack else None)
        cut = len(line.text) - len(found.rest)
        node.lines.append(Line(found.rest, bold=max(0, line.bold - cut), gap=line.gap, whole=line.whole))
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _opens(found: Marker, line: Line, stack: Sequence[_Node], paren_is_outer: bool, compounds: frozenset[tuple[str, str]]) -> bool:
    """Whether a line that looks like the start of a clause is one, and not a wrapped line of the clause above.

    Evidence: the line above ends a sentence or a heading; the number is the one expected; the text does not go on in small letters.
    """
    if not stack:
        return True
    if line.whole:
        return bool(found.rest) or found.rank in (Rank.PART, Rank.CHAPTER, Rank.DIVISION)
    above = stack[-1].last_line.text
    ended = words.closed(above) or line.gap or (words.upper(above) and stack[-1].rank <= Rank.ROMAN)
    if found.rank in (Rank.DASH, Rank.PLUS):
        return _opens_dash(found, above, ended, compounds)
    depth = _depth(found.rank, paren_is_outer)
    before = _sibling(stack, depth)
    expected = markers.follows(found.rank, before.number if before else None, found.number)
    if found.rank is Rank.DECIMAL and before is None:
        number = next((node.number for node in reversed(stack) if node.rank is Rank.NUMBER), None)
        expected = number is None or found.number.startswith(f"{number}.")
    if words.refers(above) and not line.gap:
        return False
    starts_clean = words.opens_upper(found.rest) or not found.rest
    if expected:
        return ended or starts_clean
    return ended and starts_clean and (found.rank is not Rank.ROMAN or words.upper(found.rest) or line.gap)


def _opens_dash(found: Marker, above: str, ended: bool, compounds: frozenset[tuple[str, str]]) -> bool:
    """A dash opens an item unless it stands inside a name ("Sở Lao động / - Thương binh và Xã hội") or a span ("2021 / - 2030")."""
    if not found.rest or (found.mark in "-–—" and above.endswith(("-", "–"))):
        return False
    if _joint(above, found.rest) in compounds or (above[-1:].isdigit() and re.match(r"\d{4}\b", found.rest)):
        return False
    if ended or found.rank is Rank.PLUS:
        return True
    return words.opens_upper(found.rest) and not above.endswith((",", "(")) and not words.refers(above) and not headings.ends_openly(above)


def _joint(before: str, after: str) -> tuple[str, str]:
    """The syllable before a dash and the one after, without marks: "Sở Lao động - Thương binh" → ("dong", "thuong")."""
    left, right = fold(before).split()[-1:], fold(after).split()[:1]
    return (left[0] if left else "", right[0].strip(",.;:") if right else "")


def _compounds(body: Sequence[Line]) -> frozenset[tuple[str, str]]:
    """Names with a dash inside: those this paper writes on one line, and the usual ones."""
    inside = (found for line in body for found in re.finditer(r"(\w+)\s[-–]\s(\w+)", line.text))
    return _USUAL_COMPOUNDS | {_joint(found[1], found[2]) for found in inside}


def _sibling(stack: Sequence[_Node], depth: float) -> _Node | None:
    """The last clause of the same depth that is still open."""
    for node in reversed(stack):
        if _depth(node.rank, True) == depth or _depth(node.rank, False) == depth:
            return node
        if node.rank < depth:
            return None
    return None


def _depth(rank: Rank, paren_is_outer: bool) -> float:
    """Ranks in order, but "1)" stands above "a)" in papers that use it so."""
    return Rank.POINT - 0.5 if rank is Rank.PAREN and paren_is_outer else float(rank)


def _paren_before_point(body: Sequence[Line]) -> bool:
    for line in body:
        found = markers.marker(line.text)
        if found and found.rank in (Rank.PAREN, Rank.POINT) and found.number in ("1", "a"):
            return found.rank is Rank.PAREN
    return False


def _walk(node: _Node) -> list[_Node]:
    return [node, *(below for child in node.children for below in _walk(child))]


def _full_line(body: Sequence[Line]) -> int:
    """The usual length of a full printed line."""
    lengths = [len(line.text) for line in body if not line.whole]
    return int(statistics.quantiles(lengths, n=10)[7]) if len(lengths) > 1 else 80


def _cut_closing(last: _Node) -> list[Line]:
    """Take the closing paragraphs off the last clause."""
    for i in range(1, len(last.lines)):
        line, above = last.lines[i], last.lines[i - 1]
        if not words.closed(above.text):
            continue
        if _CLOSING.match(line.text) or ((line.whole or line.gap) and _ends_paper(last.lines[i:])):
            last.lines, closing = last.lines[:i], last.lines[i:]
            return closing
    return []


def _ends_paper(lines: Sequence[Line]) -> bool:
    """Whether these are the paragraphs after which the paper ends: the last has the closing sign "./."."""
    return lines[-1].text.replace(" ", "").endswith(("./.", "/."))


def _name(ordered: Sequence[_Node]) -> None:
    """Give every clause its address; a number borne twice under one parent gets "#2"."""
    ranks = {node.rank for node in ordered}
    outermost = min(ranks)
    taken: set[str] = set()
    for node in ordered:
        base = _address(node, outermost, Rank.ROMAN in ranks or Rank.ARTICLE in ranks)
        name, count = base, 1
        while name in taken:
            count += 1
            name = f"{base}#{count}"
        taken.add(name)
        node.id = name


def _address(node: _Node, outermost: Rank, mixed: bool) -> str:
    parent = node.parent.id if node.parent else ""
    if node.rank is Rank.ARTICLE:
        return f"Đ{node.number}"  # articles are numbered through the whole paper
    if node.rank in (Rank.DASH, Rank.PLUS):
        position = sum(1 for sibling in node.parent.children if sibling.rank is node.rank and sibling.id) + 1 if node.parent else 1
        return f"{parent}{'-' if node.rank is Rank.DASH else '+'}{position}"
    if node.rank in _NAMED_ROOTS:
        sign = "" if node.rank is Rank.PART and not mixed else _NAMED_ROOTS[node.rank]
        return f"{parent}.{sign}{node.number}" if parent else f"{sign}{node.number}"
    number = node.number
    if node.rank in (Rank.DECIMAL, Rank.SUBDECIMAL) and node.parent and node.parent.rank in (Rank.NUMBER, Rank.DECIMAL):
        prefix = f"{node.parent.number}."
        number = number.removeprefix(prefix)
    if node.rank is Rank.PAREN:
        number = f"({number})"
    return f"{parent}.{number}" if parent else number


def _clause(node: _Node, width: int) -> Clause:
    heading, text = headings.split(node.lines, rank=node.rank, has_children=bool(node.children), width=width)
    level = 1
    above = node.parent
    while above:
        level, above = level + 1, above.parent
    return Clause(
        id=node.id, level=level, mark=node.mark, title=words.joined(heading), text=words.joined(text),
        parent=node.parent.id if node.parent else None,
    )  # fmt: skip
