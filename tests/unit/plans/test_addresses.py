"""Addresses in words and as anchors."""

import pytest

from mangnon.web.plans.addresses import anchor, in_words


@pytest.mark.parametrize(
    ("address", "words", "id"),
    [
        ("IV.1.a-3", "IV.1.a, gạch 3", "dk-iv-1-a-3"),
        ("II.1.đ", "II.1.đ", "dk-ii-1-dd"),
        ("II.1.d", "II.1.d", "dk-ii-1-d"),
        ("cuối", "đoạn cuối", "dk-cuoi"),
        ("1-2+1", "1, gạch 2, cộng 1", "dk-1-2-c1"),
        ("II.3#2", "II.3#2", "dk-ii-3-lan2"),
    ],
)
def test_an_address(address, words, id):
    assert (in_words(address), anchor(address)) == (words, id)
