"""How reports and periods are named in the log."""

from mangnon.audit.records import Subject
from mangnon.institutions.vocabulary import Kind
from mangnon.reports import models
from mangnon.reports.vocabulary import ReportKind


def of_report(report: models.Report) -> Subject:
    institution = report.institution
    whose = "tổng hợp của thành phố" if report.kind == ReportKind.CITY else f"của {institution.name}"
    return Subject(
        kind="report", id=str(report.pk), label=f"Báo cáo năm {report.period.year} {whose}"[:200],
        unit_code=institution.code if institution.kind == Kind.UNIT else "",
    )  # fmt: skip


def of_period(period: models.Period) -> Subject:
    return Subject(kind="period", id=str(period.pk), label=f"Kỳ báo cáo năm {period.year}")
