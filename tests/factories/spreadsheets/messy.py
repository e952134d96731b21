# ruff: noqa: E501  one file a line reads best
"""Lists as wards send them, each with what it says: the columns found and the children read, whatever stands around them.

Every file tells of the same three children of `CHILDREN`, so that what was read can be compared to the letter.
"""

import codecs
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter

from tests.factories.spreadsheets import ods, old_fonts, xls, xlsx

TITLES = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Họ tên mẹ"]
CHILDREN = [
    ["1", "Lưu Gia Hân", "05/06/2022", "Nữ", "092322007731", "Trần Thị Ngân"],
    ["2", "Thạch Sa Rây", "17/11/2018", "Nam", "094218001122", "Kim Thị Đa"],
    ["3", "Nguyễn Hoàng Ánh", "28/02/2020", "Nữ", "092320004455", "Đặng Thị Bưởi"],
]
FIELDS = ("full_name", "birth_date", "sex", "personal_number", "mother_name")
TABLE = [TITLES, *CHILDREN]
DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True)
class Messy:
    """What the file is called, how it is made, what reading it must give: values by child, in the order of `fields`."""

    name: str
    make: Callable[[], bytes]
    fields: tuple[str, ...] = FIELDS
    values: Sequence[Sequence[str]] = field(default_factory=lambda: [child[1:] for child in CHILDREN])
    sheet: str = ""  # "" = whichever
    left_out: tuple[str, ...] = ()  # sheets that are named as not read


def _serials(rows: Sequence[Sequence[object]] = TABLE, *, zero: date = DAY_ZERO) -> list[list[object]]:
    """Days as numbers of days."""
    return [[_serial(cell, zero) for cell in row] for row in rows]


def _serial(cell: object, zero: date) -> object:
    parts = str(cell).split("/")
    return (date(int(parts[2]), int(parts[1]), int(parts[0])) - zero).days if len(parts) == 3 else cell


def _dated(zero: date = DAY_ZERO, code: str = "dd/mm/yyyy", pr: str = "") -> bytes:
    rows = _serials(zero=zero)
    xml = "".join(
        f'<row r="{r}">{"".join(xlsx.cell(r, c, value, style=int(isinstance(value, int))) for c, value in enumerate(row))}</row>'
        for r, row in enumerate(rows, 1)
    )
    return xlsx.package(
        dict(xlsx.parts({"A": xlsx.sheet([]).replace("<sheetData>", f"<sheetData>{xml}")}, styles=xlsx.styles(code), pr=pr))
    )


def _csv(separator: str = ",", encoding: str = "utf-8", bom: bytes = b"", end: str = "\r\n", above: str = "", quote: bool = False) -> bytes:
    lines = [separator.join(f'"{cell}"' if quote else cell for cell in row) for row in TABLE]
    return bom + (above + end.join(lines) + end).encode(encoding)


def _shared(item: Callable[[str], str] = lambda text: f"<t>{escape(text)}</t>") -> bytes:
    texts = list(dict.fromkeys(cell for row in TABLE for cell in row))
    rows = "".join(
        f'<row r="{r}">{"".join(f'<c r="{xlsx.letters(c)}{r}" t="s"><v>{texts.index(cell)}</v></c>' for c, cell in enumerate(row))}</row>'
        for r, row in enumerate(TABLE, 1)
    )
    return xlsx.package(
        dict(xlsx.parts({"A": xlsx.sheet([]).replace("<sheetData>", f"<sheetData>{rows}")}, strings=xlsx.shared(*map(item, texts))))
    )


def _sheet_text(change: Callable[[str], str], rows: Sequence[Sequence[object]] = TABLE) -> bytes:
    return xlsx.package(dict(xlsx.parts({"A": change(xlsx.sheet(rows))})))


def _by_xlsxwriter(change: Callable[..., None]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Danh sách")
    for r, row in enumerate(TABLE):
        page.write_row(r + 1, 0, row)
    change(book, page)
    book.close()
    return buffer.getvalue()


def _pages(pages: dict[str, Sequence[Sequence[object]]], **more: object) -> bytes:
    return xlsx.package(dict(xlsx.parts({name: xlsx.sheet(cells) for name, cells in pages.items()}, **more)))  # type: ignore[arg-type]


def _typed(encoding: str, *, heading: bool = True, rows: Sequence[Sequence[str]] = TABLE) -> list[list[str]]:
    write = old_fonts.WRITERS[encoding]
    return [[write(cell) for cell in row] if heading or row is not rows[0] else list(row) for row in rows]


def _widened(columns: int) -> list[list[str]]:
    return [[*[""] * columns, *[piece for cell in row for piece in (cell, "")]] for row in TABLE]


ABOVE = [["ỦY BAN NHÂN DÂN PHƯỜNG CÁI KHẾ"], ["DANH SÁCH TRẺ EM NĂM 2026"], [], ["(Kèm theo Công văn số 12/UBND)"], []]
BELOW = [
    [],
    ["", "Tổng cộng: 3 trẻ"],
    ["", "", "", "", "Ngày 05 tháng 11 năm 2026"],
    ["", "NGƯỜI LẬP BIỂU", "", "", "TM. ỦY BAN NHÂN DÂN"],
    ["", "(Ký, ghi rõ họ tên)", "", "", "", "CHỦ TỊCH"],
    [],
    ["", "Lê Thị Bích Thủy", "", "", "", "Trần Văn Hùng"],
]
WITHOUT_NUMBER = [child[1:] for child in CHILDREN]
HAMLETS = ("full_name", "birth_date", "hamlet")
IN_HAMLETS = [[child[1], child[2], hamlet] for child, hamlet in zip(CHILDREN, ["Ấp Tân Bình", "Ấp Tân Bình", "Khu vực 2"], strict=True)]
LOST_ZERO = [[*child[1:4], child[4].lstrip("0"), child[5]] for child in CHILDREN]
NUMBERS = [TITLES, *[[int(child[0]), *child[1:4], int(child[4]), child[5]] for child in CHILDREN]]


def _grouped(first: Sequence[str], second: Sequence[str]) -> list[list[str]]:
    return [TITLES, list(first), *CHILDREN[:2], list(second), CHILDREN[2]]


def _retitled(**titles: str) -> list[list[str]]:
    own = dict(zip(("number", *FIELDS), TITLES, strict=True)) | titles
    return [list(own.values()), *CHILDREN]


FILES = (
    Messy("thuong.xlsx", lambda: xlsx.workbook(TABLE)),
    Messy("chuoi-chung.xlsx", lambda: _shared()),
    Messy("chu-nhieu-kieu.xlsx", lambda: _shared(lambda text: f'<r><rPr><b/></rPr><t>{escape(text[:3])}</t></r><r><t xml:space="preserve">{escape(text[3:])}</t></r>')),
    Messy("co-phien-am.xlsx", lambda: _shared(lambda text: f"<t>{escape(text)}</t><rPh sb='0' eb='1'><t>DOC</t></rPh>")),
    Messy("ten-gia.csv", lambda: xlsx.workbook(TABLE)),
    Messy("macro.xlsm", lambda: xlsx.package({**xlsx.parts({"A": xlsx.sheet(TABLE)}), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(99)})),
    Messy("tieu-de-tren.xlsx", lambda: xlsx.workbook([*ABOVE, *TABLE, *BELOW])),
    Messy("dong-dem.xlsx", lambda: xlsx.workbook([TITLES, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], *CHILDREN])),
    Messy("dong-dem-so.xlsx", lambda: xlsx.workbook([*ABOVE, TITLES, [1, 2, 3, 4, 5, 6], *CHILDREN, *BELOW])),
    Messy("tieu-de-lap.xlsx", lambda: xlsx.workbook([TITLES, *CHILDREN[:2], [], TITLES, CHILDREN[2]])),
    Messy("cot-trong.xlsx", lambda: xlsx.workbook(_widened(2))),
    Messy("dong-trong.xlsx", lambda: xlsx.workbook([row for child in TABLE for row in (child, [])])),
    Messy("xa-duoi.xlsx", lambda: xlsx.workbook([*[[] for _ in range(40)], *TABLE])),
    Messy("chu-hoa.xlsx", lambda: xlsx.workbook([[title.upper() for title in TITLES], *CHILDREN])),
    Messy("khong-dau.xlsx", lambda: xlsx.workbook([["STT", "Ho va ten", "Ngay sinh", "Gioi tinh", "So dinh danh", "Ho ten me"], *CHILDREN])),
    Messy("xuong-dong.xlsx", lambda: xlsx.workbook([["STT", "Họ\nvà tên", "Ngày,\ntháng, năm\nsinh", "Giới\ntính", "Số định\ndanh cá nhân", "Họ tên\nmẹ"], *CHILDREN])),
    Messy("viet-tat.xlsx", lambda: xlsx.workbook([["TT", "Họ tên trẻ", "NTNS", "GT", "ĐDCN", "Mẹ"], *CHILDREN])),
    Messy("chu-thich.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên (chữ in hoa)", "Ngày sinh (dd/mm/yyyy) *", "Giới tính (Nam/Nữ)", "Số định danh (12 số)", "Họ tên mẹ (nếu có)"], *CHILDREN])),
    Messy("danh-so.xlsx", lambda: xlsx.workbook([["1. STT", "2. Họ và tên", "(3) Ngày sinh", "4) Giới tính", "5 - Số định danh", "6. Họ tên mẹ"], *CHILDREN])),
    Messy("khoang-trang.xlsx", lambda: xlsx.workbook([[f"  {title}\u00a0 " for title in TITLES], *[[f" {cell}\u00a0" for cell in child] for child in CHILDREN]])),
    Messy("dao-cot.xlsx", lambda: xlsx.workbook([list(reversed(row)) for row in TABLE])),
    Messy("hai-dong.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Họ và tên cha mẹ", ""], ["", "", "", "", "", "Cha", "Mẹ"], *[[*child[:5], "", child[5]] for child in CHILDREN]])),
    Messy("ba-dong.xlsx", lambda: xlsx.workbook([["STT", "Thông tin của trẻ", "", "", "", "Gia đình"], ["", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Họ và tên cha mẹ"], ["", "", "", "", "", "Mẹ"], *CHILDREN])),
    Messy(
        "nam-nu-danh-dau.xlsx",
        lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "Giới tính", ""], ["", "", "Nam", "Nữ"], *[[c[1], c[2], "x" if c[3] == "Nam" else "", "x" if c[3] == "Nữ" else ""] for c in CHILDREN]]),
        ("full_name", "birth_date", "sex"), [child[1:4] for child in CHILDREN],
    ),
    Messy(
        "ngay-thang-nam-roi.xlsx",
        lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "", ""], ["", "Ngày", "Tháng", "Năm"], *[[c[1], *c[2].split("/")] for c in CHILDREN]]),
        ("full_name", "birth_date"), [child[1:3] for child in CHILDREN],
    ),
    Messy(
        "nam-sinh-nam-nu.xlsx",
        lambda: xlsx.workbook([["Họ và tên", "Năm sinh", ""], ["", "Nam", "Nữ"], *[[c[1], c[2][6:] if c[3] == "Nam" else "", c[2][6:] if c[3] == "Nữ" else ""] for c in CHILDREN]]),
        ("full_name", "birth_date", "sex"), [[child[1], child[2][6:], child[3]] for child in CHILDREN],
    ),
    Messy("ap-khu-vuc.xlsx", lambda: xlsx.workbook(_grouped(["Ấp Tân Bình"], ["Khu vực 2"])), HAMLETS, IN_HAMLETS),
    Messy("ap-co-chan.xlsx", lambda: xlsx.workbook([*ABOVE, *_grouped(["Ấp Tân Bình"], ["Khu vực 2"]), *BELOW]), HAMLETS, IN_HAMLETS),
    Messy("ap-la-ma.xlsx", lambda: xlsx.workbook(_grouped(["I", "Ấp Tân Bình"], ["II", "Khu vực 2"])), HAMLETS, IN_HAMLETS),
    Messy("ap-danh-so.xlsx", lambda: xlsx.workbook(_grouped(["I. Ấp Tân Bình"], ["2. Khu vực 2"])), HAMLETS, IN_HAMLETS),
    Messy("ap-co-dem.xlsx", lambda: xlsx.workbook(_grouped(["", "Ấp Tân Bình: 2 trẻ"], ["", "Khu vực 2 (1 trẻ)"])), HAMLETS, IN_HAMLETS),
    Messy(
        "ap-co-cot.xlsx",
        lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "Ấp"], ["Ấp Tân Bình"], [*CHILDREN[0][1:3], ""], [*CHILDREN[1][1:3], "Khóm 9"], ["Khu vực 2"], [*CHILDREN[2][1:3], ""]]),
        HAMLETS, [IN_HAMLETS[0], [*CHILDREN[1][1:3], "Khóm 9"], IN_HAMLETS[2]],
    ),
    Messy("trang-an.xlsx", lambda: _pages({"Mã": [["x", "y"]], "Danh sách": TABLE}, states={"Mã": "hidden"}), sheet="Danh sách"),
    Messy("trang-rat-an.xlsx", lambda: _pages({"Mã": TABLE[:2], "Danh sách": TABLE}, states={"Mã": "veryHidden"}), sheet="Danh sách", left_out=("Mã",)),
    Messy("trang-bia.xlsx", lambda: _pages({"Bìa": ABOVE, "Hướng dẫn": [["Điền vào trang sau"]], "Trẻ": TABLE}), sheet="Trẻ", left_out=("Bìa", "Hướng dẫn")),
    Messy("dong-an.xlsx", lambda: _sheet_text(lambda xml: xml.replace('<row r="3">', '<row r="3" hidden="1">'))),
    Messy("so-la-so.xlsx", lambda: xlsx.workbook(NUMBERS), values=LOST_ZERO),
    Messy("so-mu.xlsx", lambda: _sheet_text(lambda xml: xml.replace("<v>92322007731</v>", "<v>9.2322007731E10</v>").replace("<v>94218001122</v>", "<v>94218001122.0</v>"), NUMBERS), values=LOST_ZERO),
    Messy("so-mat-that.xlsx", lambda: xlsx.workbook([TITLES, *[[*child[:4], "9.2E+10", child[5]] for child in CHILDREN]]), values=[[*child[1:4], "9.2E+10", child[5]] for child in CHILDREN]),
    Messy("ngay-that.xlsx", lambda: _dated()),
    Messy("ngay-my.xlsx", lambda: _dated(code="m/d/yy")),
    Messy("ngay-dai.xlsx", lambda: _dated(code='[$-42A]"ngày" dd "tháng" mm "năm" yyyy')),
    Messy("ngay-gio.xlsx", lambda: _dated(code="yyyy-mm-dd hh:mm:ss")),
    Messy("ngay-1904.xlsx", lambda: _dated(zero=date(1904, 1, 1), pr='<workbookPr date1904="1"/>')),
    Messy("thang-nam.xlsx", lambda: _dated(code="mm/yyyy"), values=[[child[1], child[2][3:], *child[3:]] for child in CHILDREN]),
    Messy("chi-nam.xlsx", lambda: _dated(code="yyyy"), values=[[child[1], child[2][6:], *child[3:]] for child in CHILDREN]),
    Messy("ngay-iso.xlsx", lambda: _sheet_text(lambda xml: xml.replace('<c r="C2" t="inlineStr"><is><t>05/06/2022</t></is></c>', '<c r="C2" t="d"><v>2022-06-05T00:00:00</v></c>'))),
    Messy("tien-to.xlsx", lambda: _sheet_text(lambda xml: xml.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace('<x:worksheet xmlns="', '<x:worksheet xmlns:x="'))),
    Messy("nghiem-ngat.xlsx", lambda: xlsx.package({n: t.replace("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main").replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument") for n, t in xlsx.parts({"A": xlsx.sheet(TABLE)}).items()})),
    Messy("khong-dia-chi.xlsx", lambda: _sheet_text(lambda xml: re.sub(r' r="[A-Z]*\d+"', "", xml))),
    Messy("khuon-kho-sai.xlsx", lambda: _sheet_text(lambda xml: xml.replace("<sheetData>", '<dimension ref="A1:B2"/><sheetData>'))),
    Messy("chu-thich-xml.xlsx", lambda: _sheet_text(lambda xml: xml.replace("<sheetData>", "<!-- <sheetData><row> --><sheetData>").replace('<row r="3">', '<!-- <row r="9"><c r="A9"><v>9</v></c></row> --><row r="3">'))),
    Messy("utf-16.xlsx", lambda: xlsx.package({**xlsx.parts({"A": ""}), "xl/worksheets/sheet1.xml": xlsx.sheet(TABLE).replace("UTF-8", "UTF-16").encode("utf-16")})),
    Messy("gach-nguoc.xlsx", lambda: xlsx.package({name.replace("/", "\\"): text for name, text in xlsx.parts({"A": xlsx.sheet(TABLE)}).items()})),
    Messy("tep-khac-ten.xlsx", lambda: xlsx.package({name.replace("workbook.xml", "workbook7.xml"): text.replace("xl/workbook.xml", "xl/workbook7.xml") for name, text in xlsx.parts({"A": xlsx.sheet(TABLE)}).items()})),
    Messy("o-gop.xlsx", lambda: _by_xlsxwriter(lambda _book, page: page.merge_range(0, 0, 0, 5, "DANH SÁCH TRẺ EM"))),
    Messy("cot-an.xlsx", lambda: _by_xlsxwriter(lambda _book, page: page.set_column(4, 4, 10, None, {"hidden": True}))),
    Messy("o-tron.xlsx", lambda: _by_xlsxwriter(lambda book, page: [page.write_blank(r, c, None, book.add_format({"bold": True})) for r in range(6, 400) for c in range(12)] and None)),
    Messy("cong-thuc.xlsx", lambda: _by_xlsxwriter(lambda _book, page: page.write_formula(1 + 1, 7, "=A3+1", None, 2))),
    Messy("nhay-don.xlsx", lambda: xlsx.workbook([TITLES, *[[*child[:4], f"'{child[4]}", child[5]] for child in CHILDREN]]), values=[[*child[1:4], f"'{child[4]}", child[5]] for child in CHILDREN]),
    Messy("nfd.xlsx", lambda: xlsx.workbook([[unicodedata.normalize("NFD", cell) for cell in row] for row in TABLE])),
    Messy("tang-hinh.xlsx", lambda: xlsx.workbook([TITLES, *[[child[0], "\u200b".join(child[1]), *child[2:]] for child in CHILDREN]])),
    Messy("tcvn3.xlsx", lambda: xlsx.workbook(_typed("tcvn3"))),
    Messy("tcvn3-tieu-de-moi.xlsx", lambda: xlsx.workbook(_typed("tcvn3", heading=False))),
    Messy("tcvn3-tieu-de-tren.xlsx", lambda: xlsx.workbook(_typed("tcvn3", rows=[*ABOVE, *TABLE]))),
    Messy("vni.xlsx", lambda: xlsx.workbook(_typed("vni"))),
    Messy("viqr.xlsx", lambda: xlsx.workbook(_typed("viqr", heading=False))),
    Messy("utf8-sai.xlsx", lambda: xlsx.workbook(_typed("utf8"))),
    Messy("cp1258-sai.xlsx", lambda: xlsx.workbook(_typed("cp1258"))),
    Messy("thuong.csv", _csv),
    Messy("bom.csv", lambda: _csv(bom=codecs.BOM_UTF8)),
    Messy("cham-phay.csv", lambda: _csv(";")),
    Messy("tab.txt", lambda: _csv("\t")),
    Messy("ngoac-kep.csv", lambda: _csv(quote=True)),
    Messy("ngoac-quen-dong.csv", lambda: _csv().replace("Kim Thị Đa".encode(), '"Kim Thị Đa'.encode())),
    Messy("ngoac-quen-dong-dong-dau.csv", lambda: _csv(";").replace("Lưu Gia Hân".encode(), '"Lưu Gia Hân'.encode())),
    Messy("ngoac-dong-o-dong-sau.csv", lambda: _csv().replace("Lưu Gia".encode(), '"Lưu Gia'.encode()).replace("Kim Thị Đa".encode(), 'Kim Thị Đa"'.encode())),
    Messy("ngoac-quen-dong-co-phay.csv", lambda: _csv().replace("Kim Thị Đa".encode(), '"Kim Thị Đa'.encode()).replace("Nguyễn Hoàng Ánh".encode(), '"Nguyễn Hoàng, Ánh"'.encode()), values=[*(child[1:] for child in CHILDREN[:2]), ["Nguyễn Hoàng, Ánh", *CHILDREN[2][2:]]]),
    Messy("o-hai-dong.csv", lambda: _csv().replace("Kim Thị Đa".encode(), '"Kim Thị Đa\nkhu vực 5, tổ 2"'.encode()), values=[CHILDREN[0][1:], [*CHILDREN[1][1:5], "Kim Thị Đa | khu vực 5, tổ 2"], CHILDREN[2][1:]]),
    Messy("khai-bao.csv", lambda: _csv(";", above="sep=;\r\n")),
    Messy("cr.csv", lambda: _csv(end="\r")),
    Messy("lf.csv", lambda: _csv(end="\n")),
    Messy("tieu-de-phay.csv", lambda: _csv(";", above="DANH SÁCH TRẺ EM, NĂM 2026, PHƯỜNG CÁI KHẾ\r\n\r\n")),
    Messy("utf-16-le.csv", lambda: _csv("\t", "utf-16-le", codecs.BOM_UTF16_LE)),
    Messy("utf-16-be.csv", lambda: _csv("\t", "utf-16-be", codecs.BOM_UTF16_BE)),
    Messy("utf-16-khong-bom.csv", lambda: _csv(";", "utf-16-le")),
    Messy("cp1258.csv", lambda: b"\r\n".join(";".join(old_fonts.WRITERS["cp1258"](cell) for cell in row).encode("cp1252") for row in TABLE)),
    Messy("tcvn3.csv", lambda: b"\n".join(",".join(old_fonts.WRITERS["tcvn3"](cell) for cell in row).encode("latin-1") for row in TABLE)),
    Messy("vni.csv", lambda: b"\n".join(";".join(old_fonts.WRITERS["vni"](cell) for cell in row).encode("latin-1") for row in TABLE)),
    Messy("ten-gia.xlsx", _csv),
    Messy("thuong.ods", lambda: ods.workbook({"A": TABLE})),
    Messy("ngay.ods", lambda: ods.workbook({"A": [TITLES, *[[*child[:2], date(*map(int, reversed(child[2].split("/")))), *child[3:]] for child in CHILDREN]]})),
    Messy("an.ods", lambda: ods.workbook({"Mã": [["x"]], "Trẻ": [*ABOVE, *TABLE]}, hidden=["Mã"]), sheet="Trẻ"),
    Messy("thuong.xls", lambda: xls.workbook([xls.Page("A", TABLE)])),
    Messy("ngay.xls", lambda: xls.workbook([xls.Page("A", _serials(), days=frozenset((r, 2) for r in range(1, 4)))])),
    Messy("ngay-1904.xls", lambda: xls.workbook([xls.Page("A", _serials(zero=date(1904, 1, 1)), days=frozenset((r, 2) for r in range(1, 4)))], from_1904=True)),
    Messy("an.xls", lambda: xls.workbook([xls.Page("Mã", [["x", "y"]], hidden=True), xls.Page("Trẻ", [*ABOVE, *TABLE, *BELOW])]), sheet="Trẻ"),
    Messy("tcvn3.xls", lambda: xls.workbook([xls.Page("A", _typed("tcvn3"))])),
    Messy("ten-gia.xls", lambda: xlsx.workbook(TABLE)),
)  # fmt: skip
