"""One duty: who answers, in person, by when, how far; naming the person, reporting, deciding who takes over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from mangnon.accounts import policies
from mangnon.accounts import queries as accounts
from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import operations as documents
from mangnon.institutions import operations as institutions
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.plans.queries import committees
from mangnon.plans.records import Duty
from mangnon.plans.rules.deadlines import turn_in_words
from mangnon.plans.vocabulary import Declared, DutyEvent, PlanState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.plans import pages
from mangnon.web.plans.addresses import in_words
from mangnon.web.plans.cascade import task_parts
from mangnon.web.plans.forms import AssignForm, DecideForm, ExtensionForm, ReportForm
from mangnon.web.plans.hands import gives_city, in_hand, looked_from, moments
from mangnon.web.plans.loading import existing_evidence, existing_task

MOMENTS = 40


@policy(Permission.SEE_PLANS)
def task(request: AuthedRequest, pk: int) -> HttpResponse:
    """The duty, with the acts open to who looks at it."""
    return _page(request, pk)


@require_POST
@policy(Permission.ASSIGN_TASKS)
def assign(request: AuthedRequest, pk: int) -> HttpResponse:
    """Name the responsible person in the actor's agency, or where the actor may name one."""
    institution = _acting(request.actor, queries.duty(pk, on=calendar.today()), Permission.ASSIGN_TASKS)
    form = AssignForm(_people(institution), request.POST)
    if institution and form.is_valid():
        operations.assign(
            task_id=pk, institution_id=institution, username=form.cleaned_data["nguoi"], by=request.actor, at=calendar.now()
        )  # fmt: skip
        messages.success(request, "Đã giao người phụ trách nhiệm vụ.")
        return redirect("task", pk)
    return _page(request, pk, assign_form=form, status=422)


@require_POST
@policy(Permission.SEE_PLANS)
def report(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say how far the agency is, with evidence; `ky` names an earlier period still open."""
    duty = queries.duty(pk, on=calendar.today())
    institution = _reporting(request.actor, duty)
    form = ReportForm(_turns(pk, institution), request.POST, request.FILES)
    if institution and form.is_valid():
        said = form.cleaned_data
        files = [(said["tep"].name, said["tep"].read(), said["tep"].content_type or "application/octet-stream")] if said["tep"] else []
        try:
            operations.report_progress(
                task_id=pk, institution_id=institution, declared=Declared(said["tu_bao"]), percent=said["phan_tram"], note=said["ghi_chu"],
                proofs=[said["minh_chung"]], files=files, links=[said["trong_he_thong"]] if said["trong_he_thong"] else [],
                occurrence_id=int(said["ky"]) if said["ky"] else None, by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except policies.NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("tu_bao", str(refusal))
        else:
            done = Declared(said["tu_bao"]) is Declared.DONE
            messages.success(request, "Đã báo hoàn thành, chờ xác nhận." if done else "Đã ghi tiến độ nhiệm vụ.")
            return redirect("task", pk)
    return _page(request, pk, report_form=form, status=422)


@require_POST
@policy(Permission.SEE_PLANS)
def move(request: AuthedRequest, pk: int) -> HttpResponse:
    """Accept, confirm, return, pause, resume, cancel, reopen: `buoc` of the occurrence of `don-vi`, or of the one named by `ky`."""
    event, institution = request.POST.get("buoc", ""), request.POST.get("don-vi", "")
    if event not in DutyEvent.values or not institution.isdecimal():
        return redirect("task", pk)
    words, turn = request.POST.get("y-kien", ""), request.POST.get("ky", "")
    try:
        if turn.isdecimal():
            operations.move_occurrence(
                occurrence_id=int(turn), event=DutyEvent(event), by=request.actor, at=calendar.now(), words=words
            )  # fmt: skip
        else:
            operations.move(
                task_id=pk, institution_id=int(institution), event=DutyEvent(event), by=request.actor, at=calendar.now(), words=words
            )  # fmt: skip
    except policies.NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã ghi: {DutyEvent(event).label.lower()}.")
    return redirect(f"{reverse('task', args=[pk])}?don-vi={institution}")


@require_POST
@policy(Permission.SEE_PLANS)
def extend(request: AuthedRequest, pk: int) -> HttpResponse:
    """Ask for a later deadline."""
    institution = _reporting(request.actor, queries.duty(pk, on=calendar.today()))
    form = ExtensionForm(request.POST)
    if institution and form.is_valid():
        try:
            operations.ask_extension(
                task_id=pk, institution_id=institution, new_due=form.cleaned_data["ngay_moi"],
                reason=form.cleaned_data["ly_do_gia_han"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except policies.NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("ngay_moi", str(refusal))
        else:
            messages.success(request, "Đã gửi đề nghị gia hạn, chờ quyết định. Hạn gốc vẫn được giữ.")
            return redirect("task", pk)
    return _page(request, pk, extension_form=form, status=422)


@require_POST
@policy(Permission.DECIDE_SUCCESSION)
def decide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say who takes over this one duty of an agency that was divided."""
    found = existing_task(pk)
    duty = queries.duty(pk, on=calendar.today())
    form = DecideForm([(str(one), name) for one, name in duty.live.candidates], request.POST)
    if form.is_valid():
        try:
            institutions.decide_succession(
                source_id=found.lead_id, target_id=int(form.cleaned_data["noi"]), reason=form.cleaned_data["ly_do"], by=request.actor,
                at=calendar.now(), function=found.function, matter=queries.matter_of(found),
            )  # fmt: skip
        except policies.NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("noi", str(refusal))
        else:
            messages.success(request, "Đã quyết định nơi tiếp nhận nhiệm vụ.")
            return redirect("task", pk)
    return _page(request, pk, decide_form=form, status=422)


@policy(Permission.SEE_PLANS)
def evidence(request: AuthedRequest, pk: int) -> HttpResponse:
    """A stored piece of evidence as a download; a figure or record of the system opens its page."""
    found = existing_evidence(pk)
    if found.link:
        return redirect(found.link)
    if found.file is None:
        return redirect("task", found.progress.task_id)
    documents.note_download(file=found.file, by=request.actor, at=calendar.now())
    answer = HttpResponse(bytes(found.file.content), content_type=found.file.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, found.file.name)
    return answer


def _page(
    request: AuthedRequest, pk: int, *, assign_form: AssignForm | None = None, report_form: ReportForm | None = None,
    decide_form: DecideForm | None = None, extension_form: ExtensionForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found = existing_task(pk)
    on = calendar.today()
    actor = request.actor
    duty = queries.duty(pk, on=on)
    looked = looked_from(request.GET.get("don-vi", ""), actor, duty)
    mine = queries.duty(pk, on=on, institution_id=looked) if looked and duty.shared else None
    runs = found.plan.state == PlanState.ADOPTED
    acting = _acting(actor, duty, Permission.ASSIGN_TASKS) if runs else None
    reporting = _reporting(actor, duty) if runs else None
    may_decide = duty.live.needs_decision and account_rules.may(actor, Permission.DECIDE_SUCCESSION)
    seen = mine or duty
    institution = looked or (duty.live.institution_id if not duty.shared else None)
    hand = in_hand(seen, found, institution=institution, actor=actor, reporting=reporting == institution, on=on) if runs else None
    may_extend = reporting is not None and hand is not None and hand.may_extend
    return render(request, "plans/task.html", {
        "task": found, "plan": found.plan, "document": found.plan.document, "duty": duty, "mine": mine, "on": on,
        "where": in_words(found.clause.address), "row": pages.row(seen, plan_url=""), "whole_row": pages.row(duty, plan_url=""),
        "coordinating": duty.coordinating, "clause": found.clause, "runs": runs, "acting": acting, "hand": hand,
        "assign_form": (assign_form or AssignForm(_people(acting))) if acting else None,
        "report_form": (report_form or ReportForm(_turns(pk, reporting), initial={"tu_bao": Declared.STARTED}))
        if reporting and (report_form or reporting != institution or (hand and hand.may_report)) else None,
        "extension_form": (extension_form or ExtensionForm()) if may_extend else None,
        "decide_form": (decide_form or DecideForm([(str(one), name) for one, name in duty.live.candidates])) if may_decide else None,
        "progress": queries.progress_of(pk), "assignments": queries.assignments_of(pk),
        "members": queries.members_of(pk, on=on) if duty.shared else (), "extensions": queries.extensions_of(pk),
        "deciding": [one for one in queries.waiting_extensions(actor) if one.occurrence.task_id == pk],
        "turns": queries.occurrences_of(pk, institution_id=institution) if institution or not duty.shared else (),
        "moments": moments(queries.moves_of(pk)[:MOMENTS]), "reminders": queries.reminders_of(pk)[:MOMENTS],
        "may_correct": account_rules.may(actor, Permission.ADOPT_PLANS), "gives": gives_city(actor),
        "conclusion": committees.conclusion_of(pk),
        **task_parts(found, duty, on=on, actor=actor, acting=acting),
    }, status=status)  # fmt: skip


def _acting(actor: Actor, duty: Duty, permission: Permission) -> int | None:
    """The institution for which the actor may use a permission on this duty: its own first, else the one that answers alone."""
    if not account_rules.may(actor, permission):
        return None
    reach = policies.scope(actor, permission)
    own = [one.agency_id for one in actor.duties if one.agency_id in duty.members and reach.covers(one.agency_id)]
    if own:
        return own[0]
    alone = duty.live.institution_id if not duty.shared else None
    return alone if alone and reach.covers(alone) else None


def _reporting(actor: Actor, duty: Duty) -> int | None:
    """The institution whose progress the actor may report."""
    own = _acting(actor, duty, Permission.WRITE_REPORT)
    if own:
        return own
    responsible = [one.agency_id for one in actor.duties if one.agency_id in duty.members]
    return next((one for one in responsible if _is_responsible(actor, duty.task_id, one)), None)


def _is_responsible(actor: Actor, task_id: int, institution_id: int) -> bool:
    person = queries.responsible(task_id, institution_id, on=calendar.today())
    return person is not None and person.username == actor.id


def _people(institution_id: int | None) -> list[tuple[str, str]]:
    if institution_id is None:
        return []
    return [(user.username, f"{user.full_name}, {title}") for user, title in accounts.people_in(institution_id, on=calendar.today())]


def _turns(pk: int, institution_id: int | None) -> list[tuple[str, str]]:
    """Periods of a duty an agency may still report on: the running one first, then what is owed."""
    if institution_id is None:
        return []
    owed = [one for one in queries.open_before(institution_id, on=calendar.today()) if one.task_id == pk]
    return [("", "kỳ này"), *((str(one.pk), f"{turn_in_words(one.turn)}, còn nợ") for one in owed)] if owed else []
