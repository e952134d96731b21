"""Files (hồ sơ) of an agency and what lies in one."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet, Sum

from mangnon.documents.models import Dossier, DossierItem


def dossiers(institution_id: int, *, year: int | None = None) -> QuerySet[Dossier]:
    """The files an agency keeps, newest list first, with the number of papers and pages (`doc_total`, `page_total`)."""
    found = Dossier.objects.filter(keeper_id=institution_id).select_related("institution")
    if year:
        found = found.filter(catalogue_year=year)
    return found.annotate(doc_total=Count("items"), page_total=Sum("items__document__pages")).order_by("-catalogue_year", "notation")


def dossier(pk: int) -> Dossier:
    """One file. Raises Dossier.DoesNotExist."""
    return (
        Dossier.objects.select_related("institution", "keeper")
        .annotate(doc_total=Count("items"), page_total=Sum("items__document__pages"))
        .get(pk=pk)
    )


def items_of_document(document_id: int, institution_ids: Iterable[int]) -> list[DossierItem]:
    """Where a paper lies in the files some agencies keep."""
    found = DossierItem.objects.filter(document_id=document_id, dossier__keeper_id__in=list(institution_ids))
    return list(found.select_related("dossier__institution").order_by("id"))


def dossier_items(pk: int) -> QuerySet[DossierItem]:
    """The papers of a file in their order."""
    return DossierItem.objects.filter(dossier_id=pk).select_related("document").order_by("ordinal")
