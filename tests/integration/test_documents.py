"""Documents: numbers of a series, papers received, equal numbers, what carries out what, files for the archive; three people."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection

from mangnon.accounts.policies import NotAllowed
from mangnon.accounts.records import SYSTEM
from mangnon.audit import queries as log
from mangnon.documents import operations, queries
from mangnon.documents.records import Facts
from mangnon.documents.vocabulary import Access, Handling, Relation
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from tests.factories import people
from tests.factories.people import AT, TODAY

pytestmark = pytest.mark.django_db


def facts(**changes) -> Facts:
    base = {"kind": "Kế hoạch", "title": "Bảo vệ trẻ em năm 2026", "issued_on": date(2026, 1, 9), "issuer": "UBND phường Cái Khế"}
    return Facts(**(base | changes))


def ward():
    return people.ward().pk


def agency(code):
    return institutions.by_code(code, on=TODAY, kind=Kind.AGENCY).pk


def sent(**changes):
    return operations.issue(institution_id=ward(), facts=facts(**changes), by=people.ward_officer(), at=AT)


def test_numbers_of_a_year_follow_each_other_and_begin_again():
    officer = people.ward_officer()
    numbers = [operations.issue(institution_id=ward(), facts=facts(), by=officer, at=AT).number for _ in range(3)]
    numbers.append(operations.issue(institution_id=ward(), facts=facts(kind="Báo cáo"), by=officer, at=AT).number)
    numbers.append(operations.issue(institution_id=ward(), facts=facts(issued_on=date(2027, 1, 4)), by=officer, at=AT).number)
    assert numbers == ["01/KH-UBND", "02/KH-UBND", "03/KH-UBND", "04/BC-UBND", "01/KH-UBND"]


def test_every_agency_and_every_advisory_body_has_its_own_series():
    officer, specialist = people.ward_officer(), people.lead_specialist()
    operations.issue(institution_id=ward(), facts=facts(), by=officer, at=AT)
    body = operations.issue(
        institution_id=ward(), facts=facts(kind="Thông báo"), body="Ban Điều hành trẻ em phường Cái Khế", agency_sign="BĐH",
        by=officer, at=AT,
    )  # fmt: skip
    department = operations.issue(
        institution_id=agency("so-y-te"), facts=facts(issuer="Sở Y tế", kind="Báo cáo"), by=specialist, at=AT
    )  # fmt: skip
    letter = operations.issue(
        institution_id=agency("so-y-te"), facts=facts(issuer="Sở Y tế", kind="Công văn"), unit_sign="DSXH", by=specialist, at=AT
    )  # fmt: skip
    assert [one.number for one in (body, department, letter)] == ["01/TB-BĐH", "01/BC-SYT", "02/SYT-DSXH"]


def test_a_number_given_by_hand_is_kept_once_and_leaves_the_gap_in_sight():
    officer = people.ward_officer()
    assert operations.issue(institution_id=ward(), facts=facts(), number=5, by=officer, at=AT).number == "05/KH-UBND"
    with pytest.raises(operations.NumberTaken, match="Số 05 năm 2026 đã cấp"):
        operations.issue(institution_id=ward(), facts=facts(), number=5, by=officer, at=AT)
    assert operations.issue(institution_id=ward(), facts=facts(), by=officer, at=AT).number == "06/KH-UBND"
    gap = queries.free_numbers(ward(), year=2026)
    assert (gap.missing, gap.last) == ((1, 2, 3, 4), 6)


def test_a_number_another_paper_of_the_agency_bears_already_is_not_given_twice():
    read_in = operations.register_document(
        number="02/KH-UBND", kind="KẾ HOẠCH", title="Điểm giữ trẻ", issued_on=date(2026, 1, 8), issuer="Ủy ban nhân dân phường Cái Khế",
        by=SYSTEM, at=AT,
    )  # fmt: skip
    officer = people.ward_officer()
    numbers = [operations.issue(institution_id=ward(), facts=facts(kind="Báo cáo"), by=officer, at=AT).number for _ in range(2)]
    assert numbers == ["01/BC-UBND", "03/BC-UBND"]
    assert [(one.ordinal, one.document_id == read_in.pk) for one in queries.entries(ward(), book="outgoing", year=2026)] == [
        (1, False), (2, True), (3, False),
    ]  # fmt: skip
    assert queries.free_numbers(ward(), year=2026).missing == ()


def test_an_issue_that_fails_takes_no_number():
    officer = people.ward_officer()
    with pytest.raises(NotAllowed):
        operations.issue(institution_id=people.ward("31135").pk, facts=facts(), by=officer, at=AT)
    with pytest.raises(operations.NumberMissing):
        operations.issue(institution_id=ward(), facts=facts(issued_on=None), by=officer, at=AT)
    assert operations.issue(institution_id=ward(), facts=facts(), by=officer, at=AT).number == "01/KH-UBND"


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_get_different_numbers_without_a_gap():
    institution, start, found, failed = ward(), Barrier(4), [], []

    def write():
        try:
            start.wait()
            found.append(operations.issue(institution_id=institution, facts=facts(), by=SYSTEM, at=AT).number)
        except Exception as error:  # a thread's error must reach the assertion
            failed.append(error)
        finally:
            connection.close()

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(found) == ["01/KH-UBND", "02/KH-UBND", "03/KH-UBND", "04/KH-UBND"]


def test_an_equal_number_is_refused_with_the_document_found_unless_a_reason_is_given():
    specialist = people.lead_specialist()
    first = operations.enter(
        number="97/KH-UBND", facts=facts(issuer="UBND thành phố", issued_on=date(2025, 3, 20)), by=specialist, at=AT
    )  # fmt: skip
    again = facts(issuer="Ủy ban nhân dân thành phố Cần Thơ", issued_on=date(2025, 6, 1))
    assert [one.id for one in queries.twins(number="Số: 97 / KH-UBND", facts=again)] == [first.pk]
    with pytest.raises(operations.AlreadyRegistered, match="97/KH-UBND ngày 20/03/2025") as refused:
        operations.enter(number="97/KH-UBND", facts=again, by=specialist, at=AT)
    assert refused.value.found == (first.pk,)
    second = operations.enter(number="97/KH-UBND", facts=again, twin_reason="Văn bản đóng nhầm số, đã đính chính", by=specialist, at=AT)
    assert second.pk != first.pk
    assert second.twin == 0 or second.twin_reason
    assert operations.enter(number="97/KH-UBND", facts=facts(issuer="UBND thành phố", issued_on=date(2026, 3, 1)), by=specialist, at=AT)


def test_a_paper_known_by_citation_is_filled_in_when_it_comes():
    cited = operations.note_cited(
        number="28-CT/TW", kind="Chỉ thị", issued_on=date(2023, 12, 25), issuer="Bộ Chính trị", named_in="Kế hoạch 73/KH-UBND",
        by=SYSTEM, at=AT,
    )  # fmt: skip
    assert (cited.cited_only, cited.regime) == (True, "party")
    full = operations.enter(
        number="28-CT/TW",
        facts=facts(kind="Chỉ thị", issuer="Bộ Chính trị", issued_on=date(2023, 12, 25), title="Tăng cường công tác trẻ em"),
        by=people.lead_specialist(), at=AT,
    )  # fmt: skip
    assert full.pk == cited.pk
    assert (full.cited_only, full.title) == (False, "Tăng cường công tác trẻ em")


def test_a_paper_received_is_directed_and_settled():
    officer = people.ward_officer()
    entry = operations.receive(
        institution_id=ward(), number="15/SYT-DSXH", facts=facts(kind="Công văn", issuer="Sở Y tế", access=Access.AGENCY),
        arrived_on=date(2026, 11, 20), by=officer, at=AT,
    )  # fmt: skip
    assert (entry.ordinal, entry.handling) == (1, Handling.ARRIVED)
    assert queries.waiting_count(ward()) == 1
    with pytest.raises(operations.WordsMissing):
        operations.direct(entry_id=entry.pk, words="", lead=" ", by=officer, at=AT)
    operations.direct(
        entry_id=entry.pk, words="Nghiên cứu, trả lời", lead="Phòng Văn hóa - Xã hội", due_on=date(2026, 11, 22), by=officer, at=AT
    )  # fmt: skip
    assert [one.ordinal for one in queries.entries(ward(), book="incoming", year=2026, late_on=TODAY)] == [1]
    answer = sent(kind="Công văn", title="Trả lời Sở Y tế")
    operations.finish(entry_id=entry.pk, words="", answer_id=answer.pk, by=officer, at=AT)
    settled = queries.entry(entry.pk)
    assert (settled.handling, settled.answer.number) == (Handling.DONE, "01/UBND")
    assert [trace.handling for trace in queries.own_entries(entry.document_id, [ward()])[0].traces.all()] == ["given", "done"]
    with pytest.raises(operations.NumberTaken, match="số đến 1"):
        operations.receive(
            institution_id=ward(), number="", facts=facts(), document_id=entry.document_id, arrived_on=TODAY, by=officer, at=AT
        )  # fmt: skip


def test_a_wards_own_paper_is_read_by_that_ward_alone():
    mine = sent(access=Access.AGENCY)
    shared = sent(title="Kế hoạch công khai")
    for reader, seen in (
        (people.ward_officer(), {mine.pk, shared.pk}),
        (people.other_ward_officer(), {shared.pk}),
        (people.city_leader(), {shared.pk}),
    ):
        assert {one.pk for one in queries.documents(reader)} & {mine.pk, shared.pk} == seen
        assert queries.may_read(reader, mine.pk) == (mine.pk in seen)


def test_search_ignores_marks_and_reads_every_word():
    sent(title="Mở điểm giữ trẻ mùa nước nổi")
    officer = people.ward_officer()
    assert queries.documents(officer, text="giu tre NUOC noi").count() == 1
    assert queries.documents(officer, text="01/kh-ubnd cai khe").count() == 1
    assert queries.documents(officer, text="giữ trẻ đuối nước").count() == 0
    assert queries.documents(officer, kind="Kế hoạch", year=2026).count() == 1
    assert queries.documents(officer, kind="Báo cáo").count() == 0


def test_the_line_from_a_directive_to_a_ward_runs_both_ways():
    directive, party, city = (
        operations.note_cited(number=number, kind=kind, issued_on=day, issuer=issuer, named_in="thử", by=SYSTEM, at=AT)
        for number, kind, day, issuer in (
            ("28-CT/TW", "Chỉ thị", date(2023, 12, 25), "Bộ Chính trị"), ("276-KH/TU", "Kế hoạch", date(2024, 3, 6), "Thành ủy"),
            ("73/KH-UBND", "Kế hoạch", date(2024, 4, 4), "Ủy ban nhân dân thành phố Cần Thơ"),
        )
    )  # fmt: skip
    ours = sent()
    officer = people.ward_officer()
    for source, target in ((party, directive), (city, party)):
        operations.relate(source_id=source.pk, target_id=target.pk, kind=Relation.IMPLEMENTS, by=SYSTEM, at=AT)
    relation = operations.relate(source_id=ours.pk, target_id=city.pk, kind=Relation.IMPLEMENTS, by=officer, at=AT)
    line, _below = queries.cascade(ours.pk)
    assert [one.name for one in line] == ["Chỉ thị 28-CT/TW", "Kế hoạch 276-KH/TU", "Kế hoạch 73/KH-UBND"]
    _above, tree = queries.cascade(directive.pk)
    assert tree.children[0].children[0].children[0].document_id == ours.pk
    assert tree.children[0].children[0].children[0].depth == 3
    with pytest.raises(operations.NotRelated, match="không thể nối ngược"):
        operations.relate(source_id=directive.pk, target_id=ours.pk, kind=Relation.IMPLEMENTS, by=SYSTEM, at=AT)
    with pytest.raises(operations.NotRelated, match="có trước"):
        operations.relate(source_id=directive.pk, target_id=city.pk, kind=Relation.REPLACES, by=SYSTEM, at=AT)
    with pytest.raises(NotAllowed):
        operations.unrelate(relation_id=relation.pk, by=people.other_ward_officer(), at=AT)
    operations.unrelate(relation_id=relation.pk, by=officer, at=AT)
    assert queries.cascade(ours.pk)[0] == []
    assert queries.linked(ours.pk) == ([], [])


def test_a_corrected_number_frees_the_old_one():
    officer = people.ward_officer()
    paper = sent()
    sent()
    changed = operations.correct_issue(
        document_id=paper.pk, institution_id=ward(), number=7, issued_on=date(2026, 1, 10), signer="Nguyễn Văn Khải", by=officer, at=AT
    )  # fmt: skip
    assert (changed.number, changed.number_key) == ("07/KH-UBND", "7/kh-ubnd")
    assert queries.free_numbers(ward(), year=2026).missing == (1, 3, 4, 5, 6)
    kept = operations.correct_issue(
        document_id=paper.pk, institution_id=ward(), number=None, issued_on=date(2026, 1, 12), signer="", by=officer, at=AT
    )  # fmt: skip
    assert (kept.number, kept.issued_on) == ("07/KH-UBND", date(2026, 1, 12))


def test_a_file_is_filled_closed_and_handed_over_never_deleted():
    officer, paper = people.ward_officer(), sent()
    file = operations.open_dossier(
        institution_id=ward(), catalogue_year=2026, notation="05.TE", title="Thực hiện Kế hoạch 73 năm 2026", started_on=date(2026, 1, 5),
        years=10, by=officer, at=AT,
    )  # fmt: skip
    with pytest.raises(operations.BadKeeping, match="đã có trong danh mục"):
        operations.open_dossier(
            institution_id=ward(), catalogue_year=2026, notation="05.TE", title="x", started_on=date(2026, 1, 5), by=officer, at=AT
        )  # fmt: skip
    item = operations.put_in_dossier(dossier_id=file.pk, document_id=paper.pk, by=officer, at=AT)
    assert operations.put_in_dossier(dossier_id=file.pk, document_id=paper.pk, by=officer, at=AT) == item
    with pytest.raises(operations.NotClosed):
        operations.archive_dossier(dossier_id=file.pk, archived_on=TODAY, words="", by=officer, at=AT)
    operations.close_dossier(dossier_id=file.pk, ended_on=date(2026, 11, 20), by=officer, at=AT)
    with pytest.raises(operations.AlreadyClosed):
        operations.put_in_dossier(dossier_id=file.pk, document_id=sent().pk, by=officer, at=AT)
    with pytest.raises(NotAllowed):
        operations.archive_dossier(dossier_id=file.pk, archived_on=TODAY, words="", by=people.other_ward_officer(), at=AT)
    operations.archive_dossier(dossier_id=file.pk, archived_on=TODAY, words="Biên bản giao nhận 02", by=officer, at=AT)
    kept = queries.dossier(file.pk)
    assert (kept.doc_total, kept.archived_on, kept.title) == (1, TODAY, "Thực hiện Kế hoạch 73 năm 2026")


def test_a_recalled_paper_stays_in_sight_and_everything_leaves_its_trace():
    officer, paper = people.ward_officer(), sent()
    with pytest.raises(NotAllowed):
        operations.recall(document_id=paper.pk, reason="Sai nội dung", by=people.other_ward_officer(), at=AT)
    operations.recall(document_id=paper.pk, reason="Sai nội dung, thay bằng văn bản khác", by=officer, at=AT)
    assert queries.document(paper.pk).recalled_on == TODAY
    acts = [event.act for event in log.history_of(kind="document", id=str(paper.pk))]
    assert sorted(acts) == ["document_numbered", "document_recalled", "document_registered"]
