"""OpenDocument spreadsheets written by hand: a zip of three parts."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"


class Struck(str):
    """A text struck out."""


def workbook(pages: dict[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these sheets."""
    tables = "".join(table(name, cells, hidden=name in hidden) for name, cells in pages.items())
    return package(content(tables))


def content(tables: str) -> str:
    """The main part around its tables."""
    style = '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>'
    properties = '<style:text-properties style:text-line-through-style="solid"/>'
    style += f'<style:style style:name="struck" style:family="table-cell">{properties}</style:style>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:automatic-styles>{style}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def table(name: str, cells: Sequence[Sequence[object]], *, hidden: bool = False) -> str:
    """One sheet."""
    rows = "".join(f"<table:table-row>{''.join(cell(value) for value in row)}</table:table-row>" for row in cells)
    return f'<table:table table:name="{escape(name)}"{' table:style-name="gone"' if hidden else ""}>{rows}</table:table>'


def cell(value: object) -> str:
    """One cell: text, number, day, truth or nothing."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        said = str(value).lower()
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{said}"><text:p>x</text:p></table:table-cell>'
    if isinstance(value, date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}">'
            f"<text:p>{value:%d/%m/%y}</text:p></table:table-cell>"
        )
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value:.3g}</text:p></table:table-cell>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    look = ' table:style-name="struck"' if isinstance(value, Struck) else ""
    return f'<table:table-cell{look} office:value-type="string">{lines}</table:table-cell>'


def package(main: str, *, manifest: str = "<manifest/>", mime: str = MIME) -> bytes:
    """The zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), mime)
        archive.writestr("content.xml", main)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()
