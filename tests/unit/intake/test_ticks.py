"""A tick says what the title of its column says, where the list has a column for it; what is not certain is asked about."""

import pytest

from mangnon.intake import formats
from mangnon.intake.records import Block, parts_of
from mangnon.intake.rules import marking, reading
from mangnon.intake.rules.heading import find_heading

COLUMNS = formats.named("child-list").columns
HAN = ["Lưu Gia Hân", "05/06/2018"]


def places(groups, titles, *rows, code="child-list"):
    """The columns beside name and birth, under groups and titles, by the rows below."""
    cells = [["Họ và tên", "Ngày sinh", *groups], ["", "", *titles], *[[*HAN, *row] for row in rows]]
    found = find_heading(cells if titles else [cells[0], *cells[2:]], formats.named(code).columns)
    return {field: place - 2 for field, place in found.places.items() if place > 1}


def read(**cells):
    return reading.read(1, {name.replace("__", "="): text for name, text in cells.items()})


def test_causes_of_death_and_ways_of_moving_are_ticked():
    causes = ["Đuối nước", "Tai nạn giao thông", "Bệnh", "Khác"]
    day, row = ["Ngày mất", "12/03/2026"], ["x", "", "", ""]
    for group in ("Nguyên nhân tử vong", "Chia theo nguyên nhân"):
        found = places([day[0], group, "", "", ""], ["", *causes], [day[1], *row], code="deaths")
        assert found == {"died_on": 0} | {f"cause={cause}": place for place, cause in enumerate(causes, 1)}
    flat = places([day[0], "Nguyên nhân: bệnh", "Nguyên nhân: đuối nước"], [], [day[1], "", "x"], code="deaths")
    assert flat == {"died_on": 0, "cause=bệnh": 1, "cause=đuối nước": 2}
    ways = places(["Ngày chuyển", "Biến động", ""], ["", "Đến", "Đi"], ["03/11/2026", "x", ""], code="moves")
    assert ways == {"moved_on": 0, "direction=Đến": 1, "direction=Đi": 2}
    named = places(["Ngày chuyển", "Biến động", ""], ["", "Đến", "Đi"], ["03/11/2026", "Tân An", ""], code="moves")
    assert "to_place" in named


def test_words_under_other_causes_are_the_cause():
    assert read(cause__Khác="Bỏng").text("cause") == "Bỏng"
    assert read(cause__Khác="x").text("cause") == "Khác"


@pytest.mark.parametrize(
    ("groups", "titles", "row", "found"),
    [
        (["Hoàn cảnh", ""], ["Mồ côi", "Khuyết tật"], ["x", ""], {"circumstances=Mồ côi": 0, "circumstances=Khuyết tật": 1}),
        (["Hoàn cảnh", ""], ["Mồ côi mẹ", "Khác"], ["x", "x"], {"risks=Mồ côi mẹ": 0, "circumstances=Khác": 1}),
        (["Hoàn cảnh đặc biệt", ""], ["Loại", "Chi tiết"], ["Khuyết tật", "nặng"], {"circumstances": 0}),
        (["Đối tượng", ""], ["Bị bỏ rơi", "Con thương binh"], ["x", "x"], {"circumstances=Bị bỏ rơi": 0}),
        (["Dân tộc", "", ""], ["Kinh", "Khmer", "Khác"], ["x", "", ""],
         {"ethnicity=Kinh": 0, "ethnicity=Khmer": 1, "ethnicity=Khác": 2}),
        (["Tình trạng học", ""], ["Đang học", "Bỏ học"], ["x", ""], {"school_state=Đang học": 0, "school_state=Bỏ học": 1}),
        (["Khuyết tật"], [], ["x"], {"circumstances=Khuyết tật": 0}),
        (["Mồ côi"], [], ["x"], {"circumstances=Mồ côi": 0}),
        (["Mồ côi"], [], ["mẹ"], {"circumstances=Mồ côi": 0}),
        (["Mồ côi"], [], ["2019"], {}),
        (["Hoa", "Kinh"], [], ["x", ""], {"ethnicity=Hoa": 0}),
        (["Hoa"], [], ["hồng"], {}),
        (["Khác"], [], ["x"], {}),
    ],
)  # fmt: skip
def test_titles_that_are_ticked(groups, titles, row, found):
    assert places(groups, titles, row) == found


def test_a_list_takes_only_ticks_for_its_own_columns():
    found = places(["Trường", "Khuyết tật", "Dân tộc", ""], ["", "", "Kinh", "Hoa"], ["Cái Khế 1", "x", "", "x"], code="school-roll")
    assert found == {"school": 0, "ethnicity=Kinh": 2, "ethnicity=Hoa": 3}


def test_the_first_child_is_no_row_of_titles():
    rows = [["Họ và tên", "Ngày sinh", "Dân tộc", ""], ["Lưu Gia Hân", "", "Kinh", "Hoa"], ["Lưu Gia Bảo", "05/06/2018", "Kinh", ""]]
    assert find_heading(rows, COLUMNS).depth == 1


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"circumstances__Khuyết tật": "x", "circumstances__Bị bỏ rơi": ""}, "Khuyết tật"),
        ({"circumstances__Khuyết tật": "x", "circumstances__Bị bỏ rơi": "1"}, "Khuyết tật; Bị bỏ rơi"),
        ({"circumstances__Khuyết tật": "0", "circumstances__Bị bỏ rơi": "không"}, ""),
        ({"circumstances__Khuyết tật": "nhẹ"}, "Khuyết tật nhẹ"),
        ({"circumstances__Khuyết tật": "Khuyết tật nhẹ"}, "Khuyết tật nhẹ"),
        ({"circumstances__Khuyết tật": "x", "circumstances": "Bị bỏ rơi"}, "Bị bỏ rơi; Khuyết tật"),
    ],
)
def test_what_ticks_say(cells, text):
    row = read(**cells)
    assert row.text("circumstances") == text
    assert not row.unknown_circumstances


def test_an_orphan_of_whom_is_asked_or_said():
    assert read(**{"circumstances__Mồ côi": "x"}).unknown_circumstances == ("Mồ côi",)
    assert read(**{"circumstances__Mồ côi": "cha"}).risks == read(risks="mồ côi cha").risks != ()


def test_what_is_not_certain_is_asked():
    assert read(circumstances__Khác="x").unknown_circumstances == ("Khác",)
    assert read(**{"circumstances__Khuyết tật": "nghe nói"}).unknown_circumstances == ("Khuyết tật: nghe nói",)
    both = read(**{"risks__Mồ côi cha": "x", "risks__Mồ côi mẹ": "x"})  # an orphan of both is another clause
    assert (both.risks, both.unknown_risks) == ((), ("Mồ côi cha và Mồ côi mẹ",))
    assert read(ethnicity__Kinh="x", ethnicity__Hoa="x").ethnicity is None
    assert read(ethnicity__Kinh="Hoa").ethnicity is None
    assert read(ethnicity__Kinh="", ethnicity__Khác="Chăm").ethnicity == "cham"
    assert read(ethnicity__Kinh="", ethnicity__Hoa="").ethnicity == ""


def test_a_correction_stands_instead_of_the_ticks():
    places = {"full_name": 0, "circumstances=Mồ côi": 1, "risks=Mồ côi cha": 2}
    cells = reading.cells_of(["Lưu Gia Hân", "x", "x"], places, {"circumstances": "Mồ côi cả cha và mẹ"})
    row = reading.read(1, cells)
    assert (row.text("circumstances"), row.text("risks")) == ("Mồ côi cả cha và mẹ", "Mồ côi cha")
    assert reading.read(1, reading.cells_of(["Lưu Gia Hân", "x", ""], places, {"circumstances": ""})).text("circumstances") == ""


def test_a_mark_stands_in_every_column_that_may_say_it():
    places = {"full_name": 0, "circumstances=Mồ côi": 1, "circumstances=Khuyết tật": 2, "note": 3}
    assert parts_of("circumstances", places)[1:] == ("circumstances=Mồ côi", "circumstances=Khuyết tật")
    heading = marking.Heading(("Họ và tên", "Mồ côi", "Khuyết tật", "Ghi chú"), places, {}, {"circumstances": "Hoàn cảnh đặc biệt"})
    assert heading.places_of("circumstances") == (1, 2)
    assert heading.title("circumstances") == "Hoàn cảnh đặc biệt"
    assert not heading.takes("circumstances")
    assert heading.takes("note")
    assert Block("A", 1, places).placed("circumstances") == 1


def test_a_ticked_column_is_called_by_what_it_says():
    layout = formats.named("child-list")
    assert layout.title_of("circumstances=Khuyết tật") == "Hoàn cảnh đặc biệt: Khuyết tật (đánh dấu)"
    assert layout.title_of("note") == "Ghi chú"
    assert layout.has("circumstances=Khuyết tật")
    assert not layout.has("colour=Đỏ")
