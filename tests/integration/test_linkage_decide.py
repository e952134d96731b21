"""People decide pairs of their own place; every decision can be taken back and leaves things as they were."""

from datetime import timedelta

import pytest

from mangnon.accounts.policies import NotAllowed
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from mangnon.linkage import operations, queries
from mangnon.linkage.operations import matching
from mangnon.linkage.vocabulary import Verdict
from mangnon.register import queries as register
from tests.factories import people
from tests.factories.linkage import AT, ON, child, compared, person, standing

pytestmark = pytest.mark.django_db
NUMBER = "092222007720"
LATER = AT + timedelta(minutes=5)


@pytest.fixture
def waiting_pair(tmp_path):
    """A child whose number is right and whose name is written otherwise: its key and the pair that waits."""
    pk = child("Lưu Gia Huy", number=NUMBER)
    compared(tmp_path, person())
    (decision,) = standing(pk)
    assert decision.verdict == Verdict.MISMATCH
    return pk, decision


def decide(decision, verdict, by, reason="", at=LATER):
    return operations.decide(decision_id=decision.pk, verdict=verdict, reason=reason, by=by, at=at)


def test_the_same_child_gets_its_number_verified(waiting_pair):
    pk, decision = waiting_pair
    made = decide(decision, Verdict.LINK, people.ward_officer())
    assert [one.pk for one in standing(pk)] == [made.pk]
    assert register.identifier_of(pk) == (NUMBER, "verified")
    (event,) = audit.search(act=Act.MATCH_DECIDED)
    assert event.subject_label == register.child(people.lead_specialist(), pk, on=ON).code.join(["Hồ sơ ", ""])


def test_undoing_a_link_puts_number_and_pair_back(waiting_pair):
    pk, decision = waiting_pair
    officer = people.ward_officer()
    made = decide(decision, Verdict.LINK, officer)
    operations.revoke(decision_id=made.pk, reason="", by=officer, at=LATER + timedelta(minutes=1))
    assert [(one.pk, one.verdict) for one in standing(pk)] == [(decision.pk, Verdict.MISMATCH)]
    assert register.identifier_of(pk) == (NUMBER, "mismatch")
    assert audit.search(act=Act.MATCH_REVOKED).count() == 1


def test_another_person_needs_a_reason_and_is_not_proposed_again(waiting_pair, tmp_path):
    pk, decision = waiting_pair
    officer = people.ward_officer()
    with pytest.raises(operations.NoReason, match="lý do"):
        decide(decision, Verdict.NOT, officer, reason="  ")
    made = decide(decision, Verdict.NOT, officer, reason="Giấy khai sinh ghi ngày khác")
    assert {one.verdict for one in standing(pk)} == {Verdict.NOT, Verdict.UNMATCHED}
    assert register.identifier_of(pk) == (NUMBER, "unverified")
    compared(tmp_path, person())
    assert {one.verdict for one in standing(pk)} == {Verdict.NOT, Verdict.UNMATCHED}
    operations.revoke(decision_id=made.pk, reason="", by=officer, at=LATER)
    assert [one.verdict for one in standing(pk)] == [Verdict.MISMATCH]
    assert register.identifier_of(pk) == (NUMBER, "mismatch")


def test_to_be_visited_keeps_waiting_through_runs(waiting_pair, tmp_path):
    pk, decision = waiting_pair
    officer = people.ward_officer()
    made = decide(decision, Verdict.VISIT, officer)
    compared(tmp_path, person())
    assert [one.pk for one in standing(pk)] == [made.pk]
    assert [one.pk for one in queries.pairs_waiting(officer, on=ON)] == [made.pk]


def test_a_decided_link_is_not_asked_again(waiting_pair, tmp_path):
    pk, decision = waiting_pair
    made = decide(decision, Verdict.LINK, people.ward_officer())
    compared(tmp_path, person(), person("Ngô Lan", record_id="DC-8", personal_number=""))
    assert [one.pk for one in standing(pk)] == [made.pk]


def test_a_person_of_one_child_is_refused_to_another(tmp_path):
    first, second = child(mother=""), child(father="")
    compared(tmp_path, person())
    held, pair = sorted((*standing(first), *standing(second)), key=lambda one: one.verdict)
    assert (held.verdict, pair.verdict) == (Verdict.LINK, Verdict.REVIEW)
    with pytest.raises(operations.AlreadyLinked, match=f"TE-{held.child_id:06d}"):
        decide(pair, Verdict.LINK, people.ward_officer())


def test_an_automatic_link_taken_back_waits_for_a_person(tmp_path):
    pk = child()
    compared(tmp_path, person())
    (link,) = standing(pk)
    officer = people.ward_officer()
    operations.revoke(decision_id=link.pk, reason="Em sinh đôi", by=officer, at=LATER)
    assert register.identifier_of(pk) == ("", "none")
    assert [one.verdict for one in standing(pk)] == [Verdict.VISIT]
    compared(tmp_path, person())
    assert [one.verdict for one in standing(pk)] == [Verdict.VISIT]


def test_a_pair_is_decided_once(waiting_pair):
    _, decision = waiting_pair
    officer = people.ward_officer()
    decide(decision, Verdict.LINK, officer)
    with pytest.raises(operations.NotThisPair, match="đã có quyết định"):
        decide(decision, Verdict.LINK, officer)


def test_after_thirty_days_undoing_is_refused(waiting_pair):
    _, decision = waiting_pair
    officer = people.ward_officer()
    made = decide(decision, Verdict.LINK, officer)
    with pytest.raises(operations.TooLateToUndo, match="30 ngày"):
        operations.revoke(decision_id=made.pk, reason="", by=officer, at=LATER + timedelta(days=31))


def test_three_people_see_and_decide_what_is_theirs(waiting_pair):
    pk, decision = waiting_pair
    here, there, city = people.ward_officer(), people.other_ward_officer(), people.lead_specialist()
    assert [queries.waiting_count(actor, on=ON) for actor in (here, there, city)] == [1, 0, 1]
    assert [queries.counts(actor, on=ON).mismatch for actor in (here, there, city)] == [1, 0, 1]
    assert queries.pair(city, decision.pk, on=ON).child_id == pk
    with pytest.raises(register.NoSuchChild):
        queries.pair(there, decision.pk, on=ON)
    with pytest.raises(register.NoSuchChild):
        decide(decision, Verdict.LINK, there)
    decide(decision, Verdict.LINK, city)


def test_who_may_not_decide_is_told_who_may(waiting_pair):
    _, decision = waiting_pair
    with pytest.raises(NotAllowed, match="quyền"):
        decide(decision, Verdict.LINK, people.ward_chair())
    with pytest.raises(NotAllowed, match="quyền"):
        operations.run(by=people.ward_officer(), at=AT)


def test_the_unmatched_are_listed_where_they_live(tmp_path):
    parents = {"father": "Ngô Văn Sáu", "mother": "Đinh Thị Út"}
    pk, other = child("Ngô Gia Huy", **parents), child("Ngô Gia Khang", commune="31135", **parents)
    compared(tmp_path, person())
    assert [one.child_id for one in queries.unmatched(people.ward_officer(), on=ON)] == [pk]
    assert {one.child_id for one in queries.unmatched(people.lead_specialist(), on=ON)} == {pk, other}


def test_a_pair_shows_both_sides_siblings_and_the_old_place(tmp_path):
    child("Lưu Gia Hân")
    pk = child("Lưu Gia Huy", number=NUMBER)
    compared(tmp_path, person(commune_code="31117"), person("Lưu Gia Hân", record_id="DC-2", personal_number="092322007731"))
    (decision,) = [one for one in standing(pk) if one.verdict == Verdict.MISMATCH]
    pair = queries.pair(people.ward_officer(), decision.pk, on=ON)
    by_label = {field.label: field for field in pair.fields}
    assert by_label["Họ và tên"].words == "Khác tên gọi"
    assert [part.text for part in by_label["Anh, chị, em"].right] == ["Lưu Gia Hân (cùng ngày sinh)"]
    assert (pair.place, pair.waiting) == (1, 1)


def test_decisions_feed_calibration_once_there_are_enough(waiting_pair, monkeypatch):
    _, decision = waiting_pair
    decision.probability = 0.4
    decision.save(update_fields=["probability"])
    made = decide(decision, Verdict.NOT, people.ward_officer(), reason="Giấy khai sinh ghi ngày khác")
    given, same = queries.reviewed(at_least=0.1, below=0.9)
    assert (given.tolist(), same.tolist()) == ([0.4], [False])
    assert matching.curve() == ()
    monkeypatch.setattr(matching, "ENOUGH_REVIEWED", 1)
    ((told, meant),) = matching.curve()
    assert told == pytest.approx(0.4)
    assert meant < 0.4
    operations.revoke(decision_id=made.pk, reason="", by=people.ward_officer(), at=LATER)
    assert queries.reviewed(at_least=0.1, below=0.9)[0].size == 0
