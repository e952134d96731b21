"""How numbers are shown: which formats are dates, which carry zeros in front; serial days of both calendars as days."""

import datetime as dt
import re
from functools import lru_cache

_BUILT_IN = {
    9: "percent", 10: "percent", **dict.fromkeys((14, 15, 16, 22), "date"), 17: "month",
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "time"), **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "date"),
}  # fmt: skip
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ZEROS = re.compile(r"0{2,20}")
_WITHOUT_A_DAY = frozenset({"month", "year"})
_LAST_DAY = 2_958_465  # 31/12/9999


def kind_of(number: int, code: str | None) -> str:
    """ "" for numbers as they are, else "date", "month" (no day is shown), "year", "time", "percent" or "zeros:12"."""
    if code is None:
        return _BUILT_IN.get(number, "")
    shown = _QUOTED.sub("", code.split(";")[0]).lower()
    if shown.strip() in ("general", "standard", "@", ""):
        return ""
    if _ZEROS.fullmatch(shown.strip()):
        return f"zeros:{len(shown.strip())}"
    has_day, has_year = "d" in shown, "y" in shown or "e" in shown.replace("e+", "").replace("e-", "").replace("general", "")
    has_month = "m" in shown and not ("h" in shown and not has_day and not has_year)
    if has_day or (has_month and not has_year and "s" not in shown):
        return "date"
    if has_year:
        return "month" if has_month else "year"
    if "h" in shown or "s" in shown:
        return "time"
    return "percent" if "%" in shown else ""


@lru_cache(maxsize=1 << 15)  # days and codes repeat down a list
def shown(value: str, kind: str, from_1904: bool = False) -> str:
    """A stored number as a person sees it; days always as dd/mm/yyyy, also those that a format for months or years hides. Under such a
    format the first of a month, or of a year, is what Excel makes of a month, or a year, alone.
    """
    try:
        number = float(value)
    except ValueError:
        return value
    if not kind:
        return plain(number)
    if kind == "percent":
        return f"{plain(round(number * 100, 10))}%"
    if kind.startswith("zeros:"):
        return f"{number:0{int(kind[6:])}.0f}" if number >= 0 and number < 1e15 else plain(number)
    if kind == "time" or (0 <= number < 1 and number != int(number)):
        return _clock(number)
    day = day_of(number, from_1904)
    if day is None:
        return plain(number)
    if kind == "year" and (day.day, day.month) == (1, 1):
        return f"{day.year:04d}"
    if kind in _WITHOUT_A_DAY and day.day == 1:
        return f"{day.month:02d}/{day.year:04d}"
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_of(serial: float, from_1904: bool = False) -> dt.date | None:
    """The day of a serial number; None where Excel shows no day. Excel believes in 29/02/1900, so days before it are one off."""
    if not 0 < serial <= _LAST_DAY:
        return None
    if from_1904:
        return dt.date(1904, 1, 1) + dt.timedelta(days=int(serial)) if serial <= _LAST_DAY - 1462 else None
    return dt.date(1899, 12, 31 if serial < 60 else 30) + dt.timedelta(days=int(serial))


def plain(number: float) -> str:
    """A number with 15 figures at most, as Excel keeps them, never in powers below 10^15."""
    if number != number or number in (float("inf"), float("-inf")):
        return "#NUM!"
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    text = f"{number:.15g}"
    return f"{number:.15f}".rstrip("0") if "e-" in text and abs(number) > 1e-9 else text.upper()


def iso_day(text: str) -> str:
    """2022-06-05T00:00:00 → 05/06/2022; other texts as they are."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})(?:T|$)", text)
    return f"{found[3]}/{found[2]}/{found[1]}" if found else text


def _clock(number: float) -> str:
    minutes = round(number * 24 * 60)
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
