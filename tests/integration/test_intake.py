"""Lists from bytes to register: found, checked, entered, corrected; twice changes nothing; never half."""

from datetime import timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.documents import queries as documents
from mangnon.intake import checks, operations, queries
from mangnon.intake.formats import UnknownFormat
from mangnon.intake.operations import chunks
from mangnon.intake.operations.opening import NoChildren, NoHeading
from mangnon.intake.operations.rows import NothingToConfirm, RowIsSettled, UnknownColumn
from mangnon.intake.vocabulary import BatchState, RowState, Severity
from mangnon.lib import tables
from mangnon.register import queries as register
from tests.factories import child_lists, people
from tests.factories.register import AT, TODAY, unit

pytestmark = pytest.mark.django_db
BAD = (
    child_lists.row(full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number=""),
    child_lists.row(full_name="Lê Hoàng Yến", birth_date="14/12/2008", personal_number="", father_name="Lê Văn Bình"),
)
GOOD = (
    child_lists.row(),
    child_lists.row(full_name="Lưu Gia Bảo", sex="Nam", personal_number="", circumstances="Khuyết tật nặng", poverty="Hộ nghèo"),
)


@pytest.fixture
def officer():
    return people.ward_officer()


def bring(rows, *, by, at=AT, commune=None, name="ds.xlsx", **layout):
    content = rows if isinstance(rows, bytes) else child_lists.workbook(rows, **layout)
    batch, _ = operations.take_in(
        content=content, name=name, format_code="child-list", commune_id=commune.pk if commune else None, by=by, at=at
    )  # fmt: skip
    counts = operations.enrol_batch(batch_id=batch.pk, by=by, at=at)
    return queries.batch(by, batch.pk), counts


def row_of(batch, name):
    return next(row for row in queries.rows(batch) if queries.cells(batch, row)["full_name"] == name)


def names():
    return [child.full_name for child in register.children(SYSTEM, on=TODAY)]


def test_right_rows_are_entered_and_the_rest_waits(officer):
    above = [["ỦY BAN NHÂN DÂN PHƯỜNG CÁI KHẾ"], [], ["DANH SÁCH TRẺ EM NĂM 2026"]]
    batch, counts = bring([*GOOD, *BAD], by=officer, above=above)
    assert (batch.heading_row, batch.row_count, batch.commune.code) == (4, 4, "31120")
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (2, 0, 0)
    assert names() == ["Lưu Gia Bảo", "Lưu Gia Hân"]
    figures = queries.figures(batch)
    assert (figures.enrolled, figures.must_fix, figures.question, figures.waiting) == (2, 1, 1, 2)
    found = {(finding["row"], finding["column"], finding["rule"]) for finding in queries.findings_as_data(batch)}
    assert (7, "Ngày sinh", "birth_date_exists") in found
    assert (8, "Ngày sinh", "under_sixteen") in found
    bao = register.search(officer, "luu gia bao", on=TODAY).get()
    facts = register.facts(officer, bao, on=TODAY)
    assert (facts.circumstances[0].label, facts.standings[0].get_standing_display()) == ("Khuyết tật nặng", "Hộ nghèo")
    assert (facts.circumstances[0].source, bao.source_row) == (f"Danh sách số {batch.pk} Phường Cái Khế", 6)


def test_every_cell_is_kept_as_typed_with_its_file(officer):
    content = child_lists.workbook([child_lists.row(full_name="  lưu  gia hân ")])
    batch, _ = bring(content, by=officer)
    assert queries.rows(batch).get().raw[1] == "  lưu  gia hân "
    assert bytes(documents.stored_file(batch.file_id).content) == content


def test_the_same_file_twice_changes_nothing(officer):
    content = child_lists.workbook([*GOOD, *BAD])
    first, _ = bring(content, by=officer)
    before = register.snapshot(on=TODAY)
    events = audit.latest().count()
    again = operations.take_in(content=content, name="ds.xlsx", format_code="child-list", commune_id=None, by=officer, at=AT)
    assert (again.batch.pk, again.again) == (first.pk, True)
    assert (queries.batches(SYSTEM).count(), audit.latest().count()) == (1, events)  # no second list, no second copy of the file
    after = register.snapshot(on=TODAY)
    assert all((getattr(before, name) == getattr(after, name)).all() for name in ("child_id", "commune_id", "special_groups", "poverty"))
    hân = register.search(officer, "luu gia han", on=TODAY).get()
    assert len(register.facts(officer, hân, on=TODAY).residences) == 1
    assert audit.history_of(kind="child", id=str(hân.pk)).count() == 1


def test_known_children_are_brought_up_to_date(officer):
    bring(GOOD, by=officer)
    _, counts = bring([child_lists.row(hamlet="Khu vực 9"), GOOD[1]], by=officer, at=AT + timedelta(days=30))
    assert (counts["changed"], counts["unchanged"]) == (1, 1)


def test_the_number_at_which_parents_are_called_is_brought_up_to_date(officer):
    layout = {"fields": [*child_lists.USUAL, "phone"]}
    sibling = child_lists.row(full_name="Lưu Gia Bảo", personal_number="", phone="0912000111")
    bring([child_lists.row(phone="0912000111"), sibling], by=officer, **layout)
    _, counts = bring([child_lists.row(phone="+84 912 000 222"), sibling], by=officer, at=AT + timedelta(days=30), **layout)
    assert (counts["changed"], counts["unchanged"]) == (1, 1)
    hân = register.search(officer, "luu gia han", on=TODAY).get()
    assert {relation.carer.phone for relation in hân.relations.all()} == {"0912000222", ""}
    _, counts = bring([child_lists.row(phone="hỏi ấp trưởng"), sibling], by=officer, at=AT + timedelta(days=31), **layout)
    assert {relation.carer.phone for relation in hân.relations.select_related("carer").all()} == {"0912000222", ""}


def test_nobody_lives_in_a_whole_city_and_a_hamlet_belongs_to_its_commune(officer):
    layout = {"fields": [*child_lists.USUAL, "permanent", "current"]}
    city = child_lists.row(full_name="Lưu Gia Bảo", personal_number="", current="Cần Thơ")
    far = child_lists.row(permanent="Khu vực 3, phường Ninh Kiều", current="")
    batch, _ = bring([city, far], by=officer, commune=unit("31120"), **layout)
    assert row_of(batch, "Lưu Gia Bảo").state == RowState.QUESTION
    hân = register.search(officer, "luu gia han", on=TODAY).get()
    assert {place.kind: place.unit.code for place in hân.residences.all()} == {"current": "31120", "permanent": "31135"}


@pytest.mark.parametrize(
    ("cells", "refusal", "words"),
    [
        ([["Sản phẩm", "Đơn giá"], ["Gạo", "18.000"]], NoHeading, "“Họ và tên”, “Ngày sinh”"),
        ([["Họ và tên", "Ngày sinh"], ["Người lập biểu", ""]], NoChildren, "không có dòng trẻ nào"),
    ],
)
def test_refused_lists_leave_nothing_behind(officer, cells, refusal, words):
    before = audit.latest().count()
    with pytest.raises(refusal, match=words):
        bring(child_lists.sheet_of(cells), by=officer)
    assert queries.batches(SYSTEM).count() == 0
    assert audit.latest().count() == before


def test_a_failure_in_the_middle_keeps_what_was_read_and_the_next_try_goes_on(officer, monkeypatch):
    real, content = checks.run, child_lists.workbook([*GOOD, *BAD])
    monkeypatch.setattr(chunks, "SIZE", 2)
    monkeypatch.setattr(checks, "run", lambda row, context, **part: 1 / 0 if row.number > 3 else real(row, context, **part))
    with pytest.raises(ZeroDivisionError):
        bring(content, by=officer)
    (batch,) = queries.batches(SYSTEM)
    assert (batch.state, batch.row_count, batch.read_to) == (BatchState.READING, 2, 3)
    monkeypatch.setattr(checks, "run", real)
    batch, counts = bring(content, by=officer)
    assert (batch.row_count, counts["new"], [row.number for row in queries.rows(batch)]) == (4, 2, [2, 3, 4, 5])


def test_an_unknown_format(officer):
    with pytest.raises(UnknownFormat, match="child-list"):
        operations.take_in(content=b"x", name="x", format_code="khac", commune_id=None, by=officer, at=AT)


def test_three_people(officer):
    with pytest.raises(NotAllowed, match="không có quyền “Nhập danh sách trẻ em” ở đơn vị này"):
        bring(GOOD, by=people.other_ward_officer(), commune=unit())
    with pytest.raises(NotAllowed):
        bring(GOOD, by=people.city_leader())
    batch, counts = bring(GOOD, by=people.lead_specialist(), commune=unit())
    assert counts["new"] == 2
    assert queries.batch(officer, batch.pk) == batch
    with pytest.raises(queries.NoSuchBatch):
        queries.batch(people.other_ward_officer(), batch.pk)


def test_the_city_sends_one_list_of_many_communes():
    fields = (*child_lists.USUAL, "current")
    rows = [child_lists.row(current="Phường Cái Khế"), child_lists.row(full_name="Võ Đạt", current="", personal_number="")]
    batch, counts = bring(rows, by=people.lead_specialist(), fields=fields)
    assert counts["new"] == 1
    assert row_of(batch, "Võ Đạt").state == RowState.MUST_FIX


def test_a_child_of_another_commune_is_not_written_by_this_officer(officer):
    rows = [child_lists.row(current="Phường Ninh Kiều")]
    batch, counts = bring(rows, by=officer, fields=(*child_lists.USUAL, "current"))
    assert counts["new"] == 0
    (finding,) = queries.findings(batch)
    assert (finding.rule, finding.severity) == ("commune_in_scope", Severity.MUST_FIX)


def test_a_corrected_cell_enters_the_row_at_once_and_the_file_s_text_stays(officer):
    batch, _ = bring([*GOOD, *BAD], by=officer)
    row = row_of(batch, "Trần Thị Bảo Ngọc")
    half = operations.correct_cell(row_id=row.pk, field="birth_date", value="31/04/2019", by=officer, at=AT)
    assert half.state == RowState.MUST_FIX
    done = operations.correct_cell(row_id=row.pk, field="birth_date", value="28/02/2019", by=officer, at=AT)
    assert (done.state, done.outcome) == (RowState.ENROLLED, "new")
    assert "Trần Thị Bảo Ngọc" in names()
    assert queries.typed_cells(batch, done)["birth_date"] == "31/02/2019"
    assert queries.findings(batch, settled=True).filter(row=row, settled_at__isnull=False).count() == 2
    with pytest.raises(RowIsSettled, match="đã ghi rồi"):
        operations.correct_cell(row_id=row.pk, field="birth_date", value="01/03/2019", by=officer, at=AT)


def test_a_question_is_answered_or_the_row_set_aside(officer):
    batch, _ = bring([*GOOD, *BAD], by=officer)
    old = row_of(batch, "Lê Hoàng Yến")
    assert operations.confirm_row(row_id=old.pk, by=officer, at=AT).state == RowState.ENROLLED
    wrong = row_of(batch, "Trần Thị Bảo Ngọc")
    with pytest.raises(NothingToConfirm, match="còn ô phải sửa"):
        operations.confirm_row(row_id=wrong.pk, by=officer, at=AT)
    operations.set_aside_row(row_id=wrong.pk, by=officer, at=AT)
    figures = queries.figures(batch)
    assert (figures.waiting, figures.set_aside, figures.enrolled) == (0, 1, 3)
    with pytest.raises(RowIsSettled, match="bỏ qua rồi"):
        operations.correct_cell(row_id=wrong.pk, field="birth_date", value="28/02/2019", by=officer, at=AT)


def test_others_may_not_correct(officer):
    batch, _ = bring([*GOOD, *BAD], by=officer)
    row = row_of(batch, "Trần Thị Bảo Ngọc")
    for act in (operations.confirm_row, operations.set_aside_row):
        with pytest.raises(NotAllowed):
            act(row_id=row.pk, by=people.other_ward_officer(), at=AT)
    with pytest.raises(NotAllowed):
        operations.correct_cell(row_id=row.pk, field="birth_date", value="28/02/2019", by=people.other_ward_officer(), at=AT)
    with pytest.raises(UnknownColumn):
        operations.correct_cell(row_id=row.pk, field="khac", value="x", by=officer, at=AT)


def test_one_suggestion_for_many_rows(officer):
    rows = [child_lists.row(full_name=name, personal_number="") for name in ("lê gia an", "lê gia bình", "LÊ GIA CHÂU")]
    batch, counts = bring(rows, by=officer)
    assert counts["new"] == 3  # a note does not hold a row
    assert operations.accept_suggestions(batch_id=batch.pk, rule="full_name_capitals", by=officer, at=AT) == 2
    assert names() == ["Lê Gia An", "Lê Gia Bình", "Lê Gia Châu"]
    assert not queries.findings(batch).filter(rule="full_name_capitals").exists()


def test_a_number_of_somebody_else_holds_the_row(officer):
    bring([child_lists.row()], by=officer)
    stranger = child_lists.row(full_name="Võ Thị Đạt", birth_date="07/07/2022")
    batch, counts = bring([stranger], by=officer)
    assert (counts["new"], counts["conflict"]) == (0, 0)
    row = queries.rows(batch).get()
    assert row.state == RowState.MUST_FIX
    assert operations.correct_cell(row_id=row.pk, field="personal_number", value="", by=officer, at=AT).state == RowState.ENROLLED


def test_two_rows_with_one_number_and_two_names(officer):
    batch, counts = bring([child_lists.row(), child_lists.row(full_name="Lưu Gia Khánh")], by=officer)
    assert counts["new"] == 0
    row = row_of(batch, "Lưu Gia Khánh")
    assert operations.correct_cell(row_id=row.pk, field="personal_number", value="", by=officer, at=AT).state == RowState.ENROLLED


def test_captions_totals_and_page_heads_are_not_children(officer):
    head = [child_lists.TITLES[field] for field in child_lists.USUAL]
    line = [child_lists.row().get(field, "") for field in child_lists.USUAL]
    cells = [head, [str(n) for n in range(1, 13)], ["Khu vực 5"], line, head, [], ["Tổng cộng: 1 trẻ"], ["", "", "", "Người lập biểu"]]
    batch, counts = bring(child_lists.sheet_of(cells), by=officer)
    assert (batch.row_count, counts["new"]) == (1, 1)


def test_the_template_explains_itself_and_is_a_list(officer):
    content = queries.template(format_code="child-list", at=AT)
    sheets = tables.read_workbook(content, name="mau.xlsx")
    assert [sheet.name for sheet in sheets] == ["Danh sách", "Hướng dẫn"]
    _, counts = bring(content, by=officer)
    assert counts["new"] == 1  # its example row


def test_what_the_register_exports_comes_back_unchanged(officer):
    odd = child_lists.row(full_name="Lưu Gia Hân", address="=HYPERLINK(\"x\")", mother_name="-Trần Thị Ngân")  # fmt: skip
    rows = [odd, *child_lists.many(40, seed=3)]
    batch, counts = bring(rows, by=officer)
    assert counts["new"] == 41, queries.findings_as_data(batch)
    exported = queries.child_list_workbook(register.list_rows(officer, register.children(officer, on=TODAY), on=TODAY), at=AT)
    _, again = bring(exported, by=officer, at=AT + timedelta(days=9))
    assert (again["unchanged"], again["new"], again["changed"]) == (41, 0, 0)


def test_lines_that_name_a_hamlet_tell_where_the_children_below_live(officer):
    cells = [
        ["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["I. Khu vực 5"], ["Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân"],
        ["II. Khu vực 6"], ["Lưu Gia Bảo", "07/08/2021", "Trần Thị Ngân"],
    ]  # fmt: skip
    batch, counts = bring(child_lists.sheet_of(cells), by=officer)
    assert counts["new"] == 2
    assert {queries.cells(batch, row)["hamlet"] for row in queries.rows(batch)} == {"Khu vực 5", "Khu vực 6"}
