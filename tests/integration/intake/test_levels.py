"""Lines of two levels, titles and sheets say what the rows below them leave out, and nothing of the rows below the next line."""

from datetime import date

import pytest

from mangnon.register.models import Assistance, Child, Death, Dose, HandOver, HouseholdStanding, Schooling
from tests.factories.lists import bring, said
from tests.integration.intake import two_children
from tests.integration.intake.two_children import BAO, HAN, HEAD, of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def children():
    two_children.enter()


@pytest.mark.parametrize("between", [["*", "Khu vực 3"], ["", "Khu vực 3"]])
def test_a_standing_over_a_hamlet_ends_the_one_above(between):
    rows = [["I", "HỘ NGHÈO"], between, ["1", *HAN], ["II", "HỘ CẬN NGHÈO"], between, ["1", *BAO]]
    batch, _ = bring("poor-households", of_rows(["DANH SÁCH HỘ NGHÈO, CẬN NGHÈO"], HEAD, *rows))
    assert (said(batch), batch.left_out) == ([], [])
    assert dict(HouseholdStanding.objects.values_list("household__children__full_name", "standing")) == {
        HAN[0]: "poor", BAO[0]: "near_poor",
    }  # fmt: skip


def test_a_section_of_households_that_are_not_poor():
    rows = [["I", "HỘ NGHÈO"], ["1", *HAN], ["II", "HỘ CÓ MỨC SỐNG TRUNG BÌNH"], ["1", *BAO]]
    batch, _ = bring("poor-households", of_rows(["DANH SÁCH HỘ NGHÈO"], HEAD, *rows))
    assert (batch.row_count, list(HouseholdStanding.objects.values_list("standing", flat=True))) == (2, ["poor"])


def test_those_who_left_under_a_hamlet_are_handed_over_without_their_old_hamlet():
    rows = [["I", "CHUYỂN ĐẾN"], ["II", "CHUYỂN ĐI"], ["", "Khu vực 3"], ["1", *HAN, "05/11/2026", "Phường Ninh Kiều"]]
    bring("moves", of_rows(["BIẾN ĐỘNG CHUYỂN ĐẾN, CHUYỂN ĐI"], [*HEAD, "Ngày chuyển", "Nơi đến"], *rows))
    assert HandOver.objects.count() == 1
    assert Child.objects.get(full_name=HAN[0]).hamlet == ""


def test_the_kind_of_help_of_a_section_and_of_the_title():
    rows = [["I", "Trợ cấp xã hội hằng tháng"], ["1", *HAN, "750"], ["II", "Hỗ trợ học phí"], ["1", *BAO, "150"]]
    bring("social-assistance", of_rows(["TRẺ EM HƯỞNG TRỢ GIÚP"], ["ĐVT: nghìn đồng"], [*HEAD, "Mức"], *rows))
    assert sorted(Assistance.objects.values_list("kind", "amount")) == [("allowance", 750_000), ("education", 150_000)]
    bring("social-assistance", of_rows(["DANH SÁCH TRẺ EM NHẬN QUÀ TẾT"], HEAD, ["1", *HAN]))
    assert Assistance.objects.filter(kind="other").count() == 1


def test_the_cause_of_a_section_and_the_vaccine_of_a_title():
    bring("deaths", of_rows([*HEAD, "Ngày mất"], ["I", "Đuối nước"], ["1", *BAO, "01/06/2026"]))
    assert list(Death.objects.values_list("cause", flat=True)) == ["drowning"]
    batch, _ = bring("immunisation", of_rows(["TIÊM VẮC XIN SỞI - RUBELLA"], [*HEAD, "Ngày tiêm"], ["1", *HAN, "01/06/2026"]))
    assert (said(batch), list(Dose.objects.values_list("vaccine", flat=True))) == ([], ["mr"])


def test_the_decision_of_the_title():
    title = ["(Kèm theo Quyết định số 512/QĐ-UBND ngày 25/12/2025 của Chủ tịch UBND phường)"]
    batch, _ = bring("poor-households", of_rows(["DANH SÁCH HỘ NGHÈO"], title, HEAD, ["1", *HAN]))
    standing = HouseholdStanding.objects.get()
    assert (standing.valid.lower, standing.evidence) == (date(2025, 12, 25), "512/QĐ-UBND ngày 25/12/2025")
    assert [one for block in batch.blocks for one in block.told] == ["Quyết định 512/QĐ-UBND", "Ngày quyết định 25/12/2025"]


def test_poor_households_of_a_past_year_wait():
    batch, counts = bring("poor-households", of_rows(["DANH SÁCH HỘ NGHÈO NĂM 2023"], HEAD, ["1", *HAN], ["2", *BAO]))
    assert (sum(counts.values()), [rule for _, rule, _ in said(batch)]) == (0, ["list_not_stale"] * 2)


def test_the_list_of_another_commune_is_asked():
    rows = of_rows(["UBND PHƯỜNG NINH KIỀU"], ["DANH SÁCH HỘ NGHÈO"], HEAD, ["1", *HAN])
    batch, counts = bring("poor-households", rows)
    assert (sum(counts.values()), [rule for _, rule, _ in said(batch)]) == (0, ["list_of_other_commune"])


def test_schools_between_the_pupils():
    rows = [["I", "Trường Mầm non Hoa Sen"], ["1", *HAN, "Chồi 1"], ["II", "Trường Mầm non Hoa Mai"], ["1", *BAO, "Lá 1"]]
    bring("school-roll", of_rows([*HEAD, "Lớp"], *rows))
    assert dict(Schooling.objects.values_list("child__full_name", "school")) == {
        HAN[0]: "Trường Mầm non Hoa Sen", BAO[0]: "Trường Mầm non Hoa Mai",
    }  # fmt: skip


def test_the_next_line_ends_a_school():
    rows = [["I", "Trường Mầm non Hoa Sen"], ["1", *HAN, "Chồi 1"], ["II", "Học sinh bỏ học"], ["1", *BAO, "Lá 1"]]
    batch, _ = bring("school-roll", of_rows([*HEAD, "Lớp"], *rows))
    assert [(row, rule) for row, rule, _ in said(batch)] == [(5, "banner_agrees"), (5, "required_present")]
