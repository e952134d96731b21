"""What a file shows and no text says: struck cells and letters, comments, the margin, formulas, hidden rows, a legend of colours."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from mangnon.intake import operations, queries
from mangnon.intake.rules import asides
from mangnon.register.models import Child
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT, unit

pytestmark = pytest.mark.django_db
HEADING = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Điện thoại", "Địa chỉ"]
HAN = ["Lưu Gia Hân", "05/06/2019", "Nữ", "Trần Thị Ngân", "0912345678", "12 Trần Phú"]
KHOI = ["Võ Minh Khôi", "25/06/2018", "Nam", "Võ Thị Mai", "0912345679", "13 Trần Phú"]


def changed(rows: list[list[str]], change: Callable[[Any], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(child_lists.sheet_of(rows)))
    change(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def told(batch) -> list[tuple[int, str, str]]:
    """(row, rule, message) of what was found, notes too."""
    return [(finding["row"], finding["rule"], finding["message"]) for finding in queries.findings_as_data(batch)]


@pytest.fixture
def officer():
    return people.ward_officer()


def test_a_struck_cell_is_asked_about_until_it_is_written_again(officer):
    def change(page):
        page["B2"].font = Font(strike=True)

    batch, counts = bring("child-list", changed([HEADING, HAN, KHOI], change), by=officer)
    assert (counts["new"], [(row, rule) for row, rule, _ in said(batch)]) == (1, [(2, "cell_struck")])
    row = queries.rows(batch).get(number=2)
    operations.correct_cell(row_id=row.pk, field="birth_date", value="06/06/2019", by=officer, at=AT)
    row.refresh_from_db()
    assert row.state == "enrolled"


def test_of_a_text_struck_in_part_the_rest_enters_and_it_is_told(officer):
    def change(page):
        page["D2"] = CellRichText(TextBlock(InlineFont(strike=True), "Lê Thị Sai"), " Trần Thị Ngân")

    batch, _ = bring("child-list", changed([HEADING, HAN], change), by=officer)
    assert Child.objects.get().relations.get(role="mother").carer.full_name == "Trần Thị Ngân"
    ((_, rule, message),) = told(batch)
    assert rule == "cell_struck"
    assert "có chữ bị gạch ngang “Lê Thị Sai”: đọc phần còn lại “Trần Thị Ngân”" in message


def test_comments_and_the_margin_are_asked_about_or_told(officer):
    def change(page):
        page["A2"].comment = Comment("Trẻ đã chết 2/2026", "NV")
        page["C3"].comment = Comment("theo giấy khai sinh", "NV")
        page["I3"] = "bà Ba nộp bổ sung"

    batch, counts = bring("child-list", changed([HEADING, HAN, KHOI], change), by=officer)
    assert counts["new"] == 1
    assert [(row, rule, message.partition(": ")[0]) for row, rule, message in told(batch)] == [
        (2, "child_gone", "Lời ghi kèm ô ở cột A là “Trẻ đã chết 2/2026”"),
        (3, "written_beside", "Lời ghi kèm ô ở cột C"), (3, "written_beside", "Bên lề, cột I không có tiêu đề, ghi"),
    ]  # fmt: skip


def test_failed_formulas_enter_as_nothing_and_are_told(officer):
    batch, counts = bring("child-list", child_lists.sheet_of([HEADING, [*HAN[:5], "#DIV/0!"], [*KHOI[:3], "#N/A", *KHOI[4:]]]), by=officer)
    assert counts["new"] == 1
    assert Child.objects.get().residences.get().address == ""
    assert [(row, rule) for row, rule, _ in told(batch)] == [(2, "formula_failed"), (3, "carer_named"), (3, "formula_failed")]


def test_what_is_hidden_and_what_colours_mean_is_said_of_the_list(officer):
    def change(page):
        page.row_dimensions[4].hidden = True
        page.column_dimensions["D"].hidden = True

    rows = [["Ghi chú: dòng tô vàng là trẻ đã chuyển đi"], HEADING, HAN, KHOI, [], ["", "Chữ đỏ là trẻ đã mất"]]
    batch, counts = bring("child-list", changed(rows, change), by=officer)
    assert counts["new"] == 2
    hidden, *legends = batch.notes
    assert hidden == f"Trang “{batch.sheet}” có 1 dòng đang ẩn (có thể do bộ lọc), cột D đang ẩn, vẫn đọc như phần khác."
    assert [told.partition("”")[0] for told in legends] == [
        "Tệp ghi “Ghi chú: dòng tô vàng là trẻ đã chuyển đi",
        "Tệp ghi “Chữ đỏ là trẻ đã mất",
    ]


def test_formulas_without_results_are_said_of_the_list_and_in_a_refusal(officer):
    def change(page, cells=("D2",)):
        for cell in cells:
            page[cell] = "=A9"

    batch, _ = bring("child-list", changed([HEADING, HAN, KHOI], change), by=officer)
    (note,) = batch.notes
    assert note.startswith("Có 1 ô công thức chưa có kết quả (đầu tiên là ô D2, trang “")
    content = changed([HEADING, HAN], lambda page: change(page, ("A2", "B2", "C2", "D2", "E2", "F2")))
    with pytest.raises(operations.NotThisList, match=r"không có dòng trẻ nào bên dưới. Có 6 ô công thức chưa có kết quả"):
        operations.take_in(
            content=content, name="ds.xlsx", format_code="child-list", commune_id=unit("31120").pk, by=officer, at=AT
        )  # fmt: skip


def test_a_comment_on_a_heading_is_for_whoever_fills_the_list_in(officer):
    def change(page):
        page["A1"].comment = Comment("Ghi như trong giấy khai sinh", "NV")

    batch, counts = bring("child-list", changed([HEADING, HAN], change), by=officer)
    assert (counts["new"], told(batch)) == (1, [])
    assert asides.FIELD not in batch.places
