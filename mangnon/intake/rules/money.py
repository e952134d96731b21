"""Sums of money as typed: "540.000", "540.000 đ", "540 nghìn", "1,5 triệu", "1 triệu 5", "1tr080"."""

import re
import unicodedata

from mangnon.intake.records import ReadRow
from mangnon.intake.rules import banners
from mangnon.lib import vietnamese

SEVERAL = (  # titles that speak of sums for several months
    r"\bquy (?:i{1,3}|iv|[1-4])\b|\b(?P<figures>[2-9]|1[0-2]) thang\b|\b6 thang|truy linh|truy tra|ca nam"
    r"|\btu thang \d{1,2}(?: \d{4})? (?:den|toi) |thang \d{1,2} (?:den |va |toi )(?:thang )?\d{1,2}\b"
)
_SEVERAL = re.compile(SEVERAL)
_LONGEST = 60  # letters
UNIT = (  # titles that say in what sums are told
    r"\b(?:don vi(?: tinh)?|dvt) (?:la )?(?:(?P<thousands>1 000|1000|nghin|ngan)|(?P<millions>trieu|1 000 000|1000000)) ?(?:dong|vnd|d)\b"
)
_UNIT = re.compile(UNIT)
_SMALL = 100_000  # what is less is no sum in đồng where a title names a larger unit
_FIGURES = re.compile(r"[\d., ]+")

# Whose and how often: "/quý" and "/năm" are sums for another time.
_A_MONTH = r" ?(?:d|dong|vnd)?(?: ?/ ?(?:nguoi|tre|em|chau))?(?: ?/ ?(?:1 )?(?:thang|th)| (?:moi|mot|1|hang) thang)?[ .]*"
_PLAIN = re.compile(rf"(\d{{1,3}}(?:[., ]\d{{3}})+|\d+)(?:[.,]0{{1,2}})?{_A_MONTH}")
_THOUSANDS = re.compile(rf"(\d+) ?(?:nghin|ngan|k){_A_MONTH}")
_MILLIONS = re.compile(
    rf"(\d+)(?:[.,](?P<decimals>\d{{1,3}}))? ?(?:trieu|tr)"
    rf"(?: ?(?P<half>ruoi)| ?(?P<thousands>\d{{1,3}}) ?(?:nghin|ngan|k)| ?(?P<spoken>\d{{3}}|\d))?{_A_MONTH}"
)


def months_of(banner: str) -> int | None:
    """How many months the sums under a title are for: 3 of a quarter, 0 where it says several and not how many; None of one month."""
    found = [each for part in banners.levels(banner) for each in _SEVERAL.finditer(part)]
    if not found:
        return None
    counted = {int(each["figures"]) for each in found if each["figures"]} or {3 for each in found if each[0].startswith("quy ")}
    return counted.pop() if len(counted) == 1 else 0


def unit_of(banner: str) -> int:
    """In what the sums under a title are told: 1.000 of "Đơn vị tính: nghìn đồng"."""
    found = next((found for part in banners.levels(banner) if (found := _UNIT.search(part))), None)
    return 1 if found is None else 1_000 if found["thousands"] else 1_000_000


def of_row(row: ReadRow) -> int | None:
    """Đồng a month that a row says, in the unit its title names; what somebody wrote here is in đồng."""
    amount: int | None = row.value("amount")
    if amount is None or amount >= _SMALL or "amount" in row.corrected or not _FIGURES.fullmatch(row.text("amount")):
        return amount
    return amount * unit_of(row.text(banners.FIELD))


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
