# ruff: noqa: E501  one file a line reads best
"""Lists laid out in every way wards lay them out: a sheet for each hamlet or age, blocks with titles of their own, tables side by side,
names in two columns, merged cells, no heading at all. They tell of the three children of `messy.CHILDREN`.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.factories.spreadsheets import ods, old_fonts, xls, xlsx
from tests.factories.spreadsheets.messy import ABOVE, BELOW, CHILDREN, HAMLETS, IN_HAMLETS, TABLE, TITLES, Messy

ONE, TWO, THREE = CHILDREN
HEAD, WITH_HAMLET = ["STT", "Họ và tên", "Ngày sinh"], ["STT", "Họ và tên", "Ngày sinh", "Ấp"]
SHORT = [child[:3] for child in CHILDREN]
NAMES = ("full_name", "birth_date")
TOLD = [child[1:3] for child in CHILDREN]
BORN = ("full_name", "birth_date", "sex")
BORN_TOLD = [child[1:4] for child in CHILDREN]
PARENTS = ("full_name", "birth_date", "father_name", "mother_name")
FATHERS = ["Lưu Văn Tài", "Thạch Sóc", "Nguyễn Văn Bảy"]
OF_PARENTS = [[child[1], child[2], father, child[5]] for child, father in zip(CHILDREN, FATHERS, strict=True)]


@dataclass(frozen=True)
class Asked:
    """A file of which somebody must say what columns are: place → what it is taken for."""

    name: str
    make: Callable[[], bytes]
    guesses: dict[int, str]
    sheet: str = ""


def _pages(pages: dict[str, Sequence[Sequence[object]]], **more: object) -> bytes:
    return xlsx.package(dict(xlsx.parts({name: xlsx.sheet(cells) for name, cells in pages.items()}, **more)))  # type: ignore[arg-type]


def _merged(cells: Sequence[Sequence[object]], *spans: str) -> bytes:
    after = f'<mergeCells count="{len(spans)}">{"".join(f'<mergeCell ref="{span}"/>' for span in spans)}</mergeCells>'
    return xlsx.workbook(cells, after=after)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _split(name: str) -> list[str]:
    family, _, given = name.rpartition(" ")
    return [family, given]


SPLIT = [[child[0], *_split(child[1]), *child[2:]] for child in CHILDREN]
HOUSE = ("full_name", "birth_date", "mother_name", "address")
IN_HOUSE = [
    [ONE[1], ONE[2], "Trần Thị Ngân", "12 Trần Phú"],
    [TWO[1], TWO[2], "Trần Thị Ngân", "12 Trần Phú"],
    [THREE[1], THREE[2], THREE[5], "8 Lê Lợi"],
]
HOUSE_ROWS = [
    ["Họ và tên", "Ngày sinh", "Họ tên mẹ", "Địa chỉ"],
    [*ONE[1:3], "Trần Thị Ngân", "12 Trần Phú"],
    [*TWO[1:3], "", ""],
    [*THREE[1:3], THREE[5], "8 Lê Lợi"],
]

FILES = (
    # a sheet for each …
    Messy("ap-moi-trang.xlsx", lambda: _pages({"Ấp Tân Bình": [HEAD, *SHORT[:2]], "KV2": [HEAD, SHORT[2]]}), HAMLETS, IN_HAMLETS),
    Messy("ap-moi-trang.xls", lambda: xls.workbook([xls.Page("Ấp Tân Bình", [HEAD, *SHORT[:2]]), xls.Page("KV2", [HEAD, SHORT[2]])]), HAMLETS, IN_HAMLETS),
    Messy("ap-moi-trang.ods", lambda: ods.workbook({"Ấp Tân Bình": [HEAD, *SHORT[:2]], "KV2": [HEAD, SHORT[2]]}), HAMLETS, IN_HAMLETS),
    Messy("ap-o-tieu-de.xlsx", lambda: _pages({"1": [["DANH SÁCH TRẺ EM ẤP TÂN BÌNH NĂM 2026"], HEAD, *SHORT[:2]], "2": [["DANH SÁCH TRẺ EM KHU VỰC 2"], HEAD, SHORT[2]]}), HAMLETS, IN_HAMLETS),
    Messy("ap-co-cot-trang.xlsx", lambda: _pages({"Ấp Tân Bình": [WITH_HAMLET, [*SHORT[0], ""], [*SHORT[1], "Ấp Tân Bình"]], "Khu vực 2": [WITH_HAMLET, [*SHORT[2], ""]]}), HAMLETS, IN_HAMLETS),
    Messy("tuoi-moi-trang.xlsx", lambda: _pages({"0-5 tuổi": TABLE[:2], "6-10 tuổi": [TITLES, TWO], "11-15 tuổi": [TITLES, THREE]})),
    Messy("tieu-de-khac-nhau.xlsx", lambda: _pages({"A": TABLE[:3], "B": [["Họ tên mẹ", "Ngày sinh", "Họ tên", "Phái", "CCCD"], [THREE[5], THREE[2], THREE[1], THREE[3], THREE[4]]]})),
    Messy("do-sau-khac-nhau.xlsx", lambda: _pages({"A": [*ABOVE, *TABLE[:3], *BELOW], "B": [[], [], TITLES, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], THREE]})),
    Messy("co-tong-hop.xlsx", lambda: _pages({"Tổng hợp": [["STT", "Ấp, khu vực", "Tổng số trẻ", "Nam", "Nữ"], [1, "Ấp 1", 2, 1, 1], [2, "Ấp 2", 1, 0, 1]], "A": TABLE[:3], "B": [TITLES, THREE]}), left_out=("Tổng hợp",)),
    Messy("co-huong-dan.xlsx", lambda: _pages({"Hướng dẫn": [["Cột", "Cách ghi"], ["Họ và tên", "Như giấy khai sinh"], ["Ngày sinh", "dd/mm/yyyy"], TITLES, ["1", "Nguyễn Văn Mẫu", "01/01/2020", "Nam", "", "Trần Thị Mẫu"]], "Trẻ": TABLE}), left_out=("Hướng dẫn",)),
    Messy("co-vi-du-la.xlsx", lambda: _pages({"Ví dụ": [["Bé", "Lúc chào đời"], ["Nguyễn Văn Mẫu", "01/01/2020"], ["Trần Văn Mẫu", "02/01/2020"]], "Trẻ": TABLE}), left_out=("Ví dụ",)),
    Messy("co-danh-muc.xlsx", lambda: _pages({"Trẻ": TABLE, "DM dân tộc": [["Mã", "Tên"], ["01", "Kinh"], ["04", "Hoa"], ["05", "Khơ-me"]], "DM xã": [["Mã xã", "Tên xã, phường"], ["31120", "Phường Cái Khế"]]}), left_out=("DM dân tộc", "DM xã")),
    Messy("co-can-bo.xlsx", lambda: _pages({"Cộng tác viên": [["STT", "Họ và tên", "Năm sinh", "SĐT"], ["1", "Nguyễn Thị Hai", "1975", "0901234567"]][:1], "Trẻ": TABLE}), left_out=("Cộng tác viên",)),
    Messy("trang-trong.xlsx", lambda: _pages({"A": TABLE, "B": [TITLES], "C": [["Ghi chú"]]}), left_out=("B", "C")),
    Messy("trang-an-co-tre.xlsx", lambda: _pages({"Cũ": [TITLES, ["1", "Võ Văn Cũ", "01/01/2019", "Nam", "", "Lê Thị Xưa"]], "Mới": TABLE}, states={"Cũ": "hidden"}), left_out=("Cũ",)),
    Messy("danh-sach-nguoi-lon.xlsx", lambda: _pages({"Cộng tác viên": [["STT", "Họ và tên", "Năm sinh", "SĐT"], ["1", "Nguyễn Thị Hai", "1975", "0901234567"], ["2", "Lê Văn Ba", "1980", "0901234568"]], "Trẻ": TABLE}), left_out=("Cộng tác viên",)),
    # blocks under one another
    Messy("khoi-co-tieu-de.xlsx", lambda: xlsx.workbook([["DANH SÁCH TRẺ EM ẤP TÂN BÌNH"], [], HEAD, *SHORT[:2], ["", "Cộng: 2 trẻ"], [], ["DANH SÁCH TRẺ EM KHU VỰC 2"], [], HEAD, SHORT[2]]), HAMLETS, IN_HAMLETS),
    Messy("khoi-khac-cot.xlsx", lambda: xlsx.workbook([["Danh sách trẻ dưới 6 tuổi"], TITLES, ONE, [], ["Danh sách trẻ từ 6 tuổi"], ["Họ tên", "CCCD", "Giới tính", "Ngày tháng năm sinh", "Mẹ"], *[[c[1], c[4], c[3], c[2], c[5]] for c in (TWO, THREE)]])),
    Messy("khoi-xa-nhau.xlsx", lambda: xlsx.workbook([TITLES, ONE, *[[] for _ in range(200)], ["Họ tên", "Sinh ngày", "Phái", "ĐDCN", "Mẹ"], TWO[1:], *[[] for _ in range(90)], TITLES, THREE])),
    Messy("khoi-nhieu-cot-hon-sau.xlsx", lambda: xlsx.workbook([HEAD, SHORT[0], [], [*HEAD, "Giới tính", "Mẹ"], [*SHORT[1], "Nam", TWO[5]], [*SHORT[2], "Nữ", THREE[5]]]), NAMES, TOLD),
    Messy("tieu-de-hai-dong-lap.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Họ và tên cha mẹ", ""], ["", "", "", "Cha", "Mẹ"], *[[c[0], c[1], c[2], f, c[5]] for c, f in list(zip(CHILDREN, FATHERS, strict=True))[:2]], ["Trang 2"], ["STT", "Họ và tên", "Ngày sinh", "Họ và tên cha mẹ", ""], ["", "", "", "Cha", "Mẹ"], [THREE[0], THREE[1], THREE[2], FATHERS[2], THREE[5]]]), PARENTS, OF_PARENTS),
    Messy("tcvn3-lap.xlsx", lambda: xlsx.workbook([[old_fonts.WRITERS["tcvn3"](cell) for cell in row] for row in [TITLES, *CHILDREN[:2], TITLES, THREE]])),
    Messy("tong-tung-ap.xlsx", lambda: xlsx.workbook([[*HEAD, "Giới tính"], ["I", "Ấp Tân Bình", "", ""], *[[*c[:4]] for c in CHILDREN[:2]], ["", "Cộng ấp Tân Bình: 2", "", "1 nữ"], ["II", "Khu vực 2", "", ""], THREE[:4], ["", "Cộng", "1", ""], ["", "Tổng cộng", "3", "2 nữ"]]), HAMLETS, IN_HAMLETS),
    Messy("tieu-de-sau-dong-dem.xlsx", lambda: xlsx.workbook([TITLES, ["A", "B", "1", "2", "3", "4"], *CHILDREN])),
    Messy("ghi-chu-cuoi.xlsx", lambda: xlsx.workbook([*TABLE, [], ["Ghi chú:"], ["- Trẻ số 2 chuyển đến tháng 3/2026"], ["- Danh sách gồm 3 trẻ, lập ngày 05/11/2026, người lập Lê Văn Sáu"]])),
    Messy("chu-ky-ngang.xlsx", lambda: xlsx.workbook([*TABLE, [], ["", "NGƯỜI LẬP BIỂU", "", "", "XÁC NHẬN CỦA UBND PHƯỜNG"], ["", "(Ký, ghi rõ họ tên)", "", "", "CHỦ TỊCH"], [], ["", "Lê Văn Sáu", "", "", "Trần Văn Bảy"]])),
    Messy("dong-huong-dan.xlsx", lambda: xlsx.workbook([TITLES, ["(số)", "(chữ in hoa)", "(dd/mm/yyyy)", "(Nam/Nữ)", "(12 số)", "(nếu có)"], *CHILDREN])),
    Messy("dong-vi-du.xlsx", lambda: xlsx.workbook([TITLES, ["VD", "Nguyễn Văn Mẫu", "01/01/2020", "Nam", "", "Trần Thị Mẫu"], *CHILDREN])),
    Messy("dong-danh-so-san.xlsx", lambda: xlsx.workbook([*TABLE, *[[str(number)] for number in range(4, 30)]])),
    Messy("hai-ben-quoc-hieu.xlsx", lambda: xlsx.workbook([["UBND PHƯỜNG CÁI KHẾ", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["KHU VỰC 2", "", "", "Độc lập - Tự do - Hạnh phúc"], [], ["DANH SÁCH TRẺ EM"], *TABLE]), (*BORN, "hamlet"), [[*told, "Khu vực 2"] for told in BORN_TOLD]),
    Messy("trang-in-khong-tieu-de.xlsx", lambda: xlsx.workbook([TITLES, ONE, [], ["", "", "", "", "", "Trang 2/3"], ["UBND phường Cái Khế", "", "", "", "Danh sách trẻ em"], TWO, ["Khu vực 5"], THREE]), (*BORN, "hamlet"), [[*BORN_TOLD[0], ""], [*BORN_TOLD[1], ""], [*BORN_TOLD[2], "Khu vực 5"]]),
    Messy("bang-nguoi-lon-duoi.xlsx", lambda: xlsx.workbook([*TABLE, [], ["Danh sách cộng tác viên"], ["Họ và tên", "Năm sinh", "SĐT"], ["Nguyễn Thị Hai", "1975", "0901234567"], ["Lê Văn Ba", "1980", "0901234568"]]), left_out=("Danh sách, bảng ở dòng 7",)),
    # tables side by side
    Messy("hai-bang-canh-nhau.xlsx", lambda: xlsx.workbook([["DANH SÁCH TRẺ EM"], [*HEAD, "", *HEAD], [*SHORT[0], "", *SHORT[2]], [*SHORT[1]]]), NAMES, TOLD),
    Messy("ba-bang-canh-nhau.xlsx", lambda: xlsx.workbook([[*HEAD, *HEAD, *HEAD], [*SHORT[0], *SHORT[1], *SHORT[2]]]), NAMES, TOLD),
    Messy("hai-bang-cach-cot.xlsx", lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "", "Họ và tên", "Ngày sinh"], [*ONE[1:3], "", *THREE[1:3]], TWO[1:3]]), NAMES, TOLD),
    # names in two columns
    Messy("ho-ten-roi.xlsx", lambda: xlsx.workbook([["STT", "Họ", "Tên", *TITLES[2:]], *SPLIT])),
    Messy("ho-dem-ten.xlsx", lambda: xlsx.workbook([["STT", "Họ và chữ đệm", "Tên", *TITLES[2:]], *SPLIT])),
    Messy("ho-lot-ten.csv", lambda: _csv([["STT", "Họ lót", "Tên", *TITLES[2:]], *SPLIT])),
    Messy("ho-ten-gop.xlsx", lambda: _merged([["STT", "Họ và tên", "", *TITLES[2:]], *SPLIT], "B1:C1")),
    Messy("ho-ten-gop.csv", lambda: _csv([["STT", "Họ và tên", "", *TITLES[2:]], *SPLIT])),
    Messy("ho-ten-gop-hai-dong.xlsx", lambda: _merged([["STT", "Họ và tên", "", *TITLES[2:]], ["", "Họ đệm", "Tên"], *SPLIT], "B1:C1")),
    Messy("cha-me-roi.xlsx", lambda: _merged([["Họ và tên", "Ngày sinh", "Họ và tên cha", "", "Họ và tên mẹ", ""], *[[c[1], c[2], *_split(f), *_split(c[5])] for c, f in zip(CHILDREN, FATHERS, strict=True)]], "C1:D1", "E1:F1"), PARENTS, OF_PARENTS),
    Messy("cha-ho-ten.xlsx", lambda: xlsx.workbook([["Họ", "Tên", "Ngày sinh", "Cha", "", "Mẹ", ""], ["", "", "", "Họ", "Tên", "Họ", "Tên"], *[[*_split(c[1]), c[2], *_split(f), *_split(c[5])] for c, f in zip(CHILDREN, FATHERS, strict=True)]]), PARENTS, OF_PARENTS),
    Messy("ho-va-ten-roi-ten.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Tên", *TITLES[2:]], *SPLIT])),
    Messy("ten-hai-dong.xlsx", lambda: xlsx.workbook([HEAD, ["1", "Nguyễn Thị", "05/06/2022"], ["", "Hoàng Ánh", ""], ["2", "Lưu Gia Bảo", "17/11/2018"], ["", "Hân", ""], ["Ấp Tân Bình"], SHORT[2]]), NAMES, [["Nguyễn Thị Hoàng Ánh", "05/06/2022"], ["Lưu Gia Bảo | Hân", "17/11/2018"], TOLD[2]]),
    Messy("hai-tre-mot-o.xlsx", lambda: xlsx.workbook([HEAD, ["1", "Lưu Gia Hân\nLưu Gia Bảo", "05/06/2022"], ["2", "Nguyễn\nHoàng Ánh", "17/11/2018"]]), NAMES, [["Lưu Gia Hân | Lưu Gia Bảo", "05/06/2022"], ["Nguyễn Hoàng Ánh", "17/11/2018"]]),
    Messy("ten-nhac-lai.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Tên", *TITLES[2:]], *[[c[0], c[1], c[1].split()[-1], *c[2:]] for c in CHILDREN]])),
    Messy("sinh-doi-gop.xlsx", lambda: _merged([HEAD, ["1", "Lưu Gia Hân", "05/06/2022"], ["2", "Lưu Gia Bảo", ""]], "C2:C3"), NAMES, [["Lưu Gia Hân", "05/06/2022"], ["Lưu Gia Bảo", "05/06/2022"]]),
    Messy("chi-cot-ten.xlsx", lambda: xlsx.workbook([["STT", "Tên", *TITLES[2:]], *CHILDREN])),
    # parents with things of their own
    Messy("nhom-cha-me.xlsx", lambda: xlsx.workbook([["STT", "Trẻ em", "", "Mẹ", "", "", "Cha", ""], ["", "Họ và tên", "Ngày sinh", "Họ và tên", "Năm sinh", "Số CCCD", "Họ và tên", "CCCD"], *[[c[0], c[1], c[2], c[5], "1990", "092190001234", f, "092088004321"] for c, f in zip(CHILDREN, FATHERS, strict=True)]]), (*PARENTS, "mother_birth", "personal_number"), [[*row, "1990", ""] for row in OF_PARENTS]),
    Messy("nhom-thong-tin.xlsx", lambda: xlsx.workbook([["Thông tin trẻ", "", "Thông tin cha", "", "Thông tin mẹ", "", "Liên hệ"], ["Họ tên", "NTNS", "Họ tên", "Năm sinh", "Họ tên", "Nghề nghiệp", "SĐT"], *[[c[1], c[2], f, "1985", c[5], "Nội trợ", "0901234567"] for c, f in zip(CHILDREN, FATHERS, strict=True)]]), (*PARENTS, "phone"), [[*row, "0901234567"] for row in OF_PARENTS]),
    # merged cells over several children
    Messy("nha-gop.xlsx", lambda: _merged(HOUSE_ROWS, "C2:C3", "D2:D3"), HOUSE, IN_HOUSE),
    Messy("nha-gop.xls", lambda: xls.workbook([xls.Page("A", HOUSE_ROWS, merged=[(1, 2, 2, 2), (1, 2, 3, 3)])]), HOUSE, IN_HOUSE),
    Messy("nha-gop.ods", lambda: ods.package(ods.content(ods.table("A", HOUSE_ROWS).replace('<table:table-cell office:value-type="string"><text:p>Trần Thị Ngân', '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Trần Thị Ngân').replace('<table:table-cell office:value-type="string"><text:p>12 Trần Phú', '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>12 Trần Phú'))), HOUSE, IN_HOUSE),
    Messy("nha-khong-gop.xlsx", lambda: xlsx.workbook(HOUSE_ROWS), HOUSE, [IN_HOUSE[0], [*TWO[1:3], "", ""], IN_HOUSE[2]]),
    Messy("ap-gop.xlsx", lambda: _merged([WITH_HAMLET, [*SHORT[0], "Ấp Tân Bình"], [*SHORT[1], ""], [*SHORT[2], "Khu vực 2"]], "D2:D3"), HAMLETS, IN_HAMLETS),
    Messy("ap-gop-dau.xlsx", lambda: _merged([["Ấp", "Họ và tên", "Ngày sinh"], ["Ấp Tân Bình", *ONE[1:3]], ["", *TWO[1:3]], ["Khu vực 2", *THREE[1:3]]], "A2:A3"), HAMLETS, IN_HAMLETS),
    Messy("tre-hai-dong.xlsx", lambda: _merged([["STT", "Họ và tên", "Ngày sinh", "Cha, mẹ"], *[row for c, f in zip(CHILDREN, FATHERS, strict=True) for row in ([c[0], c[1], c[2], f], ["", "", "", c[5]])]], *[f"{column}{row}:{column}{row + 1}" for column in "ABC" for row in (2, 4, 6)]), NAMES, TOLD),
    # days in three columns, sexes ticked, units in the heading
    Messy("ngay-gop-ba-cot.xlsx", lambda: _merged([["STT", "Họ và tên", "Ngày sinh", "", "", "Giới tính"], ["", "", "Ngày", "Tháng", "Năm"], *[[c[0], c[1], *c[2].split("/"), c[3]] for c in CHILDREN]], "C1:E1"), BORN, BORN_TOLD),
    Messy("ngay-thang-nam-canh-nhau.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Tháng sinh", "Năm sinh", "Giới tính"], [ONE[0], ONE[1], "", "6", "2022", ONE[3]], [TWO[0], TWO[1], "", "", "2018", TWO[3]], [THREE[0], THREE[1], *THREE[2].split("/"), THREE[3]]]), BORN, [[ONE[1], "6/2022", "Nữ"], [TWO[1], "2018", "Nam"], BORN_TOLD[2]]),
    Messy("ba-cot-ngay-nam-nu.xlsx", lambda: _merged([["Họ và tên", "Ngày, tháng, năm sinh", "", "", "", "", ""], ["", "Nam", "", "", "Nữ", "", ""], ["", "Ngày", "Tháng", "Năm", "Ngày", "Tháng", "Năm"], *[[c[1], *(["", "", ""] if c[3] == "Nữ" else []), *c[2].split("/")] for c in CHILDREN]], "B1:G1", "B2:D2", "E2:G2"), BORN, BORN_TOLD),
    Messy("ngay-sinh-nam-nu.xlsx", lambda: xlsx.workbook([["Họ và tên", "Ngày, tháng, năm sinh", ""], ["", "Nam", "Nữ"], *[[c[1], c[2] if c[3] == "Nam" else "", c[2] if c[3] == "Nữ" else ""] for c in CHILDREN]]), BORN, BORN_TOLD),
    Messy("gioi-mot-hang.xlsx", lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "Nam", "Nữ"], *[[c[1], c[2], "x" if c[3] == "Nam" else "", "x" if c[3] == "Nữ" else ""] for c in CHILDREN]]), BORN, BORN_TOLD),
    Messy("chi-danh-dau-nu.xlsx", lambda: xlsx.workbook([["Họ và tên", "Ngày sinh", "Nữ"], *[[c[1], c[2], "x" if c[3] == "Nữ" else ""] for c in CHILDREN]]), BORN, BORN_TOLD),
    Messy("hoan-canh-danh-dau.xlsx", lambda: _merged([["STT", "Họ và tên", "Ngày sinh", "Hoàn cảnh", "", "", "", "Ghi chú"], ["", "", "", "Mồ côi cả cha mẹ", "Khuyết tật", "Mồ côi cha", "Nghèo", ""], [*SHORT[0], "x", "x", "", "", ""], [*SHORT[1], "", "nặng", "", "x", ""], [*SHORT[2], "", "", "x", "", "x"]], "D1:G1"), (*NAMES, "circumstances", "risks", "poverty", "note"), [[*TOLD[0], "Mồ côi cả cha mẹ; Khuyết tật", "", "", ""], [*TOLD[1], "Khuyết tật nặng", "", "Hộ nghèo", ""], [*TOLD[2], "", "Mồ côi cha", "", "x"]]),
    Messy("dan-toc-danh-dau.xlsx", lambda: _merged([["STT", "Họ và tên", "Ngày sinh", "Giới tính", "", "Dân tộc", "", "", ""], ["", "", "", "Nam", "Nữ", "Kinh", "Khmer", "Hoa", "Khác"], [*SHORT[0], "", "x", "x", "", "", ""], [*SHORT[1], "x", "", "", "x", "", ""], [*SHORT[2], "", "x", "", "", "", "Chăm"]], "D1:E1", "F1:I1"), (*BORN, "ethnicity"), [[*told, group] for told, group in zip(BORN_TOLD, ["Kinh", "Khmer", "Chăm"], strict=True)]),
    Messy("doi-tuong-danh-dau.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Thuộc đối tượng", "", "", ""], ["", "", "", "Hộ nghèo", "Hộ cận nghèo", "TE khuyết tật", "TE mồ côi"], [*SHORT[0], "x", "", "", ""], [*SHORT[1], "", "x", "x", ""], [*SHORT[2], "", "", "", "x"]]), (*NAMES, "poverty", "circumstances"), [[*TOLD[0], "Hộ nghèo", ""], [*TOLD[1], "Hộ cận nghèo", "TE khuyết tật"], [*TOLD[2], "", "TE mồ côi"]]),
    Messy("khong-nhom-danh-dau.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Bị bỏ rơi", "Khuyết tật", "Hộ nghèo"], [*SHORT[0], "", "x", "x"], [*SHORT[1], "X", "", ""], [*SHORT[2], "", "vận động", ""]]), (*NAMES, "circumstances", "poverty"), [[*TOLD[0], "Khuyết tật", "Hộ nghèo"], [*TOLD[1], "Bị bỏ rơi", ""], [*TOLD[2], "Khuyết tật: vận động", ""]]),
    Messy("don-vi-o-tieu-de.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Cân nặng khi sinh (g)", "Chiều cao (cm)", "Giới tính"], *[[c[0], c[1], c[2], "3200", "50", c[3]] for c in CHILDREN]]), BORN, BORN_TOLD),
    Messy("tieu-de-hoa-khong-dau-cach.csv", lambda: _csv([["STT", "HOTEN", "NGAYSINH", "GIOITINH", "SO_DINH_DANH", "HO_TEN_ME"], *CHILDREN])),
    Messy("tieu-de-song-ngu.xlsx", lambda: xlsx.workbook([["STT (No.)", "Họ và tên (Full name)", "Ngày sinh (Date of birth)", "Giới tính (Sex)", "Số định danh (ID)", "Họ tên mẹ (Mother)"], *CHILDREN])),
    Messy("tieu-de-phia-duoi-mot-dong-la.xlsx", lambda: xlsx.workbook([["Mẫu số 01", "", "", "", "", ""], ["Kỳ: 2026", "", "", "Đơn vị: UBND phường", "", ""], *TABLE])),
)  # fmt: skip

ASKED = (
    Asked("tieu-de-la.xlsx", lambda: xlsx.workbook([[*TITLES[:5], "Ghi thêm"], *CHILDREN]), {5: "mother_name"}),
    Asked("khong-tieu-de.xlsx", lambda: xlsx.workbook(CHILDREN), {0: "number", 1: "full_name", 2: "birth_date", 3: "sex", 4: "personal_number", 5: "mother_name"}),
    Asked("khong-tieu-de-co-ten.xlsx", lambda: xlsx.workbook([["DANH SÁCH TRẺ EM"], [], *CHILDREN]), {0: "number", 1: "full_name", 2: "birth_date", 3: "sex", 4: "personal_number", 5: "mother_name"}),
    Asked("khong-tieu-de.csv", lambda: _csv([child[1:] for child in CHILDREN]), {0: "full_name", 1: "birth_date", 2: "sex", 3: "personal_number", 4: "mother_name"}),
    Asked("khong-tieu-de-ngay-ba-cot.xlsx", lambda: xlsx.workbook([[c[0], c[1], *map(int, c[2].split("/")), *c[3:]] for c in CHILDREN]), {0: "number", 1: "full_name", 2: "birth_day", 3: "birth_month", 4: "birth_year", 5: "sex", 6: "personal_number", 7: "mother_name"}),
    Asked("khong-tieu-de-nam-hai-so.csv", lambda: _csv([[c[1], *c[2].replace("/20", "/").split("/"), c[5]] for c in CHILDREN]), {0: "full_name", 1: "birth_day", 2: "birth_month", 3: "birth_year", 4: "mother_name"}),
    Asked("tieu-de-tu-dat.xlsx", lambda: xlsx.workbook([["#", "Bé nào", "Chào đời", "Phận gì", "Mã", "Người nhà"], *CHILDREN]), {0: "number", 1: "full_name", 2: "birth_date", 3: "sex", 4: "personal_number", 5: "mother_name"}),
    Asked("so-la-tieu-de.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Mã số"], *[[*c[:3], c[4]] for c in CHILDREN]]), {3: "personal_number"}),
    Asked("trang-sau-khong-tieu-de.xlsx", lambda: _pages({"1": TABLE[:3], "2": [[THREE[0], THREE[2], THREE[1], *THREE[3:]]]}), {1: "birth_date", 2: "full_name", 3: "sex", 4: "personal_number", 5: "mother_name"}, sheet="2"),
    Asked("hai-cot-ho-va-ten.xlsx", lambda: xlsx.workbook([["STT", "Họ và tên", "Ngày sinh", "Họ và tên", "Năm sinh"], *[[*c[:3], c[5], "1990"] for c in CHILDREN]]), {3: "mother_name"}),
    Asked("bang-sau-tieu-de-la.xlsx", lambda: xlsx.workbook([*TABLE[:3], [], ["Trẻ mới về"], ["#", "Chào đời", "Phận gì", "Bé nào", "Người nhà"], ["1", THREE[2], THREE[3], THREE[1], THREE[5]]]), {0: "number", 1: "birth_date", 2: "sex", 3: "full_name", 4: "mother_name"}),
    Asked("gioi-khong-tieu-de.csv", lambda: _csv([["Họ và tên", "", "Ngày sinh", "Mẹ"], *[[c[1], c[3], c[2], c[5]] for c in CHILDREN]]), {1: "sex"}),
    Asked("mot-trang-chua-ro.xlsx", lambda: _pages({"A": TABLE, "B": [["Bé nào", "Chào đời", "Người nhà"], ["Võ Văn Tám", "01/02/2020", "Lê Thị Ba"], ["Võ Thị Chín", "03/02/2021", "Lê Thị Ba"]]}), {0: "full_name", 1: "birth_date", 2: "mother_name"}, sheet="B"),
)  # fmt: skip
