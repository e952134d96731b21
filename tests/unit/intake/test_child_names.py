"""The cell of a child's name: bullets and labels, children without a name, what may be no legal name."""

import pytest

from mangnon.intake.formats import child_list
from mangnon.intake.rules import child_names, columns, reading


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("- Bùi Thanh Phong", "Bùi Thanh Phong"), ("+ Đoàn Lê Minh Khuê", "Đoàn Lê Minh Khuê"), ("4) Đoàn Lê Khôi", "Đoàn Lê Khôi"),
        ("12. Lê An", "Lê An"), ("3/ Lê An", "Lê An"), ("*Phan Văn Sống", "Phan Văn Sống"), ("• Lê An", "Lê An"),
        ("Cháu: Phan Hùng", "Phan Hùng"), ("Họ tên: Lê An", "Lê An"), ("bé gái: Lê An", "Lê An"), ("- Cháu: Lê An", "Lê An"),
        ("Lê Văn Tám.", "Lê Văn Tám"), ("Lê Văn Tám,", "Lê Văn Tám"),
        ("H'Lan Niê", "H'Lan Niê"), ("Trần Văn ...", "Trần Văn ..."), ("2 cháu Kim", "2 cháu Kim"), ("Bé Na", "Bé Na"), ("-", "-"),
        ("", ""),
    ],
)  # fmt: skip
def test_bullets_and_labels_are_no_part_of_a_name(typed, name):
    assert child_names.bare(typed) == name


def test_a_row_has_the_bare_name_and_its_key_agrees_also_where_facts_are_spread():
    told = [reading.read(1, {"full_name": name, "birth_date": "05/06/2022"}) for name in ("- Lê An", "Lê An")]
    assert {row.text("full_name") for row in told} == {"Lê An"}
    assert told[0].register_key == told[1].register_key
    assert columns.composed({"full_name": "1. Lê An", "male_mark": "x"})["full_name"] == "Lê An"


@pytest.mark.parametrize("text", ['="0912345678"', """'="0912345678\""""])
def test_a_formula_that_only_keeps_the_zero_of_a_number_is_the_number(text):
    assert reading.cells_of([text], {"phone": 0}) == {"phone": "0912345678"}


@pytest.mark.parametrize("text", ["NULL", "null", "(null)", "None", "undefined", "NaN"])
def test_what_a_program_writes_for_an_empty_cell_is_one(text):
    assert reading.cells_of([text, "Lê Null Hai"], {"full_name": 0, "mother_name": 1}) == {"full_name": "", "mother_name": "Lê Null Hai"}


@pytest.mark.parametrize(
    "text",
    [
        "Chưa đặt tên", "Bé gái con chị Thắm", "CON BÀ LÊ THỊ HỒNG", "(chưa làm giấy khai sinh)", "Chưa khai sinh", "chờ khai sinh",
        "đang làm khai sinh", "không có tên", "đặt sau", "Trần Văn ...", "Trần Thị …", "Lê ___", "Bé", "bé 1", "Em bé", "cháu", "Baby",
        "Con so", "Con thứ 2", "Con Lê Thị I", "Bé của Hoa", "CB Lan", "C/b Lan", "Sơ sinh", "Lê Thị (chưa đặt)", "Thị (chưa có tên)",
        "Cháu gái", "Con", "Be 2", "CĐT", "cđt", "CDT", "C.Đ.T", "C. Đ. T.", "Cđt 2", "(CĐT)", "CĐT con chị Lan", "C.Đ.T - con chị Lan",
        "Bé CĐT", "Lê Thị (CĐT)", "Nguyễn CĐT", "CCT", "CKS", "CĐKS", "C/Đ tên", "c tên", "chưa ĐT", "c có tên", "K có tên", "K tên",
        "kg đặt tên", "Chưa ghi tên",
    ],
)  # fmt: skip
def test_a_child_without_a_name(text):
    assert child_names.is_nameless(text)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Bé", "Thị Bé Năm", "Bế Thị Suối", "Chau Bé", "Chau Sóc Kha", "Đặng Lâm Anh", "Khổng Minh", "Lê Văn Em", "Công Tằng An",
        "Lê An", "Lê Văn Tám.", "Lê An (sinh đôi)", "Bé Phan Thị Ngoan", "Sơn Minh", "Đạt", "Chưởng Văn A",
        "Cát", "Kết", "Lê Thị Các", "Cát Đại Tâm", "Khổng Có", "Kg Dul",
    ],
)  # fmt: skip
def test_a_name_that_sounds_so(name):
    assert not child_names.is_nameless(name)


@pytest.mark.parametrize(
    "name",
    [
        "Kim Sô Phia", "Thạch Sa Rây", "Quách Mỹ Dung", "Thị Sà Rươl", "Danh Ô Rây", "Nguyễn Văn A", "Lý Ỷ", "H'Lan Niê", "HʼHen Niê",
        "Trần-Lê Hân", "H' Lan Niê", "DANH THỊ MỸ LINH", "nguyễn thị hồng NHUNG", "O'Connor Trần Mai", "Bế Thị Suối", "Be Thi Suoi",
        "Cù Văn An", "Cu Van An", "Châu Em", "Hà Mất", "McDonald Lê An", "NguyỄn Văn An", "Công Tằng Tôn Nữ Ngọc Lan", "Nguyễn Bé",
        "Y Thái Êban", "Maria Nguyễn", "Lê Văn Thị",
    ],
)  # fmt: skip
def test_nothing_is_doubted_of_a_name(name):
    assert child_names.doubt(name) is None


@pytest.mark.parametrize(
    ("name", "why", "better"),
    [
        ("LÊ TH1 H0A", "có chữ số", ""), ("Lê Văn Tám2", "có chữ số", ""), ("Phan Thị Mai chết 5/2026", "có chữ số", ""),
        ("Nguyễn ? Anh", "có dấu hỏi", ""), ("Lê An?", "có dấu hỏi", ""),
        ("Phan Thị Tuyết Nhi (Bé Heo)", "có phần ghi thêm “(Bé Heo)”", "Phan Thị Tuyết Nhi"),
        ("Phan Văn Đời – mồ côi", "có phần ghi thêm “– mồ côi”", "Phan Văn Đời"),
        ("Phan Thị Dư [đã chuyển đi]", "có phần ghi thêm “[đã chuyển đi]”", ""),  # not cut away with one click
        ("Phan Thị Hiền/ Hiếu", "có phần ghi thêm “/ Hiếu”", ""),
        ("Lê Minh Anh, Lê Minh Em", "có phần ghi thêm “, Lê Minh Em”", ""),  # another child is not cut away
        ("Phan Thị Nhi (Lê An)", "có phần ghi thêm “(Lê An)”", ""),
        ("CHEN WEI LIN (Trần Vĩ Lâm)", "có phần ghi thêm “(Trần Vĩ Lâm)”", ""),
        ("Kem (Nguyễn Hoàng Khánh An)", "có phần ghi thêm “(Nguyễn Hoàng Khánh An)”", "Nguyễn Hoàng Khánh An"),
        ("Bon - Trần Gia Khiêm", "có phần ghi thêm “- Trần Gia Khiêm”", "Trần Gia Khiêm"),
        ("Ng. Văn Chín", "có chữ viết tắt “Ng.”", ""), ("Lê V. Mười", "có chữ viết tắt “V.”", ""),
        ("lê.văn.tám", "các chữ cách nhau bằng dấu chấm", "Lê Văn Tám"),
        ("Cu Tí", "chữ “Cu” có thể không thuộc tên khai sinh", ""),
        ("Bé Phan Thị Ngoan", "chữ “Bé” có thể không thuộc tên khai sinh", "Phan Thị Ngoan"),
        ("Cháu Lê Văn An", "chữ “Cháu” có thể không thuộc tên khai sinh", "Lê Văn An"),
        ("Lê Văn An mồ côi", "“mồ côi” có thể không thuộc tên", "Lê Văn An"),
        ("Phan Thị Mai chết", "“chết” có thể không thuộc tên", ""),
        ("Lê Một và Lê Hai", "“và Lê Hai” có thể không thuộc tên", ""),
        ("Bùi ThanhPhong", "có thể hai chữ dính nhau ở “ThanhPhong”", "Bùi Thanh Phong"),
        ("Lê Thị", "sau chữ “Thị” chưa có tên", ""), ("LÊ THỊ", "sau chữ “Thị” chưa có tên", ""),
        ("Lê An 😀", "có ký hiệu “😀”", ""), ("NVT", "có thể là chữ viết tắt", ""), ("Ng", "có thể là chữ viết tắt", ""),
        ("Lê Аn", "có chữ không phải chữ La-tinh: “А”", ""),  # Cyrillic
    ],
)  # fmt: skip
def test_what_may_be_no_legal_name(name, why, better):
    assert child_names.doubt(name) == (why, better, False)


@pytest.mark.parametrize(
    ("name", "why"),
    [("Hân", "chỉ có một chữ"), ("李小龍", "có chữ không phải chữ La-tinh: “李小龍”"), ("An " * 9, "dài khác thường")],
)
def test_what_is_only_unusual(name, why):
    assert child_names.doubt(name.strip()) == (why, "", True)


def test_the_example_of_the_template_is_a_name():
    column = next(column for column in child_list.COLUMNS if column.field == "full_name")
    assert child_names.doubt(column.example) is None
