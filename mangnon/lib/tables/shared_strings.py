"""The texts of a workbook, each kept once: plain strings while they are few, one run of bytes when they are millions."""

import itertools
import re
from array import array
from collections.abc import Iterator

from mangnon.lib.tables import limits, markup
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import UnreadableFile, broken, too_large
from mangnon.lib.tables.spool import writable

_FEW = 200_000
_OPENING = re.compile(rb"<sst(?: [^<>]*)?>")
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)""")
_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>|(\S.*)', re.DOTALL)
_LONGEST = 1 << 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Excel writes characters XML has no room for as _x000D_."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = writable(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return text


def strikes(attributes: dict[str, str]) -> bool:
    """Whether an element `strike` strikes letters out."""
    return attributes.get("val", "1") not in ("0", "false", "off")


class Strings:
    """Texts by number."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.few: list[str] = []  # the first of them
        self.struck: dict[int, str] = {}  # number → letters struck out, which are no part of the text; "": all of it is struck out
        self._bytes = bytearray()
        self._ends = array("I")

    def add(self, text: str) -> None:
        if len(text) > limits.CELL_TEXT:
            raise UnreadableFile(f"Tệp “{self._name}” có ô dài hơn 32.767 chữ (bắt đầu bằng “{text[:30]}…”). Rút ngắn ô này rồi gửi lại.")
        if len(self.few) < _FEW:
            self.few.append(text)
            return
        self._bytes += text.encode("utf-8", "replace")
        self._ends.append(len(self._bytes))
        if len(self._bytes) > limits.STRINGS:
            raise too_large(self._name)

    def add_struck(self, text: str, struck: str) -> None:
        """A text some of whose letters are struck out."""
        self.struck[len(self)] = struck if text else ""
        if len(self.struck) > limits.STRUCK_TEXTS:
            raise too_large(self._name)
        self.add(text or struck)

    def __len__(self) -> int:
        return len(self.few) + len(self._ends)

    def __getitem__(self, number: int) -> str:
        if number < _FEW:
            return self.few[number]
        number -= _FEW
        return self._bytes[self._ends[number - 1] if number else 0 : self._ends[number]].decode()


def read(package: Package, part: str) -> Strings:
    """The shared strings of a workbook: runs of rich text joined, readings aloud (rPh) left out.

    Plain texts are read by a pattern; from the first one in another form the parser reads the rest, as with rows (xlsx_rows).
    """
    reader = _Reader(package.name)
    reader.read(package.blocks(part))
    return reader.strings


class _Reader:
    def __init__(self, name: str) -> None:
        self.strings = Strings(name)
        self._name = name
        self._pieces: list[str] = []
        self._struck: list[str] = []
        self._begun = self._wanted = self._strikes = False
        self._aloud = self._length = 0
        self._parser = markup.parser(name, namespaces=False)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def read(self, blocks: Iterator[bytes]) -> None:
        rest = next(blocks, b"")
        opening, encoding = _OPENING.search(rest), _ENCODING.match(rest)
        if opening and not opening[0].endswith(b"/>") and (encoding is None or encoding[1].lower() == b"utf-8"):
            markup.feed_some(self._parser, rest[: opening.end()], self._name)
            rest = rest[opening.end() :]
            if self._begun:
                rest = self._scan(rest, blocks)
        markup.feed(self._parser, itertools.chain([rest], blocks), self._name)

    def _scan(self, rest: bytes, blocks: Iterator[bytes]) -> bytes:
        """Read texts in the plain form; give back what the parser must read."""
        while True:
            at = rest.rfind(b"</si>") + 5
            if at > 4:
                try:
                    whole = rest[:at].decode("utf-8")
                except UnicodeDecodeError as error:
                    raise broken(self._name) from error
                for text, other in _PLAIN.findall(whole):
                    if other:
                        return other.encode() + rest[at:]  # type: ignore[no-any-return]
                    if "&" in text and (text := markup.without_entities(text)) is None:
                        raise broken(self._name)
                    self.strings.add(unescaped(text))
                rest = rest[at:]
            if b"</sst" in rest or len(rest) > _LONGEST or (block := next(blocks, None)) is None:
                return rest
            rest += block

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "t":
            self._wanted = True
        elif tag == "rPh":
            self._aloud += 1
        elif tag == "r":
            self._strikes = False
        elif tag == "strike":
            self._strikes = strikes(attributes)
        elif tag == "si":
            self._pieces.clear()
            self._struck.clear()
            self._length, self._strikes = 0, False
        elif tag == "sst":
            self._begun = True

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "t":
            self._wanted = False
        elif tag == "si":
            text = unescaped("".join(self._pieces))
            if self._struck and (struck := unescaped("".join(self._struck)).strip()):
                self.strings.add_struck(text.strip(), struck)
            else:
                self.strings.add(text)
        elif tag == "rPh":
            self._aloud -= 1

    def _text(self, piece: str) -> None:
        if self._wanted and not self._aloud:
            self._length += len(piece)
            (self._struck if self._strikes else self._pieces).append(piece)
            if self._length > 8 * limits.CELL_TEXT:
                self.strings.add("".join((*self._struck, *self._pieces)))  # refuses
