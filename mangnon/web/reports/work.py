"""What the yearly report asks of somebody."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.urls import reverse

from mangnon.accounts import rules as account_rules
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.lib import calendar
from mangnon.lib.vietnamese import number
from mangnon.reports import queries
from mangnon.reports.rules import states
from mangnon.reports.vocabulary import ReportState
from mangnon.web.shell.work import State, Urgency, WorkItem


def waiting(actor: Actor, *, on: date) -> Iterable[WorkItem]:
    """One's own report while it is not handed in; reports to read and units to remind for who gathers."""
    period = queries.current_period(on=on)
    if period is None:
        return
    at = datetime.combine(on, time(12), tzinfo=calendar.VIETNAM)
    last_day = calendar.last_day_before(period.due_before)
    number_ = period.plan.document.number
    for row in queries.own_requirements(actor, period=period, at=at):
        url = reverse("report_write", args=[row.id])
        title = f"Báo cáo năm {period.year} thực hiện Kế hoạch {number_}"
        if row.state is ReportState.RETURNED:
            yield WorkItem(
                Urgency.TODAY, State.SOON, "Bị trả lại", "sửa rồi nộp lại", title, f"{row.name}: cơ quan tổng hợp đã ghi ý kiến từng mục",
                "Sửa báo cáo", url, on,
            )  # fmt: skip
        elif row.state is ReportState.DRAFT:
            reminded = f"; đã được nhắc {row.reminders} lần" if row.reminders else ""
            yield WorkItem.by_day(
                last_day, on=on, title=title, detail=f"{row.name}, gửi {period.receiver.name}{reminded}", action="Viết báo cáo", url=url
            )
    if account_rules.may(actor, Permission.REVIEW_REPORTS):
        rows = queries.requirements(actor, period=period, at=at)
        found = states.summary(rows)
        url = reverse("reports")
        if found.waiting:
            yield WorkItem(
                Urgency.WEEK, State.OK, "Chờ xem", f"{number(found.waiting)} báo cáo", f"Đọc báo cáo năm {period.year} của các đơn vị",
                "Chấp nhận hoặc trả lại kèm ý kiến từng mục", "Xem báo cáo", f"{url}?loc=cho-xem", on,
            )  # fmt: skip
        if found.missing:
            yield WorkItem.by_day(
                last_day, on=on, title=f"{number(found.missing)} đơn vị chưa nộp báo cáo năm {period.year}",
                detail="Nhắc đơn vị trong danh sách chưa nộp", action="Nhắc đơn vị", url=f"{url}?loc=chua-nop",
            )  # fmt: skip
