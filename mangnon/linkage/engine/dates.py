"""Birth dates: full, month and year, year alone; 01/01 says little; day and month change places."""

import re

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Coded, Feature, Levels, distinct, mixed, text_column

WORDS = (
    "trùng", "trùng, là ngày 01/01", "trùng tháng năm, thiếu ngày", "trùng năm, thiếu ngày tháng", "đảo ngày và tháng",
    "lệch một chữ số", "trùng ngày tháng, năm lệch một", "trùng ngày tháng, khác năm", "trùng tháng năm, khác ngày",
    "trùng năm, một bên là 01/01", "chỉ trùng năm", "năm lệch một", "khác", "thiếu",
)  # fmt: skip
DATE = Feature("date", WORDS, frozenset({0, 1, 4, 5}), frozenset({13}))
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
_VN = re.compile(r"(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})")
_BARE = re.compile(r"(\d{4})(\d{2})(\d{2})|(\d{4})")


def read(text: str) -> tuple[int, int, int]:
    """Year, month, day, 0 for what is not said: ISO, YYYY-MM, YYYY, YYYYMMDD, day/month/year; impossible days are kept as written."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups(default="0")
    elif match := _BARE.fullmatch(text):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], "0", "0")
    elif match := _VN.fullmatch(text):
        day, month, year = match.groups(default="0")
    else:
        return 0, 0, 0
    y, m, d = int(year), int(month), int(day)
    if len(year) == 2:
        y += 2000 if y < 40 else 1900
    if not 1 <= y <= 2200 or d > 31:
        return 0, 0, 0
    if m > 12:
        m, d = (d, m) if d and m <= 31 and d <= 12 else (0, 0)
    return (y, m, d if m else 0)


def encode(column: pa.ChunkedArray | pa.Array | None, *, length: int) -> Coded:
    """{"date": int32}: year × 512 + month × 32 + day, 0 when nothing can be read."""
    values, rows = distinct(text_column(column, length=length))
    codes = np.array([y * 512 + m * 32 + d for y, m, d in map(read, values)] or [0], np.int32)
    return Coded({"date": codes[rows]})


def apart(coded: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Years, months, days."""
    return coded >> 9, (coded >> 5) & 15, coded & 31


def keys(coded: Coded, part: str) -> NDArray[np.int64]:
    """Blocking numbers: full, turned (day and month in any order), year, month (year and month), day_month, day_year; 0 when unknown."""
    date = coded["date"]
    year, month, day = (x.astype(np.int64) for x in apart(date))
    if part == "year":
        return year
    known = month > 0 if part == "month" else day > 0
    value = {
        "full": lambda: mixed(year, month, day),
        "turned": lambda: mixed(year, np.minimum(month, day), np.maximum(month, day)),
        "month": lambda: mixed(year, month),
        "day_month": lambda: mixed(month, day, day),
        "day_year": lambda: mixed(day, year, year),
    }[part]()
    if part in ("day_month",):
        known &= (day != 1) | (month != 1)
    return np.where(known, value, 0)


def compare(left: Coded, right: Coded) -> Levels:
    """Levels as in `WORDS`."""
    one, two = left["date"], right["date"]
    level = np.zeros(len(one), np.uint8)
    first = (one & 511) == 33
    level[first] = 1
    rest = np.flatnonzero((one != two) | ((one & 31) == 0))
    if not len(rest):
        return level
    a, b = one[rest], two[rest]
    ya, ma, da = apart(a)
    yb, mb, db = apart(b)
    full = (da > 0) & (db > 0)
    same_year, same_month, same_day = ya == yb, (ma == mb) & (ma > 0), (da == db) & (da > 0)
    new_year = ((a & 511) == 33) | ((b & 511) == 33)
    turned = full & same_year & (ma == db) & (da == mb)
    slip = same_year & full & ((same_month & _one_digit(da, db)) | (same_day & _one_digit(ma, mb)))
    slip |= full & same_month & same_day & _year_slip(ya, yb)
    level[rest] = np.select(
        [
            (ya == 0) | (yb == 0), turned, slip & ~new_year, same_month & same_day & (abs(ya - yb) == 1), same_month & same_day & full,
            same_year & same_month & ~full, same_year & ((ma == 0) | (mb == 0)), same_year & same_month & ~new_year,
            same_year & new_year, same_year, abs(ya - yb) == 1,
        ],
        [13, 4, 5, 6, 7, 2, 3, 8, 9, 10, 11],
        12,
    )  # fmt: skip
    return level


def _one_digit(a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Two-digit numbers that differ in one digit or have their digits swapped."""
    return (a // 10 == b // 10) | (a % 10 == b % 10) | ((a // 10 == b % 10) & (a % 10 == b // 10))


def _year_slip(a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Years whose last two digits are swapped or that differ in the tens only."""
    x, y = a % 100, b % 100
    return (a // 100 == b // 100) & (((x // 10 == y % 10) & (x % 10 == y // 10)) | (x % 10 == y % 10))
