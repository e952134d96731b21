from dataclasses import replace
from datetime import date

from mangnon.intake import checks
from mangnon.intake.records import Link
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import NINH_KIEU, enriching, known
from tests.unit.intake.checks.test_move_places_known import PLACES


def said(child=None, **facts):
    context, row = enriching("moves", Link(child=child or known()), **facts)
    found = checks.every()["move_changes_something"](row, replace(context, places=PLACES))
    return [(f.severity, f.what) for f in found]


def test_a_move_within_the_commune_without_its_hamlet_is_asked():
    what = "Sổ đã ghi trẻ ở nơi này, cũng là nơi trẻ rời đi: dòng này không ghi gì."
    assert said(from_place="Phường Cái Khế", to_place="Phường Cái Khế") == [(Severity.QUESTION, what)]
    assert said(from_place="Phường Cái Khế", to_place="Phường Cái Khế", hamlet="Khu vực 2") == []
    assert said(direction="đi", from_place="Phường Ninh Kiều", to_place="Phường Cái Khế") == []  # asked as a contradiction


def test_what_the_register_knows_already_is_said():
    assert said(from_place="Phường Ninh Kiều", to_place="Phường Cái Khế") == [(Severity.NOTE, "Sổ đã ghi trẻ ở nơi này.")]
    assert said(known(unit_id=NINH_KIEU), from_place="Phường Ninh Kiều", to_place="Phường Cái Khế") == []


def test_a_closed_record_leaves_once():
    gone = known(closed_on=date(2026, 11, 3))
    assert said(gone, direction="đi", to_place="Bình Dương") == [(Severity.NOTE, "Hồ sơ TE-000007 đã đóng từ ngày 03/11/2026.")]
    assert said(direction="đi", to_place="Bình Dương") == []
