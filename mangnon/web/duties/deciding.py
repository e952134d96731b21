"""Later deadlines: the requests that wait, each with its first deadline beside it, and the decision."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.web.access import AuthedRequest, policy

SHOWN = 60


@policy(Permission.SEE_PLANS)
def requests(request: AuthedRequest) -> HttpResponse:
    """Every request: those the actor may decide first, then the decided ones."""
    waiting = queries.waiting_extensions(request.actor)
    mine = {one.pk for one in waiting}
    others = [one for one in queries.extensions().order_by("-asked_at", "-id")[:SHOWN] if one.pk not in mine]
    return render(request, "duties/extensions.html", {"waiting": waiting, "others": others, "on": calendar.today()})


@require_POST
@policy(Permission.DECIDE_EXTENSIONS)
def decide(request: AuthedRequest, pk: int) -> HttpResponse:
    """Grant or refuse one request."""
    extension, grant = _existing(pk), request.POST.get("quyet-dinh") == "dong-y"
    try:
        operations.decide_extension(
            extension_id=pk, grant=grant, words=request.POST.get("y-kien", ""), by=request.actor, at=calendar.now()
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã đồng ý gia hạn đến {extension.new_due:%d/%m/%Y}." if grant else "Đã ghi không đồng ý gia hạn.")
    return redirect(_back(request))


@require_POST
@policy(Permission.SEE_PLANS)
def withdraw(request: AuthedRequest, pk: int) -> HttpResponse:
    """Take one's request back."""
    extension = _existing(pk)
    operations.withdraw_extension(extension_id=pk, by=request.actor, at=calendar.now())
    messages.success(request, "Đã rút đề nghị gia hạn.")
    return redirect("task", extension.occurrence.task_id)


def _existing(pk: int):  # type: ignore[no-untyped-def]  # a row of the plan room
    found = queries.extension(pk)
    if found is None:
        raise Http404
    return found


def _back(request: AuthedRequest) -> str:
    back = request.POST.get("ve", "")
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}) else "/nhiem-vu/gia-han/"
