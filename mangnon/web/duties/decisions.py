"""Later deadlines that wait for the leader, each with its first deadline and how often it was asked for."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.lib.calendar import day_of
from mangnon.lib.vietnamese import short_date
from mangnon.plans import queries
from mangnon.web.leader.decisions import Decision

TIMES = {1: "", 2: " lần thứ hai", 3: " lần thứ ba"}


def waiting(actor: Actor, *, on: date) -> Iterable[Decision]:
    requests = queries.waiting_extensions(actor)
    times = queries.times_asked([one.occurrence_id for one in requests])
    for one in requests:
        run, asked = one.occurrence, times[one.occurrence_id]
        first = f" Hạn gốc {short_date(run.first_due)} vẫn được giữ." if run.first_due else ""
        who = run.institution.name if run.institution else "Cơ quan thực hiện"
        yield Decision(
            since=day_of(one.asked_at), title=f"Gia hạn đến {short_date(one.new_due)}: {run.task.summary}",
            detail=f"{who} đề nghị{TIMES.get(asked, f' lần thứ {asked}')}. {one.reason}{first}",
            url=f"{reverse('task', args=[run.task_id])}#gia-han", agree_url=reverse("extension_decide", args=[one.pk]),
        )  # fmt: skip
