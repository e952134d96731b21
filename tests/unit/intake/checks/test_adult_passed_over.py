import pytest

from mangnon.intake import checks
from mangnon.intake.operations.chunks import state_after
from mangnon.intake.records import Link
from mangnon.intake.vocabulary import RowState
from tests.unit.intake.checks.rows import enriching, known, said_of

RULE = "adult_passed_over"


@pytest.mark.parametrize("facts", [{"birth_date": "1980"}, {"birth_date": "05/06/2001"}, {"relation": "Vợ"}, {"relation": "Bà ngoại"}])
def test_grown_people_are_passed_over_with_one_remark(facts):
    context, row = enriching("poor-households", full_name="Trần Trọng Nhân", **facts)
    found = checks.run(row, context)
    assert [finding.rule for finding in found] == [RULE]
    assert state_after(found, ()) == RowState.SET_ASIDE


@pytest.mark.parametrize("facts", [{"birth_date": "05/06/2018"}, {"birth_date": "2010"}, {"relation": "Con"}, {"relation": "Chủ hộ"}])
def test_who_may_be_a_child_is_not(facts):
    assert said_of(RULE, "poor-households", full_name="Trần Trọng Nhân", **facts) == []


def test_whom_the_register_knows_is_written_of_at_any_age():
    assert said_of(RULE, "poor-households", Link(child=known()), full_name="Lưu Gia Hân", birth_date="2001") == []


def test_other_lists_ask_of_grown_people():
    context, row = enriching("social-assistance", full_name="Nguyễn Thị Sáu", birth_date="1942")
    assert "under_sixteen" in [finding.rule for finding in checks.run(row, context)]
