from dataclasses import replace

from mangnon.intake.records import Link, Place
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CAI_KHE, NINH_KIEU, checks, enriching, known

RULE, TITLED = "list_of_other_commune", "Phường Ninh Kiều (theo tiêu đề)"


def said(child, current=TITLED, unit_id=NINH_KIEU):
    context, row = enriching("poor-households", Link(child) if child else None, current=current)
    context = replace(context, places={current: Place(unit_id, "Phường Ninh Kiều" if unit_id else "")})
    return [(found.column, found.severity, found.what) for found in checks.every()[RULE](row, context)]


def test_a_child_of_this_commune_in_the_list_of_another_is_asked():
    ((column, severity, what),) = said(known(unit_id=CAI_KHE))
    assert (column, severity) == ("current", Severity.QUESTION)
    assert what == "Tiêu đề là danh sách của phường Ninh Kiều, còn theo sổ trẻ ở xã, phường khác."
    assert "phường Ninh Kiều" in said(known(unit_id=CAI_KHE), unit_id=None)[0][2]


def test_a_child_of_the_commune_of_the_title_or_of_none_is_not():
    assert said(known(unit_id=NINH_KIEU)) == []
    assert said(None) == []
    assert said(known(unit_id=CAI_KHE), current="Phường Ninh Kiều") == []
