"""Schools and classes. A child is in one class at a time; a later roll closes the earlier class."""

from collections import defaultdict
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from mangnon.lib.copying import among
from mangnon.lib.vietnamese import fold
from mangnon.register import models
from mangnon.register.operations.facts.keeper import Keeper
from mangnon.register.records import SchoolingRecord
from mangnon.register.vocabulary.people import SchoolingState, SchoolState

_CHILD_STATE = {SchoolingState.ATTENDING: SchoolState.ATTENDING, SchoolingState.LEFT: SchoolState.LEFT}


class SchoolingKeeper(Keeper[SchoolingRecord]):
    name, model, fields = "schooling", models.Schooling, ("valid", "state", "level")

    def load(self, child_ids: list[int]) -> None:
        self.stands: dict[int, models.Schooling] = {}
        self.known: dict[tuple[int, str, str, str], list[models.Schooling]] = defaultdict(list)
        for spell in models.Schooling.objects.filter(child__in=among(child_ids)).order_by("id"):
            if spell.valid.isempty:
                continue
            self.known[_key(spell)].append(spell)
            if spell.valid.upper is None:
                self.stands[spell.child_id] = spell

    def apply(self, child: models.Child, fact: SchoolingRecord, row: int | None) -> bool:
        day = fact.since or self.page.on
        spell = models.Schooling(
            child_id=child.pk, school=fact.school, school_key=fold(fact.school), class_name=fact.class_name, school_year=fact.school_year,
            level=fact.level or "", state=fact.state, valid=DateRange(day, None), **self.origin(row),
        )  # fmt: skip
        stands = self.stands.get(child.pk)
        later = stands is not None and stands.valid.lower is not None and stands.valid.lower > day
        if later or any(_says(old, fact.state, day) for old in self.known[_key(spell)]):
            return False  # told already, or the register knows something later: the check `older_than_register` has told
        if fact.state is SchoolingState.ATTENDING:
            if stands is not None:
                self.end(stands, day)
            self.open(spell)
            self.stands[child.pk] = spell
        else:
            spell = self._leave(stands, spell, day)
            self.stands.pop(child.pk, None)
        self.known[_key(spell)].append(spell)
        child.school_level = fact.level or child.school_level
        child.school_state = _CHILD_STATE.get(fact.state, child.school_state)
        self.page.changed[child.pk] = child
        return True

    def _leave(self, stands: models.Schooling | None, spell: models.Schooling, day: date) -> models.Schooling:
        """The class ends that day: the spell that stands, if it is the same school, else one whose beginning nobody told."""
        if stands is not None:
            self.end(stands, day)
            if stands.school_key == spell.school_key:
                stands.state = spell.state
                return stands
        spell.valid = DateRange(None, day)
        self.open(spell)
        return spell


def _says(old: models.Schooling, state: SchoolingState, day: date) -> bool:
    """Whether an earlier row about this class says the same: in class on that day, or left in that way."""
    if state is SchoolingState.ATTENDING:
        return old.valid.upper is None or day < old.valid.upper
    return old.state == state


def _key(spell: models.Schooling) -> tuple[int, str, str, str]:
    return spell.child_id, spell.school_key, fold(spell.class_name), spell.school_year
