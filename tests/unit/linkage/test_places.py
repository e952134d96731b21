"""Commune codes across 1 July 2025."""

import numpy as np
import pyarrow as pa
import pytest

from mangnon.linkage.engine import places
from mangnon.linkage.engine.lexicon import Lexicon


def level(one: str, two: str) -> str:
    coded = places.encode(pa.array([one, two]), length=2, lexicon=Lexicon(), succession=places.builtin())
    level = places.compare(coded.take(np.array([0])), coded.take(np.array([1])))[0]
    assert level >= 3 or coded["region"][0] == coded["region"][1]  # places that agree share a blocking key
    return places.WORDS[level]


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("31120", "31120", "trùng"),
        ("31178", "31120", "cùng nơi sau sắp xếp"),  # Bùi Hữu Nghĩa was split: part to Cái Khế
        ("31178", "31168", "cùng nơi sau sắp xếp"),  # part to Bình Thủy
        ("31126", "31135", "cùng nơi sau sắp xếp"),  # An Nghiệp → Thới Bình (2024) → Ninh Kiều (2025)
        ("31120", "31168", "khác"),
        ("31120", "", "thiếu"),
        ("Phường Cái Khế", "phuong cai khe", "trùng"),
    ],
)
def test_levels(one, two, words):
    assert level(one, two) == words
    assert level(two, one) == words


def test_lost_zeros_of_a_code_come_back():
    assert places.code_of("4") == "00004"
    assert places.code_of("31120.0") == "31120"
