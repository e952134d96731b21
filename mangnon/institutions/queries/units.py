"""What exists on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from mangnon.institutions.models import Institution
from mangnon.institutions.records import UnitRef
from mangnon.institutions.rules import agencies, names
from mangnon.institutions.vocabulary import CITY_CODE, Kind, Level
from mangnon.lib.vietnamese import fold


def is_loaded() -> bool:
    """Whether any unit is known at all."""
    return Institution.objects.filter(kind=Kind.UNIT).exists()


def existing(*, on: date, kind: Kind | None = None, text: str = "") -> QuerySet[Institution]:
    """Everything that exists on a day, units first, in Vietnamese order; `text` searches names without marks, and codes."""
    found = Institution.objects.filter(valid__contains=on).select_related("parent").order_by("-kind", "sort_key", "code")
    if kind:
        found = found.filter(kind=kind)
    return found.filter(_matches(text)) if text.strip() else found


def city(*, on: date) -> Institution:
    """The city as a unit on a day: before 1 July 2025 the smaller Cần Thơ."""
    return Institution.objects.get(kind=Kind.UNIT, code=CITY_CODE, valid__contains=on)


def communes(*, on: date) -> QuerySet[Institution]:
    """Communes and wards of the city on a day, in Vietnamese order (103 since 1 July 2025; through the districts before)."""
    return (
        Institution.objects.filter(kind=Kind.UNIT, level=Level.COMMUNE, valid__contains=on)
        .filter(Q(parent__code=CITY_CODE) | Q(parent__parent__code=CITY_CODE))
        .order_by("sort_key", "code")
    )


def by_code(code: str, *, on: date, kind: Kind = Kind.UNIT) -> Institution | None:
    """The unit or agency that bears a code on a day."""
    return Institution.objects.filter(kind=kind, code=code, valid__contains=on).select_related("parent").first()


def by_id(pk: int) -> Institution | None:
    """One span by its key."""
    return Institution.objects.filter(pk=pk).select_related("parent").first()


def codes(ids: Iterable[int]) -> dict[int, str]:
    """The codes of some spans by their keys."""
    return dict(Institution.objects.filter(pk__in=set(ids)).values_list("pk", "code"))


def children_of(institution: Institution, *, on: date) -> QuerySet[Institution]:
    """Units or agencies directly under this one on a day. The parent is known by its code: its own span may have changed meanwhile."""
    return Institution.objects.filter(
        kind=institution.kind, parent__code=institution.code, parent__kind=institution.kind, valid__contains=on
    ).order_by("sort_key", "code")


def reporting_institutions(*, on: date) -> QuerySet[Institution]:
    """Who owes the yearly report of Plan 73 on a day (V.1): agencies first, then the localities, each in Vietnamese order."""
    return Institution.objects.filter(reports_on_plan=True, valid__contains=on).order_by("kind", "sort_key", "code")


def agency_named(text: str, *, on: date) -> Institution | None:
    """The agency a paper of that day names, in full or short ("Sở LĐTBXH"); "UBND phường X" is the commune itself.

    Where none existed on the day, the last one that had ended before it: late papers still use old names; `holder` tells who took over.
    """
    named = agencies.committee_of(text)
    if named:
        readings = names.read_place(named).unit
        for reading in readings:
            found = Institution.objects.filter(
                kind=Kind.UNIT, level=Level.COMMUNE, bare_key=reading.key, type_label=reading.type_label, valid__contains=on
            )
            if reading.type_label and len(units := list(found[:2])) == 1:
                return units[0]
    wanted = agencies.agency_key(text)
    every = Institution.objects.filter(kind=Kind.AGENCY).select_related("parent").order_by("id")
    spans = [span for span in every if wanted in agencies.keys_of(span.name, span.also)]
    ended = [span for span in spans if span.valid.upper and span.valid.upper <= on]
    return next((span for span in spans if on in span.valid), max(ended, key=lambda span: span.valid.upper, default=None))


def as_ref(institution: Institution) -> UnitRef:
    """One span as a value. Select its parent along."""
    parent = institution.parent
    return UnitRef(
        id=institution.pk, kind=institution.kind, level=institution.level, code=institution.code, name=institution.name,
        bare_key=institution.bare_key, type_label=institution.type_label, first_day=institution.valid.lower, end=institution.valid.upper,
        parent_id=institution.parent_id, parent_code=parent.code if parent else "", parent_name=parent.name if parent else "",
        citation=institution.citation, ended_by=institution.ended_by, verified=institution.verified,
        functions=tuple(institution.functions),
    )  # fmt: skip


def as_refs(institutions: QuerySet[Institution]) -> list[UnitRef]:
    """Spans as values."""
    return [as_ref(institution) for institution in institutions.select_related("parent")]


def _matches(text: str) -> Q:
    return Q(name_key__contains=fold(text)) | Q(code=text.strip()) | Q(bare_key=names.match_key(text))
