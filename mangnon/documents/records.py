"""Values of the document room."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Symbol:
    """A printed number taken apart: "73/KH-UBND" is number 73, notation KH-UBND, of the state, a Kế hoạch."""

    number: str
    notation: str
    regime: str
    kind: str


@dataclass(frozen=True)
class Facts:
    """What a person enters about a paper beside its number, day and issuer (Phụ lục VI of Nghị định 30/2020/NĐ-CP)."""

    kind: str
    title: str
    issued_on: date | None
    issuer: str
    place: str = ""
    signer: str = ""
    signer_position: str = ""
    recipients: tuple[str, ...] = ()
    pages: int | None = None
    priority: int = 0
    language: str = "Tiếng Việt"
    description: str = ""
    access: str = "everybody"


@dataclass(frozen=True)
class Twin:
    """A document already registered under the same number, symbol and issuer."""

    id: int
    number: str
    title: str
    issued_on: date | None
    issuer: str


@dataclass(frozen=True)
class Linked:
    """A document seen from another: what joins them, in words read from that other."""

    relation_id: int
    kind: str
    words: str
    document_id: int
    name: str
    title: str
    issued_on: date | None
    issuer: str
    note: str = ""
    verified: bool = True


@dataclass(frozen=True)
class Branch:
    """A document in the tree of what carries out what; `depth` 0 is the one looked from."""

    document_id: int
    name: str
    title: str
    issued_on: date | None
    issuer: str
    depth: int
    verified: bool
    children: tuple["Branch", ...] = field(default=())


@dataclass(frozen=True)
class Gap:
    """Numbers of a series nobody has used: given by hand above them."""

    missing: tuple[int, ...]
    last: int


@dataclass(frozen=True)
class Kept:
    """An agency no longer there whose registers a successor keeps; `end` is the first day it no longer exists.

    `waiting` counts the papers received in them that nobody has been given yet.
    """

    id: int
    name: str
    end: date | None
    waiting: int
