"""Reading a plan: the list, the paper beside its duties, the table to print."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.vietnamese import long_date
from mangnon.plans import queries
from mangnon.plans.records import Duty
from mangnon.plans.vocabulary import PlanState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.plans import pages
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
    """The paper beside its duties. `muc`: the clause in hand; `loc`: a filter; `ngay`: seen on another day."""
    found = existing_plan(pk)
    today = calendar.today()
    on = pages.day_from(request.GET.get("ngay", ""), default=today)
    wanted = request.GET.get("loc", "")
    mine = request.actor.main_duty.agency_id if request.actor.main_duty else None
    duties = queries.duties(pk, on=on)
    shown = pages.chosen(duties, wanted)
    if wanted == "cua-toi" and mine:
        shown = [one for one in queries.duties(pk, on=on, institution_id=mine) if mine in one.members]
    clauses = queries.clause_tree(pk)
    address = request.GET.get("muc", "")
    whole = address == pages.WHOLE
    section = pages.WHOLE if whole else pages.section_of(clauses, address) or _first_section(shown, duties, mine)
    plan_url = reverse("plan", args=[pk])
    draft = found.state == PlanState.DRAFT and account_rules.may(request.actor, Permission.ADOPT_PLANS)
    before, after = pages.neighbours(clauses, section)
    in_hand = next((clause for clause in clauses if clause.address in (address, section)), None)
    may_add = in_hand and found.state == PlanState.ADOPTED and account_rules.may(request.actor, Permission.ADOPT_PLANS)
    add_url = reverse("task_add", args=[in_hand.pk]) if in_hand and may_add else ""
    counts = {
        "": len(duties), "cua-toi": sum(mine in one.members for one in duties) if mine else 0,
        **{key: len(pages.chosen(duties, key)) for key in ("qua-han", "thieu-nguoi", "cho-quyet-dinh")},
    }  # fmt: skip
    return render(request, "plans/plan.html", {
        "plan": found, "document": found.document,
        "issued": long_date(found.document.issued_on) if found.document.issued_on else "chưa ghi ngày",
        "add_url": add_url,
        "issuer_lines": pages.issuer_lines(found.document.issuer),
        "on": on, "today": today, "another_day": on != today, "plan_url": plan_url,
        "cascade": _cascade(queries.citations(pk)), "duties": duties, "shown": shown, "draft": draft, "may_adopt": draft,
        "shares": pages.shares(queries.status_counts(duties), plan_url) if found.state == PlanState.ADOPTED else (),
        "chips": [(key, label, counts[key]) for key, label in pages.FILTERS.items() if not key or counts[key]], "wanted": wanted,
        "bucket_words": pages.BUCKETS[wanted][1] if wanted in pages.BUCKETS and wanted not in pages.FILTERS else "",
        "groups": pages.groups(shown, clauses, plan_url=plan_url, opened=section, selected=address),
        "paper": pages.paper(clauses, section=section, lit=address, agencies=frozenset(one.lead_words for one in duties), draft=draft),
        "whole": whole, "before": before, "after": after, "section": section, "members": _members(duties),
        "no_lead": [one for one in duties if not one.live.institution_id and not one.live.needs_decision],
        "changes": _changes(duties),
    })  # fmt: skip


@policy(Permission.SEE_PLANS)
def table(request: AuthedRequest, pk: int) -> HttpResponse:
    """All duties in one table, for printing."""
    found = existing_plan(pk)
    on = calendar.today()
    plan_url = reverse("plan", args=[pk])
    rows = [pages.row(duty, plan_url=plan_url) for duty in pages.chosen(queries.duties(pk, on=on), request.GET.get("loc", ""))]
    return render(request, "plans/table.html", {"plan": found, "document": found.document, "rows": rows, "on": on})


def _first_section(shown: Sequence[Duty], duties: Sequence[Duty], mine: int | None) -> str:
    """Where to open a plan: at the actor's own duties, else at the first that is one agency's alone."""
    own = next((one.section for one in shown if not one.shared and mine in one.members), "")
    single = next((one.section for one in shown if not one.shared and one.section.startswith("IV")), "")
    return own or single or next((one.section for one in shown or duties), "")


def _cascade(cited: Sequence[Any]) -> list[Any]:
    """The documents the plan carries out, the highest first: the first two it names with day and issuer, by date."""
    known = [one for one in cited if one.issued_on and one.issuer][:2]
    return sorted(known, key=lambda one: one.issued_on)


def _members(duties: Sequence[Duty]) -> int:
    return len(frozenset().union(*(one.members for one in duties))) if duties else 0


def _changes(duties: Sequence[Duty]) -> list[tuple[str, str, str]]:
    """(name on paper, name now, ground) of each lead agency that another answers for today."""
    found = {
        one.lead_words: (one.lead_words, one.live.name, one.live.why)
        for one in duties
        if one.live.changed and one.live.institution_id and not one.shared
    }
    return list(found.values())
