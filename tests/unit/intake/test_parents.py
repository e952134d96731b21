"""A cell for both parents."""

import pytest

from mangnon.intake.rules import reading

CAM, MAN = ("father", "Trần Văn Cam"), ("mother", "Lê Thị Mận")


def named(text):
    return [(str(carer.role), carer.full_name) for carer in reading.read(1, {"parents": text}).carers]


@pytest.mark.parametrize(
    "text",
    [
        "Trần Văn Cam, Lê Thị Mận", "Trần Văn Cam - Lê Thị Mận", "Trần Văn Cam và Lê Thị Mận", "+ Trần Văn Cam + Lê Thị Mận",
        "Trần Văn Cam 1985, Lê Thị Mận 1988", "Cha: Trần Văn Cam Mẹ: Lê Thị Mận", "Mẹ: Lê Thị Mận Cha: Trần Văn Cam",
        "C: Trần Văn Cam; M: Lê Thị Mận", "Mẹ Lê Thị Mận, cha Trần Văn Cam", "Cha Trần Văn Cam mẹ Lê Thị Mận",
        "Tía Trần Văn Cam, má Lê Thị Mận", "Ba: Trần Văn Cam Má: Lê Thị Mận", "CHA: TRẦN VĂN CAM MẸ: LÊ THỊ MẬN",
        "Lê Thị Mận (mẹ), Trần Văn Cam (cha)", "Lê Thị Mận (mẹ) Trần Văn Cam (cha)", "(Mẹ) Lê Thị Mận (Cha) Trần Văn Cam",
        "Lê Thị Mận - Mẹ, Trần Văn Cam - Cha", "Mẹ - Lê Thị Mận; Cha - Trần Văn Cam", "Mẹ: Lê Thị Mận, Trần Văn Cam",
        "Bà Lê Thị Mận, ông Trần Văn Cam", "Cha mẹ: Trần Văn Cam, Lê Thị Mận",
        "Ông: Trần Văn Cam Bà: Lê Thị Mận", "Ông Trần Văn Cam bà Lê Thị Mận", "Ô. Trần Văn Cam, B. Lê Thị Mận",
        "Ô.Trần Văn Cam B.Lê Thị Mận", "Anh Trần Văn Cam, chị Lê Thị Mận", "C. Lê Thị Mận, A. Trần Văn Cam",
        "C. Trần Văn Cam, M. Lê Thị Mận", "Lê Thị Mận, Trần Văn Cam",
        "1/ Trần Văn Cam 2/ Lê Thị Mận", "1.Trần Văn Cam 2.Lê Thị Mận", "• Trần Văn Cam • Lê Thị Mận", "Trần Văn Cam -Lê Thị Mận",
        "Trần Văn Cam Lê Thị Mận", "Trần Văn Cam (vợ: Lê Thị Mận)", "Lê Thị Mận, chồng Trần Văn Cam",
        "Cha: Trần Văn Cam (1985) - 0909123456 Mẹ: Lê Thị Mận (1990)", "Mẹ: Lê Thị Mận (1990, làm công nhân), cha: Trần Văn Cam - 1985",
    ],
)  # fmt: skip
def test_father_and_mother_as_labels_say_or_in_their_order(text):
    assert named(text) == [CAM, MAN]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Lý Thị Bảy (mẹ)", [("mother", "Lý Thị Bảy")]),
        ("Cha: Trần Văn Cam", [CAM]),
        ("Cha: mất, Mẹ: Lê Thị Mận", [MAN]),
        ("Không rõ, Lê Thị Mận", [MAN]),
        ("Mồ côi cha, mẹ Lê Thị Mận", [MAN]),
        ("Trần Văn Cam", [("guardian", "Trần Văn Cam")]),
        ("Lê Thị Mận (bà nội)", [("guardian", "Lê Thị Mận")]),
        ("Lê Thị Mận - 1990", [("guardian", "Lê Thị Mận")]),
        ("Lê Thị Mận, làm công nhân", [("guardian", "Lê Thị Mận")]),
        ("Bà nội Lê Thị Mận, Trần Văn Cam", [("guardian", "Lê Thị Mận")]),
        ("Cha: Trần Văn Cam; Mẹ: Lê Thị Mận; Bà nội: Lê Thị Bưởi", [CAM, MAN, ("guardian", "Lê Thị Bưởi")]),
        ("vợ chồng anh Bảy", [("guardian", "vợ chồng anh Bảy")]),
        ("Mồ côi cha mẹ", []),
        ("nt", []),
        ("", []),
    ],
)
def test_one_of_them_or_somebody_else(text, people):
    assert named(text) == people


def test_the_surname_ong_is_no_label():
    assert named("Ông Văn Năm, Lê Thị Mận") == [("father", "Ông Văn Năm"), MAN]
