"""Moving, correcting, circumstances, closing: by the officer of the place, refused to others, nothing overwritten."""

from datetime import date

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.register import operations, queries
from mangnon.register.operations.amend import AlreadyClosed, Correction, NothingChanged
from mangnon.register.operations.circumstances import EndsBeforeItBegan
from mangnon.register.operations.move import MovedLater, SamePlace
from mangnon.register.records import CircumstanceRecord, ResidenceRecord
from mangnon.register.vocabulary.people import ClosingReason, ResidenceKind, Sex
from tests.factories import people
from tests.factories.register import AT, SOURCE, TODAY, child, unit

pytestmark = pytest.mark.django_db


def residence(code="31120", hamlet="Khu vực 3", since=date(2026, 11, 3), kind=ResidenceKind.CURRENT):
    return ResidenceRecord(kind, unit(code).pk, hamlet, since=since)


def move(pk, by, **where):
    return operations.move(child_id=pk, to=residence(**where), source=SOURCE, by=by, at=AT)


def open_facts(pk):
    return queries.facts(SYSTEM, queries.child(SYSTEM, pk, on=TODAY), on=TODAY)


def test_a_move_keeps_the_old_place_with_its_last_day():
    pk, officer = child(), people.ward_officer()
    move(pk, officer)
    new, old = open_facts(pk).residences
    assert (old.hamlet, old.valid.upper, new.hamlet, new.valid.lower) == ("Khu vực 5", date(2026, 11, 3), "Khu vực 3", date(2026, 11, 3))
    assert open_facts(pk).child.hamlet == "Khu vực 3"
    with pytest.raises(SamePlace, match="đã ghi đúng như vậy"):
        move(pk, officer, since=date(2026, 11, 20))
    with pytest.raises(MovedLater, match="03/11/2026"):
        move(pk, officer, hamlet="Khu vực 1", since=date(2026, 10, 1))


def test_the_officer_of_either_place_may_write_a_move_and_nobody_else():
    pk = child()
    with pytest.raises(NotAllowed):
        move(pk, people.lead_specialist(), code="31135")
    move(pk, people.other_ward_officer(), code="31135")
    assert open_facts(pk).child.lives_in.code == "31135"
    with pytest.raises(NotAllowed):
        move(pk, people.ward_officer(people.ward("31147")), hamlet="Khu vực 9", since=date(2026, 11, 20), code="31135")


def test_a_registered_residence_outside_says_nothing_of_where_the_child_lives():
    pk = child()
    move(pk, people.ward_officer(), kind=ResidenceKind.PERMANENT, code="31135", since=date(2020, 1, 1))
    assert open_facts(pk).child.lives_in.code == "31120"


def test_a_circumstance_begins_and_ends_once():
    pk, officer = child(), people.ward_officer()
    new = CircumstanceRecord("ND56/2017:D3.K3", date(2026, 11, 2), "Trích lục khai tử số 214/TLKT")
    row = operations.record_circumstance(child_id=pk, circumstance=new, source=SOURCE, by=officer, at=AT)
    with pytest.raises(operations.CircumstanceStands):
        operations.record_circumstance(child_id=pk, circumstance=new, source=SOURCE, by=officer, at=AT)
    with pytest.raises(operations.UnknownClause):
        operations.record_circumstance(child_id=pk, circumstance=CircumstanceRecord("ND1/1900:D1"), source=SOURCE, by=officer, at=AT)
    with pytest.raises(EndsBeforeItBegan, match="02/11/2026"):
        operations.end_circumstance(circumstance_id=row.pk, last_day=date(2026, 11, 1), because="x", by=officer, at=AT)
    operations.end_circumstance(circumstance_id=row.pk, last_day=date(2026, 11, 20), because="được nhận làm con nuôi", by=officer, at=AT)
    (shown,) = open_facts(pk).circumstances
    assert (shown.holds_on(date(2026, 11, 20)), shown.holds_on(date(2026, 11, 21))) == (True, False)
    assert shown.ended_because == "được nhận làm con nuôi"


@pytest.mark.parametrize("who", [people.other_ward_officer, people.lead_specialist, people.collaborator])
def test_others_may_not_change_a_record(who):
    pk, actor = child(), who()
    with pytest.raises(NotAllowed):
        operations.amend(child_id=pk, correction=Correction(sex=Sex.MALE), by=actor, at=AT)
    with pytest.raises(NotAllowed):
        operations.record_circumstance(child_id=pk, circumstance=CircumstanceRecord("ND56/2017:D7"), source=SOURCE, by=actor, at=AT)
    with pytest.raises(NotAllowed):
        operations.close(child_id=pk, on=TODAY, reason=ClosingReason.MISTAKE, by=actor, at=AT)
    assert open_facts(pk).child.sex == Sex.FEMALE
    assert open_facts(pk).circumstances == []


def test_a_correction_must_correct_something():
    pk, officer = child(full_name="Lưu Gia Hân"), people.ward_officer()
    with pytest.raises(NothingChanged, match="Chưa có gì khác"):
        operations.amend(child_id=pk, correction=Correction(full_name="Lưu Gia Hân"), by=officer, at=AT)


def test_a_closed_record_is_counted_no_more_and_closed_once():
    pk, officer = child(), people.ward_officer()
    operations.close(child_id=pk, on=TODAY, reason=ClosingReason.DIED, by=officer, at=AT)
    assert not queries.children(officer, on=TODAY).exists()
    assert len(queries.snapshot(on=TODAY)) == 0
    assert queries.child(officer, pk, on=TODAY).closed_reason == ClosingReason.DIED
    with pytest.raises(AlreadyClosed):
        operations.close(child_id=pk, on=TODAY, reason=ClosingReason.DIED, by=officer, at=AT)
