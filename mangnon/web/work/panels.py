"""The side of “Việc của tôi”: lists that wait to be put right and the year's report, each only where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse

from mangnon.accounts import rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.intake import queries as intake
from mangnon.lib import calendar
from mangnon.lib.vietnamese import number, short_date
from mangnon.reports import queries as reports
from mangnon.reports.rules import deadlines
from mangnon.reports.vocabulary import Punctuality, ReportState

LISTS = 4
COLOURS = {ReportState.ACCEPTED: "ok", ReportState.SUBMITTED: "info", ReportState.RETURNED: "soon"}


@dataclass(frozen=True)
class WaitingList:
    """A list sent in with rows that wait for a person."""

    title: str
    url: str
    waiting: str
    percent: float
    words: str


@dataclass(frozen=True)
class OwnReport:
    """The yearly report of one's own agency or commune."""

    title: str
    name: str
    url: str
    state: str
    words: str
    detail: str
    action: str


def waiting_lists(actor: Actor) -> Iterable[WaitingList]:
    """The newest lists with something to correct."""
    if not rules.may(actor, Permission.IMPORT_LISTS):
        return
    for batch in intake.waiting_lists(actor)[:LISTS]:
        whole = batch.waiting + batch.enrolled
        yield WaitingList(
            title=f"Danh sách số {batch.pk}, {batch.commune.name if batch.commune else 'nhiều xã, phường'}",
            url=reverse("import_batch", args=[batch.pk]), waiting=f"{number(batch.waiting)} dòng",
            percent=batch.enrolled / whole * 100, words=f"{number(batch.enrolled)} trên {number(whole)} dòng đã ghi",
        )  # fmt: skip


def own_reports(actor: Actor, *, on: date) -> Iterable[OwnReport]:
    """Where the year's report of each of one's agencies stands."""
    period = reports.current_period(on=on)
    if period is None or not rules.may(actor, Permission.WRITE_REPORT):
        return
    at = datetime.combine(on, time(12), tzinfo=calendar.VIETNAM)
    for row in reports.own_requirements(actor, period=period, at=at):
        done = row.state in {ReportState.SUBMITTED, ReportState.ACCEPTED}
        late = row.timeliness.kind is Punctuality.MISSING
        colour = {ReportState.ACCEPTED: "ok", ReportState.SUBMITTED: "info", ReportState.RETURNED: "soon"}.get(
            row.state, "late" if late else "wait"
        )
        last = calendar.last_day_before(period.due_before)
        yield OwnReport(
            title=f"Báo cáo năm {period.year}", name=row.name, state=colour,
            words=row.state.label if done or row.state is ReportState.RETURNED else deadlines.words(row.timeliness),
            detail=f"Gửi {period.receiver.name}, trước ngày {short_date(period.due_before)}, tức hết ngày {short_date(last)}.",
            url=reverse("report_write", args=[row.id]), action="Xem báo cáo" if done else "Viết báo cáo",
        )  # fmt: skip
