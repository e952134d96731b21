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
from mangnon.documents.queries.dossiers import dossier, dossier_items, dossiers, items_of_document
from mangnon.documents.queries.files import document, stored_file
from mangnon.documents.queries.papers import (
    NotFound,
    above,
    cascade,
    documents,
    implementing,
    kinds_in_use,
    line,
    linked,
    may_read,
    name_of,
    numbered,
    readable,
    same_number,
    twins,
)

__all__ = [
    "NotFound",
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
    "items_of_document",
    "kinds_in_use",
    "line",
    "linked",
    "may_read",
    "name_of",
    "numbered",
    "own_entries",
    "readable",
    "register_agencies",
    "register_years",
    "same_number",
    "stored_file",
    "twins",
    "waiting_count",
]
