import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import enriching, only, said, said_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nguyễn Văn 2", "Họ và tên “Nguyễn Văn 2”: có chữ số. Ghi đúng họ, chữ đệm và tên trong giấy khai sinh"),
        ("Lê An?", "có dấu hỏi"),
        ("Cu Tí", "có thể không thuộc tên khai sinh"),
    ],
)
def test_what_may_be_no_legal_name_is_asked(name, words):
    finding = only("full_name_plausible", full_name=name)
    assert finding.severity is Severity.QUESTION
    assert words in finding.message
    assert "không phải sửa" not in finding.message


def test_the_name_in_a_text_is_offered_and_the_text_may_stay():
    finding = only("full_name_plausible", full_name="Phan Thị Nhi (Bé Heo)")
    assert [(way.field, way.value) for way in finding.suggestions] == [("full_name", "Phan Thị Nhi"), ("", "")]
    assert said("full_name_plausible", full_name="Lê Anh, Lê Em") == []  # one_child_a_row asks


def test_one_word_is_noted_never_refused():
    finding = only("full_name_plausible", full_name="Hân")
    assert (finding.severity, finding.message) == (
        Severity.NOTE, "Họ và tên “Hân”: chỉ có một chữ. Xem lại giấy khai sinh; đúng như vậy thì không phải sửa.",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Kim Sô Phia", "Thạch Sa Rây", "Danh Ô", "Quách Mỹ Dung", "Maria Nguyễn"])
def test_khmer_hoa_and_foreign_names_pass(name):
    assert said("full_name_plausible", full_name=name) == []


@pytest.mark.parametrize("name", ["-", "nt", "Bé trai", "Trần Văn ...", "NguyÔn ThÞ Lan"])
def test_what_other_rules_tell_is_not_told_twice(name):
    assert said("full_name_plausible", full_name=name) == []


def test_a_name_that_helps_to_find_a_child_is_only_noted():
    ((_, severity, _),) = said_of("full_name_plausible", "school-roll", full_name="Lê An?")
    assert severity is Severity.NOTE
    assert enriching("school-roll", full_name="Lê An?")[1].text("full_name") == "Lê An?"
