"""Names of agencies as papers list them."""

import pytest

from mangnon.plans.rules import agencies
from mangnon.plans.vocabulary import Group


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Sở Lao động - Thương binh và Xã hội tham mưu", ("Sở Lao động - Thương binh và Xã hội",), "tham mưu"),
        ("Sở Y tế, Sở Văn hóa, Thể thao và Du lịch và Công an thành phố rà soát",
         ("Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Công an thành phố"), "rà soát"),
        ("các đơn vị có liên quan thực hiện", ("các đơn vị có liên quan",), "thực hiện"),
        ("Ban Tuyên giáo Thành ủy tiến hành", ("Ban Tuyên giáo Thành ủy",), "tiến hành"),
        ("các sở, ban ngành, đoàn thể; Ủy ban nhân dân quận, huyện bám sát",
         ("các sở, ban ngành, đoàn thể", "Ủy ban nhân dân quận, huyện"), "bám sát"),
        ("UBND các xã, phường tổ chức", ("UBND các xã, phường",), "tổ chức"),
        ("Hội Liên hiệp Phụ nữ thành phố và Thành đoàn vận động", ("Hội Liên hiệp Phụ nữ thành phố", "Thành đoàn"), "vận động"),
        ("rà soát, trình cấp có thẩm quyền", (), "rà soát, trình cấp có thẩm quyền"),
        ("tổ chức thực hiện thiết thực", (), "tổ chức thực hiện thiết thực"),
        ("phòng, chống xâm hại trẻ em", (), "phòng, chống xâm hại trẻ em"),
    ],
)  # fmt: skip
def test_agencies_listed_from_the_start_of_a_text(text, names, rest):
    assert agencies.listed(text) == (names, rest)


@pytest.mark.parametrize(
    "text",
    ["Sở Nội vụ", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam", "Phòng Văn hóa - Xã hội", "Trung tâm Kiểm soát bệnh tật:", "Các Sở Y tế"],
)
def test_headings_that_are_agencies(text):
    assert agencies.is_heading(text)


@pytest.mark.parametrize(
    "text",
    ["Mục đích", "Tăng cường lãnh đạo", "Phòng ngừa xâm hại", "Trường học an toàn", "Hội nghị triển khai", "Ban Chỉ đạo họp, đánh giá"],
)
def test_headings_that_are_not(text):
    assert not agencies.is_heading(text)


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("các sở, ban ngành, đoàn thể; Ủy ban nhân dân quận, huyện", (Group.DEPARTMENTS, Group.ORGANISATIONS, Group.LOCALITIES)),
        ("Các sở, ban ngành và địa phương", (Group.DEPARTMENTS, Group.LOCALITIES)),
        ("Ủy ban nhân dân các xã, phường", (Group.LOCALITIES,)),
        ("Sở Y tế", ()),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam", ()),
        ("Công an thành phố", ()),
    ],
)
def test_groups_of_agencies_and_single_ones(words, groups):
    assert agencies.groups(words) == groups
