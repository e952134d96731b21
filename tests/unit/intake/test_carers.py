"""The cell of a father, a mother or another carer: the name of one person, or words that name nobody."""

import pytest

from mangnon.intake.rules import reading
from mangnon.intake.rules.carers import Says, taken_apart
from mangnon.register.vocabulary.people import CarerRole


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Lan", "NGUYỄN THỊ LAN", "nguyễn thị lan", "Nguyễn thị Lan", "Thạch Sa Rây", "Kim Sô Phi Rum", "H'Hen Niê", "H’Hen Niê",
        "Mỹ-Linh", "Danh", "Y Blô", "Quách Mỹ Dung", "Nguyễn V. An", "Ng.T. Lan", "Smith John Jr.", "李小龙", "Ông Thị Lành", "Ông Văn Năm",
        "Má A Páo", "Lý Thị Ba", "Từ Thị Hy", "Mật", "Võ Danh", "Vo Danh", "Ly Hon", "Anh Thư", "Ngô Sinh", "Trần Thị Mất", "Lan",
    ],
)  # fmt: skip
def test_a_name_stays_letter_for_letter(name):
    assert taken_apart(name) == (name, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Lan - 1990 - 0909123456", "Nguyễn Thị Lan (1990)", "Nguyễn Thị Lan, SN 1990", "Nguyễn Thị Lan 0909123456",
        "Nguyễn Thị Lan 1990 ĐT 0909.123.456", "Nguyễn Thị Lan/ CCCD 092190001234", "Nguyễn Thị Lan. SĐT: 0909123456",
        "Nguyễn Thị Lan, 1990, làm công nhân", "Nguyễn Thị Lan-1990", "Nguyễn Thị Lan sinh năm 1990", "Nguyễn Thị Lan năm sinh: 1990",
        "Nguyễn Thị Lan SN: 1990", "Nguyễn Thị Lan [1990]", "Nguyễn Thị Lan.", "bà Nguyễn Thị Lan", "Bà Nguyễn Thị Lan", "+ Nguyễn Thị Lan",
        "1. Nguyễn Thị Lan", "chị Nguyễn Thị Lan", "Nguyễn Thị Lan;", "Nguyễn Thị Lan sinh ngày 01/02/1990",
        "Nguyễn Thị Lan, số CCCD 092190001234",
        "Nguyễn Thị Lan số CCCD: 092190001234", "Nguyễn Thị Lan.SĐT 0909123456", "Nguyễn Thị Lan số điện thoại: 0909123456",
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(text):
    assert taken_apart(text) == ("Nguyễn Thị Lan", None, None)


def test_a_given_name_before_figures_is_kept():
    assert [taken_apart(text).name for text in ("Lý Thị Năm 1990", "LÝ THỊ NĂM 1990", "Lê Thị Sinh 1988", "lý thị năm 1988")] == [
        "Lý Thị Năm", "LÝ THỊ NĂM", "Lê Thị Sinh", "lý thị năm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mẹ: Nguyễn Thị Lan", "Nguyễn Thị Lan", CarerRole.MOTHER),
        ("MẸ : NGUYỄN THỊ LAN", "NGUYỄN THỊ LAN", CarerRole.MOTHER),
        ("Họ tên mẹ: Lê Thị Hoa", "Lê Thị Hoa", CarerRole.MOTHER),
        ("M: Lý Bốn", "Lý Bốn", CarerRole.MOTHER),
        ("(Mẹ) Lan", "Lan", CarerRole.MOTHER),
        ("Lan (mẹ đơn thân)", "Lan", CarerRole.MOTHER),
        ("má Lê Thị Ba", "Lê Thị Ba", CarerRole.MOTHER),
        ("C: Ngô Văn Tâm", "Ngô Văn Tâm", CarerRole.FATHER),
        ("Cha Ngô Văn Tâm (1980)", "Ngô Văn Tâm", CarerRole.FATHER),
        ("Bà ngoại: Võ Thị Tám", "Võ Thị Tám", CarerRole.GUARDIAN),
        ("Lê Thị Mận (bà nội)", "Lê Thị Mận", CarerRole.GUARDIAN),
        ("Chủ hộ: Nguyễn Văn A", "Nguyễn Văn A", CarerRole.GUARDIAN),
        ("ông Trần Văn Cam", "Trần Văn Cam", None),
        ("cô Lê Thị Lan", "Lê Thị Lan", None),
        ("chị Hương", "Hương", None),
        ("c Ngọc", "Ngọc", None),
        ("a. Tuấn", "Tuấn", None),
        ("Ô. Trần Văn Cam", "Trần Văn Cam", None),
        ("B: Lê Thị Mận", "Lê Thị Mận", None),
        ("dì Sáu", "Sáu", CarerRole.GUARDIAN),
        ("Nguyễn Văn Hai (cha dượng)", "Nguyễn Văn Hai", CarerRole.GUARDIAN),
        ("Nguyễn Văn Hai (cha nuôi)", "Nguyễn Văn Hai", CarerRole.GUARDIAN),
        ("mẹ kế Phan Thị Ba", "Phan Thị Ba", CarerRole.GUARDIAN),
        ("Lê Thị Ba (mẹ ruột)", "Lê Thị Ba", CarerRole.MOTHER),
    ],
)
def test_a_label_is_taken_off_and_says_the_role(text, name, role):
    assert taken_apart(text) == (name, role, None)


@pytest.mark.parametrize(
    ("says", "texts"),
    [
        (Says.GONE, ["mất", "Mất", "đã mất", "chết", "đã chết 2020", "MẤT SỚM", "bỏ đi", "mồ côi", "Mồ côi mẹ", "mẹ mất", "Mẹ: mất"]),
        (Says.GONE, ["da mat", "chet", "mo coi", "Cha mẹ đã mất", "Mất (2020)", "bo di"]),
        (Says.AWAY, ["ly hôn", "Ly dị", "đi làm xa", "mẹ đi làm xa", "XKLĐ Đài Loan", "xuất khẩu lao động", "ở tù", "đi tù"]),
        (Says.DITTO, ["nt", "-nt-", "N/T", "như trên", "Như trên", "″", "〃", "''", '"', "//"]),
        (Says.ODD, ["người Đài Loan", "người ta", "x", "X", "1990", "0909123456", "SĐT 0909123456", "Mẹ", "không biết mẹ ở đâu"]),
        (Says.ODD, ["bà nội 0912345678", "0912345678 (cô Tư)", "ba: 0912345678", "Bà ngoại", "ông nội (0912345678)"]),
        (None, ["", "-", "/", "...", "không có mẹ", "không có cha", "không xác định"]),
        (None, ["không", "không rõ", "ko có", "vô danh", "Không cung cấp"]),
    ],
)
def test_words_that_name_nobody(says, texts):
    assert [(text, *taken_apart(text)[::2]) for text in texts] == [(text, "", says) for text in texts]


@pytest.mark.parametrize(
    "text",
    ["TRẦN TH| LAN", "PHAN THI 0ANH", "LÊ THỊ |UYẾN", "LÊ TH1 LAN", "Lục Thị 1", "Lê Thị", "LÊ THỊ", "CHEN, A-MING", "Trần V\u0430n Hùng"],
)
def test_a_name_with_a_sign_where_a_letter_was_or_without_its_end_is_never_cut(text):
    assert taken_apart(text) == (text, None, Says.UNSURE)


@pytest.mark.parametrize("text", ["Trung tâm BTXH", "TRUNG TÂM BẢO TRỢ XÃ HỘI", "Chùa Phước Long", "Mái ấm Thiên Thần", "nhà chùa"])
def test_a_place_is_no_person(text):
    assert taken_apart(text) == (text, None, Says.INSTITUTION)


@pytest.mark.parametrize("name", ["Trung Văn Tâm", "Hội Thị An", "Viên Thị Mỹ", "Hai Thị Lan", "Mai Văn Cơ", "Trương Thị Lan", "Cơ Văn Sở"])
def test_names_that_sound_like_places(name):
    assert taken_apart(name) == (name, None, None)


def test_a_couple_and_a_second_person_further_on():
    assert taken_apart("vợ chồng anh Bảy") == ("vợ chồng anh Bảy", None, Says.OTHER_PERSON)
    assert taken_apart("Phan Thị Đẻ (mẹ đẻ) / Phan Thị Nuôi (mẹ nuôi)").says is Says.OTHER_PERSON
    assert taken_apart("Nguyễn Thị Lan - 1990, Trần Thị Cúc").says is Says.OTHER_PERSON
    assert taken_apart("Nguyễn Thị Lan - 1990 - Tân Lộc").says is None


@pytest.mark.parametrize("text", ["Lê Văn Tượng †2020", "Lê Văn Tượng (†)", "Lê Văn Tượng (1990-2025)", "Lê Văn Tượng (mất tích)"])
def test_signs_of_a_death(text):
    assert taken_apart(text) == ("Lê Văn Tượng", None, Says.GONE)


def test_somebody_in_prison_or_abroad_is_away():
    assert [taken_apart(f"Lê Văn Hương ({why})")[::2] for why in ("ở tù", "đang chấp hành án", "XKLĐ", "1990")] == [
        ("Lê Văn Hương", Says.AWAY), ("Lê Văn Hương", Says.AWAY), ("Lê Văn Hương", Says.AWAY), ("Lê Văn Hương", None),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Nguyễn Thị Lan (chết)", "Nguyễn Thị Lan đã mất", "NGUYỄN THỊ LAN ĐÃ MẤT", "Nguyễn Thị Lan chết 2020"])
def test_somebody_named_may_be_gone(text):
    assert (taken_apart(text).name.title(), taken_apart(text).says) == ("Nguyễn Thị Lan", Says.GONE)


def test_two_names_and_one_longer_than_any():
    assert taken_apart("Nguyễn Thị Lan - Trần Thị Cúc") == ("Nguyễn Thị Lan", None, Says.OTHER_PERSON)
    assert taken_apart("Phan Văn Hai Lý Thị Ba").says is Says.OTHER_PERSON
    assert taken_apart("Phan Văn Lý Thị Ba")[::2] == ("Phan Văn", Says.OTHER_PERSON)
    assert taken_apart("Phan Đức Khôi Châu Như Ba").says is Says.OTHER_PERSON
    assert taken_apart("Nguyễn Đặng Thị Lan").says is None
    assert taken_apart("Nguyễn Thị Lan - Tí").says is None
    assert taken_apart("An " * 9).says is Says.ODD


def test_a_row_names_who_is_meant_and_its_key_agrees():
    child = {"full_name": "LƯU GIA HÂN", "birth_date": "05/06/2022"}
    tidy = reading.read(1, child | {"mother_name": "Lê Thị Mận"})
    messy = reading.read(2, child | {"father_name": "đã chết 2020", "mother_name": "Mẹ: LÊ THỊ MẬN - 1990", "phone": "0939123456"})
    assert [(carer.role, carer.full_name, carer.phone) for carer in messy.carers] == [(CarerRole.MOTHER, "Lê Thị Mận", "0939123456")]
    assert messy.register_key == tidy.register_key != ""


def test_a_cell_of_labels_without_end_is_read_no_further_than_a_name_is_long():
    assert taken_apart("Mẹ: " * 9_000).name == ""
    assert taken_apart("Lan, " * 9_000).name == "Lan"
