"""Which places are outside the city."""

import pytest

from mangnon.intake.rules.outside import is_outside


@pytest.mark.parametrize(
    "text",
    [
        "TP.HCM", "Tp Hồ Chí Minh", "tỉnh Bình Dương", "BÌNH DƯƠNG", "xã Châu Thành, tỉnh Tiền Giang", "nước ngoài", "Mỹ", "sang Mỹ",
        "định cư ở Úc", "KCN Sóng Thần, Bình Dương", "P. Tân An, TP Hội An", "phường 5 quận 8 TPHCM", "ngoài tỉnh", "Hà Nội",
    ],
)  # fmt: skip
def test_other_provinces_and_countries(text):
    assert is_outside(text)


@pytest.mark.parametrize(
    "text",
    [
        "quê ngoại", "chưa rõ", "ở trọ khu công nghiệp", "Trung tâm BTXH", "Trung tâm bảo trợ xã hội Cần Thơ", "nhà bà Mỹ", "Khu vực 5",
        "Hậu Giang", "Châu Thành, Sóc Trăng", "", "P.CK", "đường Hà Nội, TP Cần Thơ",
    ],
)  # fmt: skip
def test_other_words_may_be_anywhere(text):
    assert not is_outside(text)
