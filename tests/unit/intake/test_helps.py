"""Kinds of help that titles, sheets and sections name."""

import pytest

from mangnon.intake import formats
from mangnon.intake.rules import helps, reading
from mangnon.register.vocabulary.people import HelpKind


@pytest.mark.parametrize(
    ("banner", "kind"),
    [
        ("DANH SÁCH TRẺ EM HƯỞNG TRỢ CẤP XÃ HỘI HẰNG THÁNG", HelpKind.ALLOWANCE),
        ("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", HelpKind.ALLOWANCE),
        ("DANH SÁCH TRẺ EM NHẬN QUÀ TẾT", HelpKind.OTHER),
        ("TRAO TẶNG 50 SUẤT QUÀ TRUNG THU", HelpKind.OTHER),
        ("DANH SÁCH TẶNG XE ĐẠP", HelpKind.OTHER),
        ("HỖ TRỢ ĐỘT XUẤT TRẺ EM", HelpKind.OTHER),
        ("DANH SÁCH TRẺ EM ĐƯỢC CẤP HỌC BỔNG", HelpKind.EDUCATION),
        ("DANH SÁCH HỌC SINH ĐƯỢC MIỄN, GIẢM HỌC PHÍ", HelpKind.EDUCATION),
        ("HỖ TRỢ TIỀN ĂN TRƯA TRẺ MẪU GIÁO", HelpKind.EDUCATION),
        ("CẤP THẺ BẢO HIỂM Y TẾ MIỄN PHÍ", HelpKind.HEALTH),
        ("HỖ TRỢ PHẪU THUẬT TIM", HelpKind.HEALTH),
        ("DẠY NGHỀ, TẠO VIỆC LÀM", HelpKind.VOCATION),
        ("DANH SÁCH TRỢ CẤP XÃ HỘI › II. Hỗ trợ học phí", HelpKind.EDUCATION),
        ("TRỢ CẤP XÃ HỘI, CẤP THẺ BHYT; Cấp thẻ BHYT", HelpKind.HEALTH),
        (" › III Y tế", HelpKind.HEALTH),
        ("TRỢ CẤP XÃ HỘI, CẤP THẺ BHYT", None),
        ("TRỢ CẤP XÃ HỘI; Hỗ trợ học phí", None),
        ("DANH SÁCH CHI TRẢ THÁNG 11", None),
        ("TRẠM Y TẾ PHƯỜNG", None),
        ("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", None),
        ("TRUNG TÂM DẠY NGHỀ", None),
        ("TRẺ EM VƯỢT QUA KHÓ KHĂN", None),
    ],
)
def test_the_kind_of_a_title_or_section(banner, kind):
    assert helps.of_banner(banner) == kind


def test_the_row_speaks_before_the_title():
    layout = formats.named("social-assistance")
    row = {"full_name": "Lưu Gia Hân", "banner": "DANH SÁCH CẤP HỌC BỔNG"}
    (fact,) = layout.facts(reading.read(1, row, layout), None)
    assert fact.kind is HelpKind.EDUCATION
    (fact,) = layout.facts(reading.read(1, row | {"assistance": "BHYT"}, layout), None)
    assert fact.kind is HelpKind.HEALTH
    assert "assistance" not in reading.read(1, row | {"assistance": "chưa rõ chữ"}, layout).values
