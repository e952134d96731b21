"""A bare name is read by its row: among accented names it has lost nothing."""

import pyarrow as pa

from mangnon.linkage.engine.likeness import Likeness
from mangnon.linkage.engine.model import load
from mangnon.linkage.engine.names import GIVEN_WORDS, compare
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.vocabulary import Vocabulary


def given(fathers: list[str]) -> str:
    table = {"full_name": pa.array(["Cao Minh Khai", "Cao Minh Khai"]), "father_name": pa.array(fathers)}
    vocabulary = Vocabulary()
    records = encode(table.get, length=2, model=load("children-children"), vocabulary=vocabulary)
    names = records.columns["full_name"]
    one, two = names.take(pa.array([0]).to_numpy()), names.take(pa.array([1]).to_numpy())
    return GIVEN_WORDS[compare(one, two, Likeness(vocabulary.syllables))[0][0]]


def test_a_bare_name_is_read_by_its_row() -> None:
    assert given(["Cao Văn Tánh", "CAO VĂN TÁNH"]) == "trùng"
    assert given(["Cao Văn Tánh", "CAO VAN TANH"]) == "mất dấu"
    assert given(["Cao Van Tanh", "CAO VAN TANH"]) == "trùng, cả hai không dấu"
