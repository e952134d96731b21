"""Documents: the list an actor may read, equal numbers, what carries out what."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from mangnon.accounts.records import SYSTEM, Actor
from mangnon.documents import policies
from mangnon.documents.models import Document, DocumentRelation
from mangnon.documents.records import Branch, Facts, Linked, Twin
from mangnon.documents.rules import symbols
from mangnon.documents.vocabulary import INVERSE, Access, Relation
from mangnon.institutions import queries as institutions
from mangnon.lib.refusals import Refusal
from mangnon.lib.vietnamese import fold

_LINE = """
WITH RECURSIVE upper (id, level) AS (
    SELECT %(document)s::bigint, 0
    UNION
    SELECT relation.target_id, upper.level + 1
    FROM upper JOIN documents_documentrelation relation ON relation.source_id = upper.id
    WHERE relation.kind = %(kind)s AND relation.withdrawn_at IS NULL AND upper.level < 20
)
SELECT document.id, document.number, document.kind, document.title, document.issued_on, document.issuer, document.verified
FROM (SELECT id, max(level) AS level FROM upper WHERE level > 0 GROUP BY id) AS found JOIN documents_document document USING (id)
ORDER BY found.level DESC, document.issued_on, document.id
"""


def readable(actor: Actor) -> QuerySet[Document]:
    """The documents an actor may read: those open to everybody, and those in a register of an agency it works for."""
    every = Document.objects.order_by(F("issued_on").desc(nulls_last=True), "-id")
    if actor.id == SYSTEM.id:
        return every
    own = Document.objects.filter(entries__series__keeper_id__in=policies.own_agencies(actor)).values("pk")
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
    actor: Actor, *, text: str = "", kind: str = "", year: int | None = None, relation: str = "",
    implements_id: int | None = None,
) -> QuerySet[Document]:  # fmt: skip
    """The actor's documents, newest first. `text` is looked for word by word without marks; `relation` "cited" keeps those known by
    citation only, "unverified" those whose number or day nobody has checked; `implements_id` those that carry out that document."""
    found = readable(actor).select_related("issued_by").defer("search_key")
    for word in fold(text).split():
        found = found.filter(search_key__contains=word)
    if kind:
        found = found.filter(kind__iexact=kind)
    if year:
        found = found.filter(issued_on__year=year)
    if implements_id:
        lower = DocumentRelation.objects.filter(target_id=implements_id, kind=Relation.IMPLEMENTS, withdrawn_at=None)
        found = found.filter(pk__in=lower.values("source_id"))
    if relation == "cited":
        found = found.filter(cited_only=True)
    if relation == "unverified":
        found = found.filter(verified=False)
    return found


def kinds_in_use(actor: Actor) -> list[tuple[str, int]]:
    """Types of the documents an actor may read, with how many; the commonest first."""
    counted = readable(actor).order_by().values("kind").annotate(found=Count("pk")).order_by("-found", "kind")
    return [(row["kind"], row["found"]) for row in counted]


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
    return frozenset(pk for level in _levels(document_id, _edges()) for pk in level)


def cascade(document_id: int) -> tuple[list[Branch], Branch]:
    """(the line above, the highest first; the document with what carries it out below, to any depth). Two questions in all."""
    edges = _edges()
    upper = _levels(document_id, edges)
    below: dict[int, list[int]] = {}
    for source, target in edges:
        below.setdefault(target, []).append(source)
    wanted, frontier = {document_id}, [document_id]
    while frontier:
        frontier = [one for pk in frontier for one in below.get(pk, ()) if one not in wanted]
        wanted.update(frontier)
    known = _known({*wanted, *(pk for level in upper for pk in level)})
    ordered = {pk: sorted(children, key=lambda one: _order(known[one])) for pk, children in below.items() if pk in wanted}
    return _line(upper, known), _branch(known[document_id], 0, known, ordered, frozenset())


def line(document_id: int) -> list[Branch]:
    """The papers a document carries out, the highest first. One question."""
    found = Document.objects.raw(_LINE, {"document": document_id, "kind": Relation.IMPLEMENTS.value})
    return [_branch(one, 0, {}, {}, frozenset()) for one in found]


def implementing(document_ids: Iterable[int]) -> list[DocumentRelation]:
    """The standing relations "carries out" whose upper document is one of these, with the lower one."""
    rows = DocumentRelation.objects.filter(target_id__in=list(document_ids), kind=Relation.IMPLEMENTS, withdrawn_at=None)
    return list(rows.select_related("source__issued_by").order_by("source__issued_on", "id"))


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


def _edges() -> list[tuple[int, int]]:
    """Every standing "carries out": (lower, upper). A few thousand pairs of numbers in a city with ten years of plans."""
    rows = DocumentRelation.objects.filter(kind=Relation.IMPLEMENTS, withdrawn_at=None).order_by("id")
    return list(rows.values_list("source_id", "target_id"))


def _levels(document_id: int, edges: list[tuple[int, int]]) -> list[list[int]]:
    """What a document carries out, level by level upwards, each once."""
    upper: dict[int, list[int]] = {}
    for source, target in edges:
        upper.setdefault(source, []).append(target)
    seen, frontier = {document_id}, [document_id]
    levels: list[list[int]] = []
    while level := list(dict.fromkeys(one for pk in frontier for one in upper.get(pk, ()) if one not in seen)):
        levels.append(level)
        seen.update(level)
        frontier = level
    return levels


def _known(pks: set[int]) -> dict[int, Document]:
    return {one.pk: one for one in Document.objects.filter(pk__in=pks).defer("search_key", "recipients").order_by("id")}


def _line(levels: list[list[int]], known: dict[int, Document]) -> list[Branch]:
    documents = [known[pk] for level in reversed(levels) for pk in sorted(level, key=lambda one: _order(known[one]))]
    return [_branch(one, 0, known, {}, frozenset()) for one in documents]


def _order(document: Document) -> tuple[date, int]:
    return document.issued_on or date.max, document.pk


def _branch(
    document: Document, depth: int, known: dict[int, Document], below: dict[int, list[int]], path: frozenset[int]
) -> Branch:  # fmt: skip
    here = path | {document.pk}
    return Branch(
        document_id=document.pk, name=name_of(document), title=document.title, issued_on=document.issued_on, issuer=document.issuer,
        depth=depth, verified=document.verified,
        children=tuple(_branch(known[pk], depth + 1, known, below, here) for pk in below.get(document.pk, ()) if pk not in here),
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
