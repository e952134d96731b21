"""The first page of the city's leaders."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.indicators import queries as indicators
from mangnon.indicators.vocabulary import CITY
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.plans import queries as plans
from mangnon.plans.rules.progress import Bucket
from mangnon.reports import queries as reports
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.leader import decisions, pages
from mangnon.web.leader.tiles import TileMap, tile_map

FIRST_INDICATOR = "verified_numbers"
SHOWN = 6  # indicators above the fold


@policy(Permission.SEE_CITY_PAGE)
def city_page(request: AuthedRequest) -> HttpResponse:
    """Late duties by agency, indicators and targets, who has not reported, the communes as tiles."""
    now = calendar.now()
    on = now.date()
    plan = plans.current_plan()
    lines = plans.board(plans.running_plans(), on=on).lines
    late = pages.late_by_agency(lines)
    period = reports.current_period(on=on)
    requirements = reports.requirements(request.actor, period=period, at=now) if period else ()
    run = indicators.latest(year=on.year) or indicators.latest(year=on.year - 1)
    figures = indicators.figures(request.actor, run=run.id, unit_code=CITY) if run else ()
    rows = pages.indicator_rows(figures)
    chosen = next((figure for figure in figures if figure.code == request.GET.get("chi-tieu", FIRST_INDICATOR)), None)
    context = {
        "on": on, "plan": plan, "late": late, "late_total": sum(row.total for row in late),
        "late_count": sum(line.bucket == Bucket.LATE for line in lines), "undecided": sum(line.waits for line in lines),
        "decisions": decisions.waiting(request.actor, on=on),
        "period": period, "reporting": pages.reporting(requirements), "run": run,
        "rows": rows[:SHOWN], "more_rows": rows[SHOWN:], "figures": figures, "chosen": chosen,
        "map": _map(request.actor, run.id, chosen.code, on=on) if run and chosen else None,
    }  # fmt: skip
    return render(request, "leader/city.html", context)


def _map(actor: Actor, run: int, code: str, *, on: date) -> TileMap:
    page = reverse("indicator", args=[run, code])
    return tile_map(
        indicators.by_commune(actor, run=run, code=code), institutions.tiles(),
        {unit.code: unit.name for unit in institutions.communes(on=on)}, address=lambda unit: f"{page}?don-vi={unit}",
    )  # fmt: skip
