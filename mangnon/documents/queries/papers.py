"""Documents: the list an actor may read, equal numbers, what carries out what."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from mangnon.accounts.records import SYSTEM, Actor
from mangnon.documents import policies
from mangnon.documents.models import Document, DocumentRelation
from mangnon.documents.records import Branch, Facts, Linked, Twin
from mangnon.documents.rules import symbols
from mangnon.documents.vocabulary import INVERSE, Access, Relation
from mangnon.institutions import queries as institutions
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold

_DEEPEST = 12  # a line from the centre down to a hamlet has five


def readable(actor: Actor) -> QuerySet[Document]:
    """The documents an actor may read: those open to everybody, and those in a register of an agency it works for."""
    every = Document.objects.order_by("-issued_on", "-id")
    if actor.id == SYSTEM.id:
        return every
    own = Document.objects.filter(entries__series__institution_id__in=policies.own_agencies(actor)).values("pk")
    return every.filter(Q(access=Access.EVERYBODY) | Q(pk__in=own))


class NotFound(Refusal):
    """No document, or more than one, bears the number somebody typed."""


def numbered(actor: Actor, number: str) -> Document:
    """The one document with this number among those the actor may read. Raises NotFound."""
    found = list(readable(actor).filter(number_key=symbols.key(number))[:2])
    if not found:
        raise NotFound(f"Không có văn bản số “{number}” trong hệ thống. Ghi đúng số, ký hiệu, hoặc đăng ký văn bản ấy trước.")
    if len(found) > 1:
        raise NotFound(f"Có nhiều văn bản số “{number}”. Mở danh sách văn bản, chọn đúng năm và cơ quan rồi nối từ trang văn bản ấy.")
    return found[0]


def may_read(actor: Actor, document_id: int) -> bool:
    """Whether the actor may read one document."""
    return readable(actor).filter(pk=document_id).exists()


def documents(
    actor: Actor, *, text: str = "", kind: str = "", year: int | None = None, relation: str = "", issuer_id: int | None = None
) -> QuerySet[Document]:  # fmt: skip
    """The actor's documents, newest first. `text` is looked for word by word without marks; `relation` "cited" keeps those known by
    citation only, "unverified" those whose number or day nobody has checked."""
    found = readable(actor).select_related("issued_by").defer("search_key")
    for word in fold(text).split():
        found = found.filter(search_key__contains=word)
    if kind:
        found = found.filter(kind__iexact=kind)
    if year:
        found = found.filter(issued_on__year=year)
    if issuer_id:
        found = found.filter(issued_by_id=issuer_id)
    if relation == "cited":
        found = found.filter(cited_only=True)
    if relation == "unverified":
        found = found.filter(verified=False)
    return found


def kinds_in_use(actor: Actor) -> list[tuple[str, int]]:
    """Types of the documents an actor may read, with how many; the commonest first."""
    counts: dict[str, int] = {}
    for kind in readable(actor).values_list("kind", flat=True).order_by("id"):
        counts[kind] = counts.get(kind, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def same_number(*, number: str, facts: Facts) -> Document | None:
    """The document registered under the same number, symbol and issuer, in the same year or with no day known on either side."""
    return next(iter(_same(number=number, facts=facts)), None)


def twins(*, number: str, facts: Facts) -> list[Twin]:
    """Documents the entered one may already be (Phụ lục VI, phần I, III.1.h): what a person is warned of."""
    return [Twin(one.pk, one.number, one.title, one.issued_on, one.issuer) for one in _same(number=number, facts=facts)]


def linked(document_id: int) -> tuple[list[Linked], list[Linked]]:
    """(what the document does to others, what others do to it), in the order of the kinds, then by day."""
    rows = list(
        DocumentRelation.objects.filter(Q(source_id=document_id) | Q(target_id=document_id), withdrawn_at=None)
        .select_related("source", "target")
        .order_by("id")
    )
    order = list(Relation)
    down = [_linked(row, row.target, Relation(row.kind).label) for row in rows if row.source_id == document_id]
    up = [_linked(row, row.source, INVERSE[Relation(row.kind)]) for row in rows if row.target_id == document_id]
    by_kind = lambda one: (order.index(Relation(one.kind)), one.issued_on or date.max)  # noqa: E731
    return sorted(down, key=by_kind), sorted(up, key=by_kind)


def above(document_id: int) -> frozenset[int]:
    """Every document this one carries out, however far up."""
    return frozenset(one for level in _walk({document_id}, up=True) for one in level)


def cascade(document_id: int) -> tuple[list[Branch], Branch]:
    """(the line above, the highest first; the document with what carries it out below, to any depth). Two queries a level, few levels."""
    children: dict[int, list[Document]] = {}
    known: dict[int, Document] = {}
    frontier, depth = {document_id}, 0
    while frontier and depth < _DEEPEST:
        rows = DocumentRelation.objects.filter(target_id__in=frontier, kind=Relation.IMPLEMENTS, withdrawn_at=None)
        found: set[int] = set()
        for row in rows.select_related("source").order_by("source__issued_on", "source_id"):
            children.setdefault(row.target_id, []).append(row.source)
            if row.source_id not in known:
                known[row.source_id] = row.source
                found.add(row.source_id)
        frontier, depth = found, depth + 1
    root = Document.objects.get(pk=document_id)
    return line(document_id), _branch(root, 0, children, frozenset())


def line(document_id: int) -> list[Branch]:
    """The papers a document carries out, the highest first."""
    return [_branch(one, 0, {}, frozenset()) for level in reversed(_walk({document_id}, up=True)) for one in level.values()]


def implementing(document_ids: Iterable[int]) -> list[DocumentRelation]:
    """The standing relations "carries out" whose upper document is one of these, with the lower one."""
    rows = DocumentRelation.objects.filter(target_id__in=list(document_ids), kind=Relation.IMPLEMENTS, withdrawn_at=None)
    return list(rows.select_related("source").order_by("source__issued_on", "id"))


def _same(*, number: str, facts: Facts) -> list[Document]:
    wanted = symbols.key(number)
    if not wanted:
        return []
    issuer_id = None
    if facts.issuer and facts.issued_on:
        named = institutions.agency_named(facts.issuer, on=facts.issued_on)
        issuer_id = named.pk if named else None
    found = Document.objects.filter(number_key=wanted).select_related("issued_by").order_by("id")
    return [one for one in found if _same_issuer(one, facts.issuer, issuer_id) and _same_year(one.issued_on, facts.issued_on)]


def _same_issuer(document: Document, issuer: str, issuer_id: int | None) -> bool:
    if issuer_id is not None and document.issued_by_id == issuer_id:
        return True
    ours, theirs = fold(document.issuer), fold(issuer)
    return ours == theirs or bool(ours and theirs and (ours.startswith(theirs) or theirs.startswith(ours)) and issuer_id is None)


def _same_year(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one.year == other.year


def _walk(start: set[int], *, up: bool) -> list[dict[int, Document]]:
    """Documents level by level along "carries out", each once."""
    seen, frontier = set(start), set(start)
    levels: list[dict[int, Document]] = []
    while frontier and len(levels) < _DEEPEST:
        rows = DocumentRelation.objects.filter(source_id__in=frontier, kind=Relation.IMPLEMENTS, withdrawn_at=None)
        level = {row.target_id: row.target for row in rows.select_related("target").order_by("target__issued_on", "id")}
        level = {pk: one for pk, one in level.items() if pk not in seen}
        if not level:
            break
        levels.append(level)
        seen |= level.keys()
        frontier = set(level)
    return levels


def _branch(document: Document, depth: int, children: dict[int, list[Document]], path: frozenset[int]) -> Branch:
    below = path | {document.pk}
    return Branch(
        document_id=document.pk, name=name_of(document), title=document.title, issued_on=document.issued_on, issuer=document.issuer,
        depth=depth, verified=document.verified,
        children=tuple(_branch(one, depth + 1, children, below) for one in children.get(document.pk, ()) if one.pk not in below),
    )  # fmt: skip


def _linked(row: DocumentRelation, other: Document, words: str) -> Linked:
    return Linked(
        relation_id=row.pk, kind=row.kind, words=words, document_id=other.pk, name=name_of(other), title=other.title,
        issued_on=other.issued_on, issuer=other.issuer, note=row.note, verified=row.verified and other.verified,
    )  # fmt: skip


def name_of(document: Document) -> str:
    """ "Kế hoạch 73/KH-UBND": type in small letters but the first, then the number."""
    kind = document.kind.capitalize() if document.kind.isupper() else document.kind
    return f"{kind} {document.number}".strip()
