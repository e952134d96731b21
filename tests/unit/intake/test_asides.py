"""What a row says outside the columns that are read."""

from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import asides
from mangnon.lib.tables import Row

TITLES = ("Họ và tên", "Ngày sinh", "Biến động", "Tình trạng của mẹ", "Nơi sinh")
PLACES = {"full_name": 0, "birth_date": 1}
CHILD = ["Trần Văn Ngọt", "05/06/2018"]


def beside(*, titles=TITLES, struck=False, width=5, alone=True):
    return asides.beside(Heading(0, 1, PLACES, titles), struck=struck, width=width, alone=alone)


def told(*rows, encodings=None, alone=True, **more):
    heading = beside(alone=alone, **more)
    block = Block("A", 1, heading.places, heading.titles, encodings=encodings or {})
    return [row.cells for row in asides.told(rows, block, alone=alone)]


def test_a_column_of_its_own_stands_behind_those_of_the_file():
    assert beside().places == {**PLACES, asides.FIELD: 5}
    assert beside(width=7).titles == (*TITLES, "", "", "")
    assert asides.FIELD not in beside(titles=TITLES[:2], width=2).places  # every column is read
    assert asides.FIELD in beside(titles=TITLES[:2], width=2, struck=True).places
    assert asides.FIELD not in beside(titles=TITLES[:2], width=6, alone=False).places  # columns of the table beside it


def test_words_of_the_child_are_told_with_their_column():
    assert told(Row(2, [*CHILD, "đã mất", "đã mất", "ở tỉnh khác"]))[0][5] == "C: đã mất"
    assert told(Row(2, [*CHILD, "bình thường"]), Row(3, CHILD)) == [[*CHILD, "bình thường"], CHILD]
    assert told(Row(2, [*CHILD, "", "", "", "", "chuyển đi"]), width=7)[0][7] == "G: chuyển đi"


def test_a_struck_name_is_told_and_no_other_cell():
    assert told(Row(2, CHILD, struck=(0,)), struck=True)[0][5] == "~~"
    assert told(Row(2, CHILD, struck=(1,)), struck=True) == [CHILD]


def test_old_letters_are_understood_and_kept():
    assert told(Row(2, [*CHILD, "®· mÊt"]), encodings={"*": "tcvn3"})[0][5] == "C: ®· mÊt"


def test_a_row_wider_than_those_seen_first_loses_nothing():
    assert told(Row(2, [*CHILD, "đã mất", "", "", "x", "y"]))[0][5:] == ["C: đã mất | F: x", "y"]


def test_a_row_wider_than_its_text_file_is_told_with_what_is_too_many():
    heading = beside(struck=True, width=6)
    block = Block("A", 1, heading.places, heading.titles)
    rows = [Row(2, [*CHILD, "", "", "Cần Thơ", "Ấp 1"]), Row(3, [*CHILD, "", "", "Cần Thơ"])]
    wide, usual = [row.cells for row in asides.told(rows, block, alone=True, wider_than=5)]
    assert asides.beyond(wide[6]) == "Ấp 1"
    assert usual == rows[1].cells
