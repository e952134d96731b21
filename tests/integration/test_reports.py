"""The yearly report: who owes it, writing, handing in, sending back, accepting, gathering."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.institutions import queries as institutions
from mangnon.plans import queries as plans
from mangnon.reports import operations, queries
from mangnon.reports.models import Reminder, Report, Version
from mangnon.reports.operations import periods, review, writing
from mangnon.reports.records import Typed
from mangnon.reports.render import docx
from mangnon.reports.rules import states
from mangnon.reports.vocabulary import Punctuality, ReportKind, ReportState
from tests.factories import people, reports

pytestmark = pytest.mark.django_db
AT = reports.AT
LATE = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.fixture
def period():
    return reports.period()


@pytest.fixture
def counted(period):
    reports.small_city()
    return reports.counted()


def owed(period, code, *, at=AT):
    return next(row for row in queries.requirements(SYSTEM, period=period, at=at) if row.code == code)


class TestPeriod:
    def test_every_agency_and_the_103_communes_owe(self, period):
        rows = queries.requirements(SYSTEM, period=period, at=AT)
        expected = {institution.pk for institution in institutions.reporting_institutions(on=date(2026, 11, 18))}
        assert {row.institution_id for row in rows} == expected
        assert sum(row.body == "commune" for row in rows) == 103

    def test_its_days_are_those_of_the_plan(self, period):
        assert (period.closing_on, period.due_before) == (date(2026, 11, 15), date(2026, 11, 20))
        assert (period.receiver.name, period.legal_basis) == ("Sở Y tế", "Kế hoạch số 73/KH-UBND, mục V.1")

    def test_opening_it_again_changes_nothing(self, period):
        assert reports.period().pk == period.pk
        assert period.requirements.count() == len(queries.requirements(SYSTEM, period=period, at=AT))

    def test_without_an_adopted_plan_it_is_refused(self):
        with pytest.raises(periods.NoPlan):
            operations.open_period(year=2026, by=SYSTEM, at=AT)

    def test_a_year_that_has_not_begun_is_refused(self, period):
        with pytest.raises(periods.YearAhead, match="Năm 2027 chưa đến"):
            operations.open_period(year=2027, by=SYSTEM, at=AT)

    def test_a_ward_sees_its_own_requirement_only(self, period):
        rows = queries.requirements(people.ward_officer(), period=period, at=AT)
        assert [row.code for row in rows] == [reports.CAI_KHE]

    def test_a_reminder_is_kept(self, period):
        row = owed(period, reports.CAI_KHE)
        operations.remind(requirement_ids=[row.id], by=people.lead_specialist(), at=AT)
        assert (Reminder.objects.count(), owed(period, reports.CAI_KHE).reminders) == (1, 1)


class TestWriting:
    def test_only_the_sections_given_change(self, period):
        ward, officer = people.ward(), people.ward_officer()
        operations.write(period_id=period.pk, institution_id=ward.pk, texts={"I": "Đã ban hành kế hoạch."}, by=officer, at=AT)
        report = operations.write(period_id=period.pk, institution_id=ward.pk, texts={"II.1": "Đã họp."}, by=officer, at=AT)
        assert report.texts == {"I": "Đã ban hành kế hoạch.", "II.1": "Đã họp."}

    def test_another_ward_may_not_write_it(self, period):
        with pytest.raises(NotAllowed):
            operations.write(
                period_id=period.pk, institution_id=people.ward().pk, texts={"I": "x"}, by=people.other_ward_officer(), at=AT
            )  # fmt: skip

    def test_two_writers_notice_each_other(self, period):
        ward = people.ward()
        report = operations.write(period_id=period.pk, institution_id=ward.pk, texts={"I": "a"}, by=SYSTEM, at=AT)
        seen = report.revision
        operations.write(period_id=period.pk, institution_id=ward.pk, texts={"I": "b"}, revision=seen, by=SYSTEM, at=AT)
        with pytest.raises(writing.WrittenMeanwhile):
            operations.write(period_id=period.pk, institution_id=ward.pk, texts={"I": "c"}, revision=seen, by=SYSTEM, at=AT)

    def test_an_unknown_section_is_refused(self, period):
        with pytest.raises(writing.NoSuchSection):
            operations.write(period_id=period.pk, institution_id=people.ward().pk, texts={"XX": "x"}, by=SYSTEM, at=AT)

    def test_a_number_of_ones_own_needs_a_reason(self, period):
        with pytest.raises(writing.NotCountable, match="lý do"):
            operations.write(
                period_id=period.pk, institution_id=people.ward().pk, texts={}, by=SYSTEM, at=AT,
                typed={"children_under_16": Typed("children_under_16", 8, "")},
            )  # fmt: skip


class TestSubmitting:
    def test_empty_sections_are_named(self, period, counted):
        report = operations.write(period_id=period.pk, institution_id=people.ward().pk, texts={"I": "x"}, by=SYSTEM, at=AT)
        with pytest.raises(writing.NotReady, match="mục chưa viết"):
            operations.submit(report_id=report.pk, by=SYSTEM, at=AT)

    def test_figures_are_needed(self, period):
        report = reports.written(period, people.ward())
        with pytest.raises(writing.NotReady, match="tính chỉ tiêu"):
            operations.submit(report_id=report.pk, by=SYSTEM, at=AT)

    def test_it_locks_the_report_and_freezes_words_and_figures(self, period, counted):
        report = reports.submitted(period, people.ward(), by=people.ward_chair())
        before = docx.content(queries.paper_of(report, queries.content_of(report, at=AT)))
        with pytest.raises(writing.NotWritable):
            reports.written(period, people.ward())
        reports.children(reports.child("Quân"), at=datetime(2026, 4, 2, tzinfo=UTC))
        reports.counted(at=LATE)
        assert docx.content(queries.paper_of(report, queries.content_of(report, at=LATE))) == before

    def test_the_plans_duty_to_report_is_done_by_it(self, period, counted):
        """Kế hoạch 73/KH-UBND, mục V.1: handing in is the duty itself, whoever of the unit does it."""
        ward, duty = people.ward(), plans.task_of_clause(period.plan_id, "V.1")
        assert plans.duty(duty.pk, on=date(2026, 11, 18), institution_id=ward.pk).status.declared != "done"
        reports.submitted(period, ward, by=people.ward_chair())
        status = plans.duty(duty.pk, on=date(2026, 11, 18), institution_id=ward.pk).status
        assert (status.declared, status.evidence_words) == ("done", "1/1")

    def test_the_officer_of_another_ward_may_not(self, period, counted):
        report = reports.written(period, people.ward())
        with pytest.raises(NotAllowed):
            operations.submit(report_id=report.pk, by=people.other_ward_officer(), at=AT)

    def test_a_version_cannot_be_changed(self, period, counted):
        report = reports.submitted(period, people.ward())
        with pytest.raises(DatabaseError, match="frozen_version"), transaction.atomic():
            Version.objects.filter(report=report).update(submitted_at=AT - timedelta(days=3))

    def test_lateness_counts_from_the_first_handing_in(self, period, counted):
        report = reports.submitted(period, people.ward(), at=AT)
        operations.return_(report_id=report.pk, comments={"I": "Ghi rõ số văn bản."}, by=SYSTEM, at=LATE)
        operations.submit(report_id=report.pk, by=SYSTEM, at=LATE)
        assert owed(period, reports.CAI_KHE, at=LATE).timeliness.kind is Punctuality.ON_TIME

    def test_handed_in_two_days_late(self, period, counted):
        reports.submitted(period, people.ward(), at=LATE)
        row = owed(period, reports.CAI_KHE, at=LATE)
        assert (row.timeliness.kind, row.timeliness.days) == (Punctuality.LATE, 2)


class TestReview:
    def test_returned_with_remarks_then_handed_in_again(self, period, counted):
        specialist, chair = people.lead_specialist(), people.ward_chair()
        report = reports.submitted(period, people.ward(), by=chair)
        operations.return_(report_id=report.pk, comments={"II.2": "Thiếu số lượt truyền thông."}, by=specialist, at=AT)
        report = queries.report(chair, report.pk)
        assert (report.state, queries.comments(report)) == (ReportState.RETURNED, {"II.2": ["Thiếu số lượt truyền thông."]})
        reports.written(period, people.ward(), by=chair, II_2="12 buổi truyền thông.")
        operations.submit(report_id=report.pk, by=chair, at=AT)
        operations.accept(report_id=report.pk, by=specialist, at=AT)
        report = queries.report(chair, report.pk)
        assert (report.state, [version.ordinal for version in queries.versions(report)]) == (ReportState.ACCEPTED, [2, 1])

    def test_a_return_says_why(self, period, counted):
        report = reports.submitted(period, people.ward())
        with pytest.raises(review.NothingSaid):
            operations.return_(report_id=report.pk, comments={"I": " "}, by=SYSTEM, at=AT)

    def test_a_draft_cannot_be_accepted(self, period, counted):
        report = reports.written(period, people.ward())
        with pytest.raises(writing.WrongStep):
            operations.accept(report_id=report.pk, by=SYSTEM, at=AT)

    def test_a_ward_does_not_review(self, period, counted):
        report = reports.submitted(period, people.ward())
        with pytest.raises(NotAllowed):
            operations.accept(report_id=report.pk, by=people.ward_chair(), at=AT)

    def test_who_may_read(self, period, counted):
        report = reports.submitted(period, people.ward())
        assert queries.report(people.ward_officer(), report.pk).pk == report.pk
        assert queries.report(people.lead_specialist(), report.pk).pk == report.pk
        for stranger in (people.other_ward_officer(), people.city_leader(), people.department_specialist()):
            with pytest.raises(NotAllowed):
                queries.report(stranger, report.pk)


class TestGathering:
    def test_difficulties_are_brought_together_and_units_named(self, period, counted):
        for code in (reports.CAI_KHE, reports.NINH_KIEU):
            reports.submitted(period, people.ward(code), khó_khăn="- Thiếu người làm công tác trẻ em;\n- Chưa có điểm bơi.")
        city = operations.consolidate(period_id=period.pk, by=people.lead_specialist(), at=AT)
        section = next(s for s in queries.content_of(city, at=AT).sections if s.code == "khó khăn")
        assert {cluster.text: len(cluster.units) for cluster in section.clusters} == {
            "Thiếu người làm công tác trẻ em": 2, "Chưa có điểm bơi": 2,
        }  # fmt: skip

    def test_departments_are_taken_and_communes_wait_to_be_chosen(self, period, counted):
        department = institutions.by_code("so-gddt", on=date(2026, 11, 18), kind="agency")
        reports.submitted(period, department)
        reports.submitted(period, people.ward())
        city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=AT)
        chosen = {row.institution.code: row.chosen for row in queries.contributions(city, section="II.1")}
        assert chosen == {"so-gddt": True, reports.CAI_KHE: False}

    def test_what_the_specialist_edited_stays_when_a_late_unit_comes(self, period, counted):
        reports.submitted(period, people.ward(), II_3="Bản đầu.")
        city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=AT)
        row = queries.contributions(city, section="II.3").get()
        operations.choose(contribution_id=row.pk, chosen=True, text="Bản đã sửa.", by=SYSTEM, at=AT)
        reports.submitted(period, people.ward(reports.NINH_KIEU), at=LATE, II_3="Đến muộn.")
        city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=LATE)
        rows = {r.institution.code: (r.chosen, r.text) for r in queries.contributions(city, section="II.3")}
        assert rows == {reports.CAI_KHE: (True, "Bản đã sửa."), reports.NINH_KIEU: (False, "Đến muộn.")}

    def test_a_newer_version_is_marked_not_written_over(self, period, counted):
        report = reports.submitted(period, people.ward(), II_3="Bản đầu.")
        city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=AT)
        row = queries.contributions(city, section="II.3").get()
        operations.choose(contribution_id=row.pk, chosen=True, text="Bản đã sửa.", by=SYSTEM, at=AT)
        operations.return_(report_id=report.pk, comments={"II.3": "Thiếu số."}, by=SYSTEM, at=AT)
        reports.submitted(period, people.ward(), II_3="Bản hai.")
        operations.consolidate(period_id=period.pk, by=SYSTEM, at=AT)
        row = queries.contributions(city, section="II.3").get()
        assert (row.text, row.original, row.outdated) == ("Bản đã sửa.", "Bản hai.", True)

    def test_gathering_again_gives_the_same_bytes(self, period, counted):
        reports.submitted(period, people.ward())
        papers = []
        for _ in range(2):
            city = operations.consolidate(period_id=period.pk, by=SYSTEM, at=AT)
            papers.append(docx.content(queries.paper_of(city, queries.content_of(city, at=AT))))
        assert papers[0] == papers[1]

    def test_the_citys_report_is_handed_in_by_the_head_of_the_lead_agency(self, period, counted):
        city = operations.consolidate(period_id=period.pk, by=people.lead_specialist(), at=AT)
        with pytest.raises(NotAllowed):
            operations.submit(report_id=city.pk, by=people.lead_specialist(), at=AT)
        operations.submit(report_id=city.pk, by=people.lead_head(), at=AT)
        assert Report.objects.get(kind=ReportKind.CITY).state == ReportState.SUBMITTED

    def test_a_number_a_unit_counted_otherwise_is_shown(self, period, counted):
        operations.write(
            period_id=period.pk, institution_id=people.ward().pk, texts={}, by=SYSTEM, at=AT,
            typed={"children_under_16": Typed("children_under_16", 9, "Hai trẻ mới chuyển đến.")},
        )  # fmt: skip
        (difference,) = queries.differences(people.lead_specialist(), period=period)
        assert (difference.unit_code, difference.typed, difference.computed) == (reports.CAI_KHE, 9, 7)


def test_the_summary_adds_up(period, counted):
    reports.submitted(period, people.ward())
    reports.submitted(period, people.ward(reports.NINH_KIEU), at=LATE)
    summary = states.summary(queries.requirements(SYSTEM, period=period, at=LATE))
    assert (summary.on_time, summary.late, summary.missing) == (1, 1, summary.total - 2)
