"""Rows of the log in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar

DETAILS = {
    "in_a_row": "lần thứ", "rows": "số dòng", "accepted": "số dòng đúng", "children": "số trẻ", "count": "số lượng", "role": "vai trò",
    "created": "ghi mới", "changed": "đã sửa", "unchanged": "giữ nguyên", "year": "năm", "fields": "các mục", "found": "số trẻ thấy",
    "query": "tìm theo", "page": "trang", "links": "số cặp khớp", "review": "số cặp cần xem", "verdict": "kết luận", "reason": "lý do",
}  # fmt: skip


class Logged(Protocol):
    """An event of the log."""

    pk: int
    at: datetime
    who_id: str
    who_label: str
    act: str
    subject_label: str
    unit_code: str
    details: Mapping[str, object]


@dataclass(frozen=True)
class Row:
    """One act as a line of the table."""

    day: str
    time: str
    who: str
    who_id: str
    act: str
    subject: str
    unit: str
    details: str
    attention: bool


def rows(events: Iterable[Logged], unit_names: Mapping[str, str]) -> list[Row]:
    """Events as lines; details only under names that have a Vietnamese word."""
    return [
        Row(
            day=f"{calendar.day_of(event.at):%d/%m/%Y}", time=f"{event.at.astimezone(calendar.VIETNAM):%H:%M:%S}", who=event.who_label,
            who_id=event.who_id, act=Act(event.act).label, subject=event.subject_label,
            unit=unit_names.get(event.unit_code, event.unit_code), details=_details(event.details),
            attention=event.act in {Act.ACCESS_REFUSED, Act.LOGIN_FAILED},
        )
        for event in events
    ]  # fmt: skip


def _details(details: Mapping[str, object]) -> str:
    return "; ".join(f"{DETAILS[key]} {_text(value)}" for key, value in details.items() if key in DETAILS)


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
