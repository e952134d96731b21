"""Registers: their lines, the numbers nobody has used, what still waits for a direction."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from mangnon.documents.models import Entry, NumberSeries
from mangnon.documents.records import Gap, Kept
from mangnon.documents.vocabulary import Book, Handling


def entries(
    institution_id: int, *, book: str, year: int, body: str = "", handling: str = "", late_on: date | None = None
) -> QuerySet[Entry]:
    """The lines of one register of one year, in their order. `late_on` keeps received papers whose time is over on that day."""
    found = Entry.objects.filter(
        series__institution_id=institution_id, series__book=book, series__year=year, series__body=body
    )  # fmt: skip
    if handling:
        found = found.filter(handling=handling)
    if late_on:
        found = found.filter(due_on__lt=late_on).exclude(handling=Handling.DONE)
    return found.select_related("document", "series", "answer").order_by("ordinal")


def entry(pk: int) -> Entry:
    """One line with its paper. Raises Entry.DoesNotExist."""
    return Entry.objects.select_related("document", "series__institution", "answer").get(pk=pk)


def own_entries(document_id: int, institution_ids: Iterable[int]) -> list[Entry]:
    """The lines a document has in the registers some agencies keep, with the traces of what was decided."""
    return list(
        Entry.objects.filter(document_id=document_id, series__keeper_id__in=list(institution_ids))
        .select_related("series__institution", "answer")
        .prefetch_related("traces")
        .order_by("id")
    )


def register_agencies(document_id: int) -> frozenset[int]:
    """The agencies that keep a register in which a document stands as sent; where nobody here sent it, as received."""
    rows = list(Entry.objects.filter(document_id=document_id).values_list("series__book", "series__keeper_id").order_by("id"))
    sent = frozenset(pk for book, pk in rows if book == Book.OUTGOING)
    return sent or frozenset(pk for _book, pk in rows)


def kept_registers(keeper_ids: Iterable[int]) -> list[Kept]:
    """The agencies no longer there whose registers these have in their keeping, the last to end first, with what waits in them."""
    found = NumberSeries.objects.filter(keeper_id__in=list(keeper_ids)).exclude(institution_id=F("keeper_id"))
    waits = Count("entries", filter=Q(book=Book.INCOMING, entries__handling=Handling.ARRIVED))
    rows = found.values_list("institution_id", "institution__name", "institution__valid").annotate(waiting=waits).order_by("institution_id")
    kept = [Kept(pk, name, valid.upper, waiting) for pk, name, valid, waiting in rows]
    return sorted(kept, key=lambda one: (one.end or date.max, one.id), reverse=True)


def register_years(institution_id: int) -> list[tuple[int, str]]:
    """(year, advisory body) of every register an agency has kept, newest first."""
    rows = NumberSeries.objects.filter(institution_id=institution_id).values_list("year", "body").distinct().order_by("-year", "body")
    return list(rows)


def free_numbers(institution_id: int, *, year: int, body: str = "") -> Gap:
    """Numbers of papers sent that were jumped over: given by hand above the last, or given up by a correction."""
    series = NumberSeries.objects.filter(institution_id=institution_id, book=Book.OUTGOING, year=year, body=body).first()
    if series is None:
        return Gap((), 0)
    used = set(Entry.objects.filter(series=series).values_list("ordinal", flat=True))
    return Gap(tuple(one for one in range(1, series.last + 1) if one not in used), series.last)


def waiting_count(institution_id: int) -> int:
    """Papers received that nobody has been given yet, in the registers an agency keeps."""
    return Entry.objects.filter(
        series__keeper_id=institution_id, series__book=Book.INCOMING, handling=Handling.ARRIVED
    ).count()  # fmt: skip
