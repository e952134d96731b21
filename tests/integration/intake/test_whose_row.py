"""Which child of the register a row speaks of: codes and numbers that contradict its name, twins, children said to be new, namesakes."""

from datetime import date

import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations
from mangnon.intake.models import Row
from mangnon.register import queries as register
from mangnon.register.models import Child
from tests.factories.lists import bring, said
from tests.factories.register import AT, TODAY, child, unit

pytestmark = pytest.mark.django_db
HAN = {"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022"}
BAO = {"full_name": "Lưu Gia Bảo", "birth_date": "05/06/2022"}
SCHOOL = {"school": "Trường Mầm non Hướng Dương", "class_name": "Chồi 1"}
DIED = {"died_on": "12/10/2026"}
NUMBER = "092322007731"


def twins():
    return child(full_name="Lưu Gia Hân", number=NUMBER), child(full_name="Lưu Gia Bảo")


def is_open(pk):
    return register.child(SYSTEM, pk, on=TODAY).closed_on is None


def about(batch, line=2):
    """Whom a row speaks of, as it was kept."""
    return Row.objects.get(batch=batch, number=line).child_id


def test_numbers_of_the_senders_own_files_are_no_codes():
    first, han = child(full_name="Vũ Bảo Châu", mother="Lê Thị Bích"), child(full_name="Lưu Gia Hân", number=NUMBER)
    batch, counts = bring("school-roll", [HAN | SCHOOL | {"child_code": str(first), "personal_number": NUMBER}])
    assert (counts["changed"], about(batch)) == (1, han)


@pytest.mark.parametrize("by", ["number", "code"])
def test_a_twin_is_not_closed_under_the_number_or_code_of_the_other(by):
    han, bao = twins()
    telling = {"personal_number": NUMBER} if by == "number" else {"child_code": f"TE-{han:06d}"}
    batch, counts = bring("deaths", [BAO | DIED | telling])
    ((_, rule, message),) = said(batch)
    assert (counts["changed"], rule, about(batch)) == (0, "child_chosen", None)
    assert f"TE-{han:06d} Lưu Gia Hân" in message
    assert f"TE-{bao:06d} Lưu Gia Bảo" in message
    assert is_open(han)
    assert is_open(bao)


def test_marks_alone_tell_twins_apart():
    han, other = child(full_name="Lưu Gia Hân", number=NUMBER), child(full_name="Lưu Gia Hấn")
    batch, _ = bring("deaths", [BAO | DIED | {"full_name": "Lưu Gia Hấn", "personal_number": NUMBER}])
    assert [rule for _, rule, _ in said(batch)] == ["child_chosen"]
    bring("deaths", [BAO | DIED | {"full_name": "LUU GIA HAN", "personal_number": NUMBER}], name="khong-dau.xlsx")
    assert not is_open(han)
    assert is_open(other)


def test_what_a_person_chooses_holds_though_the_file_says_the_same():
    han, bao = twins()
    batch, _ = bring("deaths", [BAO | DIED | {"child_code": f"TE-{han:06d}"}])
    row = Row.objects.get(batch=batch)
    operations.correct_cell(row_id=row.pk, field="child_code", value=f"TE-{han:06d}", by=SYSTEM, at=AT)
    assert not is_open(han)
    assert is_open(bao)


def test_a_child_said_to_be_new_that_the_register_has_is_asked():
    han = child(full_name="Lưu Gia Hân")
    row = HAN | SCHOOL | {"mother_name": "Trần Thị Ngân", "child_code": "Trẻ mới"}
    batch, counts = bring("school-roll", [row])
    ((_, rule, message),) = said(batch)
    assert (sum(counts.values()), rule, f"TE-{han:06d}" in message) == (0, "known_already", True)
    operations.confirm_row(row_id=Row.objects.get(batch=batch).pk, by=SYSTEM, at=AT)
    assert Child.objects.count() == 2


def test_a_new_child_in_a_list_of_children_that_the_register_has_is_asked():
    child(full_name="Lưu Gia Hân")
    row = HAN | {"sex": "Nữ", "mother_name": "Trần Thị Ngân", "ethnicity": "Kinh", "hamlet": "Khu vực 5", "child_code": "Trẻ mới"}
    batch, counts = bring("child-list", [row])
    assert (counts["new"], [rule for _, rule, _ in said(batch)]) == (0, ["known_already"])


def test_a_twin_in_a_list_of_children_does_not_take_the_name_of_the_other():
    han = child(full_name="Lưu Gia Hân", number=NUMBER)
    row = BAO | {"sex": "Nữ", "mother_name": "Trần Thị Ngân", "ethnicity": "Kinh", "personal_number": NUMBER}
    batch, counts = bring("child-list", [row])
    assert sum(counts.values()) == 0
    assert "number_held_by_other" in [rule for _, rule, _ in said(batch)]
    assert register.child(SYSTEM, han, on=TODAY).full_name == "Lưu Gia Hân"
    assert "known_already" in [rule for _, rule, _ in said(batch)]  # who may be the child is shown beside
    operations.correct_cell(row_id=Row.objects.get(batch=batch).pk, field="child_code", value=f"TE-{han:06d}", by=SYSTEM, at=AT)
    assert register.child(SYSTEM, han, on=TODAY).full_name == "Lưu Gia Bảo"


def test_name_birth_and_commune_are_enough_when_nobody_else_has_them():
    child(full_name="Lưu Gia Bảo")
    han = child(full_name="Lưu Gia Hân")
    batch, counts = bring("school-roll", [HAN | SCHOOL])
    assert (counts["changed"], about(batch), said(batch)) == (1, han, [])


def test_they_are_not_enough_to_close_a_record_nor_for_a_child_of_elsewhere():
    child(full_name="Lưu Gia Hân")
    child(full_name="Võ Minh Khôi", place=unit("31135"), mother="Lê Thị Bích")
    batch, _ = bring("deaths", [HAN | DIED])
    assert [rule for _, rule, _ in said(batch)] == ["child_chosen"]
    batch, _ = bring("school-roll", [SCHOOL | {"full_name": "Võ Minh Khôi", "birth_date": "05/06/2022"}])
    assert [rule for _, rule, _ in said(batch)] == ["child_chosen"]


def test_a_namesake_of_the_commune_is_shown_before_a_new_record_is_made():
    child(full_name="Lưu Gia Hân", born=date(2018, 1, 1), mother="Lê Thị Bích", father="")
    rows = [SCHOOL | {"full_name": "Lưu Gia Hân", "birth_date": birth} for birth in ("2018", "07/09/2019")]
    batch, counts = bring("school-roll", rows)
    assert sum(counts.values()) == 0
    assert [rule for _, rule, _ in said(batch)] == ["child_chosen", "child_chosen"]
    assert "khác ngày sinh" in said(batch)[1][2]


def test_a_newborn_without_a_name_is_found_by_its_mother_and_never_entered_so():
    bao = child(full_name="Lưu Gia Bảo", born=date(2026, 11, 5))
    row = (
        {"full_name": "Con bà Trần Thị Ngân", "birth_date": "05/11/2026", "mother_name": "Trần Thị Ngân"} | DIED | {"died_on": "06/11/2026"}
    )
    batch, _ = bring("deaths", [row, row | {"full_name": "Không tên", "mother_name": "Lý Thị Sáu", "birth_date": "01/11/2026"}])
    assert [(line, rule) for line, rule, _ in said(batch)] == [(2, "child_chosen"), (2, "newborn_named"), (3, "newborn_named")]
    operations.correct_cell(row_id=Row.objects.get(batch=batch, number=2).pk, field="child_code", value=f"TE-{bao:06d}", by=SYSTEM, at=AT)
    assert not is_open(bao)
