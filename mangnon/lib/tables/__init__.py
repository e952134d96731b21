"""Lists as files: read without trust (.xlsx, .xlsm, .xls, .ods, .csv), written so that no cell can act."""

from mangnon.lib.tables.refusing import UnreadableFile
from mangnon.lib.tables.spool import Row
from mangnon.lib.tables.texts import harmless, original, visible_text
from mangnon.lib.tables.workbook import Sheet, SheetRows, Span, Workbook, open_table, read_workbook
from mangnon.lib.tables.writing import ColumnLayout, Mark, SheetLayout, write_workbook

__all__ = [
    "ColumnLayout",
    "Mark",
    "Row",
    "Sheet",
    "SheetLayout",
    "SheetRows",
    "Span",
    "UnreadableFile",
    "Workbook",
    "harmless",
    "open_table",
    "original",
    "read_workbook",
    "visible_text",
    "write_workbook",
]
