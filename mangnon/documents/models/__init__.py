"""Stored files, documents, what joins them, the registers they stand in, the files (hồ sơ) they are kept in."""

from mangnon.documents.models.books import Entry, NumberSeries, Trace
from mangnon.documents.models.dossiers import Dossier, DossierItem
from mangnon.documents.models.files import StoredFile
from mangnon.documents.models.papers import Document, DocumentRelation

__all__ = ["Document", "DocumentRelation", "Dossier", "DossierItem", "Entry", "NumberSeries", "StoredFile", "Trace"]
