"""Every write of the intake room."""

from mangnon.intake.operations.alike import AskedOfEachRow, accept_suggestions, correct_alike, keep_column
from mangnon.intake.operations.enrol import NotReady, accept, enrol_batch
from mangnon.intake.operations.mapping import ColumnMissing, ColumnTwice, NothingAsked, NothingLeft, decide_mapping, revoke_mapping
from mangnon.intake.operations.marking import MarkedFile, NothingToMark, mark_file
from mangnon.intake.operations.opening import NoChildren, NoHeading, NotThisList, TooManyBlocks
from mangnon.intake.operations.read import TooHeavy, read_batch, refuse, take_in
from mangnon.intake.operations.receive import NoCommune, Received, hand_in, receive
from mangnon.intake.operations.rows import ChangedMeanwhile, RowIsSettled, confirm_row, correct_cell, correct_row, set_aside_row
from mangnon.intake.operations.switch import NothingLikelier, switch_format
from mangnon.intake.operations.withdraw import AlreadyEntered, withdraw

__all__ = [
    "AlreadyEntered",
    "AskedOfEachRow",
    "ChangedMeanwhile",
    "ColumnMissing",
    "ColumnTwice",
    "MarkedFile",
    "NoChildren",
    "NoCommune",
    "NoHeading",
    "NotReady",
    "NotThisList",
    "NothingAsked",
    "NothingLeft",
    "NothingLikelier",
    "NothingToMark",
    "Received",
    "RowIsSettled",
    "TooHeavy",
    "TooManyBlocks",
    "accept",
    "accept_suggestions",
    "confirm_row",
    "correct_alike",
    "correct_cell",
    "correct_row",
    "decide_mapping",
    "enrol_batch",
    "hand_in",
    "keep_column",
    "mark_file",
    "read_batch",
    "receive",
    "refuse",
    "revoke_mapping",
    "set_aside_row",
    "switch_format",
    "take_in",
    "withdraw",
]
