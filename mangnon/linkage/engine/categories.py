"""Values that are equal or not: sex, household, hamlet. Case, accents and generic words ("ấp", "khu vực") do not count."""

import re
import unicodedata

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from mangnon.linkage.engine.columns import Coded, Feature, Levels, distinct, text_column, text_hashes
from mangnon.linkage.engine.lexicon import Lexicon

WORDS = ("trùng", "khác", "thiếu")
CATEGORY = Feature("value", WORDS, frozenset({0}), frozenset({2}))
_SPLIT = re.compile(r"[^\w]+")
_ZEROS = re.compile(r"\b0+(?=\d)")


def normal(text: str, *, drop: frozenset[str] = frozenset(), values: dict[str, str] | None = None) -> str:
    """Folded, without the words to drop and without leading zeros; read through the table of equal values."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = " ".join(word for word in _SPLIT.split(text) if word)
    for phrase in sorted(drop, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(phrase)}(?=\b|\d)", " ", text)
    text = _ZEROS.sub("", " ".join(text.split()))
    return (values or {}).get(text, text)


def encode(
    column: pa.ChunkedArray | pa.Array | None, *, length: int, lexicon: Lexicon, drop: frozenset[str], values: dict[str, str]
) -> Coded:
    """{"value": int32} of the lexicon."""
    words, rows = distinct(text_column(column, length=length))
    codes = lexicon.codes([normal(word, drop=drop, values=values) for word in words])[rows]
    lexicon.count(codes)
    return Coded({"value": codes})


def encode_exact(column: pa.ChunkedArray | pa.Array | None, *, length: int) -> Coded:
    """{"value": int64}: a number of each text as it stands but for case and blanks at the ends: for codes, of which there are many."""
    text = pc.ascii_upper(pc.utf8_trim_whitespace(text_column(column, length=length)))
    return Coded({"value": (text_hashes(text) >> np.uint64(1)).astype(np.int64)})


def compare(left: Coded, right: Coded) -> Levels:
    """Levels as in `WORDS`."""
    one, two = left["value"], right["value"]
    level = (one != two).astype(np.uint8)
    level[(one == 0) | (two == 0)] = 2
    return level
