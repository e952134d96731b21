"""The working days by which deadlines and reminders are reckoned: holidays, exchanged days, what papers moved."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from mangnon.accounts import rules as account_rules
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.duties.forms import DayForm

FIRST_YEAR, LAST_YEAR = 2024, 2035


@policy(Permission.SEE_PLANS)
def days(request: AuthedRequest) -> HttpResponse:
    """The days of a year (`nam`) that differ from their weekday; who reads plans in may write a paper's change."""
    wanted = request.GET.get("nam", "")
    year = int(wanted) if wanted.isdecimal() and FIRST_YEAR <= int(wanted) <= LAST_YEAR else calendar.today().year
    may_write = account_rules.may(request.actor, Permission.ADOPT_PLANS)
    form = DayForm(request.POST or None) if may_write else None
    if request.method == "POST" and form is not None and form.is_valid():
        said = form.cleaned_data
        try:
            operations.override_day(
                day=said["ngay"], working=said["lam_viec"] == "lam", name=said["ten"], document=said["van_ban"], by=request.actor,
                at=calendar.now(),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error("van_ban", str(refusal))
        else:
            messages.success(request, f"Đã ghi ngày {said['ngay']:%d/%m/%Y}.")
            return redirect(f"{reverse('working_days')}?nam={said['ngay'].year}")
    elif request.method == "POST" and form is None:
        return redirect("working_days")
    return render(request, "duties/days.html", {
        "year": year, "years": range(FIRST_YEAR, LAST_YEAR + 1), "rules": queries.working_calendar().in_year(year), "form": form,
        "moved": {row.day for row in queries.overrides()},
    }, status=422 if form is not None and form.errors else 200)  # fmt: skip
