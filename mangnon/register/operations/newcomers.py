"""Children the register does not know yet: all their rows made together and written by COPY."""

from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import vietnamese
from mangnon.lib.copying import among, new_keys, write_new
from mangnon.register import models, rules
from mangnon.register.records import ChildRecord
from mangnon.register.vocabulary.circumstances import CLAUSES
from mangnon.register.vocabulary.people import IdentifierState


class Newcomers:
    """Gathers records, then writes children, households, carers and facts in nine statements."""

    def __init__(self, source: models.Source, *, at: datetime) -> None:
        self.source, self.at = source, at
        self.drafts: list[tuple[int, ChildRecord, str]] = []

    def add(self, place: int, record: ChildRecord, identity_key: str) -> None:
        """Take one record; `place` is what `write` answers with."""
        self.drafts.append((place, record, identity_key))

    def write(self) -> dict[int, int]:
        """Write everything gathered; which place became which child."""
        if not self.drafts:
            return {}
        households = self._households()
        children = self._children(households)
        self._carers(children)
        self._facts(children)
        self._standings(children)
        return {place: child.pk for (place, _, _), child in zip(self.drafts, children, strict=True)}

    def _households(self) -> list[int]:
        """The household of each draft: a known one with its key, or a new one."""
        keys = []
        for _, record, _ in self.drafts:
            unit_id, hamlet = rules.home(record.residences)
            keys.append(rules.household_key(record, unit_id=unit_id, hamlet=hamlet))
        known = dict(
            models.Household.objects.filter(key__in=among([key for key in keys if key] or [""])).order_by("-id").values_list("key", "id")
        )  # fmt: skip
        self.new_households: set[int] = set()
        fresh = [key for key in dict.fromkeys(keys) if key and key not in known] + [""] * keys.count("")
        ids = new_keys(models.Household, len(fresh))
        rows = [models.Household(pk=pk, code=rules.household_code(pk), key=key) for pk, key in zip(ids, fresh, strict=True)]
        write_new(models.Household, rows)
        self.new_households.update(ids)
        known.update({row.key: row.pk for row in rows if row.key})
        alone = iter([row.pk for row in rows if not row.key])
        return [known[key] if key else next(alone) for key in keys]

    def _children(self, households: list[int]) -> list[models.Child]:
        children = []
        for pk, household, (_, record, key) in zip(new_keys(models.Child, len(self.drafts)), households, self.drafts, strict=True):
            unit_id, hamlet = rules.home(record.residences)
            name = vietnamese.clean(record.full_name)
            children.append(
                models.Child(
                    pk=pk, code=rules.child_code(pk), full_name=name, name_key=vietnamese.fold(name),
                    sort_key=vietnamese.person_sort_key(name), search_words=rules.search_words(name, record.carers), identity_key=key,
                    sex=record.sex, birth_date=record.birth.day, birth_precision=record.birth.precision, ethnicity=record.ethnicity,
                    household_id=household, school_level=record.school_level or "", school_state=record.school_state or "",
                    note=record.note, withheld=list(record.withheld), lives_in_id=unit_id, hamlet=hamlet,
                    identifier_state=record.identifier_state if record.personal_number else IdentifierState.NONE,
                    source_id=self.source.pk, source_row=record.row, recorded_at=self.at,
                )
            )  # fmt: skip
        write_new(models.Child, children)
        return children

    def _carers(self, children: list[models.Child]) -> None:
        old = {child.household_id for child in children} - self.new_households
        known = {
            (household, key): pk
            for pk, household, key in models.Carer.objects.filter(household__in=among(old)).values_list("id", "household_id", "name_key")
        }
        carers: dict[tuple[int, str], models.Carer] = {}
        wanted: list[tuple[models.Child, ChildRecord, str, tuple[int, str]]] = []
        for child, (_, record, _) in zip(children, self.drafts, strict=True):
            for carer in record.carers:
                name = vietnamese.clean(carer.full_name)
                key = (child.household_id, vietnamese.fold(name))
                wanted.append((child, record, carer.role, key))
                if key not in known and key not in carers:
                    carers[key] = models.Carer(household_id=key[0], full_name=name, name_key=key[1], phone=carer.phone[:20])
        write_new(models.Carer, list(carers.values()))
        known.update({key: carer.pk for key, carer in carers.items()})
        write_new(
            models.CareRelation,
            [
                models.CareRelation(child_id=child.pk, carer_id=known[key], role=role, valid=_span(None), **self._origin(record))
                for child, record, role, key in wanted
            ],
        )

    def _facts(self, children: list[models.Child]) -> None:
        residences, identifiers, circumstances, assistance = [], [], [], []
        for child, (_, record, _) in zip(children, self.drafts, strict=True):
            origin = self._origin(record)
            residences += [
                models.Residence(
                    child_id=child.pk, kind=r.kind, unit_id=r.unit_id, hamlet=r.hamlet, address=r.address, unit_as_written=r.as_written,
                    valid=_span(r.since), **origin,
                )
                for r in record.residences
            ]  # fmt: skip
            if record.personal_number:
                identifiers.append(
                    models.Identifier(
                        child_id=child.pk, value=record.personal_number, state=record.identifier_state, valid=_span(None), **origin
                    )
                )
            circumstances += [
                models.Circumstance(
                    child_id=child.pk, clause=c.clause, kind=CLAUSES[c.clause].kind, group=CLAUSES[c.clause].group,
                    evidence=c.evidence, valid=_span(c.since), **origin,
                )
                for c in record.circumstances
            ]  # fmt: skip
            assistance += [
                models.Assistance(child_id=child.pk, kind=h.kind, valid=_span(h.since), **origin) for h in record.help
            ]  # fmt: skip
        write_new(models.Residence, residences)
        write_new(models.Identifier, identifiers)
        write_new(models.Circumstance, circumstances)
        write_new(models.Assistance, assistance)

    def _standings(self, children: list[models.Child]) -> None:
        old = {child.household_id for child in children} - self.new_households
        open_now = models.HouseholdStanding.objects.filter(household__in=among(old), valid__upper_inf=True)
        stands = set(open_now.values_list("household_id", flat=True))
        rows = []
        for child, (_, record, _) in zip(children, self.drafts, strict=True):
            if record.standing and child.household_id not in stands:
                stands.add(child.household_id)
                rows.append(
                    models.HouseholdStanding(
                        household_id=child.household_id, standing=record.standing, valid=_span(None), **self._origin(record)
                    )
                )
        write_new(models.HouseholdStanding, rows)

    def _origin(self, record: ChildRecord) -> dict[str, int | None]:
        return {"source_id": self.source.pk, "source_row": record.row}


def _span(since: date | None) -> DateRange:
    return DateRange(since, None)
