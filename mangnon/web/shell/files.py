"""A stored file as a download, with its trace in the log. The page that offers it has decided who may."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from mangnon.audit.records import Who
from mangnon.documents import operations as documents
from mangnon.lib import calendar


def download(stored: Any, *, by: Who) -> HttpResponse:
    """The bytes under their name; 404 where nothing was stored."""
    if stored is None:
        raise Http404
    documents.note_download(file=stored, by=by, at=calendar.now())
    answer = HttpResponse(bytes(stored.content), content_type=stored.media_type)
    answer["Content-Disposition"] = content_disposition_header(True, stored.name)
    return answer
