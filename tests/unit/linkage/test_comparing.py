"""The pair page: what differs is marked, how far a field agrees is said in words."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mangnon.linkage.records import Birth
from mangnon.linkage.rules import Facts, compare
from mangnon.linkage.vocabulary import Degree


def facts(**differs: object) -> Facts:
    base: dict[str, object] = {
        "full_name": "Lưu Gia Bảo", "birth": Birth(date(2022, 6, 5)), "sex": "Nam", "father_name": "Lưu Văn Tài",
        "mother_name": "Hồ Thị Kim Thoa", "number": "092222007720", "place": "Phường Cái Khế", "hamlet": "Khu vực 5",
    }  # fmt: skip
    return Facts(**{**base, **differs})  # type: ignore[arg-type]


def field(label: str, left: Facts, right: Facts):
    return next(one for one in compare(left, right) if one.label == label)


def marked(stretches) -> str:
    return "".join(f"[{one.text}]" if one.differs else one.text for one in stretches)


def test_equal_sides_agree_everywhere():
    assert {one.degree for one in compare(facts(), facts())} == {Degree.SAME}


def test_swapped_day_and_month_are_marked_figure_by_figure():
    birth = field("Ngày sinh", facts(), facts(birth=Birth(date(2022, 5, 6))))
    assert (marked(birth.left), marked(birth.right)) == ("0[5]/0[6]/2022", "0[6]/0[5]/2022")
    assert birth.degree is Degree.ALIKE
    assert "đổi chỗ" in birth.words


def test_capitals_and_accents_alone_are_no_difference_of_person():
    assert field("Họ và tên", facts(), facts(full_name="LƯU GIA BẢO")).degree is Degree.SAME
    plain = field("Họ và tên", facts(), facts(full_name="Lưu Gia Bao"))
    assert (plain.degree, marked(plain.left)) == (Degree.ALIKE, "Lưu Gia B[ả]o")


def test_kinds_of_different_names_are_told_apart():
    words = {
        name: field("Cha", facts(), facts(father_name=name)).words
        for name in ("Lưu Vĩnh Tài", "Tài Lưu Văn", "Lưu Văn Tuấn", "L. Văn Tài", "")
    }
    assert words == {
        "Lưu Vĩnh Tài": "Khác tên đệm", "Tài Lưu Văn": "Cùng các tiếng, khác thứ tự", "Lưu Văn Tuấn": "Khác tên gọi",
        "L. Văn Tài": "Một bên viết tắt", "": "Dữ liệu dân cư không ghi",
    }  # fmt: skip


def test_one_wrong_figure_of_a_number_is_marked():
    number = field("Số định danh", facts(), facts(number="092222007730"))
    assert marked(number.right) == "092 2 22 0077[3]0"
    assert number.words == "Khác 1 chữ số"


def test_an_old_name_of_the_commune_says_what_it_is_now():
    place = field("Nơi ở", facts(), facts(written_place="Phường An Hòa"))
    assert place.words == "Phường An Hòa nay là Phường Cái Khế"
    assert place.degree is Degree.ALIKE


def test_siblings_of_both_sides_are_compared_by_name():
    ours = facts(siblings=("Lưu Gia Hân (cùng ngày sinh)",))
    assert field("Anh, chị, em", ours, facts(siblings=("LƯU GIA HÂN (cùng ngày sinh)",))).degree is Degree.SAME
    assert field("Anh, chị, em", ours, facts()).degree is Degree.UNKNOWN


@given(st.text(max_size=25), st.text(max_size=25))
def test_marking_never_loses_a_letter(left, right):
    name = field("Họ và tên", facts(full_name=left), facts(full_name=right))
    assert "".join(one.text for one in name.left) == left
    assert "".join(one.text for one in name.right) == right
