"""A plan of thousands of duties over ten years, written straight into the tables: made for measuring, not by the operations."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.accounts.records import SYSTEM
from mangnon.documents import operations as documents
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import VIETNAM
from mangnon.plans.models import Assignment, Clause, Occurrence, Plan, Progress, Task, TaskAgency
from mangnon.plans.records import Deadline
from mangnon.plans.rules import deadlines
from mangnon.plans.vocabulary import Declared, DueRule, DutyState, Group, PlanState, TaskState

SECTIONS = 50
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
    occurrences: int
    reports: int
    agencies: int


def make(*, tasks: int, years: int, on: date, seed: int = 73, users: Sequence[int] = ()) -> Made:
    """A plan with so many duties, each with its occurrences of so many years up to `on`; every 25th is shared by all who report."""
    chance = random.Random(seed)
    at = datetime(on.year - years + 1, 1, 5, 8, tzinfo=VIETNAM)
    document = documents.register_document(
        number=f"{tasks}/KH-ĐO", kind="Kế hoạch", title="Kế hoạch để đo tốc độ trang", issued_on=date(on.year - years + 1, 1, 2),
        issuer="Ủy ban nhân dân thành phố Cần Thơ", by=SYSTEM, at=at,
    )  # fmt: skip
    plan = Plan.objects.create(document=document, state=PlanState.ADOPTED, function="children", read_by="", read_at=at)
    agencies = list(institutions.reporting_institutions(on=on))
    clauses = _clauses(plan, tasks)
    made = _tasks(plan, clauses, [one.pk for one in agencies], chance)
    spans = [date(year, month, 15) for year in range(on.year - years + 1, on.year + 1) for month in range(1, 13)]
    members = [one.pk for one in agencies]
    rows = [row for task in made for row in _occurrences(task, members, spans, on, at, chance)]
    Occurrence.objects.bulk_create(rows, batch_size=5_000)
    reports = [_report(row) for row in rows if row.said_on]
    Progress.objects.bulk_create(reports, batch_size=5_000)
    TaskAgency.objects.bulk_create(
        [TaskAgency(task=task, position=i, words=one.name, institution=one) for task in made for i, one in enumerate(agencies[:3])],
        batch_size=5_000,
    )  # fmt: skip
    _name(made, users, at, chance)
    return Made(plan, len(made), len(rows), len(reports), len(agencies))


def _clauses(plan: Plan, count: int) -> list[Clause]:
    part = Clause.objects.create(plan=plan, address="II", level=1, mark="II.", title="NHIỆM VỤ", position=0)
    sections = Clause.objects.bulk_create(
        Clause(plan=plan, address=f"II.{i}", level=2, mark=f"{i}.", title=f"Nhóm nhiệm vụ {i}", parent=part, position=i * 100_000)
        for i in range(1, SECTIONS + 1)
    )
    return Clause.objects.bulk_create(
        [
            Clause(
                plan=plan, address=f"{sections[i % SECTIONS].address}.{i}", level=3, mark=f"{i})", parent=sections[i % SECTIONS],
                text=f"Rà soát, thực hiện việc số {i} về chăm sóc, giáo dục và bảo vệ trẻ em; báo cáo kết quả theo kỳ.",
                position=sections[i % SECTIONS].position + i + 1,
            )
            for i in range(count)
        ],
        batch_size=5_000,
    )  # fmt: skip


def _tasks(plan: Plan, clauses: Sequence[Clause], leads: Sequence[int], chance: random.Random) -> list[Task]:
    rows = []
    for i, clause in enumerate(clauses):
        deadline = chance.choices([rule for _, rule in RULES], [weight for weight, _ in RULES])[0]
        shared = i % 25 == 0
        rows.append(Task(
            plan=plan, clause=clause, position=clause.position, summary=f"Thực hiện việc số {i} về chăm sóc, giáo dục và bảo vệ trẻ em",
            state=TaskState.ADOPTED, lead_id=chance.choice(leads), lead_words="Cơ quan chủ trì", shared=shared,
            groups=list(Group.values) if shared else [], due_words=deadline.words, due_rule=deadline.rule, due_on=deadline.on,
            due_month=deadline.month, due_day=deadline.day,
        ))  # fmt: skip
    return Task.objects.bulk_create(rows, batch_size=5_000)


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


def _name(tasks: Sequence[Task], users: Sequence[int], at: datetime, chance: random.Random) -> None:
    if users:
        Assignment.objects.bulk_create(
            [
                Assignment(
                    task=task, institution_id=task.lead_id, user_id=chance.choice(users), valid=DateRange(at.date(), None), given_by="",
                    given_at=at,
                )
                for task in tasks
                if not task.shared
            ],
            batch_size=5_000,
        )  # fmt: skip
