from dataclasses import replace

from mangnon.intake import checks
from mangnon.intake.records import Link
from mangnon.intake.rules.linking import NEW
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import CONTEXT, known, read


def said(link):
    return list(checks.every()["known_already"](read(), replace(CONTEXT, links={23: link})))


def test_a_record_that_may_be_the_same_child():
    (finding,) = said(Link(candidates=(known(full_name="Lưu Gia Hâng"),), why="Cùng ngày sinh, cùng mẹ."))
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Có thể đã có hồ sơ: TE-000007. Cùng ngày sinh, cùng mẹ."
    assert [(way.field, way.value) for way in finding.suggestions] == [("child_code", "TE-000007"), ("child_code", NEW)]


def test_nobody_alike_and_a_child_already_chosen():
    assert said(Link()) == []
    assert said(Link(child=known())) == []


def test_a_child_said_to_be_new_is_kept_so_by_saying_yes():
    (finding,) = said(Link(candidates=(known(),), new=True))
    assert [(way.field, way.value) for way in finding.suggestions] == [("child_code", "TE-000007"), ("", "")]
