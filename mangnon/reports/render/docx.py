"""A paper as a Word file. Every piece with a source is bookmarked by it, unseen by readers: `source_of` leads from the mark back."""

import re
from datetime import datetime, time

from mangnon.lib import docx
from mangnon.lib.calendar import VIETNAM
from mangnon.reports.records import Heading, Paper, Piece, Source
from mangnon.reports.rules.states import slug
from mangnon.reports.vocabulary import Origin

ROMAN = ("I", "II", "III", "IV", "V")
_FIGURE = re.compile(r"s\d+_f_(?P<run>\d+)_(?P<unit>\w+?)_(?P<part>[nvd])_(?P<code>\w+)")
_REPORTING = re.compile(r"s\d+_r_(?P<code>\w+)")
_WRITTEN = re.compile(r"s\d+_w_(?P<report>\d+)_(?P<version>\d+)_(?P<code>\w+)")


def content(paper: Paper) -> bytes:
    """The file; equal papers give equal bytes."""
    sheet = docx.Paper(subject=paper.subject, author=paper.author, dated=datetime.combine(paper.dated, time(0), tzinfo=VIETNAM))
    marks = _Marks()
    sheet.head(superior=paper.superior, issuer=paper.issuer, number=paper.number, place_and_date=paper.place_and_date)
    sheet.title(paper.kind, paper.subject)
    sheet.addressed_to(paper.addressed_to)
    for place, block in enumerate(paper.blocks, start=1):
        if isinstance(block, Heading):
            (sheet.heading if block.level == 1 else sheet.subheading)(block.text)
        else:
            sheet.paragraph((marks.span(piece) for piece in block.pieces), last=place == len(paper.blocks))
    sheet.signature(copies=paper.copies, capacity=paper.capacity, name=paper.signer)
    for place, annex in enumerate(paper.annexes):
        number = "Phụ lục" if len(paper.annexes) == 1 else f"Phụ lục {ROMAN[place]}"
        sheet.annex(number=number, title=annex.title, attached=paper.attached)
        columns = [docx.Column(column.heading, column.width, column.numeric) for column in annex.columns]
        sheet.table(columns, ([[marks.span(piece) for piece in cell] for cell in row] for row in annex.rows))
        if annex.note:
            sheet.note(annex.note)
    return sheet.content()


def source_of(bookmark: str) -> Source | None:
    """The source a bookmark of ours names; nothing for a foreign one."""
    if found := _FIGURE.fullmatch(bookmark):
        return Source(Origin.FIGURE, found["code"], unit_code=found["unit"], run=int(found["run"]), part=found["part"])
    if found := _REPORTING.fullmatch(bookmark):
        return Source(Origin.REPORTING, found["code"])
    if found := _WRITTEN.fullmatch(bookmark):
        return Source(Origin.WRITTEN, found["code"], report=int(found["report"]), version=int(found["version"]))
    return None


class _Marks:
    """Bookmark names, each once in a file; Word allows 40 letters, digits and low lines."""

    def __init__(self) -> None:
        self._count = 0

    def span(self, piece: Piece) -> docx.Span:
        if piece.source is None:
            return docx.Span(piece.text, bold=piece.bold, italic=piece.italic)
        self._count += 1
        return docx.Span(piece.text, bold=piece.bold, italic=piece.italic, bookmark=f"s{self._count}_{_name(piece.source)}")


def _name(source: Source) -> str:
    match source.origin:
        case Origin.FIGURE:
            return f"f_{source.run}_{source.unit_code}_{source.part}_{source.code}"
        case Origin.REPORTING:
            return f"r_{source.code}"
        case _:
            return f"w_{source.report}_{source.version}_{slug(source.code)}"
