"""Communes found in titles and addresses, and nothing that only looks like one."""

import pytest

from mangnon.intake.rules import communes


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("12 Nguyễn Đệ, P. Cái Khế", "P. Cái Khế"),
        ("12 Phường Cái Khế", "Phường Cái Khế"),
        ("ấp Thới Hòa, xã Thới Lai, TP Cần Thơ", "xã Thới Lai, TP Cần Thơ"),
        ("ap Thoi Hoa, xa Thoi Lai", "xa Thoi Lai"),
        ("12 Nguyễn Đệ, P.An Hòa, NK, Cần Thơ", "P.An Hòa, NK, Cần Thơ"),
        ("KV1 P. Bùi Hữu Nghĩa", "P. Bùi Hữu Nghĩa"),
        ("phường Thới Bình cũ", "phường Thới Bình"),
        ("KV6, Xuân Khánh", "Xuân Khánh"),
        ("5/2, Nguyễn Văn Cừ, An Hòa", "An Hòa"),
        ("TP.HCM", "TP.HCM"),
        ("Bình Dương", "Bình Dương"),
        ("đi TPHCM", "TPHCM"),
        ("27/4 đường Trần Phú", ""),
        ("12, Lê Bình", ""),  # a street
        ("12 Nguyễn Trãi, Ninh Kiều, Cần Thơ", ""),  # the district of old, or the ward
        ("P. 203 chung cư Trần Việt Châu", ""),
        ("P.1205 CC Cadif", ""),
        ("15 Mậu Thân, TP. Cần Thơ", ""),
        ("tỉnh Sóc Trăng", ""),
        ("hợp tác xã 3", ""),
        ("123 Vĩnh Long", ""),
        ("Khu vực 5, tổ 3", ""),
    ],
)
def test_addresses(address, words):
    assert communes.of_address(address) == words


@pytest.mark.parametrize("words", ["TP.HCM", "tỉnh Vĩnh Long", "Bình Dương", "TT Trà Ôn, Vĩnh Long", "ngoài tỉnh"])
def test_provinces_elsewhere(words):
    assert communes.is_away(words)


def test_what_is_of_the_city_is_not_elsewhere():
    assert not any(map(communes.is_away, ("xã Tân Long, Phụng Hiệp, Hậu Giang", "tỉnh Sóc Trăng", "Phường 2, Sóc Trăng", "P. Cái Khế")))


def test_letters_for_a_district_may_be_left_out():
    assert communes.ways("P.An Hòa, NK, Cần Thơ") == ("P.An Hòa, NK, Cần Thơ", "P.An Hòa, Cần Thơ")
    assert communes.ways("xã Tân Bình, huyện Bình Tân") == ("xã Tân Bình, huyện Bình Tân",)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ([["UBND PHƯỜNG NINH KIỀU"], ["DANH SÁCH TRẺ EM KHU VỰC 1"]], [("Phường Ninh Kiều", True)]),
        ([["ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], [("Phường An Hòa", True)]),
        ([["UBND QUẬN NINH KIỀU"], ["PHƯỜNG TÂN AN"]], [("Phường Tân An, Quận Ninh Kiều", False)]),
        ([["Danh sách trẻ em khu vực 5, phường Cái Khế năm 2026"]], [("Phường Cái Khế", False)]),
        ([["Xã: Thạnh An"]], [("Xã Thạnh An", False)]),
        ([["PHÒNG VĂN HÓA - XÃ HỘI"]], []),
        ([["DANH SÁCH TRẺ EM CÁC XÃ, PHƯỜNG NĂM 2026"]], []),
    ],
)
def test_titles(lines, named):
    assert communes.of_title(lines) == named
