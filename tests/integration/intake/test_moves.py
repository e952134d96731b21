"""Moves: out of the city, back, and between two communes with a receipt."""

from datetime import date

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.register import queries as register
from mangnon.register.models import HandOver
from tests.factories import people
from tests.factories.lists import bring, said
from tests.factories.register import TODAY, child

pytestmark = pytest.mark.django_db
ROW = {"full_name": "Lưu Gia Hân", "personal_number": "092322007731"}
OUT = ROW | {"direction": "chuyển đi", "moved_on": "03/11/2026"}


def where(pk):
    found = register.child(SYSTEM, pk, on=TODAY)
    return found.lives_in.code, found.closed_on, found.closed_reason


def test_out_of_the_city_and_back():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    for _ in range(2):
        bring("moves", [OUT | {"to_place": "Tỉnh Bình Dương"}])
    assert where(han) == ("31120", date(2026, 11, 3), "left_city")
    places = register.facts(SYSTEM, register.child(SYSTEM, han, on=TODAY), on=TODAY).residences
    assert [(p.unit_as_written, p.valid.lower, p.valid.upper) for p in places] == [
        ("Tỉnh Bình Dương", date(2026, 11, 3), None), ("", None, date(2026, 11, 3)),
    ]  # fmt: skip
    assert len(register.snapshot(on=TODAY)) == 0
    bring("moves", [ROW | {"direction": "đến", "from_place": "Bình Dương", "moved_on": "20/11/2026", "hamlet": "Khu vực 2"}])
    assert where(han) == ("31120", None, "")
    assert len(register.snapshot(on=TODAY)) == 1


def test_between_two_communes_the_child_is_handed_over_and_received():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("moves", [OUT | {"to_place": "Phường Ninh Kiều"}], by=people.ward_officer())
    assert where(han)[0] == "31135"
    sent = HandOver.objects.get(child=han)
    assert (sent.from_unit.code, sent.to_unit.code, sent.received_at) == ("31120", "31135", None)
    other = people.other_ward_officer()
    bring("moves", [ROW | {"direction": "đến", "from_place": "P. Cái Khế", "moved_on": "03/11/2026"}], by=other, commune="31135")
    sent.refresh_from_db()
    assert sent.received_by_label == other.label
    assert HandOver.objects.count() == 1


def test_the_commune_of_arrival_may_bring_a_child_of_elsewhere():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    row = ROW | {"from_place": "Phường Cái Khế", "moved_on": "03/11/2026", "hamlet": "Khu vực 1"}
    _, counts = bring("moves", [row], by=people.other_ward_officer(), commune="31135")
    assert counts["changed"] == 1
    assert where(han)[0] == "31135"


def test_a_commune_writes_nothing_of_a_child_elsewhere():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    batch, counts = bring("moves", [OUT | {"to_place": "Bình Dương"}], by=people.other_ward_officer(), commune="31135")
    assert counts["changed"] == 0
    assert [rule for _, rule, _ in said(batch)] == ["child_in_scope"]
    assert where(han) == ("31120", None, "")
    with pytest.raises(NotAllowed):
        bring("moves", [OUT], by=people.other_ward_officer(), commune="31120")


def test_an_older_move_does_not_undo_a_newer_one():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("moves", [OUT | {"to_place": "Phường Ninh Kiều"}])
    _, counts = bring("moves", [OUT | {"to_place": "Phường Tân An", "moved_on": "01/02/2026"}])
    assert counts["changed"] == 0
    assert where(han)[0] == "31135"


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Sóc Trăng", "Hậu Giang", "TP Cần Thơ", "92", "Vị Thanh, Hậu Giang", "TX Ngã Bảy", "Sóc Trăng", "Ninh Kiều", "Long Mỹ",
        "Quận Ninh Kiều", "P. Bùi Hữu Nghĩa", "quê ngoại", "không rõ", "Trung tâm BTXH",
    ],
)  # fmt: skip
def test_a_place_that_may_be_any_of_the_city_waits(text):
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    batch, counts = bring("moves", [OUT | {"to_place": text}])
    assert sum(counts.values()) == 0
    assert [rule for _, rule, _ in said(batch)] == ["move_places_known"]
    assert where(han) == ("31120", None, "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("P. Ninh Kiều", "31135"), ("31135", "31135"), ("Phường 1, TP Sóc Trăng", "31510"), ("xã Thạnh Phú, Mỹ Xuyên", "31708"),
        ("xã Đại Hải, Kế Sách, Sóc Trăng", "31561"), ("Thạnh An, Vĩnh Thạnh", "31246"),
    ],
)  # fmt: skip
def test_a_commune_named_without_doubt_is_gone_to(text, code):
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    bring("moves", [OUT | {"to_place": text}])
    assert where(han)[0] == code


def test_a_move_that_would_change_nothing_says_so():
    han = child(full_name="Lưu Gia Hân", number="092322007731")
    rows = [ROW | {"from_place": "Cái Khế", "to_place": "Phường Cái Khế", "moved_on": "03/11/2026"}]
    batch, counts = bring("moves", rows)
    assert sum(counts.values()) == 0
    assert [rule for _, rule, _ in said(batch)] == ["move_changes_something"]
    assert where(han)[0] == "31120"
