"""Child and mother in one another's column: asked once, and the answer is not taken for a later list that has them right."""

from datetime import timedelta

import pytest

from mangnon.intake import operations, queries
from mangnon.intake.vocabulary import BatchState
from tests.factories import child_lists, people
from tests.factories.register import AT, unit

pytestmark = pytest.mark.django_db
HEADING = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên cha", "Họ tên mẹ"]
FAMILIES = [
    ["Đặng Ngọc Hạnh", "05/06/2019", "Nữ", "Đặng Khôi", "Hồ Thị Vy"],
    ["Lê Thị Hân", "25/06/2018", "Nữ", "Lê Quân", "Kiều Trâm"],
    ["Châu Đức Hải", "28/02/2019", "Nam", "Châu Khôi", "Mai Kiều Vy"],
]


def names(batch):
    return [queries.typed_cells(batch, row)["full_name"] for row in queries.rows(batch)]


def test_an_answer_is_not_taken_for_a_later_list_that_is_right():
    officer = people.ward_officer()

    def take(rows, at):
        content = child_lists.sheet_of([HEADING, *rows])
        return operations.take_in(content=content, name="DS.xlsx", format_code="child-list", commune_id=unit().pk, by=officer, at=at).batch

    batch = take([[mother, birth, sex, father, child] for child, birth, sex, father, mother in FAMILIES], AT)
    assert batch.state == BatchState.MAPPING
    operations.decide_mapping(batch_id=batch.pk, columns=queries.guessed_columns(batch), encodings={}, by=officer, at=AT, wait=True)
    batch = operations.read_batch(batch_id=batch.pk, by=officer, at=AT)
    children = [child for child, *_ in FAMILIES]
    assert names(batch) == children
    assert names(take(FAMILIES, AT + timedelta(days=1))) == children
