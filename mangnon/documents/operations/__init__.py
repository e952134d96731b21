"""Keeping files, registering papers, giving numbers, following papers received, joining papers, files for the archive."""

from mangnon.documents.operations.dossiers import (
    AlreadyClosed,
    BadKeeping,
    NotClosed,
    archive_dossier,
    close_dossier,
    open_dossier,
    put_in_dossier,
)
from mangnon.documents.operations.files import EmptyFile, FileTooLarge, Upload, keep, note_download, store
from mangnon.documents.operations.handling import WordsMissing, direct, finish
from mangnon.documents.operations.registering import (
    AlreadyRegistered,
    NumberMissing,
    enter,
    note_cited,
    recall,
    register_document,
)
from mangnon.documents.operations.relating import NotRelated, relate, unrelate
from mangnon.documents.operations.sending import NumberTaken, correct_issue, issue, receive

__all__ = [
    "AlreadyClosed",
    "AlreadyRegistered",
    "BadKeeping",
    "EmptyFile",
    "FileTooLarge",
    "NotClosed",
    "NotRelated",
    "NumberMissing",
    "NumberTaken",
    "Upload",
    "WordsMissing",
    "archive_dossier",
    "close_dossier",
    "correct_issue",
    "direct",
    "enter",
    "finish",
    "issue",
    "keep",
    "note_cited",
    "note_download",
    "open_dossier",
    "put_in_dossier",
    "recall",
    "receive",
    "register_document",
    "relate",
    "store",
    "unrelate",
]
