"""Other documents a text names."""

from datetime import date

import pytest

from mangnon.plans.rules.citations import citations


@pytest.mark.parametrize(
    ("text", "number", "day", "issuer", "kind"),
    [
        ("Kế hoạch số 21/KH-UBND ngày 25 tháng 01 năm 2022 của Ủy ban nhân dân thành phố triển khai Chương trình",
         "21/KH-UBND", date(2022, 1, 25), "Ủy ban nhân dân thành phố", "Kế hoạch"),
        ("Quyết định số 1591/QĐ-TTg ngày 08/12/2023 của Thủ tướng Chính phủ phê duyệt",
         "1591/QĐ-TTg", date(2023, 12, 8), "Thủ tướng Chính phủ", "Quyết định"),
        ("Nghị định 56/2017/NĐ-CP của Chính phủ quy định chi tiết", "56/2017/NĐ-CP", None, "Chính phủ", "Nghị định"),
        ("Luật số 102/2016/QH13", "102/2016/QH13", None, "", "Luật"),
        ("Chỉ thị 28-CT/TW", "28-CT/TW", None, "", "Chỉ thị"),
        ("Thông tư số 20/2025/TT-BYT ngày 23 tháng 6 năm 2025 của Bộ Y tế, hướng dẫn",
         "20/2025/TT-BYT", date(2025, 6, 23), "Bộ Y tế", "Thông tư"),
    ],
)  # fmt: skip
def test_a_citation_is_read(text, number, day, issuer, kind):
    found = citations([text], own_number="73/KH-UBND")[0]
    assert (found.number, found.issued_on, found.issuer, found.kind) == (number, day, issuer, kind)


def test_later_mentions_fill_in_and_misprints_are_the_same_paper():
    found = citations(
        ["theo Kế hoạch số 276-KH-TU", "Kế hoạch số 276-KH/TU ngày 06 tháng 3 năm 2024 của Ban Thường vụ Thành ủy"], own_number=""
    )
    assert len(found) == 1
    assert (found[0].issued_on, found[0].issuer) == (date(2024, 3, 6), "Ban Thường vụ Thành ủy")


def test_the_paper_itself_fractions_and_days_are_no_citations():
    assert citations(["Kế hoạch số 73/KH-UBND", "ngày 20/11/2024", "tỷ lệ 3/4", "năm học 2025-2026"], own_number="73/KH-UBND") == ()
