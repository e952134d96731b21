"""Capitals, old encodings, what a name may look like."""

import pytest

from mangnon.intake.rules import names


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("trần thị BẢO ngọc", "Trần Thị Bảo Ngọc"),
        ("DANH THỊ MỸ LINH", "Danh Thị Mỹ Linh"),
        ("h'hen niê", "H'Hen Niê"),
        ("mỹ-linh", "Mỹ-Linh"),
    ],
)
def test_usual_capitals(typed, usual):
    assert names.in_usual_capitals(typed) == usual


@pytest.mark.parametrize(
    "name",
    [
        "Kim Sô Phia", "Thạch Sa Rây", "Quách Mỹ Dung", "Thị Sà Rươl", "Danh Ô Rây",
        "Nguyễn Văn A", "Lý Ỷ", "H'Lan Niê", "HʼHen Niê", "Trần-Lê Hân",
    ],
)  # fmt: skip
def test_khmer_and_hoa_names_are_names(name):
    assert names.odd_part(name) == ""
    assert not names.begins_small(name)
    assert names.legacy_encoding(name) == ""


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("Nguyễn Văn 2", "2"), ("Lê An?", "?"), ("Hân", ""),
        ("Lê An (sinh đôi)", "(sinh đôi)"), ("Trần Vũ Phong (mất 2025)", "(mất 2025)"), ("Ng. Văn An", "."),
        ("Lê Аn", "А"), ("Lê An 😀", "😀"), ("李小龍", "李小龍"),
    ],
)  # fmt: skip
def test_odd_names(name, odd):
    assert names.odd_part(name) == odd


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("NguyÔn ThÞ Lan", "TCVN3"), ("TrÇn V¨n Hïng", "TCVN3"), ("Nguyeãn Vaên Huøng", "VNI"), ("Ñaëng Thò Hoàng", "VNI"),
        ("Nguyễn Thị Lan", ""), ("Kim Sa", ""), ("Tran Van An", ""), ("Hà Thu Hà", ""), ("Lò Thị Hoà", ""), ("Đào Vân", ""),
    ],
)  # fmt: skip
def test_old_encodings(text, encoding):
    assert names.legacy_encoding(text) == encoding


def test_capitals_throughout_become_usual_ones_in_the_register():
    assert names.for_the_register("DANH THỊ MỸ LINH") == "Danh Thị Mỹ Linh"
    assert names.for_the_register("Danh Thị Mỹ Linh") == "Danh Thị Mỹ Linh"
    assert names.for_the_register("danh thị mỹ linh") == "danh thị mỹ linh"
