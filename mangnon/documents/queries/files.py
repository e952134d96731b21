"""Reading files and documents. Who may read a file is decided by the room that asked to keep it."""

from mangnon.documents.models import Document, StoredFile


def stored_file(pk: int) -> StoredFile:
    """One stored file with its bytes. Raises StoredFile.DoesNotExist."""
    return StoredFile.objects.get(pk=pk)


def document(pk: int) -> Document:
    """One document. Raises Document.DoesNotExist."""
    return Document.objects.select_related("issued_by").get(pk=pk)
