"""Deadlines as papers write them, and the last day they mean on a given day.

"Trước ngày 20 tháng 11" ends on 19/11 at midnight; "chậm nhất ngày", "đến ngày", "trong tháng", "quý" include their last day.
"""

import calendar
import re
from datetime import date

from mangnon.lib.calendar import last_day_before
from mangnon.plans.records import Deadline, Turn
from mangnon.plans.vocabulary import DueRule

YEAR_LONG = frozenset({DueRule.YEARLY, DueRule.ONGOING})
_YEARLY_WORDS = r"(?:(?:của\s+)?(?:hàng|hằng|mỗi)\s+năm)"
_BEFORE = r"(trước|chậm nhất(?:\s+(?:là|vào|đến|trước))?|muộn nhất(?:\s+là)?|đến hết|đến|hoàn thành|xong|vào|trong|hết|hạn cuối(?:\s+là)?)"
_DAY_MONTH = r"(?:ngày\s+)?(\d{1,2})(?:\s+tháng\s+|\s*/\s*)(\d{1,2})"
_YEAR_OF_DAY = r"(?:\s+năm\s+|\s*/\s*)(\d{4})"
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_YEARLY_DAY = re.compile(rf"{_BEFORE}\s+{_DAY_MONTH}(?:\s*,)?\s+{_YEARLY_WORDS}", re.IGNORECASE)
_YEARLY_DAY_TURNED = re.compile(rf"{_YEARLY_WORDS},?\s+(?:[^.;\d]{{0,60}}?\s)?{_BEFORE}\s+{_DAY_MONTH}(?![\d/]|\s+năm)", re.IGNORECASE)
_ONE_DAY = re.compile(rf"{_BEFORE}\s+{_DAY_MONTH}{_YEAR_OF_DAY}", re.IGNORECASE)
_QUARTER = re.compile(r"(?:(trước|trong|hết|hoàn thành)\s+)?quý\s+(IV|III|II|I|[1-4])(?:\s+năm\s+|\s*/\s*|\s+)(\d{4})", re.IGNORECASE)
_MONTH = re.compile(rf"{_BEFORE}\s+tháng\s+(\d{{1,2}})(?:\s+năm\s+|\s*/\s*)(\d{{4}})", re.IGNORECASE)
_BARE_MONTH = re.compile(r"^()(?:tháng\s+)?(\d{1,2})(?:\s+năm\s+|\s*/\s*)(\d{4})[.;]?$", re.IGNORECASE)
_IN_YEAR = re.compile(r"(?:trong|hết|hoàn thành(?:\s+trong)?|trước)\s+năm\s+(\d{4})|^năm\s+(\d{4})[.;]?$", re.IGNORECASE)
_UNTIL_YEAR = re.compile(r"(?:^|\b(?:thực hiện|hoàn thành|đạt|phấn đấu|duy trì)\s(?:[^.;:]{0,40}\s)?)[Đđ]ến\s+(?:hết\s+)?năm\s+(\d{4})")
_EVERY = re.compile(r"\b(?:hàng|hằng|mỗi|định kỳ)\s+(năm|quý|tháng)\b", re.IGNORECASE)
_NOT_A_DUTY = re.compile(
    r"(?:dự toán|ngân sách|kinh phí|nguồn|kế hoạch|chương trình|nhiệm vụ|chỉ tiêu|dịp|Tháng hành động)(?:\s+[\w-]+){0,12}\s*$",
    re.IGNORECASE,
)
_NAMED_PROGRAMME = re.compile(r"(?:Chương trình|Chiến lược|Đề án|giai đoạn|định hướng|tầm nhìn|Dự án)[^.;:]*$")


_ONGOING = re.compile(r"(?:thực hiện\s+)?thường xuyên(?:,?\s+(?:hàng|hằng)\s+năm)?\.?", re.IGNORECASE)


def deadline(text: str) -> Deadline | None:
    """The first deadline a text states, the most exact kind first; None when it states none.

    "Thường xuyên" is one only where it is all that is said: in a list of duties, not in the middle of a sentence.
    """
    text = " ".join(text.split())
    if _ONGOING.fullmatch(text):
        return Deadline(DueRule.ONGOING, text, month=12, day=31)
    for pattern in (_YEARLY_DAY, _YEARLY_DAY_TURNED):
        if (found := pattern.search(text)) and (last := _last_day(found[1], 2024, int(found[3]), int(found[2]))):
            return Deadline(DueRule.YEARLY, found[0], month=last.month, day=last.day)
    if (found := _ONE_DAY.search(text)) and (last := _last_day(found[1], int(found[4]), int(found[3]), int(found[2]))):
        return Deadline(DueRule.ONCE, found[0], on=last)
    if found := _QUARTER.search(text):
        return Deadline(DueRule.ONCE, found[0], on=_quarter_end(found))
    if (found := _MONTH.search(text) or _BARE_MONTH.search(text)) and 1 <= int(found[2]) <= 12:
        return Deadline(DueRule.ONCE, found[0], on=_month_end(found[1], int(found[3]), int(found[2])))
    if found := _IN_YEAR.search(text):
        year = int(found[1] or found[2])
        return Deadline(DueRule.ONCE, found[0], on=date(year - 1 if found[0].lower().startswith("trước") else year, 12, 31))
    for found in _EVERY.finditer(text):
        if not _NOT_A_DUTY.search(text[: found.start()].rsplit(";", 1)[-1].rsplit(".", 1)[-1]):
            return _periodic(found)
    if (found := _UNTIL_YEAR.search(text)) and not _NAMED_PROGRAMME.search(text[: found.end()]):
        return Deadline(DueRule.ONCE, found[0], on=date(int(found[1]), 12, 31))
    return None


def due_in(deadline: Deadline, *, on: date) -> date:
    """The last day of the cycle that runs on a day: of that year, quarter or month; of a single deadline, its day."""
    if deadline.rule is DueRule.ONCE:
        assert deadline.on is not None
        return deadline.on
    if deadline.rule in YEAR_LONG:
        return _clipped(on.year, deadline.month or 12, deadline.day or 31)
    month = (on.month + 2) // 3 * 3 if deadline.rule is DueRule.QUARTERLY else on.month
    return _clipped(on.year, month, 31)


def cycle_start(deadline: Deadline | None, *, on: date) -> date | None:
    """The first day of the cycle that runs on a day; None for what is done once."""
    if deadline is None or deadline.rule is DueRule.ONCE:
        return None
    if deadline.rule in YEAR_LONG:
        return date(on.year, 1, 1)
    return date(on.year, (on.month - 1) // 3 * 3 + 1 if deadline.rule is DueRule.QUARTERLY else on.month, 1)


def turn(deadline: Deadline | None, *, on: date) -> Turn:
    """The run of a duty that a day falls in: this year's, quarter's or month's; what is done once has one run without limits."""
    start = cycle_start(deadline, on=on)
    if deadline is None or start is None:
        return Turn("", None, None, deadline.on if deadline else None)
    if deadline.rule in YEAR_LONG:
        key, last = f"{start.year}", date(start.year, 12, 31)
    elif deadline.rule is DueRule.QUARTERLY:
        key, last = f"{start.year}-Q{(start.month + 2) // 3}", _clipped(start.year, start.month + 2, 31)
    else:
        key, last = f"{start.year}-{start.month:02d}", _clipped(start.year, start.month, 31)
    return Turn(key, start, last, due_in(deadline, on=on))


def turn_in_words(key: str) -> str:
    """ "2026-Q4" → "quý IV/2026", "2026-11" → "tháng 11/2026", "2026" → "năm 2026"; "" for what is done once."""
    year, _, part = key.partition("-")
    if not part:
        return f"năm {year}" if year else ""
    return f"quý {('I', 'II', 'III', 'IV')[int(part[1:]) - 1]}/{year}" if part.startswith("Q") else f"tháng {int(part)}/{year}"


def horizon(texts: list[str]) -> date | None:
    """The last day a plan runs to, as its subject or its aims say ("đến năm 2035", "giai đoạn 2026 - 2030", "năm 2025")."""
    for text in texts:
        text = " ".join(text.split())
        years = [
            int(m[1])
            for m in re.finditer(r"đến\s+(?:hết\s+)?năm\s+(\d{4})", text, re.IGNORECASE)
            if not _NAMED_PROGRAMME.search(text[: m.start()])
        ]
        if years:
            return date(max(years), 12, 31)
    for text in texts[:1]:
        if found := re.search(
            r"giai đoạn\s+(?:từ\s+năm\s+)?\d{4}\s*(?:[-–]|đến(?:\s+năm)?)\s*(\d{4})", " ".join(text.split()), re.IGNORECASE
        ):
            return date(int(found[1]), 12, 31)
        if found := re.search(r"(?<!tháng \d )(?<!tháng \d\d )\bnăm\s+(\d{4})\s*$", " ".join(text.split()), re.IGNORECASE):
            return date(int(found[1]), 12, 31)
    return None


def in_words(deadline: Deadline) -> str:
    """The rule with its last day: "hằng năm, hạn cuối 19/11"."""
    if deadline.rule is DueRule.ONCE and deadline.on:
        return f"hạn cuối {deadline.on:%d/%m/%Y}"
    if deadline.rule is DueRule.YEARLY:
        return f"hằng năm, hạn cuối {deadline.day or 31:02d}/{deadline.month or 12:02d}"
    return str(deadline.rule.label).lower()


def _last_day(word: str, year: int, month: int, day: int) -> date | None:
    try:
        named = date(year, month, day)
    except ValueError:
        return None
    return last_day_before(named) if "trước" in word.lower() else named


def _quarter_end(found: re.Match[str]) -> date:
    quarter, year = _QUARTERS[found[2].upper()], int(found[3])
    if (found[1] or "").lower() == "trước":
        return last_day_before(date(year, quarter * 3 - 2, 1))
    return _clipped(year, quarter * 3, 31)


def _month_end(word: str, year: int, month: int) -> date:
    return last_day_before(date(year, month, 1)) if "trước" in word.lower() else _clipped(year, month, 31)


def _periodic(found: re.Match[str]) -> Deadline:
    every = found[1].lower()
    if every == "năm":
        return Deadline(DueRule.YEARLY, found[0], month=12, day=31)
    return Deadline(DueRule.QUARTERLY if every == "quý" else DueRule.MONTHLY, found[0])


def _clipped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
