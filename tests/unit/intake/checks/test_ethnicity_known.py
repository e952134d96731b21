import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, read, said


def test_a_number_of_an_unnamed_list_is_asked():
    finding = only("ethnicity_known", ethnicity="04")
    assert finding.severity is Severity.QUESTION
    assert finding.what == "Dân tộc ghi mã số 04: có bảng mã là Mường hoặc Hoa, danh sách không cho biết theo bảng nào."
    assert [way.value for way in finding.suggestions] == ["Mường", "Hoa", ""]
    assert [way.value for way in only("ethnicity_known", ethnicity="02").suggestions] == ["Tày", ""]
    assert "không rõ theo bảng mã nào" in only("ethnicity_known", ethnicity="55").what


@pytest.mark.parametrize(("text", "group"), [("1", "kinh"), ("05", "kho-me"), ("Miên", "kho-me"), ("K'me", "kho-me"), ("Miền", "dao")])
def test_codes_both_lists_agree_on_and_words_of_this_place(text, group):
    assert read(ethnicity=text).ethnicity == group


@pytest.mark.parametrize(("text", "words"), [("Miên", "ghi vào sổ là Khơ-me"), ("Thổ", "giấy tờ cũ")])
def test_a_word_that_means_another_group_here_is_declared(text, words):
    finding = only("ethnicity_known", ethnicity=text)
    assert (finding.severity, words in finding.what) == (Severity.NOTE, True)


def test_a_doubt_is_asked():
    finding = only("ethnicity_known", ethnicity="Mường?")
    assert finding.severity is Severity.QUESTION
    assert [way.value for way in finding.suggestions] == ["Mường", ""]
    assert read(ethnicity="Mường?").ethnicity is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("K", ["Kinh", "Khơ-me"]), ("k", ["Kinh", "Khơ-me"]), ("H", ["Hoa", "H'mông"]), ("Kh.", ["Khơ-me", "Dân tộc khác"]),
        ("Khơme (cha), Kinh (mẹ)", ["Khơ-me", "Kinh"]), ("cha Hoa, mẹ Kinh", ["Hoa", "Kinh"]), ("Kinh - Hoa", ["Kinh", "Hoa"]),
        ("Kinh lai Khmer", ["Kinh", "Khơ-me"]), ("Kinh/Hoa", ["Kinh", "Hoa"]), ("Khmer (mẹ)", ["Khơ-me"]),
    ],
)  # fmt: skip
def test_a_letter_or_the_groups_of_both_parents_are_told_with_what_they_may_mean(text, names):
    finding = only("ethnicity_known", ethnicity=text)
    assert (finding.severity, read(ethnicity=text).ethnicity) == (Severity.NOTE, None)
    assert finding.what == f"Dân tộc “{text}” có thể là {' hoặc '.join(names)}."
    assert [way.value for way in finding.suggestions] == names


def test_unknown_names_are_noted():
    assert "Không nhận ra dân tộc" in only("ethnicity_known", ethnicity="Sao Hỏa").what


@pytest.mark.parametrize(
    "text",
    [
        "", "Kinh", "Khmer", "hoa", "Dân tộc khác", "Chưa xác định",
        "Dân tộc Kinh", "DT Khơmer", "người Hoa", "Hoa (Triều Châu)", "Kinh (mẹ Khmer)", "KM", "Ko", "Thổ (Tày)",
    ],
)  # fmt: skip
def test_names_pass(text):
    assert said("ethnicity_known", ethnicity=text) == []
