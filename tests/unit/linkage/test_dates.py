"""Birth dates as offices write them."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import dates


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_way_to_write_a_day_is_one_day(day):
    ways = [f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y%m%d}", f"{day:%Y-%m-%d} 00:00:00"]
    assert {dates.read(way) for way in ways} == {(day.year, day.month, day.day)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2019", (2019, 0, 0)), ("2019-03", (2019, 3, 0)), ("03/2019", (2019, 3, 0)), ("", (0, 0, 0)), ("không rõ", (0, 0, 0)),
     ("2019-25-03", (2019, 3, 25)), ("2019-00-00", (2019, 0, 0)), ("9999-01-01", (0, 0, 0))],
)  # fmt: skip
def test_partial_and_odd_dates(text, parts):
    assert dates.read(text) == parts


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("2019-03-07", "2019-03-07", "trùng"),
        ("2019-01-01", "2019-01-01", "trùng, là ngày 01/01"),
        ("2019-03-07", "2019-07-03", "đảo ngày và tháng"),
        ("2019-03-07", "2019-03-17", "lệch một chữ số"),
        ("2019-03-07", "2019-03-26", "trùng tháng năm, khác ngày"),
        ("2019-03-07", "2020-03-07", "trùng ngày tháng, năm lệch một"),
        ("2019-03-07", "2019", "trùng năm, thiếu ngày tháng"),
        ("2019-03-07", "2019-03", "trùng tháng năm, thiếu ngày"),
        ("2019", "2019", "trùng năm, thiếu ngày tháng"),
        ("2019-03-07", "2019-01-01", "trùng năm, một bên là 01/01"),
        ("2019-03-07", "2016-11-22", "khác"),
        ("2019-03-07", "", "thiếu"),
    ],
)
def test_levels(one, two, words):
    coded = dates.encode(pa.array([one, two]), length=2)
    for a, b in ((0, 1), (1, 0)):
        level = dates.compare(coded.take(np.array([a])), coded.take(np.array([b])))
        assert dates.WORDS[level[0]] == words
