"""The cause of death, and the vaccine, that only a title, a sheet or a section names."""

import pytest

from mangnon.intake.rules import deaths, vaccines
from mangnon.register.vocabulary.people import DeathCause


@pytest.mark.parametrize(
    ("banner", "cause"),
    [
        ("DANH SÁCH TRẺ EM TỬ VONG NĂM 2026 › I Đuối nước", DeathCause.DROWNING),
        (" › II. Tai nạn giao thông", DeathCause.TRAFFIC),
        (" › 3. Bệnh tật", DeathCause.ILLNESS),
        (" › IV Khác", DeathCause.OTHER),
        ("TNGT", DeathCause.TRAFFIC),
        ("DANH SÁCH TRẺ EM TỬ VONG DO ĐUỐI NƯỚC NĂM 2026", DeathCause.DROWNING),
        ("TRẺ EM CHẾT VÌ BỆNH TRÊN ĐỊA BÀN PHƯỜNG NGÃ BẢY", DeathCause.ILLNESS),
        ("DANH SÁCH TRẺ EM TỬ VONG DO ĐUỐI NƯỚC, TAI NẠN GIAO THÔNG", None),
        ("DANH SÁCH TRẺ EM TỬ VONG PHƯỜNG NGÃ BẢY", None),
        ("TRẠM Y TẾ", None),
        ("PHÒNG CHỐNG TAI NẠN THƯƠNG TÍCH XÃ", None),
        ("", None),
    ],
)
def test_causes(banner, cause):
    assert deaths.of_banner(banner) == cause


@pytest.mark.parametrize(
    ("banner", "vaccine"),
    [
        ("DANH SÁCH TRẺ TIÊM VẮC XIN SỞI - RUBELLA (MR)", ("mr", None)),
        ("DANH SÁCH TRẺ TIÊM VẮC XIN PHÒNG BỆNH SỞI THÁNG 11/2026", ("measles", None)),
        ("DANH SÁCH TRẺ UỐNG OPV MŨI 2 TẠI TRẠM", ("opv", 2)),
        ("TIÊM CHỦNG THÁNG 11 › I Vắc xin BCG", ("bcg", None)),
        (" › 2) Bại liệt uống", ("opv", None)),
        ("DANH SÁCH TIÊM CHỦNG; MR", ("mr", None)),
        ("5in1 mũi 3", ("dtp-hib-hepb", 3)),
        ("DANH SÁCH TIÊM SỞI VÀ OPV", None),
        ("DANH SÁCH TIÊM CHỦNG MỞ RỘNG", None),
        ("UỐNG VITAMIN A", None),
        ("CỤM 3", None),
        ("", None),
    ],
)
def test_vaccines(banner, vaccine):
    assert vaccines.of_banner(banner) == vaccine
