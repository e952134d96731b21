"""What an agency says of an activity of its work plan."""

from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import policies
from mangnon.plans.models import Activity, ActivityReport
from mangnon.plans.vocabulary import Declared, WorkPlanState


class NotInForce(Refusal):
    """Only an activity of a work plan in force is reported on, and being done needs something that proves it."""


@transaction.atomic
def report_activity(
    *, activity_id: int, declared: Declared, by: Who, at: datetime, note: str = "", proof: str = "",
    file: documents.Upload | None = None,
) -> ActivityReport:  # fmt: skip
    """Say how far an activity is; done needs a document or a file that proves it. Raises NotInForce, NotAllowed."""
    activity = Activity.objects.select_related("work_plan__institution", "root", "user").get(pk=activity_id)
    work_plan = activity.work_plan
    policies.check_reports_activity(
        by, institution_id=activity.institution_id, responsible=activity.user.username if activity.user else ""
    )  # fmt: skip
    if work_plan.state != WorkPlanState.ISSUED:
        raise NotInForce("Chỉ báo kết quả hoạt động của kế hoạch đang có hiệu lực. Mở bản đã ban hành.")
    if declared is Declared.DONE and not proof.strip() and file is None:
        raise NotInForce("Báo hoàn thành cần minh chứng. Ghi số văn bản hoặc đính kèm tệp.")
    stored = documents.keep(file=file, by=by, at=at)
    root = activity.root or activity
    report = ActivityReport.objects.create(
        activity=root, on=day_of(at), declared=declared, note=note.strip(), proof=proof.strip()[:300], file=stored, reported_by=by.id,
        reported_at=at,
    )  # fmt: skip
    label = f"Hoạt động {activity.position}, kế hoạch công tác năm {work_plan.year} của {work_plan.institution.name}"
    audit.record(
        act=Act.ACTIVITY_REPORTED, subject=Subject(kind="activity", id=str(root.pk), label=label[:200]), by=by, at=at,
        details={"declared": declared.value},
    )  # fmt: skip
    return report
