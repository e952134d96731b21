"""Marks in a workbook of Excel 2007 and later: the sheets of the list and the styles change, every other part is copied as it lies."""

import posixpath
from collections.abc import Mapping
from typing import BinaryIO

from mangnon.lib.tables import own_column, shared_strings
from mangnon.lib.tables import xlsx as reading
from mangnon.lib.tables.marking.marks import Told
from mangnon.lib.tables.marking.packing import Change, Write, repack
from mangnon.lib.tables.marking.splicing import Splicer
from mangnon.lib.tables.marking.xlsx_sheet import Marking, place_of_own
from mangnon.lib.tables.marking.xlsx_styles import Styles
from mangnon.lib.tables.package import Package

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


def mark(package: Package, main: str, told: Mapping[str, Told], target: BinaryIO) -> None:
    """Write the workbook with marks in some of its sheets."""
    sheets, styles_part, strings_part = reading.parts_of(package, main)
    styles = Styles(b"".join(package.blocks(styles_part)) if styles_part else b"")
    own_texts = _own_texts(package, strings_part)
    changes: dict[str, Change] = {}
    for title, part in sheets.items():
        if (wanted := told.get(title)) is not None:
            column = place_of_own(Splicer(package.blocks(part), _nowhere, package.name), wanted.heading, own_texts)
            marking = Marking(wanted, styles, column or wanted.column, again=bool(column))
            changes[part] = _sheet(package, part, marking)
    if styles_part:
        changes[styles_part] = lambda write: write(styles.written())  # after the sheets, which say what is needed
        repack(package, target, changes, {})
    else:
        styles_part = posixpath.join(posixpath.dirname(main), "styles.xml")
        _announce(package, main, styles_part, changes)
        repack(package, target, changes, {styles_part: styles.written})


def _sheet(package: Package, part: str, marking: Marking) -> Change:
    return lambda write: marking.run(Splicer(package.blocks(part), write, package.name))


def _own_texts(package: Package, part: str) -> list[int]:
    """Numbers of the shared texts that are the title of our column."""
    if not part:
        return []
    wanted, tail = own_column.PLAIN, b""
    for block in package.blocks(part):
        if wanted in tail + block:
            return [number for number, text in enumerate(shared_strings.read(package, part).few) if own_column.is_title(text)]
        tail = block[-len(wanted) :]
    return []


def _announce(package: Package, main: str, styles_part: str, changes: dict[str, Change]) -> None:
    """Say in the package that it has styles now."""
    relations = reading.relations_part(main)
    if b"/relationships/styles" not in b"".join(package.blocks(relations)):
        target = posixpath.basename(styles_part)
        changes[relations] = _with_last(package, relations, f'Relationship Id="rIdMangNon" Type="{_RELATION}" Target="{target}"/>')
    types = "[Content_Types].xml"
    if package.has(types) and styles_part.encode() not in b"".join(package.blocks(types)):
        changes[types] = _with_last(package, types, f'Override PartName="/{styles_part}" ContentType="{_STYLES_TYPE}"/>')


def _with_last(package: Package, part: str, element: str) -> Change:
    """A part with one more element at its end."""

    def change(write: Write) -> None:
        splicer = Splicer(package.blocks(part), write, package.name)
        root = splicer.next()
        if root and root.empty:
            splicer.replace(root.written({}, empty=False) + f"<{element}".encode() + b"</" + root.name + b">")
        while root and not root.empty and (tag := splicer.next()):
            if tag.closing and tag.name == root.name:
                splicer.put(b"<" + root.prefix + element.encode())
        splicer.finish()

    return change


def _nowhere(_block: bytes) -> None:
    """Where a sheet goes that is only looked at."""
