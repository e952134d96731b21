"""Vaccines children of Việt Nam are given, with the words lists use.

The list of the Programme (Thông tư 13/2026/TT-BYT, Điều 3, not compared with its text) and what is bought beside it; codes are our own. How
many doses are usual: BCG, hepatitis B at birth, 5 in 1, DPT and Td agree with a published extract of Thông tư 10/2024/TT-BYT, no longer in
force; the others are not compared.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vaccine:
    """A vaccine: code, name shown, how many doses are usual, other words for it."""

    code: str
    name: str
    doses: int
    also: tuple[str, ...] = ()


BCG, HEPATITIS_B, FIVE = "bcg", "hepb", "dtp-hib-hepb"

VACCINES: tuple[Vaccine, ...] = (
    Vaccine(BCG, "Lao (BCG)", 1, ("BCG", "Lao", "Vắc xin lao", "Phòng lao")),
    Vaccine(HEPATITIS_B, "Viêm gan B sơ sinh", 1, ("Viêm gan B", "VGB", "VGB0", "VGB sơ sinh", "VGB SS", "VGB 24 giờ", "HepB")),
    Vaccine(
        FIVE, "5 trong 1 (DPT-VGB-Hib)", 3,
        ("5 trong 1", "5in1", "DPT-VGB-Hib", "DPT VGB Hib", "SII", "ComBE Five", "Quinvaxem", "Pentavalent", "Vắc xin 5 trong 1"),
    ),
    Vaccine("six", "6 trong 1", 3, ("6in1", "Infanrix Hexa", "Hexaxim", "Vắc xin 6 trong 1")),
    Vaccine("opv", "Bại liệt uống (OPV)", 3, ("OPV", "bOPV", "Bại liệt", "Bại liệt uống")),
    Vaccine("ipv", "Bại liệt tiêm (IPV)", 2, ("IPV", "Bại liệt tiêm")),
    Vaccine("rota", "Rota", 2, ("Rotavirus", "Rotavin", "Tiêu chảy Rota", "Rotarix", "Rota virus")),
    Vaccine("measles", "Sởi", 1, ("Sởi đơn", "MVVAC", "Sởi mũi đơn")),
    Vaccine("mr", "Sởi – rubella (MR)", 1, ("MR", "Sởi rubella", "Sởi - Rubella", "MRVAC", "MMR", "Sởi quai bị rubella")),
    Vaccine("dpt", "Bạch hầu – ho gà – uốn ván (DPT)", 4, ("DPT", "Bạch hầu ho gà uốn ván", "DPT nhắc lại")),
    Vaccine("td", "Uốn ván – bạch hầu (Td)", 1, ("Td", "Uốn ván bạch hầu")),
    Vaccine("je", "Viêm não Nhật Bản", 3, ("VNNB", "VNNB B", "Jevax", "Viêm não Nhật Bản B", "Imojev")),
    Vaccine("pcv", "Phế cầu", 4, ("PCV", "Synflorix", "Prevenar")),
    Vaccine("flu", "Cúm", 2, ("Cúm mùa", "Vaxigrip", "Influenza")),
    Vaccine("varicella", "Thủy đậu", 2, ("Varivax", "Varicella", "Trái rạ")),
    Vaccine("hpv", "HPV", 2, ("Ung thư cổ tử cung", "Gardasil", "Cervarix")),
)  # fmt: skip
NAMES = {vaccine.code: vaccine.name for vaccine in VACCINES}
SCHEDULE: tuple[tuple[str, int], ...] = (  # columns of the usual book of the commune's health station
    (BCG, 1), (HEPATITIS_B, 1), (FIVE, 1), (FIVE, 2), (FIVE, 3), ("opv", 1), ("opv", 2), ("opv", 3), ("ipv", 1), ("ipv", 2),
    ("rota", 1), ("rota", 2), ("measles", 1), ("mr", 1), ("dpt", 4), ("je", 1), ("je", 2), ("je", 3),
)  # fmt: skip
