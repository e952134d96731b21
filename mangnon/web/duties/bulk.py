"""One act on several duties at once: name a person, confirm, return, pause, remind."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import number
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import DutyEvent, DutyState
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.pages import MEMBERS

_EVENTS = {
    "xac-nhan": DutyEvent.CONFIRM, "tra-lai": DutyEvent.RETURN, "tam-hoan": DutyEvent.PAUSE, "tiep-tuc": DutyEvent.RESUME,
    "nhan": DutyEvent.ACCEPT,
}  # fmt: skip
_DONE = {
    DutyEvent.CONFIRM: "Đã xác nhận {} nhiệm vụ.", DutyEvent.RETURN: "Đã trả lại {} nhiệm vụ.", DutyEvent.PAUSE: "Đã tạm hoãn {} nhiệm vụ.",
    DutyEvent.RESUME: "Đã cho tiếp tục {} nhiệm vụ.", DutyEvent.ACCEPT: "Đã nhận {} nhiệm vụ.",
}  # fmt: skip
_SHOWN = 3  # refusals told one by one


@require_POST
@policy(Permission.SEE_PLANS)
def act(request: AuthedRequest) -> HttpResponse:
    """Do `viec-lam` with every ticked duty; what is refused is told with its reason, the rest is done."""
    back = request.POST.get("ve", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/nhiem-vu/"
    chosen, words = list(_chosen(request.POST.getlist("viec"))), request.POST.get("y-kien", "")
    wanted = request.POST.get("viec-lam", "")
    if not chosen:
        messages.error(request, "Chưa chọn nhiệm vụ nào. Đánh dấu ô đầu dòng rồi bấm lại.")
        return redirect(back)
    try:
        if wanted == "giao":
            given = operations.assign_many(
                duties=[one for one in chosen if one[1] != MEMBERS], username=request.POST.get("nguoi", ""), by=request.actor,
                at=calendar.now(),
            )  # fmt: skip
            messages.success(request, f"Đã giao {number(given)} nhiệm vụ.")
        elif wanted == "nhac":
            told = operations.remind(duties=_open(chosen), words=words, by=request.actor, at=calendar.now())
            messages.success(request, f"Đã nhắc {number(told)} đơn vị, nhiệm vụ. Lời nhắc hiện ở “Việc của tôi” của người phụ trách.")
        elif wanted in _EVENTS:
            event = _EVENTS[wanted]
            duties = _waiting(chosen) if event in (DutyEvent.CONFIRM, DutyEvent.RETURN) else chosen
            moved = operations.move_many(duties=duties, event=event, by=request.actor, at=calendar.now(), words=words)
            if moved.done:
                messages.success(request, _DONE[event].format(number(moved.done)))
            for label, why in moved.refused[:_SHOWN]:
                messages.error(request, f"{label}: {why}")
            if len(moved.refused) > _SHOWN:
                messages.error(request, f"Còn {number(len(moved.refused) - _SHOWN)} nhiệm vụ khác cũng không thực hiện được.")
    except NotAllowed:
        raise
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(back)


def _chosen(values: Iterable[str]) -> Iterable[tuple[int, int]]:
    for value in values:
        task, _, institution = value.partition(":")
        if task.isdecimal() and institution.isdecimal():
            yield int(task), int(institution)


def _open(chosen: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Every agency still at work: of a duty many share each that has not declared it done."""
    found = []
    for task_id, institution in chosen:
        if institution != MEMBERS:
            found.append((task_id, institution))
            continue
        found += [
            (task_id, one.institution_id) for one in queries.members_of(task_id, on=calendar.today()) if one.status.declared != "done"
        ]
    return found


def _waiting(chosen: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of a duty many share, each agency that waits to be confirmed."""
    found = []
    for task_id, institution in chosen:
        if institution != MEMBERS:
            found.append((task_id, institution))
            continue
        members = queries.members_of(task_id, on=calendar.today())
        found += [(task_id, one.institution_id) for one in members if one.state == DutyState.WAITING]
    return found
