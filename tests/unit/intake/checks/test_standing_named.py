from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_both_marks_or_none():
    ((column, severity, message),) = said_of("standing_named", "poor-households", poor_mark="x", near_poor_mark="x")
    assert (column, severity) == ("standing", Severity.MUST_FIX)
    assert message == "Dòng đánh dấu cả hộ nghèo và hộ cận nghèo. Ghi một trong hai."
    assert said_of("standing_named", "poor-households")[0][2].startswith("Chưa biết hộ nghèo hay hộ cận nghèo.")


def test_a_word_or_one_mark():
    assert said_of("standing_named", "poor-households", standing="Hộ nghèo") == []
    assert said_of("standing_named", "poor-households", poor_mark="", near_poor_mark="X") == []


def test_a_section_or_title_says_it_of_all():
    assert said_of("standing_named", "poor-households", banner="DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO › I. HỘ NGHÈO") == []
    assert len(said_of("standing_named", "poor-households", banner="DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO")) == 1
    assert len(said_of("standing_named", "poor-households", banner="HỘ NGHÈO", poor_mark="x", near_poor_mark="x")) == 1
