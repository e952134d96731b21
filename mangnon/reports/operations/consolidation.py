"""Gathering the city's report from the units' (Kế hoạch số 73/KH-UBND, mục V.2)."""

from datetime import datetime

from django.db import transaction

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.lib.refusals import Refusal
from mangnon.reports import models, policies
from mangnon.reports.operations import subjects
from mangnon.reports.operations.writing import NotWritable, locked
from mangnon.reports.queries.content import party, run_of
from mangnon.reports.rules import grouping, keeping, states
from mangnon.reports.vocabulary import Body, ReportKind, ReportState


class NoFigures(Refusal):
    """The indicators of the year have not been counted."""


@transaction.atomic
def consolidate(*, period_id: int, by: Actor, at: datetime) -> models.Report:
    """Gather the city's report anew: the newest figures, who has reported by now, and what every unit's last version says.

    What the specialist has chosen or edited stays; a unit that handed in a newer version since is marked. At first the points of
    difficulties and proposals of everybody are taken, and other sections of departments and organisations; the communes' sections wait
    to be chosen. Reports returned for correction give nothing until they come back.
    """
    policies.check_can_open(by)
    period = models.Period.objects.select_related("receiver").get(pk=period_id)
    run = run_of(period)
    if run is None:
        raise NoFigures(f"Chưa có số liệu chỉ tiêu năm {period.year}. Tính chỉ tiêu rồi tổng hợp lại.")
    report, _ = models.Report.objects.get_or_create(
        period=period, institution=period.receiver, kind=ReportKind.CITY, defaults={"changed_by": by.id, "changed_at": at}
    )
    report = locked(report.pk)
    if ReportState(report.state) not in states.WRITABLE:
        raise NotWritable("Báo cáo tổng hợp đã trình và đang khóa. Muốn tổng hợp lại, người duyệt trả lại báo cáo trước.")
    taken = _take(report, at=at)
    report.run_id, report.gathered_at = run.id, at
    report.revision += 1
    report.changed_by, report.changed_at = by.id, at
    report.save()
    audit.record(act=Act.REPORT_CONSOLIDATED, subject=subjects.of_report(report), by=by, at=at, details={"run": run.id, "sections": taken})
    return locked(report.pk)


@transaction.atomic
def choose(*, contribution_id: int, chosen: bool, text: str, by: Actor, at: datetime) -> models.Contribution:
    """Take a unit's section into the city's report or leave it out, in the specialist's words."""
    row = models.Contribution.objects.select_related("report").get(pk=contribution_id)
    report = locked(row.report_id)
    policies.check_can_write(by, report)
    if ReportState(report.state) not in states.WRITABLE:
        raise NotWritable("Báo cáo tổng hợp đã trình và đang khóa. Muốn sửa, người duyệt trả lại báo cáo trước.")
    row.chosen, row.text, row.touched, row.outdated = chosen, text.strip(), True, False
    row.save()
    audit.record(
        act=Act.REPORT_WRITTEN, subject=subjects.of_report(report), by=by, at=at,
        details={"section": row.section, "contribution": row.pk, "chosen": chosen},
    )  # fmt: skip
    return row


def _take(report: models.Report, *, at: datetime) -> int:
    """Bring the contributions up to the units' last versions. Returns how many sections have material."""
    known = {(row.institution_id, row.section): row for row in models.Contribution.objects.filter(report=report)}
    sources = models.Report.objects.filter(
        period=report.period, kind=ReportKind.UNIT, state__in=(ReportState.SUBMITTED, ReportState.ACCEPTED)
    ).select_related("institution")
    kept: set[tuple[int, str]] = set()
    for source in sources.order_by("id"):
        version = source.versions.filter(submitted_at__lte=at).last()
        if version is None:
            continue
        commune = party(source.institution).body is Body.COMMUNE
        for section in keeping.content_from(version.content).sections:
            key = (source.institution_id, section.code)
            kept.add(key)
            row = known.get(key)
            if row is None:
                models.Contribution.objects.create(
                    report=report, version=version, institution=source.institution, section=section.code, original=section.text,
                    text=section.text, chosen=section.code in grouping.SECTIONS or not commune,
                )  # fmt: skip
            elif row.version_id != version.pk:
                _renew(row, version, section.text)
    models.Contribution.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in kept and not row.touched]).delete()
    return len({section for _, section in kept})


def _renew(row: models.Contribution, version: models.Version, text: str) -> None:
    if row.touched:
        row.outdated = row.original != text
    else:
        row.text = text
    row.version, row.original = version, text
    row.save()
