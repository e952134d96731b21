"""Reading files, documents, registers and files for the archive."""

from mangnon.documents.queries.books import (
    entries,
    entry,
    free_numbers,
    own_entries,
    register_agencies,
    register_years,
    waiting_count,
)
from mangnon.documents.queries.dossiers import dossier, dossier_items, dossiers
from mangnon.documents.queries.files import document, stored_file
from mangnon.documents.queries.papers import (
    above,
    cascade,
    documents,
    implementing,
    kinds_in_use,
    linked,
    may_read,
    readable,
    same_number,
    twins,
)

__all__ = [
    "above",
    "cascade",
    "document",
    "documents",
    "dossier",
    "dossier_items",
    "dossiers",
    "entries",
    "entry",
    "free_numbers",
    "implementing",
    "kinds_in_use",
    "linked",
    "may_read",
    "own_entries",
    "readable",
    "register_agencies",
    "register_years",
    "same_number",
    "stored_file",
    "twins",
    "waiting_count",
]
