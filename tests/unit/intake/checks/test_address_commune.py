from dataclasses import replace

import pytest

from mangnon.intake import checks
from mangnon.intake.records import Place
from mangnon.intake.rules import reading
from mangnon.intake.vocabulary import Severity
from tests.factories import child_lists
from tests.unit.intake.checks.rows import CAI_KHE, CONTEXT, NINH_KIEU, only, said

OWN = Place(CAI_KHE, "Phường Cái Khế")


def where(words, **place):
    return replace(CONTEXT, places={words: Place(**place), "Phường Cái Khế": OWN})


def test_another_commune_in_an_address_is_asked():
    context = where("P. Ninh Kiều", unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều")
    finding = only("address_commune", context, address="12 Trần Hưng Đạo, P. Ninh Kiều", current="")
    assert (finding.severity, finding.what) == (Severity.QUESTION, "Địa chỉ ghi phường Ninh Kiều.")
    assert finding.todo == "Theo danh sách trẻ ở phường Cái Khế: trẻ hiện ở đâu?"
    assert [(way.field, way.value) for way in finding.suggestions] == [("current", "Phường Ninh Kiều"), ("current", "Phường Cái Khế")]


def test_an_old_name_says_what_it_is_today_and_passes_where_that_is_the_commune_of_the_list():
    place = {"unit_id": NINH_KIEU, "unit_name": "Phường Ninh Kiều", "was_old": True, "named": "Xuân Khánh"}
    finding = only("address_commune", where("Xuân Khánh", **place), address="KV6, Xuân Khánh", current="")
    assert finding.what == "Địa chỉ ghi “Xuân Khánh”, nay là phường Ninh Kiều."
    own = where("P.An Hòa, NK", unit_id=CAI_KHE, unit_name="Phường Cái Khế", was_old=True)
    assert said("address_commune", own, address="12 Nguyễn Đệ, P.An Hòa, NK", current="") == []


@pytest.mark.parametrize(
    ("address", "words", "what"),
    [
        ("TP.HCM", "TP.HCM", "Địa chỉ ghi “TP.HCM”, ngoài thành phố."),
        ("5 Lê Lợi, P. Bến Thành", "P. Bến Thành", "Địa chỉ ghi “P. Bến Thành”, trong thành phố không có xã, phường nào tên như vậy."),
    ],
)
def test_a_place_elsewhere_is_asked(address, words, what):
    assert only("address_commune", where(words), address=address, current="").what == what


def test_a_last_part_nobody_knows_is_no_commune():
    assert said("address_commune", where("Bà Bộ"), address="Khu vực 5, Bà Bộ", current="") == []


def test_the_row_s_own_commune_counts_and_what_a_person_wrote_stands():
    context = where("P. Ninh Kiều", unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều")
    cells = {"address": "12 Trần Hưng Đạo, P. Ninh Kiều", "current": "Phường Cái Khế"}
    assert len(said("address_commune", context, **cells)) == 1
    told = reading.read(23, child_lists.row(**cells), corrected=["current"])
    assert list(checks.every()["address_commune"](told, context)) == []


def test_a_commune_where_the_sender_may_not_write_is_asked_of_its_own():
    context = replace(where("P. Ninh Kiều", unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều"), may_write=lambda pk: pk == CAI_KHE)
    finding = only("address_commune", context, address="12 Trần Hưng Đạo, P. Ninh Kiều", current="")
    assert [way.value for way in finding.suggestions] == ["Phường Cái Khế"]
    assert "gửi dòng này cho nơi ấy" in finding.todo
