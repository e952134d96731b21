"""Rows of an .ods that hold nothing, told as one that repeats before the parser meets them: a million of them is soon written."""

import re
from collections.abc import Iterator

_ROW = b"<table:table-row"
_CELL = rb'<table:(?:covered-)?+table-cell(?: table:(?:style-name|number-columns-repeated|content-validation-name)="[^"<&]*+")*+/>'
_REST = rb'(?: (?![^=]*number-rows-repeated)[\w:.-]++="[^"<&]*+")*+(?:/>|>(?:' + _CELL + rb")*+</table:table-row>)\s*+"
_EMPTY = re.compile(_ROW + _REST + rb"(?:" + _ROW + _REST + rb")++")


def folded(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same content with fewer rows."""
    rest = b""
    for block in blocks:
        rest += block
        if rest.find(b"<!") >= 0:  # what follows may stand in a remark or be text, however it looks
            break
        at = rest.rfind(_ROW)
        at = at if at > 0 else len(rest) - 1  # the last byte may begin a remark
        yield _EMPTY.sub(_repeated, rest[:at])
        rest = rest[at:]
    yield rest
    yield from blocks


def _repeated(rows: re.Match[bytes]) -> bytes:
    return b'<table:table-row table:number-rows-repeated="%d"/>' % rows[0].count(_ROW)
