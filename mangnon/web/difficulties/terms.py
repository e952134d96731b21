"""How long each step of a difficulty may take: what holds today and by what paper, and setting it anew."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mangnon.accounts import rules as accounts
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.plans import operations
from mangnon.plans.rules.difficulties import DAYS
from mangnon.plans.vocabulary import DifficultyStep
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.difficulties import pages
from mangnon.web.shell.writing import Asking, data_of, day, words, write

_NUMBER = {"required": "Chưa ghi số ngày.", "invalid": "Ghi một số."}


class TermForm(forms.Form):
    """A step, its days, from when, by what paper."""

    step = forms.ChoiceField(label="Bước", choices=[(step.value, step.label) for step in DAYS])
    days = forms.IntegerField(label="Số ngày", error_messages=_NUMBER)
    since = day("Áp dụng từ ngày", hint="Bước đã bắt đầu trước ngày này giữ thời hạn cũ.")
    document = words("Văn bản quy định", required=False, limit=200, hint="Số, ngày; để trống thì trang ghi rõ là đặt tạm.")


@policy(Permission.SEE_PLANS)
def terms(request: AuthedRequest) -> HttpResponse:
    """The steps and their days."""
    return render(request, "difficulties/terms.html", {
        "rows": pages.term_rows(on=calendar.today()), "may_set": accounts.may(request.actor, Permission.PROPOSE_ANSWERS),
    })  # fmt: skip


@policy(Permission.PROPOSE_ANSWERS)
def set_term(request: AuthedRequest) -> HttpResponse:
    """Set the days of a step."""
    back = reverse("difficulty_terms")
    return write(
        request, TermForm(*data_of(request)), Asking("Đặt thời hạn của một bước", "Đặt thời hạn", back, crumb="Thời hạn từng bước"),
        lambda facts: operations.set_step_term(
            step=DifficultyStep(facts.pop("step")), by=request.actor, at=calendar.now(), **facts
        ),
        done="Đã đặt thời hạn.", then=lambda _made: back,
    )  # fmt: skip
