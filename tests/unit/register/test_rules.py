"""Ages, personal numbers, sameness, search words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.register import rules
from mangnon.register.records import Birth, CarerRecord, ResidenceRecord
from mangnon.register.vocabulary.people import CarerRole, Precision, ResidenceKind, Sex

FATHER, MOTHER = CarerRecord(CarerRole.FATHER, "Lưu Văn Tài"), CarerRecord(CarerRole.MOTHER, "Trần Thị Ngân")


BIRTH = Birth(date(2022, 6, 5))


def key(name="Lưu Gia Hân", birth=BIRTH, carers=(FATHER, MOTHER), unit_id=1):
    return rules.identity_key(full_name=name, birth=birth, carers=carers, unit_id=unit_id)


@pytest.mark.parametrize(
    ("born", "on", "child"),
    [
        (date(2010, 11, 23), date(2026, 11, 22), True),
        (date(2010, 11, 23), date(2026, 11, 23), False),
        (date(2008, 2, 29), date(2024, 2, 28), True),
        (date(2008, 2, 29), date(2024, 2, 29), False),
    ],
)
def test_a_child_is_under_sixteen(born, on, child):
    assert rules.is_child(born=born, on=on) is child


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_the_bound_of_queries_agrees_with_the_rule(born, on):
    if born <= on:
        assert (born > rules.born_after_to_be_child(on)) is rules.is_child(born=born, on=on)


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_the_sixteenth_birthday_is_the_first_day_after_childhood(born):
    day = rules.sixteenth_birthday(born)
    assert not rules.is_child(born=born, on=day)
    assert rules.is_child(born=born, on=date.fromordinal(day.toordinal() - 1))


def test_the_parts_of_a_number():
    parts = rules.read_number("092320004512")
    assert (parts.place, parts.sex, parts.birth_year) == ("092", Sex.FEMALE, 2020)
    assert rules.read_number("001099000001").birth_year == 1999


@given(st.integers(0, 9), st.integers(0, 99), st.integers(0, 999), st.integers(0, 999_999))
def test_every_twelve_digits_say_a_year_and_a_sex(fourth, year, place, rest):
    parts = rules.read_number(f"{place:03d}{fourth}{year:02d}{rest:06d}")
    assert parts.birth_year == 1900 + fourth // 2 * 100 + year
    assert parts.sex is (Sex.FEMALE if fourth % 2 else Sex.MALE)


@pytest.mark.parametrize("number", ["", "09232000451", "0923200045123", "09232000451a", "٠٩٢٣٢٠٠٠٤٥١٢"])
def test_anything_else_is_no_number(number):
    assert rules.read_number(number) is None


def test_numbers_in_a_record_and_in_a_list():
    assert rules.grouped_number("092320004512") == "092 3 20 004512"
    assert rules.masked_number("092320004512") == "•••• •••• 4512"
    assert rules.masked_number("") == ""


def test_the_same_child_without_accents_or_in_capitals():
    assert key() == key("LUU GIA HAN")
    assert key() == key(carers=(MOTHER, FATHER))


@pytest.mark.parametrize(
    "other",
    [
        key("Lưu Gia Bảo"),  # a twin
        key(birth=Birth(date(2022, 6, 6))),
        key(birth=Birth(date(2022, 1, 1), Precision.YEAR)),
        key(carers=(FATHER,)),
    ],
)
def test_another_child(other):
    assert other != key()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lưu Gia Hoà", "Lưu Gia Hòa", True),
        ("LƯU GIA HÒA", "Lưu Gia Hòa", True),
        ("Luu Gia Hoa", "Lưu Gia Hòa", True),
        ("Lưu Gia An", "Lưu Gia Ân", False),
        ("Lưu Gia Hoa", "Lưu Gia Hòa", False),
    ],
)
def test_names_that_fold_alike(one, other, same):
    assert rules.same_name(one, other) is same


def test_a_guardian_counts_only_without_parents():
    grandmother = CarerRecord(CarerRole.GUARDIAN, "Thị Phol")
    assert key(carers=(FATHER, MOTHER, grandmother)) == key()
    assert key(carers=(grandmother,)) != key(carers=())


def test_home_is_the_present_residence_then_the_temporary_then_the_permanent():
    permanent = ResidenceRecord(ResidenceKind.PERMANENT, 1, "Ấp 1")
    temporary = ResidenceRecord(ResidenceKind.TEMPORARY, 2, "Ấp 2")
    outside = ResidenceRecord(ResidenceKind.CURRENT, None)
    assert rules.home([permanent, temporary]) == (2, "Ấp 2")
    assert rules.home([permanent, outside]) == (1, "Ấp 1")
    with pytest.raises(rules.NoHome, match="Chưa biết trẻ ở xã, phường nào"):
        rules.home([outside])


def test_search_words_keep_people_apart():
    assert rules.search_words("Lưu Gia Hân", [FATHER]) == ["luu", "gia", "han", "f:luu", "f:van", "f:tai"]


@pytest.mark.parametrize(
    ("old", "new", "better"),
    [
        ("Nguyen Van An", "Nguyễn Văn An", True),
        ("Nguyễn Văn An", "Nguyen Van An", False),
        ("Nguyễn Văn An", "NGUYỄN VĂN AN", False),
        ("lê văn an", "Lê Văn An", True),
        ("Trần Thị Hoà", "Trần Thị Hòa", True),
    ],
)
def test_when_a_newly_written_name_is_better(old, new, better):
    assert rules.better_name(old, new) is better


def test_a_vaguer_birth_date_never_replaces_a_known_one():
    known, vague = Birth(date(2022, 6, 5)), Birth(date(2022, 1, 1), Precision.YEAR)
    assert rules.better_birth(vague, known)
    assert not rules.better_birth(known, vague)
    assert not rules.better_birth(known, known)


def test_a_fact_holds_until_the_day_after_its_last_and_the_year_9999_is_no_end():
    assert rules.ends_before(date(2026, 12, 31)) == date(2027, 1, 1)
    assert (rules.ends_before(date(9999, 12, 31)), rules.ends_before(None)) == (None, None)
