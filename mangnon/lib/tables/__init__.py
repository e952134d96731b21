"""Lists as files: read without trust (.xlsx, .xlsm, .xls, .ods, .csv), written so that no cell can act."""

from mangnon.lib.tables.marking.giving_back import mark
from mangnon.lib.tables.marking.marks import CellMark, Look, Marked, RowMarks, SheetMarks
from mangnon.lib.tables.own_column import title as own_title
from mangnon.lib.tables.refusing import UnreadableFile
from mangnon.lib.tables.spool import Beside, Row
from mangnon.lib.tables.texts import harmless, original, visible_text
from mangnon.lib.tables.workbook import Sheet, SheetRows, Span, Workbook, ending, open_table, read_workbook
from mangnon.lib.tables.writing import ColumnLayout, SheetLayout, write_workbook

__all__ = [
    "Beside",
    "CellMark",
    "ColumnLayout",
    "Look",
    "Marked",
    "Row",
    "RowMarks",
    "Sheet",
    "SheetLayout",
    "SheetMarks",
    "SheetRows",
    "Span",
    "UnreadableFile",
    "Workbook",
    "ending",
    "harmless",
    "mark",
    "open_table",
    "original",
    "own_title",
    "read_workbook",
    "visible_text",
    "write_workbook",
]
