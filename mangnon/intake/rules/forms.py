"""Sheets whose children do not stand under one another: a form for each, or a table on its side with a child in each column."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from mangnon.intake.records import Column
from mangnon.intake.rules import guessing
from mangnon.intake.rules.titles import Titles, titles_of
from mangnon.intake.rules.words import SEX, plain

LEAST = 3  # lines that begin with a title of ours, and different titles with something beside them
ACROSS = 2  # names beside the title of names


class Shape(StrEnum):
    """How a sheet that is no list is laid out, in words that end a sentence about the file."""

    FORMS = "là phiếu ghi từng trẻ, không phải danh sách: chép vào tệp mẫu, mỗi trẻ một dòng, rồi gửi lại."
    SIDEWAYS = (
        "có bảng nằm ngang, mỗi trẻ một cột: xoay bảng lại để mỗi trẻ một dòng (trong Excel: chép bảng, Paste Special, chọn Transpose), "
        "rồi gửi lại."
    )


def shape(rows: Sequence[Sequence[str]], columns: tuple[Column, ...]) -> Shape | None:
    """The shape of the first rows of a sheet that has no heading; None when it is neither."""
    titles = titles_of(columns)
    lines = [said for row in rows if (said := _line(row, titles))]
    told = {field: texts for line in lines for field, texts in line if texts}
    names = [texts for field, texts in told.items() if field in guessing.NAMED and any(map(guessing.is_name, texts))]
    if len(lines) < LEAST or len(told) < LEAST or not names:
        return None
    across = "full_name" in told and sum(map(guessing.is_name, told["full_name"])) >= ACROSS
    return Shape.SIDEWAYS if across else Shape.FORMS


def _line(row: Sequence[str], titles: Titles) -> list[tuple[str, list[str]]]:
    """The titles of a line that begins with one, each with the cells up to the next; [] for other lines."""
    cells = [part for cell in row for part in _parted(cell, titles)]
    found: list[tuple[str, list[str]]] = []
    for text, field in cells:
        if field:
            found.append((field, []))
        elif not found:
            return []
        else:
            found[-1][1].append(text)
    return found


def _parted(cell: str, titles: Titles) -> Iterator[tuple[str, str]]:
    """A cell with the column it names; "Họ và tên mẹ: Trần Thị Ngân" is a title and what it says."""
    title, sign, text = (part.strip() for part in cell.partition(":"))
    if (field := titles.field(title)) and plain(title) not in SEX:
        yield title, field
        if text:
            yield text, ""
    elif title or sign:
        yield cell, ""
