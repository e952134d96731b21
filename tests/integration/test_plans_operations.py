"""Reading, correcting, adopting, giving duties to people, reporting: who may, what is refused, what stays."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.plans import operations, queries
from mangnon.plans.vocabulary import Declared
from tests.factories import people
from tests.unit.plans.reader import FOLDER

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture
def lead(db):
    return people.lead_specialist()


@pytest.fixture
def draft(lead):
    name = "phan-thu.txt"
    return operations.read(content=(FOLDER / name).read_bytes(), name=name, by=lead, at=AT)


@pytest.fixture
def plan(db):
    return operations.load_builtin(by=SYSTEM, at=AT)


def duty(plan, address, **facts):
    return next(one for one in queries.duties(plan.pk, on=TODAY, **facts) if one.address == address)


def agency(code):
    return institutions.by_code(code, on=TODAY, kind=Kind.AGENCY)


class TestReading:
    def test_a_file_is_kept_and_its_reading_waits_for_a_person(self, draft):
        assert (draft.state, draft.document.number) == ("draft", "45/2026/ĐA-UBND")
        assert bytes(draft.document.file.content) == (FOLDER / "phan-thu.txt").read_bytes()
        assert queries.current_plan() is None

    def test_the_same_paper_is_not_read_twice(self, draft, lead):
        with pytest.raises(operations.AlreadyRead, match="45/2026/ĐA-UBND"):
            operations.read(content=(FOLDER / "phan-thu.txt").read_bytes(), name="lan-hai.txt", by=lead, at=AT)

    @pytest.mark.parametrize("somebody", [people.ward_officer, people.department_specialist, people.city_leader])
    def test_only_the_lead_agency_reads_plans(self, db, somebody):
        with pytest.raises(NotAllowed):
            operations.read(content=b"x", name="a.txt", by=somebody(), at=AT)

    def test_in_an_agency_s_own_plan_its_divisions_are_the_agency(self, lead):
        name = "so-y-te.txt"
        plan = operations.read(content=(FOLDER / name).read_bytes(), name=name, by=lead, at=AT)
        one = duty(plan, "IV.1")
        assert (one.lead_words, one.live.name) == ("Phòng Dân số - Xã hội", "Sở Y tế")


class TestCorrecting:
    def test_a_clause_is_put_right_and_the_reading_stays(self, draft, lead):
        clause = next(one for one in queries.clause_tree(draft.pk) if one.address == "PII.I.1")
        operations.correct_clause(clause_id=clause.pk, title="", text="Đến năm 2028, 75% trẻ em biết bơi.", by=lead, at=AT)
        again = queries.clause(clause.pk)
        assert again.text == "Đến năm 2028, 75% trẻ em biết bơi."
        assert again.read_text.startswith("Đến năm 2028, 70%")
        assert again.corrected_by == lead.id

    def test_an_adopted_text_is_closed(self, plan, lead):
        clause = queries.clause_tree(plan.pk)[0]
        with pytest.raises(operations.PlanRuns):
            operations.correct_clause(clause_id=clause.pk, title="KHÁC", text="", by=lead, at=AT)

    def test_a_duty_is_put_right(self, draft, lead):
        one = duty(draft, "PII.II.2+1")
        operations.correct_task(
            task_id=one.task_id,
            summary="Rào ao, hồ",
            lead_words="Sở Xây dựng, không có",
            coordinating=[],
            due_words="",
            shared=True,
            by=lead,
            at=AT,
        )
        operations.correct_task(
            task_id=one.task_id, summary="Rào ao, hồ", lead_words="Sở Nội vụ", coordinating=["Công an thành phố", " "],
            due_words="trước ngày 30/6/2027", by=lead, at=AT,
        )  # fmt: skip
        again = duty(draft, "PII.II.2+1")
        assert (again.live.name, again.status.due) == ("Sở Nội vụ", date(2027, 6, 29))
        assert [agency.words for agency in again.coordinating] == ["Công an thành phố"]

    def test_a_lead_nobody_knows_is_refused(self, draft, lead):
        one = duty(draft, "PII.II.2+1")
        with pytest.raises(operations.UnknownAgency, match="Sở Không Có"):
            operations.correct_task(
                task_id=one.task_id, summary="Rào ao", lead_words="Sở Không Có", coordinating=[], due_words="", by=lead, at=AT
            )

    def test_a_deadline_that_names_no_day_is_refused(self, draft, lead):
        one = duty(draft, "PII.II.2+1")
        with pytest.raises(operations.NoDeadline, match="sớm"):
            operations.correct_task(
                task_id=one.task_id, summary="Rào ao", lead_words="Sở Nội vụ", coordinating=[], due_words="sớm", by=lead, at=AT
            )

    def test_a_duty_is_added_and_removed_with_its_reason(self, draft, lead):
        clause = next(one for one in queries.clause_tree(draft.pk) if one.address == "PII.I.1")
        task = operations.add_task(
            clause_id=clause.pk, summary="Dạy bơi cho 70% trẻ em", lead_words="Sở Y tế", coordinating=[], due_words="đến năm 2028",
            by=lead, at=AT,
        )  # fmt: skip
        assert "PII.I.1" in {one.address for one in queries.duties(draft.pk, on=TODAY)}
        with pytest.raises(operations.NoReason):
            operations.remove_task(task_id=task.pk, reason=" ", by=lead, at=AT)
        operations.remove_task(task_id=task.pk, reason="Đã có ở PII.II.1.a.", by=lead, at=AT)
        assert "PII.I.1" not in {one.address for one in queries.duties(draft.pk, on=TODAY)}


class TestAdopting:
    def test_every_duty_needs_its_lead(self, draft, lead):
        with pytest.raises(operations.NoLead, match=r"2 nhiệm vụ chưa có cơ quan chủ trì: PII.II.2\+1, PII.II.2\+2"):
            operations.adopt(plan_id=draft.pk, by=lead, at=AT)

    def test_once_complete_it_runs_and_is_adopted_once(self, draft, lead):
        for address in ("PII.II.2+1", "PII.II.2+2"):
            operations.remove_task(task_id=duty(draft, address).task_id, reason="Việc của hộ gia đình.", by=lead, at=AT)
        assert operations.adopt(plan_id=draft.pk, by=lead, at=AT).state == "adopted"
        with pytest.raises(operations.AlreadyAdopted):
            operations.adopt(plan_id=draft.pk, by=lead, at=AT)

    def test_others_may_not(self, draft):
        with pytest.raises(NotAllowed):
            operations.adopt(plan_id=draft.pk, by=people.department_specialist(), at=AT)


class TestAssigning:
    def test_an_agency_names_its_own_person(self, plan):
        officer = people.department_specialist("Sở Giáo dục và Đào tạo")
        one = duty(plan, "IV.2.b")
        operations.assign(task_id=one.task_id, institution_id=agency("so-gddt").pk, username=officer.id, by=officer, at=AT)
        assert duty(plan, "IV.2.b").person == officer.label
        assert duty(plan, "IV.2.b").without_person == 0
        event = audit.history_of(kind="task", id=str(one.task_id)).first()
        assert (event.act, event.subject_label) == ("task_assigned", "Nhiệm vụ IV.2.b của kế hoạch số 73/KH-UBND")

    def test_another_agency_may_not(self, plan):
        stranger = people.department_specialist("Sở Nội vụ")
        with pytest.raises(NotAllowed):
            operations.assign(
                task_id=duty(plan, "IV.2.b").task_id, institution_id=agency("so-gddt").pk, username=stranger.id, by=stranger, at=AT
            )

    def test_the_lead_may_but_only_somebody_of_that_agency(self, plan, lead):
        with pytest.raises(operations.NotInAgency):
            operations.assign(task_id=duty(plan, "IV.2.b").task_id, institution_id=agency("so-gddt").pk, username=lead.id, by=lead, at=AT)

    def test_an_agency_that_does_not_answer_today_is_refused(self, plan, lead):
        old = institutions.by_code("so-ldtbxh", on=date(2024, 4, 4), kind=Kind.AGENCY)
        with pytest.raises(operations.NotTheAgency):
            operations.assign(task_id=duty(plan, "IV.1.b").task_id, institution_id=old.pk, username=lead.id, by=lead, at=AT)

    def test_one_person_at_a_time_and_the_earlier_one_is_kept(self, plan, lead):
        other = people.lead_head()
        one, institution = duty(plan, "IV.1.a-3"), agency("so-y-te").pk
        operations.assign(task_id=one.task_id, institution_id=institution, username=lead.id, by=lead, at=AT)
        operations.assign(task_id=one.task_id, institution_id=institution, username=other.id, by=lead, at=AT + timedelta(days=9))
        spans = [(row.user.username, row.valid.lower, row.valid.upper) for row in queries.assignments_of(one.task_id)]
        assert set(spans) == {(lead.id, TODAY, date(2026, 12, 2)), (other.id, date(2026, 12, 2), None)}
        assert queries.responsible(one.task_id, institution, on=TODAY).username == lead.id

    def test_of_a_shared_duty_every_agency_has_its_own_person(self, plan):
        chair = people.ward_chair()
        ward = people.ward()
        one = duty(plan, "V.1")
        operations.assign(task_id=one.task_id, institution_id=ward.pk, username=chair.id, by=chair, at=AT)
        assert duty(plan, "V.1", institution_id=ward.pk).person == chair.label
        assert duty(plan, "V.1").without_person == 113
        assert [named.address for named in queries.in_the_name_of(chair.id, on=TODAY)] == ["V.1"]


class TestProgress:
    def test_three_statuses_stay_three(self, plan, lead):
        one, institution = duty(plan, "IV.1.b"), agency("so-y-te").pk
        operations.report_progress(task_id=one.task_id, institution_id=institution, declared=Declared.DONE, by=lead, at=AT)
        status = duty(plan, "IV.1.b").status
        assert (status.declared_words, status.evidence_words, status.calendar_words) == ("hoàn thành", "chưa có", "đúng hạn")
        assert duty(plan, "IV.1.b").bucket == "declared"
        operations.report_progress(
            task_id=one.task_id, institution_id=institution, declared=Declared.DONE, proofs=["Báo cáo 5/BC-SYT"],
            files=[("bien-ban.txt", b"Bien ban kiem tra", "text/plain")], by=lead, at=AT,
        )  # fmt: skip
        assert duty(plan, "IV.1.b").bucket == "proved"
        assert [piece.words for piece in queries.progress_of(one.task_id)[0].evidence.all()] == ["Báo cáo 5/BC-SYT", "bien-ban.txt"]

    def test_a_new_year_starts_from_nothing(self, plan, lead):
        one, institution = duty(plan, "IV.1.b"), agency("so-y-te").pk
        operations.report_progress(task_id=one.task_id, institution_id=institution, declared=Declared.DONE, by=lead, at=AT)
        later = next(row for row in queries.duties(plan.pk, on=date(2027, 2, 1)) if row.address == "IV.1.b")
        assert (later.status.declared, later.status.due) == ("nothing", date(2027, 12, 31))

    def test_each_commune_reports_its_part(self, plan):
        officer = people.ward_officer()
        ward = people.ward()
        one = duty(plan, "V.1")
        operations.report_progress(task_id=one.task_id, institution_id=ward.pk, declared=Declared.DONE, by=officer, at=AT)
        assert duty(plan, "V.1").status.declared_words == "1/114 đơn vị xong"
        assert duty(plan, "V.1").bucket == "late"
        assert duty(plan, "V.1", institution_id=ward.pk).status.calendar_words == "xong muộn 4 ngày"
        members = queries.members_of(one.task_id, on=TODAY)
        assert sum(member.status.declared == "done" for member in members) == 1

    def test_another_ward_may_not_report_for_this_one(self, plan):
        with pytest.raises(NotAllowed):
            operations.report_progress(
                task_id=duty(plan, "V.1").task_id, institution_id=people.ward().pk, declared=Declared.DONE,
                by=people.other_ward_officer(), at=AT,
            )  # fmt: skip

    def test_the_report_of_the_agency_before_counts_after_the_succession(self, plan):
        old = institutions.by_code("so-ldtbxh", on=date(2024, 4, 4), kind=Kind.AGENCY)
        one = duty(plan, "cuối")
        operations.report_progress(
            task_id=one.task_id, institution_id=old.pk, declared=Declared.STARTED, percent=30,
            by=SYSTEM, at=datetime(2024, 9, 2, tzinfo=UTC),
        )  # fmt: skip
        assert duty(plan, "cuối").status.declared_words == "đang làm 30%"

    def test_a_percent_beyond_a_hundred_is_refused(self, plan, lead):
        with pytest.raises(operations.NothingSaid, match="101%"):
            operations.report_progress(
                task_id=duty(plan, "IV.1.b").task_id, institution_id=agency("so-y-te").pk, declared=Declared.STARTED, percent=101,
                by=lead, at=AT,
            )  # fmt: skip
