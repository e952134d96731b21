import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of

RULE = "state_says_otherwise"


@pytest.mark.parametrize(
    ("code", "facts", "column"),
    [
        ("immunisation", {"status": "Không tiêm"}, "status"),
        ("moves", {"status": "Đã hủy hồ sơ"}, "status"),
        ("health-insurance", {"status": "Khóa thẻ do trùng"}, "status"),
        ("poor-households", {"status": "Không đạt"}, "status"),
        ("school-roll", {"note": "Đã nghỉ học từ 10/2026"}, "note"),
        ("social-assistance", {"note": "Đã thôi hưởng từ 6/2026"}, "note"),
        ("poor-households", {"full_name": "Trần Vũ Phong (mất 2025)"}, "full_name"),
    ],
)
def test_words_against_the_list_are_asked(code, facts, column):
    ((found, severity, message),) = said_of(RULE, code, **facts)
    assert (found, severity) == (column, Severity.QUESTION)
    assert "nói ngược với danh sách" in message


def test_what_a_column_says_already_is_not_asked():
    assert said_of(RULE, "social-assistance", note="Đã thôi hưởng", help_until="31/05/2026") == []
    assert said_of(RULE, "health-insurance", status="Hết hạn", card_until="31/12/2025") == []
    assert len(said_of(RULE, "health-insurance", status="Hết hạn", card_until="31/12/2027")) == 1
    assert said_of(RULE, "school-roll", note="đã nghỉ học", state="Bỏ học") == []
    assert said_of(RULE, "poor-households", status="thoát nghèo", standing="Thoát nghèo") == []


def test_other_words_and_lists_of_children_pass():
    assert said_of(RULE, "school-roll", note="học giỏi") == []
    assert said_of(RULE, "poor-households", full_name="Trần Tử Vong") == []
    assert said_of(RULE, "child-list", note="đã mất 2025") == []
