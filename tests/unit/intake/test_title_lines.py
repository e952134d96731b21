import pytest

from mangnon.intake.rules import title_lines


@pytest.mark.parametrize(
    ("typed", "encoding", "meant"),
    [
        ("DANH S¸CH TRÎ EM KHU VùC 7", "tcvn3", "DANH SÁCH TRẺ EM KHU VỰC 7"),
        ("DANH S¸CH TRÎ EM ÊP T¢N B×NH", "tcvn3", "DANH SÁCH TRẺ EM ẤP TÂN BÌNH"),
        ("Danh s¸ch trÎ em Êp T©n Phó", "tcvn3", "Danh sách trẻ em ấp Tân Phú"),
        ("DANH SAÙCH TREÛ EM KHU VÖÏC 7", "vni", "DANH SÁCH TRẺ EM KHU VỰC 7"),
        ("DANH SÁCH TRẺ EM KHU VỰC 7", "tcvn3", "DANH SÁCH TRẺ EM KHU VỰC 7"),  # a new title over an old list
        ("DANH SÁCH TRẺ EM KHU VỰC 7", "vni", "DANH SÁCH TRẺ EM KHU VỰC 7"),
        ("DANH SAÙCH TREÛ EM KHU VÖÏC 7", "", "DANH SÁCH TRẺ EM KHU VỰC 7"),  # an old title over a new list
        ("Danh sách trẻ em khóm Hoàng Hoa", "", "Danh sách trẻ em khóm Hoàng Hoa"),
        ("KV 7", "vni", "KV 7"),
    ],
)
def test_a_line_is_read_as_it_was_typed(typed, encoding, meant):
    assert title_lines.read([[typed, ""]], encoding) == [[meant, ""]]


def test_a_line_between_children_is_read_so_too():
    assert [title_lines.reader("tcvn3")(text) for text in ("Hé nghÌo", "Hộ nghèo", "CHUYÓN §I")] == ["Hộ nghèo", "Hộ nghèo", "CHUYỂN ĐI"]
    assert title_lines.reader("")("Hộ nghèo") == "Hộ nghèo"
