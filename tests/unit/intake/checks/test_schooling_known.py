import pytest

from mangnon.intake.vocabulary import Severity
from mangnon.register.vocabulary.people import SchoolLevel, SchoolState
from tests.unit.intake.checks.rows import only, read, said


def test_unknown_words_are_noted():
    assert only("schooling_known", school_level="lớp năng khiếu").column == "school_level"
    assert only("schooling_known", school_state="thất thường").column == "school_state"


def test_usual_words_pass():
    assert said("schooling_known", school_level="THCS", school_state="Nghỉ học") == []


@pytest.mark.parametrize(
    ("text", "level", "state"),
    [
        ("Lớp 3A", SchoolLevel.PRIMARY, None), ("9/12", SchoolLevel.LOWER_SECONDARY, None), ("lớp 10", SchoolLevel.UPPER_SECONDARY, None),
        ("6A2", SchoolLevel.LOWER_SECONDARY, None), ("Lá", SchoolLevel.KINDERGARTEN, None), ("Lớp Chồi", SchoolLevel.KINDERGARTEN, None),
        ("nghỉ học", None, SchoolState.LEFT), ("bỏ học lớp 5", SchoolLevel.PRIMARY, SchoolState.LEFT),
        ("đang học lớp 7", SchoolLevel.LOWER_SECONDARY, SchoolState.ATTENDING),
    ],
)  # fmt: skip
def test_a_class_says_its_level_and_words_of_school_the_state(text, level, state):
    row = read(school_level=text)
    assert (row.school_level, row.school_state, said("schooling_known", school_level=text)) == (level, state, [])


@pytest.mark.parametrize("text", ["3", "12/2019", "lớp năng khiếu", "chờ xếp lớp 5"])
def test_what_only_looks_like_a_class_is_noted(text):
    assert only("schooling_known", school_level=text).severity is Severity.NOTE
