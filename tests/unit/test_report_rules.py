"""States, completeness, grouping and keeping of reports."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.reports.records import ContentSection, Excerpt
from mangnon.reports.render import docx
from mangnon.reports.rules import grouping, keeping, states
from mangnon.reports.vocabulary import ReportState
from tests.factories import papers

S = ReportState


@pytest.mark.parametrize("old", list(S))
@pytest.mark.parametrize("new", list(S))
def test_only_four_steps_exist(old, new):
    steps = {(S.DRAFT, S.SUBMITTED), (S.SUBMITTED, S.RETURNED), (S.SUBMITTED, S.ACCEPTED), (S.RETURNED, S.SUBMITTED)}
    assert states.may_pass(old, new) is ((old, new) in steps)


def test_nothing_written_is_not_an_answer():
    sections = [ContentSection("I", "Chỉ đạo", " \n"), ContentSection("III", "Kinh phí", "Không phát sinh.")]
    assert [section.code for section in states.unwritten(sections)] == ["I"]


def test_the_same_point_of_two_units_is_one():
    excerpts = [
        Excerpt("31120", "Phường Cái Khế", 1, "- Thiếu cộng tác viên;\n- Chưa có bể bơi."),
        Excerpt("31135", "Phường Ninh Kiều", 2, "1. Thiếu Cộng tác viên\n2. Không phát sinh"),
        Excerpt("31147", "Phường Tân An", 3, "Không"),
    ]
    assert [(c.text, c.units, c.versions) for c in grouping.clusters(excerpts)] == [
        ("Thiếu cộng tác viên", ("Phường Cái Khế", "Phường Ninh Kiều"), (1, 2)),
        ("Chưa có bể bơi", ("Phường Cái Khế",), (1,)),
    ]


@settings(deadline=None)
@given(st.lists(st.text("abcđăâ -;.1\n", max_size=30), max_size=6))
def test_no_point_is_lost_or_made_up(texts):
    excerpts = [Excerpt(str(place), f"Xã {place}", place, text) for place, text in enumerate(texts)]
    said = {grouping._key(item) for text in texts for item in grouping.items(text)}
    assert {grouping._key(cluster.text) for cluster in grouping.clusters(excerpts)} == said


@pytest.mark.parametrize("content", [papers.city_content(), papers.unit_content()], ids=["city", "unit"])
def test_what_is_kept_reads_the_same(content):
    assert keeping.content_from(keeping.to_plain(content)) == content


@pytest.mark.parametrize("code", ["I", "II.1", "III", "khó khăn", "phương hướng"])
def test_a_mark_fits_word_and_leads_back(code):
    mark = f"s99999_{docx._name(papers.written(code))}"
    assert len(mark) <= 40
    assert docx.source_of(mark).code == states.slug(code)
