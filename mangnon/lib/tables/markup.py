"""Small XML parts read into events or trees of plain tuples, with expat; document type declarations are refused, wherever they stand."""

import pyexpat
from collections.abc import Callable, Iterable
from functools import cache

from mangnon.lib.tables.refusing import broken, strange

type Attributes = dict[str, str]


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
