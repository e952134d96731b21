"""The rows behind every number about duties: one list, its filters in the address, as a page, a Word paper or a workbook."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from mangnon.accounts import policies as account_policies
from mangnon.accounts import queries as accounts
from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib import calendar
from mangnon.lib.vietnamese import fold, number, short_date
from mangnon.plans import queries
from mangnon.plans import render as papers
from mangnon.plans.queries import Board, Line
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.pages import choices_of, picked
from mangnon.web.plans import comparing, filters, pages
from mangnon.web.plans.filters import Kept, Wanted

PER_PAGE = 30
WHOLE_LIMIT = 1_000  # rows of a printed table: more is a register, not a paper
TYPES = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", papers.docx),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", papers.xlsx),
}


@policy(Permission.SEE_PLANS)
def duties(request: AuthedRequest) -> HttpResponse:
    """The list an address asks for, with what the actor may do to several at once."""
    one = filters.wanted(request.GET)
    board, kept, then = _found(one)
    page = Paginator(kept.lines, PER_PAGE).get_page(request.GET.get("trang"))
    full = board.full(page.object_list)
    own = request.actor.main_duty.agency_id if request.actor.main_duty else None
    assigns = account_policies.scope(request.actor, Permission.ASSIGN_TASKS)
    gives = account_policies.scope(request.actor, Permission.CONFIRM_TASKS).everything
    plans = board.plans if one.paper in (None, 0) else queries.running_plans()
    numbers = {plan.pk: plan.document.number for plan in plans}
    there = {line.task_id for line in page.object_list}
    rows = [
        (
            pages.row(
                full[line.task_id], paper=numbers.get(line.plan_id, ""), asked=line.task_id in board.asked,
                plan_url=reverse("plan", args=[line.plan_id]),
                waiting=line.waiting if line.shared else 0, was=then.get(line.task_id, "chưa có") if then is not None else "",
                depth=line.depth if line.parent_id in there else 0, gathered=board.gathered(line),
            ),
            picked(line, one.agency, own=own, assigns=assigns, gives=gives),
        )
        for line in page.object_list
    ]  # fmt: skip
    agency = one.agency or one.leader
    people_of = one.agency or one.leader or own
    return render(request, "duties/list.html", {
        "one": one, "page": page, "rows": rows, "total": kept.total, "sentence": _sentence(one, kept), "on": board.on,
        "kinds": choices_of(board, one), "plans": plans, "agency": agency,
        "agencies": institutions.reporting_institutions(on=board.on), "query": one.address(), "compared": then is not None,
        "may_assign": bool(assigns) and people_of is not None and assigns.covers(people_of),
        "people": [(user.username, f"{user.full_name}, {title}") for user, title in accounts.people_in(people_of, on=board.on)]
        if assigns and people_of else [],
        "gives": gives, "any": any(value for _, value in rows), "may_give": account_rules.may(request.actor, Permission.ASSIGN_TASKS),
    })  # fmt: skip


@policy(Permission.SEE_PLANS)
def download(request: AuthedRequest, form: str) -> HttpResponse:
    """The same list as a Word paper or a workbook, in the type and order of offices."""
    if form not in TYPES:
        raise Http404
    one = filters.wanted(request.GET)
    board, kept, _then = _found(one)
    media_type, write = TYPES[form]
    content = write(_form(request.actor, one, board, kept), list(board.full(kept.lines[:WHOLE_LIMIT]).values()))
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, f"bang-nhiem-vu-{board.on:%Y%m%d}.{form}")
    return answer


def _found(one: Wanted) -> tuple[Board, Kept, dict[int, str] | None]:
    """The board an address looks at, what it keeps, and, when it compares, where each duty stood on the earlier day."""
    on = one.on or calendar.today()
    plans = [plan for plan in queries.running_plans() if one.paper in (None, 0) or plan.pk == one.paper]
    board = queries.board(plans, on=on, institution_id=one.agency)
    held = queries.tasks_held(one.person, on=on) if one.person else frozenset()
    wanted = fold(one.text)
    said = queries.summaries([plan.pk for plan in plans]) if wanted else {}
    then = comparing.then_words(queries.board(plans, on=one.compared, institution_id=one.agency)) if one.compared else None

    def keeps(lines: Sequence[Line]) -> list[Line]:
        kept = filters.narrowed(lines, one, board)
        if one.person:
            kept = [line for line in kept if line.task_id in held]
        if wanted:
            kept = [line for line in kept if wanted in fold(f"{line.address} {said.get(line.task_id, '')}")]
        if then is not None and one.changed:
            kept = [line for line in kept if line.task_id in then and then[line.task_id] != comparing.words_of(line.bucket)]
        return kept

    return board, filters.kept(board, keeps), then


def _sentence(one: Wanted, kept: Kept) -> str:
    """What the list holds, in words; parts of duties are told beside the duties, never added to them."""
    parts = [f"{number(kept.total)} nhiệm vụ" + (f" và {number(kept.parts)} việc nhỏ (không cộng vào số nhiệm vụ)" if kept.parts else "")]
    if words := filters.words(one.kind):
        parts.append(words)
    for pk, word in ((one.agency, "của"), (one.leader, "do")):
        if pk and (named := institutions.by_id(pk)):
            parts.append(f"{word} {named.name}{' chủ trì' if word == 'do' else ''}")
    if one.person and (user := accounts.user_named(one.person)):
        parts.append(f"{user.full_name} phụ trách")
    if one.section:
        parts.append(f"mục {one.section}")
    if one.whole and (words := queries.summary(one.whole)):
        parts.append(f"thuộc “{words}”")
    if one.since or one.until:
        since, until = (f"từ {short_date(one.since)}" if one.since else "", f"đến {short_date(one.until)}" if one.until else "")
        parts.append(" ".join(word for word in ("hạn", since, until) if word))
    if one.text:
        parts.append(f"có chữ “{one.text}”")
    return ", ".join(parts)


def _form(actor: Actor, one: Wanted, board: Board, kept: Kept) -> papers.Form:
    duty = actor.main_duty
    agency = institutions.by_id(duty.agency_id) if duty else None
    commune = agency is not None and agency.kind == Kind.UNIT
    name = (f"Ủy ban nhân dân {agency.name}" if commune else agency.name) if agency else "Ủy ban nhân dân thành phố Cần Thơ"
    note = f"Số liệu tính đến hết ngày {short_date(board.on)}."
    if len(kept.lines) > WHOLE_LIMIT:
        note += f" In {number(WHOLE_LIMIT)} dòng đầu trong {number(len(kept.lines))} dòng; lọc hẹp hơn để in phần còn lại."
    return papers.Form(
        issuer=(name.upper(),), superior=("ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ",) if agency and name.startswith("Sở") else (),
        place=(agency.bare_name if commune and agency else "Cần Thơ"), subject=_sentence(one, kept), on=board.on,
        copies=("Như trên", "Lưu: VT"), capacity=("THỦ TRƯỞNG ĐƠN VỊ",), note=note,
    )  # fmt: skip
