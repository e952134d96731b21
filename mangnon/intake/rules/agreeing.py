"""Whether a row of a list and a record of the register can speak of one child, field by field. Twins share birth, parents and home: their
names alone tell them apart, so a code or number under another name is never taken for the child.
"""

from mangnon.intake.records import Holder, KnownChild, ReadRow
from mangnon.intake.rules.words import plain
from mangnon.lib.vietnamese import fold, one_letter_apart
from mangnon.register import rules as register
from mangnon.register.records import LinkageRow
from mangnon.register.vocabulary.people import CarerRole, Precision, Sex


def agrees(row: ReadRow, child: KnownChild) -> bool:
    """Whether name and birth allow that a row which names a record by code or number means that child: a name in a hurry lacks marks or
    words, but then the birth may not differ.
    """
    name = row.text("full_name")
    if same_name(name, child.full_name):
        return True
    return (not name or alike_names(name, child.full_name)) and not contradicts(row, child)


def holds(row: ReadRow, holder: Holder | None) -> bool:
    """Whether who has the number of the row in the register may be its child."""
    if holder is None:
        return False
    alike = alike_names(row.text("full_name"), holder.name_key)
    return alike and (fold(row.text("full_name")) == holder.name_key or holder.birth == row.birth)


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: the same words with the same marks, or one of them typed without any."""
    return fold(one) == fold(other) and register.same_name(one, other)


def alike_names(one: str, other: str) -> bool:
    """Whether two names may be one: but for marks, spaces, i and y; with words left out or shortened; with one letter wrong in a word that
    is not the given name.
    """
    ours, theirs = plain(one).replace("y", "i").split(), plain(other).replace("y", "i").split()
    if "".join(ours) == "".join(theirs):
        return True
    if not ours or not theirs:
        return False
    short, long = sorted((ours, theirs), key=len)
    if len(short) < len(long):
        return _in_order(short, long)
    differing = [(left, right) for left, right in zip(ours, theirs, strict=True) if left != right]
    if ours[-1] != theirs[-1]:
        return False
    return all(_shortens(*pair) for pair in differing) or (len(differing) == 1 and one_letter_apart(*differing[0]))


def _in_order(short: list[str], long: list[str]) -> bool:
    rest = iter(long)
    return all(any(_shortens(word, other) for other in rest) for word in short)


def _shortens(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def same_birth(row: ReadRow, child: KnownChild) -> bool:
    """Whether the birth dates agree as far as both are known."""
    birth = row.birth
    return birth is not None and (birth.day, birth.precision) == (child.birth.day, child.birth.precision)


def contradicts(row: ReadRow, child: KnownChild) -> bool:
    """Whether the births cannot both be right, one being known less exactly or not."""
    birth = row.birth
    if birth is None or same_birth(row, child):
        return False
    exact = Precision.DAY in {birth.precision, child.birth.precision} and birth.precision is child.birth.precision
    same_month = birth.day.month == child.birth.day.month or Precision.YEAR in {birth.precision, child.birth.precision}
    return exact or birth.day.year != child.birth.day.year or not same_month


def is_namesake(row: ReadRow, child: KnownChild) -> bool:
    """Whether a record bears exactly the name and the birth date of the row."""
    return same_name(row.text("full_name"), child.full_name) and same_birth(row, child)


def is_plainly(row: ReadRow, child: KnownChild, about: LinkageRow, *, home: int | None, closes: bool) -> bool:
    """Whether a record with the name of the row is its child, nothing else known: born the same day, living where the row says, nothing
    contradicting it. A parent must agree where the day is the first of a year, which often stands for the year alone, and where the list
    closes records (`closes`).
    """
    birth = row.birth
    if birth is None or birth.precision is not Precision.DAY or not is_namesake(row, child) or child.unit_id != home:
        return False
    if row.sex not in {None, Sex.UNKNOWN, child.sex} and child.sex is not Sex.UNKNOWN:
        return False
    if row.personal_number and row.personal_number != about.personal_number:
        return False
    said = {carer.role: carer.full_name for carer in row.carers}
    pairs = ((said.get(CarerRole.FATHER, ""), about.father_name), (said.get(CarerRole.MOTHER, ""), about.mother_name))
    if not all(alike_names(one, other) for one, other in pairs if one and other):
        return False
    if not closes and (birth.day.day, birth.day.month) != (1, 1):
        return True
    parents = {fold(about.father_name), fold(about.mother_name)} - {""}
    return any(fold(name) in parents for name in said.values())


def is_near(row: ReadRow, child: KnownChild) -> bool:
    """Whether the birth of a record with the same name may be that of the row, mistyped or known less exactly: day and month turned round,
    or one of day, month and year another.
    """
    birth = row.birth
    if birth is None or not contradicts(row, child):
        return True
    ours, theirs = birth.day, child.birth.day
    turned = (ours.day, ours.month, ours.year) == (theirs.month, theirs.day, theirs.year)
    return turned or sum((ours.day == theirs.day, ours.month == theirs.month, ours.year == theirs.year)) == 2
