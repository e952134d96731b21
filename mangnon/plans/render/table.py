"""The table of duties to print, file or send on: one row a duty, the three statuses in columns of their own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from mangnon.lib import docx as word
from mangnon.lib.calendar import VIETNAM
from mangnon.lib.tables import ColumnLayout, SheetLayout, write_workbook
from mangnon.lib.vietnamese import long_date, short_date
from mangnon.plans.records import Duty
from mangnon.plans.vocabulary import DutyState

COLUMNS = (
    ("TT", 14, 8), ("Nhiệm vụ", 72, 60), ("Cơ quan chủ trì", 36, 30), ("Cơ quan phối hợp", 36, 30), ("Người phụ trách", 26, 22),
    ("Thời hạn", 24, 14), ("Tự báo", 24, 16), ("Minh chứng", 22, 14), ("Tiến độ theo lịch", 24, 18), ("Trạng thái", 24, 18),
)  # fmt: skip


@dataclass(frozen=True)
class Form:
    """What stands around the table: whose paper it is, about what, on which day, who gets it."""

    issuer: tuple[str, ...]
    superior: tuple[str, ...]
    place: str
    subject: str
    on: date
    copies: tuple[str, ...]
    capacity: tuple[str, ...]
    note: str = ""


def docx(form: Form, duties: Sequence[Duty]) -> bytes:
    """A Word paper, A4 lying for the width of the table; equal duties give equal bytes."""
    paper = word.Paper(subject=form.subject, author=form.issuer[-1], dated=datetime.combine(form.on, time(0), tzinfo=VIETNAM), lying=True)
    paper.head(
        superior=form.superior, issuer=form.issuer, number="Số:        /", place_and_date=f"{form.place}, {long_date(form.on)}"
    )  # fmt: skip
    paper.title("BẢNG THEO DÕI NHIỆM VỤ", form.subject)
    if form.note:
        paper.note(form.note)
    columns = [word.Column(title, width * 252 / sum(one[1] for one in COLUMNS), numeric=False) for title, width, _ in COLUMNS]
    paper.table(columns, ([[word.Span(cell)] for cell in row] for row in _rows(duties)))
    paper.signature(copies=form.copies, capacity=form.capacity, name="")
    return paper.content()


def xlsx(form: Form, duties: Sequence[Duty]) -> bytes:
    """An Excel workbook with one sheet."""
    sheet = SheetLayout(
        name="Nhiệm vụ", columns=tuple(ColumnLayout(title, width) for title, _, width in COLUMNS), rows=list(_rows(duties)),
        heading=(f"Bảng theo dõi nhiệm vụ: {form.subject}", f"Tính đến ngày {short_date(form.on)}. {form.note}".strip()),
    )  # fmt: skip
    return write_workbook([sheet], created=datetime.combine(form.on, time(0), tzinfo=VIETNAM))


def _rows(duties: Sequence[Duty]) -> Iterable[tuple[str, ...]]:
    for number, one in _numbered(duties):
        alone = one.parent_id is not None and "." not in number
        due = short_date(one.status.due) if one.status.due else "không ghi"
        first = f" (hạn gốc {short_date(one.status.first_due)})" if one.status.first_due else ""
        yield (
            number, f"{one.address}. {one.summary}" + (f" (việc nhỏ của: {one.whole})" if alone else ""), _lead(one),
            "; ".join(agency.now or agency.words for agency in one.coordinating),
            one.person or "chưa phân công", due + first, one.status.declared_words, one.status.evidence_words, one.status.calendar_words,
            "theo từng đơn vị" if one.shared and not one.occurrence_id else DutyState(one.state).label,
        )  # fmt: skip


def _numbered(duties: Iterable[Duty]) -> Iterator[tuple[str, Duty]]:
    """Duties with their numbers: 1, 2, 3; a part under its duty 2.1, 2.2, 2.2.1; a part whose duty is not in the table like a duty."""
    numbers: dict[int, str] = {}
    below: dict[int | None, int] = {}
    for one in duties:
        above = one.parent_id if one.parent_id in numbers else None
        below[above] = below.get(above, 0) + 1
        numbers[one.task_id] = f"{numbers[above]}.{below[above]}" if above is not None else str(below[None])
        yield numbers[one.task_id], one


def _lead(one: Duty) -> str:
    if one.live.needs_decision:
        return f"{one.lead_words} (chờ quyết định nơi tiếp nhận)"
    name = one.live.name or one.lead_words
    return f"Mỗi đơn vị trong {len(one.members)} đơn vị; đầu mối {name}" if one.shared else name
