"""The yearly decision on poor households is written to the households of the children it names."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.register import queries as register
from mangnon.register.models import HouseholdStanding
from tests.factories import child_lists
from tests.factories.lists import bring, said
from tests.factories.register import TODAY, child

pytestmark = pytest.mark.django_db
HEADING = ["TT", "Chủ hộ", "Họ và tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Số định danh", "Hộ nghèo", "Hộ cận nghèo",
           "Số QĐ", "Ngày QĐ"]  # fmt: skip
PAPER = ["456/QĐ-UBND", "28/12/2025"]


def standings(pk):
    household = register.child(SYSTEM, pk, on=TODAY).household_id
    found = HouseholdStanding.objects.filter(household=household).order_by("id")
    return [(s.standing, s.valid.lower, s.valid.upper, s.evidence) for s in found]


def test_marks_in_two_columns():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bao = child(full_name="Lý Bảo", number="092222000001", father="Lý Văn Tư", mother="Danh Thị Sáu")
    cells = [
        HEADING,
        ["1", "Lưu Văn Tài", "Lưu Gia Hân", "Con", "05/06/2022", "092322007731", "x", "", *PAPER],
        ["2", "Lý Văn Tư", "Lý Bảo", "Con", "05/06/2022", "92222000001", "", "X", *PAPER],
    ]
    batch, counts = bring("poor-households", child_lists.sheet_of(cells))
    assert counts["changed"] == 2
    assert standings(han) == [("poor", date(2025, 12, 28), None, "456/QĐ-UBND ngày 28/12/2025")]
    assert not said(batch)  # a number that lost its zero can be no other: noted, not asked
    assert [standing for standing, *_ in standings(bao)] == ["near_poor"]


def test_leaving_the_list_closes_the_spell_and_counts_follow():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    row = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}
    bring("poor-households", [row | {"standing": "Hộ nghèo", "standing_since": "01/01/2025"}])
    bring("poor-households", [row | {"standing": "Thoát nghèo", "standing_since": "01/01/2026"}])
    bring("poor-households", [row | {"standing": "Hộ nghèo", "standing_since": "01/01/2025"}])  # the old list again
    assert standings(han) == [("poor", date(2025, 1, 1), date(2026, 1, 1), "")]
    assert register.snapshot(on=date(2025, 6, 1)).poverty.tolist() == [1]
    assert register.snapshot(on=TODAY).poverty.tolist() == [0]


def test_twice_changes_nothing_and_another_standing_closes_the_first():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    row = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}
    for _ in range(2):
        bring("poor-households", [row | {"standing": "Hộ nghèo", "standing_since": "01/01/2025"}])
    bring("poor-households", [row | {"standing": "cận nghèo", "standing_since": "01/01/2026"}])
    assert standings(han) == [("poor", date(2025, 1, 1), date(2026, 1, 1), ""), ("near_poor", date(2026, 1, 1), None, "")]


def test_members_stand_as_their_household_does_where_it_is_certain():
    head = ["STT", "Mã hộ", "Họ và tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Số định danh", "Hộ nghèo", "Hộ cận nghèo"]
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bao = child(full_name="Lý Bảo", number="092222000001", father="Lý Văn Tư", mother="Danh Thị Sáu")
    dat = child(full_name="Võ Đạt", number="092222000002", father="Võ Văn Bảy", mother="Lê Thị Mai")
    cells = [
        head,
        ["1", "", "Lưu Văn Tài", "Chủ hộ", "01/01/1985", "", "x", ""],
        ["", "", "Lưu Gia Hân", "Con", "05/06/2022", "092322007731", "", ""],
        ["2", "H05", "Danh Thị Sáu", "Chủ hộ", "01/01/1990", "", "", "x"],
        ["", "H05", "Lý Bảo", "Con", "05/06/2022", "092222000001", "", ""],
        ["3", "", "Lê Thị Mai", "Chủ hộ", "01/01/1990", "", "", ""],
        ["", "", "Võ Đạt", "Con", "05/06/2022", "092222000002", "", ""],
    ]
    batch, _ = bring("poor-households", child_lists.sheet_of(cells))
    assert [standing for standing, *_ in standings(han)] == ["poor"]
    assert [standing for standing, *_ in standings(bao)] == ["near_poor"]
    assert standings(dat) == []
    assert (7, "standing_named") in {(row, rule) for row, rule, _ in said(batch)}
