"""Comments on the cells of a sheet of an .xlsx, from their own part (ECMA-376 part 1, 18.7), the new ones with answers too."""

import posixpath
import re

from mangnon.lib.tables import limits, markup
from mangnon.lib.tables.addresses import place
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import too_large
from mangnon.lib.tables.spool import Beside, writable

type Comments = dict[int, list[Beside]]

_ANSWERED = "linkid=870924"  # ends what Excel writes above a comment with answers for programs that know none, in any language
_AUTHOR = re.compile(r"[^\n]{1,60}:\n")


def read(package: Package, sheet: str, relations: str) -> Comments:
    """The comments by row, as Excel counts, of a sheet whose relationships stand in a part."""
    parts: list[str] = []

    def take(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/comments"):
            target = attributes.get("Target", "").replace("\\", "/")
            parts.append(posixpath.normpath(posixpath.join(posixpath.dirname(sheet), target)).lstrip("/"))

    if package.has(relations):
        markup.each_element(package.blocks(relations), package.name, take)
    return _Reader(package.name).read(package, parts[0]) if parts and package.has(parts[0]) else {}


class _Reader:
    def __init__(self, name: str) -> None:
        self._found: Comments = {}
        self._name, self._count, self._length = name, 0, 0
        self._at: tuple[int, int] | None = None
        self._wanted = False
        self._pieces: list[str] = []
        self._parser = markup.parser(name)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, package: Package, part: str) -> Comments:
        markup.feed(self._parser, package.blocks(part), self._name)
        return self._found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = markup.local(tag)
        if tag == "comment":
            self._at, self._length = place(attributes.get("ref", "")), 0
            self._pieces.clear()
        self._wanted = tag == "t"

    def _end(self, tag: str) -> None:
        self._wanted = False
        if markup.local(tag) != "comment" or self._at is None or not (text := _said("".join(self._pieces))):
            return
        self._count += 1
        if self._count > limits.COMMENTS:
            raise too_large(self._name)
        row, column = self._at
        self._found.setdefault(row, []).append(Beside(column - 1, text))

    def _text(self, piece: str) -> None:
        if self._wanted and self._length < limits.COMMENT_TEXT:
            self._length += len(piece)
            self._pieces.append(piece)


def _said(text: str) -> str:
    """What somebody wrote, without the name that Excel puts above it."""
    text = text.replace("\r\n", "\n").partition(_ANSWERED)[2] or text
    return writable(_AUTHOR.sub("", text.strip(), count=1).strip()[: limits.COMMENT_TEXT])
