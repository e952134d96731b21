"""Who gathers the reports of a year follows an act of reorganisation with the city's report being written; a year that is closed keeps the
agency that closed it."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mangnon.institutions.operations.held import HeldRows
from mangnon.reports.models import Period, Report
from mangnon.reports.vocabulary import ReportKind, ReportState


class Receivers(HeldRows):
    """Until the city's report of the year has been accepted."""

    code, label, field = "receivers", "kỳ báo cáo đang tổng hợp", "receiver"
    functions = ("plan__function",)
    closed_label = "kỳ báo cáo đã xong giữ tên nơi đã tổng hợp"

    def every(self) -> QuerySet[Any]:
        return Period.objects.all()

    def open_ones(self, *, on: date) -> QuerySet[Any]:
        accepted = Report.objects.filter(period=OuterRef("pk"), kind=ReportKind.CITY, state=ReportState.ACCEPTED)
        return Period.objects.filter(~Exists(accepted))

    def along(self, rows: list[int], source: int, target: int) -> None:
        """The city's report being written goes on under the one who gathers now."""
        found = Report.objects.filter(period__in=rows, institution=source, kind=ReportKind.CITY)
        found.exclude(state=ReportState.ACCEPTED).update(institution_id=target)
