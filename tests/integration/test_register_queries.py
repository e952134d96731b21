"""Reading children: only one's own place, found without accents, page by page, as rows and as columns."""

from datetime import date, timedelta

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.register import operations, queries
from mangnon.register.records import CircumstanceRecord, Filters, HelpRecord, IdentifierItem, ResidenceRecord
from mangnon.register.vocabulary.people import (
    IDENTIFIER_CODE,
    ClosingReason,
    HelpKind,
    IdentifierState,
    ResidenceKind,
    SchoolState,
    Sex,
    Standing,
)
from tests.factories import people
from tests.factories.register import AT, SOURCE, TODAY, child, record, unit

pytestmark = pytest.mark.django_db


def names(found):
    return [row.full_name for row in found]


def test_three_people_see_three_lists():
    here, there = child(full_name="Lưu Gia Hân"), child(full_name="Võ Thành Đạt", place=unit("31135"))
    assert {c.pk for c in queries.children(people.ward_officer(), on=TODAY)} == {here}
    assert {c.pk for c in queries.children(people.other_ward_officer(), on=TODAY)} == {there}
    assert {c.pk for c in queries.children(people.lead_specialist(), on=TODAY)} == {here, there}
    assert not queries.children(people.city_leader(), on=TODAY).exists()
    with pytest.raises(queries.NoSuchChild, match="trong địa bàn của bạn"):
        queries.child(people.ward_officer(), there, on=TODAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đạt", ["Võ Thành Đạt"]),
        ("dat vo", ["Võ Thành Đạt"]),
        ("THÀNH ĐẠT", ["Võ Thành Đạt"]),
        ("vo thanh dat 2016", ["Võ Thành Đạt"]),
        ("vo thanh dat 2015", []),
        ("lan phuoc", []),  # words of two people do not mix
        ("tran thi ngoc lan", ["Võ Thành Đạt"]),  # the mother
        ("092216033161", ["Võ Thành Đạt"]),
        ("092 2 16 033161", ["Võ Thành Đạt"]),
        ("09221603316", []),  # a number only in full
        ("dien dat", []),
        ("%", []),
    ],
)
def test_search(text, found):
    child(full_name="Lưu Gia Hân")
    child(
        full_name="Võ Thành Đạt", born=date(2016, 7, 11), number="092216033161", father="Võ Hữu Phước", mother="Trần Thị Ngọc Lan",
        sex=Sex.MALE,
    )  # fmt: skip
    assert names(queries.search(people.ward_officer(), text, on=TODAY)) == found


def test_a_code_is_found_and_another_s_child_is_not():
    pk = child()
    assert [c.pk for c in queries.search(people.ward_officer(), f"te-{pk:06d}", on=TODAY)] == [pk]
    assert not queries.search(people.other_ward_officer(), f"TE-{pk:06d}", on=TODAY).exists()


def test_order_is_by_given_name_the_vietnamese_way():
    for name in ("Lê Văn Ẩn", "Lê Văn Ăn", "Đặng Thị An", "Bùi Thị An", "Trần Đạt", "Trần Dung"):
        child(full_name=name)
    listed = ["Bùi Thị An", "Đặng Thị An", "Lê Văn Ăn", "Lê Văn Ẩn", "Trần Dung", "Trần Đạt"]
    assert names(queries.children(SYSTEM, on=TODAY)) == listed


def test_pages_go_on_and_back():
    for number in range(7):
        child(full_name=f"Lưu Gia An {'abcdefg'[number].upper()}")
    found = queries.children(SYSTEM, on=TODAY)
    first = queries.page_after(found, size=3)
    second = queries.page_after(found, after=first.after, size=3)
    third = queries.page_after(found, after=second.after, size=3)
    assert [len(page.rows) for page in (first, second, third)] == [3, 3, 1]
    assert (first.before, third.after) == ("", "")
    back = queries.page_after(found, before=third.before, size=3)
    assert names(back.rows) == names(second.rows)
    assert queries.page_after(found, before=back.before, size=3).before == ""


def test_quick_views_and_filters_agree_with_their_counts():
    child(full_name="Lưu Gia An", circumstances=(CircumstanceRecord("ND56/2017:D6.K2"),), number="092322007731")
    child(full_name="Lưu Gia Bảo", standing=Standing.POOR, hamlet="Khu vực 1", father="Lưu Hữu Tài")
    child(full_name="Lưu Gia Châu", born=TODAY.replace(year=2010) + timedelta(days=30))
    child(full_name="Lưu Gia Dũng", circumstances=(CircumstanceRecord("MAU03:III.6"),), standing=Standing.POOR, father="Lưu Hữu Ba")
    child(full_name="Lưu Gia Đạt", circumstances=(CircumstanceRecord("MAU03:III.6"),), father="Lưu Hữu Tư")
    found = queries.children(SYSTEM, on=TODAY)
    counts = queries.counts(found, on=TODAY)
    assert counts == {"total": 5, "verified": 0, "special": 1, "risk": 3, "no_number": 4, "turning_16": 1}
    for view in ("special", "risk", "no_number", "turning_16"):
        assert queries.apply(found, Filters(view=view), on=TODAY).count() == counts[view]
    assert names(queries.apply(found, Filters(group=4), on=TODAY)) == ["Lưu Gia An"]
    assert names(queries.apply(found, Filters(hamlet="Khu vực 1"), on=TODAY)) == ["Lưu Gia Bảo"]
    assert names(queries.apply(found, Filters(age_from=15, age_to=15), on=TODAY)) == ["Lưu Gia Châu"]
    assert names(queries.apply(found, Filters(state=IdentifierState.UNVERIFIED), on=TODAY)) == ["Lưu Gia An"]
    assert queries.hamlets(SYSTEM, unit_id=None, on=TODAY) == ["Khu vực 1", "Khu vực 5"]


def test_restricted_circumstances_are_veiled_for_who_may_not_see_them():
    pk = child(circumstances=(CircumstanceRecord("ND56/2017:D13.K1", evidence="Kết luận số 1"),))
    officer, specialist = people.ward_officer(), people.lead_specialist()

    def labels(actor):
        found = queries.child(actor, pk, on=TODAY)
        listed = queries.facts_for_list(actor, [found], on=TODAY)[pk].circumstances
        (shown,) = queries.facts(actor, found, on=TODAY).circumstances
        (row,) = queries.list_rows(actor, [found], on=TODAY)
        return listed, shown.label, shown.evidence, row.get("circumstances", "")

    assert labels(officer) == (["Bị hiếp dâm"], "Bị hiếp dâm", "Kết luận số 1", "Bị hiếp dâm")
    assert labels(specialist) == (["Nội dung hạn chế"], "Nội dung hạn chế", "", "")


def test_every_view_leaves_an_event_and_a_refused_one_leaves_none():
    pk, officer = child(), people.ward_officer()
    operations.view(child_id=pk, by=officer, at=AT)
    events = audit.history_of(kind="child", id=str(pk)).filter(act="child_viewed")
    assert [(event.who_id, event.unit_code) for event in events] == [(officer.id, "31120")]
    with pytest.raises(queries.NoSuchChild):
        operations.view(child_id=pk, by=people.other_ward_officer(), at=AT)
    assert events.count() == 1


def test_linkage_rows_carry_what_is_compared():
    pk = child(full_name="Lưu Gia Hân", number="092322007731")
    closed = child(full_name="Lưu Gia Bảo")
    operations.close(child_id=closed, on=TODAY, reason=ClosingReason.MISTAKE, by=SYSTEM, at=AT)
    (row,) = queries.linkage_rows(on=TODAY)
    assert (row.child_id, row.full_name, row.sex, row.personal_number) == (pk, "Lưu Gia Hân", "Nữ", "092322007731")
    assert (row.father_name, row.mother_name, row.unit_code, row.hamlet) == ("Lưu Văn Tài", "Trần Thị Ngân", "31120", "Khu vực 5")


def test_the_snapshot_counts_the_day_asked_for():
    special = (
        CircumstanceRecord("ND56/2017:D6.K2", date(2026, 1, 1)),
        CircumstanceRecord("ND56/2017:D15.K1"),
        CircumstanceRecord("MAU03:III.6"),
    )
    one = child(
        full_name="Lưu Gia Hân", circumstances=special, standing=Standing.NEAR_POOR, number="092322007731",
        help=(HelpRecord(HelpKind.HEALTH),), ethnicity="hoa", school_state=SchoolState.ATTENDING,
    )  # fmt: skip
    two = child(full_name="Võ Thành Đạt", born=date(2010, 11, 24), sex=Sex.MALE, father="Võ Hữu", mother="")
    newborn = child(full_name="Phan Nhật Nam", born=date(2026, 11, 23), father="Phan Hữu")
    moved = record(
        full_name="Võ Thành Đạt", born=date(2010, 11, 24), sex=Sex.MALE, father="Võ Hữu", mother="",
        residences=(ResidenceRecord(ResidenceKind.CURRENT, unit("31135").pk, since=date(2026, 11, 1)),),
    )  # fmt: skip
    operations.enrol(record=moved, source=SOURCE, by=SYSTEM, at=AT)
    now = queries.snapshot(on=TODAY)
    assert now.child_id.tolist() == [one, two, newborn]
    assert now.commune_id.tolist() == [unit().pk, unit("31135").pk, unit().pk]
    assert (now.sex.tolist(), now.age.tolist()) == ([2, 1, 2], [4, 15, 0])
    assert now.special_groups.tolist() == [1 << 4 | 1 << 13, 0, 0]
    assert now.risk_groups.tolist() == [1 << 6 | 1 << 1, 0, 0]
    assert (now.poverty.tolist(), now.identifier_state.tolist()) == ([2, 0, 0], [3, 0, 0])
    assert (now.assisted.tolist(), now.schooling.tolist()) == ([True, False, False], [1, 0, 0])
    assert str(now.birth[0]) == "2022-06-05"
    before = queries.snapshot(on=date(2025, 12, 31))
    assert before.child_id.tolist() == [one, two]
    assert before.commune_id.tolist() == [unit().pk, unit().pk]
    assert before.special_groups.tolist() == [1 << 13, 0]


def test_an_empty_register_is_an_empty_snapshot():
    assert len(queries.snapshot(on=TODAY)) == 0
    assert list(queries.linkage_rows(on=TODAY)) == []


def test_likely_doubles_are_shown_before_a_child_is_entered():
    same_name = child(full_name="Lưu Gia Hân")
    same_number = child(full_name="Võ Thành Đạt", number="092322007731")
    child(full_name="Phan Nhật Nam", born=date(2020, 1, 1))
    found = queries.possible_doubles(SYSTEM, full_name="LUU GIA HAN", birth=None, number="092322007731", on=TODAY)
    assert {c.pk for c in found} == {same_name, same_number}


def test_a_number_verified_later_was_not_verified_on_the_day():
    """What is checked after the closing day belongs to the next count, though the child lived here before."""
    pk = child()
    item = IdentifierItem(child_id=pk, value="092322007731", state=IdentifierState.VERIFIED, method="thử")
    operations.record_identifiers(items=[item], source=SOURCE, by=SYSTEM, at=AT + timedelta(days=5))
    states = {day: queries.snapshot(on=TODAY + timedelta(days=day)).identifier_state.tolist() for day in (0, 5)}
    assert states == {0: [IDENTIFIER_CODE[IdentifierState.NONE]], 5: [IDENTIFIER_CODE[IdentifierState.VERIFIED]]}
