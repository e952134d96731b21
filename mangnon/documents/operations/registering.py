"""Entering official papers: those read into the system, those another paper names, those somebody brings."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from mangnon.audit import operations as audit
from mangnon.audit.records import Subject, Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import policies, queries
from mangnon.documents.models import Document, StoredFile
from mangnon.documents.records import Facts, Symbol
from mangnon.documents.rules import symbols
from mangnon.institutions import queries as institutions
from mangnon.lib.calendar import day_of
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold, short_date


class AlreadyRegistered(Refusal):
    """A document under this number, symbol and issuer stands already; `found` says which."""

    found: tuple[int, ...] = ()


class NumberMissing(Refusal):
    """A paper of another body is known by its number; none was given."""


@transaction.atomic
def register_document(
    *, number: str, kind: str, title: str, issued_on: date | None, issuer: str, by: Who, at: datetime,
    place: str = "", signer: str = "", recipients: Sequence[str] = (), file: StoredFile | None = None, twin_reason: str = "",
) -> Document:  # fmt: skip
    """Enter an official document in the city's list (Nghị định 30/2020/NĐ-CP: number + date + issuer identify it).

    A paper so far known only by citation becomes known in full. Raises AlreadyRegistered; with `twin_reason` it is entered all the same.
    The room that asks has decided who may.
    """
    facts = Facts(
        kind=kind, title=title, issued_on=issued_on, issuer=issuer, place=place, signer=signer, recipients=tuple(recipients)
    )  # fmt: skip
    return write(number=number, facts=facts, file=file, twin_reason=twin_reason, by=by, at=at)


@transaction.atomic
def enter(
    *, number: str, facts: Facts, by: Who, at: datetime, file: StoredFile | None = None, twin_reason: str = "", provenance: str = "",
    verified: bool = True,
) -> Document:  # fmt: skip
    """Enter a paper of another body that no register here holds: a directive, a law, a plan of the city.

    Raises NumberMissing, AlreadyRegistered, NotAllowed.
    """
    policies.check_can_enter(by)
    if not number.strip():
        raise NumberMissing("Chưa ghi số, ký hiệu. Ghi như trên văn bản, ví dụ “28-CT/TW” hoặc “73/KH-UBND”.")
    document = write(number=number, facts=facts, file=file, twin_reason=twin_reason, by=by, at=at)
    if provenance or not verified:
        document.provenance, document.verified = provenance[:300], verified
        document.save(update_fields=["provenance", "verified"])
    return document


@transaction.atomic
def note_cited(
    *, number: str, kind: str, issued_on: date | None, issuer: str, named_in: str, by: Who, at: datetime, title: str = "",
) -> Document:  # fmt: skip
    """The paper another one names: the registered one if there is one, else a line for it, known by citation only."""
    facts = Facts(kind=kind, title=title, issued_on=issued_on, issuer=issuer)
    known = queries.same_number(number=number, facts=facts)
    if known is not None:
        return known
    document = _create(number, facts, file=None, by=by, at=at, cited_only=True, provenance=f"Được nêu trong {named_in}"[:300])
    audit.record(act=Act.DOCUMENT_REGISTERED, subject=subject(document), by=by, at=at, details={"cited": True})
    return document


@transaction.atomic
def recall(*, document_id: int, reason: str, by: Who, at: datetime) -> Document:
    """The issuer has taken the paper back: it is frozen as it stands, and shown so. Raises NotAllowed."""
    document = Document.objects.select_for_update().get(pk=document_id)
    policies.check_can_relate(by, institution_ids=queries.register_agencies(document_id))
    if not reason.strip():
        raise NumberMissing("Chưa ghi lý do thu hồi. Ghi số văn bản thu hồi hoặc lý do.")
    document.recalled_on, document.recall_reason = day_of(at), reason.strip()[:300]
    document.save(update_fields=["recalled_on", "recall_reason"])
    audit.record(act=Act.DOCUMENT_RECALLED, subject=subject(document), by=by, at=at)
    return document


def write(*, number: str, facts: Facts, file: StoredFile | None, twin_reason: str, by: Who, at: datetime) -> Document:
    """One document from its facts: new, or the cited one filled in. Raises AlreadyRegistered."""
    known = queries.same_number(number=number, facts=facts)
    if known is not None and known.cited_only:
        document = _fill(known, number, facts, file=file, by=by, at=at)
    elif known is not None and not twin_reason.strip():
        refusal = AlreadyRegistered(
            f"Văn bản số {known.number}{f' ngày {short_date(known.issued_on)}' if known.issued_on else ''} của {known.issuer} đã có trong "
            "hệ thống. Mở văn bản ấy; nếu đây đúng là hai văn bản khác nhau, ghi lý do rồi đăng ký."
        )
        refusal.found = (known.pk,)
        raise refusal
    else:
        document = _create(number, facts, file=file, by=by, at=at, twin_reason=twin_reason.strip()[:300] if known else "")
    details = {"twin": document.twin} if document.twin else {}
    audit.record(act=Act.DOCUMENT_REGISTERED, subject=subject(document), by=by, at=at, details=details)
    return document


def subject(document: Document) -> Subject:
    """A document as the log names it."""
    return Subject(kind="document", id=str(document.pk), label=f"Văn bản số {document.number}"[:200])


def _create(
    number: str, facts: Facts, *, file: StoredFile | None, by: Who, at: datetime, twin_reason: str = "", cited_only: bool = False,
    provenance: str = "",
) -> Document:  # fmt: skip
    twin = 0
    if twin_reason:
        same = Document.objects.filter(number=number[:60], issued_on=facts.issued_on, issuer=facts.issuer[:300])
        twin = (same.aggregate(last=Max("twin"))["last"] or 0) + 1
    document = Document(twin=twin, twin_reason=twin_reason, cited_only=cited_only, provenance=provenance)
    return _written(document, number, facts, file=file, by=by, at=at)


def _fill(document: Document, number: str, facts: Facts, *, file: StoredFile | None, by: Who, at: datetime) -> Document:
    document.cited_only, document.verified = False, True
    return _written(document, number, facts, file=file, by=by, at=at)


def _written(document: Document, number: str, facts: Facts, *, file: StoredFile | None, by: Who, at: datetime) -> Document:
    symbol: Symbol = symbols.parse(number)
    on = facts.issued_on or day_of(at)
    document.number, document.number_key = number[:60], symbols.key(number)[:80]
    document.code_number, document.code_notation, document.regime = symbol.number[:11], symbol.notation[:30], symbol.regime
    document.kind, document.title, document.issued_on = facts.kind[:100], facts.title, facts.issued_on
    document.place, document.issuer = facts.place[:100], facts.issuer[:300]
    document.issued_by = institutions.agency_named(facts.issuer, on=on) if facts.issuer else None
    document.signer, document.signer_position = facts.signer[:120], facts.signer_position[:100]
    document.recipients, document.language, document.pages = list(facts.recipients), facts.language[:30], facts.pages
    document.description, document.priority, document.access = facts.description[:500], facts.priority, facts.access
    document.file = file or document.file
    document.search_key = search_key(document)
    document.entered_by, document.entered_at = by.id, at
    document.save()
    return document


def search_key(document: Document) -> str:
    """What a search looks through: number, type, subject and issuer without marks."""
    return fold(f"{document.number} {document.kind} {document.title} {document.issuer}")
