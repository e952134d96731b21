"""The three registers as sheets (Nghị định 30/2020/NĐ-CP, Phụ lục IV, mục I, VI, VIII): the columns of the annex, in its order."""

from collections.abc import Iterable, Sequence
from typing import Any

from mangnon.documents.vocabulary import Handling
from mangnon.lib.tables import ColumnLayout, SheetLayout
from mangnon.lib.vietnamese import short_date

SENT = (
    ColumnLayout("Số, ký hiệu văn bản", 20), ColumnLayout("Ngày tháng văn bản", 14),
    ColumnLayout("Tên loại và trích yếu nội dung văn bản", 60), ColumnLayout("Người ký", 24),
    ColumnLayout("Nơi nhận văn bản", 40), ColumnLayout("Đơn vị, người nhận bản lưu", 26),
    ColumnLayout("Số lượng bản", 10), ColumnLayout("Ngày chuyển", 14), ColumnLayout("Ký nhận", 12), ColumnLayout("Ghi chú", 24),
)  # fmt: skip
RECEIVED = (
    ColumnLayout("Ngày đến", 14), ColumnLayout("Số đến", 10), ColumnLayout("Tác giả", 36), ColumnLayout("Số, ký hiệu văn bản", 20),
    ColumnLayout("Ngày tháng văn bản", 14), ColumnLayout("Tên loại và trích yếu nội dung văn bản", 60),
    ColumnLayout("Đơn vị hoặc người nhận", 30), ColumnLayout("Ngày chuyển", 14), ColumnLayout("Ký nhận", 12), ColumnLayout("Ghi chú", 24),
)  # fmt: skip
FOLLOWED = (
    ColumnLayout("Số đến", 10), ColumnLayout("Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản", 70),
    ColumnLayout("Đơn vị hoặc người nhận", 30), ColumnLayout("Thời hạn giải quyết", 16), ColumnLayout("Tiến độ giải quyết", 26),
    ColumnLayout("Số, ký hiệu văn bản trả lời", 22), ColumnLayout("Ghi chú", 24),
)  # fmt: skip


def sent(rows: Iterable[Any], *, heading: Sequence[str]) -> SheetLayout:
    """Sổ đăng ký văn bản đi: entries with their documents."""
    lines = [
        (
            row.document.number, _day(row.document.issued_on), f"{row.document.kind} {row.document.title}".strip(), row.document.signer,
            "; ".join(row.document.recipients), row.places, str(row.copies or ""), _day(row.on), "", row.note,
        )
        for row in rows
    ]  # fmt: skip
    return SheetLayout("Văn bản đi", SENT, lines, heading=tuple(heading))


def received(rows: Iterable[Any], *, heading: Sequence[str]) -> SheetLayout:
    """Sổ đăng ký văn bản đến."""
    lines = [
        (
            _day(row.on), str(row.ordinal), row.document.issuer, row.document.number, _day(row.document.issued_on),
            f"{row.document.kind} {row.document.title}".strip(), row.places, "", "", row.note,
        )
        for row in rows
    ]  # fmt: skip
    return SheetLayout("Văn bản đến", RECEIVED, lines, heading=tuple(heading))


def followed(rows: Iterable[Any], *, heading: Sequence[str]) -> SheetLayout:
    """Sổ theo dõi giải quyết văn bản đến."""
    lines = [
        (
            str(row.ordinal),
            f"{row.document.kind} số {row.document.number} ngày {_day(row.document.issued_on)} của {row.document.issuer}", row.places,
            _day(row.due_on), Handling(row.handling).label + (f", ngày {_day(row.done_on)}" if row.done_on else ""),
            row.answer.number if row.answer else "", row.note,
        )
        for row in rows
    ]  # fmt: skip
    return SheetLayout("Theo dõi giải quyết", FOLLOWED, lines, heading=tuple(heading))


def _day(day: Any) -> str:
    return short_date(day) if day else ""
