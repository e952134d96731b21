"""Joining a plan's paper to those it names: what it carries out, what it cites."""

from datetime import datetime

from mangnon.audit.records import Who
from mangnon.documents import operations as documents
from mangnon.documents.vocabulary import Relation
from mangnon.plans.models import Plan
from mangnon.plans.rules import cascade


def join(plan: Plan, *, by: Who, at: datetime) -> None:
    """Every paper named with day and issuer is registered, by citation only where it is not here, and joined.

    The line of the title ("thực hiện Kế hoạch 276 … thực hiện Chỉ thị 28") is joined link by link; the rest is cited.
    """
    document = plan.document
    named = f"{document.kind.capitalize()} {document.number}"
    known = {}
    texts = (plan.preamble, *plan.clauses.order_by("position").values_list("text", flat=True))
    for cited in plan.citations.order_by("position"):
        if cited.issued_on and cited.issuer:
            known[cited.number] = documents.note_cited(
                number=cited.number, kind=cited.kind, issued_on=cited.issued_on, issuer=cited.issuer, named_in=named,
                title=cascade.quoted(texts, cited.number), by=by, at=at,
            )  # fmt: skip
    line = [known[number] for number in cascade.line((document.title, plan.preamble), known)]
    for source, target in zip([document, *line], line, strict=False):
        documents.relate(source_id=source.pk, target_id=target.pk, kind=Relation.IMPLEMENTS, by=by, at=at)
    for other in known.values():
        if other not in line:
            documents.relate(source_id=document.pk, target_id=other.pk, kind=Relation.CITES, by=by, at=at)
