"""Hình thức trợ giúp theo các cột của Mẫu 03.

Căn cứ: Mẫu 03 thống kê số liệu trẻ em, cột 4 đến cột 8.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.vocabulary import Severity

NEEDS = ("help",)


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    for part in row.unknown_help:
        yield Finding("help", Severity.NOTE, f"Không hiểu hình thức trợ giúp “{part[:60]}”.", "Ghi như trong tệp mẫu để được thống kê.")
