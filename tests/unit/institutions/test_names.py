"""How places are written: keys, type words, addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.institutions.rules.names import bare_name, match_key, read_place, readings, spelling
from tests.factories.institutions import built_in

NAMES = [row["name"] for file in ("units_old.csv", "units_new.csv") for row in built_in(file)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bình Thuỷ", "Bình Thủy"), ("Phường III", "Phường III"), ("III", "3"), ("03", "3"), ("Mĩ Tú", "Mỹ Tú"), ("Hoà Tú II", "Hòa Tú 2"),
     ("Đăk R'Lấp", "Đăk RLấp"), ("HƯNG PHÚ", "hưng phú"), ("Thạnh  Quới", "Thạnh Quới"), ("Thạnh Qưới", "Thạnh Quới")],
)  # fmt: skip
def test_spellings_of_one_name_meet(one, other):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(("one", "other"), [("Vị Thanh", "Vị Thủy"), ("1", "11"), ("Tân Vi", "Tân 6"), ("Long Phú", "Long Phú 1")])
def test_different_names_stay_apart(one, other):
    assert match_key(one) != match_key(other)


def test_spelling_keeps_marks_but_not_their_place():
    assert spelling("Thuỷ") == spelling("Thủy")
    assert spelling("Thanh An") != spelling("Thạnh An")
    assert match_key("Thanh An") == match_key("Thạnh An")


@pytest.mark.parametrize(
    ("text", "type_label", "key"),
    [
        ("phường Tân An", "Phường", "tan an"), ("P. Tân An", "Phường", "tan an"), ("P.Tân An", "Phường", "tan an"),
        ("P Tân An", "Phường", "tan an"),
        ("P1", "Phường", "1"), ("p.3", "Phường", "3"), ("X. Long Phú", "Xã", "long phu"), ("TT Châu Thành", "Thị trấn", "chau thanh"),
        ("ST", "Tỉnh", "soc trang"),
        ("TT. Châu Thành", "Thị trấn", "chau thanh"), ("TX Ngã Năm", "Thị xã", "nga nam"), ("TX. Ngã Năm", "Thị xã", "nga nam"),
        ("H. Kế Sách", "Huyện", "ke sach"), ("Q. Ninh Kiều", "Quận", "ninh kieu"), ("Q.Ninh Kiều", "Quận", "ninh kieu"),
        ("TP Sóc Trăng", "Thành phố", "soc trang"), ("TP.Cần Thơ", "Thành phố", "can tho"), ("TPCT", "Thành phố", "can tho"),
        ("T. Hậu Giang", "Tỉnh", "hau giang"), ("thi tran cai duc", "Thị trấn", "cai duc"), ("Đặc khu Côn Đảo", "Đặc khu", "con dao"),
    ],
)  # fmt: skip
def test_type_words_and_their_short_forms(text, type_label, key):
    first = readings(text)[0]
    assert (first.type_label, first.key) == (type_label, key)


@pytest.mark.parametrize(
    "text", ["Quan Sơn", "Tân Phú", "Thới An Hội", "Xuân Khánh", "Phú Lợi", "Trường Long", "Thạnh Phú", "Huỳnh Hữu Nghĩa"]
)
def test_names_that_only_look_like_type_words(text):
    assert readings(text)[0].type_label == ""


def test_an_address_is_taken_apart():
    place = read_place("12 Trần Phú, khu vực 3, phường Tân An, quận Ninh Kiều, TP Cần Thơ, Việt Nam")
    assert place.unit[0].key == "tan an"
    assert [group[0].key for group in place.within] == ["ninh kieu", "can tho"]


@pytest.mark.parametrize("name", NAMES)
def test_every_known_name_is_read_as_itself(name):
    reading = read_place(name).unit[0]
    assert reading.type_label
    assert name.startswith(reading.type_label)
    assert reading.key == match_key(bare_name(name, reading.type_label))
    assert reading.spells(bare_name(name, reading.type_label))


@given(st.sampled_from(NAMES), st.sampled_from([str.upper, str.lower, str.title]))
def test_capitals_do_not_matter(name, change):
    assert read_place(change(name)).unit[0].key == read_place(name).unit[0].key


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_text_breaks_the_reading(text, within):
    place = read_place(text, within=within)
    assert place.code or place.unit or not place.text.strip(" .,;:/()|-–—\n") or place.text
