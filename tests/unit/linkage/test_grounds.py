"""The engine's grounds beside the fields people compare, and the scale of three zones."""

import pytest

from mangnon.linkage.records import FieldComparison, Ground
from mangnon.linkage.rules import scale, with_grounds
from mangnon.linkage.vocabulary import Degree


@pytest.mark.parametrize(
    ("probability", "words", "at"),
    [(0.0, "khác", 0), (0.05, "khác", 17), (0.1, "cần xem", 33), (0.5, "cần xem", 50), (0.9, "trùng", 67), (1.0, "trùng", 100)],
)
def test_each_zone_is_a_third_of_the_scale(probability, words, at):
    found = scale(probability, review=0.1, link=0.9)
    assert (found.words, found.at) == (words, at)


def test_without_a_probability_there_is_no_scale():
    assert scale(None, review=0.1, link=0.9) is None


def test_a_field_takes_the_levels_of_its_parts_and_the_sum_of_their_points():
    rows = [FieldComparison(label, (), (), Degree.SAME, 100) for label in ("Nơi ở", "Mẹ", "Anh, chị, em")]
    grounds = [Ground("commune_code", "Xã", "trùng", 1.25), Ground("hamlet", "Ấp", "khác", -0.5), Ground("mother_name", "Mẹ", "trùng", 3.0)]
    place, mother, siblings = with_grounds(rows, grounds)
    assert (place.engine, place.points) == ("xã, phường: trùng; ấp, khu vực: khác", 0.8)
    assert (mother.engine, mother.points) == ("trùng", 3.0)
    assert (siblings.engine, siblings.points) == ("", None)
