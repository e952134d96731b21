"""What a record says that the register has not: spells closed and opened, attributes brought up to date."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib import hamlets, vietnamese
from mangnon.lib.copying import write_changed, write_new
from mangnon.register import models, rules
from mangnon.register.operations.known import Known
from mangnon.register.operations.today import Today
from mangnon.register.records import ChildRecord, ResidenceRecord
from mangnon.register.vocabulary.circumstances import CLAUSES
from mangnon.register.vocabulary.people import RESIDENCE_RANK, IdentifierState, ResidenceKind, Sex

_CHILD_FIELDS = [
    "full_name", "name_key", "sort_key", "search_words", "identity_key", "sex", "birth_date", "birth_precision", "ethnicity",
    "school_level", "school_state", "lives_in", "hamlet", "identifier_state", "withheld",
]  # fmt: skip


class Changes:
    """Compares records with known children and writes all differences together."""

    def __init__(self, source: models.Source, *, on: date) -> None:
        self.source, self.on, self.today = source, on, Today(on)
        self.children: list[models.Child] = []
        self.carers: dict[int, models.Carer] = {}
        self.closed: dict[type[models.Fact], list[models.Fact]] = {}
        self.opened: dict[type[models.Fact], list[models.Fact]] = {}

    def apply(self, record: ChildRecord, known: Known) -> tuple[str, ...]:
        """Note every difference; the names of what changed."""
        changed = [
            name
            for name, differs in (
                ("name", self._name), ("birth", self._birth), ("attributes", self._attributes), ("residence", self._residences),
                ("identifier", self._identifier), ("standing", self._standing), ("circumstance", self._circumstances),
                ("assistance", self._help), ("carer", self._carers),
            )
            if name not in record.leaves and differs(record, known)
        ]  # fmt: skip
        if {"name", "birth", "attributes", "residence", "identifier", "carer"} & set(changed):
            self.children.append(known.child)
        return tuple(changed)

    def write(self) -> None:
        """Write what was noted."""
        if self.children:
            write_changed(models.Child, self.children, _CHILD_FIELDS)
        write_changed(models.Carer, list(self.carers.values()), ["phone"])
        for model, rows in self.closed.items():
            write_changed(model, rows, _spell_fields(model))
        for model, rows in self.opened.items():
            write_new(model, rows)

    def move(self, to: ResidenceRecord, known: Known) -> bool:
        """Note one residence; whether it differs from what stands."""
        record = ChildRecord(full_name="", birth=known.birth, sex=Sex.UNKNOWN, residences=(to,))
        changed = self._residences(record, known)
        if changed:
            self.children.append(known.child)
        return changed

    def close(self, fact: models.Fact, *, on: date) -> bool:
        """End a spell before a day; False if it began that day or later, so that it must be corrected in place instead."""
        lower = fact.valid.lower
        if lower is not None and lower >= on:
            return False
        fact.valid = DateRange(lower, on)
        self.closed.setdefault(type(fact), []).append(fact)
        return True

    def open(self, fact: models.Fact) -> None:
        """Begin a spell."""
        self.opened.setdefault(type(fact), []).append(fact)

    def correct(self, fact: models.Fact) -> None:
        """Rewrite a spell that began today; the row history keeps what stood before."""
        self.closed.setdefault(type(fact), []).append(fact)

    def _name(self, record: ChildRecord, known: Known) -> bool:
        child, name = known.child, vietnamese.clean(record.full_name)
        if vietnamese.fold(name) == child.name_key and not rules.better_name(child.full_name, name):
            return False
        gone = set(child.name_key.split())
        child.full_name, child.name_key, child.sort_key = name, vietnamese.fold(name), vietnamese.person_sort_key(name)
        own = rules.search_words(name, ())
        child.search_words = own + [word for word in child.search_words if ":" in word and word not in own and word not in gone]
        return True

    def _birth(self, record: ChildRecord, known: Known) -> bool:
        if not rules.better_birth(known.birth, record.birth):
            return False
        known.child.birth_date, known.child.birth_precision = record.birth.day, record.birth.precision
        return True

    def _attributes(self, record: ChildRecord, known: Known) -> bool:
        child, changed = known.child, False
        said = {
            "sex": "" if record.sex is Sex.UNKNOWN else record.sex, "ethnicity": record.ethnicity,
            "school_level": record.school_level or "", "school_state": record.school_state or "",
        }  # fmt: skip
        for name, value in said.items():
            if value and getattr(child, name) != value:
                setattr(child, name, value)
                changed = True
        withheld = rules.still_withheld(child.withheld, record)
        if withheld != child.withheld:
            child.withheld, changed = withheld, True
        return changed

    def _residences(self, record: ChildRecord, known: Known) -> bool:
        changed = False
        for said in record.residences:
            stands = known.residences.get(said.kind)
            row = models.Residence(
                child_id=known.child.pk, kind=said.kind, unit_id=said.unit_id, hamlet=said.hamlet, address=said.address,
                unit_as_written=said.as_written, **self._origin(record),
            )  # fmt: skip
            if stands is None:
                row.valid = DateRange(said.since, None)
            elif _same_place(stands, row, self.today):
                continue
            else:
                day = said.since or self.on
                if self.today.same(stands.unit_id, row.unit_id):  # what the list leaves empty stays, so does a hamlet written otherwise
                    row.hamlet = stands.hamlet if not row.hamlet or hamlets.same(stands.hamlet, row.hamlet) else row.hamlet
                    row.address = row.address or stands.address
                row.valid = DateRange(day, None)
                if not self.close(stands, on=day):
                    stands.unit_id, stands.hamlet, stands.address = row.unit_id, row.hamlet, row.address
                    stands.unit_as_written = row.unit_as_written
                    self.correct(stands)
                    changed = True
                    continue
            self.open(row)
            known.residences[said.kind] = row
            changed = True
        if changed:
            home = min(known.residences.values(), key=lambda r: (r.unit_id is None, RESIDENCE_RANK[ResidenceKind(r.kind)]))
            if home.unit_id is None:
                raise rules.NoHome("Chưa biết trẻ ở xã, phường nào của thành phố. Ghi nơi ở hiện tại trước.")
            known.child.lives_in_id, known.child.hamlet = self.today.of(home.unit_id) or home.unit_id, home.hamlet
        return changed

    def _identifier(self, record: ChildRecord, known: Known) -> bool:
        number, stands = record.personal_number, known.identifier
        if not number or (stands is not None and (stands.value == number or stands.state == IdentifierState.VERIFIED)):
            return False
        row = models.Identifier(
            child_id=known.child.pk, value=number, state=record.identifier_state, valid=DateRange(self.on, None), **self._origin(record)
        )  # fmt: skip
        if stands is not None and not self.close(stands, on=self.on):
            stands.value, stands.state = number, record.identifier_state
            self.correct(stands)
        else:
            self.open(row)
        known.child.identifier_state = record.identifier_state
        return True

    def _standing(self, record: ChildRecord, known: Known) -> bool:
        stands = known.standing
        if record.standing is None or (stands is not None and stands.standing == record.standing):
            return False
        if stands is not None and not self.close(stands, on=self.on):
            stands.standing = record.standing
            self.correct(stands)
            return True
        row = models.HouseholdStanding(
            household_id=known.child.household_id, standing=record.standing, valid=DateRange(self.on if stands else None, None),
            **self._origin(record),
        )  # fmt: skip
        self.open(row)
        known.standing = row
        return True

    def _circumstances(self, record: ChildRecord, known: Known) -> bool:
        changed = False
        for said in record.circumstances:
            clause = CLAUSES[said.clause]
            same_group = [
                stands
                for stands in known.circumstances.values()
                if (stands.kind, stands.group) == (clause.kind, clause.group)
            ]  # fmt: skip
            if said.clause in known.circumstances or (clause.sub == 0 and same_group):
                continue  # known, or known more precisely
            row = models.Circumstance(
                child_id=known.child.pk, clause=clause.key, kind=clause.kind, group=clause.group, evidence=said.evidence,
                valid=DateRange(said.since, None), **self._origin(record),
            )  # fmt: skip
            for vaguer in same_group:
                if CLAUSES[vaguer.clause].sub == 0:
                    row.valid = DateRange(said.since or self.on, None)
                    if not self.close(vaguer, on=said.since or self.on):
                        row.valid = vaguer.valid
                        vaguer.valid = DateRange(empty=True)
                        self.correct(vaguer)
            self.open(row)
            known.circumstances[clause.key] = row
            changed = True
        return changed

    def _help(self, record: ChildRecord, known: Known) -> bool:
        new = [said for said in record.help if said.kind not in known.help]
        for said in new:
            known.help.add(said.kind)
            valid = DateRange(said.since, None)
            self.open(models.Assistance(child_id=known.child.pk, kind=said.kind, valid=valid, **self._origin(record)))
        return bool(new)

    def _carers(self, record: ChildRecord, known: Known) -> bool:
        new = [carer for carer in record.carers if carer.role not in known.carers]
        called = self._phones(record, known)
        if not new:
            return called
        child = known.child
        for said in new:
            name = vietnamese.clean(said.full_name)
            carer, _ = models.Carer.objects.get_or_create(
                household_id=child.household_id, name_key=vietnamese.fold(name), defaults={"full_name": name, "phone": said.phone[:20]}
            )
            known.carers[said.role] = carer
            valid = DateRange(self.on, None)
            self.open(models.CareRelation(child_id=child.pk, carer_id=carer.pk, role=said.role, valid=valid, **self._origin(record)))
        child.search_words = list(dict.fromkeys([*child.search_words, *(w for w in rules.search_words("", new) if w)]))
        return True

    def _phones(self, record: ChildRecord, known: Known) -> bool:
        """Note the numbers at which carers are now called; words that are no number replace none."""
        changed = False
        for said in record.carers:
            carer = known.carers.get(said.role)
            if carer and said.phone.isdecimal() and said.phone != carer.phone and vietnamese.fold(said.full_name) == carer.name_key:
                carer.phone = said.phone
                self.carers[carer.pk] = carer
                changed = True
        return changed

    def _origin(self, record: ChildRecord) -> dict[str, int | None]:
        return {"source_id": self.source.pk, "source_row": record.row}


def _same_place(stands: models.Residence, said: models.Residence, today: Today) -> bool:
    """The same commune, and nothing new said about hamlet and address."""

    if not today.same(stands.unit_id, said.unit_id) or (said.hamlet and not hamlets.same(stands.hamlet, said.hamlet)):
        return False
    return not said.address or vietnamese.fold(stands.address) == vietnamese.fold(said.address)


def _spell_fields(model: type[models.Fact]) -> list[str]:
    """Columns a closed or corrected spell may have changed."""
    extra: dict[type[models.Fact], list[str]] = {
        models.Residence: ["unit", "hamlet", "address", "unit_as_written"],
        models.Identifier: ["value", "state"],
        models.HouseholdStanding: ["standing"],
    }
    return ["valid", *extra.get(model, [])]
