"""Dates as wards write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.intake.rules import dates
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Precision


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("5-6-2022", date(2022, 6, 5), Precision.DAY),
        ("5.6.2022", date(2022, 6, 5), Precision.DAY),
        ("2022-06-05", date(2022, 6, 5), Precision.DAY),
        ("2022-06-05 00:00:00", date(2022, 6, 5), Precision.DAY),
        ("ngày 5 tháng 6 năm 2022", date(2022, 6, 5), Precision.DAY),
        ("44717", date(2022, 6, 5), Precision.DAY),
        ("06/2022", date(2022, 6, 1), Precision.MONTH),
        ("2022-06", date(2022, 6, 1), Precision.MONTH),
        ("2022", date(2022, 1, 1), Precision.YEAR),
        ("5/6/22", date(2022, 6, 5), Precision.DAY),
        ("5/6/99", date(1999, 6, 5), Precision.DAY),
        ("05062022", date(2022, 6, 5), Precision.DAY),
        ("5062022", date(2022, 6, 5), Precision.DAY),
        ("20220605", date(2022, 6, 5), Precision.DAY),
        ("202206052359", date(2022, 6, 5), Precision.DAY),
        ("20220605000000", date(2022, 6, 5), Precision.DAY),
        ("5 tháng 6 năm 2022", date(2022, 6, 5), Precision.DAY),
        ("tháng 6 năm 2022", date(2022, 6, 1), Precision.MONTH),
        ("05/06/2022 00:00", date(2022, 6, 5), Precision.DAY),
        ("năm 2015", date(2015, 1, 1), Precision.YEAR),
        ("O5/O6/2O22", date(2022, 6, 5), Precision.DAY),
        ("Chủ nhật, 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("thứ 5, ngày 5 tháng 6 năm 2022", date(2022, 6, 5), Precision.DAY),
        ("5-Jun-22", date(2022, 6, 5), Precision.DAY),
        ("05-thg 6-2022", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 (DL)", date(2022, 6, 5), Precision.DAY),
        ("00/06/2022", date(2022, 6, 1), Precision.MONTH),
        ("?/6/2022", date(2022, 6, 1), Precision.MONTH),
        ("00/00/2022", date(2022, 1, 1), Precision.YEAR),
        ("--/--/2022", date(2022, 1, 1), Precision.YEAR),
        ("../../2022", date(2022, 1, 1), Precision.YEAR),
        ("05--06--2022", date(2022, 6, 5), Precision.DAY),
        ("05–06–2022", date(2022, 6, 5), Precision.DAY),
        ("05’06’2022", date(2022, 6, 5), Precision.DAY),
        ("05_06_2022", date(2022, 6, 5), Precision.DAY),
        ("05|06|2022", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022-", date(2022, 6, 5), Precision.DAY),
        ("(05/06/2022)", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 (sinh non)", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 (theo giấy khai sinh)", date(2022, 6, 5), Precision.DAY),
        ("5tháng6năm2022", date(2022, 6, 5), Precision.DAY),
        ("ngày 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("8h30 ngày 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("lúc 8 giờ 30 phút, ngày 5 tháng 6 năm 2022", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 8h30", date(2022, 6, 5), Precision.DAY),
        ("08h15 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("7h 5/6/22", date(2022, 6, 5), Precision.DAY),
        ("08:15:30 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("20h30' ngày 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("8g15 sáng thứ hai, 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("20h30/05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 lúc 8 giờ", date(2022, 6, 5), Precision.DAY),
        ("05/06/2022 (8h15p)", date(2022, 6, 5), Precision.DAY),
        ("ngày 5 tháng 6 năm 2022, khoảng 8 giờ 15 phút sáng", date(2022, 6, 5), Precision.DAY),
        ("năm sinh: 2022", date(2022, 1, 1), Precision.YEAR),
        ("SN 2022", date(2022, 1, 1), Precision.YEAR),
        ("SN2022", date(2022, 1, 1), Precision.YEAR),
        ("NS: 5/6/2022", date(2022, 6, 5), Precision.DAY),
        ("Ngày sinh: 05/06/2022", date(2022, 6, 5), Precision.DAY),
        ("sinh ngày 5 tháng 6 năm 2022", date(2022, 6, 5), Precision.DAY),
        ("sinh tháng 6/2022", date(2022, 6, 1), Precision.MONTH),
        ("5//6/2022", date(2022, 6, 5), Precision.DAY),
        ("5/6./2022", date(2022, 6, 5), Precision.DAY),
    ],
)
def test_what_is_read(text, day, precision):
    assert dates.read_birth(text) == Birth(day, precision)


@pytest.mark.parametrize(
    "text",
    [
        "", "không rõ", "0001", "0001-01-01", "12", "123456", "mùng 5 Tết",
        "khoảng 2015", "~2015", "05/06/2022 âm lịch", "00/00/0000", "//5/6/2022",
        "05/06/2022 (âm lịch)", "05/06/2022 (âl)", "05/06/2022 (dự kiến)", "05/06/2022 (mất 2023)", "2022-", "5 tháng 62022",
        "05/06/2022 05/06/2022", "05/06/2022 8h15 âm lịch", "10:10/2018", "8h75 05/06/2022", "8h15 06/2022",
        "5//2022", "năm 12",
    ],
)  # fmt: skip
def test_what_is_not_read(text):
    assert dates.read_birth(text) is None


@pytest.mark.parametrize("text", ["31/02/2019", "29/02/2023", "00/13/2020", "15/13/2020", "2023-02-30", "13/2020"])
def test_days_no_calendar_has(text):
    with pytest.raises(dates.NoSuchDay):
        dates.read_birth(text)


def test_about_a_year_is_asked():
    assert dates.about("khoảng 2015") == "2015"
    assert dates.about("tầm năm 2015") == "2015"
    assert dates.about("2015") is None


def test_a_macintosh_counts_from_1904():
    assert dates.read_birth("43255", from_1904=True) == Birth(date(2022, 6, 5))


def test_which_number_is_the_month():
    assert dates.month_first("06/25/2018") is True
    assert dates.month_first("25/06/2018") is False
    assert dates.month_first("05/06/2018") is None
    assert dates.swapped("06/05/2018") == "05/06/2018"
    assert dates.swapped("25/06/2018") is None
    assert (dates.month_first("(06_25_2018)"), dates.swapped("06--05--2018")) == (True, "05/06/2018")


def test_an_end_is_the_last_day_it_may_be():
    assert [dates.last_day(text) for text in ("02/2024", "2024", "05/02/2024", "chưa rõ")] == [
        date(2024, 2, 29), date(2024, 12, 31), date(2024, 2, 5), None,
    ]  # fmt: skip


def test_the_first_day_of_all_has_none_before_it():
    assert dates.day_before("01/01/0001") is None


def test_stopped_from_a_day_on_is_the_day_before():
    assert [dates.day_before(text) for text in ("06/2026", "01/03/2024", "2026", "chưa rõ")] == [
        date(2026, 5, 31), date(2024, 2, 29), date(2025, 12, 31), None,
    ]  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(list(Precision)))
def test_what_is_written_is_read_again(day, precision):
    day = {Precision.DAY: day, Precision.MONTH: day.replace(day=1), Precision.YEAR: date(day.year, 1, 1)}[precision]
    birth = Birth(day, precision)
    assert dates.read_birth(birth.text()) == birth
