"""Standing work follows an act: committees with their seats, meetings and conclusions, activities of work plans, supervision and criticism,
registers and files; minutes, papers and what is done keep their names; undoing brings back."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon.accounts import queries as accounts
from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.accounts.vocabulary import Role
from mangnon.documents import operations as papers
from mangnon.documents import queries as documents
from mangnon.documents.models import Dossier, NumberSeries
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Book, Handling
from mangnon.institutions import operations
from mangnon.institutions import queries as institutions
from mangnon.institutions.models import Question
from mangnon.lib import calendar
from mangnon.lib.statements import WrongStep
from mangnon.outreach import operations as outreach
from mangnon.outreach.models import Criticism, Programme
from mangnon.outreach.vocabulary import CriticismForm, Stance, SupervisionForm
from mangnon.plans import operations as plans
from mangnon.plans import queries
from mangnon.plans.models import Activity, Committee, Member
from mangnon.plans.queries import checks, committees
from mangnon.plans.records import ActivityRow
from mangnon.plans.vocabulary import Audience, CommitteeKind, Declared, Part, Spread
from mangnon.reports.models import Report
from mangnon.reports.operations import consolidation
from mangnon.reports.vocabulary import ReportKind, ReportState
from mangnon.web.shell.work import waiting
from tests.factories import acts, people, reports
from tests.integration.test_acts_follow import AFTER, CAI_KHE, DIVISION, MERGER, NEW, NINH_KIEU, UNDONE_ON, new_unit, on_day, undo

pytestmark = pytest.mark.django_db
SINCE, AT = date(2026, 1, 5), acts.DRAFTED
LATER = acts.APPLIED + timedelta(hours=8)
YEAR = 2026


@pytest.fixture
def after(monkeypatch):
    """Pages are opened on the day after the act."""
    monkeypatch.setattr(calendar, "now", lambda: LATER.astimezone(calendar.VIETNAM))


def tally(act, follower):
    return next(one for one in institutions.preview(act, on=acts.ON) if one.follower == follower)


class TestCommittees:
    def board(self, code=CAI_KHE, name="Ban Điều hành trẻ em phường Cái Khế"):
        return plans.form_committee(
            institution_id=acts.institution(code).pk, kind=CommitteeKind.STEERING, name=name, decision="Quyết định 1", since=SINCE,
            by=people.ward_officer(people.ward(code)), at=AT,
        )  # fmt: skip

    def seat(self, board, by, **facts):
        return plans.seat_member(
            **{"committee_id": board.pk, "part": Part.MEMBER, "office": "Trưởng phòng", "since": SINCE, "by": by, "at": AT} | facts
        )

    def test_a_committee_goes_on_with_its_meetings_and_conclusions(self, after):
        officer, board = people.ward_officer(), self.board()
        seat = self.seat(board, officer)
        held = plans.call_meeting(committee_id=board.pk, title="Quý III", on=AT.date(), agenda="Một", by=officer, at=AT)
        plans.write_minutes(
            meeting_id=held.pk, minutes="Đã bàn.", present=[seat.pk], conclusions=["Rà soát trẻ bỏ học."], by=officer, at=AT
        )
        plans.call_meeting(committee_id=board.pk, title="Quý IV", on=AFTER, agenda="Hai", by=officer, at=AT)
        act = acts.act(**MERGER)
        assert [one.what for one in tally(act, "committees").lines] == [f"{board.name} (cùng 1 cuộc họp đã mời, 1 kết luận chưa giao)"]
        acts.applied(act)
        board.refresh_from_db()
        assert (board.institution.code, board.name) == (NEW, "Ban Điều hành trẻ em phường Cái Khế")
        chair = on_day(people.ward_chair(new_unit(), on=AFTER, since=acts.ON), AFTER)
        (conclusion,) = committees.conclusions_without_duty(chair)
        made = plans.make_duty(conclusion_id=conclusion.pk, lead_id=new_unit().pk, summary="Rà soát", due_on=UNDONE_ON, by=chair, at=LATER)
        assert made.task.lead.code == NEW
        page = people.browser(chair).get(reverse("committee", args=[board.pk])).text
        assert "Phường Sông Hậu" in page
        assert "Trước ngày 01/12/2026 thuộc Phường Cái Khế." in page
        undo(act)
        board.refresh_from_db()
        assert board.institution_id == new_unit(CAI_KHE, UNDONE_ON).pk

    def test_two_committees_brought_together_are_put_to_a_person_and_one_ends(self, after):
        one, other = self.board(), self.board(NINH_KIEU, "Ban Điều hành trẻ em phường Ninh Kiều")
        chair = on_day(people.ward_chair(), acts.ON)
        seat = self.seat(other, people.ward_officer(people.ward(NINH_KIEU)))
        acts.applied(acts.act(**MERGER))
        chair = on_day(chair, AFTER)
        assert committees.together(chair, on=AFTER) == [(one, other)]
        assert any("trùng nhau" in item.title for item in waiting(chair, on=AFTER))
        called = plans.call_meeting(committee_id=other.pk, title="Họp", on=AFTER + timedelta(days=9), agenda="x", by=chair, at=LATER)
        with pytest.raises(WrongStep, match="cuộc họp đã mời"):
            plans.end_committee(committee_id=other.pk, last_day=AFTER, decision="Quyết định 5", by=chair, at=LATER)
        browser = people.browser(chair)
        browser.post(reverse("committee_end", args=[other.pk]), {"decision": "Quyết định 5", "last_day": f"{called.on:%d/%m/%Y}"})
        other.refresh_from_db()
        seat.refresh_from_db()
        assert (other.valid.upper, other.ended_by, seat.valid.upper) == (called.on + timedelta(days=1), "Quyết định 5", other.valid.upper)
        assert committees.together(chair, on=called.on + timedelta(days=1)) == []
        assert "Đã kết thúc theo Quyết định 5" in browser.get(reverse("committee", args=[other.pk])).text
        with pytest.raises(WrongStep):
            plans.end_committee(committee_id=other.pk, last_day=AFTER, decision="x", by=chair, at=LATER)
        with pytest.raises(NotAllowed):
            plans.end_committee(committee_id=one.pk, last_day=AFTER, decision="x", by=people.ward_officer(people.ward("31147")), at=LATER)

    def test_a_seat_goes_on_under_the_successor_and_minutes_keep_who_came(self):
        lead = people.lead_specialist()
        board = plans.form_committee(
            institution_id=institutions.city(on=AFTER).pk, kind=CommitteeKind.STANDING, name="Nhóm thường trực", decision="Quyết định 2",
            since=SINCE, by=lead, at=AT,
        )  # fmt: skip
        school = self.seat(board, lead, office="Giám đốc", agency_id=acts.institution("so-gddt").pk, area_id=acts.institution(CAI_KHE).pk)
        meeting = plans.call_meeting(committee_id=board.pk, title="Họp", on=AT.date(), agenda="x", by=lead, at=AT)
        plans.write_minutes(meeting_id=meeting.pk, minutes="x", present=[school.pk], conclusions=[], by=lead, at=AT)
        act = acts.applied(acts.act(rows=[("merge", "so-gddt", "so-noi-vu"), *MERGER["rows"]], new=MERGER["new"]))
        (now,) = committees.members(board.pk, on=AFTER)
        assert (now.agency.code, now.area.code, now.office) == ("so-noi-vu", NEW, "Giám đốc")
        (came,) = committees.present(meeting.pk)
        assert (came.pk, came.agency.code, came.area.code) == (school.pk, "so-gddt", CAI_KHE)
        undo(act)
        (again,) = committees.members(board.pk, on=UNDONE_ON)
        assert (again.agency.code, again.area.code) == ("so-gddt", CAI_KHE)
        assert UNDONE_ON in again.agency.valid
        assert [one.agency.code for one in committees.members(board.pk, on=AFTER)] == ["so-noi-vu"]

    def test_agency_and_area_from_two_places_joined_in_one_come_apart_again(self):
        board = self.board()
        here, there = acts.institution(CAI_KHE), acts.institution(NINH_KIEU)
        self.seat(board, people.ward_officer(), agency_id=here.pk, area_id=there.pk)
        post = people.person(Role.COLLABORATOR, "Cộng tác viên", agency=here, territory=there)
        undo(acts.applied(acts.act(**MERGER)))
        seat, duty = Member.objects.get(valid__contains=UNDONE_ON), on_day(post, UNDONE_ON).main_duty
        assert (seat.agency.code, seat.area.code) == (CAI_KHE, NINH_KIEU)
        assert (duty.agency_name, duty.territory_code) == (here.name, NINH_KIEU)

    def test_a_divided_area_waits_for_a_person(self):
        board, officer = self.board(), people.ward_officer()
        seat = self.seat(board, officer, area_id=acts.institution(CAI_KHE).pk)
        acts.applied(acts.act(**DIVISION))
        asked = {one.follower: one for one in Question.objects.all()}
        assert asked["seats"].matter == f"seat:{seat.pk}"
        assert asked["committees"].label == "1 ban điều hành, nhóm thường trực của Phường Cái Khế"
        keys = [asked["seats"].pk, asked["committees"].pk]
        operations.settle(question_ids=keys, target_id=new_unit("40002").pk, reason="Theo địa bàn", by=SYSTEM, at=acts.APPLIED)
        assert Committee.objects.get().institution.code == "40002"
        assert Member.objects.get(valid__contains=AFTER).area.code == "40002"


class TestWorkPlans:
    @pytest.fixture
    def plan(self):
        return plans.load_builtin(by=SYSTEM, at=AT)

    def issued(self, plan, institution, *summaries, by, year=YEAR):
        own = plans.begin_work_plan(plan_id=plan.pk, institution_id=institution.pk, year=year, by=by, at=AT)
        for summary in summaries:
            row = ActivityRow(line=1, summary=summary, clause="II.5", due_on=date(2026, 12, 20))
            plans.write_activity(work_plan_id=own.pk, row=row, by=by, at=AT)
        return plans.issue_work_plan(work_plan_id=own.pk, issued_on=date(YEAR, 1, 9), signer="Nguyễn Văn Khải", by=by, at=AT)

    def holders(self, own):
        return [one.institution.code for one in Activity.objects.filter(work_plan=own).order_by("position")]

    def test_open_activities_go_on_and_the_paper_and_what_is_done_keep_their_name(self, plan, after):
        officer = people.ward_officer()
        own = self.issued(plan, people.ward(), "Mở lớp dạy bơi", "Thăm trẻ mồ côi", by=officer)
        first, second = Activity.objects.filter(work_plan=own).order_by("position")
        plans.report_activity(activity_id=first.pk, declared=Declared.DONE, proof="Báo cáo 5", by=officer, at=AT)
        act = acts.act(**MERGER)
        assert (tally(act, "activities").moved, tally(act, "activities").kept) == (1, 1)
        acts.applied(act)
        own.refresh_from_db()
        assert self.holders(own) == [CAI_KHE, NEW]
        assert (own.institution.code, own.document.issuer) == (CAI_KHE, "Ủy ban nhân dân phường Cái Khế")
        officer = on_day(officer, AFTER)
        browser = people.browser(officer)
        assert "Thăm trẻ mồ côi" in browser.get(reverse("own_plans")).text
        page = browser.get(reverse("own_plan", args=[own.pk])).text
        assert "Phường Cái Khế (nay là Phường Sông Hậu)" in page
        assert "nay Phường Sông Hậu thực hiện" in page
        browser.post(reverse("activity_report", args=[second.pk]), {"muc_do": "started", "ghi_chu": "Đã thăm 12 trẻ."})
        assert queries.activity_reports(second.pk).get().note == "Đã thăm 12 trẻ."
        with pytest.raises(NotAllowed):
            plans.report_activity(activity_id=first.pk, declared=Declared.STARTED, by=people.other_ward_officer(), at=AT)
        undo(act)
        assert self.holders(own) == [CAI_KHE, CAI_KHE]
        assert Activity.objects.get(pk=second.pk).institution_id == new_unit(CAI_KHE, UNDONE_ON).pk

    def test_the_successor_takes_them_into_its_own_plan_as_the_same_activities(self, plan, after):
        officer, other = people.ward_officer(), people.other_ward_officer()
        old = self.issued(plan, people.ward(), "Mở lớp dạy bơi", by=officer)
        self.issued(plan, people.ward(NINH_KIEU), "Lắp rào hồ nước", by=other)
        acts.applied(acts.act(**MERGER))
        officer = on_day(officer, AFTER)
        received = queries.activities_received(new_unit().pk, plan_id=plan.pk, year=YEAR, on=AFTER)
        assert {one.agency for one in received} == {f"Phường {name} (nay là Phường Sông Hậu)" for name in ("Cái Khế", "Ninh Kiều")}
        own = plans.begin_work_plan(plan_id=plan.pk, institution_id=new_unit().pk, year=YEAR, by=officer, at=LATER)
        people.browser(officer).post(reverse("own_plan_take_over", args=[own.pk]))
        assert queries.activities_received(new_unit().pk, plan_id=plan.pk, year=YEAR, on=AFTER) == []
        plans.issue_work_plan(work_plan_id=own.pk, issued_on=AFTER, signer="Lê Thị Mai", by=officer, at=LATER)
        taken = Activity.objects.get(work_plan=own, summary="Mở lớp dạy bơi")
        plans.report_activity(activity_id=taken.pk, declared=Declared.DONE, proof="Báo cáo 9", by=officer, at=LATER)
        assert [one.declared for one in queries.activities(old.pk, on=AFTER)] == [Declared.DONE]
        lines = queries.activities_for(taken.task_id, year=YEAR, on=AFTER)
        assert {(one.summary, one.agency) for one in lines} == {
            ("Mở lớp dạy bơi", "Phường Sông Hậu"), ("Lắp rào hồ nước", "Phường Sông Hậu")
        }  # fmt: skip
        assert queries.activity_counts(plan.pk, year=YEAR) == {taken.task_id: 2}
        with pytest.raises(plans.Locked):
            plans.take_over_activities(work_plan_id=own.pk, by=officer, at=LATER)

    def test_of_a_department_divided_by_fields_each_activity_is_asked_with_its_reason(self, plan):
        self.issued(plan, acts.institution("so-vhttdl"), "Truyền thông, tuyên truyền phòng đuối nước", "Sân chơi", by=SYSTEM)
        acts.applied(acts.act(rows=[("dissolve", "so-vhttdl", "so-gddt", "culture"), ("dissolve", "so-vhttdl", "so-khcn", "press")]))
        asked = list(Question.objects.filter(follower="activities").order_by("id"))
        assert [one.suggested.code if one.suggested else "" for one in asked] == ["so-khcn", ""]
        assert "“truyền thông”" in asked[0].why
        operations.settle(question_ids=[asked[0].pk], target_id=None, reason="Đồng ý.", by=SYSTEM, at=acts.APPLIED)
        assert list(Activity.objects.order_by("position").values_list("institution__code", flat=True)) == ["so-khcn", "so-vhttdl"]

    def test_activities_of_years_gone_by_are_history(self, plan):
        own = self.issued(plan, people.ward(), "Việc năm xưa", by=people.ward_officer(), year=YEAR)
        type(own).objects.filter(pk=own.pk).update(year=YEAR - 2)
        acts.applied(acts.act(**MERGER))
        assert self.holders(own) == [CAI_KHE]


class TestSupervision:
    def test_programmes_drafts_and_opinions_go_on_with_the_successor(self, after):
        front, school = people.front_officer(), people.department_specialist()
        mine = front.main_duty.agency_id
        running, over = (
            outreach.plan_supervision(
                agency_id=mine, title=title, form=SupervisionForm.TEAM, starts_on=SINCE, ends_on=ends, by=front, at=AT
            )
            for title, ends in (("Bể bơi", UNDONE_ON), ("Bữa ăn bán trú", AT.date()))
        )
        waits, answered = (
            outreach.ask_for_criticism(
                draft=draft, drafter_id=school.main_duty.agency_id, critic_id=mine, form=CriticismForm.WRITTEN, opinion_due_on=UNDONE_ON,
                by=school, at=AT,
            )
            for draft in ("Dự thảo đang chờ", "Dự thảo đã xong")
        )  # fmt: skip
        outreach.give_opinion(criticism_id=answered.pk, text="Được.", answer_due_on=UNDONE_ON, by=front, at=AT)
        outreach.explain(criticism_id=answered.pk, stance=Stance.ACCEPTED, text="Tiếp thu.", by=school, at=AT)
        code = institutions.by_id(mine).code
        rows = [("rename", code, f"+{code}"), ("merge", "so-gddt", "so-noi-vu")]
        act = acts.applied(acts.act(rows=rows, new={code: "Mặt trận thành phố"}))
        now = acts.institution(code, on=AFTER).pk
        assert [one.agency_id for one in Programme.objects.order_by("id")] == [now, mine]
        held = [(one.drafter.code, one.critic_id) for one in Criticism.objects.order_by("id")]
        assert held == [("so-noi-vu", now), ("so-gddt", mine)]
        browser = people.browser(on_day(front, AFTER))
        assert "nay là Mặt trận thành phố" in browser.get(reverse("supervision_programme", args=[over.pk])).text
        assert "Trước ngày 01/12/2026 thuộc" in browser.get(reverse("criticism", args=[waits.pk])).text
        outreach.give_opinion(criticism_id=waits.pk, text="Ý kiến.", answer_due_on=UNDONE_ON, by=on_day(front, AFTER), at=LATER)
        undo(act)
        running.refresh_from_db()
        assert running.agency_id == acts.institution(code, on=UNDONE_ON).pk
        assert Criticism.objects.get(pk=waits.pk).drafter_id == acts.institution("so-gddt", on=UNDONE_ON).pk


class TestRegisters:
    def test_the_successor_keeps_the_registers_settles_what_waits_and_numbers_stay(self, after):
        officer, other = people.ward_officer(), people.other_ward_officer()
        facts = Facts(kind="Công văn", title="Cung cấp số liệu", issued_on=date(2026, 11, 20), issuer="Sở Y tế", access="agency")
        entry = papers.receive(institution_id=people.ward().pk, number="9/SYT-DS", facts=facts, arrived_on=AT.date(), by=officer, at=AT)
        for ward, by in ((people.ward(), officer), (people.ward(NINH_KIEU), other)):
            papers.open_dossier(
                institution_id=ward.pk, catalogue_year=YEAR, notation="05.TE", title="Trẻ em", started_on=SINCE, by=by, at=AT
            )
        act = acts.act(**MERGER)
        assert (tally(act, "registers").moved, tally(act, "files").moved) == (1, 2)
        acts.applied(act)
        mine = on_day(officer, AFTER)
        assert documents.waiting_count(new_unit().pk) == 1
        assert "Phường Cái Khế (đến 30/11/2026), 1 chờ phân phối" in people.browser(mine).get(reverse("document_book")).text
        papers.direct(entry_id=entry.pk, words="Làm trước 10/12.", lead="Công chức Văn hóa - Xã hội", by=mine, at=LATER)
        entry.refresh_from_db()
        assert entry.handling == Handling.GIVEN
        assert documents.may_read(mine, entry.document_id)
        browser = people.browser(mine)
        page = browser.get(reverse("document_book"), {"so": "den", "co-quan": people.ward().pk, "nam": YEAR}).text
        assert "Phường Cái Khế (đến 30/11/2026)" in page
        assert "9/SYT-DS" in page
        dossier = Dossier.objects.get(institution=people.ward())
        papers.put_in_dossier(dossier_id=dossier.pk, document_id=entry.document_id, by=mine, at=LATER)
        assert "nhận bàn giao" in browser.get(reverse("dossiers")).text
        assert "Hồ sơ của Phường Cái Khế, nay Phường Sông Hậu giữ" in browser.get(reverse("dossier", args=[dossier.pk])).text
        issued = papers.issue(
            institution_id=new_unit().pk, by=mine, at=LATER,
            facts=Facts(kind="Báo cáo", title="Số liệu", issued_on=AFTER, issuer="Ủy ban nhân dân phường Sông Hậu"),
        )  # fmt: skip
        assert issued.number == "01/BC-UBND"
        assert NumberSeries.objects.get(book=Book.INCOMING).institution.code == CAI_KHE
        undo(act)
        assert {(one.institution.code, one.keeper.code) for one in Dossier.objects.all()} == {(CAI_KHE,) * 2, (NINH_KIEU,) * 2}

    def test_another_ward_still_sees_nothing_of_them(self, after):
        officer, stranger = people.ward_officer(), people.ward_officer(people.ward("31147"))
        papers.open_dossier(
            institution_id=people.ward().pk, catalogue_year=YEAR, notation="05.TE", title="Trẻ em", started_on=SINCE, by=officer, at=AT
        )
        acts.applied(acts.act(**MERGER))
        dossier = Dossier.objects.get()
        assert people.browser(stranger).get(reverse("dossier", args=[dossier.pk])).status_code == 404
        with pytest.raises(NotAllowed):
            papers.close_dossier(dossier_id=dossier.pk, ended_on=AFTER, by=accounts.actor_named(stranger.id, on=AFTER), at=LATER)


class TestReceivers:
    def test_who_gathers_follows_with_the_report_being_written_and_comes_back(self):
        period = reports.period()
        reports.small_city()
        reports.counted()
        lead = people.lead_specialist()
        draft = consolidation.consolidate(period_id=period.pk, by=lead, at=reports.AT)
        act = acts.applied(acts.act(rows=[("merge", "so-y-te", "so-noi-vu")]))
        for on, code in ((AFTER, "so-noi-vu"), (UNDONE_ON, "so-y-te")):
            period.refresh_from_db()
            draft.refresh_from_db()
            assert period.receiver_id == draft.institution_id == acts.institution(code, on=on).pk
            if code == "so-noi-vu":
                undo(act)

    def test_a_year_that_is_closed_keeps_who_closed_it(self):
        period = reports.period()
        lead = acts.institution("so-y-te")
        Report.objects.create(
            period=period, institution=lead, kind=ReportKind.CITY, state=ReportState.ACCEPTED, changed_by="thu", changed_at=reports.AT
        )
        acts.applied(acts.act(rows=[("merge", "so-y-te", "so-noi-vu")]))
        period.refresh_from_db()
        assert period.receiver_id == lead.pk


class TestDissemination:
    def done(self, plan):
        return {institutions.by_id(pk).code for pk in checks.institutions_that_spread(plan.pk, year=YEAR)}

    def record(self, plan, ward):
        plans.record_dissemination(
            plan_id=plan.pk, institution_id=people.ward(ward).pk, on=AT.date(), audience=Audience.FAMILIES, spread=Spread.MEETING,
            reached=40, evidence="Biên bản", by=people.ward_officer(people.ward(ward)), at=AT,
        )  # fmt: skip

    def test_what_several_were_joined_into_has_done_it_when_all_had(self):
        plan = plans.load_builtin(by=SYSTEM, at=AT)
        self.record(plan, CAI_KHE)
        self.record(plan, NINH_KIEU)
        acts.applied(acts.act(**MERGER))
        assert self.done(plan) == {CAI_KHE, NINH_KIEU, NEW}

    def test_of_one_alone_it_has_not(self):
        plan = plans.load_builtin(by=SYSTEM, at=AT)
        self.record(plan, CAI_KHE)
        acts.applied(acts.act(**MERGER))
        assert self.done(plan) == {CAI_KHE}


def test_a_ward_renewed_under_its_code_goes_on_giving_duties_in_the_same_year(after):
    plans.new_task(summary="Việc một", lead_id=people.ward().pk, issuer_id=people.ward().pk, due_words="hằng quý", by=SYSTEM, at=AT)
    acts.applied(acts.act(rows=[("rename", CAI_KHE, f"+{CAI_KHE}")], new={CAI_KHE: "Phường Cái Khế"}))
    renewed = acts.institution(CAI_KHE, on=AFTER)
    again = plans.new_task(summary="Việc hai", lead_id=renewed.pk, issuer_id=renewed.pk, due_words="hằng quý", by=SYSTEM, at=LATER)
    assert again.plan.focal_id == renewed.pk
