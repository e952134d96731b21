"""What the pages of documents show, as values a template can trust."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from mangnon.accounts.records import Actor
from mangnon.documents import queries
from mangnon.documents.records import Branch, Facts
from mangnon.documents.rules import metadata, retention
from mangnon.documents.vocabulary import Handling, Priority, Stage
from mangnon.lib.vietnamese import short_date

BOOKS = {"di": ("outgoing", "Sổ đăng ký văn bản đi"), "den": ("incoming", "Sổ đăng ký văn bản đến"),
         "giai-quyet": ("incoming", "Sổ theo dõi giải quyết văn bản đến")}  # fmt: skip
HANDLING_STATES = {Handling.ARRIVED: "soon", Handling.GIVEN: "info", Handling.DONE: "ok"}
DAY = timedelta(days=1)
_SHOWN = 20  # lower papers of one document before the list takes over
STAGE_STATES = {Stage.OPEN: "info", Stage.CLOSED: "wait", Stage.DUE: "soon", Stage.ARCHIVED: "ok", Stage.EXPIRED: "soon"}


@dataclass(frozen=True)
class TreeLine:
    """A document in the tree, flattened; `depth` sets it in."""

    depth: int
    name: str
    url: str
    title: str
    issuer: str
    issued_on: date | None
    verified: bool
    below: int


@dataclass(frozen=True)
class Agency:
    """An agency of the actor, whose registers it may open; in those it keeps for another, how many papers wait for a direction."""

    id: int
    name: str
    waiting: int = 0


def agencies(actor: Actor) -> list[Agency]:
    """The agencies the actor works for, each once."""
    return [Agency(pk, name) for pk, name in {duty.agency_id: duty.agency_name for duty in actor.duties}.items()]


def registers(actor: Actor) -> list[Agency]:
    """Whose registers the actor may open: its agencies', then those of agencies no longer there that its own keep."""
    own = agencies(actor)
    kept = queries.kept_registers([one.id for one in own])
    return own + [Agency(one.id, f"{one.name}{f' (đến {short_date(one.end - DAY)})' if one.end else ''}", one.waiting) for one in kept]


def agency_of(actor: Actor, wanted: str) -> int | None:
    """The agency the address asks for if it is one of the actor's, else its first."""
    own = [one.id for one in agencies(actor)]
    return int(wanted) if wanted.isdigit() and int(wanted) in own else own[0] if own else None


def tree(branches: Iterable[Branch], *, deepest: int = 8) -> list[TreeLine]:
    """Branches one under another in reading order."""
    lines = []
    for one in branches:
        lines.append(TreeLine(
            one.depth, one.name, reverse("document", args=[one.document_id]), one.title, one.issuer, one.issued_on, one.verified,
            sum(1 for _ in _inside(one)),
        ))  # fmt: skip
        if one.depth < deepest:
            lines += tree(one.children[:_SHOWN], deepest=deepest)
        if len(one.children) > _SHOWN:
            url = f"{reverse('documents')}?trien-khai={one.document_id}"
            lines.append(TreeLine(one.depth + 1, f"và {len(one.children) - _SHOWN} văn bản khác", url, "", "", None, True, 0))
    return lines


def _inside(branch: Branch) -> Iterable[Branch]:
    for child in branch.children:
        yield child
        yield from _inside(child)


def paper_facts(data: dict[str, Any], *, issuer: str, place: str = "") -> Facts:
    """The facts of a filled-in form."""
    return Facts(
        kind=data["loai"], title=data["trich_yeu"].strip(), issued_on=data["ngay"], issuer=issuer, place=place,
        signer=data["nguoi_ky"].strip(), signer_position=data["chuc_vu"].strip(),
        recipients=tuple(line.strip(" -;.") for line in data.get("noi_nhan", "").splitlines() if line.strip()),
        pages=data["so_trang"], priority=data["muc_do"], description=data["ghi_chu"].strip(), access=data["xem"],
    )  # fmt: skip


def metadata_of(document: Any, entries: Sequence[Any], items: Sequence[Any] = ()) -> list[tuple[metadata.Item, str]]:
    """The mandatory fields of the annex with their values; of a paper received those of papers received."""
    incoming = next((one for one in entries if one.series.book == "incoming"), None)
    entry = incoming or next(iter(entries), None)
    item = next(iter(items), None)
    values = {
        "FileCode.OrganId": item.dossier.institution.code if item else "",
        "FileCode.FileCatalog": str(item.dossier.catalogue_year) if item else "",
        "FileCode.FileNotation": item.dossier.notation if item else "", "DocOrdinal": str(item.ordinal) if item else "",
        "TypeName": document.kind, "CodeNumber": document.code_number, "CodeNotation": document.code_notation,
        "IssuedDate": _day(document.issued_on), "OrganName": document.issuer, "Subject": document.title, "Language": document.language,
        "PageAmount": str(document.pages or ""), "Description": document.description, "SignerInfo.Position": document.signer_position,
        "SignerInfo.FullName": document.signer, "To.OrganName": "; ".join(document.recipients),
        "Priority": f"{document.priority} ({Priority(document.priority).label})",
        "IssuedAmount": str(entry.copies or "") if entry else "", "DueDate": _day(entry.due_on) if entry else "",
        "ArrivalDate": _day(incoming.on) if incoming else "", "ArrivalNumber": str(incoming.ordinal) if incoming else "",
        "ToPlaces": incoming.places if incoming else "",
        "TraceHeaderList": "; ".join(f"{trace.get_handling_display()}: {trace.words or trace.lead}" for trace in incoming.traces.all())
        if incoming else "",
    }  # fmt: skip
    return [(field, values.get(field.tag, "")) for field in (metadata.INCOMING if incoming else metadata.OUTGOING)]


def stage_of(dossier: Any, *, on: date) -> Stage:
    """Where a file stands on a day."""
    return retention.stage(ended=dossier.ended_on, keeping=dossier.keeping, years=dossier.years, archived=dossier.archived_on, on=on)


def dossier_row(dossier: Any, *, on: date) -> dict[str, Any]:
    """A file as a line of the list."""
    stage = stage_of(dossier, on=on)
    return {
        "dossier": dossier, "stage": stage.label, "state": STAGE_STATES[stage], "keeping": retention.words(dossier.keeping, dossier.years),
        "hand_over_by": retention.hand_over_by(ended=dossier.ended_on, keeping=dossier.keeping, years=dossier.years),
        "kept_until": retention.kept_until(ended=dossier.ended_on, keeping=dossier.keeping, years=dossier.years),
    }  # fmt: skip


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
