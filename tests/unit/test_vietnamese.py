"""Vietnamese text: spelling, search keys, order, numbers, dates."""

import random
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.lib import vietnamese

SYLLABLES = "nguyễn trần lê huỳnh võ đặng đỗ thạch an ảnh ân ăn bảo châu dũng đạt hòa hoà huy ơn ư yến quỳnh thư thứ"
names = st.lists(st.sampled_from(SYLLABLES.split()), min_size=1, max_size=5).map(" ".join)


@given(names)
def test_search_key_ignores_unicode_form_case_spaces_and_marks(name):
    key = vietnamese.fold(name)
    assert key.isascii()
    for other in (unicodedata.normalize("NFD", name), name.upper(), f"  {name}\t", vietnamese.fold(name).upper()):
        assert vietnamese.fold(other) == key


@pytest.mark.parametrize(("text", "key"), [("Đặng Thị Ước", "dang thi uoc"), ("Ðỗ", "do"), ("đ\u1ed7", "do"), ("", "")])
def test_search_key_examples(text, key):
    assert vietnamese.fold(text) == key


@given(st.text(st.sampled_from("aăẤđÐộ\u0301\u0302\u0323 \t\u2000\u3000\x85ßİΣ-'7"), max_size=12))
def test_words_are_cleaned_one_by_one_as_the_whole_text_would_be(text):
    assert vietnamese.clean(text) == " ".join(unicodedata.normalize("NFC", text).replace("Ð", "Đ").split())
    assert vietnamese.clean(text * 200) == " ".join(vietnamese.clean(part) for part in (text * 200).split())
    assert vietnamese.fold(text) == " ".join(map(vietnamese.fold, text.split()))


def test_order_is_the_dictionary_order():
    ordered = ["an", "àn", "ản", "ãn", "án", "ạn", "anh", "ăn", "ân", "ba", "da", "đa", "ê", "u", "ư", "y"]
    shuffled = ordered[:]
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=vietnamese.sort_key) == ordered


def test_people_are_ordered_by_given_name_first():
    people = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Ăn", "Đặng Ân", "Bùi Đào", "Phạm Dũng", "Lê Văn An"]
    assert sorted(people, key=vietnamese.person_sort_key) == [
        "Lê Văn An", "Trần Văn An", "Nguyễn Thị Ánh", "Lê Ăn", "Đặng Ân", "Phạm Dũng", "Bùi Đào",
    ]  # fmt: skip


@given(names)
def test_order_key_is_ascii_and_blind_to_unicode_form(name):
    assert vietnamese.sort_key(name).isascii()
    assert vietnamese.sort_key(unicodedata.normalize("NFD", name)) == vietnamese.sort_key(name)


@pytest.mark.parametrize(
    ("value", "decimals", "text"), [(13105, 0, "13.105"), (96.52, 1, "96,5"), (0, 0, "0"), (1234567.891, 2, "1.234.567,89")]
)
def test_numbers(value, decimals, text):
    assert vietnamese.number(value, decimals=decimals) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 4, 4), "ngày 04 tháng 4 năm 2024"),
        (date(2026, 1, 15), "ngày 15 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 11, 23), "ngày 23 tháng 11 năm 2026"),
    ],
)
def test_long_dates_carry_zeros_as_the_decree_asks(day, text):
    assert vietnamese.long_date(day) == text
