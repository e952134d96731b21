"""Workbooks of Excel 2007 and later (.xlsx, .xlsm): which parts there are, what they mean, the sheets one after the other.

ECMA-376 parts 1 and 4 (transitional) and the strict form; names of parts are followed by their relationships, never assumed.
"""

import posixpath
from dataclasses import dataclass
from typing import Any

from mangnon.lib.tables import limits, markup, number_formats, shared_strings, xlsx_comments
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken, too_large
from mangnon.lib.tables.spool import Writer
from mangnon.lib.tables.xlsx_page import Meaning
from mangnon.lib.tables.xlsx_sheet import read_sheet


@dataclass(frozen=True)
class _Relation:
    kind: str
    target: str
    outside: bool


def main_part(package: Package) -> str:
    """The part a package of Office begins with; "" when it has none."""
    for relation in _relations(package, "").values():
        if relation.kind == "officeDocument":
            return relation.target
    return "xl/workbook.xml" if package.has("xl/workbook.xml") else ""


def read(package: Package, main: str, out: Writer) -> dict[str, Any]:
    """Write the rows of every sheet and say what sheets there are."""
    relations = _relations(package, main)
    inside = [relation.kind for relation in relations.values() if relation.outside]
    if inside or any("externallinks/" in part.lower() for part in package.names):
        raise UnreadableFile(
            f"Tệp “{package.name}” lấy dữ liệu từ tệp khác. Trong Excel chọn Dữ liệu, Sửa liên kết, Ngắt liên kết, lưu rồi gửi lại."
        )
    sheets, from_1904 = _sheets(package, main)
    if len(sheets) > limits.SHEETS:
        raise UnreadableFile(f"Tệp “{package.name}” có {len(sheets)} trang, quá nhiều cho một danh sách. {COPY}")
    styles = _of_kind(relations, "styles")
    strings = _of_kind(relations, "sharedStrings")
    kinds, struck = _styles(package, styles) if styles and package.has(styles) else ({}, frozenset())
    meaning = Meaning(
        name=package.name,
        strings=shared_strings.read(package, strings) if strings and package.has(strings) else shared_strings.Strings(package.name),
        styles=kinds, struck=struck, from_1904=from_1904,
    )  # fmt: skip
    about = []
    for title, relation_id, state in sheets:
        relation = relations.get(relation_id)
        if relation is None or relation.kind != "worksheet":
            continue  # a page that is only a chart
        comments = xlsx_comments.read(package, relation.target, relations_part(relation.target))
        extra = read_sheet(package, relation.target, title, meaning, out, comments)
        about.append({"name": title, "hidden": state in ("hidden", "veryHidden"), **out.end_sheet(), **extra})
    return {"kind": "xlsx", "sheets": about, "notes": [_uncounted(meaning)] if meaning.uncounted else []}


def _uncounted(meaning: Meaning) -> str:
    return (
        f"Có {meaning.uncounted} ô công thức chưa có kết quả (đầu tiên là {meaning.first_uncounted}), coi như để trống. "
        "Mở tệp bằng Excel cho tính lại, lưu rồi gửi lại."
    )


def parts_of(package: Package, main: str) -> tuple[dict[str, str], str, str]:
    """The part of each sheet by its title, of the styles, of the shared texts; "" for what there is not."""
    relations = _relations(package, main)
    sheets = {
        title: relation.target
        for title, relation_id, _state in _sheets(package, main)[0]
        if (relation := relations.get(relation_id)) and relation.kind == "worksheet"
    }
    styles, strings = _of_kind(relations, "styles"), _of_kind(relations, "sharedStrings")
    return sheets, styles if package.has(styles) else "", strings if package.has(strings) else ""


def relations_part(part: str) -> str:
    """Where the relationships of a part stand."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _sheets(package: Package, main: str) -> tuple[list[tuple[str, str, str]], bool]:
    sheets: list[tuple[str, str, str]] = []
    from_1904 = False

    def take(tag: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        if tag == "sheet" and "relation" in attributes:
            sheets.append((attributes.get("name", ""), attributes["relation"], attributes.get("state", "")))
            if len(sheets) > 20 * limits.SHEETS:
                raise too_large(package.name)
        elif tag == "workbookPr":
            from_1904 = attributes.get("date1904", "").lower() in ("1", "true", "on")

    markup.each_element(package.blocks(main), package.name, take)
    return sheets, from_1904


def _styles(package: Package, part: str) -> tuple[dict[str, str], frozenset[str]]:
    """Number of a cell format, as written in cells → kind of number, where it is not plain; and the formats that strike letters out."""
    codes: dict[int, str] = {}
    kinds: dict[str, str] = {}
    fonts = count = 0
    striking: set[int] = set()
    struck: set[str] = set()
    in_cells = in_fonts = False

    def take(tag: str, attributes: dict[str, str]) -> None:
        nonlocal fonts, count, in_cells, in_fonts
        if tag == "numFmt":
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")[:300]
        elif tag in ("fonts", "fills", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            in_cells, in_fonts = tag == "cellXfs", tag == "fonts"
        elif tag == "font" and in_fonts:
            fonts += 1
        elif tag == "strike" and in_fonts and shared_strings.strikes(attributes):
            striking.add(fonts - 1)
        elif tag == "xf" and in_cells:
            number = _number(attributes.get("numFmtId"))
            if _number(attributes.get("fontId")) in striking:
                struck.add(str(count))
            if kind := number_formats.kind_of(number, codes.get(number)):
                kinds[str(count)] = kind
            count += 1
        if max(count, len(codes), fonts) > limits.STYLES:
            raise UnreadableFile(f"Tệp “{package.name}” có quá nhiều kiểu định dạng ô, Excel cũng không mở được. {COPY}")

    markup.each_element(package.blocks(part), package.name, take)
    return kinds, frozenset(struck)


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    folder = posixpath.dirname(part)
    where = relations_part(part)
    found: dict[str, _Relation] = {}

    def take(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            outside = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join(folder, target.replace("\\", "/"))).lstrip("/")
            found[attributes.get("Id") or attributes.get("relation", "")] = _Relation(kind, target, outside or kind == "externalLink")
            if len(found) > limits.PARTS:
                raise too_large(package.name)

    if package.has(where):
        markup.each_element(package.blocks(where), package.name, take)
    elif part:
        raise broken(package.name)
    return found


def _of_kind(relations: dict[str, _Relation], kind: str) -> str:
    return next((relation.target for relation in relations.values() if relation.kind == kind), "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 10 else 0
