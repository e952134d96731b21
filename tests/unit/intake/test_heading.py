"""The heading is found wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from mangnon.intake.formats import child_list
from mangnon.intake.rules import heading

FIELDS = ["full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "hamlet", "current", "poverty"]
ABOVE = ["", "ỦY BAN NHÂN DÂN", "DANH SÁCH TRẺ EM NĂM 2026", "Khu vực 5", "(Kèm theo công văn)", "Cha"]
TITLE_LINES = st.lists(st.lists(st.sampled_from(ABOVE), max_size=6), max_size=8)


def titles_of(field):
    column = next(column for column in child_list.COLUMNS if column.field == field)
    return [column.title, *column.also]


@given(TITLE_LINES, st.permutations(FIELDS), st.data())
def test_any_order_any_spelling_any_title_lines(above, fields, data):
    row = [data.draw(st.sampled_from(titles_of(field)), label=field) for field in fields]
    row = [title.upper() if data.draw(st.booleans()) else title for title in row]
    found = heading.find_heading([*above, row, ["x"] * len(row)], child_list.COLUMNS)
    assert found is not None
    assert (found.row, found.depth) == (len(above), 1)
    assert dict(found.places) == {field: place for place, field in enumerate(fields)}


def test_a_heading_of_two_rows():
    rows = [
        ["DANH SÁCH TRẺ EM"],
        ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Họ và tên cha mẹ", "", "Nơi ở"],
        ["", "", "", "", "Cha", "Mẹ", ""],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["1", "Lưu Gia Hân", "05/06/2022", "Nữ", "Lưu Văn Tài", "Trần Thị Ngân", "Khu vực 5"],
    ]
    found = heading.find_heading(rows, child_list.COLUMNS)
    assert (found.row, found.depth) == (1, 2)
    assert found.places["father_name"] == 4
    assert found.places["mother_name"] == 5
    assert found.places["full_name"] == 1
    assert heading.is_counting_row(rows[3])


def test_unknown_headings_are_named():
    found = heading.find_heading([["Họ và tên", "Ngày sinh", "Màu mắt"]], child_list.COLUMNS)
    assert found.unknown == ("Màu mắt",)


def test_no_heading_without_the_required_columns():
    rows = [["Họ và tên", "Giới tính"], ["Lưu Gia Hân", "Nữ"]]
    assert heading.find_heading(rows, child_list.COLUMNS) is None
    assert [column.title for column in heading.missing(rows, child_list.COLUMNS)] == ["Ngày sinh"]


def test_no_two_columns_share_a_heading():
    from mangnon.intake.rules.words import plain

    seen = {}
    for column in child_list.COLUMNS:
        for title in (column.title, *column.also):
            assert seen.setdefault(plain(title), column.field) == column.field, title
