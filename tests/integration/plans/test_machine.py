"""Whatever people do with a duty, in any order, its promises hold: told by Hypothesis as a machine of states."""

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
from mangnon.plans.models import Occurrence, Task
from mangnon.plans.queries import occurrences
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import Declared, DutyEvent
from tests.factories import duties, people
from tests.factories.people import AT

EVENTS = [event for event in DutyEvent if event not in (DutyEvent.REPORT, DutyEvent.DECLARE_DONE)]
KEPT = ("declared", "percent", "evidence", "said_on", "done_on")
ALL = (*KEPT, "institution_id", "state", "due", "first_due", "state_since")


class Duty(RuleBasedStateMachine):
    """One quarterly duty of an agency of two people beside another agency; days pass and people leave."""

    @initialize()
    def begin(self) -> None:
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.at = AT
        self.home, self.other = duties.agency(), duties.agency("so-noi-vu")
        self.people = [people.department_specialist(), people.department_specialist(), people.department_specialist("Sở Nội vụ")]
        self.head, self.leader = people.lead_head(), people.city_leader()
        self.task = duties.given(due="hằng quý")
        self.first: dict[int, date | None] = {}
        self.closed: dict[int, tuple[object, ...]] = {}
        self.said: dict[int, tuple[object, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "outer"):
            transaction.set_rollback(True)
            self.outer.__exit__(None, None, None)

    @property
    def holder(self) -> int:
        current = occurrences.running(day_of(self.at)).get(task=self.task)
        return current.institution_id or self.home.pk

    def try_to(self, act, **facts) -> None:
        """Do it, or be refused with a sentence; nothing else may come out."""
        with contextlib.suppress(Refusal), transaction.atomic():
            act(**facts, at=self.at)
        self.note_said()

    def note_said(self) -> None:
        """After anything but a report what was said is what it was."""
        for run in Occurrence.objects.filter(task=self.task):
            now = tuple(getattr(run, name) for name in KEPT)
            assert self.said.setdefault(run.pk, now) == now

    @rule(days=st.integers(1, 60))
    def days_pass(self, days: int) -> None:
        self.at += timedelta(days=days)
        self.try_to(operations.open_occurrences, by=SYSTEM)
        self.try_to(operations.remind_due, by=SYSTEM)

    @rule(declared=st.sampled_from([Declared.STARTED, Declared.DONE]), who=st.integers(0, 2), proof=st.booleans())
    def report(self, declared: Declared, who: int, proof: bool) -> None:
        with contextlib.suppress(Refusal), transaction.atomic():
            operations.report_progress(
                task_id=self.task.pk, institution_id=self.holder, declared=declared, by=self.people[who], at=self.at,
                proofs=["Báo cáo"] if proof else [],
            )  # fmt: skip
        self.said = {run.pk: tuple(getattr(run, name) for name in KEPT) for run in Occurrence.objects.filter(task=self.task)}

    @rule(event=st.sampled_from(EVENTS), giver=st.booleans(), words=st.sampled_from(["", "Có lý do."]))
    def step(self, event: DutyEvent, giver: bool, words: str) -> None:
        by = self.head if giver else self.people[0]
        self.try_to(operations.move, task_id=self.task.pk, institution_id=self.holder, event=event, words=words, by=by)

    @rule(data=st.data())
    def touch_an_old_period(self, data) -> None:
        runs = list(Occurrence.objects.filter(task=self.task).order_by("id").values_list("pk", flat=True))
        run, event = data.draw(st.sampled_from(runs)), data.draw(st.sampled_from(EVENTS))
        self.try_to(operations.move_occurrence, occurrence_id=run, event=event, words="Có lý do.", by=self.head)

    @rule(days=st.integers(-5, 90), grant=st.booleans())
    def ask_and_decide(self, days: int, grant: bool) -> None:
        due = occurrences.running(day_of(self.at)).get(task=self.task).due or day_of(self.at)
        self.try_to(
            operations.ask_extension, task_id=self.task.pk, institution_id=self.holder, new_due=due + timedelta(days=days),
            reason="Chờ số liệu.", by=self.people[0],
        )  # fmt: skip
        for one in queries.waiting_extensions(self.leader):
            self.try_to(operations.decide_extension, extension_id=one.pk, grant=grant, words="Ý kiến.", by=self.leader)

    @rule(who=st.integers(0, 2))
    def name_somebody(self, who: int) -> None:
        self.try_to(operations.assign, task_id=self.task.pk, institution_id=self.holder, username=self.people[who].id, by=SYSTEM)

    @rule(giver=st.integers(0, 2), taker=st.integers(0, 2))
    def hand_over(self, giver: int, taker: int) -> None:
        self.try_to(
            operations.hand_over, from_username=self.people[giver].id, to_username=self.people[taker].id, institution_id=self.holder,
            by=SYSTEM,
        )  # fmt: skip

    @rule(who=st.integers(0, 2))
    def somebody_leaves(self, who: int) -> None:
        post = accounts.positions_of(accounts.user_named(self.people[who].id))[0]
        if post.valid.upper is None:
            accounts_work.end_position(position=post, last_day=day_of(self.at), by=SYSTEM, at=self.at)

    @invariant()
    def one_lead_at_any_moment(self) -> None:
        if not hasattr(self, "task"):
            return
        runs = list(Occurrence.objects.filter(task=self.task))
        assert len({run.turn for run in runs}) == len(runs)
        assert all(run.alone and run.institution_id for run in runs)
        assert Task.objects.get(pk=self.task.pk).lead_id == self.home.pk

    @invariant()
    def the_first_deadline_never_changes(self) -> None:
        if not hasattr(self, "task"):
            return
        for run in Occurrence.objects.filter(task=self.task):
            assert self.first.setdefault(run.pk, run.first_due) == run.first_due
            assert run.due is not None
            assert run.first_due is not None
            assert run.due >= run.first_due

    @invariant()
    def what_is_closed_never_changes(self) -> None:
        if not hasattr(self, "task"):
            return
        for run in Occurrence.objects.filter(task=self.task, state__in=states.FINAL, ends_on__lt=day_of(self.at)):
            now = tuple(getattr(run, name) for name in ALL)
            assert self.closed.setdefault(run.pk, now) == now

    @invariant()
    def every_open_duty_has_a_living_holder_or_waits_in_the_queue(self) -> None:
        if not hasattr(self, "task"):
            return
        on = day_of(self.at)
        agency = queries.duty(self.task.pk, on=on).live.institution_id
        assert agency is not None
        named = queries.responsible(self.task.pk, agency, on=on)
        queued = self.task.pk in {one.pk for one in queries.nameless(agency, on=on)}
        assert (named is not None) != queued
        if named is not None:
            assert named.username in {user.username for user, _title in accounts.people_in(agency, on=on)}

    @invariant()
    def what_is_repeated_is_what_the_reports_say(self) -> None:
        if not hasattr(self, "task"):
            return
        for run in Occurrence.objects.filter(task=self.task).prefetch_related("progress__evidence"):
            reports = sorted(run.progress.all(), key=lambda row: (row.on, row.pk))
            last = reports[-1] if reports else None
            told = (last.declared, last.percent, last.on, last.done_on) if last else (Declared.NOTHING, None, None, None)
            assert (run.declared, run.percent, run.said_on, run.done_on) == told
            assert run.evidence == sum(len(row.evidence.all()) for row in reports)


@pytest.mark.django_db
def test_the_promises_of_a_duty_hold_whatever_people_do():
    run_state_machine_as_test(
        Duty,
        settings=settings(
            max_examples=12, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
        ),
    )
