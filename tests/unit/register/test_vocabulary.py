"""Circumstances by clause, ethnic groups by name."""

import unicodedata

import pytest

from mangnon.intake.rules import words
from mangnon.register.vocabulary import ethnicities
from mangnon.register.vocabulary.circumstances import CLAUSES, GROUP_LABELS, LETTERS, RESTRICTED_GROUPS
from mangnon.register.vocabulary.people import CircumstanceKind

SUB_GROUPS = {1: 4, 2: 2, 3: 12, 4: 3, 5: 0, 6: 4, 7: 2, 8: 2, 9: 0, 10: 5, 11: 5, 12: 2, 13: 2, 14: 3}  # khoản of Điều 3 to 16


def test_the_fourteen_groups_have_the_clauses_of_the_decree():
    for group, number in SUB_GROUPS.items():
        keys = [c.key for c in CLAUSES.values() if c.kind is CircumstanceKind.SPECIAL and c.group == group]
        expected = [f"ND56/2017:D{group + 2}.K{k}" for k in range(1, number + 1)] or [f"ND56/2017:D{group + 2}"]
        assert keys == [f"LTE102/2016:D10.K1.{LETTERS[group - 1]}", *expected]


def test_the_decree_not_the_form_decides_what_10_4_and_10_5_are():
    assert "chất gây nghiện" in CLAUSES["ND56/2017:D12.K4"].label
    assert "trục lợi khác" in CLAUSES["ND56/2017:D12.K5"].label


def test_violence_abuse_hiv_and_trafficking_are_restricted():
    assert {5, 9, 11, 12} <= RESTRICTED_GROUPS
    assert all(c.restricted == (c.group in RESTRICTED_GROUPS) for c in CLAUSES.values() if c.kind is CircumstanceKind.SPECIAL)


def test_there_are_54_groups_each_once():
    assert len(ethnicities.ETHNICITIES) == 54
    assert len({e.code for e in ethnicities.ETHNICITIES}) == 54
    assert all(unicodedata.is_normalized("NFC", e.name) for e in ethnicities.ETHNICITIES)


@pytest.mark.parametrize("codes", [ethnicities.LIST_OF_2008, ethnicities.LIST_OF_1979])
def test_each_code_list_numbers_every_group_once(codes):
    assert sorted(codes) == list(range(1, 55))
    assert sorted(codes.values()) == sorted(e.code for e in ethnicities.ETHNICITIES)


def test_where_the_two_code_lists_agree():
    same = [code for code, group in ethnicities.LIST_OF_1979.items() if ethnicities.LIST_OF_2008[code] == group]
    assert same == [1, 2, 3, 5, 7, 8, 9, 10, 20, 22, 28, 30, 42, 44, 47, 50, 51]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hoa", "hoa"), ("Mường", "muong"), ("Khơ-me", "kho-me"), ("KHMER", "kho-me"), ("khơ me", "kho-me"), ("Triều Châu", "hoa"),
        ("Kinh", "kinh"), ("Chàm", "cham"), ("Cao Lan", "san-chay"), ("", ""), ("Dân tộc khác", "khac"),
    ],
)  # fmt: skip
def test_groups_are_found_by_name(text, code):
    assert words.find_ethnicity(text) == code


@pytest.mark.parametrize("number", ["4", "04", "06", "6"])
def test_a_code_number_is_not_read_where_two_numberings_clash(number):
    assert words.find_ethnicity(number) is None


@pytest.mark.parametrize(("group", "label"), GROUP_LABELS.items())
def test_every_group_is_found_by_its_own_words(group, label):
    (found, *_), unknown = words.find_clauses(label, CircumstanceKind.SPECIAL)
    assert (CLAUSES[found].group, unknown) == (group, ())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("NĐ 56/2017 Điều 6 khoản 2", ("ND56/2017:D6.K2",)),
        ("Nghị định 56/2017/NĐ-CP, Điều 7", ("ND56/2017:D7",)),
        ("ND56/2017:D12.K4", ("ND56/2017:D12.K4",)),
        ("Điều 6 khoản 2", ()),
        ("Trẻ em khuyết tật; Mồ côi cả cha và mẹ", ("LTE102/2016:D10.K1.d", "LTE102/2016:D10.K1.a")),
        ("khuyết tật nặng", ("ND56/2017:D6.K2",)),
        ("Không", ()),
    ],
)
def test_clauses_of_a_cell(text, keys):
    assert words.find_clauses(text, CircumstanceKind.SPECIAL)[0] == keys
