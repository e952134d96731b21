"""The table of an act as a file: rows from → to of units or agencies, CSV (UTF-8) or XLSX; every fault named by row and column.

Three headings are read: that of `succession.csv` (units by code), that of `agency_successions.csv` (agencies by code), and agencies by
name (`seed_agency`, `function`, `successor_now`, `effective`, `legal_basis`).
"""

import csv
import io
from collections.abc import Mapping
from datetime import date

from mangnon.institutions.formats import folder
from mangnon.institutions.formats.cells import Cells
from mangnon.institutions.records import LinkRow, Problem
from mangnon.institutions.vocabulary import Function, Kind, Share, SuccessionKind
from mangnon.lib import tables
from mangnon.lib.vietnamese import fold

BY_NAME = ("seed_agency", "function", "successor_now", "effective")
EVERYTHING = {"", "all", "moi linh vuc", "tat ca"}


def read(content: bytes, *, name: str, on: date) -> list[LinkRow]:
    """The rows of a file, all of the day `on`. Raises folder.BadFiles, tables.UnreadableFile."""
    problems: list[Problem] = []
    warnings: list[Problem] = []
    rows: list[LinkRow] = []
    heading, lines = _lines(content, name)
    if set(folder.LINK_COLUMNS) - {"new_province"} <= set(heading):
        found = [folder.unit_link(cells, problems, warnings) for cells in lines]
    elif {"source_code", "target_code", "effective", "kind"} <= set(heading):
        found = [folder.agency_link(_filled(cells), problems) for cells in lines]
    elif set(BY_NAME) <= set(heading):
        found = [_named(cells, problems) for cells in lines]
    else:
        wanted = "old_code, old_name, new_code, new_name, kind, effective (đơn vị) hoặc source_code, target_code, kind, effective (cơ quan)"
        problems.append(Problem(name, 1, "dòng tiêu đề", f"Thiếu cột. Cần các cột: {wanted}."))
        found = []
    rows = [row for row in found if row]
    for row in rows:
        if row.on != on:
            problems.append(Problem(name, row.line, "effective", f"Ngày {row.on:%d/%m/%Y} khác ngày hiệu lực của văn bản ({on:%d/%m/%Y})."))
    problems += [Problem(one.file, one.line, one.column, one.message) for one in warnings]
    if not rows and not problems:
        problems.append(Problem(name, 1, "tất cả", "Tệp không có dòng nào dưới tiêu đề."))
    if problems:
        raise folder.BadFiles(problems)
    return rows


def _lines(content: bytes, name: str) -> tuple[list[str], list[Cells]]:
    if content[:2] == b"PK":
        sheet = tables.read_workbook(content, name=name)[0]
        table = [[str(cell) for cell in row] for row in sheet.rows]
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise folder.BadFiles([Problem(name, 1, "tất cả", "Tệp không phải UTF-8. Lưu lại ở dạng CSV UTF-8 hoặc .xlsx.")]) from None
        table = list(csv.reader(io.StringIO(text)))
    heading = [cell.strip() for cell in table[0]] if table else []
    lines = [
        Cells(name, number, _row(heading, cells))
        for number, cells in enumerate(table[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]  # fmt: skip
    return heading, lines


def _row(heading: list[str], cells: list[str]) -> Mapping[str, str]:
    padded = [*cells, *([""] * (len(heading) - len(cells)))]
    return {title: _day(cell) if title == "effective" else cell for title, cell in zip(heading, padded, strict=False) if title}


def _day(text: str) -> str:
    """Workbooks give days with an hour; papers write 01/07/2025."""
    text = text.strip().split(" ")[0].split("T")[0]
    parts = text.split("/")
    return "-".join(reversed(parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else text


def _filled(cells: Cells) -> Cells:
    """Columns an operator's file may leave out."""
    return Cells(cells.file, cells.line, {"function": "", "legal": "", "verified": "1", "note": "", **cells.values})


def _named(cells: Cells, problems: list[Problem]) -> LinkRow | None:
    words = cells.text("function")
    function = _function(words)
    if function is None:
        listed = "; ".join(str(one.label) for one in Function)
        cells.note("function", f"“{words}” không phải một lĩnh vực. Ghi một trong: {listed}; hoặc để trống cho mọi lĩnh vực.")
    row = LinkRow(
        file=cells.file, line=cells.line, source_kind=Kind.AGENCY, source_code="", source_name=cells.text("seed_agency", required=True),
        source_district="", target_kind=Kind.AGENCY, target_code="", target_name=cells.text("successor_now", required=True),
        target_province="", on=cells.day("effective", required=True),  # type: ignore[arg-type]
        kind=SuccessionKind.TRANSFERRED if function else SuccessionKind.MERGED, function=function or "", share_population=Share.WHOLE,
        citation=cells.text("legal_basis"), verified=cells.text("confidence") in {"", "seen"},
    )  # fmt: skip
    return cells.accepted(row, problems)


def _function(words: str) -> str | None:
    """A field by its key or label; a list in English or Vietnamese counts when its first field is one."""
    if fold(words) in EVERYTHING:
        return ""
    wanted = {fold(words), fold(words.split(",")[0])}
    return next((str(one) for one in Function if {fold(one), fold(str(one.label)), fold(str(one.label).split(",")[0])} & wanted), None)
