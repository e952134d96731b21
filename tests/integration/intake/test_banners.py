"""What the title of a list and its sections say holds for every row: a standing, a school year, a way; what says the opposite waits."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.vocabulary import RowState
from mangnon.register import queries as register
from mangnon.register.models import Assistance, HouseholdStanding, Schooling
from tests.factories.lists import bring, said
from tests.factories.register import AT, TODAY
from tests.integration.intake import two_children
from tests.integration.intake.two_children import BAO, HAN, HEAD, of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def children():
    two_children.enter()


def test_sections_say_which_households_are_poor():
    content = of_rows(["DANH SÁCH HỘ NGHÈO, CẬN NGHÈO"], HEAD, ["I", "HỘ NGHÈO"], ["1", *HAN], ["II", "HỘ CẬN NGHÈO"], ["1", *BAO])
    batch, counts = bring("poor-households", content)
    assert (counts["changed"], said(batch)) == (2, [])
    assert sorted(HouseholdStanding.objects.values_list("standing", flat=True)) == ["near_poor", "poor"]


def test_a_title_of_two_kinds_says_neither():
    batch, counts = bring("poor-households", of_rows(["DANH SÁCH HỘ NGHÈO, CẬN NGHÈO"], HEAD, ["1", *HAN]))
    assert (sum(counts.values()), [rule for _, rule, _ in said(batch)]) == (0, ["standing_named"])


def test_help_that_is_cut_is_not_granted_until_one_answer_for_all():
    rows = [["1", *HAN, "750000"], ["2", *BAO, "750000"]]
    content = of_rows(["DANH SÁCH CẮT GIẢM TRỢ CẤP THÁNG 11/2026"], [*HEAD, "Mức trợ cấp"], *rows)
    batch, counts = bring("social-assistance", content)
    assert (sum(counts.values()), {rule for _, rule, _ in said(batch)}) == (0, {"banner_agrees"})
    assert not Assistance.objects.exists()
    assert operations.accept_suggestions(batch_id=batch.pk, rule="banner_agrees", by=SYSTEM, at=AT) == 2
    assert {row.state for row in queries.rows(batch)} == {RowState.ENROLLED}
    assert Assistance.objects.count() == 2


def test_pupils_who_left_are_written_as_such_by_one_answer():
    content = of_rows(["DANH SÁCH HỌC SINH BỎ HỌC"], [*HEAD, "Trường", "Lớp"], ["1", *HAN, "Mầm non Hoa Sen", "Chồi 1"])
    batch, counts = bring("school-roll", content)
    assert sum(counts.values()) == 0
    operations.accept_suggestions(batch_id=batch.pk, rule="banner_agrees", by=SYSTEM, at=AT)
    assert list(Schooling.objects.values_list("state", flat=True)) == ["left"]


def test_a_section_of_cards_taken_back_waits_and_the_other_is_entered():
    head = [*HEAD, "Số thẻ BHYT"]
    content = of_rows(head, ["I", "Tăng"], ["1", *HAN, "TE1929212345678"], ["II", "Giảm"], ["1", *BAO, "TE1929212345679"])
    batch, counts = bring("health-insurance", content)
    assert counts["changed"] == 1
    assert [(row, rule) for row, rule, _ in said(batch)] == [(5, "banner_agrees")]


def test_the_school_year_of_the_title():
    content = of_rows(["DANH SÁCH HỌC SINH LỚP CHỒI 1 NĂM HỌC 2025-2026"], [*HEAD, "Trường", "Lớp"], ["1", *HAN, "Hoa Sen", "Chồi 1"])
    bring("school-roll", content)
    schooling = Schooling.objects.get()
    assert (schooling.school_year, schooling.valid.lower) == ("2025-2026", date(2025, 9, 5))


def test_ticked_columns_of_pupils_who_left():
    head = [*HEAD, "Trường", "Lớp", "Nghỉ học", "Chuyển trường"]
    content = of_rows(head, ["1", *HAN, "Hoa Sen", "Chồi 1", "x", ""], ["2", *BAO, "Hoa Sen", "Lá 1", "", "x"])
    _, counts = bring("school-roll", content)
    assert counts["changed"] == 2
    assert sorted(Schooling.objects.values_list("state", flat=True)) == ["left", "transferred"]


def test_the_way_of_a_section_of_moves():
    head = [*HEAD, "Ngày chuyển", "Nơi đến"]
    content = of_rows(["BIẾN ĐỘNG CHUYỂN ĐẾN, CHUYỂN ĐI"], head, ["B", "CHUYỂN ĐI"], ["1", *HAN, "05/11/2026", "Bình Dương"])
    _, counts = bring("moves", content)
    assert counts["changed"] == 1
    assert register.children(SYSTEM, on=TODAY).count() == 1
