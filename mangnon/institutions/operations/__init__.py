"""Writing units and agencies: loading files, acts of reorganisation from draft to effect, deciding where an act leaves a choice."""

from mangnon.institutions.formats.folder import BadFiles
from mangnon.institutions.operations.applying import NotDecided, NotYet, apply, apply_due
from mangnon.institutions.operations.deciding import HasFaults, NotChecked, UndoneAlready, check, decide
from mangnon.institutions.operations.decisions import (
    AlreadyDecided,
    NoReason,
    NotASuccessor,
    NothingToSettle,
    NothingToWithdraw,
    decide_succession,
    settle,
    withdraw_decision,
)
from mangnon.institutions.operations.drafting import (
    ActIsDecided,
    AlreadyDeclared,
    NotComplete,
    add_row,
    amend,
    declare_body,
    discard,
    draft,
    remove_body,
    remove_row,
)
from mangnon.institutions.operations.importing import import_rows
from mangnon.institutions.operations.loading import BUILT_IN, load, load_builtin
from mangnon.institutions.operations.replaying import EVE, HISTORY, draft_history, replay
from mangnon.institutions.operations.undoing import MovedOn, NothingToUndo, TooEarly, draft_undoing

__all__ = [
    "BUILT_IN",
    "EVE",
    "HISTORY",
    "ActIsDecided",
    "AlreadyDecided",
    "AlreadyDeclared",
    "BadFiles",
    "HasFaults",
    "MovedOn",
    "NoReason",
    "NotASuccessor",
    "NotChecked",
    "NotComplete",
    "NotDecided",
    "NotYet",
    "NothingToSettle",
    "NothingToUndo",
    "NothingToWithdraw",
    "TooEarly",
    "UndoneAlready",
    "add_row",
    "amend",
    "apply",
    "apply_due",
    "check",
    "decide",
    "decide_succession",
    "declare_body",
    "discard",
    "draft",
    "draft_history",
    "draft_undoing",
    "import_rows",
    "load",
    "load_builtin",
    "remove_body",
    "remove_row",
    "replay",
    "settle",
    "withdraw_decision",
]
