"""Births of the month make children with their mothers, weight and certificate."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.register import queries as register
from mangnon.register.models import BirthNotice
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import TODAY

pytestmark = pytest.mark.django_db
HEADING = ["STT", "Họ và tên trẻ sơ sinh", "Ngày sinh", "Giới tính", "Cân nặng (kg)", "Nơi sinh", "Họ và tên sản phụ", "Năm sinh mẹ",
           "Số GKS", "Ngày ĐKKS"]  # fmt: skip


def brought():
    cells = [
        ["TRẠM Y TẾ PHƯỜNG CÁI KHẾ"], ["DANH SÁCH TRẺ SINH THÁNG 11 NĂM 2026"], HEADING,
        ["1", "Lưu Gia Hân", "05/11/2026", "Gái", "3,2", "BV Phụ sản", "Trần Thị Ngân", "1998", "215/2026", "12/11/2026"],
        ["2", "Lưu Gia Bảo", "5.11.26", "Trai", "2.900 g", "BV Phụ sản", "Trần Thị Ngân", "1998", "216/2026", "12/11/2026"],
        ["3", "Con bà Lê Thị Bích", "07/11/2026", "Nam", "3100", "Trạm Y tế", "Lê Thị Bích", "2001", "", ""],
        ["4", "Võ Minh Khôi", "08/11/2026", "Nam", "3300", "", "Võ Thị Mai", "2017", "", ""],
        ["", "Tổng cộng: 4 trẻ"],
    ]  # fmt: skip
    return bring("births", child_lists.sheet_of(cells), by=people.ward_officer())


def test_newborns_enter_with_what_the_list_says():
    batch, counts = brought()
    assert (counts["new"], batch.row_count) == (2, 4)
    han = register.search(SYSTEM, "luu gia han", on=TODAY).get()
    notice = BirthNotice.objects.get(child=han)
    assert (notice.weight, notice.place, notice.certificate, notice.registered_on) == (3200, "BV Phụ sản", "215/2026", date(2026, 11, 12))
    facts = register.facts(SYSTEM, han, on=TODAY)
    assert [relation.carer.full_name for relation in facts.relations] == ["Trần Thị Ngân"]
    assert {(row, rule) for row, rule, _ in said(batch)} == {(6, "newborn_named"), (7, "parent_older")}


def test_twins_are_two_children():
    brought()
    assert BirthNotice.objects.order_by("weight").values_list("weight", flat=True).get(child__full_name="Lưu Gia Bảo") == 2900
    assert len({notice.child_id for notice in BirthNotice.objects.order_by("id")}) == 2


def test_twice_changes_nothing():
    brought()
    before = list(BirthNotice.objects.order_by("id").values())
    _, counts = brought()
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 0, 2)
    assert list(BirthNotice.objects.order_by("id").values()) == before
