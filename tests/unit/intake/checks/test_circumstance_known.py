import pytest

from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import only, read, said


def test_words_outside_the_law_are_asked():
    finding = only("circumstance_known", circumstances="Khuyết tật nặng; con thương binh")
    assert finding.severity is Severity.QUESTION
    assert "con thương binh" in finding.what


def test_what_may_be_meant_is_offered_in_place_of_the_part():
    finding = only("circumstance_known", circumstances="Mồ côi; hộ nghèo")
    assert finding.what == (
        "“Mồ côi” chưa khớp được với hoàn cảnh nào của Luật Trẻ em, Điều 10; "
        "có phải: “Mồ côi cả cha và mẹ” hoặc “Mồ côi cha hoặc mồ côi mẹ”?"
    )
    assert [way.value for way in finding.suggestions] == ["Mồ côi cả cha và mẹ; hộ nghèo", "Mồ côi cha hoặc mồ côi mẹ; hộ nghèo", ""]


@pytest.mark.parametrize("text", ["HIV (-)", "HIV -", "không khuyết tật", "HIV: âm tính", "hết hộ nghèo năm 2024"])
def test_a_denial_is_asked_and_nothing_is_offered(text):
    assert [way.field for way in only("circumstance_known", circumstances=text).suggestions] == [""]


@pytest.mark.parametrize(
    "text", ["khuyết tật?", "Bị xâm hại tình dục ???", "khuyết tật, cha mất", "Nhiễm HIV - đã loại trừ", "Mồ côi cả cha và mẹ, ở với mẹ"]
)  # fmt: skip
def test_what_is_doubted_or_half_understood_is_never_certain(text):
    row = read(circumstances=text)
    assert (row.circumstances, row.risks, row.unknown_circumstances) == ((), (), (text,))


@pytest.mark.parametrize(
    ("text", "special", "risks"),
    [
        ("Mồ côi cha mẹ, ở với bà ngoại; hộ nghèo", ("LTE102/2016:D10.K1.a",), ("MAU03:III.1",)),
        ("KT nặng + hộ cận nghèo", ("ND56/2017:D6.K2",), ("MAU03:III.1",)),
        ("bị bỏ rơi ở cổng chùa, sư cô nuôi", ("LTE102/2016:D10.K1.b",), ()),
        ("Cha mẹ ly hôn, ở với nội", (), ("MAU03:III.3",)),
        ("mồ côi cha lẫn mẹ", ("LTE102/2016:D10.K1.a",), ()),
    ],
)
def test_what_is_certain_is_read(text, special, risks):
    row = read(circumstances=text)
    assert (row.circumstances, row.risks, row.unknown_circumstances) == (special, risks, ())


@pytest.mark.parametrize("text", ["", "Không", "khuyết tật", "NĐ 56/2017 Điều 6 khoản 2", "Trẻ em bị bỏ rơi"])
def test_words_of_the_law_pass(text):
    assert said("circumstance_known", circumstances=text) == []
