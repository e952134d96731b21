"""A list given back with marks: its own file, changed in the process that parses; what cannot be changed is written as .xlsx."""

import io
import tempfile
from collections.abc import Iterable

from mangnon.lib.tables import kinds, workbook
from mangnon.lib.tables.marking import marks, rewriting


def mark(content: bytes, *, name: str, sheets: Iterable[marks.SheetMarks]) -> marks.Marked:
    """The file with marks on its cells and one more column that says what to do. Raises UnreadableFile."""
    name = workbook.short(name)
    if kinds.kind_of(io.BytesIO(content[:8192]), name) == "ole":
        with workbook.open_table(content, name=name) as book:
            return marks.Marked(rewriting.rewrite(book, {sheet.sheet: sheet for sheet in sheets}), "xlsx")
    with (
        tempfile.TemporaryFile(prefix="mangnon-") as source,
        tempfile.TemporaryFile(prefix="mangnon-") as told,
        tempfile.TemporaryFile(prefix="mangnon-") as target,
    ):
        source.write(content)
        source.seek(0)
        marks.write(sheets, told)
        told.seek(0)
        workbook.parse(source, target, name, told)
        about = workbook.description(target, name)
        target.seek(0)
        return marks.Marked(target.read(about["length"]), about["kind"])
