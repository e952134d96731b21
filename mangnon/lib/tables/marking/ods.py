"""Marks in an OpenDocument spreadsheet: its content changes, every other part is copied as it lies (OASIS OpenDocument 1.3, part 3).

The content is gone through twice: to learn which looks are needed, for styles stand before the tables, and to write.
"""

from collections.abc import Callable, Mapping
from typing import BinaryIO

from mangnon.lib.tables.marking.marks import Told
from mangnon.lib.tables.marking.ods_styles import Styles
from mangnon.lib.tables.marking.ods_table import Marking
from mangnon.lib.tables.marking.packing import repack
from mangnon.lib.tables.marking.splicing import Splicer
from mangnon.lib.tables.package import Package

_CONTENT = "content.xml"


def mark(package: Package, told: Mapping[str, Told], target: BinaryIO) -> None:
    """Write the spreadsheet with marks in some of its tables."""
    styles, columns = Styles(), dict[str, int]()
    _run(package, _nowhere, told, styles, columns)
    if any(columns.values()):  # the spreadsheet came back with marks, which go where nothing is wrong any more
        _run(package, _nowhere, told, styles, columns)
    repack(package, target, {_CONTENT: lambda write: _run(package, write, told, styles, columns)}, {})


def _run(
    package: Package, write: Callable[[bytes], object], told: Mapping[str, Told], styles: Styles, columns: dict[str, int]
) -> None:  # fmt: skip
    """Copy the content with its marks; `columns` is where our column stands in tables that came back, learnt on the first way."""
    splicer = Splicer(package.blocks(_CONTENT), write, package.name)
    while tag := splicer.next():
        if tag.closing:
            continue
        if tag.local == b"automatic-styles":
            styles.run(splicer, tag)
        elif tag.local == b"body":
            styles.put(splicer)
        elif tag.local == b"table":
            title = tag.own(b"name").decode("utf-8", "replace")
            wanted = told.get(_unescaped(title))
            if wanted is None:
                splicer.skip()
            elif not tag.empty:
                marking = Marking(wanted, styles, columns.get(wanted.sheet, 0))
                marking.run(splicer, tag)
                columns[wanted.sheet] = marking.found
    splicer.finish()


def _nowhere(_block: bytes) -> None:
    """Where content goes that is only looked at."""


def _unescaped(text: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text
