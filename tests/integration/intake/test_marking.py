"""The marked file back and forth: the very file, corrected where it was made, sent again; only what changed is written."""

import io
from datetime import timedelta

import openpyxl
import pytest

from mangnon.audit import queries as audit
from mangnon.intake import operations, queries
from mangnon.intake.operations.marking import NothingToMark
from mangnon.intake.vocabulary import RowState
from tests.factories import child_lists, lists, people
from tests.factories.register import AT
from tests.factories.spreadsheets import old_fonts, xls

pytestmark = pytest.mark.django_db
ABOVE = [["ỦY BAN NHÂN DÂN PHƯỜNG CÁI KHẾ"], ["DANH SÁCH TRẺ EM NĂM 2026"], []]
ROWS = [
    child_lists.row(),
    child_lists.row(number="2", full_name="Trần Thị Bảo Ngọc", birth_date="31/02/2019", personal_number=""),
    child_lists.row(number="3", full_name="Thạch Sô Thia", birth_date="14/08/2020", personal_number="9232087102"),
]
CONTENT = child_lists.workbook(ROWS, above=ABOVE)


@pytest.fixture
def officer():
    return people.ward_officer()


def bring(content, *, by, days=0, name="Khu vực 5.xlsx"):
    return lists.bring("child-list", content, by=by, at=AT + timedelta(days=days), name=name)


def mark(batch, by):
    marked = operations.mark_file(batch_id=batch.pk, by=by, at=AT)
    return marked, openpyxl.load_workbook(io.BytesIO(marked.content))


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row_of(batch, name):
    return next(row for row in queries.rows(batch) if queries.cells(batch, row)["full_name"] == name)


def test_it_is_the_very_file_with_what_to_do_in_words(officer):
    batch, _ = bring(CONTENT, by=officer)
    marked, book = mark(batch, officer)
    assert marked.name == "Khu vực 5 (đã đánh dấu).xlsx"
    page = book["Sheet1"]
    last = page.max_column
    assert page["A2"].value == "DANH SÁCH TRẺ EM NĂM 2026"
    assert page.cell(4, last).value == "Cần làm (Măng Non ghi: còn 2 dòng)"
    assert page.cell(5, last).value is None
    assert page.cell(6, last).value.startswith("Phải sửa, cột Ngày sinh: Ngày 31/02/2019 không có trong lịch.")
    assert page["C6"].fill.fgColor.rgb == "FFFBE5E1"
    assert page["C5"].fill.fill_type is None
    assert audit.latest()[0].act == "file_downloaded"


def test_sent_back_unchanged_nothing_changes(officer):
    batch, _ = bring(CONTENT, by=officer)
    marked, _ = mark(batch, officer)
    again, counts = bring(marked.content, by=officer, days=1)
    assert (again.row_count, again.unknown_titles, again.signature) == (3, [], batch.signature)
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 0, 1)
    assert queries.figures(again).must_fix == 2
    assert queries.figures(queries.batch(officer, batch.pk)).replaced == 2


def test_corrected_in_excel_and_corrected_again_only_what_changed_is_written(officer):
    batch, _ = bring(CONTENT, by=officer)
    _, book = mark(batch, officer)
    book["Sheet1"]["C6"] = "28/02/2019"
    again, counts = bring(saved(book), by=officer, days=1)
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (1, 0, 1)
    assert queries.figures(again).must_fix == 1
    _, book = mark(again, officer)
    page = book["Sheet1"]
    assert (page.cell(6, page.max_column).value, page["C6"].fill.fill_type) == (None, None)
    page["F7"] = "092320871002"
    content = saved(book)
    last, counts = bring(content, by=officer, days=2)
    assert (counts["new"], counts["unchanged"], queries.figures(last).waiting) == (1, 2, 0)
    _, counts = bring(content, by=officer, days=3)
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 0, 3)
    with pytest.raises(NothingToMark, match="không còn dòng nào cần sửa"):
        mark(last, officer)


def test_what_was_corrected_on_the_page_is_in_the_file_and_comes_back(officer):
    rows = [*ROWS, child_lists.row(number="4", full_name="Lê Hoàng Yến", birth_date="31/04/2018", personal_number="9231887100")]
    batch, _ = bring(child_lists.workbook(rows), by=officer)
    operations.correct_cell(row_id=row_of(batch, "Thạch Sô Thia").pk, field="personal_number", value="092320871002", by=officer, at=AT)
    operations.correct_cell(row_id=row_of(batch, "Lê Hoàng Yến").pk, field="personal_number", value="", by=officer, at=AT)
    _, book = mark(batch, officer)
    page = book["Sheet1"]
    assert (page["F4"].value, page["F4"].fill.fgColor.rgb, page["F5"].value) == ("092320871002", "FFE4F2E8", None)
    note = page.cell(4, page.max_column).value
    assert note == "Đã sửa trên trang, cột Số định danh: “9232087102” thành “092320871002”."
    assert "bỏ “9231887100”, để trống" in page.cell(5, page.max_column).value
    page["C5"] = "30/04/2018"
    again, counts = bring(saved(book), by=officer, days=1)
    assert (counts["new"], counts["changed"], queries.figures(again).must_fix) == (1, 0, 1)
    assert row_of(again, "Lê Hoàng Yến").state == RowState.ENROLLED


def test_a_formula_typed_on_the_page_stays_words(officer):
    batch, _ = bring(CONTENT, by=officer)
    row = row_of(batch, "Trần Thị Bảo Ngọc")
    operations.correct_cell(row_id=row.pk, field="address", value="=HYPERLINK(1)", by=officer, at=AT)
    marked, book = mark(batch, officer)
    page = book["Sheet1"]
    found = [cell for cell in page[6] if "HYPERLINK" in str(cell.value)]
    assert [cell.data_type for cell in found] == ["s", "s"]
    assert found[0].value == "'=HYPERLINK(1)"
    again, _ = bring(marked.content, by=officer, days=1)
    assert queries.cells(again, row_of(again, "Trần Thị Bảo Ngọc"))["address"] == "=HYPERLINK(1)"


def test_a_column_of_an_old_font_keeps_its_letters(officer):
    write = old_fonts.WRITERS["tcvn3"]
    titles = [child_lists.TITLES[name] for name in ("full_name", "birth_date", "mother_name")]
    names = ["Trần Thị Bảo Ngọc", "Thạch Sô Thia", "Nguyễn Hoàng Ánh", "Đặng Thị Bưởi"]
    rows = [[write(name), "31/02/2019", write("Đặng Thị Bưởi")] for name in names]
    batch, _ = bring(child_lists.sheet_of([titles, *rows]), by=officer)
    operations.correct_cell(row_id=row_of(batch, names[0]).pk, field="full_name", value="Trần Bảo Ngọc", by=officer, at=AT)
    marked, book = mark(batch, officer)
    page = book["Sheet1"]
    assert page["A2"].value == write(names[0])
    assert "“Trần Thị Bảo Ngọc” thành “Trần Bảo Ngọc”" in page["D2"].value
    assert page["D2"].font.name == "Times New Roman"
    again, _ = bring(marked.content, by=officer, days=1)
    assert queries.cells(again, row_of(again, "Trần Bảo Ngọc"))["birth_date"] == "31/02/2019"


def test_hamlets_told_by_lines_of_their_own_stay_so(officer):
    cells = [["Họ và tên", "Ngày sinh", "Họ tên mẹ"], ["I. Khu vực 5"], ["Lưu Gia Hân", "31/02/2022", "Trần Thị Ngân"]]
    batch, _ = bring(child_lists.sheet_of(cells), by=officer)
    marked, book = mark(batch, officer)
    assert book["Sheet1"]["D1"].value.startswith("Cần làm (Măng Non ghi")
    again, _ = bring(marked.content, by=officer, days=1)
    assert (again.titles, queries.cells(again, queries.rows(again).get())["hamlet"]) == (batch.titles, "Khu vực 5")


def test_an_old_workbook_comes_back_as_a_new_one(officer):
    cells = [[child_lists.TITLES[name] for name in child_lists.USUAL], *([row.get(f, "") for f in child_lists.USUAL] for row in ROWS)]
    batch, _ = bring(xls.workbook([xls.Page("DS", cells)]), by=officer, name="Khu vực 5.XLS")
    marked, book = mark(batch, officer)
    assert (marked.name, book.sheetnames) == ("Khu vực 5 (đã đánh dấu).xlsx", ["DS"])
    again, counts = bring(marked.content, by=officer, days=1)
    assert (again.row_count, counts["new"], counts["changed"], counts["unchanged"]) == (3, 0, 0, 1)


def test_three_people(officer):
    batch, _ = bring(CONTENT, by=officer)
    with pytest.raises(queries.NoSuchBatch):
        mark(batch, people.other_ward_officer())
    assert mark(batch, people.lead_specialist())[0].content


HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ"]
RIGHT, WRONG = ["1", "Thạch Sô Thia", "14/08/2020", "Nam", "Kim Thị Sua"], ["2", "Võ Thị Bé", "31/02/2019", "Nữ", "Lê Thị Mai"]


def test_each_sheet_of_a_list_is_marked_in_its_own_columns(officer):
    other = [["Họ tên mẹ", "Ngày sinh", "Họ và tên", "Giới tính"], ["Lý Thị Hoa", "30/02/2018", "Danh Sóc", "Nam"]]
    batch, _ = bring(child_lists.sheets_of({"Ấp 1": [HEAD, RIGHT, WRONG], "Ghi chú": [["Xem lại"]], "Ấp 2": other}), by=officer)
    _, book = mark(batch, officer)
    assert book.sheetnames == ["Ấp 1", "Ghi chú", "Ấp 2"]
    first, second = book["Ấp 1"], book["Ấp 2"]
    assert (first["C3"].fill.fgColor.rgb, second["B2"].fill.fgColor.rgb) == ("FFFBE5E1", "FFFBE5E1")
    assert (first.cell(1, 6).value, second.cell(1, 5).value) == ("Cần làm (Măng Non ghi: còn 2 dòng)",) * 2
    assert "31/02/2019" in first.cell(3, 6).value
    assert "30/02/2018" in second.cell(2, 5).value
    assert first.cell(2, 6).value is None
    assert book["Ghi chú"].max_column == 1
    second["B2"] = "28/02/2018"
    again, counts = bring(saved(book), by=officer, days=1)
    assert (again.row_count, counts["new"], counts["unchanged"], queries.figures(again).waiting) == (3, 1, 1, 1)


def test_tables_beside_one_another_share_what_to_do_on_a_line(officer):
    head = ["Họ và tên", "Ngày sinh", "Họ tên mẹ"]
    left, right = ["Võ Thị Bé", "31/02/2019", "Lê Thị Mai"], ["Danh Sóc", "30/02/2018", "Lý Thị Hoa"]
    batch, _ = bring(child_lists.sheet_of([[*head, None, *head], [*left, None, *right]]), by=officer)
    _, book = mark(batch, officer)
    page = book["Sheet1"]
    assert (page["B2"].fill.fgColor.rgb, page["F2"].fill.fgColor.rgb) == ("FFFBE5E1", "FFFBE5E1")
    assert all(day in page.cell(2, 8).value for day in ("31/02/2019", "30/02/2018"))
    again, _ = bring(saved(book), by=officer, days=1)
    assert (again.row_count, queries.figures(again).must_fix) == (2, 2)
