"""No row of a list is dropped without a word: one that says little waits, a line nobody understands is told of."""

import pytest

from mangnon.intake.operations import chunks
from tests.factories import child_lists
from tests.factories.lists import bring, said
from tests.factories.register import child

pytestmark = pytest.mark.django_db
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số định danh", "Diện hộ"]
FIRST = ["1", "Lưu Gia Hân", "05/06/2022", "092322007731", "Hộ nghèo"]
LAST = ["5", "Lưu Gia Bảo", "05/06/2022", "", "Hộ nghèo"]
BETWEEN = [["2", "Phạm Thị Mỹ Huyền", "", "", ""], ["", "Bổ sung:", "", "", ""], ["", "", "", "092225611463", ""]]


def rows_of(batch):
    return list(batch.rows.order_by("number").values_list("number", flat=True))


@pytest.mark.parametrize("size", [2_000, 2])
def test_rows_that_say_little_wait_and_lines_are_told_wherever_a_piece_ends(monkeypatch, size):
    monkeypatch.setattr(chunks, "SIZE", size)
    child(full_name="Lưu Gia Hân", number="092322007731")
    child(full_name="Lưu Gia Bảo")
    batch, counts = bring("poor-households", child_lists.sheet_of([HEADING, FIRST, *BETWEEN, LAST]))
    assert (rows_of(batch), counts["changed"] + counts["unchanged"]) == ([2, 3, 5, 6], 2)
    assert [name.partition(", ")[2] for name, _ in batch.left_out] == ["dòng 4"]
    assert {(line, rule) for line, rule, _ in said(batch)} >= {(3, "enough_to_find"), (5, "full_name_present")}


def test_a_row_of_another_file_pasted_into_one_cell_waits():
    lines = [",".join(HEADING), ",".join(FIRST), "2;Lê Hưng;16/11/2011;;Hộ nghèo", ",".join(LAST)]
    batch, _ = bring("poor-households", "\n".join(lines).encode(), name="ds.csv")
    assert rows_of(batch) == [2, 3, 4]
    assert (3, "row_in_one_cell") in [(line, rule) for line, rule, _ in said(batch)]
    assert batch.listed_on is None


def test_a_row_of_a_list_of_children_that_says_little_waits_too():
    heading = ["STT", "Họ và tên", "Ngày sinh", "Họ tên mẹ"]
    rows = [["1", "Lưu Gia Hân", "05/06/2022", "Trần Thị Ngân"], ["2", "Phạm Thị Mỹ Huyền", "", ""]]
    batch, counts = bring("child-list", child_lists.sheet_of([heading, *rows]))
    assert (rows_of(batch), counts["new"]) == ([2, 3], 1)
    assert (3, "birth_date_present") in [(line, rule) for line, rule, _ in said(batch)]


def test_a_row_of_a_text_file_with_a_cell_too_many_waits():
    heading = "STT,Họ và tên,Ngày sinh,Địa chỉ,Họ tên mẹ"
    rows = ["1,Lưu Gia Hân,05/06/2022,12 Trần Phú,Trần Thị Ngân", "2,Lưu Gia Bảo,05/06/2022,12 Trần Phú,hẻm 3,Trần Thị Ngân"]
    batch, counts = bring("child-list", "\n".join([heading, rows[0], rows[1], rows[0].replace("Hân", "Kim")]).encode(), name="ds.csv")
    assert counts["new"] == 2
    assert (3, "row_too_wide") in [(line, rule) for line, rule, _ in said(batch)]
