"""Handing duties over: from somebody who leaves, or has left, to a named successor of the same agency."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts import policies as account_policies
from mangnon.accounts import queries as accounts
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import number
from mangnon.plans import operations, queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.forms import HandOverForm
from mangnon.web.plans.addresses import in_words


@policy(Permission.ASSIGN_TASKS)
def hand_over(request: AuthedRequest) -> HttpResponse:
    """`don-vi`: the agency; `tu`: whose duties. All are ticked; past results stay with who reported them."""
    on, username = calendar.today(), request.GET.get("tu", "")
    own = request.actor.main_duty.agency_id if request.actor.main_duty else 0
    pk = int(request.GET["don-vi"]) if request.GET.get("don-vi", "").isdecimal() else own
    institution, giver = institutions.by_id(pk), accounts.user_named(username)
    if institution is None or not account_policies.scope(request.actor, Permission.ASSIGN_TASKS).covers(pk):
        raise Http404
    there = accounts.people_in(pk, on=on)
    held = list(queries.held_by(username, on=on).filter(institution_id=pk)) if giver else []
    people = [(user.username, f"{user.full_name}, {title}") for user, title in there if user.username != username]
    form = HandOverForm(request.POST or None, people=people)
    if request.method == "POST" and giver and form.is_valid():
        tasks = {int(value) for value in request.POST.getlist("viec") if value.isdecimal()}
        try:
            count = operations.hand_over(
                from_username=username, to_username=form.cleaned_data["den"], institution_id=pk, task_ids=tasks, by=request.actor,
                at=calendar.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error("den", str(refusal))
        else:
            messages.success(request, f"Đã bàn giao {number(count)} nhiệm vụ. Kết quả đã báo vẫn ghi tên người đã báo.")
            return redirect("agency_duties", pk)
    return render(request, "duties/hand_over.html", {
        "institution": institution, "giver": giver, "held": [(one, in_words(one.task.clause.address)) for one in held], "form": form,
        "still_there": any(user.username == username for user, _ in there),
        "people": [(user.username, user.full_name, title) for user, title in there], "gone": queries.left_behind(pk, on=on),
    }, status=422 if form.errors else 200)  # fmt: skip
