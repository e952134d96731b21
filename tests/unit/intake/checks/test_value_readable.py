from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import checks, enriching, said_of

ROW = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "school": "Trường Mầm non Hướng Dương"}


def test_a_word_the_list_does_not_know():
    context, row = enriching("school-roll", **ROW, state="lên lớp thẳng")
    (finding,) = checks.every()["value_readable"](row, context)
    assert (finding.column, finding.severity) == ("state", Severity.QUESTION)
    assert finding.what == "Không hiểu “lên lớp thẳng” ở cột Tình trạng."
    assert "Đang học" in [way.value for way in finding.suggestions]


def test_a_day_no_calendar_has():
    ((column, _, message),) = said_of("value_readable", "school-roll", **ROW, state_since="31/09/2026")
    assert (column, message) == ("state_since", "Không hiểu “31/09/2026” ở cột Từ ngày. Ghi như ví dụ: 05/09/2026.")


def test_words_for_not_known_and_right_values_pass():
    assert said_of("value_readable", "school-roll", **ROW, state="không rõ", school_year="2026-2027", state_since="05/09/2026") == []


def test_what_a_column_takes_for_nothing_passes():
    assert said_of("value_readable", "births", weight="không cân", registered_on="chưa ĐK") == []
    assert [column for column, _, _ in said_of("value_readable", "births", weight="nhẹ", registered_on="hẹn")] == [
        "weight",
        "registered_on",
    ]
