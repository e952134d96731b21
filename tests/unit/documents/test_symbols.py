"""Numbers and symbols as papers print them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.documents.rules import kinds, symbols


@pytest.mark.parametrize(
    ("printed", "number", "notation", "regime", "kind"),
    [
        ("73/KH-UBND", "73", "KH-UBND", "state", "Kế hoạch"),
        ("Số: 05/BC-SYT", "05", "BC-SYT", "state", "Báo cáo"),
        ("12/UBND-VX", "12", "UBND-VX", "state", ""),
        ("28-CT/TW", "28", "CT/TW", "party", "Chỉ thị"),
        ("276-KH/TU", "276", "KH/TU", "party", "Kế hoạch"),
        ("102/2016/QH13", "102", "2016/QH13", "state", ""),
        ("1069 / QĐ - UBND", "1069", "QĐ-UBND", "state", "Quyết định"),
        ("không số", "không số", "", "other", ""),
    ],
)
def test_a_printed_number_is_taken_apart(printed, number, notation, regime, kind):
    found = symbols.parse(printed)
    assert (found.number, found.notation, found.regime, found.kind) == (number, notation, regime, kind)


@pytest.mark.parametrize(
    ("kind", "agency", "unit", "notation"),
    [
        ("KẾ HOẠCH", "UBND", "", "KH-UBND"),
        ("Báo cáo", "SYT", "", "BC-SYT"),
        ("Công văn", "UBND", "VX", "UBND-VX"),
        ("Quy định", "UBND", "", "QyĐ-UBND"),
        ("Quyết định", "", "", "QĐ"),
    ],
)
def test_the_symbol_follows_type_and_agency(kind, agency, unit, notation):
    assert symbols.notation(kind=kind, agency=agency, unit=unit) == notation


@pytest.mark.parametrize(("number", "printed"), [(1, "01/KH-UBND"), (9, "09/KH-UBND"), (10, "10/KH-UBND"), (273, "273/KH-UBND")])
def test_a_number_below_ten_carries_a_zero(number, printed):
    assert symbols.printed(number, "KH-UBND") == printed


@given(st.integers(1, 99_999), st.sampled_from(sorted(set(kinds.SIGNS.values()))), st.sampled_from(["UBND", "SYT", "BĐH", "SGDĐT"]))
def test_what_is_printed_reads_back(number, sign, agency):
    printed = symbols.printed(number, f"{sign}-{agency}")
    found = symbols.parse(printed)
    assert (int(found.number), found.notation, found.kind) == (number, f"{sign}-{agency}", kinds.named(sign))
    assert symbols.key(printed) == symbols.key(f"Số: {number} / {sign.lower()} - {agency.lower()}")


def test_quyet_dinh_and_quy_dinh_are_two():
    assert symbols.parse("5/QĐ-UBND").kind == "Quyết định"
    assert symbols.parse("5/QyĐ-UBND").kind == "Quy định"
    assert symbols.key("5/QĐ-UBND") != symbols.key("5/QyĐ-UBND")


def test_every_type_of_the_annex_has_its_own_sign():
    assert len(kinds.SIGNS) == 27
    assert len(set(kinds.SIGNS.values())) == 27
    assert all(kinds.sign(kind) == sign and kinds.named(sign) == kind for kind, sign in kinds.SIGNS.items())
