import pytest

from mangnon.intake.checks.banner_agrees import AS_USUAL
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, said_of

RULE = "banner_agrees"


@pytest.mark.parametrize(
    ("code", "banner"),
    [
        ("social-assistance", "DANH SÁCH CẮT GIẢM TRỢ CẤP"),
        ("school-roll", "DANH SÁCH HỌC SINH BỎ HỌC"),
        ("health-insurance", "THẺ BHYT THU HỒI"),
        ("poor-households", "HỘ ĐỀ NGHỊ XÉT HỘ NGHÈO"),
        ("immunisation", "TRẺ CHƯA TIÊM SỞI"),
    ],
)
def test_a_title_against_the_list_is_asked(code, banner):
    ((column, severity, message),) = said_of(RULE, code, banner=banner)
    assert (column, severity) == ("banner", Severity.QUESTION)
    assert message.startswith(f"“{banner}” không phải là danh sách thường")


def test_one_answer_serves_every_row():
    context, row = enriching("health-insurance", banner="THẺ BHYT THU HỒI")
    (finding,) = checks.every()[RULE](row, context)
    assert [(way.field, way.value) for way in finding.suggestions if way.field] == [("banner", AS_USUAL)]
    assert said_of(RULE, "health-insurance", banner=AS_USUAL) == []
    context, row = enriching("school-roll", banner="DANH SÁCH HỌC SINH BỎ HỌC")
    (finding,) = checks.every()[RULE](row, context)
    assert [(way.field, way.value) for way in finding.suggestions if way.field] == [("state", "Đã nghỉ học")]


def test_a_row_that_says_so_itself_is_clear():
    assert said_of(RULE, "school-roll", banner="HỌC SINH BỎ HỌC", state="Bỏ học") == []
    assert said_of(RULE, "social-assistance", banner="CẮT TRỢ CẤP", help_until="31/10/2026") == []
    assert said_of(RULE, "poor-households", banner="DANH SÁCH HỘ NGHÈO") == []


def test_a_standing_against_the_title_is_asked():
    ((_, severity, message),) = said_of(RULE, "poor-households", banner="HỘ THOÁT NGHÈO NĂM 2026", poor_mark="x")
    assert (severity, "mà dòng ghi hộ nghèo" in message) == (Severity.QUESTION, True)
    assert said_of(RULE, "poor-households", banner="HỘ THOÁT NGHÈO", standing="Thoát nghèo") == []
    assert said_of(RULE, "poor-households", banner="DANH SÁCH HỘ NGHÈO, CẬN NGHÈO", standing="Hộ nghèo") == []


def test_a_title_of_poor_households_may_hold_near_poor_ones_and_a_section_may_not():
    assert said_of(RULE, "poor-households", banner="DANH SÁCH HỘ NGHÈO NĂM 2026", standing="Hộ cận nghèo") == []
    assert len(said_of(RULE, "poor-households", banner="DANH SÁCH › I. HỘ NGHÈO", standing="Hộ cận nghèo")) == 1
    assert len(said_of(RULE, "poor-households", banner="DANH SÁCH HỘ CẬN NGHÈO", standing="Hộ nghèo")) == 1
