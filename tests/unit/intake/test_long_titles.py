"""Titles as long as a cell may be cost no more than their length."""

import time

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import asking, heading
from mangnon.intake.rules.titles import titles_of


@pytest.mark.parametrize("title", ["Zzzz" + "\u00a0" * 30_000 + "x", "Ấp " * 10_000, "%s" * 15_000, "(" * 30_000, "và " * 10_000])
def test_a_title_as_long_as_a_cell(title):
    began = time.process_time()
    assert titles_of(child_list.COLUMNS).parts(title) == ""
    assert asking.guess(title, child_list.COLUMNS, set()) == ""
    assert heading.read_titles([["STT", "Họ và tên", "Ngày sinh", title]], 0, child_list.COLUMNS, []).places["birth_date"] == 2
    assert time.process_time() - began < 0.5


def test_a_title_of_usual_length_is_guessed():
    assert asking.guess("Họ tên cháu gái", child_list.COLUMNS, set()) == "full_name"
