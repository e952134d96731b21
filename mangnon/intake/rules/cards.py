"""Health-insurance cards as typed: number and days of validity."""

import re
from datetime import date

from mangnon.intake.rules import dates

_OLD = re.compile(r"[A-Z]{2}\d{13}")  # TE 1 92 0123456789: kind of person, share, province, number
_NEW = re.compile(r"\d{10}")  # the social-insurance number alone, on cards since 2021
_BETWEEN = re.compile(r"\s*(?:-|–|đến hết|đến|tới|->|→)\s*(?=\d)")
_UNTIL = re.compile(r"^(?:có giá trị )?(?:đến hết ngày|đến hết|đến ngày|đến|tới)\s+(?=\d)", re.IGNORECASE)
_ON = re.compile(r"\s*(?:-|–|đến|tới)\s*nay\s*$", re.IGNORECASE)
_LETTERS = (  # Quyết định 1351/QĐ-BHXH năm 2015, Điều 2 (from memory: confirm)
    "DN|HX|CH|NN|TK|HC|XK|HT|TB|NO|CT|XB|TN|CS|QN|CA|CY|XN|MS|CC|CK|CB|KC|HD|TE|BT|HN|DT|DK|XD|TS|TC|TQ|TA|TY|HG|LS|PV|HS|SV|GB|GD"
    "|TH|TV|TD|TU|BA|XV|ND|CN|AK|CP|XT"
)
_KIND = re.compile(rf"(?:{_LETTERS})[1-5]")  # whom a card insures, and for which share
_FROM = re.compile(r"^(?:từ ngày|từ|có giá trị từ)\s+", re.IGNORECASE)


def read_card(text: str) -> str | None:
    """TE1920123456789 or 0123456789, whatever stands between its figures; nine figures have lost a zero and mean nothing for sure."""
    number = re.sub(r"[\s.\-]", "", text).upper()
    return number if _OLD.fullmatch(number) or _NEW.fullmatch(number) else None


def read_span(text: str) -> tuple[date | None, date | None] | None:
    """First and last day of "01/01/2026 - 31/12/2026", "từ 01/2026 đến nay", "đến 30/9/2028". A day, month or year alone may be the first
    or the last, so it says nothing. Raises dates.NoSuchDay.
    """
    text = text.strip()
    if found := _UNTIL.match(text):
        last = dates.last_day(text[found.end() :])
        return (None, last) if last else None
    first_word = _FROM.match(text)
    open_end = _ON.search(text)
    parts = _BETWEEN.split(_FROM.sub("", _ON.sub("", text)))
    if len(parts) > 2 or (len(parts) == 1 and not (first_word or open_end)):
        return None
    days = [read(part) for read, part in zip((dates.first_day, dates.last_day), parts, strict=False)]
    if any(day is None for day in days):
        return None
    return days[0], days[1] if len(days) == 2 else None


def code_known(number: str) -> bool:
    """Whether the two letters of an old number name a kind of insured people, and its figure a share: 1 to 5."""
    return not number[:2].isalpha() or _KIND.match(number) is not None
