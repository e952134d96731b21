from dataclasses import replace

from mangnon.intake.records import Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, only, said


def test_a_place_outside_the_city_is_kept_and_noted():
    context = replace(CONTEXT, places={"Xã Vĩnh Hanh, An Giang": Place()})
    finding = only("registered_commune_known", context, permanent="Xã Vĩnh Hanh, An Giang")
    assert (finding.column, finding.severity) == ("permanent", Severity.NOTE)


def test_a_known_place_passes():
    context = replace(CONTEXT, places={"Phường Cái Khế": Place(unit_id=1, unit_name="Phường Cái Khế")})
    assert said("registered_commune_known", context, temporary="Phường Cái Khế") == []


def test_a_tick_is_told_to_be_no_place():
    finding = only("registered_commune_known", temporary="x")
    assert (finding.column, finding.severity) == ("temporary", Severity.NOTE)
    assert finding.what == "Nơi tạm trú chỉ đánh dấu “x”, không ghi nơi nào."
    assert said("registered_commune_known", temporary="không") == []
