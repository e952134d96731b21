"""Which clauses give a duty, who leads it, who co-ordinates, by when.

Who leads, in this order:
1. the clause says so: "Giao X chủ trì", "X chủ trì, phối hợp …", a line "Cơ quan chủ trì: X";
2. the clause names its subject: "Các sở, ban ngành … triển khai", "… phản ánh về X để tổng hợp";
3. the section is headed by an agency ("3. Sở Y tế"): that agency. Under such a heading "Phối hợp Y …" makes Y co-ordinating
   and leaves the duty with the agency of the heading: it is the one told to act;
4. the lead-in of the part names a group ("các sở, ban ngành, đoàn thể; Ủy ban nhân dân quận, huyện"): the duty is shared.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mangnon.lib.vietnamese import fold
from mangnon.plans.records import Clause, Deadline, DraftTask
from mangnon.plans.rules import agencies, deadlines, words
from mangnon.plans.rules.tree import CLOSING_ID

SUMMARY_LENGTH = 130
_AIMS = re.compile(
    r"\b(?:muc dich|yeu cau|muc tieu|quan diem|can cu|dac diem|tinh hinh|khai quat|doi tuong|pham vi|giai thich|phan mo dau)\b"
)
_DUTIES = re.compile(r"\b(?:nhiem vu|giai phap|noi dung|phan cong|to chuc thuc hien|trach nhiem|bao cao|trien khai|thi hanh|hoat dong)\b")
_MONEY = re.compile(r"\b(?:kinh phi|ngan sach|nguon luc|tai chinh)\b")
_LEAD_LINE = re.compile(
    r"^(?:(?:cơ quan|đơn vị|sở)\s+)?(?:chủ trì|thực hiện chính|đầu mối)(?:\s+(?:thực hiện|tham mưu))?\s*:\s*(.+)$|"
    r"^(?:cơ quan|đơn vị)\s+thực hiện\s*:\s*(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_HELP_LINE = re.compile(
    r"^(?:(?:cơ quan|đơn vị|các đơn vị|các cơ quan)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*(.+)$", re.IGNORECASE | re.DOTALL
)
_TIME_LINE = re.compile(
    r"^(?:thời (?:gian|hạn|điểm)|tiến độ|hạn)(?:\s+(?:thực hiện|hoàn thành|báo cáo|tổ chức))*\s*:\s*(.+)$", re.IGNORECASE | re.DOTALL
)
_GIVEN = re.compile(r"^(?:Giao|Phân công)\s+(?:cho\s+)?")
_LEAD_WORDS = re.compile(r"^\s*(?:là\s+)?(?:(?:cơ quan|đơn vị)\s+)?(?:làm\s+)?chủ trì\b")
_HELP_WORDS = re.compile(r"\bphối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]*\bchủ trì\b[^()]*)\)", re.IGNORECASE)
_REPORTS_TO = re.compile(r"(?:phản ánh|báo cáo|gửi)(?:\s+\w+){0,4}?\s+(?:về|tới|cho)\s+")
_SUBJECT_VERB = re.compile(rf"^,?\s*{words.VERBS.pattern.removeprefix('^')}", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r"^(?:Căn cứ|Trên cơ sở|Theo|Để|Nhằm|Trong|Hằng năm|Hàng năm|Định kỳ|Ngoài|Trên đây|Khi|Kể từ)\b")
_ROLE_OF = re.compile(r"^Phát huy (?:vai trò|vai trò, trách nhiệm|trách nhiệm)(?: của)?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class _Duty:
    """Who is told to act: names as printed, the rest co-ordinating; `shared` when it is a group of which each must act."""

    lead: str = ""
    coordinating: tuple[str, ...] = ()
    shared: bool = False


def tasks(clauses: Sequence[Clause]) -> tuple[DraftTask, ...]:
    """Draft tasks in the order of their clauses."""
    by_id = {clause.id: clause for clause in clauses}
    children: dict[str | None, list[Clause]] = {}
    for clause in clauses:
        children.setdefault(clause.parent, []).append(clause)
    drafts = []
    for clause in clauses:
        below = children.get(clause.id, [])
        if _is_attribute(clause) or not _gives_duty(clause, below, by_id):
            continue
        drafts.append(_draft(clause, _attributes(clause, below), by_id))
    return tuple(drafts)


def _gives_duty(clause: Clause, below: Sequence[Clause], by_id: dict[str, Clause]) -> bool:
    """Whether a clause is a duty: it has text of its own, stands under a part that gives duties, and is no mere lead-in."""
    if clause.id == CLOSING_ID:
        return bool(_REPORTS_TO.search(clause.text))
    if not clause.text and not (clause.title and not below):
        return False
    line = _line_of(clause, by_id)
    heading = fold(" ".join(above.title or above.text[:80] for above in line))
    told = next((key for above in line[1:] if (key := fold(above.title)) and (_AIMS.search(key) or _DUTIES.search(key))), "")
    if _AIMS.search(told) and not _DUTIES.search(told):
        return False
    root = fold(line[-1].title or line[-1].text[:80])
    if _MONEY.search(root) and not _DUTIES.search(root):
        return bool(_own(clause.text, anywhere=True).lead)
    if not _DUTIES.search(heading) and not any(agencies.is_heading(above.title) for above in line if above.title):
        return bool(_own(clause.text, anywhere=False).lead)
    has_real_children = any(not _is_attribute(child) for child in below)
    if not clause.title and clause.parent is None and has_real_children:
        return False
    if has_real_children and (clause.title or clause.parent is None or len(line) == 1):
        return False  # lead-in of a section: its points are the duties
    return not (has_real_children and not words.OPENERS.match(clause.text))


def _draft(clause: Clause, attributes: "_Attributes", by_id: dict[str, Clause]) -> DraftTask:
    text = clause.text or clause.title
    inherited = _inherited(clause, by_id)
    duty = attributes.duty if attributes.duty.lead else _own(text, anywhere=not inherited.lead or inherited.shared)
    helping = attributes.duty.coordinating or duty.coordinating or _helping(text)
    duty = replace(inherited, coordinating=helping or inherited.coordinating) if not duty.lead else replace(duty, coordinating=helping)
    return DraftTask(
        clause=clause.id, summary=summary(_telling(text) if clause.id == CLOSING_ID else text), lead=duty.lead,
        coordinating=tuple(name for name in duty.coordinating if name != duty.lead),
        deadline=attributes.deadline or deadlines.deadline(text), shared=duty.shared,
    )  # fmt: skip


def _own(text: str, *, anywhere: bool) -> _Duty:
    """The duty a clause states itself; `anywhere`: its subject may stand inside the text, not only at its start."""
    if bracket := _IN_BRACKETS.search(text):
        inside = re.sub(r"^giao\s+", "", bracket[1].strip(), flags=re.IGNORECASE)
        names, rest = agencies.listed(inside)
        if names and "chủ trì" in rest.lower():
            return _Duty(lead=names[0], coordinating=(*names[1:], *_helping(rest)))
    for duty in (_given(text), _subject(text)):
        if duty.lead:
            return duty
    return _reported_to(text) or _subject_inside(text) if anywhere else _Duty()


def _given(text: str) -> _Duty:
    """ "Giao X chủ trì, phối hợp Y …", "X chủ trì, phối hợp Y …"."""
    opening = _GIVEN.match(text)
    names, rest = agencies.listed(text[opening.end() :] if opening else text)
    if names and (opening or _LEAD_WORDS.match(rest)):
        return _Duty(lead=names[0], coordinating=(*names[1:], *_helping(rest)), shared=bool(agencies.groups(names[0])))
    return _Duty()


def _subject(text: str) -> _Duty:
    """A clause that opens with who must act."""
    names, rest = agencies.listed(text)
    if not names or not _SUBJECT_VERB.match(rest):
        return _Duty()
    if any(agencies.groups(name) for name in names):
        return _Duty(lead=_together(text, rest), shared=True)
    return _Duty(lead=names[0], coordinating=names[1:])


def _reported_to(text: str) -> _Duty | None:
    """ "… cơ quan, đơn vị, địa phương phản ánh về X để tổng hợp": the duty to gather and to answer is X's."""
    told = re.search(r"\bphản ánh(?:\s+\w+){0,4}?\s+(?:về|tới|đến|cho)\s+", text)
    if not told:
        return None
    receivers, _ = agencies.listed(text[told.end() :])
    if not receivers:
        return None
    before = re.split(r"[;.]\s", text[: told.start()])[-1]
    tellers = next((names for part in re.finditer(r"(?:^|,\s+)", before) if (names := agencies.listed(before[part.end() :])[0])), ())
    return _Duty(lead=receivers[0], coordinating=tellers)


def _subject_inside(text: str) -> _Duty:
    """ "Căn cứ nhiệm vụ được giao, các sở, ban ngành … chủ động xây dựng …": only after an opening that is no act itself."""
    if not _CIRCUMSTANCE.match(text):
        return _Duty()
    for place in re.finditer(r"(?<=[,;.])\s+(?:yêu cầu\s+)?(?=(?:các|cơ quan|đơn vị|sở|Ủy ban|UBND)\b)", text):
        sentence = text[place.end() :]
        names, after = agencies.listed(sentence)
        if names and agencies.groups(names[0]) and _SUBJECT_VERB.match(after):
            return _Duty(lead=_together(sentence, after), shared=True)
    return _Duty()


def _together(text: str, rest: str) -> str:
    """The words of a group of agencies as printed, up to what they must do."""
    return text[: len(text) - len(rest)].strip(" ,;") if rest else text.strip(" ,;")


def _helping(text: str) -> tuple[str, ...]:
    """Agencies after "phối hợp", "phối hợp với"."""
    for found in _HELP_WORDS.finditer(text):
        names, _ = agencies.listed(text[found.end() :])
        if names:
            return names
    return ()


def _inherited(clause: Clause, by_id: dict[str, Clause]) -> _Duty:
    """The duty of the nearest clause above that names somebody: "Chủ trì, phối hợp Y" of a point, an agency heading, a lead-in."""
    coordinating: tuple[str, ...] = ()
    for above in _line_of(clause, by_id)[1:]:
        coordinating = coordinating or _helping(above.text)
        duty = _heading(above.title)
        if not duty.lead and above.text:
            own = _own(above.text, anywhere=False)
            duty = own if own.lead else _lead_in(above.text)
        if duty.lead:
            return replace(duty, coordinating=coordinating or duty.coordinating)
    own_heading = _heading(clause.title)
    return replace(own_heading, coordinating=coordinating or own_heading.coordinating)


def _heading(title: str) -> _Duty:
    """The duty of a section's heading: agencies by name, or "Phát huy vai trò của X, Y … trong …"."""
    if not title:
        return _Duty()
    opening = _ROLE_OF.match(title)
    plain = title[opening.end() :] if opening else agencies.without_request(title)
    plain = re.sub(r"^(?:Trách nhiệm|Nhiệm vụ)(?: của)?\s+", "", plain)
    names, rest = agencies.heading(plain)
    if not names:
        names, rest = agencies.listed(plain)
    if not names or (rest and not opening and not _HELP_WORDS.match(rest) and not _SUBJECT_VERB.match(rest)):
        return _Duty()
    if agencies.groups(names[0]):
        return _Duty(lead=_together(plain, rest), shared=True)
    return _Duty(lead=names[0], coordinating=(*names[1:], *_helping(rest)))


def _lead_in(text: str) -> _Duty:
    """ "Căn cứ chức năng …, các sở, ban ngành, đoàn thể; Ủy ban nhân dân quận, huyện bám sát … các nhiệm vụ sau:"."""
    if not text.rstrip().endswith(":") or _HELP_WORDS.search(text[:40]):
        return _Duty()
    for found in re.finditer(
        r"(?:^|[,;]\s+|\s)(?=(?:các\s+)?(?:sở, ban|Ủy ban nhân dân (?:các )?(?:quận|huyện|xã|phường)|UBND|cơ quan|đơn vị))", text
    ):
        names, rest = agencies.listed(text[found.end() :])
        if names and any(agencies.groups(name) for name in names):
            return _Duty(lead=_together(text[found.end() :], rest), shared=True)
    return _Duty()


@dataclass(frozen=True)
class _Attributes:
    """What lines below a clause say of it: "Cơ quan chủ trì: …", "Thời gian hoàn thành: …"."""

    duty: _Duty = _Duty()
    deadline: Deadline | None = None


def _is_attribute(clause: Clause) -> bool:
    return any(pattern.match(clause.words) for pattern in (_LEAD_LINE, _HELP_LINE, _TIME_LINE))


def _attributes(clause: Clause, below: Sequence[Clause]) -> _Attributes:
    duty, deadline = _Duty(), None
    lines = [child.words for child in below] + clause.text.split("\n")[1:]
    for text in lines:
        if found := _LEAD_LINE.match(text):
            names, _ = agencies.listed(found[1] or found[2])
            listed = names or ((found[1] or found[2]).strip(" .;"),)
            duty = replace(duty, lead=listed[0], coordinating=(*listed[1:], *duty.coordinating), shared=bool(agencies.groups(listed[0])))
        elif found := _HELP_LINE.match(text):
            names, _ = agencies.listed(found[1])
            duty = replace(duty, coordinating=(*duty.coordinating, *(names or (found[1].strip(" .;"),))))
        elif found := _TIME_LINE.match(text):
            deadline = deadlines.deadline(found[1]) or deadline
    return _Attributes(duty, deadline)


def _line_of(clause: Clause, by_id: dict[str, Clause]) -> list[Clause]:
    """The clause and everything above it, innermost first."""
    line = [clause]
    while line[-1].parent is not None:
        line.append(by_id[line[-1].parent])
    return line


def summary(text: str) -> str:
    """The duty in one line: without "Chủ trì, phối hợp …", cut at the end of a phrase."""
    text = " ".join(text.split("\n")[0].split())
    if opening := re.match(
        r"^(?:Giao\s+)?(?:chủ trì\s*,?\s*(?:và\s+)?)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+", text, re.IGNORECASE
    ):
        names, rest = agencies.listed(text[opening.end() :])
        text = rest if names or "chủ trì" in opening[0].lower() else text
    elif opening := _GIVEN.match(text):
        _, rest = agencies.listed(text[opening.end() :])
        tail = re.sub(r"^chủ trì\s*,?\s*(?:phối hợp(?:\s+với)?\s+)?", "", rest, flags=re.IGNORECASE)
        _, after = agencies.listed(tail)
        text = after or tail or text
    else:
        names, rest = agencies.listed(text)
        if names and agencies.groups(names[0]) and _SUBJECT_VERB.match(rest):
            text = rest.lstrip(" ,")
    due = deadlines.deadline(text)
    part = next((part for part in re.split(r";\s", text) if due and due.words in part), text)
    end = next((found.start() for found in re.finditer(r"(?<=[^\d\s])[.;:](?:\s|$)", part) if found.start() >= 50), len(part))
    first = part[:end].strip(" ,;:./")
    if len(first) > SUMMARY_LENGTH:
        first = first[: first.rfind(" ", 0, SUMMARY_LENGTH)].rstrip(" ,;") + "…"
    return first[:1].upper() + first[1:]


def _telling(text: str) -> str:
    """The sentence of the closing paragraph that says to whom difficulties go."""
    return next((part for part in re.split(r"(?<=[.;])\s+", text) if _REPORTS_TO.search(part)), text)
