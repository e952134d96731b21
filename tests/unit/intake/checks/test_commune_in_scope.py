from dataclasses import replace

from mangnon.intake.records import Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, CONTEXT, NINH_KIEU, only, said

PLACES = {"Phường Ninh Kiều": Place(unit_id=NINH_KIEU, unit_name="Phường Ninh Kiều")}
MINE = replace(CONTEXT, may_write=lambda unit_id: unit_id == CAI_KHE, places=PLACES)


def test_another_officer_s_commune():
    finding = only("commune_in_scope", MINE, current="Phường Ninh Kiều")
    assert finding.severity is Severity.MUST_FIX
    assert finding.what == "Phường Ninh Kiều ngoài địa bàn của bạn."


def test_one_s_own():
    assert said("commune_in_scope", MINE) == []
