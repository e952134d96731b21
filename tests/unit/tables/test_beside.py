"""Letters struck out within a text are no part of it, and comments are told with their cells, however the sheet is written."""

import io

import pytest

from mangnon.lib import tables
from mangnon.lib.tables import own_column, spool, xlsx_comments
from mangnon.lib.tables.package import Package
from tests.factories.spreadsheets import xlsx

TITLES = ["Họ và tên", "Họ tên cha", "Điện thoại"]
RUNS = "<r><rPr><strike/></rPr><t>Lê Văn Sai</t></r><r><rPr><b/></rPr><t> Lê Hữu Trí</t></r>"
ALL = '<r><rPr><strike val="1"/></rPr><t>Lê Văn </t></r><r><rPr><strike/></rPr><t>Sai</t></r>'
NONE = '<r><rPr><strike val="0"/></rPr><t>Lê Văn </t></r><r><t>Đúng</t></r>'
WANTED = [
    (["Trần Văn Ngọt", "Lê Hữu Trí"], (), (tables.Beside(1, "Lê Văn Sai", struck=True),)),
    (["Trần Văn Ngọt", "Lê Văn Sai"], (1,), ()),
    (["Trần Văn Ngọt", "Lê Văn Đúng"], (), ()),
]


def of_shared(*, plain: bool, behind: bool = False) -> bytes:
    """`plain`: rows read by patterns, with `behind` cell by cell; else by the parser."""
    strings = xlsx.shared("<t>Trần Văn Ngọt</t>", RUNS, ALL, NONE)
    more = '<c r="C{0}" t="str"><v>x</v></c>' if behind else ""
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c><c r="B{at}" t="s"><v>{at - 1}</v></c>{more.format(at)}</row>' for at in (2, 3, 4)
    )
    page = xlsx.sheet([TITLES]).replace("</sheetData>", f"{rows}</sheetData>")
    page = page if plain else page.replace("<sheetData>", '<sheetData x="1">')
    return xlsx.package(dict(xlsx.parts({"A": page}, strings=strings)))


def of_inline() -> bytes:
    rows = "".join(
        f'<row r="{at}">{xlsx.cell(at, 0, "Trần Văn Ngọt")}<c r="B{at}" t="inlineStr"><is>{runs}</is></c></row>'
        for at, runs in enumerate((RUNS, ALL, NONE), 2)
    )
    return xlsx.package(dict(xlsx.parts({"A": xlsx.sheet([TITLES]).replace("</sheetData>", f"{rows}</sheetData>")})))


FORMS = {
    "shared": of_shared(plain=True), "cell by cell": of_shared(plain=True, behind=True), "parsed": of_shared(plain=False),
    "inline": of_inline(),
}  # fmt: skip


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_struck_letters_are_no_part_of_a_text(content):
    with tables.open_table(content, name="ds.xlsx") as workbook:
        rows = [(row.cells[:2], row.struck, row.beside) for row in list(workbook.rows("A"))[1:]]
        assert rows == WANTED
        assert (workbook.sheets[0].struck, workbook.sheets[0].beside) == (True, 2)


def commented(*comments: tuple[str, str]) -> bytes:
    inside = "".join(f'<comment ref="{ref}" authorId="0"><text><r><t>{text}</t></r></text></comment>' for ref, text in comments)
    made = xlsx.parts({"A": xlsx.sheet([TITLES, ["Trần Văn Ngọt"], [], ["Lê Thị Mận"]])})
    made["xl/worksheets/_rels/sheet1.xml.rels"] = xlsx.relations(("comments", "../comments7.xml"))
    made["xl/comments7.xml"] = f'{xlsx.HEAD}<comments xmlns="{xlsx.MAIN}"><commentList>{inside}</commentList></comments>'
    return xlsx.package(dict(made))


def test_comments_are_told_with_their_cells():
    answered = "[Threaded comment]\n\nYour version … ?linkid=870924\n\nComment:\n    trùng dòng 2\nReply:\n    đúng"
    content = commented(("B2", "Nguyễn Văn Ba:\nđã mất"), ("C4", answered), ("A9", "dòng trống"), ("lạ", "không có ô"), ("A2", " "))
    with tables.open_table(content, name="ds.xlsx") as workbook:
        assert [row.beside for row in workbook.rows("A")] == [
            (), (tables.Beside(1, "đã mất"),), (tables.Beside(2, "trùng dòng 2\nReply:\n    đúng"),),
        ]  # fmt: skip
        assert workbook.sheets[0].beside == 4


def test_too_many_comments_are_refused(monkeypatch):
    monkeypatch.setattr("mangnon.lib.tables.limits.COMMENTS", 1)
    content = commented(("A2", "một"), ("B2", "hai"))
    with pytest.raises(tables.UnreadableFile):
        xlsx_comments.read(
            Package(io.BytesIO(content), len(content), "ds.xlsx"), "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
        )


def test_formulas_without_a_result_are_told_with_the_first_of_them():
    cells = '<c r="B2"><f>A2</f></c><c r="C2" t="str"><f>IFERROR(1,"")</f><v></v></c>'
    page = xlsx.sheet([TITLES]).replace("</sheetData>", f'<row r="2">{xlsx.cell(2, 0, "Trần Văn Ngọt")}{cells}</row></sheetData>')
    for form in (page, page.replace("<sheetData>", '<sheetData x="1">')):
        with tables.open_table(xlsx.package(dict(xlsx.parts({"A": form}))), name="ds.xlsx") as workbook:
            (note,) = workbook.notes
        assert note.startswith("Có 1 ô công thức chưa có kết quả (đầu tiên là ô B2, trang “A”)")


def test_hidden_rows_are_counted():
    page = xlsx.sheet([TITLES, ["Trần Văn Ngọt"], ["Lê Thị Mận"]]).replace('<row r="2"', '<row hidden="1" r="2"')
    with tables.open_table(xlsx.package(dict(xlsx.parts({"A": page}))), name="ds.xlsx") as workbook:
        assert workbook.sheets[0].hidden_rows == 1


def test_what_stands_beside_a_text_survives_the_spool_and_goes_with_its_cell(tmp_path):
    beside = (spool.Beside(0, "a\x1f|\n"), spool.Beside(2, "s", struck=True))
    with (tmp_path / "rows").open("w+b") as file:
        out = spool.Writer(file)
        out.row(5, ["x", own_column.title("còn 2 dòng"), "y"], hidden=True, struck=(0, 2), beside=beside)
        frames = out.end_sheet()["frames"]
        rows = list(spool.rows(file, frames))
    assert rows == [spool.Row(5, ["x", own_column.title("còn 2 dòng"), "y"], True, (0, 2), beside)]
    assert next(own_column.without(rows)).beside == (beside[0], spool.Beside(1, "s", struck=True))
