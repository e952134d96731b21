"""Plan 73 in the database: agencies of its day, who answers before and after the successions of 2025."""

from datetime import UTC, date, datetime

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.institutions import operations as institution_operations
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.plans import operations, queries

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY, ON_PAPER = date(2026, 11, 23), date(2024, 4, 4)


@pytest.fixture
def plan(db):
    return operations.load_builtin(by=SYSTEM, at=AT)


def duties(plan, *, on, **facts):
    return {one.address: one for one in queries.duties(plan.pk, on=on, **facts)}


def agency(code, *, on=TODAY):
    return institutions.by_code(code, on=on, kind=Kind.AGENCY)


def test_the_builtin_plan_is_adopted_once(plan):
    assert (plan.state, plan.document.number, plan.horizon) == ("adopted", "73/KH-UBND", date(2035, 12, 31))
    assert operations.load_builtin(by=SYSTEM, at=AT).pk == plan.pk == queries.current_plan().pk
    assert len(queries.clause_tree(plan.pk)) == 89
    assert [cited.number for cited in queries.citations(plan.pk)] == ["276-KH/TU", "28-CT/TW", "21/KH-UBND"]


def test_reading_and_adopting_leave_their_trace(plan):
    acts = list(audit.history_of(kind="plan", id=str(plan.pk)).values_list("act", flat=True))
    assert acts == ["plan_adopted", "plan_read"]


@pytest.mark.parametrize(
    ("address", "printed", "then", "now"),
    [
        ("IV.1.a-3", "Sở Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", "Sở Y tế"),
        ("V.2", "Sở Lao động - Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", "Sở Y tế"),
        ("IV.7", "Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("IV.2.b", "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"),
    ],
)
def test_the_paper_keeps_its_words_and_the_duty_follows_the_succession(plan, address, printed, then, now):
    before, after = duties(plan, on=ON_PAPER)[address], duties(plan, on=TODAY)[address]
    assert before.lead_words == after.lead_words == printed
    assert (before.live.name, after.live.name) == (then, now)
    assert after.live.changed == (printed != now)


@pytest.mark.parametrize(("day", "name"), [(date(2025, 2, 28), "Sở Lao động - Thương binh và Xã hội"), (date(2025, 3, 1), "Sở Y tế")])
def test_the_duty_passes_on_the_very_day(plan, day, name):
    assert duties(plan, on=day)["IV.1.b"].live.name == name


def test_a_split_waits_for_a_person_and_is_not_guessed(plan):
    waiting = [one for one in queries.duties(plan.pk, on=TODAY) if one.live.needs_decision]
    assert [one.address for one in waiting] == ["IV.4.a", "IV.4.b", "IV.4.c", "IV.4.d"]
    assert all(one.live.institution_id is None and not one.members for one in waiting)
    names = {name for _pk, name in waiting[0].live.candidates}
    assert names == {"Công an thành phố Cần Thơ", "Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"}


def test_a_decision_about_one_duty_answers_that_duty_alone(plan):
    task = queries.task(duties(plan, on=TODAY)["IV.4.c"].task_id)
    live = duties(plan, on=TODAY)["IV.4.c"].live
    chosen = next(pk for pk, name in live.candidates if name == "Sở Văn hóa, Thể thao và Du lịch")
    institution_operations.decide_succession(
        source_id=task.lead_id,
        target_id=chosen,
        reason="Quản lý báo chí chuyển về sở này.",
        by=SYSTEM,
        at=AT,
        matter=queries.matter_of(task),
    )
    found = duties(plan, on=TODAY)
    assert found["IV.4.c"].live.name == "Sở Văn hóa, Thể thao và Du lịch"
    assert found["IV.4.d"].live.needs_decision


def test_a_field_written_down_answers_too(plan):
    one = duties(plan, on=TODAY)["IV.4.d"]
    operations.correct_task(
        task_id=one.task_id,
        summary=one.summary,
        lead_words=one.lead_words,
        coordinating=[],
        due_words="",
        function="press",
        by=SYSTEM,
        at=AT,
    )
    assert duties(plan, on=TODAY)["IV.4.d"].live.name == "Sở Văn hóa, Thể thao và Du lịch"


def test_a_shared_duty_has_one_gatherer_and_every_agency_of_its_groups(plan):
    before, after = duties(plan, on=ON_PAPER)["V.1"], duties(plan, on=TODAY)["V.1"]
    assert after.shared
    assert after.live.name == "Sở Y tế"
    communes = {unit.pk for unit in institutions.communes(on=TODAY)}
    assert len(communes) == 103
    assert communes <= after.members
    assert agency("so-gddt").pk in after.members
    assert not communes & before.members


def test_co_ordinating_agencies_say_what_they_are_now(plan):
    one = duties(plan, on=TODAY)["IV.6"]
    assert [(agency.words, agency.now) for agency in one.coordinating] == [("Sở Lao động - Thương binh và Xã hội", "Sở Y tế")]
    check = duties(plan, on=TODAY)["IV.1.b"].coordinating
    assert [(agency.words, agency.now) for agency in check] == [("Ban Tuyên giáo Thành ủy", "Ban Tuyên giáo và Dân vận Thành ủy")]


def test_the_yearly_report_is_late_from_20_november(plan):
    assert duties(plan, on=date(2026, 11, 19))["V.1"].status.calendar_words == "hết hạn hôm nay"
    assert "V.1" not in {one.address for one in queries.overdue(on=date(2026, 11, 19))}
    assert [one.address for one in queries.overdue(on=date(2026, 11, 20))] == ["V.1"]
    assert duties(plan, on=TODAY)["V.1"].status.calendar_words == "quá 4 ngày"
    assert duties(plan, on=date(2027, 1, 4))["V.1"].status.due == date(2027, 11, 19)


def test_tasks_of_an_agency_and_of_a_commune(plan):
    lead = [one.address for one in queries.tasks_of(agency("so-y-te").pk, on=TODAY) if not one.shared]
    assert {"IV.1.a-3", "IV.3.a", "V.2", "cuối"} <= set(lead)
    commune = queries.tasks_of(institutions.by_code("31120", on=TODAY).pk, on=TODAY)
    assert {"V.1", "II.6.d", "IV.9.a"} <= {one.address for one in commune}
    assert all(one.shared for one in commune)


def test_sections_of_the_yearly_report_come_from_the_plan(plan):
    sections = queries.sections(plan.pk)
    assert [section.code for section in sections] == [
        "I", "II.1", "II.2", "II.3", "II.4", "II.5", "II.6", "II.7", "III", "khó khăn", "kiến nghị", "phương hướng",
    ]  # fmt: skip


def test_the_bar_counts_every_duty_once(plan):
    found = queries.duties(plan.pk, on=TODAY)
    counts = queries.status_counts(found)
    assert sum(counts.values()) == len(found) == 62
    assert counts["late"] == 1


def test_walking_up_the_clause_tree_asks_nothing(plan, django_assert_num_queries):
    clauses = queries.clause_tree(plan.pk)
    with django_assert_num_queries(0):
        assert next(clause.parent.parent.parent.address for clause in clauses if clause.address == "IV.1.a-3") == "IV"


def test_reading_all_duties_takes_few_queries(plan, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        assert len(queries.duties(plan.pk, on=TODAY)) == 62
