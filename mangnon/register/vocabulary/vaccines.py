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
    at_age: tuple[str, ...] = ()  # words for the age of its first dose, as lists have them beside its name


BCG, HEPATITIS_B, FIVE = "bcg", "hepb", "dtp-hib-hepb"

VACCINES: tuple[Vaccine, ...] = (
    Vaccine(BCG, "Lao (BCG)", 1, ("BCG", "Lao", "Vắc xin lao", "Phòng lao"), ("sơ sinh",)),
    Vaccine(
        HEPATITIS_B, "Viêm gan B sơ sinh", 1, ("Viêm gan B", "VGB", "VGB0", "VGB sơ sinh", "VGB SS", "VGB 24 giờ", "HepB"),
        ("SS", "24h", "<24h", "24 giờ", "24 giờ đầu", "trong 24 giờ", "trong 24 giờ đầu", "trước 24 giờ"),
    ),
    Vaccine(
        FIVE, "5 trong 1 (DPT-VGB-Hib)", 3,
        ("5 trong 1", "5in1", "DPT-VGB-Hib", "DPT VGB Hib", "SII", "ComBE Five", "Quinvaxem", "Pentavalent", "Vắc xin 5 trong 1"),
    ),
    Vaccine("six", "6 trong 1", 3, ("6in1", "Infanrix Hexa", "Hexaxim", "Vắc xin 6 trong 1", "DPT-VGB-Hib-IPV")),
    Vaccine("four", "4 trong 1 (DPT-IPV)", 1, ("4 trong 1", "4in1", "Tetraxim", "DPT-IPV", "Vắc xin 4 trong 1")),
    Vaccine("hib", "Hib", 3, ("Vắc xin Hib", "Quimi-Hib")),
    Vaccine("opv", "Bại liệt uống (OPV)", 3, ("OPV", "bOPV", "Bại liệt", "Bại liệt uống")),
    Vaccine("ipv", "Bại liệt tiêm (IPV)", 2, ("IPV", "Bại liệt tiêm")),
    Vaccine("rota", "Rota", 2, ("Rotavirus", "Rotavin", "Tiêu chảy Rota", "Rotarix", "Rota virus")),
    Vaccine("measles", "Sởi", 1, ("Sởi đơn", "MVVAC", "Sởi mũi đơn"), ("9 tháng", "9th")),
    Vaccine(
        "mr", "Sởi – rubella (MR)", 1, ("MR", "Sởi rubella", "Sởi - Rubella", "MRVAC", "MMR", "Sởi quai bị rubella"), ("18 tháng", "18th")
    ),
    Vaccine("rubella", "Rubella", 1, ("Vắc xin rubella",)),
    Vaccine(
        "dpt", "Bạch hầu – ho gà – uốn ván (DPT)", 4,
        ("DPT", "Bạch hầu ho gà uốn ván", "Ho gà bạch hầu uốn ván", "Ho gà uốn ván bạch hầu", "Uốn ván bạch hầu ho gà", "DPT nhắc lại"),
    ),
    Vaccine("td", "Uốn ván – bạch hầu (Td)", 1, ("Td", "Uốn ván bạch hầu")),
    Vaccine("je", "Viêm não Nhật Bản", 3, ("VNNB", "VNNB B", "Jevax", "Viêm não Nhật Bản B", "Imojev")),
    Vaccine("pcv", "Phế cầu", 4, ("PCV", "PCV10", "PCV13", "Synflorix", "Prevenar", "Prevenar 13", "Phế cầu khuẩn", "Vắc xin phế cầu")),
    Vaccine("flu", "Cúm", 2, ("Cúm mùa", "Vaxigrip", "Influenza", "Vắc xin cúm")),
    Vaccine("varicella", "Thủy đậu", 2, ("Varivax", "Varicella", "Trái rạ")),
    Vaccine("hpv", "HPV", 2, ("Ung thư cổ tử cung", "Gardasil", "Cervarix")),
    Vaccine("mening-bc", "Viêm màng não mô cầu BC", 2, ("Não mô cầu BC", "Viêm màng não BC", "VA-MENGOC-BC", "Mengoc BC")),
    Vaccine("mening-acyw", "Viêm màng não mô cầu ACYW", 2, ("Não mô cầu ACYW", "Não mô cầu ACYW-135", "Menactra", "MenQuadfi")),
    Vaccine("mening-b", "Viêm màng não mô cầu B", 2, ("Não mô cầu B", "Bexsero")),
    Vaccine("hepa", "Viêm gan A", 2, ("VGA", "Avaxim", "Havax")),
    Vaccine("tdap", "Bạch hầu – ho gà – uốn ván giảm liều (Tdap)", 1, ("Tdap", "Adacel", "Boostrix")),
    Vaccine("typhoid", "Thương hàn", 1, ("Typhim Vi", "Vắc xin thương hàn")),
    Vaccine("cholera", "Tả", 2, ("mORCVAX", "Vắc xin tả", "Tả uống")),
    Vaccine("rabies", "Dại", 5, ("Verorab", "Abhayrab", "Vắc xin dại", "Phòng dại")),
    Vaccine("dengue", "Sốt xuất huyết", 2, ("Qdenga", "Vắc xin sốt xuất huyết")),
)  # fmt: skip
NAMES = {vaccine.code: vaccine.name for vaccine in VACCINES}
SCHEDULE: tuple[tuple[str, int], ...] = (  # columns of the usual book of the commune's health station
    (BCG, 1), (HEPATITIS_B, 1), (FIVE, 1), (FIVE, 2), (FIVE, 3), ("opv", 1), ("opv", 2), ("opv", 3), ("ipv", 1), ("ipv", 2),
    ("rota", 1), ("rota", 2), ("measles", 1), ("mr", 1), ("dpt", 4), ("je", 1), ("je", 2), ("je", 3),
)  # fmt: skip
BEYOND: tuple[tuple[str, int | None], ...] = tuple(  # doses that have no column there; without a number where lists often give none
    (vaccine.code, number)
    for vaccine in VACCINES if vaccine.code != HEPATITIS_B
    for number in (*range(1, vaccine.doses + 2), *((None,) if vaccine.doses > 1 else ()), *((0,) if vaccine.code == "opv" else ()))
    if (vaccine.code, number) not in SCHEDULE
)  # fmt: skip
