"""Children and the facts about them. A fact has a span of days, half-open, and a source; it is closed, never overwritten.

An open lower end means that the beginning is not known. Columns `lives_in`, `hamlet`, `identifier_state` and the keys of Child repeat facts
for lists of a million rows; the operations keep them in step, and `mangnon check` compares.
"""

from mangnon.register.models.children import Child, Household, Source
from mangnon.register.models.following import ChildChange
from mangnon.register.models.happenings import BirthNotice, Death, Dose, HandOver, Happening
from mangnon.register.models.lives import Assistance, Circumstance, InsuranceCard, Residence, Schooling
from mangnon.register.models.people import Carer, CareRelation, HouseholdStanding, Identifier
from mangnon.register.models.spells import Fact

__all__ = [
    "Assistance",
    "BirthNotice",
    "CareRelation",
    "Carer",
    "Child",
    "ChildChange",
    "Circumstance",
    "Death",
    "Dose",
    "Fact",
    "HandOver",
    "Happening",
    "Household",
    "HouseholdStanding",
    "Identifier",
    "InsuranceCard",
    "Residence",
    "Schooling",
    "Source",
]
