"""A list given back with marks: everything else as it was, read again as the same list, whatever it is made of."""

import csv
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from mangnon.lib import tables
from mangnon.lib.tables import CellMark, Look, RowMarks, own_column, sandbox, spool
from tests.factories.spreadsheets import messy, ods, xlsx

TABLE = messy.TABLE
NOTE = "Phải sửa, cột Họ tên: “Lưu” <thiếu> & 'sai'.\nCần trả lời: đúng không?"
MARKS = (CellMark(2, Look.STOP, "Thiếu <họ> & “tên”."), CellMark(5, Look.ASK, "Số này đúng không?"))


def read(content, name):
    """What `open_table` would say, without a process of its own for each of many files."""
    out = io.BytesIO()
    about = sandbox.parse(io.BytesIO(content), len(content), name, spool.Writer(out))
    return [(sheet["name"], sheet["hidden"], list(own_column.without(spool.rows(out, sheet["frames"])))) for sheet in about["sheets"]]


def marked(content, *, name="ds.xlsx", rows=None, sheet=None, title="còn 2 dòng"):
    """The file with marks in the first two rows under its heading, or in the rows given."""
    page, _hidden, found = max(read(content, name), key=lambda each: (each[0] == sheet, len(each[2])))
    heading = next(row.number for row in found if sum(bool(cell.strip()) for cell in row.cells) > 1)
    below = [row.number for row in found if row.number > heading]
    return tables.mark(
        content, name=name, sheets=[
            tables.SheetMarks(
                page, heading, max(len(row.cells) for row in found), tables.own_title(title), "Hồng là phải sửa.",
                rows if rows is not None else [RowMarks(number, NOTE, MARKS) for number in below[:2]],
            )
        ],
    )  # fmt: skip


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def by_officer(rows=TABLE, change=lambda _book, _page: None):
    """A workbook with formats of its own, as Excel writes it."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Danh sách")
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#DDDDDD"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "border": 1, "font_name": "Arial"})
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            parts_of_day = str(text).split("/")
            if r and len(parts_of_day) == 3:
                page.write_datetime(r, c, date(*map(int, reversed(parts_of_day))), day)
            else:
                page.write_string(r, c, str(text), bold if not r else day)
    change(book, page)
    book.close()
    return buffer.getvalue()


@pytest.mark.parametrize("file", messy.FILES, ids=lambda file: file.name)
def test_a_marked_list_is_read_as_the_list_it_was(file):
    content = file.make()
    before = read(content, file.name)
    one = marked(content, name=file.name, sheet=file.sheet)
    assert one.content != content
    assert read(one.content, file.name) == before
    again = marked(one.content, name=file.name, sheet=file.sheet)
    assert read(again.content, file.name) == before


@pytest.mark.parametrize("file", [file for file in messy.FILES if file.name.endswith((".csv", ".txt"))], ids=lambda file: file.name)
def test_bytes_of_rows_without_marks_are_copied(file):
    content = file.make()
    one = marked(content, name=file.name, rows=[])
    if one.kind == "csv":
        without = re.sub(rb"[\t;,|]?\"?C.{0,3}n l.{0,3}m \(.*?\)\"?", b"", one.content) if b"\0" not in content else None
        assert without is None or without == content


def test_every_other_part_of_a_workbook_stays_to_the_byte():
    made = {**xlsx.parts({"Bìa": xlsx.sheet([["x"]]), "A": xlsx.sheet(TABLE)}), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(99)}
    content = xlsx.package(made)
    after = parts(marked(content, sheet="A").content)
    same = {name for name, part in parts(content).items() if after[name] == part}
    assert set(made) - same == {"xl/worksheets/sheet2.xml", "[Content_Types].xml"}
    assert after["xl/worksheets/sheet1.xml"] == made["xl/worksheets/sheet1.xml"].encode()


def test_marks_are_seen_and_the_rest_looks_as_before():
    content = by_officer()
    before, after = opened(content)["Danh sách"], opened(marked(content).content)["Danh sách"]
    stop, ask, plain = after["B2"], after["E2"], after["C2"]
    assert (stop.fill.fgColor.rgb, stop.border.left.style, stop.border.bottom.style) == ("FFFBE5E1", "medium", "medium")
    assert (ask.fill.fgColor.rgb, ask.border.bottom.style) == ("FFFDF0D3", "double")
    assert (stop.font.name, stop.number_format) == ("Arial", "dd/mm/yyyy")
    assert (plain._style, plain.value) == (before["C2"]._style, before["C2"].value)
    assert after["G1"].value == "Cần làm (Măng Non ghi: còn 2 dòng)"
    assert after["G2"].value == NOTE
    assert after["G4"].value is None
    said = {str(each.sqref): each.prompt for each in after.data_validations.dataValidation}
    assert said["B2 B3"] == MARKS[0].why
    assert said["G1"] == "Hồng là phải sửa."


def test_everything_a_ward_sets_up_stays():
    def change(book, page):
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, 3, 5)
        page.set_column(1, 1, 33)
        page.set_column(6, 9, 4)
        page.set_row(2, None, None, {"hidden": True})
        page.merge_range(6, 0, 6, 5, "Tổng cộng")
        page.data_validation("D2:D100", {"validate": "list", "source": ["Nam", "Nữ"]})
        page.data_validation("B2:B3", {"validate": "length", "criteria": ">", "value": 3})
        page.conditional_format("A1:A9", {"type": "duplicate", "format": book.add_format({"bold": True})})
        page.write_url(8, 0, "https://example.test/")
        page.protect()
        book.add_worksheet("Mã").write(0, 0, "x")

    content = by_officer(change=change)
    after = opened(marked(content).content)
    page = after["Danh sách"]
    assert after.sheetnames == ["Danh sách", "Mã"]
    assert (page.freeze_panes, page.auto_filter.ref, page.protection.sheet) == ("C2", "A1:F4", True)
    assert (page.column_dimensions["B"].width, page.column_dimensions["G"].width > 50) == (pytest.approx(33.7, abs=0.1), True)
    assert page.row_dimensions[3].hidden
    assert [str(span) for span in page.merged_cells.ranges] == ["A7:F7"]
    assert page.conditional_formatting
    refs = [str(each.sqref) for each in page.data_validations.dataValidation]
    assert refs == ["D2:D100", "B2:B3", "G1", "E2 E3"]  # no second one where the ward has its own
    xml = parts(marked(content).content)["xl/worksheets/sheet1.xml"].decode()
    assert re.findall(r'<col [^>]*min="(\d+)" max="(\d+)"', xml) == [("2", "2"), ("7", "7"), ("8", "10")]


def test_a_corrected_text_is_written_unless_a_formula_makes_it():
    content = by_officer(change=lambda _book, page: page.write_formula("C3", "=DATE(2018,11,17)", None, 43421))
    rows = [RowMarks(number, "Đã sửa", (CellMark(3, Look.DONE, "", "=1+1"), CellMark(4, Look.DONE, "", ""))) for number in (2, 3)]
    page = opened(marked(content, rows=rows).content)["Danh sách"]
    assert (page["C2"].value, page["C2"].data_type) == ("'=1+1", "s")
    assert page["D2"].value is None
    assert page["C3"].value == "=DATE(2018,11,17)"
    assert page["C3"].fill.fgColor.rgb == "FFE4F2E8"


def test_marks_that_came_back_go_where_nothing_is_wrong_any_more():
    one = marked(by_officer()).content
    two = opened(marked(one, rows=[RowMarks(3, "Còn", (CellMark(2, Look.ASK, "Hỏi"),))], title="còn 1 dòng").content)["Danh sách"]
    assert (two["G1"].value, two["G2"].value, two["G3"].value, two["H1"].value) == ("Cần làm (Măng Non ghi: còn 1 dòng)", None, "Còn", None)
    assert two["B2"].fill.fill_type is None
    assert two["B3"].fill.fgColor.rgb == "FFFDF0D3"
    assert {each.prompt for each in two.data_validations.dataValidation} == {"Hỏi", "Hồng là phải sửa."}


def test_a_marked_list_saved_by_another_program_is_marked_again():
    one = opened(marked(by_officer()).content)
    one["Danh sách"].insert_cols(1)
    saved = io.BytesIO()
    one.save(saved)
    rows = read(saved.getvalue(), "ds.xlsx")[0][2]
    assert rows[0].cells[:2] == ["", "STT"]
    assert not any(own_column.is_title(cell) for row in rows for cell in row.cells)
    again = tables.mark(
        saved.getvalue(), name="ds.xlsx", sheets=[tables.SheetMarks("Danh sách", 1, 7, tables.own_title("còn 1 dòng"), "", [])]
    )  # fmt: skip
    page = opened(again.content)["Danh sách"]
    assert (page["H1"].value, page["H2"].value, page["I1"].value) == ("Cần làm (Măng Non ghi: còn 1 dòng)", None, None)


def test_rows_and_cells_that_repeat_are_divided():
    row = "".join(ods.cell(value) for value in TABLE[1])
    repeated = '<table:table-cell table:number-columns-repeated="3" office:value-type="string"><text:p>x</text:p></table:table-cell>'
    table = (
        f'<table:table table:name="A"><table:table-row>{"".join(map(ods.cell, TABLE[0]))}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="3">{row}{repeated}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        "</table:table>"
    )
    content = ods.package(ods.content(table))
    before = read(content, "ds.ods")
    one = marked(content, name="ds.ods", rows=[RowMarks(3, "Sửa", (CellMark(8, Look.STOP, "Vì"),))])
    assert read(one.content, "ds.ods") == before
    xml = parts(one.content)["content.xml"].decode()
    assert xml.count("Cần làm (Măng Non ghi") == 1
    assert xml.count("mangnon_stop_none") == 2  # the style and its cell
    assert 'table:number-rows-repeated="1048572"' in xml


def test_an_old_workbook_comes_back_as_a_new_one_with_every_text_at_its_address():
    file = next(file for file in messy.FILES if file.name == "an.xls")
    one = marked(file.make(), name=file.name, sheet="Trẻ")
    assert one.kind == "xlsx"
    book = opened(one.content)
    assert (book.sheetnames, book["Mã"].sheet_state) == (["Mã", "Trẻ"], "hidden")
    assert book["Trẻ"]["B7"].value == "Lưu Gia Hân"


def test_marks_on_a_broken_file_are_refused():
    with pytest.raises(tables.UnreadableFile):
        tables.mark(xlsx.workbook(TABLE)[:900], name="ds.xlsx", sheets=[])


def with_grounds() -> bytes:
    """A list whose sender has coloured some cells, each with another format."""

    def change(book, page):
        page.write_string("B3", "Lưu", book.add_format({"bg_color": "#FFFF00", "border": 2, "font_name": "Arial"}))
        page.write_number("E3", 7, book.add_format({"pattern": 4, "fg_color": "#00B0F0", "num_format": "0.00"}))

    return by_officer(change=change)


def saved_by_another_program(content: bytes) -> bytes:
    """The file as a program writes it that numbers all formats anew."""
    book, saved = opened(content), io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def looks(content: bytes, *cells: str):
    page = opened(content)["Danh sách"]
    found = [page[cell] for cell in cells]
    return [
        (cell.fill.patternType, cell.fill.fgColor.rgb, cell.border.left.style, cell.border.bottom.style, cell.font.name, cell.number_format)
        for cell in found
    ]


@pytest.mark.parametrize("back", [lambda content: content, saved_by_another_program], ids=["như cũ", "lưu lại"])
def test_a_cell_that_is_right_again_looks_as_it_did_before(back):
    content = with_grounds()
    cells = ("B3", "E3", "B4", "E4")
    before = looks(content, *cells)
    one = back(marked(content, rows=[RowMarks(number, NOTE, MARKS) for number in (3, 4)]).content)
    assert looks(one, *cells) != before
    two = back(marked(one, rows=[RowMarks(3, "Còn", (CellMark(5, Look.STOP, "Sai"),))]).content)
    assert looks(two, "B3", "B4", "E4") == [before[0], before[2], before[3]]
    assert looks(two, "E3") == [("solid", "FFFBE5E1", "medium", "medium", "Calibri", "0.00")]
    three = marked(two, rows=[], title="không còn dòng nào").content
    assert looks(three, *cells) == before


def test_a_mark_whose_former_look_is_not_known_leaves_the_look_of_the_column():
    one = marked(by_officer(), rows=[RowMarks(4, NOTE, MARKS)]).content
    styles = parts(one)["xl/styles.xml"].decode()
    forgotten = xlsx.package({**parts(one), "xl/styles.xml": re.sub(r'<cellStyle name="Măng Non[^>]*>', "", styles)})
    two = marked(forgotten, rows=[], title="không còn dòng nào").content
    assert looks(two, "B4") == looks(two, "B3")


def test_few_styles_keep_the_looks_of_many_cells():
    rows = [RowMarks(number, NOTE, MARKS) for number in range(2, 40)]
    one = marked(by_officer([TABLE[0], *[TABLE[1]] * 40]), rows=rows).content
    again = marked(marked(one, rows=rows).content, rows=rows).content
    names = [re.findall(r'<cellStyle [^>]*name="([^"]*)"', parts(content)["xl/styles.xml"].decode()) for content in (one, again)]
    assert names == [["Normal", "Măng Non 1"]] * 2


ACTING = ["=cmd|'/C calc'!A0", "+1+cmd|x!A0", "-2+3", "@SUM(1)", "\t=1+1", '=HYPERLINK("http://x")', "＝1+1", "- Hộ nghèo"]
QUIET = ["-", "+84 912 345 678", "-5", "'=1+1", "05/06/2022", "a=b", "'"]


@pytest.mark.parametrize("separator", [",", ";"])
def test_no_cell_of_a_text_file_given_back_acts_and_the_list_is_the_same(separator):
    rows = [["STT", "Họ và tên", "Ghi chú"], *([str(place), "Lưu Gia Hân", text] for place, text in enumerate(ACTING + QUIET, start=1))]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    content = out.getvalue().encode()
    given = tables.mark(content, name="ds.csv", sheets=[
        tables.SheetMarks("Danh sách", 1, 3, tables.own_title("còn 1 dòng"), "", [RowMarks(2, NOTE, (CellMark(2, Look.ASK, "?"),))])
    ]).content  # fmt: skip
    shown = [row[2] for row in csv.reader(io.StringIO(given.decode()), delimiter=separator)][1:]
    assert [text[0] for text in shown[: len(ACTING)]] == ["'"] * len(ACTING)
    assert shown[len(ACTING) :] == QUIET
    ((_, _, before),), ((_, _, after),) = read(content, "ds.csv"), read(given, "ds.csv")
    assert [list(map(tables.original, row.cells)) for row in after] == [list(map(tables.original, row.cells)) for row in before]
    assert given.count(b"\r\n") == content.count(b"\r\n") + NOTE.count("\r\n")
