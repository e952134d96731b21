"""Reading figures and walking down to the children behind them."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.indicators import catalogue, operations, queries
from mangnon.indicators.records import FigureRecord
from mangnon.indicators.vocabulary import CITY, Sensitivity
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.lib.vietnamese import short_date
from mangnon.register import operations as register_operations
from mangnon.register import queries as register
from mangnon.reports.rules import deadlines
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.indicators import pages
from mangnon.web.leader.tiles import tile_map

PER_PAGE = 50
SORTED_UP_TO = 20_000  # beyond it a list is shown in the order of record codes


@policy(Permission.SEE_INDICATORS)
def table(request: AuthedRequest) -> HttpResponse:
    """Every figure of a year for the city or one commune."""
    today = calendar.today()
    years = queries.years()
    year = _number(request.GET.get("nam", ""), default=years[0] if years else today.year)
    unit = request.GET.get("don-vi") or _home(request.actor)
    run = queries.latest(year=year, as_of=deadlines.closing_on(year))
    figures = queries.figures(request.actor, run=run.id, unit_code=unit) if run else ()
    if run and not figures:
        raise Http404
    return render(request, "indicators/table.html", {
        "run": run, "year": year, "years": years, "unit": unit, "city": CITY, "unit_name": figures[0].unit_name if figures else "",
        "communes": institutions.communes(on=today), "parts": pages.parts(figures), "count": len(figures),
        "lead": {figure.code: pages.row(figure) for figure in figures},
        "may_compute": account_rules.may(request.actor, Permission.COMPUTE_INDICATORS), "own": _home(request.actor),
    })  # fmt: skip


@require_POST
@policy(Permission.COMPUTE_INDICATORS)
def compute(request: AuthedRequest) -> HttpResponse:
    """Count the register again."""
    now = calendar.now()
    year = _number(request.POST.get("nam", ""), default=now.year)
    run = operations.compute(year=year, as_of=min(deadlines.closing_on(year), now.date()), by=request.actor, at=now)
    if run.reused:
        messages.info(request, f"Sổ trẻ em không đổi so với lần tính trước; số liệu ngày {short_date(run.as_of)} giữ nguyên.")
    else:
        messages.success(request, f"Đã tính {len(run.definitions)} chỉ tiêu cho 103 xã, phường, số liệu đến {short_date(run.as_of)}.")
    return redirect(f"{reverse('indicators')}?nam={year}")


@policy(Permission.SEE_INDICATORS)
def figure(request: AuthedRequest, run: int, code: str) -> HttpResponse:
    """One figure: what it means, where it comes from, the same in every commune, the way to its children."""
    unit = request.GET.get("don-vi", CITY)
    found = _figure(request.actor, run, code, unit)
    communes = queries.by_commune(request.actor, run=run, code=code)
    members = queries.members(request.actor, run=run, code=code, unit_code=unit)
    names = {one.unit_code: one.unit_name for one in communes}
    drawn = tile_map(
        communes, institutions.tiles(), names, chosen=unit, address=lambda commune: pages.address(found, unit_code=commune)
    )  # fmt: skip
    return render(request, "indicators/figure.html", {
        "figure": found, "row": pages.row(found), "run": queries.run(run), "unit": unit, "city": CITY, "may_open": len(members.child_ids),
        "closed": members.closed, "places": pages.places(communes), "map": drawn,
        "over": pages.row(_figure(request.actor, run, found.over, unit)) if found.over else None,
        "children_url": reverse("indicator_children", args=[run, code]) + ("" if unit == CITY else f"?don-vi={unit}"),
        "secret": found.sensitivity is Sensitivity.RESTRICTED,
    })  # fmt: skip


@policy(Permission.SEE_CHILDREN)
def children(request: AuthedRequest, run: int, code: str) -> HttpResponse:
    """The children behind a figure whom the reader may open, a page at a time."""
    unit, now = request.GET.get("don-vi", CITY), calendar.now()
    found = _figure(request.actor, run, code, unit)
    members = queries.members(request.actor, run=run, code=code, unit_code=unit)
    page = max(1, _number(request.GET.get("trang", ""), default=1))
    ids = members.child_ids
    mine = register.children(request.actor, on=now.date())
    if len(ids) <= SORTED_UP_TO:
        rows = mine.filter(pk__in=ids)
        there = rows.count()
        shown = list(rows.select_related("lives_in")[(page - 1) * PER_PAGE : page * PER_PAGE])
    else:
        there = len(ids)
        shown = list(mine.filter(pk__in=ids[(page - 1) * PER_PAGE : page * PER_PAGE]).order_by("id").select_related("lives_in"))
    register_operations.note_list(shown=len(shown), unit_code="" if unit == CITY else unit, by=request.actor, at=now)
    kept = request.GET.copy()

    def turned(to: int) -> str:
        kept["trang"] = str(to)
        return f"?{kept.urlencode()}"

    return render(request, "indicators/children.html", {
        "figure": found, "row": pages.row(found), "run": queries.run(run), "rows": shown, "total": there, "closed": members.closed,
        "moved": len(ids) - there, "on": now.date(),
        "first": (page - 1) * PER_PAGE + 1, "last": (page - 1) * PER_PAGE + len(shown),
        "before": turned(page - 1) if page > 1 else "", "after": turned(page + 1) if page * PER_PAGE < there else "",
        "figure_url": pages.address(found),
    })  # fmt: skip


def _figure(actor: Actor, run: int, code: str, unit: str) -> FigureRecord:
    if code not in {entry.code for entry in catalogue.indicators()}:
        raise Http404
    found = queries.figure(actor, run=run, code=code, unit_code=unit)
    if found is None:
        raise Http404
    return found


def _home(actor: Actor) -> str:
    """The commune of somebody who works in one; the city for others."""
    duty = actor.main_duty
    return CITY if duty is None or duty.whole_city else duty.territory_code


def _number(text: str, *, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default
