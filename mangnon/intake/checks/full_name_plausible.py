"""Họ và tên có chữ số, dấu hỏi, tên gọi ở nhà, ghi chú thì hỏi lại; không vì lạ mà hỏi tên Khơ-me, Hoa hay tên nước ngoài.

Căn cứ: Luật Hộ tịch 60/2014/QH13, Điều 14; công văn 2513/LĐTBXH-TTTT ngày 14/7/2022, bước 1.
"""

from collections.abc import Iterator

from mangnon.intake.records import Context, Finding, ReadRow, Suggestion
from mangnon.intake.rules import child_names, dittos, names, several_names, words
from mangnon.intake.vocabulary import Kind, Severity


def check(row: ReadRow, context: Context) -> Iterator[Finding]:
    name = row.text("full_name")
    if not name or (doubt := child_names.doubt(name)) is None or names.legacy_encoding(name):
        return
    if words.is_nothing(name) or dittos.is_mark(name) or child_names.is_nameless(name) or several_names.several(name):
        return  # other rules tell of these
    known = context.layout is not None and context.layout.kind is Kind.ENRICHES and not context.link(row).new  # it helps to find the child
    what = f"Họ và tên “{name[:60]}”: {doubt.why}."
    if doubt.mild or known:
        yield Finding("full_name", Severity.NOTE, what, "Xem lại giấy khai sinh; đúng như vậy thì không phải sửa.")
        return
    ways = (Suggestion(f"Đổi thành {doubt.better}", "full_name", doubt.better),) if doubt.better else ()
    yield Finding(
        "full_name", Severity.QUESTION, what, "Ghi đúng họ, chữ đệm và tên trong giấy khai sinh; điều khác ghi ở cột Ghi chú.",
        (*ways, Suggestion("Giữ nguyên")),
    )  # fmt: skip
