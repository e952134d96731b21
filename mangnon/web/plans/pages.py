"""What the pages of plans show, as values a template can trust."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import Truncator

from mangnon.lib.vietnamese import number, short_date
from mangnon.plans import queries
from mangnon.plans.queries import Board, Heading, Line, Printed
from mangnon.plans.records import ClauseEnd, Duty, Gathered, ThreeStatus
from mangnon.plans.vocabulary import Calendar, Declared, DutyState, EvidenceState
from mangnon.web.plans.addresses import anchor, in_words
from mangnon.web.plans.filters import BUCKETS, CHIP_WORDS, Kept, of_kind
from mangnon.web.templatetags.parts import Share

Links = tuple[list[ClauseEnd], list[ClauseEnd]]  # of a clause: what it carries out, what carries it out
WHOLE = "toan-van"
STATE_PILLS = {
    DutyState.GIVEN: "wait", DutyState.ACCEPTED: "info", DutyState.RUNNING: "info", DutyState.WAITING: "soon", DutyState.DONE: "ok",
    DutyState.RETURNED: "late", DutyState.PAUSED: "idle", DutyState.CANCELLED: "idle",
}  # fmt: skip
INLINE = 150  # duties shown under their sections at once; a larger plan opens one section at a time
PER_SECTION = 50
PARTS = 6  # parts shown under one duty; the rest by a link
_SHOWN_AGENCIES = 3
_TITLE_LENGTH = 120


@dataclass(frozen=True)
class Pill:
    """One of the three statuses."""

    state: str
    text: str


@dataclass(frozen=True)
class TaskRow:
    """One duty in a table. `depth` > 0: a part under its duty; `whole`: the duty of a part that stands alone; `divided`: by its parts."""

    task_id: int
    address: str
    where: str
    url: str
    show_url: str
    summary: str
    lead: str
    printed: str
    waits: bool
    lead_found: bool
    shared: int
    coordinating: str
    person: str
    missing: int
    due: str
    rule: str
    pills: tuple[Pill, ...]
    note: str
    state: str
    state_pill: str
    first_due: str
    first_words: str
    turn: str
    asked: bool = False
    selected: bool = False
    was: str = ""
    waiting: int = 0
    depth: int = 0
    whole: str = ""
    whole_url: str = ""
    divided: str = ""
    divided_url: str = ""
    linked: tuple[tuple[str, str], ...] = ()  # clauses its clause carries out or is carried out by: words, address


@dataclass(frozen=True)
class Group:
    """A section of the plan with its duties; `parts` of them are told beside, not in `count`."""

    address: str
    part: str
    title: str
    now: str
    count: int
    parts: int
    rows: tuple[TaskRow, ...]
    open: bool
    url: str
    more_url: str = ""


@dataclass(frozen=True)
class PaperLine:
    """One clause as the paper prints it. `form`: part | section | point."""

    form: str
    anchor: str
    mark: str
    title: str
    text: str
    agency: bool
    lit: bool
    corrected: bool
    edit_url: str
    add_url: str


@dataclass(frozen=True)
class Place:
    """A clause in hand: its key, its address, the section it stands in."""

    id: int
    address: str
    section: str


def pills(status: ThreeStatus) -> tuple[Pill, ...]:
    """Three words that stay three: what the unit says, what proves it, what the calendar says."""
    declared = {Declared.DONE: "ok", Declared.STARTED: "info", Declared.NOTHING: "wait"}[Declared(status.declared)]
    evidence = {EvidenceState.FULL: "ok", EvidenceState.PART: "info", EvidenceState.NONE: "wait"}[EvidenceState(status.evidence)]
    calendar = {
        Calendar.LATE: "late", Calendar.SOON: "soon", Calendar.MET: "ok", Calendar.IN_TIME: "ok", Calendar.NO_DEADLINE: "wait",
    }[Calendar(status.calendar)]  # fmt: skip
    return (
        Pill(declared, f"Tự báo: {status.declared_words}"),
        Pill(evidence, f"Minh chứng: {status.evidence_words}"),
        Pill(calendar, f"Lịch: {status.calendar_words}"),
    )


def row(
    duty: Duty, *, plan_url: str, selected: str = "", asked: bool = False, was: str = "", waiting: int = 0, paper: str = "", depth: int = 0,
    gathered: Gathered | None = None, linked: tuple[tuple[str, str], ...] = (),
) -> TaskRow:  # fmt: skip
    """A duty as a line of a table."""
    same = duty.live.name == duty.lead_words or not duty.live.name
    return TaskRow(
        task_id=duty.task_id, address=duty.address, where=f"{in_words(duty.address)}, {paper}" if paper else in_words(duty.address),
        url=reverse("task", args=[duty.task_id]),
        show_url=f"{plan_url}?muc={duty.address}#{anchor(duty.address)}", summary=duty.summary, lead=duty.live.name or duty.lead_words,
        printed="" if same or not (duty.live.changed or duty.shared) else duty.lead_words, waits=duty.live.needs_decision,
        lead_found=bool(duty.live.institution_id or duty.live.needs_decision),
        shared=len(duty.members) if duty.shared else 0, coordinating=coordinating(duty), person=duty.person,
        missing=duty.without_person, due=short_date(duty.status.due) if duty.status.due else "", rule=duty.due_words,
        pills=pills(duty.status), note=duty.note, selected=duty.address == selected, asked=asked, was=was, waiting=waiting,
        state="" if duty.shared and not duty.occurrence_id else DutyState(duty.state).label, state_pill=STATE_PILLS[DutyState(duty.state)],
        turn=duty.turn,
        first_due=short_date(duty.status.first_due) if duty.status.first_due else "", first_words=duty.status.first_words,
        depth=depth, whole=duty.whole if not depth else "",
        whole_url=reverse("task", args=[duty.parent_id]) if duty.parent_id and not depth else "",
        linked=linked, divided=gathered.words if gathered else "",
        divided_url=f"{reverse('duties')}?van-ban={duty.plan_id}&thuoc={duty.task_id}" if gathered else "",
    )  # fmt: skip


def coordinating(duty: Duty, *, shown: int = _SHOWN_AGENCIES) -> str:
    """Co-ordinating agencies in the paper's words, with what they are now; the first few, then how many more."""
    names = [f"{one.words} (nay là {one.now})" if one.now else one.words for one in duty.coordinating]
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f", {number(more)} cơ quan khác" if more > 0 else "")


def chips(board: Board, mine: int | None) -> list[tuple[str, str, int]]:
    """(address, words, how many duties) of each filter over a plan that keeps something."""
    found = []
    for kind, words in CHIP_WORDS.items():
        if kind == "cua-toi":
            count = sum(mine in line.members for line in board.lines)
        else:
            count = len(of_kind(board.lines, kind, board)) if kind else len(board.lines)
        if count or not kind:
            found.append((kind, words, count))
    return found


def shares(counts: dict[str, int], plan_url: str) -> list[Share]:
    """The bar over a plan, each stretch opening its duties."""
    return [
        Share(words, counts[bucket.value], state, f"{plan_url}?loc={slug}#nhiem-vu") for slug, (bucket, words, state) in BUCKETS.items()
    ]


def groups(
    kept: Kept, board: Board, links: Mapping[int, Links], *, plan_url: str, list_url: str, kind: str, opened: str, selected: str
) -> list[Group]:  # fmt: skip
    """Duties under the sections of the plan, in printed order; the heading of an agency says what it is now.

    Of a large plan only the open section has its rows, the first of them: the others open by their address.
    """
    by_section: dict[str, list[Line]] = {}
    for line in kept.lines:
        by_section.setdefault(line.section, []).append(line)
    small = len(kept.lines) <= INLINE
    shown = {address: _shown(mine, None if small else PER_SECTION) for address, mine in by_section.items() if small or address == opened}
    full = board.full([line for mine in shown.values() for line in mine])
    wholes = {line.task_id for line in board.lines}
    headings = {heading.address: heading for heading in board.outline.headings.values()}
    changes = {one.printed: one.now for one in board.changes}
    result: list[Group] = []
    parts: set[str] = set()
    for address, mine in by_section.items():
        heading, first = headings[address], mine[0]
        agency = bool(heading.title) and first.lead_words in heading.title and not first.shared
        now = "chờ quyết định nơi tiếp nhận" if agency and first.waits else changes.get(first.lead_words, "") if agency else ""
        there = {line.task_id for line in shown.get(address, ())}
        rows = [
            row(
                full[line.task_id], plan_url=plan_url, selected=selected, asked=line.task_id in board.asked,
                depth=line.depth if line.parent_id in there else 0, gathered=board.gathered(line),
                linked=_linked(links.get(line.clause_id)),
            )
            for line in shown.get(address, ())
        ]  # fmt: skip
        above = board.outline.above(heading)
        part = above.title if above else ""
        asked_for = urlencode({"muc": address} | ({"loc": kind} if kind else {}))
        count = sum(line.task_id in wholes for line in mine)
        result.append(Group(
            address=address, part=f"{above.mark} {_sentence(part)}" if above and part and part not in parts else "",
            title=_titled(heading, rows[0].summary if rows else ""), now=now, count=count, parts=len(mine) - count,
            rows=tuple(replace(one, printed="") if agency else one for one in rows), open=address == opened,
            url=f"{plan_url}?{asked_for}#nhiem-vu", more_url=f"{list_url}&{asked_for}" if rows and len(rows) < len(mine) else "",
        ))  # fmt: skip
        parts.add(part)
    return result


def _linked(links: Links | None) -> tuple[tuple[str, str], ...]:
    """Where the clauses that a duty's clause is linked to stand, both ways."""
    ends = [end for side in links or () for end in side]
    return tuple((in_words(end.address), clause_url(end.plan_id, end.address)) for end in ends if end.plan_id is not None)


def clause_url(plan_id: int, address: str) -> str:
    """The page of a plan opened at a clause."""
    return f"{reverse('plan', args=[plan_id])}?muc={address}#{anchor(address)}"


def _shown(lines: Sequence[Line], limit: int | None) -> list[Line]:
    """The first lines of a section, of each duty the first parts."""
    found: list[Line] = []
    parts = 0
    for line in lines:
        parts = parts + 1 if line.depth else 0
        if parts <= PARTS:
            found.append(line)
        if limit is not None and len(found) == limit:
            break
    return found


def _titled(heading: Heading, first: str) -> str:
    """ "IV.2 Sở Giáo dục và Đào tạo"; a section without heading is called by its first duty."""
    address, title = heading.address, heading.title
    if not title:
        where = in_words(address)
        return Truncator(f"{where[:1].upper()}{where[1:]}: {first}" if first else f"{where[:1].upper()}{where[1:]}").chars(_TITLE_LENGTH)
    return Truncator(f"{address} {title}").chars(_TITLE_LENGTH)


def _sentence(capitals: str) -> str:
    """A heading in capitals as a list writes it."""
    return capitals.capitalize() if capitals.isupper() else capitals


def paper(clauses: Iterable[Printed], *, lit: str, agencies: frozenset[str], draft: bool) -> list[PaperLine]:
    """The clauses to print, as the paper lays them out."""
    lines = []
    for clause in clauses:
        form = "part" if clause.level == 1 and clause.title else "section" if clause.title else "point"
        lines.append(PaperLine(
            form=form, anchor=anchor(clause.address), mark=clause.mark, title=clause.title, text=clause.text,
            agency=clause.title in agencies, lit=clause.address == lit, corrected=clause.corrected,
            edit_url=reverse("clause_edit", args=[clause.id]) if draft else "",
            add_url=reverse("task_add", args=[clause.id]) if draft else "",
        ))  # fmt: skip
    return lines


def place_of(board: Board, plan_id: int, address: str) -> Place | None:
    """The clause an address of the address bar names, and the section it stands in; None when there is no such clause."""
    heading = next((one for one in board.outline.headings.values() if one.address == address), None)
    if heading:
        return Place(heading.id, heading.address, heading.address)
    line = next((one for one in board.lines if one.address == address), None)
    if line:
        return Place(line.clause_id, address, line.section)
    found = queries.clause_at(plan_id, address)
    return Place(found[0], address, board.outline.section_at(plan_id, found[1])) if found else None


def issuer_lines(issuer: str) -> list[str]:
    """An issuer as the letterhead breaks it: the place on a line of its own."""
    return re.sub(r"(?<=nhân dân) (?=thành phố|tỉnh|phường|xã|quận|huyện)", "\n", issuer).split("\n")


def day_from(text: str, *, default: date) -> date:
    """A day of the address bar (2024-04-04); today when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default
