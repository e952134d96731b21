"""Sums of money as typed: "540.000", "540.000 đ", "540 nghìn", "1,5 triệu"."""

import re

from mangnon.intake.rules.words import plain

_PLAIN = re.compile(r"(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:[.,]0{1,2})?\s*(?:đ|đồng|vnđ|vnd|dong)?(?:/tháng|/thang|/th)?", re.IGNORECASE)
_MILLIONS = re.compile(r"(\d+)(?: (\d{1,3}))? (?:trieu|tr)")
_THOUSANDS = re.compile(r"(\d+) ?(?:nghin|ngan|k)\b(?: dong)?")


def read_amount(text: str) -> int | None:
    """Đồng a month."""
    if found := _PLAIN.fullmatch(text.strip()):
        return int(re.sub(r"\D", "", found[1]))
    if found := _MILLIONS.match(plain(text)):
        rest = (found[2] or "").ljust(6, "0")
        return int(found[1]) * 1_000_000 + (int(rest) if found[2] else 0)
    found = _THOUSANDS.fullmatch(plain(text))
    return int(found[1]) * 1_000 if found else None
