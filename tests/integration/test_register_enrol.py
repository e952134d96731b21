"""Entering children: new, known, changed, in conflict; by whom; with which traces."""

from datetime import date, timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.register import operations, queries
from mangnon.register.operations.amend import Correction
from mangnon.register.records import Birth, CircumstanceRecord, IdentifierItem, ResidenceRecord
from mangnon.register.vocabulary.people import IdentifierState, Outcome, Precision, ResidenceKind, Sex, Standing
from tests.factories import people
from tests.factories.register import AT, SOURCE, TODAY, child, record, unit

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=30)


def enter(*records, by=SYSTEM, at=AT):
    return operations.enrol_many(records=list(records), source=SOURCE, by=by, at=at)


def facts(pk, on=TODAY):
    return queries.facts(SYSTEM, queries.child(SYSTEM, pk, on=on), on=on)


def test_a_new_child_has_its_facts_and_an_event():
    (entered,) = enter(record(number="092322007731", standing=Standing.POOR, circumstances=(CircumstanceRecord("ND56/2017:D6.K2"),)))
    assert entered.outcome is Outcome.NEW
    known = facts(entered.child_id)
    assert known.child.code == f"TE-{entered.child_id:06d}"
    assert known.child.lives_in.code == "31120"
    assert (known.number, known.child.identifier_state) == ("092322007731", IdentifierState.UNVERIFIED)
    assert [relation.carer.full_name for relation in known.relations] == ["Lưu Văn Tài", "Trần Thị Ngân"]
    assert [c.label for c in known.circumstances] == ["Khuyết tật nặng"]
    assert [s.standing for s in known.standings] == [Standing.POOR]
    assert all(row.source.label == SOURCE.label for row in (*known.residences, *known.identifiers, *known.standings))
    event = audit.history_of(kind="child", id=str(entered.child_id)).get()
    assert (event.act, event.unit_code) == ("child_enrolled", "31120")
    assert "Hân" not in event.subject_label


def test_the_same_again_changes_nothing():
    first = enter(record(number="092322007731", standing=Standing.POOR))
    again = enter(record(number="092322007731", standing=Standing.POOR), at=LATER)
    assert [a.outcome for a in again] == [Outcome.UNCHANGED]
    assert again[0].child_id == first[0].child_id
    assert audit.history_of(kind="child", id=str(first[0].child_id)).count() == 1


def test_one_child_twice_in_one_list_is_one_child():
    entered = enter(record(), record(full_name="LƯU GIA HÂN"), record(full_name="Lưu Gia Bảo"))
    assert [e.outcome for e in entered] == [Outcome.NEW, Outcome.UNCHANGED, Outcome.NEW]
    assert entered[0].child_id == entered[1].child_id


def test_twins_are_two_children_of_one_household():
    one, other = enter(record(full_name="Lưu Gia Hân", number="092322007731"), record(full_name="Lưu Gia Bảo", number="092322007732"))
    assert {one.outcome, other.outcome} == {Outcome.NEW}
    assert [sibling.pk for sibling in facts(one.child_id).siblings] == [other.child_id]


def test_twins_whose_names_differ_by_marks_alone():
    one, other, plain, again = enter(
        record(full_name="Lưu Gia An"), record(full_name="Lưu Gia Ân"), record(full_name="LƯU GIA ÂN"), record(full_name="Lưu Gia Ân")
    )
    assert [e.outcome for e in (one, other, plain, again)] == [Outcome.NEW, Outcome.NEW, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert plain.child_id == again.child_id == other.child_id != one.child_id


def test_a_number_of_somebody_else_is_a_conflict_and_writes_nothing():
    (holder,) = enter(record(number="092322007731"))
    stranger = record(full_name="Võ Thành Đạt", born=date(2016, 7, 11), number="092322007731")
    (entered,) = enter(stranger)
    assert (entered.outcome, entered.child_id) == (Outcome.CONFLICT, holder.child_id)
    with pytest.raises(operations.NumberHeld, match="khác họ tên và ngày sinh"):
        operations.enrol(record=stranger, source=SOURCE, by=SYSTEM, at=AT)
    assert queries.children(SYSTEM, on=TODAY).count() == 1


def test_a_move_closes_one_residence_and_opens_the_next():
    (entered,) = enter(record())
    moved = record(residences=(ResidenceRecord(ResidenceKind.CURRENT, unit("31135").pk, "Khu vực 1", since=date(2026, 12, 1)),))
    (again,) = enter(moved, at=LATER)
    assert (again.outcome, again.changed) == (Outcome.CHANGED, ("residence",))
    new, old = facts(entered.child_id).residences
    assert (old.valid.lower, old.valid.upper) == (None, date(2026, 12, 1))
    assert (new.valid.lower, new.valid.upper, new.unit.code) == (date(2026, 12, 1), None, "31135")
    assert facts(entered.child_id).child.lives_in.code == "31135"


def test_what_a_list_leaves_empty_stays():
    (entered,) = enter(record(number="092322007731", standing=Standing.POOR, ethnicity="hoa"))
    (again,) = enter(record(number="", residences=(ResidenceRecord(ResidenceKind.CURRENT, unit().pk),), sex=Sex.UNKNOWN), at=LATER)
    assert again.outcome is Outcome.UNCHANGED
    known = facts(entered.child_id)
    assert (known.number, known.child.hamlet, known.child.ethnicity, known.child.sex) == ("092322007731", "Khu vực 5", "hoa", "female")


def test_a_number_given_later_and_a_more_exact_circumstance():
    general = record(circumstances=(CircumstanceRecord("LTE102/2016:D10.K1.d"),))
    (entered,) = enter(general)
    exact = record(number="092322007731", circumstances=(CircumstanceRecord("ND56/2017:D6.K2", date(2026, 12, 1)),))
    (again,) = enter(exact, at=LATER)
    assert again.changed == ("identifier", "circumstance")
    known = facts(entered.child_id, on=date(2026, 12, 31))
    holding = {c.label: c.holds_on(date(2026, 12, 31)) for c in known.circumstances}
    assert holding == {"Khuyết tật": False, "Khuyết tật nặng": True}
    (unchanged,) = enter(general, at=LATER)
    assert unchanged.outcome is Outcome.UNCHANGED


def test_a_partial_birth_date_is_filled_not_blurred():
    (entered,) = enter(record(birth=Birth(date(2022, 1, 1), Precision.YEAR), number="092322007731"))
    enter(record(birth=Birth(date(2022, 6, 5)), number="092322007731"), at=LATER)
    assert facts(entered.child_id).child.birth_date == date(2022, 6, 5)
    enter(record(birth=Birth(date(2022, 1, 1), Precision.YEAR), number="092322007731"), at=LATER)
    assert facts(entered.child_id).child.birth_precision == Precision.DAY


def test_the_officer_of_the_place_may_and_another_may_not():
    assert enter(record(), by=people.ward_officer())[0].outcome is Outcome.NEW
    with pytest.raises(NotAllowed, match="không có quyền"):
        enter(record(full_name="Lưu Gia Bảo"), by=people.other_ward_officer())
    with pytest.raises(NotAllowed):
        enter(record(full_name="Lưu Gia Bảo"), by=people.city_leader())
    assert queries.children(SYSTEM, on=TODAY).count() == 1


def test_life_of_a_number():
    pk = child(number="092322007731")
    steps = [
        (IdentifierState.VERIFIED, AT + timedelta(days=1)), (IdentifierState.VERIFIED, AT + timedelta(days=2)),
        (IdentifierState.MISMATCH, AT + timedelta(days=3)),
    ]  # fmt: skip
    changed = [
        operations.record_identifiers(
            items=[IdentifierItem(pk, "092322007731", state, "linkage:1")], source=SOURCE, by=SYSTEM, at=at
        )
        for state, at in steps
    ]  # fmt: skip
    assert changed == [1, 0, 1]
    known = facts(pk)
    assert [i.state for i in known.identifiers] == [IdentifierState.MISMATCH, IdentifierState.VERIFIED, IdentifierState.UNVERIFIED]
    assert known.identifiers[1].valid.upper == known.identifiers[0].valid.lower
    assert known.child.identifier_state == IdentifierState.MISMATCH


def test_history_keeps_what_stood_before_a_correction():
    from django.apps import apps

    pk = child(full_name="Lưu Gia Hân")
    correction = Correction(full_name="Lưu Gia Khánh")
    operations.amend(child_id=pk, correction=correction, by=people.ward_officer(), at=LATER)
    events = apps.get_model("register", "ChildEvent").objects.filter(pgh_obj_id=pk)
    assert [event.full_name for event in events] == ["Lưu Gia Hân"]
    assert facts(pk).child.full_name == "Lưu Gia Khánh"
    assert [c.pk for c in queries.search(SYSTEM, "gia khanh", on=TODAY)] == [pk]
