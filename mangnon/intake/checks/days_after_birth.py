"""Ngày tiêm, ngày mất, ngày cấp thẻ … không được trước ngày sinh.

Căn cứ: công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1 (thông tin mâu thuẫn); Luật Hộ tịch 60/2014/QH13, Điều 14.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import spans
from mangnon.intake.vocabulary import Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    birth = row.birth or (child.birth if (child := context.link(row).child) else None)
    for field, last in spans.last_days(row) if birth else ():
        if birth and last < birth.day and field not in spans.OF_OTHERS:
            title = context.layout.column(field).title if context.layout else field
            yield Finding(
                field,
                Severity.MUST_FIX,
                f"{title} {row.text(field)} trước ngày sinh {birth.text()}.",
                "Xem lại giấy tờ: một trong hai ngày sai.",
            )
