"""Trẻ chưa đặt tên (“Con bà …”) thì chờ khi có tên: tên của sổ là tên trong giấy khai sinh.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14 khoản 1; Luật Trẻ em 102/2016/QH13, Điều 13.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow
from mangnon.intake.rules import child_names
from mangnon.intake.vocabulary import Kind, Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if context.layout and context.layout.kind is Kind.ENRICHES and context.link(row).child:
        return  # its record has the name
    if name and child_names.is_nameless(name):
        yield Finding(
            "full_name",
            Severity.MUST_FIX,
            f"Trẻ chưa có tên: “{name[:40]}”.",
            "Ghi họ tên theo giấy khai sinh, hoặc bỏ qua dòng chờ tháng sau.",
        )
