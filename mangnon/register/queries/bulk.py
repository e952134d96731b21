"""The whole register for machines: rows for linkage, columns for counting. Streamed; a million children pass through bounded memory."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from django.db.models import Q, QuerySet

from mangnon.institutions import queries as institutions
from mangnon.lib.copying import among
from mangnon.register.models import Assistance, CareRelation, Child, Circumstance, HouseholdStanding, Identifier, Residence
from mangnon.register.records import LinkageRow, Snapshot
from mangnon.register.vocabulary.ethnicities import INDEX
from mangnon.register.vocabulary.people import (
    IDENTIFIER_CODE,
    RESIDENCE_RANK,
    SEX_CODE,
    STANDING_CODE,
    CarerRole,
    CircumstanceKind,
    IdentifierState,
    SchoolState,
    Sex,
)

_STREAM = 20_000
_RISK_POVERTY = 1
_UNKNOWN = -1
_SEX = dict(Sex.choices)
_SCHOOL_CODE = {SchoolState.ATTENDING: 1, SchoolState.LEFT: 2}


def linkage_rows(*, on: date) -> Iterator[LinkageRow]:
    """What linkage compares, for every open record, in the order of keys."""
    return _linkage_rows(_open(on), relations=Q(valid__contains=on))


def linkage_rows_now(ids: Collection[int] | None = None) -> Iterator[LinkageRow]:
    """The same of records not closed, as they stand now and whatever the day; of these children only, or of all."""
    found = Child.objects.filter(closed_on__isnull=True)
    return _linkage_rows(found if ids is None else found.filter(pk__in=among(ids)), relations=Q(valid__upper_inf=True))


def _linkage_rows(found: QuerySet[Child], *, relations: Q) -> Iterator[LinkageRow]:
    rows = found.order_by("id").values_list(
        "id", "full_name", "birth_date", "birth_precision", "sex", "lives_in__code", "hamlet", "household_id", "identifier_state"
    ).iterator(chunk_size=_STREAM)  # fmt: skip
    while chunk := list(islice(rows, _STREAM)):
        ids = among([row[0] for row in chunk])
        numbers = dict(Identifier.objects.filter(child__in=ids, valid__upper_inf=True).values_list("child_id", "value"))
        carers = CareRelation.objects.filter(relations, child__in=ids, role__in=[CarerRole.FATHER, CarerRole.MOTHER])
        parents = {(child, role): name for child, role, name in carers.values_list("child_id", "role", "carer__full_name")}
        for pk, full_name, birth, precision, sex, unit, hamlet, household, state in chunk:
            yield LinkageRow(
                child_id=pk, full_name=full_name, birth_date=birth, birth_precision=precision, sex=_SEX[sex],
                personal_number=numbers.get(pk, ""), father_name=parents.get((pk, CarerRole.FATHER), ""),
                mother_name=parents.get((pk, CarerRole.MOTHER), ""), unit_code=unit, hamlet=hamlet, household_id=household,
                identifier_state=state,
            )  # fmt: skip


def snapshot(*, on: date) -> Snapshot:
    """The register on a day as numpy columns, for counting."""
    base = _open(on).order_by("id").values_list("id", "lives_in_id", "sex", "birth_date", "household_id", "ethnicity", "school_state")
    child_id, home, sex, birth, household, ethnicity, school = _columns(
        base, np.int64, np.int64, "U8", "datetime64[D]", np.int64, "U20", "U20"
    )
    commune = _communes(child_id, home, on=on)
    states = np.full(len(child_id), IDENTIFIER_CODE[IdentifierState.NONE], dtype=np.int8)  # what came later is not of this day
    for found, value in _pairs(Identifier.objects.filter(valid__contains=on).order_by("id"), "child_id", "state"):
        _put(states, child_id, found, np.array([IDENTIFIER_CODE[v] for v in value], dtype=np.int8))
    poverty = _poverty(household, on=on)
    special, risk = _groups(child_id, on=on)
    risk[poverty > 0] |= np.uint32(1 << _RISK_POVERTY)
    assisted = np.zeros(len(child_id), dtype=bool)
    for found, _ in _pairs(Assistance.objects.filter(valid__contains=on).order_by("id"), "child_id", "kind"):
        _put(assisted, child_id, found, np.ones(len(found), dtype=bool))
    return Snapshot(
        on=on, child_id=child_id, commune_id=commune, sex=_coded(sex, SEX_CODE, np.int8), birth=birth, age=_ages(birth, on=on),
        special_groups=special, risk_groups=risk, identifier_state=states, poverty=poverty, assisted=assisted,
        ethnicity=_coded(ethnicity, INDEX, np.int16), schooling=_coded(school, _SCHOOL_CODE, np.int8),
    )  # fmt: skip


def _open(on: date) -> QuerySet[Child]:
    return Child.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), birth_date__lte=on)


def _columns(rows: QuerySet, *types: Any) -> list[np.ndarray]:
    """The columns of a long answer, gathered chunk by chunk."""
    parts: list[list[np.ndarray]] = [[] for _ in types]
    stream = rows.iterator(chunk_size=_STREAM)
    while chunk := list(islice(stream, _STREAM)):
        for part, column, kind in zip(parts, zip(*chunk, strict=True), types, strict=True):
            part.append(np.array(column, dtype=kind))
    return [np.concatenate(part) if part else np.array([], dtype=kind) for part, kind in zip(parts, types, strict=True)]


def _pairs(rows: QuerySet, *names: str) -> Iterator[tuple[np.ndarray, tuple]]:
    stream = rows.values_list(*names).iterator(chunk_size=_STREAM)
    while chunk := list(islice(stream, _STREAM)):
        keys, values = zip(*chunk, strict=True)
        yield np.array(keys, dtype=np.int64), values


def _places(child_id: np.ndarray, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where each found key stands among the sorted children, and which of them stand there at all."""
    if not len(child_id):
        return np.zeros(len(found), dtype=np.int64), np.zeros(len(found), dtype=bool)
    place = np.searchsorted(child_id, found).clip(max=len(child_id) - 1)
    return place, child_id[place] == found


def _put(column: np.ndarray, child_id: np.ndarray, found: np.ndarray, values: np.ndarray) -> None:
    place, there = _places(child_id, found)
    column[place[there]] = values[there]


def _coded(texts: np.ndarray, codes: dict, kind: Any) -> np.ndarray:
    """Texts as numbers; a text without a number is 0."""
    values, inverse = np.unique(texts, return_inverse=True)
    table = np.array([codes.get(str(value), 0) for value in values] or [0], dtype=kind)
    return table[inverse] if len(texts) else np.array([], dtype=kind)


def _communes(child_id: np.ndarray, home: np.ndarray, *, on: date) -> np.ndarray:
    """Where each child lived on the day: the present residence, else the temporary, else the permanent, else today's."""
    commune = _of_the_day(home, home, on=on)
    for kind in sorted(RESIDENCE_RANK, key=lambda k: -RESIDENCE_RANK[k]):  # the decisive kind is written last
        rows = Residence.objects.filter(kind=kind, valid__contains=on, unit__isnull=False).order_by("id")
        for found, units in _pairs(rows, "child_id", "unit_id"):
            there = np.array(units, dtype=np.int64)
            _put(commune, child_id, found, _of_the_day(there, np.full(len(there), _UNKNOWN, dtype=np.int64), on=on))
    left_open = commune == _UNKNOWN  # a divided unit: where somebody has put the child since
    commune[left_open] = _of_the_day(home, home, on=on)[left_open]
    return commune


def _of_the_day(units: np.ndarray, otherwise: np.ndarray, *, on: date) -> np.ndarray:
    """Each unit as the one unit that has its people on the day; a unit that came later, or was divided, as `otherwise` says."""
    known, place = np.unique(units, return_inverse=True)
    now = institutions.now_of(known.tolist(), on=on)
    table = np.array([now.get(key, _UNKNOWN) for key in known.tolist()] or [_UNKNOWN], dtype=np.int64)
    found = table[place] if len(units) else np.array([], dtype=np.int64)
    return np.where(found == _UNKNOWN, otherwise, found)


def _poverty(household: np.ndarray, *, on: date) -> np.ndarray:
    rows = list(HouseholdStanding.objects.filter(valid__contains=on).order_by("household_id", "id").values_list("household_id", "standing"))
    standing = {household_id: STANDING_CODE[value] for household_id, value in rows}  # type: ignore[index]
    keys = np.array(sorted(standing), dtype=np.int64)
    values = np.array([standing[key] for key in sorted(standing)], dtype=np.int8)
    poverty = np.zeros(len(household), dtype=np.int8)
    if len(keys):
        place, there = _places(keys, household)
        poverty[there] = values[place[there]]
    return poverty


def _groups(child_id: np.ndarray, *, on: date) -> tuple[np.ndarray, np.ndarray]:
    masks = {kind: np.zeros(len(child_id), dtype=np.uint32) for kind in (CircumstanceKind.SPECIAL, CircumstanceKind.RISK)}
    for kind, mask in masks.items():
        for found, groups in _pairs(Circumstance.objects.filter(kind=kind, valid__contains=on).order_by("id"), "child_id", "group"):
            place, there = _places(child_id, found)
            bits = (np.uint32(1) << np.array(groups, dtype=np.uint32)).astype(np.uint32)
            np.bitwise_or.at(mask, place[there], bits[there])
    return masks[CircumstanceKind.SPECIAL], masks[CircumstanceKind.RISK]


def _ages(birth: np.ndarray, *, on: date) -> np.ndarray:
    """Completed years on the day, as lib.calendar.age reckons them."""
    months = birth.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    month = (months - years).astype(np.int64) + 1
    day = (birth - months).astype(np.int64) + 1
    not_yet = (month > on.month) | ((month == on.month) & (day > on.day))
    return (on.year - (years.astype(np.int64) + 1970) - not_yet).astype(np.int16)
