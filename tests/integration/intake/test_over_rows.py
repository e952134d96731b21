"""What stands over the rows of a list: another commune in its title, lines between the children, sheets of other years."""

import io

import openpyxl
import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.rules import surveys
from mangnon.intake.vocabulary import RowState
from mangnon.register.models import Child
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Địa chỉ"]
THIA = ["1", "Thạch Sô Thia", "14/08/2020", "Nam", "Kim Thị Sua", ""]
HONG = ["2", "Lý Thị Hồng", "03/02/2019", "Nữ", "Trần Thị Lệ", ""]


def take(*lines, commune="31120", by=None):
    return bring("child-list", child_lists.sheet_of([*lines]), by=by or people.ward_officer(), commune=commune)


def homes():
    return {child.full_name: child.lives_in.name for child in Child.objects.select_related("lives_in")}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("UBND PHƯỜNG NINH KIỀU", "Phường Ninh Kiều ngoài địa bàn của bạn."),
        ("UBND PHƯỜNG BÙI HỮU NGHĨA", "đã chia về phường Cái Khế, phường Bình Thủy."),
        ("UBND PHƯỜNG BẾN THÀNH", "trong thành phố không có xã, phường nào tên như vậy."),
    ],
)
def test_a_list_titled_by_another_commune_is_asked_at_every_row(title, told):
    officer = people.ward_officer()
    batch, counts = take([title], ["DANH SÁCH TRẺ EM KHU VỰC 1"], HEAD, THIA, HONG, by=officer)
    assert counts["new"] == 0
    assert [(row, told in message) for row, _, message in said(batch)] == [(4, True), (5, True)]
    operations.correct_alike(
        batch_id=batch.pk, field="current", typed=queries.cells(batch, queries.rows(batch)[0])["current"], value="Phường Cái Khế",
        by=officer, at=AT,
    )  # fmt: skip
    assert homes() == {"Thạch Sô Thia": "Phường Cái Khế", "Lý Thị Hồng": "Phường Cái Khế"}


@pytest.mark.parametrize("title", ["UBND PHƯỜNG CÁI KHẾ", "UBND PHƯỜNG AN HÒA, QUẬN NINH KIỀU", "PHÒNG VĂN HÓA - XÃ HỘI"])
def test_a_title_of_the_same_commune_under_any_of_its_names_asks_nothing(title):
    batch, counts = take([title], HEAD, THIA, HONG)
    assert (counts["new"], said(batch)) == (2, [])
    assert "current" not in batch.blocks[0].places


def test_a_list_of_no_commune_is_of_the_one_in_its_title():
    take(["UBND PHƯỜNG NINH KIỀU"], HEAD, THIA, commune=None, by=SYSTEM)
    assert homes() == {"Thạch Sô Thia": "Phường Ninh Kiều"}


def test_addresses_in_other_communes_are_asked_and_old_names_of_this_one_pass():
    batch, _ = take(
        HEAD, [*THIA[:5], "12 Nguyễn Đệ, P.An Hòa, NK, Cần Thơ"], [*HONG[:5], "KV6, Xuân Khánh"],
        ["3", "Võ Thành Đạt", "09/09/2021", "Nam", "Lê Thị Mai", "TP.HCM"],
    )  # fmt: skip
    assert [(row, rule) for row, rule, _ in said(batch)] == [(3, "address_commune"), (4, "address_commune")]
    assert "Địa chỉ ghi “Xuân Khánh”, nay là phường Ninh Kiều." in said(batch)[0][2]
    assert homes() == {"Thạch Sô Thia": "Phường Cái Khế"}


def test_children_under_the_dead_and_the_departed_wait_and_are_entered_when_somebody_says_so():
    officer = people.ward_officer()
    arrived = ["1", "Võ Thành Đạt", "09/09/2021", "Nam", "Lê Thị Mai"]
    batch, counts = take(HEAD, THIA, ["II. CHẾT"], HONG, ["III. CHUYỂN ĐẾN"], arrived, by=officer)
    assert (counts["new"], [(row, rule) for row, rule, _ in said(batch)]) == (2, [(4, "stands_under")])
    row = queries.rows(batch, states=[RowState.QUESTION]).get()
    assert operations.confirm_row(row_id=row.pk, by=officer, at=AT).state == RowState.ENROLLED


def test_a_line_is_heard_however_far_down_it_stands():
    many = [[str(n), f"Lý Thị Hồng {_word(n)}", "03/02/2019", "Nữ", "Trần Thị Lệ", ""] for n in range(1, surveys.SAMPLE + 5)]
    batch, counts = take(HEAD, *many, ["CHUYỂN ĐI"], THIA)
    assert (counts["new"], [rule for _, rule, _ in said(batch)]) == (len(many), ["stands_under"])


def _word(number):
    return "".join("bcdghklmnp"[int(figure)] for figure in f"{number:04d}").capitalize() + "a"


def test_what_lines_say_for_certain_is_entered():
    unsexed, motherless = [*THIA[:3], "", *THIA[4:]], ["1", "Lê Thị Gà", "01/02/2018", "", "", ""]
    take(HEAD, ["Mẹ: Trần Thị Hột – 0911222000"], motherless, ["Trẻ khuyết tật"], HONG, ["NỮ"], unsexed)
    hot, hong, thia = Child.objects.order_by("birth_date").filter(full_name__in=["Lê Thị Gà", "Lý Thị Hồng", "Thạch Sô Thia"])
    assert [(one.carer.full_name, one.carer.phone) for one in hot.relations.select_related("carer")] == [("Trần Thị Hột", "0911222000")]
    assert [one.group for one in hong.circumstances.all()] == [4]
    assert (thia.sex, thia.circumstances.count()) == ("female", 0)


def test_rows_of_an_older_sheet_are_asked_and_sheets_of_birth_years_are_not():
    older = child_lists.sheets_of({"2026": [HEAD, THIA], "2024": [HEAD, THIA, HONG]})
    batch, counts = bring("child-list", older, by=people.ward_officer())
    assert counts["new"] == 1
    assert {message.partition(":")[0] for _, _, message in said(batch)} == {"Trang “2024”, cũ hơn trang “2026”"}
    born = child_lists.sheets_of({"2020": [HEAD, ["1", "Võ Thành Đạt", "09/09/2020", "Nam", "Lê Thị Mai", ""]], "2019": [HEAD, HONG]})
    batch, counts = bring("child-list", born, by=people.ward_officer())
    assert (counts["new"], said(batch)) == (2, [])


def test_columns_of_lines_are_not_the_file_s_own():
    officer = people.ward_officer()
    batch, _ = take(HEAD, THIA, ["II. CHẾT"], HONG, by=officer)
    marked = operations.mark_file(batch_id=batch.pk, by=officer, at=AT)
    titles = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(marked.content)).worksheets[0][1]]
    assert titles[: len(HEAD) + 1] == [*HEAD, titles[len(HEAD)]]
    assert titles[len(HEAD)]
    assert not any(titles[len(HEAD) + 1 :])
