"""What a row says outside the columns that are read."""

from mangnon.intake.records import Block, Heading
from mangnon.intake.rules import asides
from mangnon.lib.tables import Beside, Row

TITLES = ("Họ và tên", "Ngày sinh", "Biến động", "Tình trạng của mẹ", "Nơi sinh")
PLACES = {"full_name": 0, "birth_date": 1}
CHILD = ["Trần Văn Ngọt", "05/06/2018"]


def beside(*, titles=TITLES, struck=False, width=5, alone=True):
    return asides.beside(Heading(0, 1, PLACES, titles), said=struck, width=width, alone=alone)


def told(*rows, encodings=None, alone=True, samples=(), **more):
    heading = beside(alone=alone, **more)
    block = Block("A", 1, heading.places, heading.titles, encodings=encodings or {})
    return [row.cells for row in asides.told(rows, block, alone=alone, samples=samples)]


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


def test_what_is_struck_is_told_the_name_for_the_whole_row():
    assert told(Row(2, CHILD, struck=(0, 1)), struck=True)[0][5] == "~~"
    assert told(Row(2, CHILD, struck=(1,)), struck=True)[0][5] == "~~birth_date"
    assert told(Row(2, [*CHILD, "gì đó"], struck=(2,)), struck=True) == [[*CHILD, "gì đó"]]  # nobody reads it
    assert told(Row(2, ["Tổng cộng"], struck=(1,)), struck=True) == [["Tổng cộng"]]


def test_letters_struck_out_and_comments_are_told():
    beside = (Beside(1, "05/06/\n2017", struck=True), Beside(3, "sai"), Beside(2, "x", struck=True))
    (cells,) = told(Row(2, CHILD, beside=beside), struck=True)
    assert cells[5] == "~~birth_date: 05/06/; 2017 | @D: sai"
    assert list(asides.struck(cells[5])) == [("birth_date", "05/06/; 2017")]
    assert list(asides.words(cells[5])) == [("D", "sai", True)]
    assert not asides.is_struck(cells[5])
    assert told(Row(2, CHILD, beside=(Beside(0, "a | B: b"),)), struck=True)[0][5] == "@A: a / B: b"


def test_words_in_the_margin_are_told_and_a_column_that_lacks_only_its_title_is_not():
    noted = Row(2, [*CHILD, "", "", "", "bà Ba nộp bổ sung"])
    assert told(noted, width=7)[0][7] == "F: bà Ba nộp bổ sung"
    for text in ("x", "12", "có", "-"):
        assert told(Row(2, [*CHILD, "", "", "", text]), width=7) == [[*CHILD, "", "", "", text]]
    assert told(noted, width=7, samples=[noted.cells, noted.cells, CHILD]) == [noted.cells]
    assert told(Row(2, ["ẤP 5", "", "", "", "", "", "ghi thêm"]), width=7) == [["ẤP 5", "", "", "", "", "", "ghi thêm"]]


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
