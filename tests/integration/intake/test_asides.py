"""Names struck out and words in columns nobody reads: asked, kept with the row, answered once."""

import io
from datetime import timedelta

import openpyxl
import pytest
from openpyxl.styles import Font

from mangnon.intake import operations, queries
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT, unit

pytestmark = pytest.mark.django_db
HEADING = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Biến động", "Nghề của mẹ"]
HAN = ["Lưu Gia Hân", "05/06/2019", "Nữ", "Trần Thị Ngân", "", ""]
KHOI = ["Võ Minh Khôi", "25/06/2018", "Nam", "Võ Thị Mai", "Đã mất 2024", ""]
HONG = ["Lý Thị Hồng", "28/02/2019", "Nữ", "Trần Thị Lệ", "", "đã mất"]
DAT = ["Võ Thành Đạt", "09/09/2021", "Nam", "Lê Thị Mai", "mẹ mất", "", "chuyển đi"]


def struck(content: bytes, *cells: str) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for cell in cells:
        book.active[cell].font = Font(strike=True)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def officer():
    return people.ward_officer()


def test_words_in_a_column_nobody_reads_are_asked_about(officer):
    batch, counts = bring("child-list", child_lists.sheet_of([HEADING, HAN, KHOI, HONG, DAT]), by=officer)
    assert counts["new"] == 2
    assert [(row, rule, message.partition(":")[0]) for row, rule, message in said(batch)] == [
        (3, "child_gone", "Cột E ghi “Đã mất 2024”"), (5, "child_gone", "Cột G ghi “chuyển đi”"),
    ]  # fmt: skip
    row = queries.rows(batch).get(number=3)
    operations.correct_cell(row_id=row.pk, field="sex", value="Nữ", by=officer, at=AT)
    row.refresh_from_db()
    assert row.state == "question"  # another cell corrected lets nobody through
    operations.confirm_row(row_id=row.pk, by=officer, at=AT)
    row.refresh_from_db()
    assert row.state == "enrolled"


def test_a_struck_name_is_asked_about_and_enters_when_its_sender_takes_the_line_away(officer):
    plain = child_lists.sheet_of([HEADING[:4], HAN[:4], ["Trần Văn Ngọt", "25/06/2018", "Nam", "Lê Thị Mận"]])
    batch, counts = bring("child-list", struck(plain, "A3"), by=officer)
    assert (counts["new"], [(row, rule) for row, rule, _ in said(batch)]) == (1, [(3, "name_struck")])
    again, counts = bring("child-list", plain, by=officer, at=AT + timedelta(days=1))
    assert (counts["new"], counts["unchanged"], said(again)) == (1, 1, [])


def test_a_marked_list_comes_back_as_it_was(officer):
    content = struck(child_lists.sheet_of([["DANH SÁCH TRẺ EM ẤP 3"], HEADING, HAN, KHOI, HONG]), "A5")
    batch, _ = bring("child-list", content, by=officer)
    marked = operations.mark_file(batch_id=batch.pk, by=officer, at=AT)
    page = openpyxl.load_workbook(io.BytesIO(marked.content)).active
    assert page["G2"].value == "Cần làm (Măng Non ghi: còn 2 dòng)"
    assert page["G4"].value.startswith("Cần trả lời, cột Họ và tên: Cột E ghi “Đã mất 2024”")
    assert page["A5"].font.strike
    again, counts = bring("child-list", marked.content, by=officer, at=AT + timedelta(days=1))
    assert (counts["new"], counts["unchanged"], again.signature) == (0, 1, batch.signature)
    assert said(again) == said(batch)


def test_what_is_remembered_of_columns_holds_no_column_of_ours(officer):
    rows = [["Lê Hoàng Anh", "05/06/2019", "Nam", "Hoàng Lan"], ["Kim Hoàng", "12/04/2017", "Nam", "Hoàng Mai", "trùng"]]
    content, commune = child_lists.sheet_of([HEADING, *rows]), unit("31120").pk
    batch, _ = operations.take_in(content=content, name="la.xlsx", format_code="child-list", commune_id=commune, by=officer, at=AT)
    assert list(batch.asked) == ["encodings", "block", "sheet", "others", "may_leave_out"]
    operations.decide_mapping(batch_id=batch.pk, columns={}, encodings={}, by=officer, at=AT, wait=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    assert set(queries.layouts(officer).get().places) == {"full_name", "birth_date", "sex", "mother_name"}
    assert [(row, rule) for row, rule, _ in said(batch)] == [(3, "child_gone")]


def test_tables_beside_one_another_do_not_read_each_other(officer):
    titles = ["STT", "Họ và tên", "Ngày sinh", "Họ tên mẹ", "Biến động"]
    rows = [[*titles, "", *titles], ["1", HAN[0], HAN[1], HAN[3], "", "", "1", KHOI[0], KHOI[1], KHOI[3], "đã mất"]]
    batch, counts = bring("child-list", child_lists.sheet_of(rows), by=officer)
    assert (counts["new"], len(said(batch))) == (1, 1)
    assert queries.cells(batch, queries.findings(batch).get(rule="child_gone").row)["full_name"] == KHOI[0]
