"""Trình độ học vấn và tình trạng học tập theo từ của tệp mẫu.

Căn cứ: Phần mềm quản lý thông tin trẻ em tại cơ sở (Nhà trẻ đến Trung học phổ thông; Đang học, Ngừng học).
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import school
from mangnon.intake.rules.words import NO, plain
from mangnon.intake.vocabulary import Severity

NEEDS = ("school_level", "school_state")


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    level = row.school_level or school.state_in_words(row.text("school_level"))  # "nghỉ học" is no level, but says enough
    for column, value in (("school_level", level), ("school_state", row.school_state)):
        text = row.text(column)
        if value is None and plain(text) not in NO:
            yield Finding(column, Severity.NOTE, f"Không hiểu “{text[:40]}”.", "Chọn một từ trong tệp mẫu để được thống kê.")
