from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import NINH_KIEU, known, said_of

ROW = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương"}


def test_a_child_of_another_commune_is_left_to_it():
    ((column, severity, message),) = said_of("child_in_scope", "school-roll", Link(child=known(unit_id=NINH_KIEU), in_scope=False), **ROW)
    assert (column, severity) == ("full_name", Severity.MUST_FIX)
    assert message == "Trẻ này đang ghi ở địa bàn khác. Gửi dòng này cho xã, phường nơi trẻ ở, hoặc ghi trẻ chuyển đến trước."


def test_a_child_of_this_commune_passes():
    assert said_of("child_in_scope", "school-roll", Link(child=known()), **ROW) == []
