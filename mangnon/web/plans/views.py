"""Reading a plan: the list, the paper beside its duties, the table to print."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.vietnamese import long_date
from mangnon.plans import queries
from mangnon.plans.vocabulary import PlanState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.plans import comparing, filters, pages
from mangnon.web.plans.cascade import plan_parts
from mangnon.web.plans.forms import UploadForm
from mangnon.web.plans.loading import existing_plan


@policy(Permission.SEE_PLANS)
def current(request: AuthedRequest) -> HttpResponse:
    """The plan the city works by; the list while there is none."""
    plan = queries.current_plan()
    return redirect(f"{reverse('plan', args=[plan.pk])}?{request.GET.urlencode()}".rstrip("?")) if plan else redirect("plan_list")


@policy(Permission.SEE_PLANS)
def plan_list(request: AuthedRequest) -> HttpResponse:
    """Every plan read so far, and the way to read another."""
    may_read = account_rules.may(request.actor, Permission.ADOPT_PLANS)
    return render(request, "plans/list.html", {"plans": queries.plans(), "form": UploadForm() if may_read else None})


@policy(Permission.SEE_PLANS)
def plan(request: AuthedRequest, pk: int) -> HttpResponse:
    """The paper beside its duties. `muc`: the clause in hand; `loc`: a filter; `ngay`: on another day; `so-voi`: what changed since."""
    found, today, one = existing_plan(pk), calendar.today(), filters.wanted(request.GET)
    on = one.on or today
    mine = request.actor.main_duty.agency_id if request.actor.main_duty else None
    board = queries.board([found], on=on)
    own = one.kind == "cua-toi" and mine is not None
    shown_board = board.seen_from(mine) if own and mine is not None else board
    kept = filters.kept(
        shown_board, lambda lines: [line for line in filters.of_kind(lines, one.kind, board) if not own or mine in line.members]
    )
    asked = request.GET.get("muc", "")
    whole, place = asked == pages.WHOLE, pages.place_of(board, pk, asked) if asked and asked != pages.WHOLE else None
    section = pages.WHOLE if whole else place.section if place else _first_section(kept.lines, board.lines, mine)
    address = place.address if place else ""
    plan_url, list_url = reverse("plan", args=[pk]), f"{reverse('duties')}?van-ban={pk}"
    adopts = account_rules.may(request.actor, Permission.ADOPT_PLANS)
    draft, adopted = found.state == PlanState.DRAFT and adopts, found.state == PlanState.ADOPTED
    before, after = board.outline.neighbours(section)
    links = queries.clause_links(pk)
    in_hand = place or (pages.place_of(board, pk, section) if section and not whole else None)
    return render(request, "plans/plan.html", {
        "plan": found, "document": found.document,
        "issued": long_date(found.document.issued_on) if found.document.issued_on else "chưa ghi ngày",
        "add_url": reverse("task_add", args=[in_hand.id]) if in_hand and adopted and adopts else "",
        "issuer_lines": pages.issuer_lines(found.document.issuer),
        "on": on, "today": today, "another_day": on != today, "plan_url": plan_url, "list_url": list_url,
        **plan_parts(found, board, links, in_hand=in_hand, actor=request.actor),
        "total": len(board.lines), "parts_total": sum(map(len, board.parts.values())),
        "shown": kept.total, "draft": draft, "may_adopt": draft,
        "shares": pages.shares(board.counts(), plan_url) if adopted else (),
        "chips": pages.chips(board, mine),
        "wanted": one.kind, "bucket_words": filters.words(one.kind) if one.kind not in filters.CHIP_WORDS else "",
        "groups": pages.groups(
            kept, shown_board, links, plan_url=plan_url, list_url=list_url, kind=one.kind, opened=section, selected=address
        ),
        "paper": pages.paper(
            queries.printed(pk, board.outline, section="" if whole else section), lit=address, agencies=board.printed, draft=draft
        ),
        "whole": whole, "before": before, "after": after, "section": section,
        "members": len(frozenset().union(*(line.members for line in board.lines))),
        "no_lead": [line for line in board.lines if line.leader is None and not line.waits and not line.members],
        "changes": board.changes,
        "comparison": comparing.comparison(board, queries.board([found], on=one.compared), one.compared, list_url=list_url)
        if one.compared and adopted else None,
    })  # fmt: skip


def _first_section(shown: Sequence[queries.Line], lines: Sequence[queries.Line], mine: int | None) -> str:
    """Where to open a plan: at the actor's own duties, else at the first that is one agency's alone."""
    own = next((one.section for one in shown if not one.shared and mine in one.members), "")
    single = next((one.section for one in shown if not one.shared and one.section.startswith("IV")), "")
    return own or single or next((one.section for one in shown or lines), "")
