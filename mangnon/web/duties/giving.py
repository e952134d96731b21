"""Giving a duty directly, without a plan: it stands in the agency's book of the year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mangnon.accounts import policies as account_policies
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.forms import GiveForm


@policy(Permission.ASSIGN_TASKS)
def give(request: AuthedRequest) -> HttpResponse:
    """One duty: what, who leads, who co-ordinates, by when. It runs at once."""
    on = calendar.today()
    reach = account_policies.scope(request.actor, Permission.ASSIGN_TASKS)
    every = institutions.reporting_institutions(on=on)
    form = GiveForm(request.POST or None, agencies=[(str(one.pk), one.name) for one in every if reach.covers(one.pk)])
    if request.method == "POST" and form.is_valid() and request.actor.main_duty:
        said = form.cleaned_data
        try:
            task = operations.new_task(
                summary=said["viec"], lead_id=int(said["chu_tri"]), issuer_id=request.actor.main_duty.agency_id,
                coordinating_ids=[int(pk) for pk in said["phoi_hop"]], due_words=said["thoi_han"], by=request.actor, at=calendar.now(),
            )  # fmt: skip
        except NotAllowed:
            raise
        except operations.NoDeadline as refusal:
            form.add_error("thoi_han", str(refusal))
        except Refusal as refusal:
            form.add_error("viec", str(refusal))
        else:
            messages.success(request, "Đã giao nhiệm vụ. Cơ quan chủ trì thấy ở “Việc của tôi”.")
            return redirect("task", task.pk)
    return render(request, "duties/give.html", {"form": form}, status=422 if form.errors else 200)
