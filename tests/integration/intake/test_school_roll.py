"""A school roll adds classes to the children it names, and to nobody else."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.operations import opening
from mangnon.register import queries as register
from mangnon.register.models import Schooling
from mangnon.register.vocabulary.people import SchoolState
from mangnon.web.imports import pages as pages_of
from tests.factories import child_lists, people
from tests.factories.lists import bring, said
from tests.factories.register import AT, TODAY, child

pytestmark = pytest.mark.django_db
SCHOOL = "Trường Tiểu học Cái Khế 1"


def spells(pk):
    found = Schooling.objects.filter(child=pk).order_by("id")
    return [(s.school, s.class_name, s.state, s.valid.lower, s.valid.upper) for s in found]


def test_a_messy_roll_becomes_classes():
    han = child(full_name="Lưu Gia Hân", born=date(2019, 6, 5), number="092319007731")
    bao = child(full_name="Lưu Gia Bảo", born=date(2015, 2, 1), number="092215000001")
    rows = [
        {"full_name": "LƯU GIA HÂN", "birth_date": "5/6/2019", "personal_number": "092 319 007731", "school": SCHOOL, "class_name": "2A1"},
        {"full_name": "lưu gia bảo", "personal_number": "092215000001", "school": SCHOOL, "class_name": "5A3", "school_year": "2026 - 2027",
         "state": "bỏ học", "state_since": "02/11/2026"},
        {"full_name": "Trần Văn Không", "personal_number": "092215000999", "school": SCHOOL, "class_name": "5A3"},
    ]  # fmt: skip
    batch, counts = bring(
        "school-roll", rows, above=[["PHÒNG GIÁO DỤC"], ["DANH SÁCH HỌC SINH NĂM HỌC 2026-2027"]], by=people.ward_officer()
    )
    assert (counts["new"], counts["changed"]) == (0, 2)
    assert spells(han) == [(SCHOOL, "2A1", "attending", date(2026, 9, 5), None)]
    assert spells(bao) == [(SCHOOL, "5A3", "left", None, date(2026, 11, 2))]
    assert register.child(SYSTEM, bao, on=TODAY).school_state == SchoolState.LEFT
    assert [(row, rule) for row, rule, _ in said(batch)] == [(6, "child_in_register")]


def test_the_same_roll_twice_changes_nothing():
    child(full_name="Lưu Gia Hân", born=date(2019, 6, 5), number="092319007731")
    rows = [{"full_name": "Lưu Gia Hân", "personal_number": "092319007731", "school": SCHOOL, "class_name": "2A1"}]
    bring("school-roll", rows)
    before = list(Schooling.objects.order_by("id").values())
    _, counts = bring("school-roll", rows)
    assert (counts["changed"], counts["unchanged"]) == (0, 1)
    assert list(Schooling.objects.order_by("id").values()) == before


def test_a_roll_of_the_next_year_closes_the_class_before():
    han = child(full_name="Lưu Gia Hân", born=date(2019, 6, 5), number="092319007731")
    row = {"full_name": "Lưu Gia Hân", "personal_number": "092319007731", "school": SCHOOL}
    bring("school-roll", [row | {"class_name": "1A1", "school_year": "2025-2026"}])
    bring("school-roll", [row | {"class_name": "2A1", "school_year": "2026-2027"}])
    bring("school-roll", [row | {"class_name": "1A1", "school_year": "2025-2026"}])  # the old list again
    assert spells(han) == [
        (SCHOOL, "1A1", "attending", date(2025, 9, 5), date(2026, 9, 5)), (SCHOOL, "2A1", "attending", date(2026, 9, 5), None),
    ]  # fmt: skip


def test_a_child_the_register_lacks_is_entered_when_a_person_says_so():
    officer = people.ward_officer()
    rows = [
        {"full_name": "Võ Minh Khôi", "birth_date": "01/02/2018", "personal_number": "092218000321", "school": SCHOOL, "class_name": "3A"}
    ]
    batch, counts = bring("school-roll", rows, by=officer)
    assert sum(counts.values()) == 0
    (finding,) = queries.findings(batch)
    (_, field, value), *_ = finding.suggestions
    operations.correct_cell(row_id=finding.row_id, field=field, value=value, by=officer, at=AT)
    khoi = register.search(SYSTEM, "vo minh khoi", on=TODAY).get()
    assert khoi.lives_in.code == "31120"
    assert spells(khoi.pk) == [(SCHOOL, "3A", "attending", date(2026, 9, 5), None)]


def test_school_class_and_year_that_only_titles_tell():
    han = child(full_name="Lưu Gia Hân", born=date(2019, 6, 5), number="092319007731")
    bao = child(full_name="Lưu Gia Bảo", born=date(2019, 2, 1), number="092219000001")
    head, title = ["STT", "Họ và tên", "Số định danh"], ["TRƯỜNG TIỂU HỌC CÁI KHẾ 1"]
    pages = {
        "2A1": [title, ["DANH SÁCH HỌC SINH LỚP 2A1 NĂM HỌC 2026-2027"], head, ["1", "Lưu Gia Hân", "092319007731"]],
        "2A3": [["DANH SÁCH HỌC SINH LỚP 2A2"], head, ["1", "Lưu Gia Bảo", "092219000001"], [], ["", "Lê Văn Sáu"]],
    }
    batch, _ = bring("school-roll", child_lists.sheets_of(pages))
    assert spells(han) == [(SCHOOL, "2A1", "attending", date(2026, 9, 5), None)]
    assert spells(bao) == []
    assert [rule for _, rule, _ in said(batch)] == ["class_certain"]  # the title says 2A2, the sheet 2A3
    assert queries.told(batch) == [
        "Trang “2A1”: Trường Tiểu học Cái Khế 1, Lớp 2A1, Năm học 2026-2027 lấy từ tiêu đề.",
        "Trang “2A3”: Trường Tiểu học Cái Khế 1, Lớp 2A2 | 2A3 lấy từ tiêu đề.",
    ]
    assert queries.told(batch)[0] in pages_of.read_from(batch)


def test_a_roll_that_names_its_school_nowhere_says_what_to_do():
    head = ["STT", "Họ và tên", "Ngày sinh"]
    with pytest.raises(opening.NoHeading, match="không có cột “Trường”, dòng tiêu đề phía trên cũng không ghi trường nào"):
        bring("school-roll", child_lists.sheet_of([["DANH SÁCH HỌC SINH LỚP 2A1"], head, ["1", "Lưu Gia Hân", "05/06/2019"]]))
