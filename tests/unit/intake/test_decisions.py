"""The decision a list belongs to, as its title says."""

from datetime import date

import pytest

from mangnon.intake.records import TOLD, Block, Heading
from mangnon.intake.rules import decisions, told_of_all
from mangnon.lib.tables import Row

BOTH = {"decision": "512/QĐ-UBND", "decided_on": "25/12/2025"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(Kèm theo Quyết định số 512/QĐ-UBND ngày 25/12/2025 của Chủ tịch UBND phường Ninh Kiều)", BOTH),
        ("(Ban hành kèm theo Quyết định số: 512/QĐ-UBND ngày 25 tháng 12 năm 2025)", BOTH),
        ("KÈM THEO QUYẾT ĐỊNH SỐ 512 / QĐ - UBND NGÀY 25.12.2025", BOTH),
        ("Theo QĐ số 512/QĐ-UBND, ngày 25-12-2025", BOTH),
        ("Kèm theo Quyết định số 512/QĐ-UBND", {"decision": "512/QĐ-UBND"}),
        ("Kèm theo Quyết định số     /QĐ-UBND ngày   tháng 12 năm 2025", {}),
        ("Căn cứ Quyết định số 512/QĐ-UBND ngày 25/12/2025", {}),
        ("(Theo Quyết định số 24/2021/QĐ-TTg ngày 16/7/2021)", {}),
        ("Theo Quyết định số 1125/QĐ-BLĐTBXH ngày 05/02/2026", {}),
        ("Kèm theo Công văn số 512/UBND-VX ngày 25/12/2025", {}),
        ("DANH SÁCH HỘ NGHÈO NĂM 2026", {}),
    ],
)
def test_titles(line, said):
    assert decisions.told([["DANH SÁCH"], [line, "", line]]) == said


def test_two_decisions_say_neither():
    assert decisions.told([["Theo Quyết định số 5/QĐ-UBND"], ["Theo Quyết định số 6/QĐ-UBND"]]) == {}


def test_every_child_is_told_and_no_line_or_signature():
    heading = decisions.added(Heading(0, 1, {"number": 0, "full_name": 1, "birth_date": 2}, ("STT", "Họ tên", "Ngày sinh")), BOTH)
    assert heading.titles[3:] == (f"Quyết định 512/QĐ-UBND {TOLD}", f"Ngày quyết định 25/12/2025 {TOLD}")
    rows = [Row(2, ["I", "HỘ NGHÈO"]), Row(3, ["1", "Lưu Gia Hân", "05/06/2018"]), Row(4, ["", "Lê Văn Sáu", ""])]
    block = Block("Sheet1", 1, dict(heading.places), heading.titles)
    found = [row.cells for row in told_of_all.filled(rows, block, BOTH)]
    assert found == [["I", "HỘ NGHÈO"], ["1", "Lưu Gia Hân", "05/06/2018", *BOTH.values()], ["", "Lê Văn Sáu", ""]]


def test_a_decision_in_the_rows_stands_before_that_of_the_title():
    heading = Heading(0, 1, {"full_name": 0, "decision": 1}, ("Họ tên", "Số quyết định"))
    assert decisions.added(heading, BOTH) is heading
    assert told_of_all.filled(rows := [], Block("Sheet1", 1, dict(heading.places), heading.titles), BOTH) is rows


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("514/QĐ-UBND (26/12/25)", date(2025, 12, 26)),
        ("Số 514/QĐ-UBND ngày 26/12/2025", date(2025, 12, 26)),
        ("26/12/2025", date(2025, 12, 26)),
        ("514/QĐ-UBND", None),
        ("15/2025/QĐ-UBND", None),
        ("514/QĐ-UBND ngày 31/02/2025", None),
        ("512 ngày 01/12/2025, 513 ngày 02/12/2025", None),
        ("", None),
    ],
)
def test_the_day_beside_a_number(text, day):
    assert decisions.day_in(text) == day
