"""Every write of the intake room."""

from mangnon.intake.operations.enrol import enrol_batch
from mangnon.intake.operations.receive import NoCommune, NoHeading, receive
from mangnon.intake.operations.rows import RowIsSettled, accept_suggestions, confirm_row, correct_cell, correct_row, set_aside_row
from mangnon.intake.operations.workbooks import findings_workbook

__all__ = [
    "NoCommune",
    "NoHeading",
    "RowIsSettled",
    "accept_suggestions",
    "confirm_row",
    "correct_cell",
    "correct_row",
    "enrol_batch",
    "findings_workbook",
    "receive",
    "set_aside_row",
]
