"""Pages about lists: those sent, one of them with its rows that wait, what is corrected in it."""

from collections import Counter

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from mangnon.accounts import policies
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.intake import formats, operations, queries
from mangnon.intake.formats import child_list
from mangnon.intake.vocabulary import MOVING, OPEN, WAITING, BatchState, RowState, Severity
from mangnon.lib import calendar, vietnamese
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.imports import flow, pages
from mangnon.web.imports.forms import UploadForm

SHOWN_LISTS = 30
SHOWN_ROWS = 30
SHOWN_FINDINGS = 60
SEVERITIES = {"": (Severity.MUST_FIX, Severity.QUESTION), **{s.value: (s,) for s in Severity}}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@policy(Permission.IMPORT_LISTS)
def imports(request: AuthedRequest) -> HttpResponse:
    """Lists received, and the form to send one."""
    scope = policies.scope(request.actor, Permission.IMPORT_LISTS)
    communes = [
        (str(unit.pk), unit.name)
        for unit in institutions.communes(on=calendar.today())
        if scope.covers(unit.pk)
    ]  # fmt: skip
    form = UploadForm(request.POST or None, request.FILES or None, communes=communes, whole_city=scope.everything)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return flow.take(request, file.read(), file.name, form.cleaned_data["format"], form.cleaned_data.get("commune"))
        except policies.NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("file", str(refusal))
            form.choose_format(getattr(refusal, "likelier", ""))
    batches = queries.with_waiting(queries.batches(request.actor))[:SHOWN_LISTS]
    context = {"form": form, "batches": batches, "code": child_list.CODE}
    return render(request, "imports/imports.html", context, status=422 if form.errors else 200)


@policy(Permission.IMPORT_LISTS)
def template(request: AuthedRequest, code: str) -> HttpResponse:
    """The empty list to fill."""
    return _download(queries.template(format_code=code, at=calendar.now()), f"Mẫu {formats.named(code).title}.xlsx", XLSX)


@policy(Permission.IMPORT_LISTS)
def guide(request: AuthedRequest, code: str) -> HttpResponse:
    """What each column of a list means, from the columns themselves."""
    return render(request, "imports/guide.html", {"format": formats.named(code), "formats": formats.every().values()})


@policy(Permission.IMPORT_LISTS)
def batch(request: AuthedRequest, pk: int) -> HttpResponse:
    """One list: where it stands, the rows that wait, why."""
    found = queries.batch(request.actor, pk)
    if found.state == BatchState.MAPPING:
        return redirect("import_mapping", pk=pk)
    figures = queries.figures(found)
    if found.state not in OPEN or found.state == BatchState.ENROLLING:
        context = {"batch": found, "steps": pages.steps(found, figures), "progress": queries.progress(pk)}
        context |= {"moving": found.state in MOVING, "likelier": pages.likelier(found)}
        return render(request, "imports/standing.html", context)
    layout = formats.named(found.format_code)
    chosen = request.GET.get("muc", "")
    severities = SEVERITIES.get(chosen, SEVERITIES[""])
    whole = request.GET.get("dong") == "tat-ca"
    page = max(1, int(request.GET.get("trang", "1"))) if request.GET.get("trang", "1").isdigit() else 1
    rows = queries.rows(found) if whole else queries.rows(found, states=WAITING)
    start = (page - 1) * SHOWN_ROWS
    shown = list(rows[start : start + SHOWN_ROWS])
    total = rows.count()
    open_findings = queries.findings(found)
    counted = Counter(open_findings.order_by().values_list("severity", flat=True))
    same = Counter(open_findings.order_by().values_list("rule", flat=True))
    titles, lines = pages.grid(found, layout, shown, list(open_findings.filter(row__in=shown)))
    said = pages.found(found, layout, open_findings.filter(severity__in=severities)[:SHOWN_FINDINGS], same, {row.pk for row in shown})
    said = pages.with_alike(said, queries.alike_cells(found, open_findings.filter(severity__in=severities)))
    pressing = counted[Severity.MUST_FIX] + counted[Severity.QUESTION]
    return render(request, "imports/batch.html", {
        "batch": found, "figures": figures, "steps": pages.steps(found, figures), "titles": titles, "lines": lines,
        "total": total, "whole": whole, "start": start, "end": start + len(shown), "found": said,
        "page_before": page - 1 if page > 1 else 0, "page_after": page + 1 if start + len(shown) < total else 0,
        "chips": [("", f"Tất cả ({vietnamese.number(pressing)})"), *(
            (severity.value, f"{severity.label} ({vietnamese.number(counted[severity])})") for severity in Severity
        )],
        "rewritten": found.file_name.lower().endswith(".xls"), "read_from": pages.read_from(found), "chosen": chosen,
        "unused": dict.fromkeys(title for _, title in queries.unused_columns(found)),
        "likelier": pages.likelier(found),
        "more": sum(counted[s] for s in severities) - len(said), "pressing": pressing,
    })  # fmt: skip


@policy(Permission.IMPORT_LISTS)
@require_POST
def row(request: AuthedRequest, row_id: int) -> HttpResponse:
    """What a person decided about one row: correct cells, keep as it is, leave out."""
    found = queries.row(request.actor, row_id)
    act = request.POST.get("viec", "correct")
    at = calendar.now()
    version = int(request.POST["phien"]) if request.POST.get("phien", "").isdigit() else None
    try:
        if act == "confirm":
            done = operations.confirm_row(row_id=row_id, by=request.actor, at=at, version=version)
        elif act == "aside":
            done = operations.set_aside_row(row_id=row_id, by=request.actor, at=at, version=version)
        else:
            values = {key.removeprefix("o-"): str(text) for key, text in request.POST.items() if key.startswith("o-")}
            done = operations.correct_row(row_id=row_id, values=values, by=request.actor, at=at, version=version)
    except policies.NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _said(done))
    return redirect("import_batch", pk=found.batch_id)


@policy(Permission.IMPORT_LISTS)
@require_POST
def accept(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take the only suggestion of one rule for every row, or keep a column as it is."""
    found = queries.batch(request.actor, pk)
    rule, keep = request.POST.get("luat", ""), request.POST.get("viec") == "giu"
    try:
        decide = operations.keep_column if keep else operations.accept_suggestions
        done = decide(batch_id=found.pk, rule=rule, by=request.actor, at=calendar.now())
    except operations.AskedOfEachRow as refusal:
        messages.error(request, str(refusal))
    else:
        said = "Đã giữ {} dòng như trong tệp." if keep else "Đã sửa {} dòng theo đề nghị."
        messages.success(request, said.format(vietnamese.number(done)))
    return redirect("import_batch", pk=pk)


@policy(Permission.IMPORT_LISTS)
def findings(request: AuthedRequest, pk: int) -> HttpResponse:
    """The sender's own file, faulty cells marked and explained."""
    try:
        marked = operations.mark_file(batch_id=pk, by=request.actor, at=calendar.now())
    except operations.NothingToMark as refusal:
        messages.error(request, str(refusal))
        return redirect("import_batch", pk=pk)
    return _download(marked.content, marked.name, marked.media_type)


def _said(row) -> str:  # type: ignore[no-untyped-def]
    return {
        RowState.ENROLLED: f"{capfirst(row.where)} đã ghi vào sổ.",
        RowState.READY: f"{capfirst(row.where)} đã đúng, chờ ghi vào sổ.",
        RowState.SET_ASIDE: f"Đã bỏ qua {row.where}.",
        RowState.MUST_FIX: f"Đã sửa {row.where}; còn ô phải sửa.",
        RowState.QUESTION: f"Đã sửa {row.where}; còn câu hỏi chưa trả lời.",
    }.get(row.state, f"Đã sửa {row.where}.")


def _download(content: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
