"""Giving numbers to papers sent, and arrival numbers to papers received: one series a year for each agency and advisory body."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import policies
from mangnon.documents.models import Document, Entry, NumberSeries, StoredFile
from mangnon.documents.operations.registering import NumberMissing, search_key, subject, write
from mangnon.documents.records import Facts
from mangnon.documents.rules import symbols
from mangnon.documents.vocabulary import Book, Handling
from mangnon.institutions import queries as institutions
from mangnon.institutions.vocabulary import Kind
from mangnon.lib.refusals import Refusal

COMMUNE_SIGN = "UBND"  # a commune's paper is its People's Committee's


class NumberTaken(Refusal):
    """The number has been given to another paper of the same series."""


@transaction.atomic
def issue(
    *, institution_id: int, facts: Facts, by: Who, at: datetime, number: int | None = None, body: str = "", agency_sign: str = "",
    unit_sign: str = "", copies: int | None = None, due_on: date | None = None, places: str = "", file: StoredFile | None = None,
) -> Document:  # fmt: skip
    """Number a paper of an agency and write it in the register of papers sent.

    Without `number` the next of the agency's series of the year; with one, that number if it is free. `body` is an advisory body that
    uses the agency's seal: it has a series and a sign (`agency_sign`) of its own. `unit_sign` is the drafting unit of a letter
    ("12/UBND-VX"). Raises NumberTaken, NumberMissing, AlreadyRegistered, NotAllowed.
    """
    policies.check_can_register(by, institution_id=institution_id)
    if facts.issued_on is None:
        raise NumberMissing("Chưa ghi ngày ký. Số văn bản thuộc năm của ngày ký.")
    series = _locked(institution_id, body=body, book=Book.OUTGOING, year=facts.issued_on.year)
    ordinal = _taken(series, number)
    while number is None and (stray := _stray(series, ordinal)) is not None:
        _enter_stray(series, ordinal, stray, by=by, at=at)
        ordinal = _taken(series, None)
    printed = symbols.printed(ordinal, notation_of(institution_id, kind=facts.kind, agency_sign=agency_sign, unit_sign=unit_sign))
    # The series itself forbids two papers under one number; an equal one typed in before belongs to another series or is this one.
    document = write(number=printed, facts=facts, file=file, twin_reason=f"Dãy số {body}" if body else "", by=by, at=at)
    Entry.objects.create(
        series=series, ordinal=ordinal, document=document, on=facts.issued_on, places=places[:1000], copies=copies, due_on=due_on,
        entered_by=by.id, entered_at=at,
    )  # fmt: skip
    audit.record(
        act=Act.DOCUMENT_NUMBERED, subject=subject(document), by=by, at=at, details={"institution": institution_id, "ordinal": ordinal}
    )
    return document


@transaction.atomic
def correct_issue(
    *, document_id: int, institution_id: int, by: Who, at: datetime, number: int | None, issued_on: date, signer: str
) -> Document:  # fmt: skip
    """Put right the number, day and signer a paper was registered with. The number given up shows as free in the register.

    Raises NumberTaken, NotAllowed.
    """
    policies.check_can_register(by, institution_id=institution_id)
    document = Document.objects.select_for_update().get(pk=document_id)
    entry = Entry.objects.select_related("series").get(document=document, series__institution_id=institution_id, series__book=Book.OUTGOING)
    before = {"number": document.number, "issued_on": str(document.issued_on)}
    if issued_on.year != entry.series.year or number not in (None, entry.ordinal):
        series = _locked(institution_id, body=entry.series.body, book=Book.OUTGOING, year=issued_on.year)
        entry.series, entry.ordinal = series, _taken(series, number)
        document.number = symbols.printed(entry.ordinal, document.code_notation)
        document.number_key, document.code_number = symbols.key(document.number), symbols.parse(document.number).number
    entry.on = document.issued_on = issued_on
    document.signer = signer.strip()[:120]
    document.search_key = search_key(document)
    document.save()
    entry.save()
    audit.record(act=Act.DOCUMENT_CORRECTED, subject=subject(document), by=by, at=at, details=before)
    return document


@transaction.atomic
def receive(
    *, institution_id: int, number: str, facts: Facts, arrived_on: date, by: Who, at: datetime, body: str = "", places: str = "",
    due_on: date | None = None, file: StoredFile | None = None, twin_reason: str = "", document_id: int | None = None,
) -> Entry:  # fmt: skip
    """Write a paper received in the register, under the next arrival number of the year.

    `document_id` names a paper the system has already (another agency sent or received it): it is not entered twice.
    Raises NumberMissing, AlreadyRegistered, NotAllowed.
    """
    policies.check_can_register(by, institution_id=institution_id)
    if document_id is not None:
        document = Document.objects.get(pk=document_id)
    elif not number.strip():
        raise NumberMissing("Chưa ghi số, ký hiệu của văn bản đến. Ghi như trên văn bản, ví dụ “73/KH-UBND”.")
    else:
        document = write(number=number, facts=facts, file=file, twin_reason=twin_reason, by=by, at=at)
    series = _locked(institution_id, body=body, book=Book.INCOMING, year=arrived_on.year)
    if standing := Entry.objects.filter(series__institution_id=institution_id, series__book=Book.INCOMING, document=document).first():
        raise NumberTaken(f"Văn bản này đã vào sổ văn bản đến, số đến {standing.ordinal}. Mở văn bản ấy để phân phối, giải quyết.")
    entry = Entry.objects.create(
        series=series, ordinal=_taken(series, None), document=document, on=arrived_on, places=places[:1000], due_on=due_on,
        handling=Handling.ARRIVED, entered_by=by.id, entered_at=at,
    )  # fmt: skip
    audit.record(
        act=Act.DOCUMENT_RECEIVED, subject=subject(document), by=by, at=at,
        details={"institution": institution_id, "arrival": entry.ordinal},
    )  # fmt: skip
    return entry


def notation_of(institution_id: int, *, kind: str, agency_sign: str = "", unit_sign: str = "") -> str:
    """What follows the number of an agency's paper: "KH-UBND" of a commune, "BC-SYT" of a department."""
    institution = institutions.by_id(institution_id)
    own = COMMUNE_SIGN if institution is None or institution.kind == Kind.UNIT else institution.abbreviation
    return symbols.notation(kind=kind, agency=agency_sign or own, unit=unit_sign)


def _locked(institution_id: int, *, body: str, book: Book, year: int) -> NumberSeries:
    """The series, held until the transaction ends: the next writer waits for its number."""
    facts: dict[str, Any] = {"institution_id": institution_id, "body": body[:200], "book": book, "year": year}
    NumberSeries.objects.get_or_create(**facts, defaults={"keeper_id": institution_id})
    return NumberSeries.objects.select_for_update().get(**facts)


def _stray(series: NumberSeries, ordinal: int) -> Document | None:
    """A paper of the agency registered under this number without passing its register: read in as a plan, named by another."""
    if series.body:
        return None
    papers = Document.objects.filter(
        issued_by_id=series.institution_id, issued_on__year=series.year, code_number__in={str(ordinal), f"{ordinal:02d}"}
    )
    return papers.exclude(entries__series__book=Book.OUTGOING).order_by("id").first()


def _enter_stray(series: NumberSeries, ordinal: int, document: Document, *, by: Who, at: datetime) -> None:
    """The number is that paper's: it gets its line, and the next number is given."""
    Entry.objects.create(
        series=series, ordinal=ordinal, document=document, on=document.issued_on or at.date(), entered_by=by.id, entered_at=at,
        note="Văn bản có trước trong hệ thống, ghi vào sổ khi đến số này",
    )  # fmt: skip
    audit.record(
        act=Act.DOCUMENT_NUMBERED, subject=subject(document), by=by, at=at,
        details={"institution": series.institution_id, "ordinal": ordinal},
    )  # fmt: skip


def _taken(series: NumberSeries, number: int | None) -> int:
    ordinal = series.last + 1 if number is None else number
    if ordinal < 1:
        raise NumberTaken("Số văn bản bắt đầu từ 1. Để trống nếu muốn hệ thống cấp số kế tiếp.")
    if Entry.objects.filter(series=series, ordinal=ordinal).exists():
        raise NumberTaken(
            f"Số {ordinal:02d} năm {series.year} đã cấp cho văn bản khác của cơ quan. Số kế tiếp là {series.last + 1:02d}; "
            "để trống nếu muốn hệ thống cấp."
        )
    if ordinal > series.last:
        series.last = ordinal
        series.save(update_fields=["last"])
    return ordinal
