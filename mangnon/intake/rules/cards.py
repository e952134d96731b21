"""Health-insurance cards as typed: number and days of validity."""

import re
from datetime import date

from mangnon.intake.rules import dates

_OLD = re.compile(r"[A-Z]{2}\d{13}")  # TE 1 92 0123456789: kind of person, share, province, number
_NEW = re.compile(r"\d{10}")  # the social-insurance number alone, on cards since 2021
_BETWEEN = re.compile(r"\s*(?:-|–|đến hết|đến|tới|->|→)\s*(?=\d)")
_FROM = re.compile(r"^(?:từ ngày|từ|có giá trị từ)\s+", re.IGNORECASE)


def read_card(text: str) -> str | None:
    """TE1920123456789 or 0123456789, whatever stands between its figures; nine figures have lost a zero and mean nothing for sure."""
    number = re.sub(r"[\s.\-]", "", text).upper()
    return number if _OLD.fullmatch(number) or _NEW.fullmatch(number) else None


def read_span(text: str) -> tuple[date | None, date | None] | None:
    """First and last day of "01/01/2026 - 31/12/2026" or "01/2026-12/2026"; one day alone is the first. Raises dates.NoSuchDay."""
    parts = _BETWEEN.split(_FROM.sub("", text.strip()))
    if len(parts) > 2:
        return None
    days = [read(part) for read, part in zip((dates.first_day, dates.last_day), parts, strict=False)]
    if any(day is None for day in days):
        return None
    return days[0], days[1] if len(days) == 2 else None
