import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, read, said


def test_two_columns_that_contradict_are_asked_about():
    finding = only("birth_dates_agree", birth_date="05/06/2022", birth_again="2001")
    assert (finding.column, finding.severity) == ("birth_date", Severity.QUESTION)
    assert finding.message == "Hai cột ngày sinh khác nhau: 05/06/2022 và 2001. Xem giấy khai sinh: ô nào đúng?"
    assert [(way.label, way.value) for way in finding.suggestions] == [("Ghi 2001", "2001"), ("Giữ 05/06/2022", "")]
    assert said("birth_dates_agree", birth_date="06/2022", birth_again="07/06/2021") != []


@pytest.mark.parametrize("again", ["", "2022", "06/2022", "5-6-2022", "chưa rõ", "31/02/2022"])
def test_a_second_column_that_agrees_or_says_nothing_is_not(again):
    assert said("birth_dates_agree", birth_date="05/06/2022", birth_again=again) == []


@pytest.mark.parametrize(
    ("first", "again", "birth"),
    [
        ("2022", "05/06/2022", "05/06/2022"),
        ("05/06/2022", "2022", "05/06/2022"),
        ("", "05/06/2022", "05/06/2022"),
        ("2021", "05/06/2022", "2021"),
    ],
)
def test_the_finer_of_two_that_agree_is_read(first, again, birth):
    assert read(birth_date=first, birth_again=again).birth.text() == birth
