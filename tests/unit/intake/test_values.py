"""Values of the lists beside the child list: schools, vaccines, cards, money, standings, weights, causes, personal numbers."""

from datetime import date

import pytest

from mangnon.intake.rules import births, cards, deaths, money, reading, school, standings, vaccines, words
from mangnon.register.records import Birth, CarerRecord, ChildRecord
from mangnon.register.rules import last_day_of, still_withheld, value_state
from mangnon.register.vocabulary.people import CarerRole, DeathCause, Precision, SchoolingState, SchoolLevel, Sex, Standing, ValueState


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("092 322 007731", "092322007731"),
        ("092.322.007.731", "092322007731"),
        ("'092322007731", "092322007731"),
        ("92322007731.0", "92322007731"),  # a number cell: the zero of the fraction is no figure
        ("chưa có", ""),
        ("không cung cấp", ""),
        ("gia đình không cung cấp", ""),
        ("đang chờ cấp", ""),
        ("#N/A", ""),
        ("０９２３２２００７７３１", "092322007731"),
        ("9.2E+10", "92E+10"),  # lost figures stay unreadable
    ],
)
def test_personal_numbers(text, number):
    assert reading.personal_number(text) == number


@pytest.mark.parametrize("text", ["Khu vực 5", "ấp 3, tổ 2", "Ấp 3 - Tổ 2", "KV 5"])
def test_a_hamlet_alone(text):
    assert reading.is_hamlet(text)


@pytest.mark.parametrize("text", ["Ấp 3, xã Mỹ Khánh, huyện Phong Điền", "Ấp 3, Mỹ Khánh", "Khu vực 5 phường Bình Thủy", "Phường Cái Khế"])
def test_a_hamlet_of_another_commune_is_a_place_to_be_found(text):
    assert not reading.is_hamlet(text)


@pytest.mark.parametrize(
    ("row", "child"),
    [
        (["", "Lê Thị Thủy", "", "Trần Văn Hùng"], True),  # names of signers are told by the line above them: rules.signatures
        (["", "(Ký, ghi rõ họ tên)", "", "CHỦ TỊCH"], False),
        (["4", "Lê Thị Thủy", "", "Trần Thị Hồng"], True),
        (["", "Lê Thị Thủy", "2019", ""], True),
        (["", "Tống Thị Lan", "05/06/2018", ""], True),
        (["", "TRƯƠNG TRÂM ANH", "05/06/2018", ""], True),
        (["", "An Đình Khôi", "05/06/2018", ""], True),
        (["", "Tổng Văn Ý", "05/06/2018", ""], True),
        (["", "Tong Thi Lan", "05/06/2018", ""], True),
        (["Tổng cộng", "", "", "12"], False),
        (["", "Tổng số trẻ", "2", "12"], False),
        (["", "Trưởng trạm y tế", "", "Trưởng ấp"], False),
        (["", "TRUONG AP", "", "Nguyen Van Ba"], False),
        (["", "Người nhận: Võ Thị Sen", "15/11/2026", "Lê Thị Lụa"], False),
    ],
)
def test_who_signed_is_no_child_of_the_list(row, child):
    cells = dict(zip(("number", "full_name", "birth_date", "mother_name"), row, strict=True))
    assert reading.is_child_row(cells, row) is child


def test_a_list_that_numbers_nobody_keeps_its_rows_of_names():
    assert reading.is_child_row({"full_name": "Lê Thị Thủy", "mother_name": "Trần Thị Hồng"}, ["Lê Thị Thủy", "Trần Thị Hồng"])


def test_a_name_in_other_letters_is_somebody():
    assert [words.is_nothing(text) for text in ("李小龍", "Na", "-", "…", "#REF!", "n/a")] == [False, False, True, True, True, True]


def test_marks_in_a_column():
    assert [words.is_mark(text) for text in ("х", "ü", "+", "•", "-", "Hoa")] == [True, True, True, True, False, None]


def test_school_years():
    assert [school.read_year(text) for text in ("2026-2027", "2026 - 27", "Năm học 2026/2027", "2026", "2026-2029", "1")] == [
        "2026-2027", "2026-2027", "2026-2027", "2026-2027", None, None,
    ]  # fmt: skip
    assert (school.year_of(date(2026, 7, 31)), school.year_of(date(2026, 8, 1))) == ("2025-2026", "2026-2027")
    assert school.first_day("2026-2027") == date(2026, 9, 5)


@pytest.mark.parametrize(
    ("class_name", "name", "level"),
    [
        ("9A1", "", SchoolLevel.LOWER_SECONDARY),
        ("Lớp 1/2", "", SchoolLevel.PRIMARY),
        ("12C", "", SchoolLevel.UPPER_SECONDARY),
        ("Chồi 2", "Trường Mầm non Hướng Dương", SchoolLevel.KINDERGARTEN),
        ("", "THCS Đoàn Thị Điểm", SchoolLevel.LOWER_SECONDARY),
        ("", "Trung tâm", None),
    ],
)
def test_levels_of_classes(class_name, name, level):
    assert school.level_of(class_name, name) is level


def test_states_of_pupils():
    assert school.read_state("Bỏ học") is SchoolingState.LEFT
    assert school.read_state("chuyển đi") is SchoolingState.TRANSFERRED
    assert school.read_state("đã tốt nghiệp rồi") is None


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("BCG", ("bcg", None)),
        ("5in1 mũi 2", ("dtp-hib-hepb", 2)),
        ("ComBE Five 3", ("dtp-hib-hepb", 3)),
        ("OPV1", ("opv", 1)),
        ("Sởi", ("measles", None)),
        ("sởi - rubella", ("mr", None)),
        ("thuốc ho", None),
    ],
)
def test_vaccines(text, dose):
    assert vaccines.read_vaccine(text) == dose


def test_numbers_of_doses():
    assert [vaccines.read_number(text) for text in ("1", "mũi 2", "lần thứ 3", "nhắc lại", "")] == [1, 2, 3, None, None]


def test_cards():
    assert cards.read_card("te 1 92 9212345678") == "TE1929212345678"
    assert cards.read_card("0123456789") == "0123456789"
    assert [cards.read_card(text) for text in ("123456789", "TE19292123", "chưa có")] == [None, None, None]
    assert cards.read_span("từ 01/01/2026 đến 31/12/2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert cards.read_span("01/01/2026 - 31/12/2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert cards.read_span("01/01/2026") == (date(2026, 1, 1), None)
    assert cards.read_span("hết hạn") is None


def test_money():
    typed = ("540.000", "540000", "540,000 đ", "750.000 đồng/tháng", "1,5 triệu", "540 nghìn", "750k", "không")
    assert [money.read_amount(text) for text in typed] == [540_000, 540_000, 540_000, 750_000, 1_500_000, 540_000, 750_000, None]


def test_standings():
    assert standings.read_standing("HCN") is Standing.NEAR_POOR
    assert standings.read_standing("hộ nghèo") is Standing.POOR
    assert standings.read_standing("Thoát nghèo") == "none"
    assert standings.read_standing("giàu") is None
    assert [standings.read_mark(text) for text in ("x", "X", "✓", "1", "có", "0", "không", "abc")] == [
        True, True, True, True, True, False, False, None,
    ]  # fmt: skip


def test_weights():
    assert [births.read_weight(text) for text in ("3200", "3.200", "3,2", "3,2 kg", "3200g", "2.900 g", "nặng")] == [
        3200, 3200, 3200, 3200, 3200, 2900, None,
    ]  # fmt: skip


def test_causes():
    assert deaths.read_cause("té sông, đuối nước") is DeathCause.DROWNING
    assert deaths.read_cause("TNGT") is DeathCause.TRAFFIC
    assert deaths.read_cause("bỏng nước sôi") is DeathCause.INJURY
    assert deaths.read_cause("viêm phổi") is DeathCause.ILLNESS
    assert deaths.read_cause("chưa rõ") is DeathCause.OTHER


def test_four_states_of_a_value():
    assert value_state("kinh", name="ethnicity") is ValueState.PRESENT
    assert value_state("", name="ethnicity") is ValueState.UNKNOWN
    assert value_state("", name="ethnicity", withheld=["ethnicity"]) is ValueState.WITHHELD
    assert value_state("kinh", name="ethnicity", withheld=["ethnicity"]) is ValueState.PRESENT
    assert value_state(date(2022, 1, 1), name="birth", precision=Precision.YEAR) is ValueState.PARTIAL


def test_what_is_given_later_is_withheld_no_more():
    carers = (CarerRecord(CarerRole.MOTHER, "Trần Thị Ngân"),)
    said = ChildRecord("Lưu Gia Hân", Birth(date(2022, 6, 5)), Sex.FEMALE, (), carers, "kinh", withheld=("personal_number",))
    assert still_withheld(["ethnicity", "carers"], said) == ["personal_number"]


def test_the_last_day_of_a_date_known_in_part():
    assert last_day_of(Birth(date(2026, 2, 1), Precision.MONTH)) == date(2026, 2, 28)
    assert last_day_of(Birth(date(2026, 1, 1), Precision.YEAR)) == date(2026, 12, 31)
    assert last_day_of(Birth(date(2026, 2, 3))) == date(2026, 2, 3)
