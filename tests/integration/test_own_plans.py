"""Own work plans, parts of duties, links between clauses: written, issued, amended, traced both ways; three people."""

from datetime import date

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.documents import queries as documents
from mangnon.lib import tables
from mangnon.plans import operations, queries
from mangnon.plans.formats import work_table
from mangnon.plans.records import ActivityRow
from mangnon.plans.vocabulary import Calendar, Declared, WorkPlanState
from tests.factories import people
from tests.factories.people import AT, TODAY
from tests.unit.plans.reader import FOLDER

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def plan():
    return operations.load_builtin(by=SYSTEM, at=AT)


@pytest.fixture
def officer():
    return people.ward_officer()


def ward():
    return people.ward().pk


def row(**changes):
    return ActivityRow(**({"line": 1, "summary": "Mở lớp dạy bơi", "clause": "II.5", "due_on": date(2026, 6, 30)} | changes))


def begun(plan, by, **changes):
    return operations.begin_work_plan(**({"plan_id": plan.pk, "institution_id": ward(), "year": YEAR, "by": by, "at": AT} | changes))


def issued(plan, by, *rows, on=date(2026, 1, 9), **changes):
    own = begun(plan, by, **changes)
    for one in rows or (row(),):
        operations.write_activity(work_plan_id=own.pk, row=one, by=by, at=AT)
    return operations.issue_work_plan(work_plan_id=own.pk, issued_on=on, signer="Nguyễn Văn Khải", by=by, at=AT)


def sheet(*rows):
    return tables.write_workbook([tables.SheetLayout("KH", work_table.COLUMNS, rows)], created=AT)


def test_a_wards_plan_is_issued_under_its_number_and_carries_out_the_citys(plan, officer):
    own = issued(plan, officer)
    assert (own.state, own.document.number) == (WorkPlanState.ISSUED, "01/KH-UBND")
    line, _below = documents.cascade(own.document_id)
    assert [one.name for one in line] == ["Chỉ thị 28-CT/TW", "Kế hoạch 276-KH/TU", "Kế hoạch 73/KH-UBND"]
    activity = queries.activities(own.pk, on=TODAY)[0]
    assert (activity.address, activity.calendar) == ("II.5", Calendar.LATE)
    duty = next(one for one in queries.duties(plan.pk, on=TODAY) if one.address == "II.5")
    assert activity.task_id == duty.task_id
    assert [one.agency for one in queries.activities_for(duty.task_id, year=YEAR, on=TODAY)] == ["Phường Cái Khế"]
    assert queries.activity_counts(plan.pk, year=YEAR) == {duty.task_id: 1}


def test_only_the_agency_writes_its_own_plan(plan, officer):
    own = begun(plan, officer)
    for other in (people.other_ward_officer(), people.lead_specialist()):
        with pytest.raises(NotAllowed):
            operations.write_activity(work_plan_id=own.pk, row=row(), by=other, at=AT)
    with pytest.raises(operations.NotAnOwnPlan, match="đã có kế hoạch công tác năm 2026"):
        begun(plan, officer)
    with pytest.raises(operations.BadActivity, match="chưa có hoạt động nào"):
        operations.issue_work_plan(work_plan_id=own.pk, issued_on=date(2026, 1, 9), signer="", by=officer, at=AT)


def test_an_issued_plan_is_kept_and_a_later_version_amends_it(plan, officer):
    first = issued(plan, officer)
    with pytest.raises(operations.Locked):
        operations.write_activity(work_plan_id=first.pk, row=row(), by=officer, at=AT)
    done = queries.activities(first.pk, on=TODAY)[0]
    operations.report_activity(activity_id=done.id, declared=Declared.DONE, proof="Báo cáo 12/BC-UBND", by=officer, at=AT)
    second = operations.amend_work_plan(work_plan_id=first.pk, by=officer, at=AT)
    assert second.version == 2
    assert queries.own_plans(plan, year=YEAR, on=TODAY)[0].state in ("", WorkPlanState.ISSUED)
    operations.write_activity(work_plan_id=second.pk, row=row(summary="Thăm trẻ dịp Tết", clause="II.4.c"), by=officer, at=AT)
    operations.issue_work_plan(work_plan_id=second.pk, issued_on=date(2026, 3, 2), signer="", by=officer, at=AT)
    kept = queries.work_plan(first.pk)
    assert (kept.state, kept.document.number, kept.activities.count()) == (WorkPlanState.SUPERSEDED, "01/KH-UBND", 1)
    lines = queries.activities(second.pk, on=TODAY)
    assert [(one.summary, one.declared_words) for one in lines] == [("Mở lớp dạy bơi", "hoàn thành"), ("Thăm trẻ dịp Tết", "chưa báo")]
    amended = [one for one in documents.linked(queries.work_plan(second.pk).document_id)[0] if one.kind == "amends"]
    assert [one.name for one in amended] == ["Kế hoạch 01/KH-UBND"]
    mine = next(one for one in queries.own_plans(plan, year=YEAR, on=TODAY) if one.code == "31120")
    assert (mine.state, mine.activities, mine.done) == (WorkPlanState.ISSUED, 2, 1)


def test_last_years_plan_is_copied_with_its_days_moved(plan, officer):
    issued(plan, officer, row(starts_on=date(2025, 2, 3), due_on=date(2025, 6, 30)), on=date(2025, 1, 9), year=2025)
    before = queries.work_plans_of(plan.pk, ward()).get(year=2025)
    own = begun(plan, officer, copy_from=before.pk)
    copied = queries.activities(own.pk, on=TODAY)[0]
    assert (copied.starts_on, copied.due_on, copied.declared) == (date(2026, 2, 3), date(2026, 6, 30), Declared.NOTHING)
    with pytest.raises(Exception, match="matching query does not exist"):
        operations.begin_work_plan(
            plan_id=plan.pk, institution_id=people.ward("31135").pk, year=YEAR, copy_from=before.pk, by=people.other_ward_officer(), at=AT
        )


def test_a_table_is_taken_whole_or_not_at_all(plan, officer):
    own = begun(plan, officer)
    operations.write_activity(work_plan_id=own.pk, row=row(), by=officer, at=AT)
    bad = sheet(("1", "Thăm trẻ", "XX.9", "", "", "", "", "", ""), ("2", "", "II.5", "", "", "", "", "", ""))
    with pytest.raises(operations.BadTable, match="2 ô cần sửa") as refused:
        operations.import_activities(work_plan_id=own.pk, content=bad, name="x.xlsx", by=officer, at=AT)
    assert [str(one)[:9] for one in refused.value.problems] == ["Dòng 2, c", "Dòng 3, c"]
    assert len(queries.activities(own.pk, on=TODAY)) == 1
    good = sheet(
        ("1", "Thăm trẻ", "iv.9.A", "Phòng VH-XH", "lâm ngọc thu", "", "quý II năm 2026", "Báo cáo", "10 triệu đồng"),
        ("2", "Cập nhật sổ", "II.6.d", "", "Người ngoài cơ quan", "", "", "", ""),
    )
    assert operations.import_activities(work_plan_id=own.pk, content=good, name="x.xlsx", by=officer, at=AT) == 2
    first, second = queries.activities(own.pk, on=TODAY)
    assert (first.address, first.person, first.due_on, first.due_words) == ("IV.9.a", "Lâm Ngọc Thu", date(2026, 6, 30), "quý II năm 2026")
    assert second.person == "Người ngoài cơ quan"


def test_an_activity_is_done_only_with_proof_by_who_may_say_so(plan, officer):
    own = issued(plan, officer)
    activity = queries.activities(own.pk, on=TODAY)[0]
    with pytest.raises(operations.NotInForce, match="minh chứng"):
        operations.report_activity(activity_id=activity.id, declared=Declared.DONE, by=officer, at=AT)
    with pytest.raises(NotAllowed):
        operations.report_activity(
            activity_id=activity.id, declared=Declared.STARTED, by=people.other_ward_officer(), at=AT
        )  # fmt: skip
    operations.report_activity(
        activity_id=activity.id, declared=Declared.DONE, file=("anh.pdf", b"%PDF", "application/pdf"), by=officer, at=AT
    )
    told = queries.activities(own.pk, on=TODAY)[0]
    assert (told.declared, told.proof, told.calendar_words) == (Declared.DONE, "anh.pdf", "xong muộn 146 ngày")


def test_who_has_no_plan_is_listed_counted_and_reminded(plan, officer):
    before = queries.missing(queries.own_plans(plan, year=YEAR, on=TODAY))
    assert len([one for one in before if one.is_commune]) == 103
    assert "Ủy ban nhân dân thành phố Cần Thơ" not in {one.name for one in before}
    issued(plan, officer)
    rest = queries.missing(queries.own_plans(plan, year=YEAR, on=TODAY))
    assert len(before) - len(rest) == 1
    other = people.ward("31135").pk
    with pytest.raises(NotAllowed):
        operations.remind_work_plans(plan_id=plan.pk, year=YEAR, institution_ids=[other], by=officer, at=AT)
    sent = operations.remind_work_plans(
        plan_id=plan.pk, year=YEAR, institution_ids=[other, ward(), other], by=people.lead_specialist(), at=AT
    )  # fmt: skip
    assert sent == 1
    assert queries.owes_work_plan(other, plan=plan, year=YEAR, on=TODAY) == (True, TODAY)
    assert queries.owes_work_plan(ward(), plan=plan, year=YEAR, on=TODAY) == (False, None)


def test_the_gaps_of_plan_73(plan, officer):
    board = queries.board([plan], on=TODAY)
    lacks = queries.gaps(plan, board, year=YEAR)
    assert [one.address for one in lacks.clauses] == ["III.1"]
    assert len(lacks.agencies) > 110
    assert len(lacks.without_person) > 50
    counts = queries.gap_counts(plan, board, year=YEAR)
    assert (counts["dieu-khoan"], counts["don-vi"]) == (1, len(lacks.agencies))
    assert (counts["nguoi"], counts["han"], counts["chu-tri"]) == (
        len(lacks.without_person), len(lacks.without_deadline), len(lacks.without_lead),
    )  # fmt: skip
    assert {one.address for one in lacks.without_deadline} >= {"II.1.a", "IV.6"}
    with pytest.raises(NotAllowed):
        operations.waive_clause(clause_id=lacks.clauses[0].clause_id, reason="nêu nguồn", by=officer, at=AT)
    specialist = people.lead_specialist()
    operations.waive_clause(clause_id=lacks.clauses[0].clause_id, reason="Nêu nguồn kinh phí chung", by=specialist, at=AT)
    after = queries.gaps(plan, board, year=YEAR)
    assert (after.clauses, [one.reason for one in after.waived]) == ((), ["Nêu nguồn kinh phí chung"])
    operations.unwaive_clause(clause_id=lacks.clauses[0].clause_id, by=specialist, at=AT)
    assert len(queries.gaps(plan, board, year=YEAR).clauses) == 1


def test_clauses_are_linked_both_ways(plan):
    specialist = people.lead_specialist()
    keys = {clause.address: clause.pk for clause in queries.clause_tree(plan.pk)}
    link = operations.link_clauses(source_id=keys["IV.1.a-3"], target_id=keys["II.6.d"], by=specialist, at=AT)
    directive = documents.cascade(plan.document_id)[0][0]
    operations.link_clauses(source_id=keys["II.6.d"], document_id=directive.document_id, words="mục 2", by=specialist, at=AT)
    links = queries.clause_links(plan.pk)
    assert [one.address for one in links[keys["IV.1.a-3"]][0]] == ["II.6.d"]
    assert [one.address for one in links[keys["II.6.d"]][1]] == ["IV.1.a-3"]
    assert [(one.name, one.words) for one in links[keys["II.6.d"]][0]] == [("Chỉ thị 28-CT/TW", "mục 2")]
    with pytest.raises(operations.NoSuchClause, match="chiều ngược lại"):
        operations.link_clauses(source_id=keys["II.6.d"], target_id=keys["IV.1.a-3"], by=specialist, at=AT)
    operations.unlink_clauses(link_id=link.pk, by=specialist, at=AT)
    assert keys["IV.1.a-3"] not in queries.clause_links(plan.pk)


def test_a_duty_is_divided_to_any_depth_and_seen_through_its_parts(plan, officer):
    duty = next(one for one in queries.duties(plan.pk, on=TODAY) if one.address == "II.6.d")
    part = operations.divide_task(parent_id=duty.task_id, institution_id=ward(), summary="Rà soát khu vực 1", by=people.ward_chair(), at=AT)
    inner = operations.divide_task(
        parent_id=part.pk, institution_id=ward(), summary="Gọi từng hộ", due_words="trước ngày 30/12/2026", by=people.ward_chair(), at=AT
    )  # fmt: skip
    operations.assign(task_id=inner.pk, institution_id=ward(), username=officer.id, by=people.ward_chair(), at=AT)
    lines, whole = queries.subtasks(duty.task_id, on=TODAY)
    assert [(one.duty.summary, one.depth) for one in lines] == [("Rà soát khu vực 1", 1), ("Gọi từng hộ", 2)]
    assert lines[1].duty.person == officer.label.split(",")[0]
    assert (whole.total, whole.done, whole.percent) == (1, 0, 0)
    assert [one.pk for one in queries.task_line(queries.task(inner.pk))] == [duty.task_id, part.pk]
    assert duty.task_id in {one.task_id for one in queries.duties(plan.pk, on=TODAY)}
    assert part.pk not in {one.task_id for one in queries.duties(plan.pk, on=TODAY)}
    with pytest.raises(NotAllowed):
        operations.divide_task(parent_id=duty.task_id, institution_id=ward(), summary="x", by=people.other_ward_officer(), at=AT)
    with pytest.raises(operations.BadSubtask, match="Chưa ghi việc nhỏ"):
        operations.divide_task(parent_id=duty.task_id, institution_id=ward(), summary=" ", by=people.ward_chair(), at=AT)
    with pytest.raises(operations.BadSubtask, match="sau hạn 29/12/2026"):
        operations.divide_task(
            parent_id=inner.pk, institution_id=ward(), summary="Muộn", due_words="trước ngày 30/6/2027", by=people.ward_chair(), at=AT
        )  # fmt: skip


def test_in_an_agencys_own_plan_a_division_means_the_agency():
    paper = FOLDER / "phuong-cai-khe.txt"
    own = operations.read(content=paper.read_bytes(), name=paper.name, by=people.lead_specialist(), at=AT)
    duty = next(one for one in queries.duties(own.pk, on=TODAY) if one.address == "3.2")
    operations.correct_task(
        task_id=duty.task_id, summary=duty.summary, lead_words=duty.lead_words, coordinating=[], due_words="trước ngày 01/8/2026",
        by=people.lead_specialist(), at=AT,
    )  # fmt: skip
    corrected = queries.task(duty.task_id)
    assert (corrected.lead_words, corrected.lead.name, corrected.due_on) == ("Công an phường", "Phường Cái Khế", date(2026, 7, 31))
