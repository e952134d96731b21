"""Small XML parts read into events or trees of plain tuples, with expat; document type declarations are refused, wherever they stand."""

import pyexpat
import re
from collections.abc import Callable, Iterable
from functools import cache

from mangnon.lib.tables.refusing import broken, strange

type Attributes = dict[str, str]

_ENTITY = re.compile(r"&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@cache
def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def parser(name: str, *, namespaces: bool = True) -> pyexpat.XMLParserType:
    """A parser that refuses declarations. Names come as "namespace name" when namespaces are told apart."""
    made = pyexpat.ParserCreate(None, " ") if namespaces else pyexpat.ParserCreate()
    made.buffer_text = True

    def refuse(*_: object) -> None:
        raise strange(name)

    made.StartDoctypeDeclHandler = refuse
    made.EntityDeclHandler = refuse
    return made


def feed_some(made: pyexpat.XMLParserType, block: bytes, name: str) -> None:
    """Give a parser the beginning of a part."""
    try:
        made.Parse(block, False)
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        raise broken(name) from error


def feed(made: pyexpat.XMLParserType, blocks: Iterable[bytes], name: str) -> None:
    """Give all blocks to a parser. Raises UnreadableFile for what is not XML."""
    try:
        for block in blocks:
            made.Parse(block, False)
        made.Parse(b"", True)
    except (pyexpat.ExpatError, LookupError, ValueError) as error:
        raise broken(name) from error


def each_element(blocks: Iterable[bytes], name: str, take: Callable[[str, Attributes], None]) -> None:
    """Call `take(local name, attributes)` at the beginning of every element; attributes by local name, "r:id" as "relation"."""
    made = parser(name)

    def start(tag: str, attributes: Attributes) -> None:
        plain = {("relation" if local(key) == "id" and "relationships" in key else local(key)): value for key, value in attributes.items()}
        take(local(tag), plain)

    made.StartElementHandler = start
    feed(made, blocks, name)


def without_entities(text: str) -> str | None:
    """Text of XML with the characters its entities stand for; None if some entity is not one of XML's own."""
    if text.count("&") != len(_ENTITY.findall(text)):
        return None
    codes = [int(found[2]) if found[2] else int(found[3], 16) for found in _ENTITY.finditer(text) if not found[1]]
    if not all(0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 or code in (9, 10, 13) for code in codes):
        return None
    return _ENTITY.sub(lambda found: _NAMED[found[1]] if found[1] else chr(int(found[2]) if found[2] else int(found[3], 16)), text)
