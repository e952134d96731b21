"""Hamlets named by lines, titles and sheets, and by nothing that only sounds like it."""

import pytest

from mangnon.intake.rules import sections


@pytest.mark.parametrize(
    ("line", "hamlet"),
    [
        (["DANH SÁCH TRẺ EM ẤP TÂN BÌNH NĂM 2026"], "Ấp Tân Bình"),
        (["Danh sách trẻ em khu vực 5, phường Cái Khế"], "Khu vực 5"),
        (["DANH SÁCH TRẺ EM DƯỚI 16 TUỔI ẤP THỚI HÒA 1 (từ 0 đến 5 tuổi)"], "Ấp Thới Hòa 1"),
        (["Danh sách trẻ em đang cư trú tại ấp Tân Long tính đến 30/6/2026"], "Ấp Tân Long"),
        (["Ấp: Tân Bình"], "Ấp Tân Bình"),
        (["Ấp:", "3"], "Ấp 3"),
        (["Địa bàn: KV5"], "Khu vực 5"),
        (["XÃ THẠNH AN", "", "ẤP 7"], "Ấp 7"),
        (["DANH SÁCH TRẺ EM CÁC ẤP"], ""),
        (["DANH SÁCH TRẺ EM THEO ẤP, KHU VỰC"], ""),
        (["DANH SÁCH TRẺ EM KHU VỰC NÔNG THÔN"], ""),
        (["CHƯƠNG TRÌNH NÔNG THÔN MỚI"], ""),
        (["Trưởng ấp"], ""),
        (["1", "Nguyễn Văn A", "05/06/2018", "Nam", "Ấp 3"], ""),
    ],
)
def test_titles(line, hamlet):
    assert sections.titled(line) == hamlet


@pytest.mark.parametrize(
    ("name", "hamlet"),
    [
        ("Ấp 3", "Ấp 3"), ("KV5", "Khu vực 5"), ("Ap Tan Binh", "Ấp Tan Binh"), ("ẤP TÂN HƯNG", "Ấp Tân Hưng"),
        ("Khu vực 2 (12 trẻ)", "Khu vực 2"), ("0-5 tuổi", ""), ("Danh sách", ""), ("Sheet1", ""), ("Tổng hợp", ""),
    ],
)  # fmt: skip
def test_sheets(name, hamlet):
    assert sections.of_sheet(name) == hamlet


def test_the_nearest_title_counts():
    assert sections.over([["Danh sách ấp Một"], ["DANH SÁCH TRẺ EM ẤP HAI"], []]) == "Ấp Hai"


@pytest.mark.parametrize(
    ("line", "hamlet"),
    [
        (["", "Chung cư Trần Việt Châu"], "Chung cư Trần Việt Châu"),
        (["4/", "Khu dân cư 91B"], "Khu dân cư 91B"),
        (["Khu tập thể Công an (5 trẻ)"], "Khu tập thể Công an"),
        (["Hẻm 91"], "Hẻm 91"),
        (["Trang 2"], ""),
    ],
)
def test_places_that_are_no_hamlet_end_the_one_above(line, hamlet):
    assert sections.caption(line) == hamlet
