import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, said, said_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("đã mất", "có thể người này đã mất hoặc đã bỏ đi. Nếu trẻ mồ côi hoặc bị bỏ rơi thì ghi thêm hoàn cảnh"),
        ("Nguyễn Thị Lan (chết)", "có thể người này đã mất"),
        ("ly hôn", "không phải họ tên"),
        ("nt", "“như trên” không đọc được là ai"),
        ("〃", "“như trên”"),
        ("0909123456", "không phải họ tên"),
        ("Nguyễn Thị Lan - Trần Thị Cúc", "có thể là tên hai người"),
        ("Bà ngoại: Võ Thị Tám", "có thể ghi nhầm cột"),
        ("Cha: Trần Văn Cam", "có thể ghi nhầm cột"),
        ("An " * 9, "dài khác thường"),
        ("TRẦN TH| LAN", "có thể gõ nhầm hoặc thiếu chữ"),
        ("Chùa Phước Long", "có vẻ là nơi nuôi dưỡng, không phải họ tên một người"),
        ("mẹ kế Phan Thị Kế", "có thể ghi nhầm cột. Ghi đúng cột của người này; ông, bà, cha dượng, mẹ kế"),
        ("Lê Thị Lan (ở tù)", "có thể người này ở xa, không nuôi trẻ"),
        ("người Đài Loan", "không phải họ tên"),
        ("Lưu Gia Hân", "trùng tên trẻ"),
        ("Lưu Văn Tài", "trùng tên cha"),
        ("Bành Văn Lân", "tên này thường là của nam, có thể hai cột cha, mẹ đổi chỗ"),
        ("BÀNH VĂN LÂN", "của nam"),
    ],
)
def test_what_may_be_no_name_of_the_mother_is_asked(text, words):
    finding = only("carer_plausible", mother_name=text)
    assert (finding.column, finding.severity) == ("mother_name", Severity.QUESTION)
    assert finding.message.startswith(f"Ô Họ tên mẹ ghi “{text[:60]}”")
    assert words in finding.message


def test_the_way_out_says_what_will_be_entered():
    assert [way.label for way in only("carer_plausible", mother_name="Lê Thị Mận (chết)").suggestions] == ["Ghi tên Lê Thị Mận"]
    assert [way.label for way in only("carer_plausible", mother_name="chết").suggestions] == ["Ghi không kèm tên ở ô này"]


@pytest.mark.parametrize("text", ["", "không", "không có mẹ", "Mẹ: Lê Thị Mận - 1990", "Thạch Thị Sa Rây", "bà Lê Thị Mận", "Ông Thị Lành"])
def test_names_and_plain_words_for_nobody_pass(text):
    assert said("carer_plausible", mother_name=text) == []


def test_a_guardian_may_be_anybody():
    for text in ("Bà ngoại: Võ Thị Tám", "Chùa Phước Long", "Lê Văn Tám", "dì Sáu Lan", "mẹ nuôi Lê Thị Hai"):
        assert said("carer_plausible", guardian_name=text) == []


def test_a_father_called_as_women_are_is_asked_about():
    finding = only("carer_plausible", father_name="Lê Thị Phượng")
    assert (finding.severity, finding.column) == (Severity.QUESTION, "father_name")
    assert "thường là của nữ" in finding.what
    assert said("carer_plausible", father_name="Lê Văn Thị") == []


def test_one_word_is_noted():
    finding = only("carer_plausible", mother_name="chị Hương")
    assert (finding.severity, finding.what) == (Severity.NOTE, "Ô Họ tên mẹ ghi “chị Hương”: chỉ có một chữ.")
    assert said_of("carer_plausible", "school-roll", mother_name="Hương") == []


GONE = {"father_name": "", "mother_name": "", "parents": "cha mất, mẹ bỏ đi", "guardian_name": "Thị Phol"}


def test_both_parents_of_one_cell_are_asked_about():
    assert [column for column, _, _ in said("carer_plausible", **GONE)] == [
        "father_name", "mother_name",
    ]  # fmt: skip


def test_it_is_only_noted_where_people_help_to_find_the_child():
    ((column, severity, _),) = said_of("carer_plausible", "school-roll", full_name="Lưu Gia Hân", mother_name="nt")
    assert (column, severity) == ("mother_name", Severity.NOTE)
