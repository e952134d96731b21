"""Values of the lists beside the child list: schools, vaccines, cards, money, standings, weights, causes, personal numbers."""

from datetime import date

import pytest

from mangnon.intake.formats import health_insurance, immunisation, social_assistance
from mangnon.intake.rules import births, cards, columns, deaths, money, reading, school, standings, vaccines, words
from mangnon.intake.rules.titles import titles_of
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
        ("đang cập nhật", ""),
        ("ko có", ""),
        ("không xác định", ""),
        ("#N/A", ""),
        ("０９２３２２００７７３１", "092322007731"),
        ("9.2E+10", "92E+10"),  # lost figures stay unreadable
        ("CCCD: 092322007731", "092322007731"),
        ("ĐD 092.322.007.731", "092322007731"),
        ('="092322007731"', "092322007731"),
        ("x", ""),
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


def test_nobody_has_no_name_but_somebody_may_sound_so():
    assert [words.is_nothing(text) for text in ("Vô danh", "VÔ DANH", "Võ Danh", "Vo Danh")] == [True, True, False, False]


def test_a_cross_is_nothing_only_where_figures_are_due():
    assert [words.is_crossed_out(text) for text in ("x", "X", "xx", "Xa", "")] == [True, True, True, False, False]
    assert (words.is_nothing("x"), words.is_mark("x")) == (False, True)
    assert words.is_mark("FALSE") is False


def test_what_is_not_known_yet_is_no_answer_to_a_mark():
    assert [words.is_mark(text) for text in ("đang cập nhật", "bảo mật", "ko có")] == [None, None, False]
    assert [words.is_withheld(text) for text in ("bảo mật", "đang cập nhật")] == [True, False]


def test_marks_in_a_column():
    assert [words.is_mark(text) for text in ("х", "ü", "+", "•", "-", "Hoa")] == [True, True, True, True, False, None]


def test_figures_of_no_century_of_ours_are_no_school_year():
    assert [school.read_year(text) for text in ("9999", "0001-0002", "9998-9999", "1899-1900")] == [None] * 4


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
        ("5 tuổi A", "", SchoolLevel.KINDERGARTEN),
        ("Lớp 3 tuổi", "", SchoolLevel.KINDERGARTEN),
        ("Lớp 4-5 tuổi", "", SchoolLevel.KINDERGARTEN),
        ("Mẫu giáo 5 tuổi", "", SchoolLevel.KINDERGARTEN),
        ("MG 5 tuổi", "", SchoolLevel.KINDERGARTEN),
        ("Nhóm 2 tuổi", "", SchoolLevel.NURSERY),
        ("6-12 tháng", "Trường Mầm non Hoa Mai", SchoolLevel.NURSERY),
        ("Nhóm 24-36 tháng", "", SchoolLevel.NURSERY),
        ("36-48 tháng", "", SchoolLevel.KINDERGARTEN),
        ("10 tuổi", "", None),
        ("1/2", "Trường Mầm non Hoa Mai", SchoolLevel.KINDERGARTEN),
        ("Lớp 5", "Trường Mẫu giáo Hoa Mai", SchoolLevel.KINDERGARTEN),
        ("2", "Nhà trẻ Hoa Mai", SchoolLevel.NURSERY),
        ("3A", "Trường Tiểu học và Mầm non Hoa Mai", SchoolLevel.PRIMARY),
        ("3A", "TH Cái Khế 1", SchoolLevel.PRIMARY),
    ],
)
def test_levels_of_classes(class_name, name, level):
    assert school.level_of(class_name, name) is level


def test_states_of_pupils():
    assert school.read_state("Bỏ học") is SchoolingState.LEFT
    assert school.read_state("chuyển đi") is SchoolingState.TRANSFERRED
    assert school.read_state("đã tốt nghiệp rồi") is None
    assert school.read_state("1 - Đang học") is SchoolingState.ATTENDING
    assert school.read_state("2. Chuyển trường") is SchoolingState.TRANSFERRED
    assert school.read_state("1") is None


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
        ("ComBE Five (5in1) ", ("dtp-hib-hepb", None)),
        ("BCG (5in1)", None),
    ],
)
def test_vaccines(text, dose):
    assert vaccines.read_vaccine(text) == dose


def test_numbers_of_doses():
    assert [vaccines.read_number(text) for text in ("1", "mũi 2", "lần thứ 3", "M1", "nhắc lại", "")] == [1, 2, 3, 1, None, None]


def test_cards():
    assert cards.read_card("te 1 92 9212345678") == "TE1929212345678"
    assert cards.read_card("0123456789") == "0123456789"
    assert [cards.read_card(text) for text in ("123456789", "TE19292123", "chưa có")] == [None, None, None]
    assert cards.read_span("từ 01/01/2026 đến 31/12/2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert cards.read_span("01/01/2026 - 31/12/2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert [cards.read_span(text) for text in ("01/01/2026", "2026", "02/2026")] == [None, None, None]  # the first day, or the last
    assert cards.read_span("từ 01/01/2026") == (date(2026, 1, 1), None)
    assert cards.read_span("01/01/2026 đến nay") == (date(2026, 1, 1), None)
    assert cards.read_span("đến 30/9/2028") == (None, date(2028, 9, 30))
    assert cards.read_span("01/2026-12/2026") == (date(2026, 1, 1), date(2026, 12, 31))
    assert cards.read_span("2026 - 2027") == (date(2026, 1, 1), date(2027, 12, 31))
    assert cards.read_span("hết hạn") is None
    assert cards.read_span("01/2026 - 02/2026 - 03/2026") is None


def test_the_end_of_a_card_and_of_help_is_the_last_day_of_a_month():
    card = {column.field: column.reads for column in health_insurance.COLUMNS}
    helped = {column.field: column.reads for column in social_assistance.COLUMNS}
    assert (card["card_since"]("06/2026"), card["card_until"]("06/2026")) == (date(2026, 6, 1), date(2026, 6, 30))
    assert (helped["help_since"]("2026"), helped["help_until"]("2026")) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("540.000", 540_000),
        ("540000", 540_000),
        ("540,000 đ", 540_000),
        ("540.000,00 đ", 540_000),
        ("1 080 000", 1_080_000),
        ("750.000 đồng/tháng", 750_000),
        ("750.000đ/1 tháng", 750_000),
        ("540 nghìn", 540_000),
        ("750k/tháng", 750_000),
        ("1,5 triệu", 1_500_000),
        ("1,05 triệu", 1_050_000),
        ("1,5tr", 1_500_000),
        ("2 triệu đồng mỗi tháng", 2_000_000),
        ("1,5 triệu/trẻ/tháng", 1_500_000),
        ("1 triệu một tháng", 1_000_000),
        ("1 triệu 5", 1_500_000),
        ("1 tr5", 1_500_000),
        ("1tr5", 1_500_000),
        ("1tr500", 1_500_000),
        ("1tr080/tháng", 1_080_000),
        ("1 triệu rưỡi", 1_500_000),
        ("1 triệu 80 ngàn", 1_080_000),
        ("１ triệu 80k", 1_080_000),
    ],
)
def test_money(text, amount):
    assert money.read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "không", "1 triệu đến 2 triệu", "1 - 2 triệu", "2 triệu/quý", "2 triệu/năm", "540.000/quý", "5 trăm", "1 triệu 50", "1,5 triệu 5",
        "1 triệu 2 tháng", "1 triệu (2 trẻ)", "750.000 x 2", "1 triệu rưỡi 5", "5 trẻ",
    ],
)  # fmt: skip
def test_sums_a_person_must_look_at(text):
    assert money.read_amount(text) is None


def test_standings():
    assert standings.read_standing("HCN") is Standing.NEAR_POOR
    assert standings.read_standing("hộ nghèo") is Standing.POOR
    assert standings.read_standing("Thoát nghèo") == "none"
    assert standings.read_standing("giàu") is None
    assert standings.read_standing("Hộ nghèo (N1)") is standings.read_standing("H.nghèo") is Standing.POOR
    assert standings.read_standing("Hộ CN") is Standing.NEAR_POOR
    assert standings.read_standing("Hộ nghèo (thoát)") is None
    assert [standings.read_mark(text) for text in ("x", "X", "✓", "1", "có", "0", "không", "abc")] == [
        True, True, True, True, True, False, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("grams", "texts"),
    [
        (3200, ("3200", "3.200", "3,2", "3,2 kg", "3200g", "3kg2", "3 ký 2", "3kg 200g", "3 200", "CN: 3200 gram")),
        (3200, ("3200/50cm", "3,2kg (50 cm)", "3200g, dài 50cm", "3200/50")),
        (3250, ("3kg250", "3kg25", "3,25 kg")),
        (3050, ("3kg 50g", "3kg05", "3.050 g")),
        (2900, ("2.900 g", "2 900")),
        (None, ("nặng", "NĂNG 3kg", "3kg2g", "3-4kg", "khoảng 3200", "3200?", "3200 3100", "9" * 400)),
    ],
)
def test_weights(grams, texts):
    assert {text: births.read_weight(text) for text in texts} == dict.fromkeys(texts, grams)


def test_what_is_not_there_yet():
    assert all(map(births.not_weighed, ("không cân", "Chưa cân được", "chưa có", "-")))
    assert not any(map(births.not_weighed, ("3200", "nhẹ cân", "không nặng")))
    assert all(map(births.not_registered, ("chưa", "chưa ĐK", "Chưa đăng ký khai sinh", "chưa làm GKS", "đang chờ cấp", "chưa có")))
    assert not any(map(births.not_registered, ("hẹn 20/11", "không đăng ký", "chưa ký", "20/11/2026")))
    assert [births.certificate(text) for text in ("215/2026", "TLKT-215/2026", "chưa", "chưa ĐK", "")] == [
        "215/2026",
        "TLKT-215/2026",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("cause", "texts"),
    [
        (
            DeathCause.DROWNING,
            ("té sông, đuối nước", "ngạt nước", "Ngạt nước", "bị nước cuốn", "rớt ao", "té ao", "té xuống kênh", "Tai nạn đuối nước",
             "chết đuối", "chìm ghe", "lũ cuốn", "Đuối nước", "rơi xuống hồ bơi", "trượt chân té mương"),
        ),
        (DeathCause.TRAFFIC, ("TNGT", "xe tông", "tai nạn giao thông", "té xe", "Tai nạn giao thông")),
        (
            DeathCause.INJURY,
            ("bỏng nước sôi", "té lầu", "tự tử", "bị rắn cắn", "Sặc sữa", "điện giật", "ngộ độc", "tai nạn", "té xuống hố",
             "Tai nạn thương tích khác"),
        ),
        (
            DeathCause.ILLNESS,
            ("viêm phổi", "SXH", "sốt xuất huyết", "bệnh tim bẩm sinh", "ung thư máu", "ngạt sau sinh", "Bệnh", "suy hô hấp",
             "Không đuối nước, bệnh", "không phải đuối nước mà do bệnh tim"),
        ),
        (DeathCause.OTHER, ("Nguyên nhân khác",)),
        (
            None,
            ("ngạt", "đột tử", "già yếu", "chưa rõ", "mất tại nhà", "mất tại bệnh viện", "không đuối nước", "Đuối cạn, ngạt khói",
             "không rõ"),
        ),
    ],
)  # fmt: skip
def test_causes(cause, texts):
    assert {text: deaths.read_cause(text) for text in texts} == dict.fromkeys(texts, cause)


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


@pytest.mark.parametrize("text", ["9" * 30_000, "0 " * 15_000, "0912345678 " * 2_500, "(" * 30_000, "a/" * 15_000, "cha: " * 6_000])
def test_endless_cells_say_nothing_and_stop_nobody(text):
    cells = {"full_name": "Lê Thị Thủy", "birth_date": text, "parents": text, "phone": text, "ethnicity_2008": text, "since": text}
    row = reading.read(1, cells)
    assert row.birth is None
    assert columns.meaning_of_code(text) == ()
    assert money.read_amount(text) is None
    assert max((len(carer.phone) for carer in row.carers), default=0) <= 20


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("OPV0", "dose_opv_0"), ("OPV L2", "dose_opv_2"), ("DPT1", "dose_dpt_1"), ("Hib1", "dose_hib_1"), ("Sởi 9th", "dose_measles_1"),
        ("MR 18 tháng", "dose_mr_1"), ("Sởi mũi 2", "dose_measles_2"), ("6 trong 1 mũi 1", "dose_six_1"), ("VGB <24h", "dose_hepb_1"),
        ("Phế cầu 1", "dose_pcv_1"), ("Cúm", "dose_flu"), ("HPV", "dose_hpv"), ("Ho gà, bạch hầu, uốn ván", "dose_dpt"),
        ("5 trong 1", "dose_dtp-hib-hepb"), ("Não mô cầu BC 1", "dose_mening-bc_1"), ("VGB1", ""), ("UV2 (mẹ)", ""), ("18 tháng", ""),
    ],
)  # fmt: skip
def test_titles_of_doses(title, field):
    assert titles_of(immunisation.COLUMNS).field(title) == field


def test_a_sum_of_one_month_is_the_sum_where_no_other_is():
    assert columns.composed({"full_name": "Lưu Gia Hân", "amount_a_month": "750.000"})["amount"] == "750.000"
    assert columns.composed({"full_name": "Lưu Gia Hân", "amount_a_month": "750.000", "amount": "1.000.000"})["amount"] == "1.000.000"
