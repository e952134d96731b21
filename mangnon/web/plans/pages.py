"""What the pages of plans show, as values a template can trust."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import Truncator

from mangnon.lib.vietnamese import number, short_date
from mangnon.plans.queries import Board, Heading, Line
from mangnon.plans.records import Duty, ThreeStatus
from mangnon.plans.vocabulary import Calendar, Declared, DutyState, EvidenceState
from mangnon.web.plans.addresses import anchor, in_words
from mangnon.web.plans.filters import BUCKETS
from mangnon.web.templatetags.parts import Share

WHOLE = "toan-van"
INLINE = 150  # duties shown under their sections at once; a larger plan opens one section at a time
PER_SECTION = 50
_SHOWN_AGENCIES = 3
_TITLE_LENGTH = 120


@dataclass(frozen=True)
class Pill:
    """One of the three statuses."""

    state: str
    text: str


@dataclass(frozen=True)
class TaskRow:
    """One duty in a table."""

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
    first_due: str
    first_words: str
    turn: str
    asked: bool = False
    selected: bool = False
    was: str = ""
    waiting: int = 0


@dataclass(frozen=True)
class Group:
    """A section of the plan with its duties."""

    address: str
    part: str
    title: str
    now: str
    count: int
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


def row(duty: Duty, *, plan_url: str, selected: str = "", asked: bool = False, was: str = "", waiting: int = 0, paper: str = "") -> TaskRow:
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
        state="" if duty.shared and not duty.occurrence_id else DutyState(duty.state).label, turn=duty.turn,
        first_due=short_date(duty.status.first_due) if duty.status.first_due else "", first_words=duty.status.first_words,
    )  # fmt: skip


def coordinating(duty: Duty, *, shown: int = _SHOWN_AGENCIES) -> str:
    """Co-ordinating agencies in the paper's words, with what they are now; the first few, then how many more."""
    names = [f"{one.words} (nay là {one.now})" if one.now else one.words for one in duty.coordinating]
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f", {number(more)} cơ quan khác" if more > 0 else "")


def shares(counts: dict[str, int], plan_url: str) -> list[Share]:
    """The bar over a plan, each stretch opening its duties."""
    return [
        Share(words, counts[bucket.value], state, f"{plan_url}?loc={slug}#nhiem-vu") for slug, (bucket, words, state) in BUCKETS.items()
    ]


def groups(lines: Iterable[Line], board: Board, *, plan_url: str, list_url: str, kind: str, opened: str, selected: str) -> list[Group]:
    """Duties under the sections of the plan, in printed order; the heading of an agency says what it is now.

    Of a large plan only the open section has its rows, the first of them: the others open by their address.
    """
    by_section: dict[str, list[Line]] = {}
    for line in lines:
        by_section.setdefault(line.section, []).append(line)
    small = sum(map(len, by_section.values())) <= INLINE
    shown = [line for address, mine in by_section.items() if small or address == opened for line in mine[: None if small else PER_SECTION]]
    full = board.full(shown)
    headings = {heading.address: heading for heading in board.outline.values()}
    result: list[Group] = []
    parts: set[str] = set()
    for address, mine in by_section.items():
        heading, first = headings[address], mine[0]
        agency = bool(heading.title) and first.lead_words in heading.title and not first.shared
        changed = next((one.now for one in board.changes if one.printed == first.lead_words), "")
        now = "chờ quyết định nơi tiếp nhận" if agency and first.waits else changed if agency else ""
        rows = [
            row(full[line.task_id], plan_url=plan_url, selected=selected, asked=line.task_id in board.asked)
            for line in mine
            if line.task_id in full
        ]
        above = board.outline.get(heading.parent_id or 0)
        part = above.title if above else ""
        asked_for = urlencode({"muc": address} | ({"loc": kind} if kind else {}))
        result.append(Group(
            address=address, part=f"{above.mark} {_sentence(part)}" if above and part and part not in parts else "",
            title=_titled(heading, rows[0].summary if rows else ""), now=now, count=len(mine),
            rows=tuple(replace(one, printed="") if agency else one for one in rows), open=address == opened,
            url=f"{plan_url}?{asked_for}#nhiem-vu", more_url=f"{list_url}&{asked_for}" if rows and len(rows) < len(mine) else "",
        ))  # fmt: skip
        parts.add(part)
    return result


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


def paper(outline: Mapping[int, Heading], *, section: str, lit: str, agencies: frozenset[str], draft: bool) -> list[PaperLine]:
    """The clauses to print: one section under its part, or all of them."""
    lines = []
    for clause in outline.values():
        if section != WHOLE and not _shown(clause, section, outline):
            continue
        form = "part" if clause.level == 1 and clause.title else "section" if clause.title else "point"
        lines.append(PaperLine(
            form=form, anchor=anchor(clause.address), mark=clause.mark, title=clause.title, text=clause.text,
            agency=clause.title in agencies, lit=clause.address == lit, corrected=clause.corrected,
            edit_url=reverse("clause_edit", args=[clause.id]) if draft else "",
            add_url=reverse("task_add", args=[clause.id]) if draft else "",
        ))  # fmt: skip
    return lines


def section_of(outline: Mapping[int, Heading], address: str) -> str:
    """The section a clause stands in; "" when there is no such clause."""
    return next((clause.section for clause in outline.values() if clause.address == address), "")


def neighbours(outline: Mapping[int, Heading], section: str) -> tuple[str, str]:
    """The sections printed before and after one, "" at the ends."""
    parents = {clause.parent_id for clause in outline.values()}
    tops = [clause.address for clause in outline.values() if clause.level == 2 or (clause.level == 1 and clause.id not in parents)]
    if section not in tops:
        return "", ""
    at = tops.index(section)
    return (tops[at - 1] if at else ""), (tops[at + 1] if at + 1 < len(tops) else "")


def issuer_lines(issuer: str) -> list[str]:
    """An issuer as the letterhead breaks it: the place on a line of its own."""
    return re.sub(r"(?<=nhân dân) (?=thành phố|tỉnh|phường|xã|quận|huyện)", "\n", issuer).split("\n")


def day_from(text: str, *, default: date) -> date:
    """A day of the address bar (2024-04-04); today when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default


def _shown(clause: Heading, section: str, outline: Mapping[int, Heading]) -> bool:
    one: Heading | None = clause
    while one is not None:
        if one.address == section:
            return True
        one = outline.get(one.parent_id or 0)
    return section.startswith(f"{clause.address}.")
