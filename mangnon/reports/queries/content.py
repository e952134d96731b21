"""What a report says: put together while it is written, read back as frozen once handed in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Min

from mangnon.accounts.records import SYSTEM
from mangnon.indicators import queries as indicators
from mangnon.indicators.records import FigureRecord, RunRecord
from mangnon.indicators.vocabulary import CITY, Measure
from mangnon.institutions.vocabulary import Kind
from mangnon.lib import calendar
from mangnon.lib.vietnamese import number
from mangnon.plans import queries as plans
from mangnon.reports import models
from mangnon.reports.records import (
    Commune,
    Content,
    ContentSection,
    Excerpt,
    Frozen,
    Issue,
    Paper,
    Party,
    Restatement,
    Status,
    Typed,
)
from mangnon.reports.render import city, unit
from mangnon.reports.rules import deadlines, grouping, keeping
from mangnon.reports.vocabulary import Body, ReportKind, ReportState

CITY_RECEIVERS = ("Ủy ban nhân dân thành phố", "Bộ Y tế")  # V.2 of the plan; the Ministry of Health since 1 March 2025 (NĐ 42/2025)


def run_of(period: models.Period) -> RunRecord | None:
    """The run a report of the period takes its figures from: on the closing day if there is one, else the newest of the year."""
    return indicators.latest(year=period.year, as_of=period.closing_on)


def content_of(report: models.Report, *, at: datetime) -> Content:
    """What a report says: the frozen version while it is handed in or accepted, the draft otherwise."""
    if report.state in (ReportState.SUBMITTED, ReportState.ACCEPTED):
        return keeping.content_from(report.versions.latest("ordinal").content)
    return city_content(report) if report.kind == ReportKind.CITY else unit_content(report, at=at)


def paper_of(report: models.Report, content: Content) -> Paper:
    """The report laid out."""
    issue = Issue(number=report.number, issued_on=report.issued_on, signer=report.signer)
    return city.paper(content, issue) if content.kind is ReportKind.CITY else unit.paper(content, issue)


def unit_content(report: models.Report, *, at: datetime) -> Content:
    """A unit's report as it stands: what is written, and the present figures of its territory (agencies without one have none)."""
    period, run = report.period, run_of(report.period)
    sections = tuple(
        ContentSection(code=section.code, title=section.title, text=report.texts.get(section.code, ""))
        for section in plans.sections(period.plan_id)
    )
    figures: tuple[Frozen, ...] = ()
    if report.institution.kind == Kind.UNIT and run:
        figures = _frozen(indicators.figures(SYSTEM, run=run.id, unit_code=report.institution.code))
    typed = tuple(Typed(code=code, value=item["value"], reason=item["reason"]) for code, item in sorted(report.typed.items()))
    return _content(
        report, receivers=(period.receiver.name,), sections=sections, figures=figures, typed=typed,
        closing_on=run.as_of if run else period.closing_on, at=at,
    )  # fmt: skip


def city_content(report: models.Report) -> Content:
    """The city's report as gathered: its figures, every commune's, who has reported, what was chosen from the units."""
    period = report.period
    if report.run is None or report.gathered_at is None:
        raise ValueError("a city's report is made by `consolidate`")
    rows = (
        models.Contribution.objects.filter(report=report)
        .select_related("institution")
        .order_by("institution__kind", "institution__sort_key")
    )
    by_section: dict[str, list[models.Contribution]] = defaultdict(list)
    for row in rows:
        by_section[row.section].append(row)
    sections = tuple(_city_section(report, section, by_section[section.code]) for section in plans.sections(period.plan_id))
    return _content(
        report, receivers=CITY_RECEIVERS, sections=sections, closing_on=report.run.as_of, at=report.gathered_at,
        figures=_frozen(indicators.figures(SYSTEM, run=report.run.pk, unit_code=CITY)),
        communes=_communes(report.run.pk), statuses=statuses(period, at=report.gathered_at),
    )  # fmt: skip


def statuses(period: models.Period, *, at: datetime) -> tuple[Status, ...]:
    """Where every unit's report stood at an instant."""
    reports = {
        report.institution_id: report
        for report in models.Report.objects.filter(period=period, kind=ReportKind.UNIT, versions__submitted_at__lte=at).annotate(
            first=Min("versions__submitted_at")
        )
    }
    found = []
    rows = models.Requirement.objects.filter(period=period, passed_to=None).select_related("institution")
    for row in rows.order_by("institution__kind", "institution__sort_key", "id"):
        report = reports.get(row.institution_id)
        first = report.first if report else None
        when = deadlines.timeliness(first_submitted_at=first, due_before=period.due_before, at=at)
        found.append(
            Status(
                unit_code=row.institution.code, unit_name=row.institution.name,
                state=ReportState(report.state) if report else ReportState.DRAFT, kind=when.kind, days=when.days,
                submitted_on=calendar.day_of(first) if first else None,
            )
        )  # fmt: skip
    return tuple(found)


def restatements(report: models.Report, content: Content) -> tuple[Restatement, ...]:
    """What of a report handed in is counted otherwise by the newest run; the report itself keeps what it said."""
    run = run_of(report.period)
    if run is None or not content.figures or run.id == content.figures[0].run:
        return ()
    now = {figure.code: figure.numerator for figure in indicators.figures(SYSTEM, run=run.id, unit_code=content.figures[0].unit_code)}
    return tuple(
        Restatement(code=figure.code, title=figure.title, frozen=figure.numerator, now=count)
        for figure in content.figures
        if figure.measure != Measure.PERCENT.label and (count := now.get(figure.code)) is not None and count != figure.numerator
    )


def party(institution: Any) -> Party:
    """An institution as papers name it."""
    agency = Body.DEPARTMENT if institution.code.startswith("so-") else Body.OTHER
    body = Body.COMMUNE if institution.kind == Kind.UNIT else agency
    return Party(
        code=institution.code, name=institution.name, bare_name=institution.bare_name, body=body, abbreviation=institution.abbreviation
    )  # fmt: skip


def computed_counts(period: models.Period, institution_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """The register's counts for some communes, by institution and code of indicator."""
    run = run_of(period)
    if not run or not institution_ids:
        return {}
    codes = dict(models.Requirement.objects.filter(institution_id__in=institution_ids).values_list("institution_id", "institution__code"))
    return {
        key: {
            figure.code: figure.numerator
            for figure in indicators.figures(SYSTEM, run=run.id, unit_code=code)
            if figure.numerator is not None and figure.measure is not Measure.PERCENT
        }
        for key, code in codes.items()
    }


def _content(report: models.Report, *, closing_on: Any, at: datetime, **parts: Any) -> Content:
    period, document = report.period, report.period.plan.document
    return Content(
        kind=ReportKind(report.kind), report=report.pk or 0, year=period.year, plan_number=document.number,
        plan_issued_on=document.issued_on,
        plan_issuer=_title_case(document.issuer), author=party(report.institution), closing_on=closing_on, due_before=period.due_before,
        taken_on=calendar.day_of(at), **parts,
    )  # fmt: skip


def _city_section(report: models.Report, section: Any, rows: list[models.Contribution]) -> ContentSection:
    chosen = [
        Excerpt(unit_code=row.institution.code, unit_name=row.institution.name, version=row.version_id, text=row.text)
        for row in rows
        if row.chosen and row.text.strip()
    ]
    grouped = section.code in grouping.SECTIONS
    return ContentSection(
        code=section.code, title=section.title, text=report.texts.get(section.code, ""), contributors=len(rows),
        excerpts=() if grouped else tuple(chosen), clusters=grouping.clusters(chosen) if grouped else (),
    )  # fmt: skip


def _communes(run: int) -> tuple[Commune, ...]:
    found: dict[str, list[FigureRecord]] = defaultdict(list)
    for _, code, _ in city.BY_COMMUNE:
        for figure in indicators.by_commune(SYSTEM, run=run, code=code):
            found[figure.unit_code].append(figure)
    return tuple(
        Commune(unit_code=code, unit_name=figures[0].unit_name, figures=_frozen(figures)) for code, figures in sorted(found.items())
    )


def _frozen(figures: Iterable[FigureRecord]) -> tuple[Frozen, ...]:
    return tuple(
        Frozen(
            run=figure.run, code=figure.code, chapter=figure.chapter.label, title=figure.title, measure=figure.measure.label,
            unit_code=figure.unit_code, numerator=figure.numerator or 0, denominator=figure.denominator,
            value="" if figure.value is None else str(figure.value), target=_target(figure),
        )
        for figure in figures
    )  # fmt: skip


def _target(figure: FigureRecord) -> str:
    if figure.target is None:
        return ""
    decimals = 0 if figure.target.value == figure.target.value.to_integral_value() else 1
    shown = number(float(figure.target.value), decimals=decimals)
    return f"{figure.target.operator} {shown}% (đến năm {figure.target.year}, mục tiêu {figure.target.level})"


def _title_case(issuer: str) -> str:
    """ "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ" as printed in a head, inside a sentence."""
    if not issuer.isupper():
        return issuer
    return issuer.capitalize().replace("thành phố cần thơ", "thành phố Cần Thơ")
