"""A suggestion says which words it stands on, and stays silent without any."""

import pytest

from mangnon.institutions.rules import suggesting
from mangnon.institutions.vocabulary import Function

AMONG = {Function.PRESS: 1, Function.DIGITAL: 2, Function.NETWORK_SECURITY: 3}


@pytest.mark.parametrize(
    ("text", "target", "words"),
    [
        ("Hướng dẫn các cơ quan báo chí tuyên truyền", 1, "báo chí"),
        ("Bảo vệ trẻ em trên không gian mạng và báo chí", 3, "không gian mạng"),
        ("Xây dựng phần mềm quản lý", 2, "phần mềm"),
    ],
)
def test_words_name_a_field(text, target, words):
    found = suggesting.by_words(text, AMONG)
    assert (found[0], found[2]) == (target, words)


def test_without_words_nothing_is_suggested():
    assert suggesting.by_words("Rà soát cơ chế, chính sách", AMONG) is None


def test_fields_nobody_took_are_not_suggested():
    assert suggesting.by_words("Hướng dẫn báo chí", {Function.DIGITAL: 2}) is None
