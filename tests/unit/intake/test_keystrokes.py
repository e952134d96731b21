"""Names typed while no keyboard program was on."""

import pytest

from mangnon.intake.rules import child_names, keystrokes


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Nguyeenx Vawn An", "Nguyễn Văn An"), ("Traanf Thij Hoaf", "Trần Thị Hòa"), ("nguyeexn vawn tuaans", "Nguyễn Văn Tuấn"),
        ("NGUYEENX THIJ MYX LAN", "Nguyễn Thị Mỹ Lan"), ("Truwowng Ddinhf Chis", "Trương Đình Chí"), ("Ddoox Dduwcs Anh", "Đỗ Đức Anh"),
        ("Truowng Quys", "Trương Quý"), ("Huyfnh Thij Quys", "Huỳnh Thị Quý"), ("Nguyeenx An", "Nguyễn An"),
        ("Phamj Thij Huyeenf", "Phạm Thị Huyền"), ("Phamj Thij Hieeus", "Phạm Thị Hiếu"),
        ("Le6 Thi5 Hoa2", "Lê Thị Hòa"), ("Nguye64n Va8n D9u71c", "Nguyễn Văn Đức"), ("Tru7o7ng Thi5 Hoa", "Trương Thị Hoa"),
        ("Truong7 Thi5 Hoa", "Trương Thị Hoa"),
    ],
)  # fmt: skip
def test_what_the_keys_were_meant_for(typed, name):
    assert keystrokes.meant(typed) == name
    assert child_names.doubt(typed) == ("có vẻ gõ khi chưa bật bộ gõ tiếng Việt", name, False)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn An", "Nguyen Van An", "Tran Thi Xuan", "Kim Soo Jin", "Lee Hans", "Hana Lee", "Max Nguyen", "Le Max", "Vo Alex",
        "Danh Sos Dar", "Chau Soc Kha", "Thach Sa Ray", "Aaron Tran", "Nguyen Van Tam2", "Le Thi Hoa 2", "Sara Jeff", "H'Lan Nie", "Lee",
    ],
)  # fmt: skip
def test_what_may_be_a_name_is_left(name):
    assert keystrokes.meant(name) == ""
