"""Random acts, one after the other, some undone: what must hold after every one of them."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

import hypothesis.strategies as st
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from mangnon.accounts.models import Position
from mangnon.accounts.records import SYSTEM
from mangnon.documents.models import Dossier, NumberSeries
from mangnon.institutions import operations, ports, queries
from mangnon.institutions.models import Institution, Question
from mangnon.institutions.operations.held import HeldRows
from mangnon.institutions.vocabulary import Kind, QuestionState
from mangnon.outreach.models import Criticism, Programme
from mangnon.plans import operations as plans
from mangnon.plans.models import Activity, Assignment, Committee, Meeting, Member, Occurrence, Task, WorkPlan
from mangnon.plans.rules import states
from mangnon.plans.vocabulary import CommitteeKind, Part
from mangnon.register import queries as register
from mangnon.register.models import Residence
from tests.factories import acts, people
from tests.factories import register as kids

pytestmark = pytest.mark.django_db
FIRST = date(2026, 12, 1)
WARDS = ("31120", "31135", "31147", "31150")
OFFICES = ("so-gddt", "so-vhttdl", "so-noi-vu", "so-khcn")


class Acts(RuleBasedStateMachine):
    """Four wards with children, officers and a committee, four departments with duties, plans and papers, a day for each act."""

    def __init__(self):
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.day = FIRST
        self.made = 0
        self.last = None  # (act, what was held before it), while it may be undone
        self.papers = papers()
        self.undecided = set(Occurrence.objects.filter(institution=None).values_list("task_id", flat=True))  # from before the story

    def teardown(self):
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def living(self, codes=None, kind=Kind.UNIT):
        """Institutions of the story that exist today: those of the beginning and what came of them."""
        found = queries.existing(on=self.day, kind=kind)
        story = found.filter(code__startswith="4") if kind == Kind.UNIT else found.filter(code__startswith="moi-")
        return sorted({*story.values_list("code", flat=True), *(one.code for one in found if one.code in (WARDS + OFFICES))})

    def apply(self, rows, new=None):
        before = held(self.day)
        self.day += timedelta(days=1)
        act = acts.act(rows=rows, new=new, on=self.day, number=f"{self.made}/NQ-HĐND")
        self.made += 1
        at = midnight(self.day)
        flaws = operations.check(act_id=act.pk, by=SYSTEM, at=at)
        assert [str(flaw) for flaw in flaws if flaw.gravity == "stop"] == []
        operations.decide(act_id=act.pk, by=SYSTEM, at=at)
        self.last = act, before

    def code(self, prefix="4"):
        self.made += 1
        return f"{prefix}{self.made:04d}"

    @rule(data=st.data())
    def merge_wards(self, data):
        pair = data.draw(st.sampled_from(pairs(self.living()))) if len(self.living()) > 1 else None
        if pair:
            code = self.code()
            self.apply([("merge", one, f"+{code}") for one in pair], {code: f"Phường Mới {code}"})

    @rule(data=st.data())
    def divide_a_ward(self, data):
        ward, one, other = data.draw(st.sampled_from(self.living())), self.code(), self.code()
        rows = [("split", ward, f"+{code}", "", "part") for code in (one, other)]
        self.apply(rows, {one: f"Phường Mới {one}", other: f"Phường Mới {other}"})

    @rule(data=st.data())
    def rename_a_ward(self, data):
        code = self.code()
        self.apply([("rename", data.draw(st.sampled_from(self.living())), f"+{code}")], {code: f"Phường Mới {code}"})

    @rule(data=st.data())
    def one_office_absorbs_another(self, data):
        found = pairs(self.living(kind=Kind.AGENCY))
        if found:
            source, target = data.draw(st.sampled_from(found))
            self.apply([("merge", source, target)])

    @rule(data=st.data())
    def dissolve_an_office_by_fields(self, data):
        offices = self.living(kind=Kind.AGENCY)
        source = acts.institution(data.draw(st.sampled_from(offices)), on=self.day)
        others = [code for code in offices if code != source.code]
        if source.functions and others:
            self.apply([("dissolve", source.code, data.draw(st.sampled_from(others)), function) for function in source.functions])

    @rule(data=st.data())
    def pass_one_field_on(self, data):
        offices = self.living(kind=Kind.AGENCY)
        source = acts.institution(data.draw(st.sampled_from(offices)), on=self.day)
        others = [code for code in offices if code != source.code]
        if source.functions and others:
            self.apply([("transfer", source.code, data.draw(st.sampled_from(others)), source.functions[0])])

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo_the_last_act(self):
        act, before = self.last
        self.day += timedelta(days=1)
        self.made += 1
        undoing = operations.draft_undoing(
            act_id=act.pk, number=f"{self.made}/NQ-HĐND", title="Hủy bỏ", on=self.day, by=SYSTEM, at=midnight(self.day)
        )
        flaws = operations.check(act_id=undoing.pk, by=SYSTEM, at=midnight(self.day))
        assert [str(flaw) for flaw in flaws if flaw.gravity == "stop"] == []
        operations.decide(act_id=undoing.pk, by=SYSTEM, at=midnight(self.day))
        assert held(self.day) == before, "undoing restores"
        self.last = None

    @precondition(lambda self: Question.objects.filter(state=QuestionState.OPEN).exists())
    @rule(data=st.data())
    def answer_a_question(self, data):
        question = data.draw(st.sampled_from(list(Question.objects.filter(state=QuestionState.OPEN).order_by("follower", "label"))[:5]))
        target = next((key for key in question.choices if Institution.objects.get(pk=key).valid.upper is None), None)
        if target:
            operations.settle(question_ids=[question.pk], target_id=target, reason="Thử", by=SYSTEM, at=midnight(self.day))
            self.last = self.last if self.last and question.act_id == self.last[0].pk else None  # else the answer would stay

    @invariant()
    def every_open_duty_has_a_living_holder_or_waits_for_a_person(self):
        waiting = set(Question.objects.filter(state=QuestionState.OPEN, follower="plans").values_list("matter", flat=True))
        living = Institution.objects.filter(valid__contains=self.day)
        left = Occurrence.objects.filter(state__in=states.OPEN).exclude(task__in=self.undecided).exclude(institution__in=living)
        for one in left.select_related("task__clause", "task__plan__document", "institution"):
            matter = f"task:{one.task.plan.document.number}:{one.task.clause.address}"
            assert one.institution is None, (matter, one.institution)
            assert matter in waiting

    @invariant()
    def one_successor_for_every_field(self):
        every = list(Institution.objects.filter(code__in=OFFICES) | Institution.objects.filter(code__startswith="moi-"))
        holder = queries.holders([one.pk for one in every], on=self.day)
        for one in every:
            for function in one.functions:
                found = holder(one.pk, function, "")
                assert found.needs_decision or self.day in Institution.objects.get(pk=found.institution_id).valid

    @invariant()
    def every_post_is_in_a_living_place_or_waits(self):
        waiting = set(Question.objects.filter(state=QuestionState.OPEN, follower="accounts").values_list("matter", flat=True))
        for post in Position.objects.filter(valid__contains=self.day).select_related("agency", "territory"):
            living = self.day in post.agency.valid and self.day in post.territory.valid
            assert living or f"position:{post.pk}" in waiting

    @invariant()
    def everything_open_is_with_somebody_living_or_waits(self):
        for follower in held_rows():
            waiting = set(Question.objects.filter(state=QuestionState.OPEN, follower=follower.code).values_list("source", "matter"))
            for row, holder in follower.open_ones(on=self.day).order_by("pk").values_list("pk", follower.field):
                asked = {(holder, follower.code), (holder, f"{follower.code}:{row}")} & waiting
                assert bool(asked) != (self.day in Institution.objects.get(pk=holder).valid), (follower.code, row)

    @invariant()
    def every_seat_is_of_somebody_living_or_waits(self):
        waiting = set(Question.objects.filter(state=QuestionState.OPEN, follower="seats").values_list("matter", flat=True))
        for seat in Member.objects.filter(valid__contains=self.day).select_related("agency", "area"):
            living = all(self.day in one.valid for one in (seat.agency, seat.area) if one)
            assert living != (f"seat:{seat.pk}" in waiting)

    @invariant()
    def every_child_is_counted_in_a_living_ward_or_waits(self):
        waiting = Question.objects.filter(state=QuestionState.OPEN, follower="register").values_list("source_id", flat=True)
        for key in register.snapshot(on=self.day).commune_id.tolist():
            assert self.day in Institution.objects.get(pk=key).valid or key in waiting

    @invariant()
    def papers_never_change(self):
        assert papers() == self.papers


def papers():
    """What is printed or written: words and lead of duties, residences as recorded."""
    return (
        list(Task.objects.order_by("id").values_list("id", "lead_words", "lead_id", "summary")),
        list(Residence.objects.order_by("id").values_list("id", "unit_id", "hamlet", "valid")),
        list(WorkPlan.objects.order_by("id").values_list("id", "institution_id", "title", "state")),
        list(Activity.objects.order_by("id").values_list("id", "work_plan_id", "summary")),
        list(Committee.objects.order_by("id").values_list("id", "name", "decision", "valid")),
        list(Meeting.objects.order_by("id").values_list("id", "minutes", "present__office", "present__agency", "present__area")),
        list(NumberSeries.objects.order_by("id").values_list("id", "institution_id", "last")),
        list(Dossier.objects.order_by("id").values_list("id", "institution_id", "notation")),
        list(Criticism.objects.order_by("id").values_list("id", "draft", "state", "opinion_due_on")),
    )


@cache
def held_rows():
    """The followers of rows that simply belong to an institution."""
    return tuple(follower for follower in ports.followers() if isinstance(follower, HeldRows))


def held(day):
    """Who holds what, by code: posts, children's wards, open duties with their people, seats, everything else that is open."""
    posts = sorted(
        (post.user.username, post.agency.code, post.territory.code)
        for post in Position.objects.filter(valid__contains=day).select_related("user", "agency", "territory")
    )
    codes = dict(Institution.objects.values_list("pk", "code"))
    homes = [codes[key] for key in register.snapshot(on=day).commune_id.tolist()]
    duties = sorted(
        (one.task_id, one.turn, one.state, codes.get(one.institution_id, "")) for one in Occurrence.objects.filter(state__in=states.OPEN)
    )
    named = sorted((one.task_id, codes[one.institution_id], one.user_id) for one in Assignment.objects.filter(valid__contains=day))
    seats = sorted(
        (one.committee_id, one.office, codes.get(one.agency_id, ""), codes.get(one.area_id, ""))
        for one in Member.objects.filter(valid__contains=day)
    )
    rows = [
        (follower.code, row, codes[holder])
        for follower in held_rows()
        for row, holder in follower.open_ones(on=day).order_by("pk").values_list("pk", follower.field)
    ]
    return posts, homes, duties, named, seats, rows


def pairs(codes):
    return [(one, other) for one in codes for other in codes if one != other]


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=6)


@pytest.fixture
def story():
    plans.load_builtin(by=SYSTEM, at=acts.DRAFTED)
    for code in WARDS[:2]:
        people.ward_officer(people.ward(code))
        kids.child(place=kids.unit(code))
    people.department_specialist()
    kids.child(place=kids.unit(WARDS[2]), hamlet="Khu vực 2")
    standing_work()


def standing_work():
    """What four wards and four departments have begun: a committee, work plans, supervision, criticism, registers and files."""
    wards, offices = ([acts.institution(code) for code in codes] for codes in (WARDS, OFFICES))
    made = {"recorded_by": "thu", "recorded_at": acts.DRAFTED}
    board = Committee.objects.create(
        institution=wards[0], kind=CommitteeKind.STEERING, name="Ban Điều hành", decision="QĐ 1", valid=(FIRST, None), **made
    )
    seats = [
        Member.objects.create(committee=board, part=Part.MEMBER, office=f"Ủy viên {n}", agency=agency, area=area, valid=(FIRST, None))
        for n, (agency, area) in enumerate([(wards[0], wards[1]), (offices[0], None), (offices[1], wards[2])])
    ]
    meeting = Meeting.objects.create(
        committee=board, title="Họp", on=FIRST, agenda="x", minutes="Đã bàn.", called_by="thu", called_at=acts.DRAFTED
    )
    meeting.present.set(seats)
    plan = Task.objects.earliest("id").plan
    for institution in (wards[0], wards[3], *offices):
        own = WorkPlan.objects.create(
            plan=plan, institution=institution, year=FIRST.year, title="x", written_by="thu", written_at=acts.DRAFTED
        )
        Activity.objects.create(work_plan=own, institution=institution, position=1, summary="Truyền thông ở trường học")
        series = NumberSeries.objects.create(institution=institution, keeper=institution, book="incoming", year=FIRST.year)
        Dossier.objects.create(
            institution=institution, keeper=institution, catalogue_year=FIRST.year, notation=f"{series.pk}.TE", title="Trẻ em",
            keeping="permanent", creator="thu", started_on=FIRST, opened_by="thu", opened_at=acts.DRAFTED,
        )  # fmt: skip
    Programme.objects.create(
        agency=offices[1], year=FIRST.year, title="Bể bơi", form="team", starts_on=FIRST, ends_on=FIRST + timedelta(days=90), made_by="thu",
        made_at=acts.DRAFTED,
    )  # fmt: skip
    Criticism.objects.create(
        draft="Dự thảo về văn hóa", drafter=offices[1], critic=offices[2], form="written", asked_on=FIRST, opinion_due_on=FIRST,
        asked_by="thu",
    )  # fmt: skip
    task = Occurrence.objects.filter(institution=offices[0], alone=True, state__in=states.OPEN).first()
    if task:
        specialist = people.department_specialist()
        plans.assign(task_id=task.task_id, institution_id=offices[0].pk, username=specialist.id, by=SYSTEM, at=acts.DRAFTED)


def test_acts_keep_what_must_hold(story):
    assert connection.in_atomic_block
    run_state_machine_as_test(
        Acts, settings=settings(max_examples=5, stateful_step_count=5, deadline=None, suppress_health_check=list(HealthCheck))
    )
