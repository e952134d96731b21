"""Two names, compared part by part."""

import unicodedata

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.engine import names
from mangnon.linkage.engine.likeness import Like, Likeness
from mangnon.linkage.engine.syllabary import Syllabary

COMMON = ("Nguyễn Trần Lê Văn Thị Minh Khang Hằng Hân Khánh Khanh Thơ Thư Đỗ Đổ Vân Dân Thạch Sô Phol Võ Vỏ Ngọc Bảo Châu").split()  # noqa: SIM905


def levels(one: str, two: str) -> tuple[int, int, int]:
    book = Syllabary()
    coded = names.encode(pa.array([*COMMON * 30, one, two]), length=len(COMMON) * 30 + 2, book=book)
    a, b = coded.take(np.array([len(coded) - 2])), coded.take(np.array([len(coded) - 1]))
    given_level, surname, middle = names.compare(a, b, Likeness(book))
    return int(given_level[0]), int(surname[0]), int(middle[0])


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Nguyễn Văn Khang", "NGUYỄN VĂN KHANG", (0, 0, 0)),
        ("Đỗ Thị Hòa", "Đổ Thị Hoà", (0, 1, 0)),
        ("Nguyễn Văn Khánh", "NGUYEN VAN KHANH", (Like.BARE, 1, 1)),
        ("Nguyễn Văn Khánh", "Nguyễn Văn Khanh", (Like.TONE, 0, 0)),
        ("Nguyễn Thị Ngọc Hân", "Nguyễn Ngọc Hân", (0, 0, 2)),
        ("Nguyễn Trần Minh Khang", "Trần Minh Khang", (0, 3, 2)),
        ("Ng. Văn Khang", "Nguyễn Văn Khang", (0, 2, 0)),
        ("Nguyễn T. Hằng", "Nguyễn Thị Hằng", (0, 0, 3)),
        ("Khang Nguyễn Văn", "Nguyễn Văn Khang", (names.TURNED, 0, 0)),
        ("Nguyễn Văn Vân", "Nguyễn Văn Dân", (Like.SOUND, 0, 0)),
        ("Nguyễn Thị Hân", "Nguyễn Thị Hằng", (Like.NEAR, 0, 0)),
        ("Nguyễn Văn Khangg", "Nguyễn Văn Khang", (Like.SLIP, 0, 0)),
        ("Nguyễn Văn Khang", "Trần Thị Thư", (Like.OTHER, 4, 5)),
        ("", "Trần Thị Thư", (Like.NONE, 5, 2)),
        ("Thạch Sô Phol", "THẠCH SÔ PHOL", (0, 0, 0)),
        ("Nguyễn Văn Thơ", "Nguyễn Văn Thư", (Like.NEAR, 0, 0)),
    ],
)
def test_levels(one, two, expected):
    assert levels(one, two) == expected
    back = levels(two, one)
    assert back[:2] == expected[:2]


@given(st.lists(st.sampled_from(COMMON), min_size=1, max_size=6), st.sampled_from(["NFC", "NFD"]), st.booleans(), st.integers(1, 3))
def test_encoding_does_not_see_form_case_or_blanks(words, form, upper, blanks):
    plain_text = " ".join(words)
    odd = unicodedata.normalize(form, ("\u00a0" + " " * blanks).join(words))
    odd = f"  {odd.upper() if upper else odd} "
    book = Syllabary()
    coded = names.encode(pa.array([plain_text, odd]), length=2, book=book)
    assert (coded["syllables"][0] == coded["syllables"][1]).all()


@given(st.lists(st.sampled_from(COMMON), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_bag_key_does_not_see_the_order(words, chance):
    turned = words[:]
    chance.shuffle(turned)
    book = Syllabary()
    coded = names.encode(pa.array([" ".join(words), " ".join(turned)]), length=2, book=book)
    one, two = names.keys(coded, "bag", book)
    assert one == two > 0


def test_odd_columns_are_read():
    book = Syllabary()
    missing = names.encode(None, length=3, book=book)
    assert (missing["syllables"] == 0).all()
    mixed = names.encode(pa.array(["NguyễnVăn An", None, " - ", "An", "A B C D E F G H"]), length=5, book=book)
    assert (mixed["syllables"][0] > 0).sum() == 3
    assert (mixed["syllables"][1:3] == 0).all()
    assert (mixed["syllables"][3] > 0).sum() == 1
    assert (mixed["syllables"][4] > 0).all()
