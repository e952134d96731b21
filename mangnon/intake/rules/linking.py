"""Which child a row of an enriching list names, as far as the row itself says it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from mangnon.intake.records import KnownChild, Link, ReadRow
from mangnon.intake.rules.words import plain
from mangnon.lib.vietnamese import fold
from mangnon.register import rules as register
from mangnon.register.vocabulary.people import Precision

NEW = "Trẻ mới"  # what stands in the column of the record code when somebody says the child is not in the register yet
_CODE = re.compile(r"(?:te)? ?0*(\d{1,9})")


def code_of(row: ReadRow) -> str:
    """TE-000123 from the column of the record code, or ""."""
    found = _CODE.fullmatch(plain(row.text("child_code")))
    return register.child_code(int(found[1])) if found else ""


def is_new(row: ReadRow) -> bool:
    """Whether somebody said that the child is to be entered as a new one."""
    return plain(row.text("child_code")) == plain(NEW)


def number_of(row: ReadRow) -> str:
    """The personal number if it has its twelve figures."""
    return row.personal_number if register.read_number(row.personal_number) else ""


def enough_to_find(row: ReadRow) -> bool:
    """A name and something more than a year: without it nobody is looked for."""
    return bool(row.text("full_name")) and row.birth is not None and not is_new(row)


def by_code(row: ReadRow, children: Mapping[str, KnownChild]) -> Link | None:
    """The child of the code; NEW when somebody said so; None when the row names none."""
    if is_new(row):
        return Link(new=True)
    code = code_of(row)
    if not code:
        return None
    child = children.get(code)
    return Link(child=child, why=f"Theo mã hồ sơ {code}.") if child else Link(why=f"Không có hồ sơ nào mang mã {code}.")


def by_number(row: ReadRow, holders: Mapping[str, KnownChild]) -> Link | None:
    """The holder of the personal number, if name or birth date agrees; a number under another name and birth date is asked."""
    child = holders.get(number_of(row))
    if child is None:
        return None
    if agrees(row, child):
        return Link(child=child, why="Theo số định danh cá nhân.")
    return Link(candidates=(child,), why="Số định danh thuộc một hồ sơ khác họ tên và ngày sinh.")


def agrees(row: ReadRow, child: KnownChild) -> bool:
    """Whether the name or the birth date of the row is the child's; a name in a hurry lacks marks or middle words."""
    name = row.text("full_name")
    return not name or fold(name) == fold(child.full_name) or (row.birth is not None and same_birth(row, child))


def same_birth(row: ReadRow, child: KnownChild) -> bool:
    """Whether the birth dates agree as far as both are known."""
    birth = row.birth
    return birth is not None and (birth.day, birth.precision) == (child.birth.day, child.birth.precision)


def unless_it_changes(row: ReadRow, link: Link) -> Link:
    """A sure child stays one only when the row would change neither its name nor its birth; else a person looks first."""
    child = link.child
    if child is None or (fold(row.text("full_name")) == fold(child.full_name) and not _contradicts(row, child)):
        return link
    return replace(link, child=None, candidates=(child,))


def _contradicts(row: ReadRow, child: KnownChild) -> bool:
    """Whether the births cannot both be right, one being known less exactly or not."""
    birth = row.birth
    if birth is None or same_birth(row, child):
        return False
    exact = Precision.DAY in {birth.precision, child.birth.precision} and birth.precision is child.birth.precision
    same_month = birth.day.month == child.birth.day.month or Precision.YEAR in {birth.precision, child.birth.precision}
    return exact or birth.day.year != child.birth.day.year or not same_month


def within(link: Link, covers: Callable[[int | None], bool]) -> Link:
    """The link as the actor may see it: candidates elsewhere are not shown."""
    candidates = tuple(child for child in link.candidates if covers(child.unit_id))
    why = link.why if len(candidates) == len(link.candidates) else "Có hồ sơ giống nhưng ở địa bàn khác."
    in_scope = link.child is None or covers(link.child.unit_id)
    return replace(link, candidates=candidates, why=why, in_scope=in_scope)


def with_latest(link: Link, newest: Mapping[int, Mapping[str, date]]) -> Link:
    """The link with the newest days the register has of the child's facts."""
    if link.child is None or link.child.child_id not in newest:
        return link
    return replace(link, child=replace(link.child, latest=newest[link.child.child_id]))
