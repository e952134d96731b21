"""A file opened as a list: which sheet, where its heading stands, which column is which, how its letters were typed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from mangnon.intake import formats
from mangnon.intake.models import SenderLayout
from mangnon.intake.records import Heading
from mangnon.intake.rules import asking, reading, sections
from mangnon.intake.rules import heading as headings
from mangnon.lib import tables
from mangnon.lib.refusals import Refusal

SAMPLE = 2_000  # rows looked at before anything is decided
FOOT = 30  # rows at the end that may hold the signature


class NoHeading(Refusal):
    """No row of the file names the columns this kind of list needs."""


class ManyLists(Refusal):
    """Several sheets hold a list of this kind: none may be dropped without a word."""


class NoChildren(Refusal):
    """Under the heading there is no row about a child."""


@dataclass(frozen=True)
class Opened:
    """A file whose list was found. `asked` is what a person must say first; empty when nothing is unsure."""

    workbook: tables.Workbook
    sheet: tables.Sheet
    heading: Heading
    encodings: dict[str, str] = field(default_factory=dict)
    asked: dict[str, object] = field(default_factory=dict)
    signature: str = ""
    remembered: bool = False
    head: tuple[tuple[str, ...], ...] = ()  # the lines above the heading
    samples: tuple[tuple[str, ...], ...] = ()  # the first rows below it

    def rows(self, *, after: int = 0) -> Iterator[tables.Row]:
        """The rows under the heading, those after a row of the sheet."""
        first = max(after, self.heading.first_data_row)
        below = (row for row in self.workbook.rows(self.sheet.name) if row.number > self.heading.first_data_row)
        return (row for row in sections.told(below, self.heading) if row.number > first)

    def foot(self) -> list[list[str]]:
        """The last lines of the sheet: totals, signatures."""
        return [row.cells for row in deque(self.rows(), maxlen=FOOT)]


@contextmanager
def opened(content: bytes, *, name: str, layout: formats.Format, sender: str) -> Iterator[Opened]:
    """Open a file and find its list. Raises tables.UnreadableFile, NoHeading, ManyLists, NoChildren."""
    with tables.open_table(content, name=name) as workbook:
        found = [(sheet, _head(workbook, sheet)) for sheet in _sheets(workbook)]
        chosen = _asked(workbook, *_chosen(found, layout, name), layout=layout, sender=sender)
        _check_children(chosen, name)
        yield chosen


def _check_children(found: Opened, name: str) -> None:
    """Raise NoChildren unless some row speaks of a child; while columns are unsure nobody can say."""
    heading = found.heading
    if found.asked or any(
        reading.is_child_row(reading.cells_of(row.cells, heading.places, None, found.encodings), row.cells) for row in found.rows()
    ):
        return
    raise NoChildren(f"Tệp “{name}” có tiêu đề ở dòng {heading.first_data_row} nhưng không có dòng trẻ nào bên dưới.")


def _sheets(workbook: tables.Workbook) -> list[tables.Sheet]:
    filled = [sheet for sheet in workbook.sheets if sheet.row_count]
    if not filled:
        raise tables.UnreadableFile(f"Tệp “{workbook.name}” không có dòng nào. Xem lại đúng tệp chưa.")
    return [sheet for sheet in filled if not sheet.hidden] or filled


def _head(workbook: tables.Workbook, sheet: tables.Sheet) -> list[list[str]]:
    """The first rows of a sheet, blank rows included, so that places in it are rows of the sheet less one."""
    rows: list[list[str]] = []
    for row in islice(workbook.rows(sheet.name), SAMPLE):
        if row.number - len(rows) > SAMPLE:
            break
        rows += [[] for _ in range(row.number - 1 - len(rows))]
        rows.append([text.strip() for text in row.cells])
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _chosen(
    found: Sequence[tuple[tables.Sheet, list[list[str]]]], layout: formats.Format, name: str
) -> tuple[tables.Sheet, list[list[str]], Heading]:
    """The sheet whose heading names most columns; without one, the sheet whose heading a person could explain."""
    whole = [(sheet, head, heading) for sheet, head in found if (heading := headings.find_heading(head, layout.columns))]
    if not whole:
        whole = [(sheet, head, heading) for sheet, head in found if (heading := asking.likely_heading(head, layout.columns))]
    if len(whole) > 1 and len(filled := [each for each in whole if _has_rows(each)]) > 1:
        titles = ", ".join(f"“{sheet.name}”" for sheet, _head, _heading in filled)
        raise ManyLists(
            f"Tệp “{name}” có {len(filled)} trang đều là danh sách: {titles}. Mỗi lần nhận một trang: tách mỗi trang thành một tệp rồi gửi "
            "từng tệp, để không trẻ nào bị bỏ sót."
        )
    if whole:
        return max(whole, key=lambda each: (len(each[2].places), each[0].row_count))
    absent = headings.missing(max((head for _, head in found), key=len), layout.columns)
    titles = ", ".join(f"“{column.title}”" for column in absent) or "cần thiết"
    raise NoHeading(
        f"Không thấy dòng tiêu đề có cột {titles} trong tệp “{name}”. Thêm tiêu đề cột, hoặc tải tệp mẫu rồi chép danh sách vào."
    )


def _has_rows(found: tuple[tables.Sheet, list[list[str]], Heading]) -> bool:
    """Whether something stands under the heading of a sheet; an empty sheet of a template is no list."""
    _sheet, head, heading = found
    return any(sum(1 for text in row if text) > 1 for row in head[heading.first_data_row :])


def _asked(
    workbook: tables.Workbook, sheet: tables.Sheet, head: list[list[str]], heading: Heading, *, layout: formats.Format, sender: str
) -> Opened:
    """What was said before of these titles holds; else columns and letters are told, and what is unsure is asked."""
    heading = sections.divided(heading, head[heading.first_data_row :])
    signature = asking.signature(heading.titles)
    found = Opened(
        workbook, sheet, heading, signature=signature, head=tuple(map(tuple, head[: heading.row])),
        samples=tuple(map(tuple, head[heading.first_data_row :])),
    )  # fmt: skip
    known = SenderLayout.objects.filter(
        sender=sender, format_code=layout.code, signature=signature, revoked_at__isnull=True
    ).first()  # fmt: skip
    samples = head[heading.first_data_row :]
    if known is not None:
        return replace(found, heading=asking.placed(heading, known.places), encodings=known.encodings, remembered=True)
    encodings, doubts = asking.encodings(samples, heading.places, layout.columns)
    columns = asking.columns(heading, samples, layout.columns, encodings)
    asked: dict[str, object] = {}
    if columns:
        asked["columns"] = columns
    if doubts:
        asked["encodings"] = doubts
    return replace(found, encodings=encodings, asked=asked)
