"""Joining papers: what one does to another."""

from datetime import datetime

from django.db import transaction

from mangnon.audit import operations as audit
from mangnon.audit.records import Who
from mangnon.audit.vocabulary import Act
from mangnon.documents import policies, queries
from mangnon.documents.models import Document, DocumentRelation
from mangnon.documents.operations.registering import subject
from mangnon.documents.vocabulary import Relation
from mangnon.lib.refusals import Refusal


class NotRelated(Refusal):
    """These two papers cannot be joined so."""


@transaction.atomic
def relate(
    *, source_id: int, target_id: int, kind: Relation, by: Who, at: datetime, note: str = "", verified: bool = True
) -> DocumentRelation:  # fmt: skip
    """Say what the first paper does to the second; said before, it is left as it is.

    A paper cannot carry out what carries it out, and what amends, replaces or repeals is not older than the other.
    Raises NotRelated, NotAllowed.
    """
    policies.check_can_relate(by, institution_ids=queries.register_agencies(source_id))
    source, target = Document.objects.get(pk=source_id), Document.objects.get(pk=target_id)
    if source_id == target_id:
        raise NotRelated("Một văn bản không nối với chính nó. Chọn văn bản khác.")
    if kind == Relation.IMPLEMENTS and source_id in queries.above(target_id):
        raise NotRelated(f"Văn bản số {target.number} đang triển khai văn bản số {source.number}; không thể nối ngược lại.")
    if kind in (Relation.REPLACES, Relation.REPEALS, Relation.AMENDS) and _older(source, target):
        raise NotRelated(
            f"Văn bản số {source.number} có trước văn bản số {target.number} nên không thể thay, sửa hoặc bãi bỏ. Xem lại ngày."
        )
    relation, made = DocumentRelation.objects.get_or_create(
        source=source, target=target, kind=kind, withdrawn_at=None,
        defaults={"note": note.strip()[:300], "verified": verified, "made_by": by.id, "made_at": at},
    )  # fmt: skip
    if made:
        audit.record(act=Act.DOCUMENT_RELATED, subject=subject(source), by=by, at=at, details={"kind": kind.value, "target": target.number})
    return relation


@transaction.atomic
def unrelate(*, relation_id: int, by: Who, at: datetime) -> DocumentRelation:
    """Take a relation back; the row stays with who did so. Raises NotAllowed."""
    relation = DocumentRelation.objects.select_for_update(of=("self",)).select_related("source", "target").get(
        pk=relation_id, withdrawn_at=None
    )  # fmt: skip
    policies.check_can_relate(by, institution_ids=queries.register_agencies(relation.source_id))
    relation.withdrawn_by, relation.withdrawn_at = by.id, at
    relation.save(update_fields=["withdrawn_by", "withdrawn_at"])
    audit.record(
        act=Act.DOCUMENT_RELATED, subject=subject(relation.source), by=by, at=at,
        details={"kind": relation.kind, "target": relation.target.number, "withdrawn": True},
    )  # fmt: skip
    return relation


def _older(source: Document, target: Document) -> bool:
    return bool(source.issued_on and target.issued_on and source.issued_on < target.issued_on)
