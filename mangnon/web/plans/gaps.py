"""What a plan still lacks, and the small acts that close a gap: a clause waived, clauses linked, a duty divided."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.accounts import policies
from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.documents import queries as documents
from mangnon.lib import calendar
from mangnon.plans import operations, queries
from mangnon.plans.records import Duty
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.plans import pages
from mangnon.web.plans.addresses import in_words
from mangnon.web.plans.loading import existing_clause, existing_plan, existing_task


@policy(Permission.SEE_PLANS)
def gaps(request: AuthedRequest, pk: int) -> HttpResponse:
    """Clauses without a duty, agencies without a plan, duties without a person or a day: each as a list."""
    plan = existing_plan(pk)
    on = calendar.today()
    found = queries.gaps(plan, queries.board([plan], on=on), year=on.year)
    plan_url = reverse("plan", args=[pk])
    return render(request, "plans/gaps.html", {
        "plan": plan, "document": plan.document, "found": found, "year": on.year, "plan_url": plan_url,
        "clauses": [(one, in_words(one.address)) for one in found.clauses],
        "waived": [(one, in_words(one.address)) for one in found.waived],
        "without_person": [pages.row(one, plan_url=plan_url) for one in found.without_person],
        "without_deadline": [pages.row(one, plan_url=plan_url) for one in found.without_deadline],
        "without_lead": [pages.row(one, plan_url=plan_url) for one in found.without_lead],
        "communes": [one for one in found.agencies if one.is_commune], "agencies": [one for one in found.agencies if not one.is_commune],
        "may": account_rules.may(request.actor, Permission.ADOPT_PLANS),
    })  # fmt: skip


@require_POST
@policy(Permission.ADOPT_PLANS)
def waive(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say why a clause gives nobody a duty, or take that back."""
    clause = existing_clause(pk)
    if "bo" in request.POST:
        operations.unwaive_clause(clause_id=pk, by=request.actor, at=calendar.now())
        messages.success(request, f"Đã đưa mục {clause.address} trở lại danh sách cần xem.")
    else:
        operations.waive_clause(clause_id=pk, reason=request.POST.get("ly_do", ""), by=request.actor, at=calendar.now())
        messages.success(request, f"Đã ghi mục {clause.address} không giao việc.")
    return redirect(reverse("plan_gaps", args=[clause.plan_id]) + "#dieu-khoan")


@require_POST
@policy(Permission.ADOPT_PLANS)
def link(request: AuthedRequest, pk: int) -> HttpResponse:
    """Say which clause of the plan, or which place of a registered paper, this clause carries out."""
    clause = existing_clause(pk)
    words = request.POST.get("muc", "").strip()
    number = request.POST.get("so_ky_hieu", "").strip()
    back = f"{reverse('plan', args=[clause.plan_id])}?muc={clause.address}"
    target = next((key for key, address, _words in queries.clauses_of(clause.plan_id) if address.lower() == words.lower()), None)
    if number:
        document = documents.numbered(request.actor, number)
        operations.link_clauses(source_id=pk, document_id=document.pk, words=words, by=request.actor, at=calendar.now())
    elif target is None:
        messages.error(request, f"Kế hoạch không có mục “{words}”. Ghi như trên văn bản, ví dụ “II.6.d”.")
        return redirect(back)
    else:
        operations.link_clauses(source_id=pk, target_id=target, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã nối mục {clause.address}.")
    return redirect(back)


@require_POST
@policy(Permission.ADOPT_PLANS)
def unlink(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a link back."""
    try:
        gone = operations.unlink_clauses(link_id=pk, by=request.actor, at=calendar.now())
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, "Đã gỡ mối nối giữa hai điều khoản.")
    return redirect(f"{reverse('plan', args=[gone.source.plan_id])}?muc={gone.source.address}")


@require_POST
@policy(Permission.ASSIGN_TASKS)
def divide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Give a part of a duty."""
    task = existing_task(pk)
    institution = _dividing(request.actor, queries.duty(pk, on=calendar.today()))
    try:
        operations.divide_task(
            parent_id=pk, institution_id=institution, summary=request.POST.get("viec", ""), due_words=request.POST.get("thoi_han", ""),
            by=request.actor, at=calendar.now(),
        )  # fmt: skip
    except operations.BadSubtask as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Đã chia thêm một việc nhỏ.")
    return redirect(reverse("task", args=[task.pk]) + "#viec-nho")


def _dividing(actor: Actor, duty: Duty) -> int:
    """The agency for which the actor divides a duty: its own if it must act, else the one that answers alone."""
    reach = policies.scope(actor, Permission.ASSIGN_TASKS)
    own = next((one.agency_id for one in actor.duties if one.agency_id in duty.members and reach.covers(one.agency_id)), None)
    alone = duty.live.institution_id if not duty.shared else None
    chosen = own or (alone if alone and reach.covers(alone) else None)
    if chosen is None:
        raise policies.NotAllowed("Bạn không thuộc cơ quan thực hiện nhiệm vụ này nên không chia được việc. Đề nghị cơ quan ấy chia.")
    return chosen
