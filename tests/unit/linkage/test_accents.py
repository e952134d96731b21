"""A bare name is read by its row: among accented names it has lost nothing."""

import numpy as np
import pyarrow as pa

from mangnon.linkage.engine.likeness import Likeness
from mangnon.linkage.engine.model import load
from mangnon.linkage.engine.names import GIVEN_WORDS, compare
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.vocabulary import Vocabulary


def given(fathers: list[str], names: tuple[str, str] = ("Cao Minh Khai", "Cao Minh Khai")) -> str:
    table = {"full_name": pa.array(names), "father_name": pa.array(fathers)}
    vocabulary = Vocabulary()
    records = encode(table.get, length=2, model=load("children-children"), vocabulary=vocabulary)
    coded = records.columns["full_name"]
    one, two = coded.take(np.array([0])), coded.take(np.array([1]))
    return GIVEN_WORDS[compare(one, two, Likeness(vocabulary.syllables))[0][0]]


def test_a_bare_name_is_read_by_its_row() -> None:
    assert given(["Cao Văn Tánh", "CAO VĂN TÁNH"]) == "trùng"
    assert given(["Cao Văn Tánh", "CAO VAN TANH"]) == "mất dấu"
    assert given(["Cao Van Tanh", "CAO VAN TANH"]) == "trùng, cả hai không dấu"


def test_an_accent_missing_in_the_given_name_alone_is_another_name() -> None:
    """ "Kim An" and "Kim Ân" of one family: nothing else of the bare name lost its accents, so neither did the given name."""
    names = ("Cao Kim An", "Cao Kim Ân")
    assert given(["Cao Văn Tánh", "Cao Văn Tánh"], names) == "khác thanh"
    assert given(["CAO VAN TANH", "Cao Văn Tánh"], names) == "mất dấu"
    assert given(["Cao Văn Tánh", "Cao Văn Tánh"], ("Nguyen Kim An", "Nguyễn Kim Ân")) == "mất dấu"
