"""Workbooks of Excel written part by part, so that any part can be wrong."""

import io
import stat
import zipfile
from collections.abc import Collection, Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_QUOTE = '"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(place: int) -> str:
    """0 → A."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(row: int, place: int, value: object, *, style: int = 0) -> str:
    """One cell in the plain form: texts inside, numbers as they are."""
    if value is None or value == "":
        return ""
    where = f'r="{letters(place)}{row}"' + (f' s="{style}"' if style else "")
    if isinstance(value, str):
        return f'<c {where} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c {where}><v>{value}</v></c>"


def sheet(cells: Sequence[Sequence[object]], *, after: str = "", before: str = "") -> str:
    """A sheet of these cells."""
    rows = "".join(
        f'<row r="{number}">{"".join(cell(number, place, value) for place, value in enumerate(row))}</row>'
        for number, row in enumerate(cells, start=1)
        if any(value not in (None, "") for value in row)
    )
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def relations(*pairs: tuple[str, str], mode: str = "") -> str:
    """Relationships rId1, rId2 … of kinds and targets."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def parts(
    sheets: dict[str, str], *, styles: str = "", strings: str = "", states: dict[str, str] | None = None, pr: str = ""
) -> dict[str, str]:
    """The parts of a workbook by name."""
    states = states or {}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"{f' state="{states[name]}"' if name in states else ""}/>'
        for number, name in enumerate(sheets, 1)
    )
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    made = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">{pr}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*targets, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")),
    }
    made |= {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}
    if styles:
        made["xl/styles.xml"] = styles
    if strings:
        made["xl/sharedStrings.xml"] = strings
    return made


def shared(*items: str) -> str:
    """Shared strings of raw <si> contents."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def styles(*codes: str, struck: Collection[int] = ()) -> str:
    """Cell formats 1, 2, … with these number formats, some of them striking letters out."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + place}" formatCode="{escape(code, {_QUOTE: "&quot;"})}"/>' for place, code in enumerate(codes)
    )
    cells = "".join(f'<xf numFmtId="{164 + place}"{' fontId="1"' if place + 1 in struck else ""}/>' for place in range(len(codes)))
    fonts = '<fonts><font><strike val="0"/></font><font><b/><strike/></font></fonts>'
    return (
        f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>{fonts}<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )


def package(made: dict[str, str | bytes], *, links: Sequence[str] = (), store: Sequence[str] = ()) -> bytes:
    """The zip of parts; those in `links` are said to be symbolic links."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in made.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in store else zipfile.ZIP_DEFLATED
            info.external_attr = (stat.S_IFLNK | 0o777) << 16 if name in links else 0o600 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def workbook(cells: Sequence[Sequence[object]], *, name: str = "Danh sách", **more: str) -> bytes:
    """A workbook of one sheet."""
    return package(dict(parts({name: sheet(cells, **more)})))
