"""Writing a report, handing it in, giving its paper number and day."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.accounts.records import Actor
from mangnon.audit import operations as audit
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Relation
from mangnon.indicators.catalogue import by_code
from mangnon.indicators.vocabulary import Measure
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.refusals import Refusal
from mangnon.plans import queries as plans
from mangnon.reports import models, policies
from mangnon.reports.operations import plan, subjects
from mangnon.reports.queries.content import content_of, paper_of, run_of
from mangnon.reports.records import Content, Typed
from mangnon.reports.rules import keeping, states
from mangnon.reports.vocabulary import ReportKind, ReportState


class NotOwed(Refusal):
    """The institution owes no report in this period."""


class NotWritable(Refusal):
    """A report handed in or accepted is locked."""


class WrittenMeanwhile(Refusal):
    """Somebody else has saved the same report since the page was opened."""


class NoSuchSection(Refusal):
    """The plan has no such section."""


class NotCountable(Refusal):
    """A number typed by a unit is not a count of an indicator."""


class NotReady(Refusal):
    """Sections are empty, or the figures have not been counted."""


class WrongStep(Refusal):
    """The report's state does not allow this step."""


@transaction.atomic
def write(
    *, period_id: int, institution_id: int, texts: Mapping[str, str], by: Actor, at: datetime, typed: Mapping[str, Typed] | None = None,
    kind: ReportKind = ReportKind.UNIT, revision: int | None = None,
) -> models.Report:  # fmt: skip
    """Save what is written so far: only the sections given change. `revision` is the one the writer saw; None does not check.

    `typed` are numbers the unit counted itself, by code of indicator; given, they replace all of them.
    """
    report = _writable(period_id=period_id, institution_id=institution_id, kind=kind, by=by, at=at)
    if revision is not None and revision != report.revision:
        raise WrittenMeanwhile(
            "Báo cáo đã được người khác lưu sau khi bạn mở trang. Chép phần vừa viết ra ngoài, tải lại trang rồi ghi tiếp vào bản mới."
        )
    known = {section.code for section in plans.sections(report.period.plan_id)}
    if unknown := set(texts) - known:
        raise NoSuchSection(f"Báo cáo không có mục “{min(unknown)}”. Tải lại trang để thấy đề cương hiện hành.")
    report.texts = report.texts | {code: text.strip() for code, text in texts.items()}
    if typed is not None:
        report.typed = {code: {"value": item.value, "reason": item.reason} for code, item in typed.items() if _countable(item)}
    report.revision += 1
    report.changed_by, report.changed_at = by.id, at
    report.save()
    audit.record(act=Act.REPORT_WRITTEN, subject=subjects.of_report(report), by=by, at=at, details={"sections": sorted(texts)})
    return report


@transaction.atomic
def submit(*, report_id: int, by: Actor, at: datetime) -> models.Version:
    """Hand a report in: its words and figures are frozen as a version of their own, the report is locked until it comes back."""
    report = locked(report_id)
    policies.check_can_submit(by, report)
    check_step(report, ReportState.SUBMITTED)
    content = content_of(report, at=at)
    _check_ready(report, content)
    plain = keeping.to_plain(content)
    ordinal = (report.versions.aggregate(last=Max("ordinal"))["last"] or 0) + 1
    version = models.Version.objects.create(
        report=report, ordinal=ordinal, content=plain, submitted_by=by.id, submitted_by_label=by.label, submitted_at=at,
        sha256=hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest(),
    )  # fmt: skip
    report.state, report.changed_by, report.changed_at = ReportState.SUBMITTED, by.id, at
    report.save()
    audit.record(act=Act.REPORT_SUBMITTED, subject=subjects.of_report(report), by=by, at=at, details={"version": ordinal})
    if report.kind == ReportKind.UNIT:
        plan.handed_in(report, ordinal, by=by, at=at)
    return version


@transaction.atomic
def issue(*, report_id: int, issued_on: date, signer: str, by: Actor, at: datetime, number: int | None = None) -> models.Report:
    """Give the paper its number, day and signer through the agency's register of papers sent; no number: the next of its series.

    Issued before, the registered paper is put right. Raises documents' NumberTaken, AlreadyRegistered, NotAllowed.
    """
    report = locked(report_id)
    policies.check_can_write(by, report)
    if report.document_id:
        document = documents.correct_issue(
            document_id=report.document_id, institution_id=report.institution_id, number=number, issued_on=issued_on, signer=signer,
            by=by, at=at,
        )  # fmt: skip
    else:
        paper = paper_of(report, content_of(report, at=at))
        facts = Facts(
            kind="Báo cáo", title=paper.subject, issued_on=issued_on, issuer=paper.author, signer=signer.strip(),
            recipients=tuple(paper.copies),
        )  # fmt: skip
        document = documents.issue(institution_id=report.institution_id, facts=facts, number=number, by=by, at=at)
        plan_document = report.period.plan.document_id
        documents.relate(source_id=document.pk, target_id=plan_document, kind=Relation.CITES, by=by, at=at)
    report.document, report.issued_on, report.signer = document, issued_on, signer.strip()
    report.number = number = int(document.code_number)
    report.changed_by, report.changed_at = by.id, at
    report.save()
    audit.record(act=Act.REPORT_WRITTEN, subject=subjects.of_report(report), by=by, at=at, details={"number": number})
    return report


@transaction.atomic
def note_download(*, report: models.Report, by: Actor, at: datetime) -> None:
    """Leave a trace that somebody took a copy of the paper."""
    policies.check_can_read(by, report)
    audit.record(act=Act.REPORT_DOWNLOADED, subject=subjects.of_report(report), by=by, at=at)


def locked(report_id: int) -> models.Report:
    """A report for changing, one writer at a time. Raises Report.DoesNotExist."""
    return (
        models.Report.objects.select_for_update(of=("self",))
        .select_related("period__plan__document", "period__receiver", "institution", "run")
        .get(pk=report_id)
    )


def check_step(report: models.Report, state: ReportState) -> None:
    """Raise WrongStep unless the report may pass to a state."""
    if not states.may_pass(ReportState(report.state), state):
        raise WrongStep(
            f"Báo cáo của {report.institution.name} đang ở bước “{ReportState(report.state).label}” nên không chuyển sang "
            f"“{state.label}” được. Tải lại trang để thấy tình hình mới nhất."
        )


def _writable(*, period_id: int, institution_id: int, kind: ReportKind, by: Actor, at: datetime) -> models.Report:
    owed = models.Requirement.objects.filter(period_id=period_id, institution_id=institution_id, passed_to=None).exists()
    if kind is ReportKind.UNIT and not owed:
        raise NotOwed("Đơn vị này không phải nộp báo cáo trong kỳ. Nếu có nhầm lẫn, đề nghị cơ quan tổng hợp mở lại kỳ báo cáo.")
    draft = models.Report(period_id=period_id, institution_id=institution_id, kind=kind)
    policies.check_can_write(by, draft)
    report, _ = models.Report.objects.get_or_create(
        period_id=period_id, institution_id=institution_id, kind=kind, defaults={"changed_by": by.id, "changed_at": at}
    )
    report = locked(report.pk)
    if ReportState(report.state) not in states.WRITABLE:
        raise NotWritable(f"Báo cáo của {report.institution.name} đã nộp và đang khóa. Muốn sửa, đề nghị cơ quan tổng hợp trả lại báo cáo.")
    return report


def _check_ready(report: models.Report, content: Content) -> None:
    if report.kind == ReportKind.UNIT and (empty := states.unwritten(content.sections)):
        named = "; ".join(f"“{section.title}”" for section in empty[:3]) + (" …" if len(empty) > 3 else "")
        raise NotReady(f"Còn {len(empty)} mục chưa viết: {named}. Mục không có việc thì ghi “Không phát sinh”.")
    if report.institution.kind == Kind.UNIT and run_of(report.period) is None:
        raise NotReady(f"Chưa có số liệu chỉ tiêu năm {report.period.year} để chốt vào báo cáo. Đề nghị Sở Y tế tính chỉ tiêu rồi nộp lại.")


def _countable(item: Typed) -> bool:
    try:
        indicator = by_code(item.code)
    except KeyError:
        raise NotCountable(f"Không có chỉ tiêu mang mã “{item.code}”. Tải lại trang rồi nhập lại.") from None
    if indicator.measure is Measure.PERCENT or item.value < 0:
        raise NotCountable(f"“{indicator.title}” cần một số đếm từ 0 trở lên. Sửa số rồi lưu lại.")
    if not item.reason.strip():
        raise NotCountable(f"“{indicator.title}”: số đơn vị đếm khác sổ trẻ em thì cần ghi lý do.")
    return True
