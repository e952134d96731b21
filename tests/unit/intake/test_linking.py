from datetime import date

import pytest

from mangnon.intake.records import Link
from mangnon.intake.rules import linking, reading
from mangnon.intake.rules.linking import NEW
from tests.unit.intake.checks.rows import enriching, known

HAN = known()
BAO = known(8, "TE-000008", full_name="Lưu Gia Bảo")
NUMBER = "092322007731"


def row(*, chosen=False, **facts):
    read = enriching("school-roll", **{"full_name": "Lưu Gia Hân", "birth_date": "05/06/2022"} | facts)[1]
    return read._replace(corrected=frozenset({"child_code"})) if chosen else read


def named(*, held_by=None, **facts):
    return linking.named(row(**facts), {"TE-000007": HAN, "TE-000008": BAO}, {NUMBER: held_by} if held_by else {})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TE-000012", "TE-000012"), ("te 12", "TE-000012"), ("TE000012", "TE-000012"), ("TE12", "TE-000012"),
        ("1", ""), ("000012", ""), ("12.0", ""), ("HS-12", ""), ("TE1929212345611", ""), ("Trẻ mới", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_number_of_the_senders_own_is_no_code(text, code):
    assert linking.code_in(text) == code


def test_a_code_or_number_under_its_own_name():
    assert named(child_code="TE-000007").child == HAN
    assert named(personal_number=NUMBER, held_by=HAN).child == HAN
    assert named(child_code="7") is None
    assert named(child_code="TE-000009") == Link(why="Không có hồ sơ nào mang mã TE-000009.")


def test_a_code_or_number_under_another_name_is_asked():
    coded = named(child_code="TE-000008")
    assert (coded.child, coded.candidates) == (None, (BAO,))
    assert coded.why == "Mã hồ sơ là của TE-000008; dòng ghi “Lưu Gia Hân”, sinh 05/06/2022."
    held = named(personal_number=NUMBER, held_by=BAO)
    assert (held.child, held.candidates) == (None, (BAO,))
    assert held.why.startswith("Số định danh là của TE-000008;")


def test_code_and_number_of_two_children_are_asked():
    link = named(child_code="TE-000007", personal_number=NUMBER, held_by=BAO)
    assert (link.child, link.candidates) == (None, (HAN, BAO))


def test_what_a_person_chose_holds():
    assert named(child_code="TE-000008", chosen=True).child == BAO
    assert named(child_code="TE-000008", chosen=True, personal_number=NUMBER, held_by=HAN).child == BAO
    assert named(child_code=NEW, chosen=True).new


def test_nobody_else_is_looked_for_when_name_and_birth_are_the_records_own():
    assert linking.is_certain(row(), Link(child=HAN))
    assert not linking.is_certain(row(full_name="Lưu Gia Hấn"), Link(child=HAN))
    assert not linking.is_certain(row(birth_date="06/05/2022"), Link(child=HAN))
    assert not linking.is_certain(row(child_code=NEW), Link(new=True))
    assert linking.is_certain(row(child_code=NEW, chosen=True), Link(new=True))


def test_the_record_with_the_rows_own_name_stands_beside_the_one_named():
    other = known(9, "TE-000009", full_name="Lưu Gia Hấn")
    said = row(full_name="Lưu Gia Hấn")
    link = linking.beside(said, Link(child=HAN, why="Theo số định danh."), (HAN, BAO, other))
    assert (link.child, link.candidates) == (None, (HAN, other))
    assert link.why == "Theo số định danh. Họ tên, ngày sinh ấy là của TE-000009."
    assert linking.beside(said, Link(child=HAN), (HAN, BAO)) == Link(child=HAN)
    older = known(10, "TE-000010", full_name="Lưu Gia Hấn", born=date(2020, 1, 1))
    assert linking.beside(said, Link(child=HAN), (older,)) == Link(child=HAN)


def test_the_matcher_is_asked_of_a_newborn_by_its_mother():
    context, nameless = enriching("deaths", full_name="Con bà Trần Thị Ngân", birth_date="05/11/2026", mother_name="Trần Thị Ngân")
    described = reading.described(nameless, context)
    assert (described.full_name, described.mother) == ("", "Trần Thị Ngân")
