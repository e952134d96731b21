"""A plan of thousands of duties over ten years, sent into the tables by COPY: made for measuring, not by the operations.

Every agency has two people; four duties in five have somebody's name, in each agency of a shared one too. A tenth of the duties is
divided into parts, half of which another agency leads. Some wait for a later deadline.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts import operations as accounts
from mangnon.accounts.records import SYSTEM
from mangnon.accounts.vocabulary import Role
from mangnon.documents import operations as documents
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import VIETNAM
from mangnon.lib.copying import write_new
from mangnon.plans.models import Assignment, Clause, Evidence, Extension, Occurrence, Plan, Progress, Task, TaskAgency
from mangnon.plans.queries.holders import group_of
from mangnon.plans.records import Deadline
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import Declared, DueRule, DutyState, PlanState, TaskState

SECTIONS = 50
PARTS = 3
GROUPS = (["departments", "organisations", "localities"], ["localities"], ["departments"])
RULES = (
    (60, Deadline(DueRule.YEARLY, "trước ngày 20/11 hằng năm", month=11, day=19)),
    (20, Deadline(DueRule.QUARTERLY, "hằng quý")),
    (10, Deadline(DueRule.ONGOING, "thường xuyên", month=12, day=31)),
    (10, Deadline(DueRule.ONCE, "đến hết năm 2027", on=date(2027, 12, 31))),
)


@dataclass(frozen=True)
class Made:
    """What was written."""

    plan: Plan
    tasks: int
    parts: int
    occurrences: int
    reports: int
    people: int
    agencies: int


def make(*, tasks: int, years: int, on: date, seed: int = 73) -> Made:
    """A plan with so many duties, each with its occurrences of so many years up to `on`; every 25th is shared by all of a group."""
    chance = random.Random(seed)
    at = datetime(on.year - years + 1, 1, 5, 8, tzinfo=VIETNAM)
    document = documents.register_document(
        number=f"{tasks}/KH-ĐO", kind="Kế hoạch", title="Kế hoạch để đo tốc độ trang", issued_on=date(on.year - years + 1, 1, 2),
        issuer="Ủy ban nhân dân thành phố Cần Thơ", by=SYSTEM, at=at,
    )  # fmt: skip
    plan = Plan.objects.create(document=document, state=PlanState.ADOPTED, function="children", read_by="", read_at=at)
    agencies = list(institutions.reporting_institutions(on=on))
    groups = {one.pk: str(group_of(one.kind, one.name)) for one in agencies}
    clauses = _clauses(plan, tasks)
    made = _tasks(plan, clauses, list(groups), chance)
    parts = _parts(made, list(groups), chance)
    spans = [date(year, month, 15) for year in range(on.year - years + 1, on.year + 1) for month in range(1, 13)]
    rows = [row for task in (*made, *parts) for row in _occurrences(task, _acting(task, groups), spans, on, at, chance)]
    write_new(Occurrence, rows)
    reports = [_report(row) for row in rows if row.said_on]
    write_new(Progress, reports)
    write_new(Evidence, [Evidence(progress=one, words="Báo cáo kết quả") for one in reports if one.occurrence.evidence])
    helping = list(enumerate(agencies[:3]))
    write_new(TaskAgency, [TaskAgency(task=task, position=i, words=one.name, institution=one) for task in made for i, one in helping])
    write_new(Extension, [_asked(row, at) for row in rows if row.alone and row.due and row.due >= on and chance.random() < 0.02])
    users = _people(agencies, on=on, at=at)
    named = [
        Assignment(
            task=task, institution_id=pk, user_id=chance.choice(users[pk]), valid=DateRange(at.date(), None), given_by="", given_at=at
        )
        for task in (*made, *parts)
        for pk in _acting(task, groups)
        if chance.random() < 0.8
    ]  # fmt: skip
    write_new(Assignment, named)
    return Made(plan, len(made), len(parts), len(rows), len(reports), sum(map(len, users.values())), len(agencies))


def _clauses(plan: Plan, count: int) -> list[Clause]:
    part = Clause.objects.create(plan=plan, address="II", level=1, mark="II.", title="NHIỆM VỤ", position=0)
    sections = [
        Clause(plan=plan, address=f"II.{i}", level=2, mark=f"{i}.", title=f"Nhóm nhiệm vụ {i}", parent=part, position=i * 100_000)
        for i in range(1, SECTIONS + 1)
    ]
    write_new(Clause, sections)
    points = [
        Clause(
            plan=plan, address=f"{sections[i % SECTIONS].address}.{i}", level=3, mark=f"{i})", parent=sections[i % SECTIONS],
            text=f"Rà soát, thực hiện việc số {i} về chăm sóc, giáo dục và bảo vệ trẻ em; báo cáo kết quả theo kỳ.",
            position=sections[i % SECTIONS].position + i + 1,
        )
        for i in range(count)
    ]  # fmt: skip
    write_new(Clause, points)
    return points


def _tasks(plan: Plan, clauses: Sequence[Clause], leads: Sequence[int], chance: random.Random) -> list[Task]:
    rows = []
    for i, clause in enumerate(clauses):
        deadline = chance.choices([rule for _, rule in RULES], [weight for weight, _ in RULES])[0]
        shared = i % 25 == 0
        rows.append(Task(
            plan=plan, clause=clause, position=clause.position, summary=f"Thực hiện việc số {i} về chăm sóc, giáo dục và bảo vệ trẻ em",
            state=TaskState.ADOPTED, lead_id=chance.choice(leads), lead_words="Cơ quan chủ trì", shared=shared,
            groups=GROUPS[i // 25 % len(GROUPS)] if shared else [], due_words=deadline.words, due_rule=deadline.rule, due_on=deadline.on,
            due_month=deadline.month, due_day=deadline.day,
        ))  # fmt: skip
    write_new(Task, rows)
    return rows


def _parts(tasks: Sequence[Task], leads: Sequence[int], chance: random.Random) -> list[Task]:
    rows = [
        Task(
            plan_id=whole.plan_id, clause_id=whole.clause_id, parent=whole, position=whole.position, state=TaskState.ADOPTED,
            summary=f"Phần {i + 1} của việc: {whole.summary}", lead_words="Cơ quan thực hiện", due_words=whole.due_words,
            lead_id=chance.choice(leads) if i % 2 else whole.lead_id, due_rule=whole.due_rule, due_on=whole.due_on,
            due_month=whole.due_month, due_day=whole.due_day,
        )
        for whole in tasks[1::10]
        for i in range(PARTS)
        if not whole.shared
    ]  # fmt: skip
    write_new(Task, rows)
    return rows


def _acting(task: Task, groups: Mapping[int, str]) -> list[int]:
    return [pk for pk, group in groups.items() if group in task.groups] if task.shared else [task.lead_id]


def _occurrences(
    task: Task, members: Sequence[int], spans: Sequence[date], on: date, at: datetime, chance: random.Random
) -> Iterator[Occurrence]:
    deadline = Deadline(DueRule(task.due_rule), task.due_words, on=task.due_on, month=task.due_month, day=task.due_day)
    turns = {turn.key: turn for turn in (deadlines.turn(deadline, on=day) for day in spans)}
    for turn in turns.values():
        for institution in members if task.shared else [task.lead_id]:
            luck = chance.random()
            said = min(on, turn.due or on) - timedelta(days=chance.randint(0, 60)) if luck < 0.75 else None
            done = luck < 0.6
            state = DutyState.DONE if luck < 0.5 else DutyState.WAITING if done else DutyState.RUNNING if said else DutyState.GIVEN
            yield Occurrence(
                task=task, institution_id=institution, alone=not task.shared, turn=turn.key, starts_on=turn.starts_on, ends_on=turn.ends_on,
                first_due=turn.due, due=turn.due, state=state, state_since=at, said_on=said, percent=100 if done else 40 if said else None,
                declared=Declared.DONE if done else Declared.STARTED if said else Declared.NOTHING, done_on=said if done else None,
                evidence=int(luck < 0.4),
            )  # fmt: skip


def _report(row: Occurrence) -> Progress:
    assert row.said_on is not None
    return Progress(
        task=row.task, institution_id=row.institution_id, occurrence=row, on=row.said_on, declared=row.declared, percent=row.percent,
        done_on=row.done_on, reported_by="", reported_at=datetime.combine(row.said_on, datetime.min.time(), tzinfo=VIETNAM),
    )  # fmt: skip


def _asked(row: Occurrence, at: datetime) -> Extension:
    assert row.due is not None
    return Extension(
        occurrence=row, due_before=row.due, new_due=row.due + timedelta(days=60), reason="Chờ số liệu", asked_by="", asked_at=at
    )


def _people(agencies: Sequence[Any], *, on: date, at: datetime) -> dict[int, list[int]]:
    """Two people with a post in every agency."""
    found: dict[int, list[int]] = {}
    for number, agency in enumerate(agencies, start=1):
        for place in (1, 2):
            user = accounts.create_user(username=f"do.{number}.{place}", full_name=f"Người Thử {place}", password=None, by=SYSTEM, at=at)
            accounts.give_position(
                user=user, role=Role.DEPARTMENT_SPECIALIST, title="Chuyên viên", agency_id=agency.pk, territory_id=agency.pk,
                since=on - timedelta(days=600), by=SYSTEM, at=at,
            )  # fmt: skip
            found.setdefault(agency.pk, []).append(user.pk)
    return found
