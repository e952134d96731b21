"""Chữ trong một cột của mẫu phải có nghĩa: ngày có trong lịch, từ có trong bảng từ của mẫu.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (rà soát thông tin sai định dạng).
"""

from collections.abc import Iterator

from mangnon.intake.records import Column, Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import words
from mangnon.intake.vocabulary import Severity

SHOWN = 5  # words offered to choose from: all of the short lists


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    if context.layout is None:
        return
    for field, _ in context.layout.reading:
        text = row.cells.get(field, "")
        if not text or field in row.values or words.is_state(text):
            continue
        column = context.layout.column(field)
        if column.is_nothing is not None and column.is_nothing(text):
            continue
        ways = tuple(Suggestion(f"Ghi {label}", column.field, label) for label in column.choices[:SHOWN])
        if column.unread is not Severity.NOTE and not column.required:
            ways = (*ways, Suggestion("Để trống", column.field, ""))
        yield Finding(column.field, column.unread, f"Không hiểu “{text[:40]}” ở cột {column.title}.", _todo(column), ways)


def _todo(column: Column) -> str:
    if column.choices:
        return f"Ghi một trong các từ: {', '.join(column.choices[:6])}."
    return f"Ghi như ví dụ: {column.example}." if column.example else "Xem lại giấy tờ rồi ghi lại."
