"""Personal numbers: what the digits say, and how they are spoilt."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import numbers

NUMBERS = st.integers(10**10 + 1, 10**12 - 1).filter(lambda n: n % 10**10 > 0)


def level(one: str, two: str) -> str:
    coded = numbers.encode(pa.array([one, two]), length=2)
    return numbers.WORDS[numbers.compare(coded.take(np.array([0])), coded.take(np.array([1])))[0]]


@given(NUMBERS)
def test_lost_zeros_blanks_and_points_do_not_matter(number):
    full = f"{number:012d}"
    for way in (full, str(number), f" {full} ", f"{full[:3]} {full[3:6]} {full[6:]}", f"{number}.0"):
        assert level(full, way) == "trùng"


@given(NUMBERS, st.integers(0, 10))
def test_neighbours_swapped_are_one_slip(number, at):
    text = f"{number:012d}"
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    assert level(text, swapped) in ("trùng", "lệch một chữ số")


@given(NUMBERS, st.integers(0, 11))
def test_a_lost_digit_is_one_slip(number, at):
    text = f"{number:012d}"
    assert level(text, text[:at] + text[at + 1 :]) in ("trùng", "lệch một chữ số")


def test_missing_and_unreadable():
    assert level("", "092312674729") == "một bên thiếu"
    assert level("", "không có") == "hai bên thiếu"
    assert level("092312674729", "094300000001") == "khác"
    assert (numbers.encode(None, length=2)["number"] == 0).all()
    assert numbers.encode(pa.array([92312674729, None]), length=2)["number"].tolist() == [92312674729, 0]


def test_a_number_may_contradict_its_record():
    number = np.array([92312674729, 92312674729, 92212674729])
    born = np.array([2012 * 512 + 65, 2013 * 512 + 65, 2012 * 512 + 65], np.int32)
    sex = np.array([2, 2, 2], np.int8)
    assert numbers.doubtful(number, born, sex).tolist() == [False, True, True]
