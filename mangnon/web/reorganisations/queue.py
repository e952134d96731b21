"""What acts left for a person to place: grouped by the institution it came from, answered one by one or many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mangnon.accounts import rules
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import operations, ports, queries
from mangnon.institutions.rules.sentences import act_label
from mangnon.lib import calendar
from mangnon.lib.refusals import Refusal
from mangnon.web.access import AuthedRequest, policy
from mangnon.web.reorganisations.forms import Answer


@dataclass(frozen=True)
class Group:
    """The matters of one institution with one set of choices."""

    key: str
    source: str
    source_id: int
    act: str
    act_id: int
    choices: tuple[tuple[int, str], ...]
    rows: tuple[Any, ...]

    @property
    def suggested(self) -> int:
        """How many have a suggestion."""
        return sum(1 for row in self.rows if row.suggested_id)


@policy(Permission.SEE_UNITS)
def questions(request: AuthedRequest) -> HttpResponse:
    """What waits, and lately decided matters."""
    return _page(request)


@policy(Permission.DECIDE_SUCCESSION)
@require_POST
def settle(request: AuthedRequest) -> HttpResponse:
    """One answer for those ticked, or each with its suggestion."""
    keys = list(queries.questions().values_list("pk", flat=True))
    every = {pk for question in queries.questions() for pk in question.choices}
    form = Answer(request.POST, questions=keys, choices=queries.names_of(every).items())
    if not form.is_valid():
        return _page(request, errors=[str(error) for field in form.errors.values() for error in field])
    said = form.cleaned_data
    by_suggestion = "theo-de-nghi" in request.POST
    if not by_suggestion and said["noi"] is None:
        return _page(request, errors=["Chọn nơi tiếp nhận, hoặc bấm “Nhận đề nghị”."])
    try:
        done = operations.settle(
            question_ids=said["viec"], target_id=None if by_suggestion else said["noi"], reason=said["ly_do"], by=request.actor,
            at=calendar.now(),
        )  # fmt: skip
    except Refusal as refusal:
        return _page(request, errors=[str(refusal)])
    messages.success(request, f"Đã quyết định nơi tiếp nhận của {done} việc.")
    return redirect("act_questions")


def _page(request: AuthedRequest, *, errors: Iterable[str] = ()) -> HttpResponse:
    found = list(queries.questions())
    names = queries.names_of(key for question in found for key in question.choices)
    labels = {follower.code: follower.label for follower in ports.followers()}
    groups = []
    for (source, choices), rows in groupby(found, key=lambda one: (one.source, tuple(one.choices))):
        kept = tuple(rows)
        for row in kept:
            row.noun = labels.get(row.follower, "")  # type: ignore[attr-defined]  # for the page
        groups.append(
            Group(
                key=f"{source.pk}-{kept[0].pk}", source=source.name, source_id=source.pk, act=act_label(kept[0].act.number),
                act_id=kept[0].act_id, choices=tuple((key, names[key]) for key in choices if key in names), rows=kept,
            )
        )  # fmt: skip
    decided = list(queries.questions(open_only=False).filter(state="decided").order_by("-decision__decided_at", "-id")[:12])
    context = {
        "groups": groups, "total": len(found), "decided": decided, "errors": list(errors),
        "may_settle": rules.may(request.actor, Permission.DECIDE_SUCCESSION),
    }  # fmt: skip
    return render(request, "reorganisations/queue.html", context, status=422 if context["errors"] else 200)
