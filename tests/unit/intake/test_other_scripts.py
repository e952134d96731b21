"""A name that stands in the cell once more, in another script."""

import pytest

from mangnon.intake.rules import columns, other_scripts


@pytest.mark.parametrize(
    ("text", "ours", "other"),
    [
        ("Quách Tú Linh (郭秀玲)", "Quách Tú Linh", "郭秀玲"), ("Quách Tú Linh 郭秀玲", "Quách Tú Linh", "郭秀玲"),
        ("郭 秀玲 - Quách Tú Linh", "Quách Tú Linh", "郭 秀玲"), ("郭秀玲 (Quách Tú Linh)", "Quách Tú Linh", "郭秀玲"),
        ("LEE JI-HOON（이지훈）", "LEE JI-HOON", "이지훈"), ("Thạch Sa Rây / ថាច់ សារ៉ាយ", "Thạch Sa Rây", "ថាច់ សារ៉ាយ"),
    ],
)  # fmt: skip
def test_the_name_is_the_one_in_our_letters(text, ours, other):
    assert other_scripts.apart(text) == (ours, other)


@pytest.mark.parametrize(
    "text",
    [
        "Quách Tú Linh",
        "郭秀玲",
        "Linh (郭秀玲)",
        "Quách Tú Linh (Mỹ) (郭秀玲)",
        "Lê Аn Аn",
        "Lê An 1 (郭)",
        "Lê An 郭 玲 A 秀",
        "",
        "(Lê An)",
    ],
)
def test_what_is_not_just_two_names_stays(text):
    assert other_scripts.apart(text) == (text, "")


@pytest.mark.parametrize("more", [{}, {"male_mark": "x"}])
def test_the_other_name_is_kept_in_the_note(more):
    row = columns.composed({"full_name": "1. Quách Tú Linh (郭秀玲)", "note": "con thứ hai", **more})
    assert (row["full_name"], row["note"]) == ("Quách Tú Linh", "con thứ hai; tên viết thêm: 郭秀玲")
    assert columns.composed({"full_name": "Quách Tú Linh 郭秀玲", **more})["note"] == "Tên viết thêm: 郭秀玲"
    assert "note" not in columns.composed({"full_name": "Quách Tú Linh", **more})
