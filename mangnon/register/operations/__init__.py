"""Every write of the register."""

from mangnon.register.operations.amend import amend, close
from mangnon.register.operations.circumstances import CircumstanceStands, UnknownClause, end_circumstance, record_circumstance
from mangnon.register.operations.enrich import enrich_many
from mangnon.register.operations.enrol import NoReasonApart, NumberHeld, enrol, enrol_many
from mangnon.register.operations.homes import follow_homes
from mangnon.register.operations.identifiers import record_identifiers
from mangnon.register.operations.move import move
from mangnon.register.operations.receipt import ReceivedBefore, receive_hand_over
from mangnon.register.operations.view import note_export, note_list, view

__all__ = [
    "CircumstanceStands",
    "NoReasonApart",
    "NumberHeld",
    "ReceivedBefore",
    "UnknownClause",
    "amend",
    "close",
    "end_circumstance",
    "enrich_many",
    "enrol",
    "enrol_many",
    "follow_homes",
    "move",
    "note_export",
    "note_list",
    "receive_hand_over",
    "record_circumstance",
    "record_identifiers",
    "view",
]
