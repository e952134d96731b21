from dataclasses import replace

import pytest

from mangnon.intake.records import Place
from mangnon.intake.rules import communes
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, CONTEXT, NINH_KIEU, only, said


def where(**place):
    return replace(CONTEXT, places={"Phường An Nghiệp": Place(**place)})


def test_an_old_name_that_is_another_commune_today_is_asked():
    finding = only(
        "current_commune_known", where(unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều", was_old=True), current="Phường An Nghiệp"
    )
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Nơi ở ghi “Phường An Nghiệp”, nay là phường Ninh Kiều."
    assert [way.value for way in finding.suggestions] == ["Phường Ninh Kiều", "Phường Cái Khế"]


def test_an_old_name_of_this_very_commune_passes():
    assert said("current_commune_known", where(unit_id=CAI_KHE, unit_name="Phường Cái Khế", was_old=True), current="Phường An Nghiệp") == []


def test_a_split_ward_offers_its_successors():
    split = where(candidates=((NINH_KIEU, "Phường Ninh Kiều"), (3, "Phường Tân An")))
    finding = only("current_commune_known", split, current="Phường An Nghiệp")
    assert [way.value for way in finding.suggestions] == ["Phường Ninh Kiều", "Phường Tân An", "Phường Cái Khế"]


def test_a_name_nobody_knows():
    finding = only("current_commune_known", where(), current="Phường An Nghiệp")
    assert finding.what == "Nơi ở ghi “Phường An Nghiệp”, trong thành phố không có xã, phường nào tên như vậy."
    assert "tên cũ trước 01/7/2025" in finding.todo


def of(text, **place):
    return replace(CONTEXT, places={text: Place(**place)})


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("đi TPHCM", "Nơi ở ghi “đi TPHCM”, ngoài thành phố."),
        ("P.CK", "Nơi ở ghi “P.CK”, có lẽ là phường Cái Khế."),
        ("P.NK", "Nơi ở ghi tắt “P.NK”, chưa rõ là nơi nào."),
    ],
)
def test_what_is_no_name_of_a_commune_here_is_told_as_it_is(text, what):
    finding = only("current_commune_known", of(text), current=text)
    assert (finding.what, finding.severity) == (what, Severity.QUESTION)
    assert [way.value for way in finding.suggestions] == ["Phường Cái Khế"]


def test_an_old_commune_now_in_several_is_told_and_its_title_asked():
    split = {
        "unit_id": CAI_KHE, "unit_name": "Phường Cái Khế", "candidates": ((CAI_KHE, "Phường Cái Khế"), (3, "Phường Bình Thủy")),
        "split": True, "was_old": True, "named": "P. Bùi Hữu Nghĩa",
    }  # fmt: skip
    said = "ghi “P. Bùi Hữu Nghĩa”, nơi này đã chia về phường Cái Khế, phường Bình Thủy."
    cell = only("current_commune_known", of("KV1 P. Bùi Hữu Nghĩa", **split), current="KV1 P. Bùi Hữu Nghĩa")
    assert (cell.severity, cell.what) == (Severity.NOTE, f"Nơi ở {said}")
    text = f"P. Bùi Hữu Nghĩa{communes.TITLED}"
    title = only("current_commune_known", of(text, **split), current=text)
    assert (title.severity, title.what) == (Severity.QUESTION, f"Tiêu đề danh sách {said}")
    assert [way.value for way in title.suggestions] == ["Phường Cái Khế", "Phường Bình Thủy"]


def test_a_tick_is_no_place():
    assert said("current_commune_known", current="x") == []


def test_an_empty_cell_means_the_commune_of_the_list():
    assert said("current_commune_known") == []
    lost = replace(CONTEXT, commune_id=None)
    assert only("current_commune_known", lost).severity is Severity.MUST_FIX


def test_a_hamlet_alone_is_in_the_commune_of_the_list():
    assert said("current_commune_known", current="Khu vực 5") == []
