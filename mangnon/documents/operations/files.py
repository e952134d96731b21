"""Keeping files exactly as they came."""

import hashlib
from datetime import datetime

import psycopg
from django.db import connection, transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents.models import StoredFile
from mangnon.lib.refusals import Refusal

SIZE_LIMIT = 128 * 1024 * 1024  # bytes; a ward's list of 20,000 rows has about 2 MB, a sheet as long as Excel holds about 100


class FileTooLarge(Refusal):
    """The file exceeds what the system keeps."""


class EmptyFile(Refusal):
    """The file has no bytes."""


type Upload = tuple[str, bytes, str]  # name, bytes, media type


@transaction.atomic
def store(*, content: bytes, name: str, media_type: str, by: Who, at: datetime) -> StoredFile:
    """Keep a file exactly as it came."""
    if not content:
        raise EmptyFile(f"Tệp “{name}” rỗng. Chọn lại đúng tệp rồi gửi lại.")
    if len(content) > SIZE_LIMIT:
        raise FileTooLarge(f"Tệp “{name}” lớn hơn {SIZE_LIMIT // 1024**2} MB. Chia danh sách thành nhiều tệp nhỏ hơn.")
    file = StoredFile.objects.create(
        name=name[-255:], media_type=media_type, size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        content=b"", stored_by=by.id, stored_at=at,
    )  # fmt: skip
    _write(file, content)
    audit.record(act=Act.FILE_STORED, subject=_file_subject(file), by=by, at=at, details={"sha256": file.sha256, "size": file.size})
    return file


@transaction.atomic
def keep(*, file: Upload | None, by: Who, at: datetime) -> StoredFile | None:
    """Store what somebody attached to a form, if they did."""
    return store(name=file[0], content=file[1], media_type=file[2], by=by, at=at) if file else None


@transaction.atomic
def note_download(*, file: StoredFile, by: Who, at: datetime) -> None:
    """Leave a trace that somebody took a copy of a stored file."""
    audit.record(act=Act.FILE_DOWNLOADED, subject=_file_subject(file), by=by, at=at)


def _write(file: StoredFile, content: bytes) -> None:
    """Put the bytes beside their description, sent as they are: written into a statement they would take four times their memory."""
    table = connection.ops.quote_name(StoredFile._meta.db_table)
    with connection.cursor() as cursor:
        psycopg.Cursor(cursor.connection).execute(f"UPDATE {table} SET content = %b WHERE id = %s", [content, file.pk])
    file.content = content


def _file_subject(file: StoredFile) -> Subject:
    return Subject(kind="file", id=str(file.pk), label=f"Tệp số {file.pk}")
