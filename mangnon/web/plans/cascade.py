"""What the pages of plans and duties show of the cascade: the line above, what is still missing, links of the clause in hand, parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import queries as documents
from mangnon.plans import queries
from mangnon.plans.records import ClauseEnd, Duty
from mangnon.plans.vocabulary import Declared, PlanState
from mangnon.web.plans import pages
from mangnon.web.plans.addresses import in_words


@dataclass(frozen=True)
class GapLine:
    """One kind of gap: how many, in words, where the list is."""

    count: int
    words: str
    url: str


@dataclass(frozen=True)
class LinkEnd:
    """The other end of a clause link, ready to print."""

    link_id: int
    where: str
    url: str
    words: str
    verified: bool


def plan_parts(
    plan: Any, board: queries.Board, every: Mapping[int, pages.Links], *, in_hand: pages.Place | None, actor: Actor
) -> dict[str, Any]:  # fmt: skip
    """The line of papers above a plan, what the plan still lacks, and the links of the clause in hand."""
    running = plan.state == PlanState.ADOPTED
    links = every.get(in_hand.id, ([], [])) if in_hand else ([], [])
    may = account_rules.may(actor, Permission.ADOPT_PLANS)
    return {
        "line": documents.line(plan.document_id), "gaps": gap_lines(plan, board) if running else (),
        "in_hand": in_hand, "in_hand_words": in_words(in_hand.address) if in_hand else "",
        "carries_out": [_end(one) for one in links[0]], "carried_out_by": [_end(one) for one in links[1]], "may_link": may and running,
    }  # fmt: skip


def gap_lines(plan: Any, board: queries.Board) -> list[GapLine]:
    """Each kind of gap with its list; kinds with nothing missing are left out."""
    url = reverse("plan_gaps", args=[plan.pk])
    year = board.on.year
    counts = queries.gap_counts(plan, board, year=year)
    words = {
        "dieu-khoan": "điều khoản chưa có nhiệm vụ", "don-vi": f"đơn vị chưa có kế hoạch năm {year}",
        "nguoi": "nhiệm vụ chưa có người phụ trách", "han": "nhiệm vụ không có hạn", "chu-tri": "nhiệm vụ chưa có chủ trì",
    }  # fmt: skip
    return [GapLine(counts[key], text, f"{url}#{key}") for key, text in words.items() if counts[key]]


def task_parts(task: Any, duty: Duty, *, on: date, actor: Actor, acting: int | None) -> dict[str, Any]:
    """The line from the paper down to a duty, its parts, and what agencies' work plans do for it."""
    parts, gathered = queries.subtasks(task.pk, on=on)
    activities = queries.activities_for(task.pk, year=on.year, on=on)
    by_agency: dict[str, list[Any]] = {}
    for one in activities:
        by_agency.setdefault(one.agency, []).append(one)
    return {
        "line": documents.line(task.plan.document_id), "task_line": queries.task_line(task),
        "parts": [(part, pages.row(part.duty, plan_url=reverse("plan", args=[task.plan_id]))) for part in parts], "gathered": gathered,
        "activities": list(by_agency.items()), "activity_count": len(activities),
        "activities_done": sum(one.declared == Declared.DONE for one in activities),
        "may_divide": acting is not None and task.plan.state == PlanState.ADOPTED, "year": on.year,
        "mine_only": duty.shared and any(actor_duty.agency_id in duty.members for actor_duty in actor.duties),
    }  # fmt: skip


def _end(end: ClauseEnd) -> LinkEnd:
    if end.plan_id is None:
        return LinkEnd(end.link_id, f"{end.name}{f', {end.words}' if end.words else ''}", "", "", end.verified)
    return LinkEnd(end.link_id, in_words(end.address), pages.clause_url(end.plan_id, end.address), end.words, end.verified)
