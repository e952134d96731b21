"""Word: paragraphs with their bold beginnings and automatic numbers, tables cell by cell."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from mangnon.lib.refusals import Refusal
from mangnon.plans.formats.numbering import Numbering
from mangnon.plans.formats.txt import tidy
from mangnon.plans.records import Line, Paper


class UnreadableWord(Refusal):
    """The file is not a Word document, or is damaged or locked."""


def paper(content: bytes, name: str) -> Paper:
    """Every paragraph as a line of its own, in reading order; cells of tables one after the other."""
    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UnreadableWord(
            f"Tệp “{name}” không mở được bằng định dạng Word (.docx): tệp hỏng, có mật khẩu hoặc là dạng cũ .doc. "
            "Mở bằng phần mềm soạn thảo rồi lưu lại thành .docx."
        ) from error
    numbering = Numbering(document)
    lines: list[Line] = []
    for paragraph in _paragraphs(document):
        lines.extend(_lines(paragraph, numbering))
    return Paper(name=name, lines=tuple(lines))


def _paragraphs(container: Document | Table) -> Iterator[Paragraph]:
    if isinstance(container, Table):
        for row in container.rows:
            seen = set()
            for cell in row.cells:
                if cell._tc in seen:
                    continue  # a merged cell is listed once for every column it spans
                seen.add(cell._tc)
                for item in cell.iter_inner_content():
                    yield from _paragraphs(item) if isinstance(item, Table) else (item,)
        return
    for item in container.iter_inner_content():
        yield from _paragraphs(item) if isinstance(item, Table) else (item,)


def _lines(paragraph: Paragraph, numbering: Numbering) -> Iterator[Line]:
    """A paragraph; a line break inside it starts a new line, a tab parts columns."""
    label = numbering.label(paragraph)
    bold_style = _bold_style(paragraph)
    text, bold, unbroken = (f"{label} " if label else ""), 0, True
    if label and bold_style:
        bold = len(text)
    pieces: list[tuple[str, int]] = []
    for run in paragraph.runs or ():
        is_bold = run.bold if run.bold is not None else bold_style
        for i, piece in enumerate(run.text.split("\n")):
            if i:
                pieces.append((text, bold))
                text, bold, unbroken = "", 0, True
            if unbroken and (is_bold or not piece.strip()):
                bold = len(text) + len(piece)
            elif piece.strip():
                unbroken = False
            text += piece
    if not paragraph.runs:
        text += paragraph.text
    elif (shown := paragraph.text) and len(shown) > sum(len(run.text) for run in paragraph.runs):
        text, bold = (f"{label} " if label else "") + shown, 0  # words inside links are not runs
        pieces = []
    pieces.append((text, bold))
    for raw, count in pieces:
        plain = tidy(raw)
        if any(c.isalnum() for c in plain):
            lead = len(raw) - len(raw.lstrip())
            whole_bold = count >= len(raw.rstrip())
            yield Line(plain, bold=len(plain) if whole_bold else min(max(0, count - lead), len(plain)), whole=True)


def _bold_style(paragraph: Paragraph) -> bool:
    style = paragraph.style
    while style is not None:
        font = getattr(style, "font", None)
        if font is not None and font.bold is not None:
            return bool(font.bold)
        style = getattr(style, "base_style", None)
    return False
