"""What stands over the rows is told to each of them."""

import re

import pytest

from mangnon.intake import formats
from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import banners, contrary, money, moving, reading, school, standings
from mangnon.register.vocabulary.people import Standing

WORDS = re.compile("ngheo|giam")


def test_titles_and_the_name_of_the_sheet_that_say_something():
    lines = [["ỦY BAN NHÂN DÂN", "", "CỘNG HÒA"], ["DANH SÁCH HỘ NGHÈO"], ["Ghi chú: hộ nghèo mới"], ["Cộng hộ nghèo: 3"]]
    assert banners.over(lines, "Thoát nghèo", WORDS) == "DANH SÁCH HỘ NGHÈO; Thoát nghèo"
    assert banners.over(lines[:1], "Sheet1", WORDS) == ""


@pytest.mark.parametrize(
    ("cells", "section"),
    [
        (["I", "HỘ NGHÈO", ""], "I HỘ NGHÈO"),
        (["II. Giảm"], "II. Giảm"),
        (["1", "Nghèo Thị Lan", "05/06/2018", "Hộ nghèo", "x"], ""),
        (["", "Cộng giảm", "2"], ""),
        (["Tổng hộ nghèo"], ""),
        (["", "Nghèo 05/06/2018"], ""),
        (["Ấp 3"], ""),
    ],
)
def test_sections(cells, section):
    assert banners.line(cells, WORDS) == section


def test_a_column_for_what_stands_over_the_rows():
    heading = Heading(0, 1, {"full_name": 1}, ("STT", "Họ tên"))
    divided = banners.divided(heading, [], WORDS, known="GIẢM")
    assert (divided.places["banner"], divided.titles[-1]) == (2, banners.TITLE)
    assert banners.divided(heading, [["Ấp 3"]], WORDS, known="") is heading


def test_the_levels_of_a_banner_from_the_row_outwards():
    assert banners.levels("DANH SÁCH › I. HỘ NGHÈO › Giảm") == ["giam", "i ho ngheo", "danh sach"]


def test_the_column_of_banners_is_the_last():
    block = banners.last(Block("Sheet1", 1, {"full_name": 0, "banner": 1, "current": 2}, ("Họ tên", banners.TITLE, "Nơi ở")))
    assert (block.places, block.titles) == ({"full_name": 0, "current": 1, "banner": 2}, ("Họ tên", "Nơi ở", banners.TITLE))
    assert banners.last(plain := Block("Sheet1", 1, {"full_name": 0}, ("Họ tên",))) is plain


def test_what_is_said_of_all_makes_no_child_of_a_signature():
    row = ["", "Nguyễn Thị Lan", "", "CHỦ TỊCH", "DANH SÁCH HỘ NGHÈO"]
    cells = {"number": "", "full_name": "Nguyễn Thị Lan", "banner": row[-1]}
    assert not reading.is_child_row(cells, row)
    assert reading.is_child_row(cells | {"birth_date": "05/06/2018"}, row)


@pytest.mark.parametrize(
    ("banner", "standing"),
    [
        ("DANH SÁCH HỘ NGHÈO NĂM 2026", Standing.POOR),
        ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO", None),
        ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO › II HỘ CẬN NGHÈO", Standing.NEAR_POOR),
        ("DANH SÁCH HỘ NGHÈO › II HỘ CẬN NGHÈO", Standing.NEAR_POOR),
        ("DANH SÁCH HỘ NGHÈO › HỘ NGHÈO VÀ CẬN NGHÈO", None),
        ("DANH SÁCH THOÁT NGHÈO NĂM 2026; Thoát nghèo", standings.NONE),
        ("DANH SÁCH HỘ NGHÈO; Hộ cận nghèo", None),
        ("DANH SÁCH HỘ NGHÈO, CẬN NGHÈO; Hộ cận nghèo", Standing.NEAR_POOR),
        ("BAN CHỈ ĐẠO GIẢM NGHÈO; DANH SÁCH HỘ CẬN NGHÈO", Standing.NEAR_POOR),
        ("HỘ CÓ NGUY CƠ TÁI NGHÈO", None),
        ("HỘ KHÔNG NGHÈO", None),
        ("DANH SÁCH HỘ NGHÈO › III. HỘ CÓ MỨC SỐNG TRUNG BÌNH", standings.NONE),
        ("RÀ SOÁT HỘ NGHÈO, HỘ CÓ MỨC SỐNG TRUNG BÌNH", None),
        ("DANH SÁCH HỘ NGHÈO, CẬN NGHÈO › A. HỘ NGHÈO › Giảm trong năm", Standing.POOR),
        ("", None),
    ],
)
def test_the_standing_of_a_title_or_section(banner, standing):
    assert standings.of_banner(banner) == standing


@pytest.mark.parametrize(
    ("code", "banner", "contrary_words"),
    [
        ("social-assistance", "DANH SÁCH CẮT GIẢM TRỢ CẤP THÁNG 11/2026", "cat"),
        ("social-assistance", "DANH SÁCH GIẢM TRONG THÁNG", "giam"),
        ("social-assistance", "PHÒNG GIẢM NGHÈO; DANH SÁCH MIỄN GIẢM HỌC PHÍ", ""),
        ("social-assistance", "DANH SÁCH TĂNG VÀ GIẢM", ""),
        ("social-assistance", "DANH SÁCH TĂNG, GIẢM › I. Tăng", ""),
        ("social-assistance", "DANH SÁCH TĂNG, GIẢM › II. Giảm", "giam"),
        ("social-assistance", "DANH SÁCH › II. Giảm › Hỗ trợ học phí", "giam"),
        ("social-assistance", " › III. ĐIỀU CHỈNH MỨC", ""),
        ("social-assistance", "DANH SÁCH ĐỀ NGHỊ HƯỞNG TRỢ CẤP", "de nghi"),
        ("school-roll", "DANH SÁCH HỌC SINH BỎ HỌC NĂM HỌC 2026-2027", "bo hoc"),
        ("school-roll", "DANH SÁCH HỌC SINH NĂM HỌC 2026-2027", ""),
        ("health-insurance", "DANH SÁCH THẺ BHYT THU HỒI, GIẢM", "thu hoi"),
        ("immunisation", "DANH SÁCH TRẺ CHƯA TIÊM SỞI", "chua tiem"),
        ("immunisation", "DANH SÁCH TRẺ TIÊM SỞI", ""),
        ("poor-households", "DANH SÁCH HỘ ĐỀ NGHỊ XÉT HỘ NGHÈO (CHƯA ĐƯỢC CÔNG NHẬN)", "de nghi"),
        ("poor-households", "DANH SÁCH HỘ NGHÈO", ""),
        ("child-list", "DANH SÁCH BỎ HỌC", ""),
        ("deaths", "DANH SÁCH TRẺ EM BỊ TAI NẠN THƯƠNG TÍCH", "danh sach tre em bi tai nan"),
        ("deaths", "TRẺ EM TỬ VONG DO TAI NẠN THƯƠNG TÍCH", ""),
        ("deaths", "TAI NẠN ĐUỐI NƯỚC TRẺ EM", ""),
        ("deaths", "II Tai nạn giao thông", ""),
    ],
)
def test_titles_that_say_the_opposite(code, banner, contrary_words):
    assert contrary.in_banner(code, banner) == contrary_words


@pytest.mark.parametrize(
    ("code", "texts", "plain"),
    [
        ("school-roll", ("Đã nghỉ học từ 10/2026", "Chuyển trường", "bỏ học"), ("HT", "đang học", "học giỏi", "")),
        ("immunisation", ("Không tiêm", "Hẹn", "Hoãn tiêm"), ("Đã tiêm", "Tiêm tại trạm", "Hoàn thành")),
        ("health-insurance", ("Hết hạn", "Khóa thẻ do trùng", "Thu hồi"), ("Còn hạn", "Đang sử dụng", "thẻ mới")),
        (
            "moves",
            ("Đã hủy hồ sơ", "Chờ duyệt", "đã quay về 20/11", "không đi nữa", "Trẻ vẫn ở lại với bà ngoại"),
            ("Đã duyệt", "đã chuyển đi", "theo cha mẹ"),
        ),
        (
            "social-assistance",
            (
                "Đã thôi hưởng từ 6/2026",
                "đã chết 10/2026",
                "Không đủ điều kiện",
                "Tăng mức từ 7/2026: 975.000",
                "Chuyển trợ cấp về xã Phong Điền",
            ),
            ("Đồng ý", "khuyết tật nặng", "cha đã mất 2020", "mẹ chết năm 2019"),
        ),
        (
            "poor-households",
            ("Không đạt", "đã chuyển đi Bình Dương", "mất 2025", "thoát nghèo"),
            ("Đạt", "hộ neo đơn", "mất sức lao động", "mất 1 mắt"),
        ),
        ("deaths", ("ghi nhầm, còn sống", "Gãy tay, điều trị khỏi", "ra viện"), ("đã mất tại nhà", "điều trị 3 ngày thì mất")),
    ],
)
def test_states_and_notes_that_say_the_opposite(code, texts, plain):
    assert [text for text in texts if not contrary.in_row(code, text)] == []
    assert [text for text in plain if contrary.in_row(code, text)] == []


def test_months_and_school_years_of_titles():
    titles = ("CHI TRẢ QUÝ IV NĂM 2026 (3 THÁNG)", "CHI TRẢ QUÝ I", "6 THÁNG ĐẦU NĂM", "TRUY LĨNH", "CHI TRẢ THÁNG 11 NĂM 2026", "")
    assert [money.months_of(title) for title in titles] == [3, 3, 6, 0, None, None]
    titles = ("DANH SÁCH HỌC SINH LỚP 4A NĂM HỌC 2025-2026", "NIÊN KHÓA 2025 - 2026", "NĂM HỌC MỚI", "")
    assert [school.year_in_banner(title) for title in titles] == ["2025-2026", "2025-2026", None, None]


@pytest.mark.parametrize(
    ("banner", "way"),
    [("DANH SÁCH TRẺ CHUYỂN ĐẾN", "in"), ("BIẾN ĐỘNG CHUYỂN ĐẾN, CHUYỂN ĐI", None), ("CHUYỂN ĐẾN, CHUYỂN ĐI › B CHUYỂN ĐI", "out")],
)
def test_the_way_of_a_title_or_section(banner, way):
    assert moving.said_way(reading.read(1, {"banner": banner})) == way


def test_every_format_that_looks_for_words_has_their_column():
    for layout in formats.every().values():
        assert (layout.banner is not None) is layout.has(banners.FIELD)
