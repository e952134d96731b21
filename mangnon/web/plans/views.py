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
    if one.kind == "cua-toi" and mine:
        own = queries.board([found], on=on, institution_id=mine)
        shown_board, shown = own, [line for line in own.lines if mine in line.members]
    else:
        shown_board, shown = board, filters.of_kind(board.lines, one.kind, asked=board.asked)
    address = request.GET.get("muc", "")
    whole = address == pages.WHOLE
    section = pages.WHOLE if whole else pages.section_of(board.outline, address) or _first_section(shown, board.lines, mine)
    plan_url, list_url = reverse("plan", args=[pk]), f"{reverse('duties')}?van-ban={pk}"
    adopts = account_rules.may(request.actor, Permission.ADOPT_PLANS)
    draft, adopted = found.state == PlanState.DRAFT and adopts, found.state == PlanState.ADOPTED
    before, after = pages.neighbours(board.outline, section)
    in_hand = next((clause for clause in board.outline.values() if clause.address in (address, section)), None)
    counts = {
        kind: len(board.lines) if not kind else sum(mine in line.members for line in board.lines) if kind == "cua-toi" and mine
        else 0 if kind == "cua-toi" else len(filters.of_kind(board.lines, kind, asked=board.asked))
        for kind in filters.CHIPS
    }  # fmt: skip
    return render(request, "plans/plan.html", {
        "plan": found, "document": found.document,
        "issued": long_date(found.document.issued_on) if found.document.issued_on else "chưa ghi ngày",
        "add_url": reverse("task_add", args=[in_hand.id]) if in_hand and adopted and adopts else "",
        "issuer_lines": pages.issuer_lines(found.document.issuer),
        "on": on, "today": today, "another_day": on != today, "plan_url": plan_url, "list_url": list_url,
        **plan_parts(found, board, address=address, in_hand=in_hand, actor=request.actor),
        "total": len(board.lines), "shown": len(shown), "draft": draft, "may_adopt": draft,
        "shares": pages.shares(board.counts(), plan_url) if adopted else (),
        "chips": [(kind, filters.CHIP_WORDS[kind], counts[kind]) for kind in filters.CHIPS if not kind or counts[kind]],
        "wanted": one.kind, "bucket_words": filters.words(one.kind) if one.kind not in filters.CHIPS else "",
        "groups": pages.groups(
            shown, shown_board, plan_url=plan_url, list_url=list_url, kind=one.kind, opened=section, selected=address
        ),
        "paper": pages.paper(board.outline, section=section, lit=address, agencies=board.printed, draft=draft),
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
