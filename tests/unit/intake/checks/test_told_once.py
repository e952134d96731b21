from dataclasses import replace

import pytest

from mangnon.intake import checks
from mangnon.intake.records import Link
from mangnon.intake.rules import claims
from mangnon.intake.vocabulary import Severity
from tests.unit.intake.checks.rows import enriching, known

RULE = "told_once"
LAN = known(household_id=3)


def said(code, one, other, child=LAN, another=None):
    """What is said of the first of two rows."""
    context, row = enriching(code, Link(child=child), **one)
    _, second = enriching(code, **other)
    told = {claim.about: ((23, claim.value, claim.words),) for claim in claims.of_row(row, code, child)}
    for claim in claims.of_row(second, code, another or child):
        told[claim.about] = (*told.get(claim.about, ()), (24, claim.value, claim.words))
    return [(f.column, f.severity, f.what) for f in checks.every()[RULE](row, replace(context, claims=told))]


@pytest.mark.parametrize(
    ("code", "one", "other", "column", "what"),
    [
        ("poor-households", {"standing": "Hộ nghèo"}, {"near_poor_mark": "x"}, "standing", "hộ nghèo, dòng 24 ghi hộ cận nghèo"),
        ("poor-households", {"standing": "Thoát nghèo"}, {"banner": "HỘ NGHÈO"}, "standing", "thoát nghèo, dòng 24 ghi hộ nghèo"),
        ("social-assistance", {"amount": "750.000"}, {"amount": "1.000.000"}, "amount", "750.000 đồng, dòng 24 ghi 1.000.000 đồng"),
        ("school-roll", {"school": "A", "class_name": "4A"}, {"school": "B"}, "school", "A, lớp 4A, dòng 24 ghi B"),
        ("deaths", {"died_on": "10/10/2026"}, {"died_on": "11/10/2026"}, "died_on", "10/10/2026, dòng 24 ghi 11/10/2026"),
        (
            "immunisation", {"vaccine": "BCG", "dose": "1", "given_on": "12/07/2025"}, {"dose_bcg_1": "13/07/2025"}, "given_on",
            "12/07/2025, dòng 24 ghi 13/07/2025",
        ),
        (
            "moves", {"from_place": "Cái Khế", "to_place": "Ninh Kiều", "moved_on": "05/11/2026"},
            {"from_place": "Cái Khế", "to_place": "Bình Thủy", "moved_on": "06/11/2026"}, "to_place",
            "đến Ninh Kiều, dòng 24 ghi đến Bình Thủy",
        ),
        (
            "health-insurance", {"card": "TE1929212345613"}, {"card": "TE1929212345614"}, "card",
            "thẻ TE1929212345613, dòng 24 ghi thẻ TE1929212345614",
        ),
    ],
)  # fmt: skip
def test_two_rows_that_differ_name_each_other(code, one, other, column, what):
    assert said(code, one, other) == [(column, Severity.QUESTION, f"Dòng này ghi {what}.")]


def test_a_card_of_two_children():
    card = {"card": "TE1929212345613", "card_until": "31/12/2026"}
    brother = known(child_id=8, full_name="Lưu Gia Bảo")
    assert said("health-insurance", card, card, another=brother) == [
        ("card", Severity.QUESTION, "Dòng này ghi của Lưu Gia Hân, dòng 24 ghi của Lưu Gia Bảo.")
    ]


def test_rows_that_agree_or_speak_of_other_things():
    assert said("poor-households", {"standing": "Hộ nghèo"}, {"poor_mark": "x"}) == []
    old, new = {"amount": "750.000", "help_since": "01/2025"}, {"amount": "1.000.000", "help_since": "01/2026"}
    assert said("social-assistance", old, new) == []
    assert said("school-roll", {"school": "A", "state": "Chuyển trường"}, {"school": "B"}) == []
    doses = {"vaccine": "OPV", "given_on": "12/07/2025"}
    assert said("immunisation", doses | {"dose": "1"}, doses | {"dose": "2", "given_on": "12/08/2025"}) == []
    assert said("deaths", {"died_on": "10/10/2026"}, {"died_on": "11/10/2026"}, another=known(child_id=9)) == []
