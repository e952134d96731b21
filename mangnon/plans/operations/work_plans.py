"""Own work plans of agencies: written, issued under a number, amended by a later version, copied for the next year."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.accounts import queries as accounts
from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import operations as documents
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Relation
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold
from mangnon.plans import policies
from mangnon.plans.formats import work_table
from mangnon.plans.models import Activity, Clause, Plan, Task, WorkPlan, WorkPlanReminder
from mangnon.plans.queries.work import activities_received
from mangnon.plans.records import ActivityRow, TableProblem
from mangnon.plans.vocabulary import PlanState, TaskState, WorkPlanState


class NotAnOwnPlan(Refusal):
    """The work plan cannot be begun: there is one, or the city's plan does not run."""


class Locked(Refusal):
    """A work plan once issued is kept as it is."""


class BadActivity(Refusal):
    """An activity without words, or with dates or a clause that do not fit."""


class BadTable(Refusal):
    """A table with rows that cannot be taken; `problems` says which."""

    problems: tuple[TableProblem, ...] = ()


@transaction.atomic
def begin_work_plan(*, plan_id: int, institution_id: int, year: int, by: Who, at: datetime, copy_from: int | None = None) -> WorkPlan:
    """Begin an agency's work plan of a year, empty or with the activities of another of its plans moved to the year.

    Raises NotAnOwnPlan, NotAllowed.
    """
    policies.check_writes_work_plan(by, institution_id=institution_id)
    plan = Plan.objects.select_related("document").get(pk=plan_id)
    if plan.state != PlanState.ADOPTED:
        raise NotAnOwnPlan(f"Kế hoạch số {plan.document.number} chưa được chấp nhận. Chấp nhận kế hoạch trước khi lập kế hoạch công tác.")
    if WorkPlan.objects.filter(plan=plan, institution_id=institution_id, year=year).exists():
        raise NotAnOwnPlan(f"Đơn vị đã có kế hoạch công tác năm {year}. Mở kế hoạch ấy để soạn tiếp hoặc sửa đổi.")
    institution = institutions.by_id(institution_id)
    if institution is None:
        raise NotAnOwnPlan("Không tìm thấy đơn vị. Mở lại trang kế hoạch công tác của đơn vị.")
    work_plan = WorkPlan.objects.create(
        plan=plan, institution=institution, year=year, written_by=by.id, written_at=at,
        title=f"Thực hiện Kế hoạch số {plan.document.number} năm {year}",
    )  # fmt: skip
    if copy_from is not None:
        before = WorkPlan.objects.get(pk=copy_from, institution__code=institution.code, institution__kind=institution.kind)
        work_plan.purpose = before.purpose
        work_plan.save(update_fields=["purpose"])
        _copy(before, work_plan, shift=year - before.year, same=False)
    _note(work_plan, by=by, at=at, step="begun", copied=copy_from)
    return work_plan


@transaction.atomic
def describe_work_plan(*, work_plan_id: int, title: str, purpose: str, by: Who, at: datetime) -> WorkPlan:
    """Write the subject and the aims of a work plan being written. Raises Locked, BadActivity, NotAllowed."""
    work_plan = _draft(work_plan_id, by)
    if not title.strip():
        raise BadActivity("Chưa ghi trích yếu của kế hoạch. Ghi nội dung kế hoạch, ví dụ “Thực hiện Kế hoạch số 73/KH-UBND năm 2026”.")
    work_plan.title, work_plan.purpose = title.strip()[:500], purpose.strip()
    work_plan.save(update_fields=["title", "purpose"])
    _note(work_plan, by=by, at=at, step="described")
    return work_plan


@transaction.atomic
def write_activity(
    *, work_plan_id: int, row: ActivityRow, by: Who, at: datetime, activity_id: int | None = None, username: str = ""
) -> Activity:  # fmt: skip
    """Add an activity to a work plan being written, or write one anew. `username` names a person of the agency.

    Raises Locked, BadActivity, NotAllowed.
    """
    work_plan = _draft(work_plan_id, by)
    activity = Activity.objects.get(pk=activity_id, work_plan=work_plan) if activity_id else None
    if activity is None:
        last = work_plan.activities.aggregate(last=Max("position"))["last"] or 0
        activity = Activity(work_plan=work_plan, institution_id=work_plan.institution_id, position=last + 1)
    people = {user.username: user for user, _title in accounts.people_in(work_plan.institution_id, on=day_of(at))}
    if username and username not in people:
        raise BadActivity("Người này không có chức danh trong đơn vị. Chọn người khác, hoặc ghi tên vào ô “Người phụ trách”.")
    problem = _fill(activity, row, _Clauses(work_plan))
    if problem:
        raise BadActivity(problem)
    activity.user = people.get(username)
    activity.save()
    _note(work_plan, by=by, at=at, step="activity", position=activity.position)
    return activity


@transaction.atomic
def remove_activity(*, activity_id: int, by: Who, at: datetime) -> WorkPlan:
    """Take an activity out of a work plan being written; an issued version keeps it. Raises Locked, NotAllowed."""
    activity = Activity.objects.select_related("work_plan").get(pk=activity_id)
    work_plan = _draft(activity.work_plan_id, by)
    activity.delete()
    for position, one in enumerate(work_plan.activities.order_by("position", "id"), start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    _note(work_plan, by=by, at=at, step="removed")
    return work_plan


@transaction.atomic
def import_activities(*, work_plan_id: int, content: bytes, name: str, by: Who, at: datetime) -> int:
    """Take a table in place of the activities of a work plan being written; all rows or none. Returns how many.

    A row with the words of an activity of an earlier version stays that activity. Raises BadTable with the cells that are wrong,
    what `formats.work_table.read` raises, Locked, NotAllowed.
    """
    work_plan = _draft(work_plan_id, by)
    rows, problems = work_table.read(content, name=name)
    clauses = _Clauses(work_plan)
    here = {user.pk: user for user, _title in accounts.people_in(work_plan.institution_id, on=day_of(at))}
    names = Counter(fold(user.full_name) for user in here.values())
    people = {fold(user.full_name): user for user in here.values() if names[fold(user.full_name)] == 1}  # of two namesakes neither
    before = {fold(one.summary): one for one in work_plan.activities.all()}
    made = []
    for position, row in enumerate(rows, start=1):
        known = before.get(fold(row.summary))
        activity = Activity(
            work_plan=work_plan, institution_id=work_plan.institution_id, position=position, root=known.root if known else None
        )
        if problem := _fill(activity, row, clauses):
            problems.append(TableProblem(row.line, work_table.COLUMNS[2].title, problem))
        activity.user = people.get(fold(row.person)) if row.person else None
        made.append(activity)
    if problems or not made:
        refusal = BadTable(
            f"Chưa nhập dòng nào: {len(problems)} ô cần sửa. Sửa trong tệp rồi gửi lại." if problems
            else f"Tệp “{name}” không có dòng công việc nào dưới tiêu đề. Điền bảng rồi gửi lại."
        )  # fmt: skip
        refusal.problems = tuple(sorted(problems, key=lambda one: one.line))
        raise refusal
    documents.store(
        content=content, name=name, media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", by=by, at=at
    )
    work_plan.activities.all().delete()
    Activity.objects.bulk_create(made)
    _note(work_plan, by=by, at=at, step="imported", rows=len(made))
    return len(made)


@transaction.atomic
def issue_work_plan(
    *, work_plan_id: int, issued_on: date, signer: str, by: Who, at: datetime, number: int | None = None, signer_position: str = ""
) -> WorkPlan:  # fmt: skip
    """Issue a work plan as a Kế hoạch under the agency's number series; it carries out the city's plan.

    The version it amends is kept and marked as superseded. Raises Locked, BadActivity, documents' NumberTaken, NotAllowed.
    """
    work_plan = _draft(work_plan_id, by)
    if not work_plan.activities.exists():
        raise BadActivity("Kế hoạch chưa có hoạt động nào. Thêm ít nhất một hoạt động trước khi ban hành.")
    if issued_on.year not in (work_plan.year, work_plan.year - 1):
        raise BadActivity(f"Ngày ký {issued_on:%d/%m/%Y} không thuộc năm {work_plan.year} hoặc năm trước đó. Xem lại ngày ký.")
    institution, city = work_plan.institution, work_plan.plan.document
    before = WorkPlan.objects.filter(
        plan=work_plan.plan, institution=institution, year=work_plan.year, state=WorkPlanState.ISSUED
    ).first()  # fmt: skip
    document = documents.issue(
        institution_id=institution.pk, number=number, by=by, at=at,
        facts=Facts(
            kind="Kế hoạch", title=work_plan.title, issued_on=issued_on, issuer=issuer_name(institution), signer=signer.strip(),
            signer_position=signer_position.strip(), place=institution.bare_name if institution.kind == Kind.UNIT else "Cần Thơ",
        ),
    )  # fmt: skip
    documents.relate(source_id=document.pk, target_id=city.pk, kind=Relation.IMPLEMENTS, by=by, at=at)
    if before is not None and before.document_id:
        before.state = WorkPlanState.SUPERSEDED
        before.save(update_fields=["state"])
        documents.relate(source_id=document.pk, target_id=before.document_id, kind=Relation.AMENDS, by=by, at=at)
    work_plan.document, work_plan.state = document, WorkPlanState.ISSUED
    work_plan.issued_by, work_plan.issued_at = by.id, at
    work_plan.save()
    audit.record(act=Act.WORK_PLAN_ISSUED, subject=_subject(work_plan), by=by, at=at, details={"number": document.number})
    return work_plan


@transaction.atomic
def amend_work_plan(*, work_plan_id: int, by: Who, at: datetime) -> WorkPlan:
    """Begin the next version of an issued work plan with the same activities; the old one stays in force until the new is issued.

    Raises NotAnOwnPlan, NotAllowed.
    """
    before = WorkPlan.objects.select_for_update(of=("self",)).select_related("institution", "plan__document").get(pk=work_plan_id)
    policies.check_writes_work_plan(by, institution_id=before.institution_id)
    every = WorkPlan.objects.filter(plan=before.plan, institution=before.institution, year=before.year)
    if before.state != WorkPlanState.ISSUED or every.filter(state=WorkPlanState.DRAFT).exists():
        raise NotAnOwnPlan("Chỉ sửa đổi kế hoạch đang có hiệu lực, mỗi lần một bản. Mở bản đang soạn để sửa tiếp.")
    work_plan = WorkPlan.objects.create(
        plan=before.plan, institution=before.institution, year=before.year, version=before.version + 1, title=before.title,
        purpose=before.purpose, written_by=by.id, written_at=at,
    )  # fmt: skip
    _copy(before, work_plan, shift=0, same=True)
    _note(work_plan, by=by, at=at, step="amending", version=work_plan.version)
    return work_plan


@transaction.atomic
def take_over_activities(*, work_plan_id: int, by: Who, at: datetime) -> int:
    """Bring into a plan being written the open activities its agency carries on for others since an act of reorganisation.

    They stay the same activities: what was and will be reported of them counts in both papers. Returns how many.
    Raises Locked, BadActivity, NotAllowed.
    """
    work_plan = _draft(work_plan_id, by)
    received = activities_received(work_plan.institution_id, plan_id=work_plan.plan_id, year=work_plan.year, on=day_of(at))
    if not received:
        raise BadActivity("Không có hoạt động tiếp nhận nào chưa nằm trong kế hoạch. Tải lại trang để xem.")
    last = work_plan.activities.aggregate(last=Max("position"))["last"] or 0
    rows = Activity.objects.select_related("root", "task", "clause", "user").in_bulk([line.id for line in received])
    Activity.objects.bulk_create(
        _copied(rows[line.id], work_plan, position=last + place, same=True) for place, line in enumerate(received, start=1)
    )
    _note(work_plan, by=by, at=at, step="took over", rows=len(received))
    return len(received)


@transaction.atomic
def remind_work_plans(*, plan_id: int, year: int, institution_ids: Iterable[int], by: Who, at: datetime) -> int:
    """Remind agencies of the work plan they have not issued; it stands in their list of work. Returns how many. Raises NotAllowed."""
    policies.check_can_adopt(by)
    issued = set(WorkPlan.objects.filter(plan_id=plan_id, year=year, state=WorkPlanState.ISSUED).values_list("institution_id", flat=True))
    wanted = [one for pk in dict.fromkeys(institution_ids) if pk not in issued and (one := institutions.by_id(pk)) is not None]
    WorkPlanReminder.objects.bulk_create(
        WorkPlanReminder(plan_id=plan_id, institution=one, year=year, sent_by=by.id, sent_at=at) for one in wanted
    )
    subjects = [
        Subject(kind="own_plan", id=f"{plan_id}-{year}-{one.pk}", label=f"Kế hoạch công tác năm {year} của {one.name}"[:200])
        for one in wanted
    ]
    audit.record_many(act=Act.WORK_PLAN_REMINDED, subjects=subjects, by=by, at=at)
    return len(wanted)


def issuer_name(institution) -> str:  # type: ignore[no-untyped-def]  # Institution belongs to another room
    """Who issues an institution's papers: a commune acts through its People's Committee."""
    name: str = institution.name
    return f"Ủy ban nhân dân {name[0].lower()}{name[1:]}" if institution.kind == Kind.UNIT else name


class _Clauses:
    """The clauses of the city's plan a work plan carries out, and the duty each gives, asked once."""

    def __init__(self, work_plan: WorkPlan) -> None:
        self.clauses = {clause.address.lower(): clause for clause in Clause.objects.filter(plan_id=work_plan.plan_id)}
        tasks = Task.objects.filter(plan_id=work_plan.plan_id, parent=None).exclude(state=TaskState.REMOVED).order_by("-position", "-id")
        self.tasks = {task.clause_id: task for task in tasks}

    def of(self, words: str) -> tuple[Clause | None, Task | None]:
        clause = self.clauses.get("".join(words.split()).lower())
        return clause, self.tasks.get(clause.pk) if clause else None


def _fill(activity: Activity, row: ActivityRow, clauses: _Clauses) -> str:
    """Write a row into an activity. Returns what is wrong with it, "" when nothing is."""
    if not row.summary.strip():
        return "Chưa ghi việc phải làm. Ghi một câu ngắn."
    if row.starts_on and row.due_on and row.due_on < row.starts_on:
        return "Ngày hoàn thành ở trước ngày bắt đầu. Xem lại hai ngày."
    clause, task = clauses.of(row.clause)
    if row.clause.strip() and clause is None:
        return f"kế hoạch thành phố không có mục “{row.clause}”. Ghi như trên trang kế hoạch, ví dụ “IV.9.a”; không có thì để trống."
    activity.summary, activity.clause, activity.task = row.summary.strip(), clause, task
    activity.unit_words, activity.person_words = row.unit_words.strip()[:200], row.person.strip()[:150]
    activity.starts_on, activity.due_on, activity.due_words = row.starts_on, row.due_on, row.due_words.strip()[:200]
    activity.product, activity.cost_words = row.product.strip()[:300], row.cost_words.strip()[:200]
    return ""


def _copy(source: WorkPlan, target: WorkPlan, *, shift: int, same: bool) -> None:
    """Activities of one plan into another: the same ones in a later version, new ones with days moved in another year."""
    found = source.activities.select_related("root", "task", "clause", "user").order_by("position", "id")
    Activity.objects.bulk_create(_copied(one, target, position=one.position, same=same, shift=shift) for one in found)


def _copied(one: Activity, target: WorkPlan, *, position: int, same: bool, shift: int = 0) -> Activity:
    return Activity(
        work_plan=target, institution_id=one.institution_id if same else target.institution_id, position=position,
        root=(one.root or one) if same else None, summary=one.summary, task=one.task, clause=one.clause, unit_words=one.unit_words,
        user=one.user, person_words=one.person_words, starts_on=_moved(one.starts_on, shift), due_on=_moved(one.due_on, shift),
        due_words=one.due_words if not shift else "", product=one.product, cost_words=one.cost_words,
    )  # fmt: skip


def _moved(day: date | None, years: int) -> date | None:
    if day is None or not years:
        return day
    return day.replace(year=day.year + years, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + years)


def _draft(work_plan_id: int, by: Who) -> WorkPlan:
    work_plan = WorkPlan.objects.select_for_update(of=("self",)).select_related("institution", "plan__document").get(pk=work_plan_id)
    policies.check_writes_work_plan(by, institution_id=work_plan.institution_id)
    if work_plan.state != WorkPlanState.DRAFT:
        raise Locked("Kế hoạch này đã ban hành và được giữ nguyên. Chọn “Sửa đổi kế hoạch” để soạn bản sau.")
    return work_plan


def _note(work_plan: WorkPlan, *, by: Who, at: datetime, **details: object) -> None:
    audit.record(act=Act.WORK_PLAN_WRITTEN, subject=_subject(work_plan), by=by, at=at, details=details)


def _subject(work_plan: WorkPlan) -> Subject:
    institution = work_plan.institution
    label = f"Kế hoạch công tác năm {work_plan.year} của {institution.name}"
    return Subject(
        kind="work_plan", id=str(work_plan.pk), label=label[:200], unit_code=institution.code if institution.kind == Kind.UNIT else ""
    )
