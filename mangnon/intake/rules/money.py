"""Sums of money as typed: "540.000", "540.000 đ", "540 nghìn", "1,5 triệu", "1 triệu 5", "1tr080"."""

import re
import unicodedata

from mangnon.lib import vietnamese

_LONGEST = 60  # letters

# Whose and how often: "/quý" and "/năm" are sums for another time.
_A_MONTH = r" ?(?:d|dong|vnd)?(?: ?/ ?(?:nguoi|tre|em|chau))?(?: ?/ ?(?:1 )?(?:thang|th)| (?:moi|mot|1|hang) thang)?[ .]*"
_PLAIN = re.compile(rf"(\d{{1,3}}(?:[., ]\d{{3}})+|\d+)(?:[.,]0{{1,2}})?{_A_MONTH}")
_THOUSANDS = re.compile(rf"(\d+) ?(?:nghin|ngan|k){_A_MONTH}")
_MILLIONS = re.compile(
    rf"(\d+)(?:[.,](?P<decimals>\d{{1,3}}))? ?(?:trieu|tr)"
    rf"(?: ?(?P<half>ruoi)| ?(?P<thousands>\d{{1,3}}) ?(?:nghin|ngan|k)| ?(?P<spoken>\d{{3}}|\d))?{_A_MONTH}"
)


def read_amount(text: str) -> int | None:
    """Đồng a month; None for a range, a sum for another time, and "1 triệu 50", which may be 1.050.000 or 1.500.000."""
    if len(text) > _LONGEST:
        return None
    typed = vietnamese.fold(unicodedata.normalize("NFKC", text))
    if found := _PLAIN.fullmatch(typed):
        return int(re.sub(r"\D", "", found[1]))
    if found := _THOUSANDS.fullmatch(typed):
        return int(found[1]) * 1_000
    found = _MILLIONS.fullmatch(typed)
    return _millions(found) if found else None


def _millions(found: re.Match[str]) -> int | None:
    parts = [figures for name in ("decimals", "spoken") if (figures := found[name])]
    thousands = [int(figures.ljust(3, "0")) for figures in parts]
    if found["half"]:
        thousands.append(500)
    if found["thousands"]:
        thousands.append(int(found["thousands"]))
    return int(found[1]) * 1_000_000 + sum(thousands) * 1_000 if len(thousands) <= 1 else None  # not "1,5 triệu 5"
