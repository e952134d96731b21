"""Hamlets are known under every spelling, and names that only look alike stay apart."""

import pytest

from mangnon.lib import hamlets


@pytest.mark.parametrize(
    "text",
    ["KV4", "KV 4", "KV.4", "kv-4", "khu vực IV", "Khu vực 04", "KHU VỰC 4", "khu vuc 4", "K.vực 4", "Khu vực Bốn", "KV số 4"],
)
def test_spellings_of_one_hamlet(text):
    assert hamlets.usual(text) == "Khu vực 4"
    assert hamlets.same(text, "4")
    assert not hamlets.same(text, "Khu vực 5")


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("ẤP TÂN BÌNH", "Ấp Tân Bình"), ("ấp 3", "Ấp 3"), ("Ấp Ba", "Ấp Ba"), ("Ấp Thới Hòa 1", "Ấp Thới Hòa 1"), ("tổ 5", "Tổ 5"),
        ("Tô Ký", "Tô Ký"), ("Tân Bình", "Tân Bình"), ("KV4, tổ 3", "KV4, tổ 3"), ("4", "4"), ("", ""),
    ],
)  # fmt: skip
def test_the_usual_spelling(text, usual):
    assert hamlets.usual(text) == usual


def test_a_bare_number_is_of_the_kind_its_column_says():
    assert [hamlets.usual("03", kind=hamlets.kind_of(title)) for title in ("Khu vực", "KV", "ẤP", "Tổ", "Ấp, khu vực")] == [
        "Khu vực 3", "Khu vực 3", "Ấp 3", "Tổ 3", "3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ấp 4", "Khu vực 4", False), ("Ấp Tân An", "Ấp Tân Ân", False), ("Ap Tan An", "Ấp Tân Ân", True), ("Ấp Hoà An", "Ấp Hòa An", True),
        ("Tân An", "Ấp Tân An", True), ("4", "4A", False), ("KV4, tổ 3", "Khu vực 4", False), ("Ấp 1", "Ấp Một", False),
    ],
)  # fmt: skip
def test_same(one, other, same):
    assert hamlets.same(one, other) is hamlets.same(other, one) is same


def test_the_most_used_spelling_of_the_register_is_kept_unless_two_kinds_fit():
    assert hamlets.kept("KV4", ["KV 4", "Khu vực 4"]) == "KV 4"
    assert hamlets.kept("tan binh", ["Ấp Tân Bình"]) == "Ấp Tân Bình"
    assert hamlets.kept("4", ["Khu vực 4", "Ấp 4"]) == "4"
    assert hamlets.kept("KV5", ["Khu vực 4"]) == "Khu vực 5"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tổ 3, KV5", "KV5"), ("KV5, tổ 3", "KV5"), ("5/KV5", "KV5"), ("Tổ 3/KV5", "KV5"), ("KV5 - P. Cái Khế", "KV5"),
        ("Tổ 4 - Ấp Tân Bình", "Ấp Tân Bình"), ("Ấp 3, xã Mỹ Khánh", "Ấp 3"), ("hẻm 12; khóm 4", "khóm 4"),
        ("Tổ 3\nKhu vực V", "Khu vực V"),
        ("KV5", ""), ("Tổ 3", ""), ("Khu vực 5, 6", ""), ("Khu vực 5, Khu vực 6", ""), ("Ấp 3/4", ""), ("12 Trần Phú, P. Cái Khế", ""),
    ],
)  # fmt: skip
def test_the_hamlet_of_a_text_that_says_more(text, name):
    assert hamlets.named_in(text) == name
    assert not name or hamlets.says_more(text)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("123 Trần Phú, KV5, P. Cái Khế, Q. Ninh Kiều, TP Cần Thơ", "KV5"), ("Số 5, hẻm 12, đường Nguyễn Trãi, khu vực 2", "khu vực 2"),
        ("Tổ 12, KV 6, CK", "KV 6"), ("Ấp Mỹ Lợi", "Ấp Mỹ Lợi"), ("12/4 Lý Tự Trọng KV3", "KV3"), ("nhà trọ Út Lan - khóm 4", "khóm 4"),
        ("12 Trần Phú", ""), ("Chung cư Cái Khế, lô B2", ""), ("KV5, khu vực 6", ""), ("Khu vực chợ, 12 Trần Phú", ""), ("Tổ 4", ""),
        ("12 Tô Ký, Ấp", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_hamlet_inside_an_address(address, name):
    assert hamlets.inside(address) == name


def test_a_hamlet_behind_its_kind_without_a_space():
    assert hamlets.usual("KV5 Chợ") == "Khu vực 5 Chợ"
