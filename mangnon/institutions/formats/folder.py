"""A folder of unit and agency files: comma-separated, UTF-8, first line the column names; every fault named by file, line and column.

Read are `units_old*.csv`, `units_new*.csv`, `succession*.csv` (the built-in files, the national files, or an operator's own) and,
together, `agencies.csv` with `agency_successions.csv`. Days are inclusive. Levels are tinh, huyen, xa as in the statistics office's
table; shares and kinds of links as in its conversion table (bảng chuyển đổi đơn vị hành chính cũ - mới, Cục Thống kê 2025).
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from mangnon.institutions.formats.cells import Cells
from mangnon.institutions.records import Files, InstitutionRow, LinkRow, Problem
from mangnon.institutions.rules import names
from mangnon.institutions.vocabulary import Function, Kind, Level, Share, SuccessionKind
from mangnon.lib.refusals import Refusal

LEVELS = {"tinh": Level.PROVINCE, "huyen": Level.DISTRICT, "xa": Level.COMMUNE}
SHARES = {"whole": Share.WHOLE, "part": Share.PART, "none": Share.NONE, "none_or_part": Share.UNKNOWN, "": Share.UNKNOWN}
LINK_KINDS = {
    "whole": SuccessionKind.MERGED, "part": SuccessionKind.SPLIT, "renamed": SuccessionKind.RENAMED, "unchanged": SuccessionKind.KEPT,
}  # fmt: skip
DIGITS: dict[str, int] = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}
UNIT_COLUMNS = ("code", "name", "type", "level", "parent_code", "valid_from", "valid_to")
LINK_COLUMNS = (
    "old_code", "old_name", "old_district", "new_code", "new_name", "new_province", "kind", "share_area", "share_population", "effective",
)  # fmt: skip
AGENCY_COLUMNS = ("code", "name", "level", "also", "parent_code", "valid_from", "valid_to", "functions", "reports", "legal", "verified")
AGENCY_LINK_COLUMNS = ("source_code", "target_code", "effective", "kind", "function", "legal", "verified")


class FolderNotReadable(Refusal):
    """There is no such folder, or no unit file in it."""


class BadFiles(Refusal):
    """Lines that cannot be read. Nothing of the folder is taken."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = "\n".join(f"- {problem}" for problem in self.problems[:20])
        more = f"\n… và {len(self.problems) - 20} lỗi khác." if len(self.problems) > 20 else ""
        super().__init__(f"Chưa nạp gì: có {len(self.problems)} lỗi trong tệp. Sửa rồi nạp lại.\n{shown}{more}")


def read(folder: Path) -> Files:
    """Read every unit and agency file of a folder. Raises FolderNotReadable, BadFiles."""
    if not folder.is_dir():
        raise FolderNotReadable(f"Không có thư mục {folder}. Xem lại đường dẫn.")
    problems: list[Problem] = []
    warnings: list[Problem] = []
    institutions: list[InstitutionRow] = []
    links: list[LinkRow] = []
    read_names: list[str] = []
    for path in [*sorted(folder.glob("units_old*.csv")), *sorted(folder.glob("units_new*.csv"))]:
        read_names.append(path.name)
        institutions += [row for cells in _lines(path, UNIT_COLUMNS, problems) if (row := _unit(cells, problems, warnings))]
    for path in sorted(folder.glob("succession*.csv")):
        read_names.append(path.name)
        links += [link for cells in _lines(path, LINK_COLUMNS, problems) if (link := unit_link(cells, problems, warnings))]
    agencies, agency_links = folder / "agencies.csv", folder / "agency_successions.csv"
    if agencies.exists() and agency_links.exists():
        read_names += [agencies.name, agency_links.name]
        institutions += [row for cells in _lines(agencies, AGENCY_COLUMNS, problems) if (row := _agency(cells, problems))]
        links += [link for cells in _lines(agency_links, AGENCY_LINK_COLUMNS, problems) if (link := agency_link(cells, problems))]
    if problems:
        raise BadFiles(problems)
    if not read_names:
        raise FolderNotReadable(
            f"Thư mục {folder} không có tệp đơn vị hành chính nào. Cần units_old*.csv, units_new*.csv, succession*.csv "
            "(hoặc agencies.csv cùng agency_successions.csv)."
        )
    skipped = tuple(sorted(path.name for path in folder.glob("*.csv") if path.name not in read_names))
    return Files(tuple(institutions), tuple(links), tuple(warnings), tuple(read_names), skipped)


def _lines(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> Iterable[Cells]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(path.name, 1, "tất cả", "Tệp không phải UTF-8. Lưu lại ở dạng CSV UTF-8."))
        return
    reader = csv.DictReader(text.splitlines(keepends=True))
    if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
        problems.append(Problem(path.name, 1, ", ".join(missing), "Thiếu cột. Thêm cột này vào dòng tiêu đề."))
        return
    for row in reader:
        if None in row or None in row.values():
            problems.append(Problem(path.name, reader.line_num, "tất cả", "Số ô không bằng số cột của dòng tiêu đề. Xem lại dấu phẩy."))
        else:
            yield Cells(path.name, reader.line_num, row)


def _unit(cells: Cells, problems: list[Problem], warnings: list[Problem]) -> InstitutionRow | None:
    first, last = cells.day("valid_from"), cells.day("valid_to")
    level = cells.one_of("level", LEVELS)
    code = cells.code("code", lengths=DIGITS.get(level or ""))
    name, type_label = cells.text("name", required=True, longest=200), cells.text("type", required=True, longest=60)
    row = InstitutionRow(
        file=cells.file, line=cells.line, kind=Kind.UNIT, level=level or "", code=code, name=name,
        bare_name=names.bare_name(name, type_label), type_label=type_label,
        parent_code=cells.code("parent_code", required=level != Level.PROVINCE), first_day=first, last_day=last,
        citation=cells.acts("legal"), ended_by=cells.acts("ended_by"), former_province_code=cells.text("former_province", longest=8),
        area_km2=cells.decimal("area_km2"), population=cells.integer("population"), seat=cells.text("admin_centre"),
        reports_on_plan=cells.flag("reports"),
    )  # fmt: skip
    if first and last and last < first and not cells.problems:
        warnings.append(
            Problem(cells.file, cells.line, "valid_to", f"Bỏ qua {name} ({code}): ngày cuối trước ngày đầu, không tồn tại ngày nào.")
        )
        return None
    return cells.accepted(row, problems)


def unit_link(cells: Cells, problems: list[Problem], warnings: list[Problem]) -> LinkRow | None:
    """One line of a succession file of units."""
    source_code, source_name = cells.code("old_code", required=False), cells.text("old_name")
    district = cells.code("old_district", required=False)
    if not source_code and not source_name:
        source_code = district  # an island district that became a đặc khu had no commune: the link starts at the district
    on = cells.day("effective", required=True)
    if not source_code and not cells.problems:
        warnings.append(Problem(cells.file, cells.line, "old_code", f"Bỏ qua “{source_name}”: không phải một đơn vị hành chính có mã."))
        return None
    clause = cells.text("clause")
    citation = cells.acts("legal") + (f", {clause}" if clause else "")
    kind = cells.one_of("kind", LINK_KINDS)
    row = LinkRow(
        file=cells.file, line=cells.line, source_kind=Kind.UNIT, source_code=source_code, source_name=source_name, source_district=district,
        target_kind=Kind.UNIT, target_code=cells.code("new_code", required=False), target_name=cells.text("new_name", required=True),
        target_province=cells.text("new_province"), on=on, kind=kind or "",  # type: ignore[arg-type]  # a missing day is a problem
        share_area=cells.one_of("share_area", SHARES) or "", share_population=cells.one_of("share_population", SHARES) or "",
        citation=citation, verified=bool(citation), note=cells.text("note"),
    )  # fmt: skip
    return cells.accepted(row, problems)


def _agency(cells: Cells, problems: list[Problem]) -> InstitutionRow | None:
    name = cells.text("name", required=True, longest=200)
    row = InstitutionRow(
        file=cells.file, line=cells.line, kind=Kind.AGENCY, level=cells.one_of("level", {level: level for level in Level}) or "",
        code=cells.text("code", required=True, longest=40), name=name, bare_name=name, type_label="", parent_code=cells.text("parent_code"),
        first_day=cells.day("valid_from"), last_day=cells.day("valid_to"), citation=cells.acts("legal"), ended_by=cells.acts("ended_by"),
        also=cells.several("also"), abbreviation=cells.text("abbreviation", longest=40),
        functions=tuple(cells.several("functions", among=Function.values)),
        reports_on_plan=cells.flag("reports"), verified=cells.flag("verified"), note=cells.text("note"),
    )  # fmt: skip
    return cells.accepted(row, problems)


def agency_link(cells: Cells, problems: list[Problem]) -> LinkRow | None:
    """One line of a succession file of agencies."""
    target = cells.text("target_code", required=True)
    row = LinkRow(
        file=cells.file, line=cells.line, source_kind=Kind.AGENCY, source_code=cells.text("source_code", required=True), source_name="",
        source_district="", target_kind=Kind.UNIT if target.isdigit() else Kind.AGENCY, target_code=target, target_name="",
        target_province="", on=cells.day("effective", required=True),  # type: ignore[arg-type]
        kind=cells.one_of("kind", {kind: kind for kind in SuccessionKind}) or "",
        function=cells.one_of("function", {"": "", **{function: function for function in Function}}) or "",
        citation=cells.acts("legal"), verified=cells.flag("verified"), note=cells.text("note"),
    )  # fmt: skip
    return cells.accepted(row, problems)
