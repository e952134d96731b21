from dataclasses import replace

from mangnon.intake.records import Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, CONTEXT, NINH_KIEU, only, said


def where(**place):
    return replace(CONTEXT, places={"Phường An Nghiệp": Place(**place)})


def test_an_old_name_that_is_another_commune_today_is_asked():
    finding = only(
        "current_commune_known", where(unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều", was_old=True), current="Phường An Nghiệp"
    )
    assert finding.severity is Severity.QUESTION
    assert finding.what == "“Phường An Nghiệp” nay là phường Ninh Kiều."
    assert [way.value for way in finding.suggestions] == ["Phường Ninh Kiều", "Phường Cái Khế"]


def test_an_old_name_of_this_very_commune_passes():
    assert said("current_commune_known", where(unit_id=CAI_KHE, unit_name="Phường Cái Khế", was_old=True), current="Phường An Nghiệp") == []


def test_a_split_ward_offers_its_successors():
    split = where(candidates=((NINH_KIEU, "Phường Ninh Kiều"), (3, "Phường Tân An")))
    finding = only("current_commune_known", split, current="Phường An Nghiệp")
    assert [way.value for way in finding.suggestions] == ["Phường Ninh Kiều", "Phường Tân An", "Phường Cái Khế"]


def test_a_name_nobody_knows():
    assert "Không có xã, phường nào tên" in only("current_commune_known", where(), current="Phường An Nghiệp").what


def test_an_empty_cell_means_the_commune_of_the_list():
    assert said("current_commune_known") == []
    lost = replace(CONTEXT, commune_id=None)
    assert only("current_commune_known", lost).severity is Severity.MUST_FIX


def test_a_hamlet_alone_is_in_the_commune_of_the_list():
    assert said("current_commune_known", current="Khu vực 5") == []
