"""Finding what an address names; 404 when there is no such thing."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from mangnon.plans import queries


def existing_plan(pk: int) -> Any:
    return _or_404(queries.plan, pk)


def existing_task(pk: int) -> Any:
    return _or_404(queries.task, pk)


def existing_clause(pk: int) -> Any:
    return _or_404(queries.clause, pk)


def existing_evidence(pk: int) -> Any:
    return _or_404(queries.evidence, pk)


def _or_404(query: Any, pk: int) -> Any:
    try:
        return query(pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
