"""Whatever people do with duties, in any order, their promises hold: told by Hypothesis as a machine of states."""

import contextlib
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from mangnon.accounts import operations as accounts_work
from mangnon.accounts import queries as accounts
from mangnon.accounts.records import SYSTEM
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.plans import operations, queries
from mangnon.plans.models import Extension, Move, Occurrence, Progress, Task, TaskAgency
from mangnon.plans.queries import occurrences
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import Calendar, Declared, DutyEvent, Group
from tests.factories import duties, people
from tests.factories.people import AT

EVENTS = [event for event in DutyEvent if event not in (DutyEvent.REPORT, DutyEvent.DECLARE_DONE)]
KEPT = ("declared", "percent", "evidence", "said_on", "done_on")
ALL = (*KEPT, "institution_id", "state", "due", "first_due", "state_since")
PARTS = 3
PART_DUES = ("", "trước ngày 20/12/2026", "hằng tháng")
tasks = st.integers(0, PARTS + 1)


class Duties(RuleBasedStateMachine):
    """A quarterly duty with co-ordinating agencies, divided into parts, and a yearly one all departments share; days pass, people leave.

    Two people work in one agency, one in another; the others have nobody.
    """

    @initialize()
    def begin(self) -> None:
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.at = AT
        self.home, self.other = duties.agency(), duties.agency("so-noi-vu")
        self.people = [people.department_specialist(), people.department_specialist(), people.department_specialist("Sở Nội vụ")]
        self.head, self.leader = people.lead_head(), people.city_leader()
        self.tasks = [self.with_others(), self.of_all()]
        self.first: dict[int, date | None] = {}
        self.closed: dict[int, tuple[object, ...]] = {}
        self.said = self.words()
        self.papers: dict[int, object] = {}
        self.history: tuple[set[object], ...] = (set(), set(), set())

    def with_others(self) -> Task:
        """A duty led by one agency, in which two others co-ordinate."""
        return operations.new_task(
            summary="Lập lộ trình phổ cập mầm non", lead_id=self.home.pk, issuer_id=duties.agency("so-y-te").pk, due_words="hằng quý",
            coordinating_ids=[self.other.pk, duties.agency("so-khcn").pk], by=SYSTEM, at=self.at,
        )  # fmt: skip

    def of_all(self) -> Task:
        """A duty every department has its part in."""
        task = duties.given("Báo cáo tình hình trẻ em", due="trước ngày 20/11 hằng năm")
        Occurrence.objects.filter(task=task).delete()
        Task.objects.filter(pk=task.pk).update(shared=True, groups=[Group.DEPARTMENTS])
        operations.open_occurrences(task_ids=[task.pk], by=SYSTEM, at=self.at)
        return Task.objects.get(pk=task.pk)

    def teardown(self) -> None:
        if hasattr(self, "outer"):
            transaction.set_rollback(True)
            self.outer.__exit__(None, None, None)

    def task(self, which: int) -> Task:
        return self.tasks[which % len(self.tasks)]

    def holder(self, task: Task) -> int:
        """The agency of the story that answers for a duty today: where one leads that one, else the first of the two with people."""
        current = occurrences.running(day_of(self.at)).filter(task=task)
        current = current.filter(institution__in=[self.home, self.other]) if task.shared else current
        return current.first().institution_id

    def words(self) -> dict[int, tuple[object, ...]]:
        return {run.pk: tuple(getattr(run, name) for name in KEPT) for run in Occurrence.objects.filter(task__in=self.tasks)}

    def try_to(self, act, **facts):
        """Do it, or be refused with a sentence; nothing else may come out. What was said stays what it was."""
        made = None
        with contextlib.suppress(Refusal), transaction.atomic():
            made = act(**facts, at=self.at)
        for pk, now in self.words().items():
            assert self.said.setdefault(pk, now) == now
        return made

    @rule(days=st.integers(1, 60))
    def days_pass(self, days: int) -> None:
        self.at += timedelta(days=days)
        self.try_to(operations.open_occurrences, by=SYSTEM)
        self.try_to(operations.remind_due, by=SYSTEM)

    @rule(which=tasks, elsewhere=st.booleans(), due=st.sampled_from(PART_DUES))
    def divide(self, which: int, elsewhere: bool, due: str) -> None:
        parent = self.task(which)
        if parent.shared or len(self.tasks) > PARTS + 1:
            return
        made = self.try_to(
            operations.divide_task, parent_id=parent.pk, institution_id=self.holder(parent), summary=f"Phần {len(self.tasks)}",
            due_words=due, lead_id=self.other.pk if elsewhere else None, by=SYSTEM,
        )  # fmt: skip
        if made is not None:
            self.tasks.append(made)
            self.said = self.words()

    @rule(which=tasks, declared=st.sampled_from([Declared.STARTED, Declared.DONE]), who=st.integers(0, 2), proof=st.booleans())
    def report(self, which: int, declared: Declared, who: int, proof: bool) -> None:
        task = self.task(which)
        holder, before = self.holder(task), self.words()
        with contextlib.suppress(Refusal), transaction.atomic():
            operations.report_progress(
                task_id=task.pk, institution_id=holder, declared=declared, by=self.people[who], at=self.at,
                proofs=["Báo cáo"] if proof else [],
            )  # fmt: skip
        self.said = self.words()
        of_others = set(Occurrence.objects.exclude(task=task, institution=holder).values_list("pk", flat=True))
        assert all(self.said[pk] == before[pk] for pk in of_others & before.keys()), "one agency's word of one duty changes no other"

    @rule(which=tasks, event=st.sampled_from(EVENTS), giver=st.booleans(), words=st.sampled_from(["", "Có lý do."]))
    def step(self, which: int, event: DutyEvent, giver: bool, words: str) -> None:
        task, by = self.task(which), self.head if giver else self.people[0]
        self.try_to(operations.move, task_id=task.pk, institution_id=self.holder(task), event=event, words=words, by=by)

    @rule(data=st.data())
    def touch_an_old_period(self, data) -> None:
        runs = list(Occurrence.objects.filter(task__in=self.tasks).order_by("id").values_list("pk", flat=True))
        run, event = data.draw(st.sampled_from(runs)), data.draw(st.sampled_from(EVENTS))
        self.try_to(operations.move_occurrence, occurrence_id=run, event=event, words="Có lý do.", by=self.head)

    @rule(which=tasks, days=st.integers(-5, 90), grant=st.booleans())
    def ask_and_decide(self, which: int, days: int, grant: bool) -> None:
        task = self.task(which)
        holder = self.holder(task)
        due = occurrences.running(day_of(self.at)).get(task=task, institution=holder).due or day_of(self.at)
        self.try_to(
            operations.ask_extension, task_id=task.pk, institution_id=holder, new_due=due + timedelta(days=days), reason="Chờ số liệu.",
            by=self.people[0],
        )  # fmt: skip
        for one in queries.waiting_extensions(self.leader):
            self.try_to(operations.decide_extension, extension_id=one.pk, grant=grant, words="Ý kiến.", by=self.leader)

    @rule(which=tasks, who=st.integers(0, 2))
    def name_somebody(self, which: int, who: int) -> None:
        task = self.task(which)
        self.try_to(operations.assign, task_id=task.pk, institution_id=self.holder(task), username=self.people[who].id, by=SYSTEM)

    @rule(giver=st.integers(0, 2), taker=st.integers(0, 2))
    def hand_over(self, giver: int, taker: int) -> None:
        self.try_to(
            operations.hand_over, from_username=self.people[giver].id, to_username=self.people[taker].id, institution_id=self.home.pk,
            by=SYSTEM,
        )  # fmt: skip

    @rule(who=st.integers(0, 2))
    def somebody_leaves(self, who: int) -> None:
        post = accounts.positions_of(accounts.user_named(self.people[who].id))[0]
        if post.valid.upper is None:
            accounts_work.end_position(position=post, last_day=day_of(self.at), by=SYSTEM, at=self.at)

    @invariant()
    def one_lead_at_any_moment(self) -> None:
        for task in getattr(self, "tasks", ()):
            runs = list(Occurrence.objects.filter(task=task))
            assert len({(run.turn, run.institution_id if task.shared else 0) for run in runs}) == len(runs)
            assert all(run.institution_id and run.alone is not task.shared for run in runs)

    @invariant()
    def the_first_deadline_never_changes(self) -> None:
        for run in Occurrence.objects.filter(task__in=getattr(self, "tasks", ())):
            assert self.first.setdefault(run.pk, run.first_due) == run.first_due
            assert (run.due is None) == (run.first_due is None)
            assert run.due is None or run.due >= run.first_due

    @invariant()
    def what_is_closed_never_changes(self) -> None:
        for run in Occurrence.objects.filter(task__in=getattr(self, "tasks", ()), state__in=states.FINAL, ends_on__lt=day_of(self.at)):
            now = tuple(getattr(run, name) for name in ALL)
            assert self.closed.setdefault(run.pk, now) == now

    @invariant()
    def what_is_repeated_is_what_the_reports_say(self) -> None:
        for run in Occurrence.objects.filter(task__in=getattr(self, "tasks", ())).prefetch_related("progress__evidence"):
            reports = sorted(run.progress.all(), key=lambda row: (row.on, row.pk))
            last = reports[-1] if reports else None
            told = (last.declared, last.percent, last.on, last.done_on) if last else (Declared.NOTHING, None, None, None)
            assert (run.declared, run.percent, run.said_on, run.done_on) == told
            assert run.evidence == sum(len(row.evidence.all()) for row in reports)

    @invariant()
    def what_pages_show_is_so(self) -> None:
        if not hasattr(self, "tasks"):
            return
        on, plan = day_of(self.at), self.tasks[0].plan_id
        seen = {one.task_id: one for parts in (False, True) for one in queries.duties(plan, on=on, subtasks=parts)}
        self.every_open_duty_has_a_living_holder_or_waits_in_the_queue(seen, on)
        self.the_calendar_speaks_for_itself(seen, on)
        self.a_duty_counts_its_parts(seen, on)

    def every_open_duty_has_a_living_holder_or_waits_in_the_queue(self, seen, on: date) -> None:
        with_people = {pk: {user.username for user, _title in accounts.people_in(pk, on=on)} for pk in (self.home.pk, self.other.pk)}
        waiting = {pk: {one.pk for one in queries.nameless(pk, on=on)} for pk in with_people}
        for task in self.tasks:
            members = seen[task.pk].members & with_people.keys()
            assert members
            assert task.shared or seen[task.pk].live.institution_id in members
            for agency in members:
                named = queries.responsible(task.pk, agency, on=on)
                assert (named is not None) != (task.pk in waiting[agency])
                assert named is None or named.username in with_people[agency]

    def the_calendar_speaks_for_itself(self, seen, on: date) -> None:
        """Late is late whatever was said or decided, until it is said to be done."""
        due = dict(occurrences.running(on).filter(task__in=self.tasks, alone=True).values_list("task_id", "due"))
        for pk, last_day in due.items():
            late = last_day is not None and last_day < on
            assert seen[pk].status.declared == Declared.DONE or (seen[pk].status.calendar == Calendar.LATE) == late

    def a_duty_counts_its_parts(self, seen, on: date) -> None:
        direct = [task.pk for task in self.tasks if task.parent_id == self.tasks[0].pk]
        _lines, gathered = queries.subtasks(self.tasks[0].pk, on=on)
        done = sum(seen[pk].status.declared == Declared.DONE for pk in direct)
        assert (gathered.total, gathered.done) == (len(direct), done) if gathered else not direct

    @invariant()
    def papers_and_history_never_change(self) -> None:
        if not hasattr(self, "tasks"):
            return
        for task in Task.objects.filter(pk__in=[one.pk for one in self.tasks]):
            others = tuple(TaskAgency.objects.filter(task=task).values_list("words", "institution_id"))
            now = (task.lead_words, task.lead_id, task.summary, task.due_words, task.due_on, others)
            assert self.papers.setdefault(task.pk, now) == now
        columns = (
            (Move, ("occurrence", "event", "before", "after", "words", "by", "at")),
            (Progress, ("declared", "percent", "note", "on")),
            (Extension, ("occurrence", "due_before", "new_due", "reason", "asked_by")),
        )
        now = tuple({(*row,) for row in model.objects.values_list("pk", *names)} for model, names in columns)
        assert all(before <= after for before, after in zip(self.history, now, strict=True)), "history only grows"
        self.history = now


@pytest.mark.django_db
def test_the_promises_of_duties_hold_whatever_people_do():
    run_state_machine_as_test(
        Duties,
        settings=settings(max_examples=8, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True),
    )
