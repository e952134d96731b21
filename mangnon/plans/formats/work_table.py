"""The table of a work plan as a spreadsheet: one activity a row, headings recognised by their words."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from mangnon.lib import tables
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold, short_date
from mangnon.plans.records import ActivityLine, ActivityRow, TableProblem
from mangnon.plans.rules import deadlines

COLUMNS = (
    tables.ColumnLayout("TT", 6),
    tables.ColumnLayout("Nội dung công việc", 60, required=True, hint="Việc phải làm, một việc một dòng."),
    tables.ColumnLayout("Thực hiện mục của kế hoạch thành phố", 20, hint="Ví dụ II.6.d hoặc IV.9.a; để trống nếu không có."),
    tables.ColumnLayout("Bộ phận thực hiện", 28),
    tables.ColumnLayout("Người phụ trách", 26),
    tables.ColumnLayout("Bắt đầu", 14, hint="ngày/tháng/năm"),
    tables.ColumnLayout("Hoàn thành", 18, hint="ngày/tháng/năm, hoặc “quý II năm 2026”, “trước ngày 20/11/2026”."),
    tables.ColumnLayout("Sản phẩm", 34),
    tables.ColumnLayout("Kinh phí", 24),
)
_FIELDS = {
    "noi dung": "summary", "thuc hien muc": "clause", "dieu khoan": "clause", "bo phan": "unit", "don vi thuc hien": "unit",
    "nguoi phu trach": "person", "bat dau": "starts", "hoan thanh": "due", "thoi gian": "due", "thoi han": "due", "san pham": "product",
    "ket qua": "product", "kinh phi": "cost",
}  # fmt: skip
_DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_TITLES = dict(
    zip(("summary", "clause", "unit", "person", "starts", "due", "product", "cost"), (c.title for c in COLUMNS[1:]), strict=True)
)
_HEAD_WITHIN = 20  # rows
_LONGEST = {"summary": 2000, "unit": 200, "person": 150, "due": 200, "product": 300, "cost": 200}


class NoHeading(Refusal):
    """No row of the sheet carries the headings of a work plan."""


def read(content: bytes, *, name: str) -> tuple[list[ActivityRow], list[TableProblem]]:
    """The activities of the first sheet that has the headings, and what is wrong with them. Raises UnreadableFile, NoHeading."""
    for sheet in tables.read_workbook(content, name=name):
        if head := _heading(sheet.rows):
            at, columns = head
            return _activities(sheet.rows[at + 1 :], first_line=at + 2, columns=columns)
    raise NoHeading(
        f"Tệp “{name}” không có dòng tiêu đề với cột “Nội dung công việc”. Tải bảng mẫu, chép nội dung vào rồi gửi lại."
    )  # fmt: skip


def write(lines: Sequence[ActivityLine], *, heading: Sequence[str], created: dt.datetime) -> bytes:
    """The table of a work plan, or an empty one to fill in; `read` takes it back."""
    rows = [
        (
            str(line.position), line.summary, line.address, line.unit_words, line.person,
            short_date(line.starts_on) if line.starts_on else "", line.due_words or (short_date(line.due_on) if line.due_on else ""),
            line.product, line.cost_words,
        )
        for line in lines
    ]  # fmt: skip
    return tables.write_workbook([tables.SheetLayout("Kế hoạch công tác", COLUMNS, rows, heading=tuple(heading))], created=created)


def _heading(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        columns: dict[str, int] = {}
        for place, cell in enumerate(row):
            field = next((field for words, field in _FIELDS.items() if fold(cell).startswith(words)), None)
            if field:
                columns.setdefault(field, place)
        if "summary" in columns and len(columns) > 1:
            return at, columns
    return None


def _activities(
    rows: Iterable[Sequence[str]], *, first_line: int, columns: dict[str, int]
) -> tuple[list[ActivityRow], list[TableProblem]]:  # fmt: skip
    found: list[ActivityRow] = []
    problems: list[TableProblem] = []
    for line, row in enumerate(rows, start=first_line):
        cells = {field: tables.original(row[place]).strip() if place < len(row) else "" for field, place in columns.items()}
        if not any(cells.values()):
            continue
        if not cells["summary"]:
            problems.append(TableProblem(line, _TITLES["summary"], "chưa ghi việc phải làm. Ghi một câu, hoặc xóa dòng này."))
            continue
        problems += [
            TableProblem(line, _TITLES[field], f"dài quá {most} ký tự. Ghi ngắn lại.")
            for field, most in _LONGEST.items()
            if len(cells.get(field, "")) > most
        ]
        starts, due = _day(cells.get("starts", "")), _due(cells.get("due", ""))
        if cells.get("starts") and starts is None:
            problems.append(
                TableProblem(line, _TITLES["starts"], f"không đọc được “{cells['starts']}”. Ghi ngày/tháng/năm, ví dụ 05/01/2026.")
            )
        if starts and due and due < starts:
            problems.append(TableProblem(line, _TITLES["due"], "ngày hoàn thành ở trước ngày bắt đầu. Xem lại hai ngày."))
        found.append(ActivityRow(
            line=line, summary=cells["summary"], clause=cells.get("clause", ""), unit_words=cells.get("unit", ""),
            person=cells.get("person", ""), starts_on=starts, due_on=due, due_words=cells.get("due", ""),
            product=cells.get("product", ""), cost_words=cells.get("cost", ""),
        ))  # fmt: skip
    return found, problems


def _due(text: str) -> dt.date | None:
    """The last day words mean; None for words that name no day ("thường xuyên")."""
    if day := _day(text):
        return day
    found = deadlines.deadline(text) if text else None
    return found.on if found else None


def _day(text: str) -> dt.date | None:
    if found := _DAY.match(text):
        try:
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            return None
    return None
