from datetime import date

import pytest

from mangnon.intake.records import Holder
from mangnon.intake.rules import agreeing
from mangnon.register.records import Birth, LinkageRow
from mangnon.register.vocabulary.people import Precision, Sex
from tests.unit.intake.checks.rows import CAI_KHE, NINH_KIEU, enriching, known


def row(**facts):
    return enriching("school-roll", **{"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022"} | facts)[1]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Lưu Gia Hân", "LUU GIA HAN", True),
        ("Lưu Gia Hân", "Lưu Gia Hấn", True),  # who is who then the register tells
        ("Nguyễn Thị Mỹ", "Nguyễn Thị Mĩ", True),
        ("Nguyễn Thị Tuyết Hoa", "Nguyễn Hoa", True),
        ("Lê T.T. Phương", "Lê Thảo Thúy Phương", True),
        ("Lê Thanh Tâm", "Lê ThanhTâm", True),
        ("Nguyển Văn Tâm", "Nguyên Vă Tâm", True),
        ("Lê Thảo Thúy Phương", "Lê Thảo Thúy Nguyên", False),
        ("Lưu Gia Hân", "Lưu Gia Hân Anh Thư", True),
        ("Trần Kim Ngân", "Trần Kim Ngọc", False),
        ("Lưu Gia Hân", "Lưu Gia Hằng", False),  # twins are named so
        ("Lưu Gia Hân", "Lưu Bảo Hân", False),
        ("Hoa Thị", "Nguyễn Thị Tuyết Hoa", False),
        ("", "Lưu Gia Hân", False),
    ],
)
def test_names_that_may_be_one(one, other, alike):
    assert agreeing.alike_names(one, other) is alike is agreeing.alike_names(other, one)


def test_a_code_or_number_means_the_child_when_the_name_is_the_childs():
    child = known()
    assert agreeing.agrees(row(birth_date="01/02/2015"), child)
    assert agreeing.agrees(row(full_name="Gia Hân"), child)
    assert not agreeing.agrees(row(full_name="Gia Hân", birth_date="01/02/2015"), child)
    assert not agreeing.agrees(row(full_name="Lưu Gia Bảo"), child)
    assert agreeing.agrees(row(full_name=""), child)
    assert not agreeing.agrees(row(full_name="", birth_date="06/06/2022"), child)


def about(**facts):
    told = {
        "child_id": 7, "full_name": "Lưu Gia Hân", "birth_date": date(2022, 6, 5), "birth_precision": "day", "sex": "Nữ",
        "personal_number": "", "father_name": "Lưu Văn Tài", "mother_name": "Trần Thị Ngân", "unit_code": "31120", "hamlet": "",
        "household_id": 1,
    }  # fmt: skip
    return LinkageRow(**told | facts)


def plainly(told=None, child=None, *, home=CAI_KHE, closes=False, **facts):
    return agreeing.is_plainly(row(**facts), child or known(), told or about(), home=home, closes=closes)


def test_name_birth_and_home_are_enough_when_nothing_speaks_against_them():
    assert plainly()
    assert plainly(full_name="luu gia han")
    assert not plainly(full_name="Lưu Gia Hấn")
    assert not plainly(home=NINH_KIEU)
    assert not plainly(birth_date="06/2022", child=known(born=date(2022, 6, 1)))
    assert not plainly(birth_date="06/06/2022")
    assert not plainly(sex="Nam", child=known(sex=Sex.FEMALE))
    assert not plainly(personal_number="092322007731")
    assert not plainly(personal_number="092322007731", told=about(personal_number="092322007749"))


def test_parents_may_not_be_others():
    assert plainly(mother_name="Tran Thi Ngan")
    assert not plainly(mother_name="Lê Thị Bích")
    assert not plainly(father_name="Lê Văn Tư", mother_name="Trần Thị Ngân")


def test_to_close_a_record_or_on_the_first_of_january_a_parent_must_agree():
    assert not plainly(closes=True)
    assert plainly(closes=True, mother_name="Trần Thị Ngân")
    new_year = known(born=date(2022, 1, 1))
    assert not plainly(birth_date="01/01/2022", child=new_year)
    assert plainly(birth_date="01/01/2022", child=new_year, guardian_name="Trần Thị Ngân")


def test_births_that_may_be_one_mistyped():
    child = known(born=date(2024, 6, 5))
    assert agreeing.is_near(row(birth_date="06/05/2024"), child)
    assert agreeing.is_near(row(birth_date="05/06/2023"), child)
    assert agreeing.is_near(row(birth_date="2024"), child)
    assert not agreeing.is_near(row(birth_date="07/08/2024"), child)


def test_who_holds_a_number():
    holder = Holder("TE-000412", "luu gia han", Birth(date(2022, 6, 5)))
    assert agreeing.holds(row(), holder)
    assert agreeing.holds(row(birth_date="01/01/2020"), holder)
    assert agreeing.holds(row(full_name="Gia Hân"), holder)
    assert not agreeing.holds(row(full_name="Gia Hân", birth_date="01/01/2020"), holder)
    assert not agreeing.holds(row(full_name="Lưu Gia Bảo"), holder)
    assert not agreeing.holds(row(), None)


def test_a_birth_known_less_exactly_does_not_contradict():
    child = known(born=date(2022, 6, 5))
    assert not agreeing.contradicts(row(birth_date="2022"), child)
    assert agreeing.contradicts(row(birth_date="2021"), child)
    assert row(birth_date="2022").birth.precision is Precision.YEAR
