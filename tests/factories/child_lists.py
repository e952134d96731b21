"""Child lists as workbooks in memory: rows as dictionaries by our column names, or as bare cells for lists nobody expected."""

import io
import random
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from mangnon.intake.formats import child_list

TITLES = {column.field: column.title for column in child_list.COLUMNS}
USUAL = (
    "number", "full_name", "birth_date", "sex", "ethnicity", "personal_number", "father_name", "mother_name", "hamlet", "address",
    "poverty", "circumstances",
)  # fmt: skip
SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Võ",
    "Danh",
    "Thạch",
    "Kim",
    "Lý",
    "Lâm",
    "Đặng",
    "Phan",
    "Bùi",
    "Hồ",
    "Ngô",
    "Dương",
    "Đỗ",
    "Trương",
    "Mai",
]
MIDDLE = [
    "Thị",
    "Văn",
    "Gia",
    "Ngọc",
    "Minh",
    "Hoàng",
    "Bảo",
    "Thanh",
    "Mỹ",
    "Quốc",
    "Thùy",
    "Hữu",
    "Kim",
    "Khánh",
    "Đức",
    "Phương",
    "Nhật",
    "Tuấn",
    "Hồng",
    "Tường",
]
TWENTY = (
    "number", "full_name", "birth_date", "sex", "ethnicity", "personal_number", "father_name", "father_birth", "mother_name",
    "mother_birth", "phone", "hamlet", "permanent", "current", "address", "poverty", "school_level", "school_state", "circumstances",
    "note",
)  # fmt: skip
GIVEN = [
    "An",
    "Bình",
    "Châu",
    "Dung",
    "Đạt",
    "Giang",
    "Hà",
    "Khôi",
    "Linh",
    "Nam",
    "Phúc",
    "Quân",
    "Sơn",
    "Trang",
    "Uyên",
    "Vy",
    "Yến",
    "Ngân",
    "Hân",
    "Bảo",
    "Thư",
    "Nhi",
    "Trâm",
    "Tiên",
    "Kiệt",
]


def row(**facts: str) -> dict[str, str]:
    """One right row; every fact can be replaced."""
    usual = {
        "number": "1", "full_name": "Lưu Gia Hân", "birth_date": "05/06/2022", "sex": "Nữ", "ethnicity": "Kinh",
        "personal_number": "092322007731", "father_name": "Lưu Văn Tài", "mother_name": "Trần Thị Ngân", "hamlet": "Khu vực 5",
        "address": "27/4 đường Trần Phú",
    }  # fmt: skip
    return usual | facts


def workbook(
    rows: Sequence[dict[str, str]], *, fields: Sequence[str] = USUAL, above: Sequence[Sequence[str]] = (), sheet: str = "Sheet1"
) -> bytes:
    """A list with the usual headings, under as many title lines as wanted."""
    cells = [*above, [TITLES[field] for field in fields], *([each.get(field, "") for field in fields] for each in rows)]
    return sheet_of(cells, sheet=sheet)


def sheet_of(cells: Sequence[Sequence[object]], *, sheet: str = "Sheet1") -> bytes:
    """A workbook of bare cells: text as text, numbers as numbers, None left out."""
    return sheets_of({sheet: cells})


def sheets_of(
    sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = (), merged: Mapping[str, Sequence[str]] | None = None
) -> bytes:  # fmt: skip
    """A workbook of several sheets of bare cells, some hidden, some with merged ranges."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": datetime(2026, 11, 1)})  # the same cells are the same bytes, whatever second it is
    for name, cells in sheets.items():
        page = book.add_worksheet(name)
        for r, line in enumerate(cells):
            for c, value in enumerate(line):
                if isinstance(value, str):
                    page.write_string(r, c, value)
                elif value is not None:
                    page.write(r, c, value)
        for span in (merged or {}).get(name, ()):
            page.merge_range(span, "")
            r, c = xl_cell_to_rowcol(span.partition(":")[0])
            page.write(r, c, cells[r][c])
        if name in hidden:
            page.hide()
    if hidden:
        next(page for page in book.worksheets() if page.name not in hidden).activate()
    book.close()
    return buffer.getvalue()


def many(count: int, *, seed: int = 1) -> list[dict[str, str]]:
    """Right rows about different children, the same for the same seed. Numbers agree with sex and birth year."""
    draw = random.Random(seed)

    def name(sex: str = "") -> str:
        middle = {"Nữ": "Thị", "Nam": "Văn"}.get(sex) or draw.choice(MIDDLE)
        return f"{draw.choice(SURNAMES)} {middle} {draw.choice(MIDDLE)} {draw.choice(GIVEN)}"

    rows = []
    for i in range(count):
        sex, year = draw.choice(["Nam", "Nữ"]), draw.randrange(2011, 2026)
        rows.append(
            row(
                number=str(i + 1), full_name=name(sex), birth_date=f"{draw.randrange(1, 29):02d}/{draw.randrange(1, 13):02d}/{year}",
                sex=sex,
                ethnicity=draw.choice(["Kinh"] * 8 + ["Khmer", "Hoa"]),
                personal_number=f"092{3 if sex == 'Nữ' else 2}{year % 100:02d}{i:06d}" if draw.random() < 0.9 else "",
                father_name=name("Nam"), mother_name=name("Nữ"), hamlet=f"Khu vực {draw.randrange(1, 10)}",
                address=f"{draw.randrange(1, 400)} đường Trần Phú",
                poverty="Hộ nghèo" if draw.random() < 0.03 else "",
                circumstances="Khuyết tật nặng" if draw.random() < 0.012 else "",
                father_birth=str(year - 28), mother_birth=str(year - 25), phone=f"0900{i % 1_000_000:06d}", permanent="Phường Cái Khế",
                current="Phường Cái Khế", school_state="Đang học" if year < 2020 else "", note="",
            )
        )  # fmt: skip
    return rows
