"""What the pages of plans show, as values a template can trust."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator

from mangnon.lib.vietnamese import number, short_date
from mangnon.plans.records import Duty, ThreeStatus
from mangnon.plans.rules.progress import Bucket
from mangnon.plans.vocabulary import Calendar, Declared, EvidenceState
from mangnon.web.plans.addresses import anchor, in_words
from mangnon.web.templatetags.parts import Share

type PlanClause = Any  # a row of the plan room, read through its queries

WHOLE = "toan-van"
FILTERS = {
    "": "Mọi nhiệm vụ", "cua-toi": "Của đơn vị tôi", "qua-han": "Quá hạn", "thieu-nguoi": "Thiếu người", "cho-quyet-dinh": "Chờ quyết định",
}  # fmt: skip
BUCKETS = {
    "du-minh-chung": (Bucket.PROVED, "hoàn thành, đủ minh chứng", "ok"),
    "cho-minh-chung": (Bucket.DECLARED, "báo hoàn thành, chờ minh chứng", "info"),
    "dang-lam": (Bucket.RUNNING, "đang làm, sắp hạn", "soon"),
    "qua-han": (Bucket.LATE, "quá hạn", "late"),
    "chua-bao": (Bucket.WAITING, "chưa báo, chưa tới kỳ", "idle"),
}
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
    selected: bool = False


@dataclass(frozen=True)
class Group:
    """A section of the plan with its duties."""

    address: str
    part: str
    title: str
    now: str
    rows: tuple[TaskRow, ...]
    open: bool
    url: str


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


def row(duty: Duty, *, plan_url: str, selected: str = "") -> TaskRow:
    """A duty as a line of a table."""
    same = duty.live.name == duty.lead_words or not duty.live.name
    return TaskRow(
        task_id=duty.task_id, address=duty.address, where=in_words(duty.address), url=reverse("task", args=[duty.task_id]),
        show_url=f"{plan_url}?muc={duty.address}#{anchor(duty.address)}", summary=duty.summary, lead=duty.live.name or duty.lead_words,
        printed="" if same or not (duty.live.changed or duty.shared) else duty.lead_words, waits=duty.live.needs_decision,
        lead_found=bool(duty.live.institution_id or duty.live.needs_decision),
        shared=len(duty.members) if duty.shared else 0, coordinating=coordinating(duty), person=duty.person,
        missing=duty.without_person, due=short_date(duty.status.due) if duty.status.due else "", rule=duty.due_words,
        pills=pills(duty.status), note=duty.note, selected=duty.address == selected,
    )  # fmt: skip


def coordinating(duty: Duty, *, shown: int = _SHOWN_AGENCIES) -> str:
    """Co-ordinating agencies in the paper's words, with what they are now; the first few, then how many more."""
    names = [f"{one.words} (nay là {one.now})" if one.now else one.words for one in duty.coordinating]
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f", {number(more)} cơ quan khác" if more > 0 else "")


def shares(counts: dict[str, int], plan_url: str) -> list[Share]:
    """The bar over a plan: five places, each opening its duties."""
    return [
        Share(words, counts[bucket.value], state, f"{plan_url}?loc={slug}#nhiem-vu") for slug, (bucket, words, state) in BUCKETS.items()
    ]


def chosen(duties: Sequence[Duty], wanted: str) -> list[Duty]:
    """The duties a filter keeps."""
    if wanted in BUCKETS:
        bucket = BUCKETS[wanted][0]
        return [duty for duty in duties if duty.bucket == bucket]
    if wanted == "thieu-nguoi":
        return [duty for duty in duties if duty.without_person]
    if wanted == "cho-quyet-dinh":
        return [duty for duty in duties if duty.live.needs_decision]
    return list(duties)


def groups(duties: Iterable[Duty], clauses: Sequence[PlanClause], *, plan_url: str, opened: str, selected: str) -> list[Group]:
    """Duties under the sections of the plan, in printed order; the heading of an agency says what it is now."""
    titles = {clause.address: clause for clause in clauses}
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(duty.section, []).append(duty)
    result: list[Group] = []
    parts: set[str] = set()
    for address, mine in found.items():
        clause = titles[address]
        live = mine[0].live
        heading = bool(clause.title) and mine[0].lead_words in clause.title and not mine[0].shared
        now = "chờ quyết định nơi tiếp nhận" if heading and live.needs_decision else live.name if heading and live.changed else ""
        rows = (row(duty, plan_url=plan_url, selected=selected) for duty in mine)
        part = clause.parent.title if clause.parent else ""
        result.append(Group(
            address=address, part="" if part in parts else f"{clause.parent.mark} {_sentence(part)}" if part else "",
            title=_titled(clause, mine[0]), now=now, rows=tuple(replace(one, printed="") if heading else one for one in rows),
            open=address == opened, url=f"{plan_url}?muc={address}",
        ))  # fmt: skip
        parts.add(part)
    return result


def _titled(clause: PlanClause, first: Duty) -> str:
    """ "IV.2 Sở Giáo dục và Đào tạo"; a section without heading is called by its first duty."""
    address, title = clause.address, clause.title
    if not title:
        where = in_words(address)
        return Truncator(f"{where[:1].upper()}{where[1:]}: {first.summary}").chars(_TITLE_LENGTH)
    return Truncator(f"{address} {title}").chars(_TITLE_LENGTH)


def _sentence(capitals: str) -> str:
    """A heading in capitals as a list writes it."""
    return capitals.capitalize() if capitals.isupper() else capitals


def paper(clauses: Sequence[PlanClause], *, section: str, lit: str, agencies: frozenset[str], draft: bool) -> list[PaperLine]:
    """The clauses to print: one section under its part, or all of them."""
    lines = []
    for clause in clauses:
        if section != WHOLE and not _shown(clause, section):
            continue
        form = "part" if clause.level == 1 and clause.title else "section" if clause.title else "point"
        lines.append(PaperLine(
            form=form, anchor=anchor(clause.address), mark=clause.mark, title=clause.title, text=clause.text,
            agency=clause.title in agencies, lit=clause.address == lit, corrected=bool(clause.corrected_by),
            edit_url=reverse("clause_edit", args=[clause.pk]) if draft else "",
            add_url=reverse("task_add", args=[clause.pk]) if draft else "",
        ))  # fmt: skip
    return lines


def section_of(clauses: Sequence[PlanClause], address: str) -> str:
    """The section a clause stands in; "" when there is no such clause."""
    by_address = {clause.address: clause for clause in clauses}
    clause = by_address.get(address)
    while clause is not None and clause.parent is not None and clause.level > 2:
        clause = by_address[clause.parent.address]
    return clause.address if clause else ""


def neighbours(clauses: Sequence[PlanClause], section: str) -> tuple[str, str]:
    """The sections printed before and after one, "" at the ends."""
    tops = [clause.address for clause in clauses if clause.level <= 2 and (clause.level == 2 or not _has_children(clauses, clause))]
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


def _shown(clause: PlanClause, section: str) -> bool:
    address = clause.address
    while clause is not None:
        if clause.address == section:
            return True
        clause = clause.parent
    return section.startswith(f"{address}.")


def _has_children(clauses: Sequence[PlanClause], clause: PlanClause) -> bool:
    return any(other.parent_id == clause.pk for other in clauses)
