"""Signatures under a list are no children, and children above, between and below them stay."""

from mangnon.intake.rules import signatures
from mangnon.lib.tables import Row

CHILD = ["1", "Lưu Gia Hân", "05/06/2022"]


def kept(*rows):
    return [row.cells for row in signatures.without(Row(number, list(cells)) for number, cells in enumerate(rows, 1))]


def test_officers_under_a_list_are_no_children():
    assert kept(CHILD, ["NGƯỜI LẬP BIỂU", "", "CHỦ TỊCH"], ["Lê Văn Sáu", "", "Trần Văn Bảy"]) == [CHILD]


def test_children_after_signatures_are_children():
    signed = ["Người lập biểu", "Chủ tịch"]
    title = ["DANH SÁCH TRẺ EM ẤP HAI", "ẤP HAI"]
    assert kept(CHILD, signed, title, ["Võ Đạt Thành", "chưa rõ"], CHILD) == [CHILD, title, ["Võ Đạt Thành", "chưa rõ"], CHILD]


def test_a_child_whose_note_names_an_office_stays():
    child = ["Lưu Gia Hân", "chưa rõ", "Cán bộ xã nuôi"]
    assert kept(child) == [child]


def test_a_child_whose_surname_looks_like_an_office_stays():
    children = [["TÔ TRƯỜNG AN", "", "LÊ THỊ MẬN", "ẤP NAM"], ["LÊ VĂN TÁM", "", "TRẦN THỊ BA", "ẤP NAM"]]
    assert kept(*children) == children


def test_telephones_under_officers_do_not_end_the_signatures():
    signed = ["", "Cộng tác viên", "", "Trưởng khu vực", "Duyệt của UBND"]
    names = ["", "Nguyễn Thị Tuyết Mai", "", "Lê Hoàng Dũng", "Phạm Quốc Việt"]
    assert kept(CHILD, signed, names, ["", "ĐT: 0907 111 222", "", "ĐT: 0918 333 444"], names) == [CHILD]


def test_one_name_alone_under_its_office_is_an_officers():
    assert kept(CHILD, ["NGƯỜI LẬP BIỂU"], ["Lê Văn Sáu"], CHILD) == [CHILD, ["NGƯỜI LẬP BIỂU"], CHILD]
