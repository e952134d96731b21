"""Plain text: printed lines, wrapped wherever the source wrapped them, with the debris of tables between."""

import re
import unicodedata
from dataclasses import replace

from mangnon.lib.refusals import Refusal
from mangnon.plans.records import Line, Paper

_NOT_WORDS = re.compile(r"^[\W_]*$")
_LONGEST_PRINTED_LINE = 160  # characters; an A4 line of the decree's form has about 90
_SECOND_COLUMN = 30  # characters from the left edge
_LETTERS = re.compile(r"[^\W\d_]")


class UnreadableText(Refusal):
    """The bytes are not text in an encoding Vietnamese offices use."""


def paper(content: bytes, name: str) -> Paper:
    """Lines without debris: a line with neither letter nor digit ("|", "-------") only leaves its mark as a gap."""
    text = unicodedata.normalize("NFC", _decode(content, name)).replace("\u00d0", "Đ").replace("\u00f0", "đ")
    lines: list[Line] = []
    gap = True
    for raw in re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text):
        if _NOT_WORDS.match(raw):
            gap = True
            continue
        lines.append(Line(tidy(raw), gap=gap))
        gap = False
    if _unwrapped(lines):
        lines = [replace(line, whole=True) for line in lines]
    return Paper(name=name, lines=tuple(lines))


def _unwrapped(lines: list[Line]) -> bool:
    """Whether every line is a paragraph of its own: a paper wrapped by hand or by a printer has no such long lines."""
    long = sum(1 for line in lines if len(line.text) > _LONGEST_PRINTED_LINE)
    return long >= 2 and long >= len(lines) // 20


def tidy(raw: str) -> str:
    """Keep wide blanks as tabs, for they part the columns of a letterhead; drop the borders of cells at both ends.

    A line that begins far to the right stands in the second column: it keeps one tab before it.
    """
    text = "".join(c for c in raw if unicodedata.category(c) != "Cf" and (c == "\t" or unicodedata.category(c) != "Cc"))
    far = len(text.expandtabs()) - len(text.expandtabs().lstrip()) >= _SECOND_COLUMN
    text = re.sub(r"^[|\s]+|[|\s]+$", "", text)
    text = re.sub(r"\s*\|\s*", "\t", text)
    text = re.sub(r"[^\S\t]*\t\s*|[^\S\t]{3,}", "\t", text.replace("\u00a0", " ")).strip()
    return f"\t{text}" if far else text


def _decode(content: bytes, name: str) -> str:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _LETTERS.search(text):
            return text
    raise UnreadableText(
        f"Tệp “{name}” không phải văn bản đọc được. Mở bằng phần mềm soạn thảo rồi lưu lại dạng .docx, hoặc .txt mã UTF-8."
    )
