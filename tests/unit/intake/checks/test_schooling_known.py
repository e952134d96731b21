from tests.unit.intake.checks.rows import only, said


def test_unknown_words_are_noted():
    assert only("schooling_known", school_level="lớp chồi").column == "school_level"
    assert only("schooling_known", school_state="thất thường").column == "school_state"


def test_usual_words_pass():
    assert said("schooling_known", school_level="THCS", school_state="Nghỉ học") == []
