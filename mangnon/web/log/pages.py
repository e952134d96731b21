"""Rows of the log in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db.models import TextChoices

from mangnon.accounts.vocabulary import Role
from mangnon.audit.vocabulary import Act
from mangnon.lib import calendar
from mangnon.lib.vietnamese import number
from mangnon.linkage.vocabulary import Verdict
from mangnon.plans.vocabulary import Declared
from mangnon.register.vocabulary.people import ClosingReason, ResidenceKind

WORDS = {
    "in_a_row": "lần thứ {}", "rows": "{} dòng", "row": "dòng {}", "children": "{} trẻ", "found": "{} trẻ", "tasks": "{} nhiệm vụ",
    "clauses": "{} điều khoản", "figures": "{} số liệu", "requirements": "{} đơn vị", "version": "lần nộp {}", "number": "số {}",
    "section": "mục {}", "user": "người phụ trách {}", "linked": "{} trẻ đã gắn", "review": "{} cần người xem", "mismatch": "{} lệch",
    "unmatched": "{} không thấy", "enrolled": "{} ghi mới", "updated": "{} cập nhật", "matter": "về {}", "target": "nơi nhận {}",
}  # fmt: skip
CHOICES: dict[str, tuple[str, type[TextChoices]]] = {
    "role": ("vai trò: {}", Role), "verdict": ("kết luận: {}", Verdict), "declared": ("đơn vị báo: {}", Declared),
    "kind": ("{}", ResidenceKind), "closed": ("thôi theo dõi: {}", ClosingReason),
}  # fmt: skip
FIELDS = {
    "full_name": "họ tên", "birth": "ngày sinh", "birth_date": "ngày sinh", "birth_precision": "độ rõ của ngày sinh", "sex": "giới tính",
    "ethnicity": "dân tộc", "household": "hộ", "school_level": "cấp học", "school_state": "việc học", "note": "ghi chú", "carers": "cha mẹ",
    "standing": "hộ nghèo", "personal_number": "số định danh", "residences": "nơi ở", "phone": "điện thoại",
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
    return "; ".join(text for key, value in details.items() if (text := _words(key, value)))


def _words(key: str, value: object) -> str:
    """One detail in Vietnamese; "" for what has no word here and for what is not there."""
    if key == "fields" and isinstance(value, list):
        return f"sửa {', '.join(FIELDS[name] for name in value if name in FIELDS)}"
    if key == "sections":
        return f"mục {', '.join(map(str, value))}" if isinstance(value, list) else f"{value} mục"
    if key in CHOICES:
        pattern, choices = CHOICES[key]
        return pattern.format(choices(value).label) if value in choices.values else ""
    if key not in WORDS or isinstance(value, bool) or not isinstance(value, int | str) or value == "":
        return ""
    return WORDS[key].format(number(value) if isinstance(value, int) else value)
