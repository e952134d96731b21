"""What a whole list tells: the day it was made up, and which number of its dates is the month."""

import io
from datetime import date
from importlib import import_module

import pytest
import xlsxwriter
from django.apps import apps

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.models import Batch
from mangnon.register import queries as register
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT, TODAY

pytestmark = pytest.mark.django_db
HEADING = ["Họ và tên", "Ngày sinh", "Giới tính", "Họ tên mẹ", "Nơi ở hiện tại"]
HONG = ["Lý Thị Hồng", "05/06/2019", "Nữ", "Trần Thị Lệ", ""]


def test_names_of_places_mean_what_they_meant_when_the_list_was_made():
    row = ["Lưu Gia Hân", "05/06/2018", "Nữ", "Trần Thị Ngân", "Phường Tân An"]
    old = [["DANH SÁCH TRẺ EM"], HEADING, row, ["Cần Thơ, ngày 12 tháng 3 năm 2025"]]
    batch, _ = bring("child-list", child_lists.sheet_of(old), commune=None)
    assert batch.listed_on == date(2025, 3, 12)
    assert register.children(SYSTEM, on=TODAY).get().lives_in.name == "Phường Ninh Kiều"
    new = [["DANH SÁCH TRẺ EM"], HEADING, ["Võ Minh Khôi", *row[1:]], ["Cần Thơ, ngày 12 tháng 3 năm 2026"]]
    bring("child-list", child_lists.sheet_of(new), commune=None)
    assert register.search(SYSTEM, "vo minh khoi", on=TODAY).get().lives_in.name == "Phường Tân An"


def test_a_column_of_month_and_day_is_asked_for_every_row_and_put_right_together():
    officer = people.ward_officer()
    rows = [["Lưu Gia Hân", "06/25/2018", "Nữ", "Trần Thị Ngân", ""], ["Võ Minh Khôi", "05/06/2018", "Nam", "Võ Thị Mai", ""]]
    batch, counts = bring("child-list", child_lists.sheet_of([HEADING, *rows]), by=officer)
    assert counts["new"] == 0
    assert {rule for _, rule, _ in said(batch)} == {"day_before_month"}
    row = queries.rows(batch).last()
    operations.correct_cell(row_id=row.pk, field="full_name", value="Võ Minh Khôi Em", by=officer, at=AT)
    row.refresh_from_db()
    assert row.state == "must_fix"  # correcting another cell does not let the date through
    assert operations.accept_suggestions(batch_id=batch.pk, rule="day_before_month", by=officer, at=AT) == 2
    found = {child.full_name: child.birth_date for child in register.children(SYSTEM, on=TODAY)}
    assert found == {"Lưu Gia Hân": date(2018, 6, 25), "Võ Minh Khôi Em": date(2018, 5, 6)}


HALF = [
    ["Lưu Gia Hân", date(2018, 3, 5), "Nữ", "Trần Thị Ngân", ""], ["Võ Minh Khôi", "25/06/2018", "Nam", "Võ Thị Mai", ""],
    ["Lý Thị Hồng", date(2019, 12, 1), "Nữ", "Trần Thị Lệ", ""], ["Võ Thành Đạt", "30/04/2020", "Nam", "Lê Thị Mai", ""],
]  # fmt: skip


def half_swapped():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet()
        for place, line in enumerate([HEADING, *HALF]):
            page.write_row(place, 0, line)
    return buffer.getvalue()


@pytest.mark.parametrize(("keep", "days"), [(False, [date(2018, 5, 3), date(2019, 1, 12)]), (True, [date(2018, 3, 5), date(2019, 12, 1)])])
def test_a_column_that_excel_may_have_swapped_in_part_is_asked_about_and_decided_together(keep, days):
    officer = people.ward_officer()
    batch, counts = bring("child-list", half_swapped(), by=officer)
    assert counts["new"] == 2
    assert [(row, rule) for row, rule, _ in said(batch)] == [(2, "day_or_month"), (4, "day_or_month")]
    row = queries.rows(batch).get(number=2)
    operations.correct_cell(row_id=row.pk, field="full_name", value="Lưu Gia Hân Em", by=officer, at=AT)
    row.refresh_from_db()
    assert row.state == "question"  # correcting another cell does not let the date through
    decide = operations.keep_column if keep else operations.accept_suggestions
    assert decide(batch_id=batch.pk, rule="day_or_month", by=officer, at=AT) == 2
    found = {child.full_name: child.birth_date for child in register.children(SYSTEM, on=TODAY)}
    assert [found["Lưu Gia Hân Em"], found["Lý Thị Hồng"]] == days
    assert queries.figures(batch).waiting == 0


def test_a_question_about_a_child_is_answered_row_by_row():
    officer = people.ward_officer()
    batch, _ = bring("child-list", child_lists.sheet_of([[*HEADING, "Ghi chú"], [*HONG, "đã mất"]]), by=officer)
    with pytest.raises(operations.AskedOfEachRow):
        operations.keep_column(batch_id=batch.pk, rule="child_gone", by=officer, at=AT)
    assert queries.figures(batch).question == 1


def test_each_sheet_has_its_own_manner():
    officer = people.ward_officer()
    american = [HEADING, ["Lưu Gia Hân", "06/25/2018", "Nữ", "Trần Thị Ngân", ""], ["Võ Minh Khôi", "05/06/2018", "Nam", "Võ Thị Mai", ""]]
    usual = [HEADING, HONG, ["Võ Thành Đạt", "25/06/2019", "Nam", "Lê Thị Mai", ""]]
    batch, _ = bring("child-list", child_lists.sheets_of({"Mỹ": american, "Ta": usual}), by=officer)
    assert [(row.sheet, row.state) for row in queries.rows(batch)] == [
        ("Mỹ", "must_fix"), ("Mỹ", "must_fix"), ("Ta", "enrolled"), ("Ta", "enrolled"),
    ]  # fmt: skip
    assert {(row, rule) for row, rule, _ in said(batch)} == {(2, "day_before_month"), (3, "day_before_month")}
    assert operations.accept_suggestions(batch_id=batch.pk, rule="day_before_month", by=officer, at=AT) == 2
    found = {child.full_name: child.birth_date for child in register.children(SYSTEM, on=TODAY)}
    assert found == {
        "Lưu Gia Hân": date(2018, 6, 25), "Võ Minh Khôi": date(2018, 5, 6), "Lý Thị Hồng": date(2019, 6, 5),
        "Võ Thành Đạt": date(2019, 6, 25),
    }  # fmt: skip


def test_rows_of_several_sheets_checked_again_keep_the_manner_of_theirs():
    officer = people.ward_officer()
    pages = {
        "Ta": [HEADING, ["Lý Thị Hồng", "25/06/2019", "Nữ", "", ""], ["Lý Văn Út", "05/06/2019", "Nam", "", ""]],
        "Mỹ": [HEADING, ["Lưu Gia Hân", "06/25/2018", "Nữ", "", ""], ["Võ Minh Khôi", "05/06/2018", "Nam", "", ""]],
    }
    batch, _ = bring("child-list", child_lists.sheets_of(pages), by=officer)
    told = {"field": "mother_name", "typed": "", "value": "Trần Thị Lệ"}
    assert operations.correct_alike(batch_id=batch.pk, **told, by=officer, at=AT) == 4
    asked = {(one.row.sheet, one.row.line) for one in queries.findings(batch) if one.rule == "day_before_month"}
    assert asked == {("Mỹ", 2), ("Mỹ", 3)}


def test_a_list_read_before_keeps_what_was_said_of_its_file():
    batch, _ = bring("child-list", child_lists.sheets_of({"A": [HEADING, HONG], "B": [HEADING, HONG]}))
    batch.month_first = {"birth_date": "06/25/2018"}
    for block in batch.more:
        del block["month_first"]
    batch.save()
    migration = import_module("mangnon.intake.migrations.0006_month_first_of_each_block")
    migration.carry_over(apps, None)
    kept = Batch.objects.get(pk=batch.pk)
    assert [block.month_first for block in kept.blocks] == [{"birth_date": "06/25/2018"}] * 2
    migration.take_back(apps, None)
    assert "month_first" not in Batch.objects.get(pk=batch.pk).more[0]


def test_a_list_of_last_year_is_told_once():
    rows = [["Lưu Gia Hân", "25/06/2018", "Nữ", "Trần Thị Ngân", ""], ["Võ Minh Khôi", "05/06/2018", "Nam", "Võ Thị Mai", ""]]
    batch, _ = bring("child-list", child_lists.sheet_of([["DANH SÁCH TRẺ EM NĂM 2024"], HEADING, *rows]))
    found = [finding for finding in queries.findings(batch, settled=True) if finding.rule == "list_not_stale"]
    assert [finding.what for finding in found] == ["Danh sách lập ngày 31/12/2024, đã hơn một năm."]
