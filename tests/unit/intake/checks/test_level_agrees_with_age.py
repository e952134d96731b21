from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import said_of


def test_a_baby_in_the_ninth_class():
    ((column, severity, message),) = said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2024", class_name="9A1")
    assert (column, severity) == ("class_name", Severity.QUESTION)
    assert message.startswith("Trẻ 2 tuổi mà ghi cấp Trung học cơ sở.")


def test_a_late_starter_is_not_asked():
    assert said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2014", class_name="4A") == []


def test_a_class_years_from_the_age_is_asked():
    ((_, severity, message),) = said_of("level_agrees_with_age", "school-roll", birth_date="22/05/2011", class_name="3A")
    assert (severity, message.startswith("Trẻ 15 tuổi mà ghi lớp 3.")) == (Severity.QUESTION, True)
    assert len(said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2020", class_name="4A")) == 1
    assert said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2017", class_name="5A") == []
    assert said_of("level_agrees_with_age", "school-roll", birth_date="05/06/2022", class_name="5 tuổi A") == []


def test_the_year_of_the_list_counts():
    facts = {"birth_date": "05/06/2011", "class_name": "3A"}
    assert said_of("level_agrees_with_age", "school-roll", **facts, school_year="2019-2020") == []
    assert said_of("level_agrees_with_age", "school-roll", **facts, banner="DANH SÁCH HỌC SINH NĂM HỌC 2019-2020") == []


def test_nobody_goes_to_school_before_birth():
    ((column, severity, message),) = said_of(
        "level_agrees_with_age", "school-roll", birth_date="26/09/2019", class_name="3A", school_year="2019-2020"
    )
    assert (column, severity) == ("school_year", Severity.MUST_FIX)
    assert message.startswith("Năm học 2019-2020 bắt đầu trước ngày sinh 26/09/2019 của trẻ.")
