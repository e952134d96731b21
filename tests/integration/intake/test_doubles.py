"""A child the register has under another spelling is joined when sure, asked when not; a twin is never swallowed."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations, queries
from mangnon.intake.operations import contexts
from mangnon.register import queries as register
from tests.factories import people
from tests.factories.lists import bring
from tests.factories.register import AT, TODAY, child

pytestmark = pytest.mark.django_db
ROW = {
    "full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "sex": "Nữ", "mother_name": "Trần Thị Ngân", "father_name": "Lưu Văn Tài",
    "hamlet": "Khu vực 5",
}  # fmt: skip


def names():
    return sorted(found.full_name for found in register.children(SYSTEM, on=TODAY))


def asked(batch):
    return [finding for finding in queries.findings(batch) if finding.rule == "known_already"]


def test_twins_stay_two_children():
    child(full_name="Lưu Gia Hân")
    for name, sex in (("Lưu Gia Bảo", "Nam"), ("Lưu Gia Ân", "Nữ")):
        batch, counts = bring("child-list", [ROW | {"full_name": name, "sex": sex}], by=people.ward_officer())
        assert (counts["new"], asked(batch)) == (1, [])
    assert names() == ["Lưu Gia Bảo", "Lưu Gia Hân", "Lưu Gia Ân"]


def test_of_a_number_in_every_row_the_first_rows_are_enough_to_ask_about_all(monkeypatch):
    monkeypatch.setattr(contexts, "BESIDE", 2)
    rows = [ROW | {"full_name": name, "personal_number": "092322007731"} for name in ("Lưu Gia Bảo", "Võ An", "Lê Hà", "Hồ My")]
    batch, counts = bring("child-list", rows, by=people.ward_officer())
    found = queries.findings(batch).filter(rule="number_repeated_in_list").values_list("row__number", "what")
    assert (counts["new"], [number for number, _ in found]) == (0, [2, 3, 4, 5])
    assert found.last()[1] == "Số định danh này cũng ghi ở dòng 2; dòng 3 với tên khác."


def test_a_child_in_many_rows_is_compared_with_the_first():
    batch, counts = bring("child-list", [ROW] * 3, by=people.ward_officer())
    found = queries.findings(batch, settled=True).filter(rule="repeated_in_list").values_list("row__number", "what")
    told = "Trùng họ tên, ngày sinh, cha mẹ với dòng 2."
    assert (counts["new"], list(found)) == (1, [(3, told), (4, told)])


def test_a_mother_written_otherwise_or_a_year_alone_does_not_make_a_second_child():
    first = child(full_name="Lưu Gia Hân")
    for said in ({"mother_name": "Trần Ngân"}, {"birth_date": "2022"}):
        batch, counts = bring("child-list", [ROW | said], by=people.ward_officer())
        assert counts["new"] == 0
        assert queries.rows(batch).get().child_id == first
    found = register.children(SYSTEM, on=TODAY).get()
    assert (found.full_name, found.birth_date, found.birth_precision) == ("Lưu Gia Hân", date(2022, 6, 5), "day")


@pytest.mark.parametrize("said", [{"full_name": "Lưu Gia Hâng"}, {"full_name": "Lưu Hân"}, {"birth_date": "06/06/2022"}])
def test_a_name_or_birth_that_would_change_is_asked_first(said):
    first = child(full_name="Lưu Gia Hân")
    officer = people.ward_officer()
    batch, counts = bring("child-list", [ROW | said], by=officer)
    assert sum(counts.values()) == 0
    (finding,) = asked(batch)
    (_, field, value), *_ = finding.suggestions
    assert value == f"TE-{first:06d}"
    operations.correct_cell(row_id=finding.row_id, field=field, value=value, by=officer, at=AT)
    found = register.children(SYSTEM, on=TODAY).get()
    assert (found.pk, found.full_name) == (first, said.get("full_name", "Lưu Gia Hân"))


def test_a_person_says_it_is_another_child():
    child(full_name="Lưu Gia Hân")
    officer = people.ward_officer()
    batch, _ = bring("child-list", [ROW | {"full_name": "Lưu Gia Hâng"}], by=officer)
    (_, field, value) = asked(batch)[0].suggestions[-1]
    operations.correct_cell(row_id=asked(batch)[0].row_id, field=field, value=value, by=officer, at=AT)
    assert names() == ["Lưu Gia Hân", "Lưu Gia Hâng"]


def test_a_code_in_the_list_says_who_the_child_is():
    first = child(full_name="Lưu Gia Hân")
    row = ROW | {"full_name": "Lưu Gia Hân Em", "mother_name": "Lê Thị Bích", "father_name": "", "child_code": f"TE-{first:06d}"}
    _, counts = bring("child-list", [row], by=people.ward_officer())
    assert (counts["new"], counts["changed"]) == (0, 1)
    assert names() == ["Lưu Gia Hân Em"]
