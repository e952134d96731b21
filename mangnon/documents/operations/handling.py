"""What happens to papers received: direction, who acts by when, the answer."""

from datetime import date, datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import policies
from mangnon.documents.models import Entry, Trace
from mangnon.documents.operations.registering import subject
from mangnon.documents.vocabulary import Book, Handling
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal


class WordsMissing(Refusal):
    """A direction or a result without what makes it one."""


@transaction.atomic
def direct(
    *, entry_id: int, words: str, lead: str, by: Who, at: datetime, coordinating: str = "", due_on: date | None = None
) -> Trace:  # fmt: skip
    """The head's direction on a paper received: who leads, who co-ordinates, by when (Nghị định 30/2020/NĐ-CP, Điều 23 khoản 2).

    Raises WordsMissing, NotAllowed.
    """
    entry = _incoming(entry_id, by)
    if not lead.strip():
        raise WordsMissing("Chưa ghi đơn vị hoặc người chủ trì. Ý kiến phân phối phải nêu rõ ai chủ trì.")
    entry.handling, entry.places = Handling.GIVEN, lead.strip()[:1000]
    entry.due_on = due_on or entry.due_on
    entry.save(update_fields=["handling", "places", "due_on"])
    return _trace(entry, Handling.GIVEN, words=words, lead=lead, coordinating=coordinating, due_on=due_on, by=by, at=at)


@transaction.atomic
def finish(*, entry_id: int, words: str, by: Who, at: datetime, answer_id: int | None = None) -> Trace:
    """The matter is settled, by an answer (a document) or with words. Raises WordsMissing, NotAllowed."""
    entry = _incoming(entry_id, by)
    if not words.strip() and answer_id is None:
        raise WordsMissing("Chưa ghi kết quả. Ghi kết quả giải quyết hoặc chọn văn bản trả lời.")
    entry.handling, entry.done_on, entry.answer_id = Handling.DONE, day_of(at), answer_id
    entry.save(update_fields=["handling", "done_on", "answer"])
    return _trace(entry, Handling.DONE, words=words, by=by, at=at)


def _incoming(entry_id: int, by: Who) -> Entry:
    entry = Entry.objects.select_for_update(of=("self",)).select_related("series", "document").get(
        pk=entry_id, series__book=Book.INCOMING
    )  # fmt: skip
    policies.check_can_register(by, institution_id=entry.series.keeper_id)
    return entry


def _trace(
    entry: Entry, handling: Handling, *, words: str, by: Who, at: datetime, lead: str = "", coordinating: str = "",
    due_on: date | None = None,
) -> Trace:  # fmt: skip
    trace = Trace.objects.create(
        entry=entry, handling=handling, words=words.strip(), lead=lead.strip()[:200], coordinating=coordinating.strip()[:400],
        due_on=due_on, written_by=by.id, written_by_label=by.label[:200], written_at=at,
    )  # fmt: skip
    audit.record(
        act=Act.DOCUMENT_HANDLED, subject=subject(entry.document), by=by, at=at,
        details={"handling": handling.value, "institution": entry.series.institution_id},
    )  # fmt: skip
    return trace
