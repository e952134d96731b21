"""In what letters the columns of a list were typed."""

from mangnon.intake.formats import child_list
from mangnon.intake.rules import asking, reading

MOTHERS = ["NguyÔn ThÞ Hång", "TrÇn ThÞ LÖ", "§Æng B¹ch TuyÕt", "Lª ThÞ Hång"]


def test_the_letters_of_names_in_parts_are_told_as_those_of_whole_names_are():
    rows = [["NguyÔn V¨n", "Hïng"], ["TrÇn ThÞ", "LÖ"], ["§Æng Quèc", "ViÖt"], ["Lª Hång", "§øc"]]
    assert asking.typed(rows, {"family_name": 0, "given_name": 1}, child_list.COLUMNS).encodings == {"*": "tcvn3"}


def test_names_that_only_a_font_of_capitals_shows_right():
    places = {"full_name": 0, "mother_name": 1, "hamlet": 2}
    children = ["nguyÔn v¨n hïng", "trÇn thÞ lÖ", "®Æng quèc viÖt", "lª hång ®øc"]
    rows = [[child, mother, "khu vùc 5"] for child, mother in zip(children, MOTHERS, strict=True)]
    typed = asking.typed(rows, places, child_list.COLUMNS)
    assert typed.encodings == {"*": "tcvn3", "full_name": "tcvn3-capitals"}
    assert list(reading.cells_of(rows[0], places, None, typed.encodings).values()) == ["NGUYỄN VĂN HÙNG", "Nguyễn Thị Hồng", "khu vực 5"]


def test_other_letters_have_no_font_of_capitals():
    rows = [[child, mother] for child, mother in zip(["nguyễn văn hùng", "trần thị lệ"], ["Lê Thị Ánh", "Võ Thị Tuyết"], strict=True)]
    assert asking.typed(rows, {"full_name": 0, "mother_name": 1}, child_list.COLUMNS).encodings == {}
