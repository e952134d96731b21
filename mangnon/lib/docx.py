"""Official papers in Word as Nghị định số 30/2020/NĐ-CP, Phụ lục I lays them out: page, head, body, signature block, annex tables.

A page is A4 upright; margins 20 mm above and below, 30 mm left, 15 mm right; Times New Roman; the page number stands centred in the top
margin, not on the first page; every annex is numbered on its own. Sizes are those of the decree's sample (mục V). The same calls give
the same bytes: time stamps inside the file are those of the paper, not of the writing.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, Twips

from mangnon.lib import vietnamese

FONT = "Times New Roman"
LEFT, CENTRE, RIGHT, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY,
)  # fmt: skip
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = Mm(20), Mm(20), Mm(30), Twips(851)  # kept in twips: 15 mm is 850.4
TEXT_WIDTH = Mm(165)
HEAD_LEFT, HEAD_RIGHT = Mm(70), Mm(95)
FIRST_LINE = Mm(12.7)
SIZE_NATION = SIZE_SUPERIOR = SIZE_ISSUER = Pt(12)
SIZE_MOTTO = SIZE_NUMBER = SIZE_PLACE = Pt(13)
SIZE_BODY = SIZE_TITLE = SIZE_SIGNATURE = SIZE_ANNEX = Pt(14)
SIZE_PAGE_NUMBER = Pt(13)
SIZE_COPIES_HEAD, SIZE_COPIES = Pt(12), Pt(11)
SIZE_TABLE = Pt(11)
# Widths of Times New Roman Bold in thousandths of the size, to draw rules as long as a line of text or a part of it.
_WIDTHS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667,
), strict=True)) | dict(zip("abcdefghijklmnopqrstuvwxyz", (
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444,
), strict=True)) | {" ": 250, "-": 333, ",": 250, ".": 250, "/": 278}  # fmt: skip


@dataclass(frozen=True)
class Span:
    """A piece of text of one look. `bookmark` names it inside the file, unseen by readers: the way back from a number to its rows."""

    text: str
    bold: bool = False
    italic: bool = False
    bookmark: str = ""


@dataclass(frozen=True)
class Column:
    """A column of an annex table: heading, width in millimetres, whether it holds numbers."""

    heading: str
    width: float
    numeric: bool = False


class Paper:
    """An official paper being laid out, element by element, from top to bottom."""

    def __init__(self, *, subject: str, author: str, dated: datetime, lying: bool = False) -> None:
        """`lying`: the page on its side, which Phụ lục I allows for a wide table that is not an annex."""
        self._document = Document()
        self._width = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT if lying else TEXT_WIDTH
        self._bookmarks = 0
        self._dated = dated.astimezone(UTC).replace(microsecond=0, tzinfo=None)
        properties = self._document.core_properties
        properties.title, properties.author, properties.last_modified_by = subject[:255], author[:255], author[:255]
        properties.created = properties.modified = self._dated
        properties.revision, properties.language, properties.comments, properties.keywords = 1, "vi-VN", "", ""
        _drop_thumbnail(self._document)
        _normal_style(self._document)
        _lay_out(self._document.sections[0])
        if lying:
            section = self._document.sections[0]
            section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, PAGE_HEIGHT, PAGE_WIDTH

    def head(self, *, superior: Sequence[str], issuer: Sequence[str], number: str, place_and_date: str) -> None:
        """Ô 1 to 4: two rows without borders, so that number and date stay level however many lines the agency's name takes."""
        table = self._table([self._across(HEAD_LEFT), self._across(HEAD_RIGHT)], rows=2)
        left, right = table.rows[0].cells
        for line in superior:
            _line(left, line, size=SIZE_SUPERIOR)
        for line in issuer:
            _line(left, line, size=SIZE_ISSUER, bold=True)
        _rule(left, length=int(min(_width(issuer[-1], SIZE_ISSUER), HEAD_LEFT) * 0.4), within=self._across(HEAD_LEFT))
        _line(right, NATION, size=SIZE_NATION, bold=True)
        _line(right, MOTTO, size=SIZE_MOTTO, bold=True)
        _rule(right, length=_width(MOTTO, SIZE_MOTTO), within=self._across(HEAD_RIGHT))
        left, right = table.rows[1].cells
        _line(left, number, size=SIZE_NUMBER)
        _line(right, place_and_date, size=SIZE_PLACE, italic=True)

    def title(self, kind: str, subject: str) -> None:
        """Ô 5a: the type of paper, what it is about, a rule of a third of the line under it."""
        paragraph = self._centred(kind, size=SIZE_TITLE, before=18)
        paragraph.paragraph_format.keep_with_next = True
        self._centred(subject, size=SIZE_TITLE)
        lines = _width(subject, SIZE_TITLE) / self._width
        length = int(_width(subject, SIZE_TITLE) * 0.4) if lines <= 1 else int(TEXT_WIDTH * 0.35)
        _rule(self._document, length=length, within=self._width)

    def addressed_to(self, names: Sequence[str]) -> None:
        """Ô 9a: one addressee on the line itself; several each on a line with a dash, the last with a full stop."""
        if len(names) == 1:
            paragraph = self._paragraph(align=CENTRE, before=12)
            self._write(paragraph, [Span(f"Kính gửi: {names[0]}.")], size=SIZE_BODY)
        else:
            table = self._table([Mm(48), Mm(117)], rows=1)
            left, right = table.rows[0].cells
            paragraph = _line(left, "Kính gửi:", size=SIZE_BODY, align=RIGHT)
            paragraph.paragraph_format.space_before = Pt(12)
            for place, name in enumerate(names):
                end = "." if place == len(names) - 1 else ";"
                paragraph = _line(right, f"- {name}{end}", size=SIZE_BODY, align=LEFT)
                paragraph.paragraph_format.space_before = Pt(12 if place == 0 else 0)
                paragraph.paragraph_format.left_indent = Mm(2)
        self._paragraph(before=0, after=0)

    def heading(self, text: str) -> None:
        """A part of the paper: "I. CÔNG TÁC CHỈ ĐẠO", capitals, bold."""
        paragraph = self._body_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        self._write(paragraph, [Span(text.upper(), bold=True)], size=SIZE_BODY)

    def subheading(self, text: str) -> None:
        """An item with a title: "1. …", bold."""
        paragraph = self._body_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        self._write(paragraph, [Span(text, bold=True)], size=SIZE_BODY)

    def paragraph(self, spans: Iterable[Span], *, last: bool = False) -> None:
        """Body text: justified, first line set in by 1.27 cm, 6 points between paragraphs. The last one stays with the signature."""
        paragraph = self._body_paragraph()
        paragraph.paragraph_format.keep_with_next = paragraph.paragraph_format.keep_together = last
        self._write(paragraph, spans, size=SIZE_BODY)

    def signature(self, *, copies: Sequence[str], capacity: Sequence[str], name: str) -> None:
        """Ô 7 and 9b: who gets copies, level with the signer's office; four lines for the signature and the seal; the name."""
        self._paragraph(before=0, after=0).paragraph_format.keep_with_next = True
        table = self._table([self._across(Mm(80)), self._across(Mm(85))], rows=1)
        _keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        _line(left, "Nơi nhận:", size=SIZE_COPIES_HEAD, bold=True, italic=True, align=LEFT)
        for place, copy in enumerate(copies):
            _line(left, f"- {copy}{'.' if place == len(copies) - 1 else ';'}", size=SIZE_COPIES, align=LEFT)
        for line in capacity:
            _line(right, line, size=SIZE_SIGNATURE, bold=True)
        for _ in range(4):
            _line(right, "", size=SIZE_SIGNATURE)
        _line(right, name, size=SIZE_SIGNATURE, bold=True)

    def annex(self, *, number: str, title: str, attached: str) -> None:
        """A new annex on a new page with page numbers of its own."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        _lay_out(section, restart=True)
        self._centred(number, size=SIZE_ANNEX)
        self._centred(title.upper(), size=SIZE_ANNEX)
        paragraph = self._paragraph(align=CENTRE, before=0, after=6)
        self._write(paragraph, [Span(attached, italic=True)], size=SIZE_BODY)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Sequence[Span]]]) -> None:
        """A ruled table; its head is repeated on every page, no row is broken. A cell is a row of spans."""
        table = self._table([Mm(column.width) for column in columns], rows=1, ruled=True)
        _repeat_head(table.rows[0])
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            _line(cell, column.heading, size=SIZE_TABLE, bold=True, pad=2)
        for row in rows:
            added = _empty(table.add_row())
            _keep_whole(added)
            for cell, column, spans in zip(added.cells, columns, row, strict=True):
                paragraph = _line(cell, "", size=SIZE_TABLE, align=RIGHT if column.numeric else LEFT, pad=1)
                self._write(paragraph, spans, size=SIZE_TABLE)

    def note(self, text: str) -> None:
        """A remark under a table."""
        paragraph = self._paragraph(align=LEFT, before=6, after=0)
        self._write(paragraph, [Span(text, italic=True)], size=SIZE_COPIES_HEAD)

    def content(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self._document.save(stream)
        return _same_bytes(stream.getvalue(), self._dated)

    def _write(self, paragraph: Any, spans: Iterable[Span], *, size: Length) -> None:
        for span in spans:
            if span.bookmark:
                self._bookmarks += 1
                start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
                start.set(qn("w:id"), str(self._bookmarks))
                start.set(qn("w:name"), span.bookmark)
                end.set(qn("w:id"), str(self._bookmarks))
                paragraph._p.append(start)
                _run(paragraph, span.text, size=size, bold=span.bold, italic=span.italic)
                paragraph._p.append(end)
            else:
                _run(paragraph, span.text, size=size, bold=span.bold, italic=span.italic)

    def _across(self, width: Length) -> Length:
        """A width of the upright page on the page at hand: head and signature use all of a lying one."""
        return width if self._width == TEXT_WIDTH else Twips(round(width.twips * self._width / TEXT_WIDTH))

    def _paragraph(self, *, align: Any = LEFT, before: float = 6, after: float = 0) -> Any:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        return paragraph

    def _body_paragraph(self) -> Any:
        paragraph = self._paragraph(align=JUSTIFIED, before=6, after=0)
        paragraph.paragraph_format.first_line_indent = FIRST_LINE
        paragraph.paragraph_format.line_spacing = 1.15
        return paragraph

    def _centred(self, text: str, *, size: Length, before: float = 0) -> Any:
        paragraph = self._paragraph(align=CENTRE, before=before, after=0)
        _run(paragraph, text, size=size, bold=True)
        return paragraph

    def _table(self, widths: Sequence[Length], *, rows: int, ruled: bool = False) -> Any:
        table = self._document.add_table(rows=rows, cols=len(widths))
        if ruled:
            table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width
        _cell_margins(table, Mm(0.7) if ruled else Mm(0))
        for row in table.rows:
            _empty(row)
        return table


def _line(cell: Any, text: str, *, size: Length, bold: bool = False, italic: bool = False, align: Any = CENTRE, pad: float = 0) -> Any:
    """One more paragraph in a cell or in the document."""
    paragraph = cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(pad)
    if text:
        _run(paragraph, text, size=size, bold=bold, italic=italic)
    else:
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = size
    return paragraph


def _run(paragraph: Any, text: str, *, size: Length, bold: bool = False, italic: bool = False) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = size, bold, italic


def _rule(cell: Any, *, length: int, within: int) -> None:
    """A line of its own length, centred: the upper border of a paragraph two points high, set in from both sides."""
    paragraph = cell.add_paragraph()
    form = paragraph.paragraph_format
    form.space_before, form.space_after = Pt(2), Pt(4)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)
    form.left_indent = form.right_indent = Length(max(0, (within - length) // 2))
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _width(text: str, size: int) -> int:
    """About how long a line of bold text is."""
    plain = "".join(_base_letter(char) for char in text)
    return int(sum(_WIDTHS.get(char, 500) for char in plain) * size / 1000)


def _base_letter(char: str) -> str:
    plain = vietnamese.fold(char)
    return (plain.upper() if char.isupper() else plain) or char


def _lay_out(section: Any, *, restart: bool = False) -> None:
    """Page, margins, and the page number in the top margin but for the first page."""
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT,
    )  # fmt: skip
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    section.different_first_page_header_footer = True
    if restart:
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        section._sectPr.insert_element_before(numbering, "w:cols", "w:titlePg", "w:docGrid")
        return  # the header is linked to the first section's
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = SIZE_PAGE_NUMBER
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)


def _normal_style(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, SIZE_BODY
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")
    style.paragraph_format.space_after = Pt(0)


def _cell_margins(table: Any, width: Length) -> None:
    """Room left and right of the text in every cell; none in layout tables, so that their columns use the full width."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(round(width.twips)))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _empty(row: Any) -> Any:
    """A row whose cells have no paragraph yet; every cell must be given one."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            cell._tc.remove(paragraph._p)
    return row


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_head(row: Any) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _drop_thumbnail(document: Any) -> None:
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _same_bytes(content: bytes, dated: datetime) -> bytes:
    """The package written again with the paper's own time on every part."""
    stamp = max(dated, datetime(1980, 1, 1)).timetuple()[:6]
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=stamp)  # type: ignore[arg-type]  # six numbers
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(entry, source.read(name))
    return stream.getvalue()
