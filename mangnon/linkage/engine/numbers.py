"""Personal numbers of twelve digits (Nghị định 137/2015/NĐ-CP, Điều 13): lost zeros, slips of one digit, and what the digits say.

Digits 1–3 are the place of birth registration, 4 century and sex, 5–6 the birth year, 7–12 random. There is no check digit.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Coded, Feature, Levels, plain, text_column, words
from mangnon.linkage.engine.dates import apart

WORDS = ("trùng", "lệch một chữ số", "khác, một số trái ngày sinh hoặc giới", "khác", "một bên thiếu", "hai bên thiếu")
NUMBER = Feature("number", WORDS, frozenset({0}), frozenset({4, 5}))
SAME, SLIP, DOUBTFUL, OTHER, ONE, NONE = range(6)
_LARGEST = 18  # digits an int64 holds


def encode(column: pa.ChunkedArray | pa.Array | None, *, length: int) -> Coded:
    """{"number": int64}: the digits as a number, so that lost leading zeros do not matter; 0 when there is none."""
    text = text_column(column, length=length)
    clean = pc.match_substring_regex(text, r"^\d{1,18}$")
    if (pc.sum(clean).as_py() or 0) < np.count_nonzero(plain(pc.binary_length(text))):
        text = pc.replace_substring_regex(text, r"\.0+$|\D+", "")
        clean = pc.match_substring_regex(text, r"^\d{1,18}$")
    if not pc.all(clean).as_py():
        text = pc.if_else(clean, text, words(["0"])[0].cast(text.type))
    return Coded({"number": plain(text.cast(pa.int64()))})


def keys(coded: Coded, part: str) -> NDArray[np.int64]:
    """full, or tail: the last six digits."""
    number = coded["number"]
    return number if part == "full" else number % 1_000_000


def doubtful(number: NDArray[np.int64], date: NDArray[np.int32] | None, sex: NDArray[np.int8] | None) -> NDArray[np.bool_]:
    """Numbers that contradict their own record's birth year or sex: wrong number or corrected record; a sign, never a veto."""
    wrong = np.zeros(len(number), np.bool_)
    century_sex, year = number // 10**8 % 10, number // 10**6 % 100
    if date is not None:
        born = apart(date)[0]
        wrong |= (born > 0) & ((1900 + century_sex // 2 * 100 + year) != born)
    if sex is not None:
        wrong |= (sex > 0) & (century_sex % 2 != sex - 1)
    return wrong & (number > 0)


def compare(left: Coded, right: Coded) -> Levels:
    """Levels as in `WORDS`; "doubtful" needs the array of the same name beside the numbers."""
    one, two = left["number"], right["number"]
    level = np.full(len(one), OTHER, np.uint8)
    level[one == two] = SAME
    none_one, none_two = one == 0, two == 0
    level[none_one | none_two] = ONE
    level[none_one & none_two] = NONE
    other = np.flatnonzero(level == OTHER)
    if len(other):
        slip = one_slip(one[other], two[other])
        doubt = left["doubtful"][other] | right["doubtful"][other] if "doubtful" in left.arrays else np.zeros(len(other), np.bool_)
        level[other] = np.where(slip, SLIP, np.where(doubt, DOUBTFUL, OTHER))
    return level


def one_slip(one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.bool_]:
    """One digit replaced, two neighbours swapped, or one digit lost or added."""
    width = len(str(max(int(one.max(initial=0)), int(two.max(initial=0)))))
    count = np.zeros(len(one), np.uint8)
    swap = np.zeros(len(one), np.bool_)
    a, b, before = one, two, (one, two, np.zeros(len(one), np.bool_))
    for _ in range(width):  # from the last digit to the first
        a_rest, b_rest = a // 10, b // 10
        a_digit, b_digit = a - a_rest * 10, b - b_rest * 10
        wrong = a_digit != b_digit
        swap |= wrong & before[2] & (a_digit == before[1]) & (b_digit == before[0])
        count += wrong
        a, b, before = a_rest, b_rest, (a_digit, b_digit, wrong)
    slip = (count == 1) | ((count == 2) & swap)
    high, low = np.maximum(one, two), np.minimum(one, two)
    lost = np.flatnonzero(~slip & (low > 0) & ((high % 10 == low % 10) | (high // 10 == low)))  # another digit than the last, or the last
    if len(lost):
        high, low = high[lost], low[lost]
        found = np.zeros(len(lost), np.bool_)
        for place in range(min(width, _LARGEST - 1)):
            unit = 10**place
            found |= high // (unit * 10) * unit + high % unit == low
        slip[lost] |= found
    return slip
