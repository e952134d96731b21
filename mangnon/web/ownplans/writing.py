"""Writing an own work plan: begun or copied, described, taken from a table, issued, amended."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.ownplans import pages
from mangnon.web.ownplans.forms import DescribeForm, IssueForm, TableForm, year_of
from mangnon.web.ownplans.views import existing, page


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def begin(request: AuthedRequest) -> HttpResponse:
    """Begin the actor's agency's plan of a year, empty or from another year's."""
    plan, own = queries.current_plan(), pages.writes_for(request.actor)
    if plan is None or own is None:
        raise Http404
    year, copied = year_of(request.POST.get("nam", ""), on=calendar.today()), request.POST.get("chep", "")
    begun = operations.begin_work_plan(
        plan_id=plan.pk, institution_id=own, year=year, copy_from=int(copied) if copied.isdigit() else None, by=request.actor,
        at=calendar.now(),
    )  # fmt: skip
    messages.success(request, f"Đã mở kế hoạch công tác năm {year}. Thêm hoạt động rồi ban hành.")
    return redirect("own_plan", begun.pk)


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def describe(request: AuthedRequest, pk: int) -> HttpResponse:
    """Subject and aims."""
    found = existing(pk)
    form = DescribeForm(request.POST)
    if form.is_valid():
        operations.describe_work_plan(
            work_plan_id=pk, title=form.cleaned_data["trich_yeu"], purpose=form.cleaned_data["muc_dich"], by=request.actor,
            at=calendar.now(),
        )  # fmt: skip
        messages.success(request, "Đã lưu trích yếu, mục đích.")
        return redirect("own_plan", pk)
    return page(request, found, forms={"describe": form}, status=422)


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def bring_in(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take a table in place of the activities; refused with every cell that is wrong."""
    found = existing(pk)
    form = TableForm(request.POST, request.FILES)
    problems: tuple[object, ...] = ()
    if form.is_valid():
        file = form.cleaned_data["tep"]
        try:
            taken = operations.import_activities(work_plan_id=pk, content=file.read(), name=file.name, by=request.actor, at=calendar.now())
        except NotAllowed:
            raise
        except operations.BadTable as refusal:
            form.add_error("tep", str(refusal))
            problems = refusal.problems
        except Refusal as refusal:
            form.add_error("tep", str(refusal))
        else:
            messages.success(request, f"Đã nhập {taken} hoạt động từ bảng.")
            return redirect("own_plan", pk)
    return page(request, found, forms={"table": form, "problems": problems}, status=422)


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def issue(request: AuthedRequest, pk: int) -> HttpResponse:
    """Issue the plan under the next number of the agency."""
    found = existing(pk)
    form = IssueForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            issued = operations.issue_work_plan(
                work_plan_id=pk, number=said["so"], issued_on=said["ngay"], signer=said["nguoi_ky"], signer_position=said["chuc_vu"],
                by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("so", str(refusal))
        else:
            number = issued.document.number if issued.document else ""
            messages.success(request, f"Đã ban hành kế hoạch số {number} và vào sổ văn bản đi.")
            return redirect("own_plan", pk)
    return page(request, found, forms={"issue": form}, status=422)


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def amend(request: AuthedRequest, pk: int) -> HttpResponse:
    """Begin the next version."""
    existing(pk)
    later = operations.amend_work_plan(work_plan_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã mở bản sửa đổi lần {later.version}. Bản cũ còn hiệu lực đến khi ban hành bản này.")
    return redirect("own_plan", later.pk)


@require_POST
@policy(Permission.WRITE_WORK_PLANS)
def take_over(request: AuthedRequest, pk: int) -> HttpResponse:
    """Bring activities received by an act of reorganisation into the plan being written."""
    existing(pk)
    taken = operations.take_over_activities(work_plan_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, f"Đã đưa {taken} hoạt động tiếp nhận vào kế hoạch đang soạn.")
    return redirect("own_plan", pk)
