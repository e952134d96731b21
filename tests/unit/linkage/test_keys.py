"""Names are compared without accents, capitals and the choice of i or y."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.lib.vietnamese import one_letter_apart
from mangnon.linkage.rules import name_key
from mangnon.linkage.rules.keys import abbreviates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Mỹ", "NGUYỄN THỊ MĨ"),
        ("Lý Quý", "Lí Quí"),
        ("Đỗ Hòa", "Đổ Hoà"),
        ("Thúy Vy", "Thuý Vi"),
        ("Trần  Văn An ", "tran van an"),
    ],
)
def test_ways_of_writing_one_name_have_one_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Gia Hân", "Gia Hằng"), ("Khang", "Khánh"), ("Thơ", "Thủy"), ("Thủy", "Thi"), ("Mai", "May")])
def test_twins_names_keep_apart(one, other):
    assert name_key(one) != name_key(other)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ", max_size=30))
def test_the_form_of_the_letters_does_not_matter(text):
    assert name_key(text) == name_key(unicodedata.normalize("NFD", text)) == name_key(text.upper())


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("han", "hang", True), ("han", "nah", False), ("nga", "nag", True), ("an", "an", False), ("tho", "thu", True), ("a", "bcd", False)],
)
def test_one_letter_apart(left, right, apart):
    assert one_letter_apart(left, right) is apart is one_letter_apart(right, left)


def test_a_shortened_surname_is_an_abbreviation():
    assert abbreviates(name_key("Ng. Văn Dũng"), name_key("Nguyễn Văn Dũng"))
    assert abbreviates(name_key("Trần T. Lan"), name_key("Trần Thị Lan"))
    assert not abbreviates(name_key("Trần Lan"), name_key("Trần Lành"))
    assert not abbreviates(name_key("Trần Văn Lan"), name_key("Trần Lan"))
