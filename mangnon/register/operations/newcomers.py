"""Children the register does not know yet: all their rows made together and written by COPY."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import vietnamese
from mangnon.lib.copying import among, new_keys, write_facts
from mangnon.register import models, rules
from mangnon.register.records import ChildRecord
from mangnon.register.vocabulary.circumstances import CLAUSES
from mangnon.register.vocabulary.people import IdentifierState

type Facts = list[dict[str, Any]]


class Draft(NamedTuple):
    """A record on its way: what `write` answers with, its identity key, where the child lives."""

    place: int
    record: ChildRecord
    identity_key: str
    unit_id: int
    hamlet: str


class Made(NamedTuple):
    """A child written, with what the facts about it need. `origin` is what each of them says of its source."""

    child_id: int
    household_id: int
    record: ChildRecord
    origin: dict[str, int | None]


class Newcomers:
    """Gathers records, then writes children, households, carers and facts in nine statements."""

    def __init__(self, source: models.Source, *, at: datetime) -> None:
        self.source, self.at = source, at
        self.drafts: list[Draft] = []

    def add(self, place: int, record: ChildRecord, identity_key: str) -> None:
        """Take one record; `place` is what `write` answers with."""
        self.drafts.append(Draft(place, record, identity_key, *rules.home(record.residences)))

    def write(self) -> dict[int, int]:
        """Write everything gathered; which place became which child."""
        if not self.drafts:
            return {}
        made = self._children(self._households())
        self._carers(made)
        _facts(made)
        self._standings(made)
        return {draft.place: one.child_id for draft, one in zip(self.drafts, made, strict=True)}

    def _households(self) -> list[int]:
        """The household of each draft: a known one with its key, or a new one."""
        keys = [rules.household_key(draft.record, unit_id=draft.unit_id, hamlet=draft.hamlet) for draft in self.drafts]
        known = dict(
            models.Household.objects.filter(key__in=among([key for key in keys if key] or [""])).order_by("-id").values_list("key", "id")
        )  # fmt: skip
        fresh = [key for key in dict.fromkeys(keys) if key and key not in known] + [""] * keys.count("")
        ids = new_keys(models.Household, len(fresh))
        write_facts(
            models.Household, [{"id": pk, "code": rules.household_code(pk), "key": key} for pk, key in zip(ids, fresh, strict=True)]
        )
        self.new_households = set(ids)
        known.update({key: pk for pk, key in zip(ids, fresh, strict=True) if key})
        alone = iter([pk for pk, key in zip(ids, fresh, strict=True) if not key])
        return [known[key] if key else next(alone) for key in keys]

    def _children(self, households: list[int]) -> list[Made]:
        rows: Facts = []
        made = []
        for pk, household, draft in zip(new_keys(models.Child, len(self.drafts)), households, self.drafts, strict=True):
            record = draft.record
            origin = {"source_id": self.source.pk, "source_row": record.row}
            name = vietnamese.clean(record.full_name)
            rows.append(
                {
                    "id": pk, "code": rules.child_code(pk), "full_name": name, "name_key": vietnamese.fold(name),
                    "sort_key": vietnamese.person_sort_key(name), "search_words": rules.search_words(name, record.carers),
                    "identity_key": draft.identity_key, "sex": record.sex, "birth_date": record.birth.day,
                    "birth_precision": record.birth.precision, "ethnicity": record.ethnicity, "household_id": household,
                    "school_level": record.school_level or "", "school_state": record.school_state or "", "note": record.note,
                    "withheld": record.withheld, "lives_in_id": draft.unit_id, "hamlet": draft.hamlet,
                    "identifier_state": record.identifier_state if record.personal_number else IdentifierState.NONE,
                    "recorded_at": self.at, **origin,
                }
            )  # fmt: skip
            made.append(Made(pk, household, record, origin))
        write_facts(models.Child, rows)
        return made

    def _carers(self, made: Sequence[Made]) -> None:
        old = {one.household_id for one in made} - self.new_households
        known = {
            (household, key): pk
            for pk, household, key in models.Carer.objects.filter(household__in=among(old)).values_list("id", "household_id", "name_key")
        }
        carers: dict[tuple[int, str], dict[str, Any]] = {}
        wanted = []
        for one in made:
            for carer in one.record.carers:
                name = vietnamese.clean(carer.full_name)
                key = (one.household_id, vietnamese.fold(name))
                wanted.append((one, carer.role, key))
                if key not in known and key not in carers:
                    carers[key] = {"household_id": key[0], "full_name": name, "name_key": key[1], "phone": carer.phone[:20]}
        ids = new_keys(models.Carer, len(carers))
        write_facts(models.Carer, [{"id": pk, **carer} for pk, carer in zip(ids, carers.values(), strict=True)])
        known.update(zip(carers, ids, strict=True))
        span = _span(None)
        write_facts(
            models.CareRelation,
            [{"child_id": one.child_id, "carer_id": known[key], "role": role, "valid": span, **one.origin} for one, role, key in wanted],
        )

    def _standings(self, made: Sequence[Made]) -> None:
        old = {one.household_id for one in made} - self.new_households
        open_now = models.HouseholdStanding.objects.filter(household__in=among(old), valid__upper_inf=True)
        stands = set(open_now.values_list("household_id", flat=True))
        rows: Facts = []
        for one in made:
            if one.record.standing and one.household_id not in stands:
                stands.add(one.household_id)
                standing = one.record.standing
                rows.append({"household_id": one.household_id, "standing": standing, "valid": _span(None), **one.origin})
        write_facts(models.HouseholdStanding, rows)


def _facts(made: Sequence[Made]) -> None:
    """Where the children live, their numbers, circumstances and help."""
    residences: Facts = []
    identifiers: Facts = []
    circumstances: Facts = []
    assistance: Facts = []
    for one in made:
        record, own = one.record, {"child_id": one.child_id, **one.origin}
        residences += [
            {
                "kind": r.kind, "unit_id": r.unit_id, "hamlet": r.hamlet, "address": r.address, "unit_as_written": r.as_written,
                "valid": _span(r.since), **own,
            }
            for r in record.residences
        ]  # fmt: skip
        if record.personal_number:
            identifiers.append({"value": record.personal_number, "state": record.identifier_state, "valid": _span(None), **own})
        circumstances += [
            {
                "clause": c.clause, "kind": CLAUSES[c.clause].kind, "group": CLAUSES[c.clause].group, "evidence": c.evidence,
                "valid": _span(c.since), **own,
            }
            for c in record.circumstances
        ]  # fmt: skip
        assistance += [{"kind": h.kind, "valid": _span(h.since), **own} for h in record.help]
    write_facts(models.Residence, residences)
    write_facts(models.Identifier, identifiers)
    write_facts(models.Circumstance, circumstances)
    write_facts(models.Assistance, assistance)


def _span(since: date | None) -> DateRange:
    return DateRange(since, None)
