"""The table of a work plan: read as people fill it in, faults named by row and column, written so that it reads back."""

from datetime import UTC, date, datetime

import pytest

from mangnon.lib import tables
from mangnon.plans.formats import work_table
from mangnon.plans.records import ActivityLine

MADE = datetime(2026, 1, 5, tzinfo=UTC)


def sheet(*rows, heading=("TT", "Nội dung công việc", "Thực hiện mục", "Người phụ trách", "Bắt đầu", "Thời gian hoàn thành", "Sản phẩm")):
    columns = tuple(tables.ColumnLayout(title) for title in heading)
    return tables.write_workbook([tables.SheetLayout("KH", columns, rows, heading=("KẾ HOẠCH CÔNG TÁC NĂM 2026",))], created=MADE)


def test_rows_are_read_by_the_words_of_their_headings():
    content = sheet(
        ("1", "Mở lớp dạy bơi", "II.5", "Lâm Ngọc Thu", "05/01/2026", "30/6/2026", "02 lớp"),
        ("2", "Thăm trẻ", "", "", "", "trước ngày 20/11/2026", ""),
        ("3", "Cập nhật sổ", "II.6.d", "", "", "thường xuyên", ""),
        ("", "", "", "", "", "", ""),
    )
    rows, problems = work_table.read(content, name="ke-hoach.xlsx")
    assert problems == []
    assert [(row.line, row.summary, row.clause, row.person) for row in rows] == [
        (4, "Mở lớp dạy bơi", "II.5", "Lâm Ngọc Thu"), (5, "Thăm trẻ", "", ""), (6, "Cập nhật sổ", "II.6.d", ""),
    ]  # fmt: skip
    assert [(row.starts_on, row.due_on, row.due_words) for row in rows] == [
        (date(2026, 1, 5), date(2026, 6, 30), "30/6/2026"), (None, date(2026, 11, 19), "trước ngày 20/11/2026"),
        (None, None, "thường xuyên"),
    ]  # fmt: skip


def test_faults_say_row_column_and_what_to_do():
    content = sheet(
        ("1", "Mở lớp", "", "", "35/01/2026", "", ""),
        ("2", "", "II.5", "", "", "", ""),
        ("3", "Thăm", "", "", "05/05/2026", "01/02/2026", ""),
    )
    _rows, problems = work_table.read(content, name="x.xlsx")
    assert [(one.line, one.column) for one in problems] == [(4, "Bắt đầu"), (5, "Nội dung công việc"), (6, "Hoàn thành")]
    assert str(problems[0]).startswith("Dòng 4, cột “Bắt đầu”: không đọc được “35/01/2026”.")


def test_a_sheet_without_the_headings_is_refused():
    with pytest.raises(work_table.NoHeading, match="Nội dung công việc"):
        work_table.read(sheet(("1", "a", "", "", "", "", ""), heading=("A", "B", "C", "D", "E", "F", "G")), name="x.xlsx")


def test_what_is_written_reads_back():
    line = ActivityLine(
        id=1, root_id=1, position=1, summary="=Mở lớp dạy bơi", address="II.5", task_id=None, unit_words="Phòng Văn hóa - Xã hội",
        person="Lâm Ngọc Thu", starts_on=date(2026, 1, 5), due_on=date(2026, 6, 30), due_words="quý II năm 2026", product="02 lớp",
        cost_words="40 triệu đồng", declared="nothing", declared_words="", proof="", calendar="", calendar_words="",
    )  # fmt: skip
    rows, problems = work_table.read(work_table.write([line], heading=("Phường Cái Khế",), created=MADE), name="x.xlsx")
    assert problems == []
    found = rows[0]
    assert (found.summary, found.clause, found.unit_words, found.person) == (line.summary, "II.5", line.unit_words, line.person)
    assert (found.starts_on, found.due_on, found.due_words) == (line.starts_on, line.due_on, line.due_words)
    assert (found.product, found.cost_words) == (line.product, line.cost_words)
