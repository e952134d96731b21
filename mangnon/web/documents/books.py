"""The registers of an agency: papers sent, papers received, how received ones are settled; on screen and as spreadsheets."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from mangnon.accounts.vocabulary import Permission
from mangnon.documents import queries
from mangnon.documents.render import registers
from mangnon.documents.vocabulary import Handling
from mangnon.lib import calendar
from mangnon.lib.tables import write_workbook
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.documents import pages

SHOWN = 60
_SHEETS = {"di": registers.sent, "den": registers.received, "giai-quyet": registers.followed}


@policy(Permission.SEE_DOCUMENTS)
def book(request: AuthedRequest) -> HttpResponse:
    """One register of one year."""
    asked = _asked(request)
    today = calendar.today()
    wanted = request.GET.get("loc", "")
    rows = _rows(asked, handling=wanted if wanted in Handling.values else "", late_on=today if wanted == "qua-han" else None)
    return render(request, "documents/book.html", asked | {
        "page": Paginator(rows, SHOWN).get_page(request.GET.get("trang")), "today": today, "filter": wanted,
        "books": [(key, title) for key, (_book, title) in pages.BOOKS.items()],
        "filters": [("", "Mọi văn bản"), *((one.value, one.label) for one in Handling), ("qua-han", "Quá hạn")],
        "free": queries.free_numbers(asked["agency_id"], year=asked["year"], body=asked["body"]).missing if asked["kind"] == "di" else (),
        "years": sorted({year for year, _body in queries.register_years(asked["agency_id"])} | {today.year}, reverse=True),
        "bodies": sorted({body for year, body in queries.register_years(asked["agency_id"]) if body and year == asked["year"]}),
        "query": f"so={asked['kind']}&nam={asked['year']}&co-quan={asked['agency_id']}",
    })  # fmt: skip


@policy(Permission.SEE_DOCUMENTS)
def download(request: AuthedRequest) -> HttpResponse:
    """The same register as a spreadsheet in the columns of the decree."""
    asked = _asked(request)
    heading = (asked["agency_name"].upper(), f"{asked['title'].upper()} NĂM {asked['year']}")
    content = write_workbook([_SHEETS[asked["kind"]](_rows(asked), heading=heading)], created=calendar.now())
    answer = HttpResponse(content, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = content_disposition_header(True, f"so-van-ban-{asked['kind']}-{asked['year']}.xlsx")
    return answer


def _asked(request: AuthedRequest) -> dict[str, Any]:
    """What the address asks for: only registers the actor's own agencies keep."""
    kind, wanted = request.GET.get("so", "di"), request.GET.get("co-quan", "")
    registers = pages.registers(request.actor)
    if kind not in pages.BOOKS or not registers:
        raise Http404
    agency = next((one for one in registers if str(one.id) == wanted), registers[0])
    year = request.GET.get("nam", "")
    return {
        "kind": kind, "book": pages.BOOKS[kind][0], "title": pages.BOOKS[kind][1], "agency_id": agency.id, "agency_name": agency.name,
        "year": int(year) if year.isdigit() and len(year) == 4 else calendar.today().year, "body": request.GET.get("to-chuc", ""),
        "registers": registers,
    }  # fmt: skip


def _rows(asked: dict[str, Any], *, handling: str = "", late_on: date | None = None) -> Any:
    return queries.entries(
        asked["agency_id"], book=asked["book"], year=asked["year"], body=asked["body"], handling=handling, late_on=late_on
    )  # fmt: skip
