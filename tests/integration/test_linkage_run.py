"""A run leaves a decision with its reason for every child, verifies and supplies numbers, and changes nothing the second time."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as audit
from mangnon.audit.vocabulary import Act
from mangnon.linkage import formats, operations
from mangnon.linkage.models import Decision, Person
from mangnon.linkage.vocabulary import Level, Verdict
from mangnon.register import queries as register
from mangnon.register.vocabulary.people import Precision
from tests.factories.linkage import AS_OF, AT, child, compared, person, snapshot, standing

pytestmark = pytest.mark.django_db
NUMBER = "092222007720"


def test_number_name_and_birth_date_link_and_verify_the_number(tmp_path):
    pk = child(number=NUMBER, father="", mother="")
    result = compared(tmp_path, person())
    (decision,) = standing(pk)
    assert (decision.verdict, decision.level) == (Verdict.LINK, Level.NUMBER_NAME_BIRTH)
    assert (result.linked, result.verified, result.supplied) == (1, 1, 0)
    assert register.identifier_of(pk) == (NUMBER, "verified")


def test_name_birth_date_and_a_parent_link_and_supply_the_number_with_its_source(tmp_path):
    pk = child(mother="")
    result = compared(tmp_path, person())
    assert result.supplied == 1
    assert register.identifier_of(pk) == (NUMBER, "verified")
    found = register.child(SYSTEM, pk, on=AS_OF)
    newest = register.facts(SYSTEM, found, on=AS_OF).identifiers[0]
    assert newest.source.label == "Dữ liệu dân cư, bản 15/11/2026"
    assert newest.method == "đối chiếu dữ liệu dân cư"


def test_the_register_keeps_its_own_words(tmp_path):
    pk = child("LUU GIA BAO", mother="Hồ Kim Thoa")
    compared(tmp_path, person())
    assert register.child(SYSTEM, pk, on=AS_OF).full_name == "LUU GIA BAO"
    assert Person.objects.get().full_name == "Lưu Gia Bảo"


def test_twins_are_linked_each_to_its_own_person(tmp_path):
    bao, han = child("Lưu Gia Bảo"), child("Lưu Gia Hân")
    twin = person("Lưu Gia Hân", personal_number="092322007731", record_id="DC-2")
    compared(tmp_path, person(record_id="DC-1"), twin)
    assert [standing(pk)[0].person_ref for pk in (bao, han)] == ["DC-1", "DC-2"]


def test_a_twin_alone_in_the_snapshot_is_not_taken_for_the_other(tmp_path):
    pk = child("Lưu Gia Bảo")
    compared(tmp_path, person("Lưu Gia Hân"))
    (decision,) = standing(pk)
    assert decision.verdict == Verdict.REVIEW
    assert "Họ tên (tên): khác" in decision.reason
    assert register.identifier_of(pk) == ("", "none")


def test_a_child_like_nobody_is_unmatched_with_what_to_do(tmp_path):
    pk = child("Ngô Gia Huy", born=date(2020, 1, 9), father="Ngô Văn Sáu", mother="Đinh Thị Út")
    compared(tmp_path, person())
    (decision,) = standing(pk)
    assert (decision.verdict, decision.person) == (Verdict.UNMATCHED, None)
    assert "không ai đủ giống" in decision.reason


def test_a_slip_in_the_name_and_a_missing_number_still_link_and_say_why(tmp_path):
    pk = child("Lưu Gia Bảoo", born=date(2022, 6, 5))
    compared(tmp_path, person())
    (decision,) = standing(pk)
    assert (decision.verdict, decision.level) == (Verdict.LINK, Level.ALIKE)
    assert decision.probability > 0.9
    words = {label: (level, points) for _, label, level, points in decision.grounds}
    assert words["Ngày sinh"][0] == "đảo ngày và tháng"
    assert words["Mẹ"][1] > 0
    assert decision.run.method.startswith("children-population ")


def test_a_number_that_belongs_to_another_name_is_a_mismatch_and_work_for_a_person(tmp_path):
    pk = child("Trần Minh Thư", born=date(2019, 1, 2), number=NUMBER)
    result = compared(tmp_path, person())
    assert result.mismatch == 1
    assert register.identifier_of(pk) == (NUMBER, "mismatch")
    assert standing(pk)[0].level == Level.NUMBER_ONLY


def test_a_year_of_birth_is_not_enough_to_link(tmp_path):
    pk = child(born=date(2022, 1, 1), precision=Precision.YEAR, father="", mother="")
    compared(tmp_path, person())
    assert [(one.verdict, one.level) for one in standing(pk)] == [(Verdict.REVIEW, Level.ALIKE)]


def test_one_person_is_not_given_to_two_records(tmp_path):
    first, second = child(mother=""), child(father="")
    compared(tmp_path, person())
    link, waits = sorted((*standing(first), *standing(second)), key=lambda one: one.verdict)
    assert (link.verdict, waits.verdict) == (Verdict.LINK, Verdict.REVIEW)
    assert "ghi hai lần" in waits.reason


def test_running_again_changes_nothing(tmp_path):
    pks = [child(), child("Lưu Gia Hân"), child("Trần Minh Thư", number="092222007799", born=date(2020, 2, 3))]
    rows = (person(record_id="DC-1"), person("Ngô Lan", personal_number="092222007799", record_id="DC-3"))
    first = compared(tmp_path, *rows)
    before = [(one.pk, one.verdict) for pk in pks for one in standing(pk)]
    second = compared(tmp_path, *rows)
    assert [(one.pk, one.verdict) for pk in pks for one in standing(pk)] == before
    assert (second.verified, second.supplied) == (0, 0)
    assert (second.linked, second.mismatch, second.unmatched) == (first.linked, first.mismatch, first.unmatched)


def test_a_newer_snapshot_takes_back_what_no_longer_holds(tmp_path):
    pk = child()
    compared(tmp_path, person())
    compared(tmp_path, person("Ngô Lan", father_name="Ngô Ba", mother_name="", birth_date="2019-01-02"), as_of=date(2026, 11, 20))
    (decision,) = standing(pk)
    assert decision.verdict == Verdict.UNMATCHED
    assert register.identifier_of(pk) == ("", "none")
    old = Decision.objects.get(child=pk, verdict=Verdict.LINK)
    assert "không còn đi tới kết quả này" in old.revoked_reason


def test_a_link_goes_on_through_snapshots(tmp_path):
    pk = child()
    compared(tmp_path, person(record_id="DC-1"))
    (before,) = standing(pk)
    compared(tmp_path, person(record_id="DC-1"), person("Ngô Lan", record_id="DC-9"), as_of=date(2026, 11, 20))
    assert [one.pk for one in standing(pk)] == [before.pk]


def test_a_run_leaves_one_event_without_names(tmp_path):
    child()
    compared(tmp_path, person())
    events = list(audit.search(act=Act.LINKAGE_RUN))
    assert [event.details["linked"] for event in events] == [1]
    assert "Lưu" not in str(events[0].details) + events[0].subject_label


def test_without_a_snapshot_there_is_nothing_to_compare():
    with pytest.raises(operations.NoSnapshot, match="bản trích"):
        operations.run(by=SYSTEM, at=AT)


def test_the_same_file_is_taken_in_once(tmp_path):
    assert snapshot(tmp_path, person()).pk == snapshot(tmp_path, person()).pk
    assert Person.objects.count() == 1


def test_a_csv_snapshot_reads_like_a_parquet_one(tmp_path):
    path = tmp_path / "dan-cu.csv"
    path.write_text("full_name,record_id,birth_date,personal_number,other\nLưu Gia Bảo,7,2022-05,092222007720,x\n", encoding="utf-8-sig")
    operations.load_snapshot(path=path, as_of=AS_OF, by=SYSTEM, at=AT)
    row = Person.objects.get()
    assert (row.record_id, row.birth_date, row.birth_precision, row.personal_number) == ("7", date(2022, 5, 1), "month", NUMBER)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"ho_ten\nA\n", "record_id"),
        ("x.csv", b"record_id,full_name\n1,A\n1,B\n", "riêng"),
        ("x.csv", b"record_id,full_name\n", "dòng nào"),
        ("x.parquet", b"PK not parquet", "Không đọc được"),
        ("x.xlsx", b"PK", ".parquet"),
    ],
)
def test_what_is_no_snapshot_is_refused_with_a_sentence(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(formats.NotASnapshot, match=words):
        operations.load_snapshot(path=path, as_of=AS_OF, by=SYSTEM, at=AT)
    assert Person.objects.count() == 0
