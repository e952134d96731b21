"""Two children in one cell, or a name broken over two rows: nobody enters the register under a name of two."""

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.vocabulary import RowState
from mangnon.register import queries as register
from tests.factories import child_lists
from tests.factories.lists import bring, said
from tests.factories.register import AT, TODAY

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ"]


def names():
    return sorted(child.full_name for child in register.children(SYSTEM, on=TODAY))


def test_such_a_row_waits_and_comes_right_when_each_child_has_a_row():
    two = ["1", "Võ Minh Khôi và Võ Minh Khang", "05/06/2022", "Nam", "Lê Thị Mai"]
    batch, _ = bring("child-list", child_lists.sheet_of([HEAD, two]))
    assert [rule for _, rule, _ in said(batch)] == ["one_child_a_row"]
    assert names() == []
    apart = [["1", "Võ Minh Khôi", *two[2:]], ["2", "Võ Minh Khang", *two[2:]]]
    bring("child-list", child_lists.sheet_of([HEAD, *apart]))
    assert names() == ["Võ Minh Khang", "Võ Minh Khôi"]


def test_a_name_broken_over_two_rows_is_joined_or_asked_about():
    rows = [
        ["1", "Võ Thị", "05/06/2022", "Nữ", "Lê Thị Mai"], ["", "Hoàng Anh", "", "", ""],
        ["2", "Lý Ngọc Bảo", "07/08/2021", "Nữ", "Lê Thị Sen"], ["", "Trân", "", "", ""],
    ]  # fmt: skip
    batch, _ = bring("child-list", child_lists.sheet_of([HEAD, *rows]))
    assert names() == ["Võ Thị Hoàng Anh"]
    (finding,) = queries.findings(batch)
    ((_, field, value),) = finding.suggestions
    row = operations.correct_cell(row_id=finding.row_id, field=field, value=value, by=SYSTEM, at=AT)
    assert (row.state, names()) == (RowState.ENROLLED, ["Lý Ngọc Bảo Trân", "Võ Thị Hoàng Anh"])
