"""The texts of a workbook, each kept once: plain strings while they are few, one run of bytes when they are millions."""

import re
from array import array

from mangnon.lib.tables import limits, markup
from mangnon.lib.tables.package import Package
from mangnon.lib.tables.refusing import UnreadableFile, broken, too_large
from mangnon.lib.tables.spool import writable

_FEW = 200_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Excel writes characters XML has no room for as _x000D_."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = writable(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return text


class Strings:
    """Texts by number."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._few: list[str] = []
        self._bytes = bytearray()
        self._ends = array("I")

    def add(self, text: str) -> None:
        if len(text) > limits.CELL_TEXT:
            raise UnreadableFile(f"Tệp “{self._name}” có ô dài hơn 32.767 chữ (bắt đầu bằng “{text[:30]}…”). Rút ngắn ô này rồi gửi lại.")
        if len(self._few) < _FEW:
            self._few.append(text)
            return
        self._bytes += text.encode("utf-8", "replace")
        self._ends.append(len(self._bytes))
        if len(self._bytes) > limits.STRINGS:
            raise too_large(self._name)

    def __len__(self) -> int:
        return len(self._few) + len(self._ends)

    def __getitem__(self, number: int) -> str:
        if number < _FEW:
            return self._few[number]
        number -= _FEW
        return self._bytes[self._ends[number - 1] if number else 0 : self._ends[number]].decode()


def read(package: Package, part: str) -> Strings:
    """The shared strings of a workbook: runs of rich text joined, readings aloud (rPh) left out."""
    strings = Strings(package.name)
    pieces: list[str] = []
    wanted = aloud = length = 0
    made = markup.parser(package.name, namespaces=False)

    def start(tag: str, _attributes: object) -> None:
        nonlocal wanted, aloud, length
        tag = tag.rpartition(":")[2]
        if tag == "t":
            wanted = 1
        elif tag == "rPh":
            aloud += 1
        elif tag == "si":
            pieces.clear()
            length = 0

    def end(tag: str) -> None:
        nonlocal wanted, aloud
        tag = tag.rpartition(":")[2]
        if tag == "t":
            wanted = 0
        elif tag == "si":
            strings.add(unescaped("".join(pieces)))
        elif tag == "rPh":
            aloud -= 1

    def text(piece: str) -> None:
        nonlocal length
        if wanted and not aloud:
            length += len(piece)
            if length > 8 * limits.CELL_TEXT:
                strings.add("".join(pieces))  # refuses
                raise broken(package.name)
            pieces.append(piece)

    made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = start, end, text
    markup.feed(made, package.blocks(part), package.name)
    return strings
