"""Merged ranges are bounded: none over several rows is lost without a word."""

import pytest

from mangnon.lib.tables import UnreadableFile, limits
from mangnon.lib.tables.spans import Spans


def test_of_ranges_within_a_row_only_the_first_are_kept(monkeypatch):
    monkeypatch.setattr(limits, "FLAT_SPANS", 2)
    spans = Spans("x.xlsx", "A")
    for row in range(1, 6):
        spans.add(row, 1, row, 3)
    spans.add(9, 1, 10, 1)
    assert spans == [(1, 1, 1, 3), (2, 1, 2, 3), (9, 1, 10, 1)]


def test_too_many_over_several_rows_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "SPANS", 2)
    spans = Spans("x.xlsx", "A")
    spans.add(1, 1, 2, 1)
    spans.add(3, 1, 4, 1)
    with pytest.raises(UnreadableFile, match="quá nhiều ô gộp ở trang “A”"):
        spans.add(5, 1, 6, 1)
