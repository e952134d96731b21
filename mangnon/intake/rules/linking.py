"""Which child a row of an enriching list names, as far as the row itself says it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from mangnon.intake.records import KnownChild, Link, ReadRow
from mangnon.intake.rules import agreeing
from mangnon.intake.rules.words import plain
from mangnon.lib.vietnamese import fold
from mangnon.register import rules as register

NEW = "Trẻ mới"  # what stands in the column of the record code when somebody says the child is not in the register yet
CLOSING = frozenset({"deaths", "moves"})  # lists whose rows close records
_CODE = re.compile(r"te ?0*(\d{1,9})")  # never a number alone: under "Mã hồ sơ" senders write numbers of their own files


def code_in(text: str) -> str:
    """TE-000123 of a text that is the code of a record, however spaced; "" of every other."""
    found = _CODE.fullmatch(plain(text))
    return register.child_code(int(found[1])) if found else ""


def code_of(row: ReadRow) -> str:
    """TE-000123 from the column of the record code, or ""."""
    return code_in(row.text("child_code"))


def is_new(row: ReadRow) -> bool:
    """Whether it is said that the child is to be entered as a new one."""
    return plain(row.text("child_code")) == plain(NEW)


def is_chosen(row: ReadRow) -> bool:
    """Whether a person has looked at the row and said which child it is, or that it is a new one."""
    return "child_code" in row.corrected


def number_of(row: ReadRow) -> str:
    """The personal number if it has its twelve figures."""
    return row.personal_number if register.read_number(row.personal_number) else ""


def enough_to_find(row: ReadRow) -> bool:
    """A name and something more than a year: without it nobody is looked for."""
    return bool(row.text("full_name")) and row.birth is not None


def named(row: ReadRow, codes: Mapping[str, KnownChild], holders: Mapping[str, KnownChild]) -> Link | None:
    """The child of the code or the number of a row; candidates when its name says otherwise, or code and number name two children; NEW when
    somebody said so; None when it names none.
    """
    if is_new(row):
        return Link(new=True)
    code = code_of(row)
    coded, holder = codes.get(code), holders.get(number_of(row))
    if code and coded is None:
        return Link(why=f"Không có hồ sơ nào mang mã {code}.")
    child = coded or holder
    if child is None:
        return None
    by = "mã hồ sơ" if coded else "số định danh"
    if is_chosen(row) and coded:
        return Link(child=child, why=f"Theo {by}.")
    if coded and holder and holder.child_id != coded.child_id:
        return Link(candidates=(coded, holder), why=f"Mã hồ sơ là của {coded.code}, số định danh là của {holder.code}.")
    if agreeing.agrees(row, child):
        return Link(child=child, why=f"Theo {by}.")
    return Link(candidates=(child,), why=f"{by.capitalize()} là của {child.code}; dòng ghi {_said(row)}.")


def _said(row: ReadRow) -> str:
    """ "“Lê Thị Hoa”, sinh 05/06/2022"."""
    name = f"“{row.text('full_name')[:60]}”"
    return f"{name}, sinh {row.birth.text()}" if row.birth else name


def is_certain(row: ReadRow, link: Link) -> bool:
    """Whether nobody else need be looked for: the child has the very name and birth date of the row, or the row says neither."""
    if is_chosen(row) or not enough_to_find(row):
        return True
    return link.child is not None and agreeing.is_namesake(row, link.child)


def beside(row: ReadRow, link: Link, others: Iterable[KnownChild]) -> Link:
    """The link of a row that names a record, with records that bear its name and birth date beside that one: then a person chooses."""
    told = (link.child, *link.candidates) if link.child else link.candidates
    known = {child.child_id for child in told}
    found = tuple(child for child in others if child.child_id not in known and agreeing.is_namesake(row, child))
    if not found:
        return link
    why = f"{link.why} Họ tên, ngày sinh ấy là của {', '.join(child.code for child in found)}."
    return replace(link, child=None, candidates=(*told, *found), why=why)


def unless_it_changes(row: ReadRow, link: Link) -> Link:
    """A sure child stays one only when the row would change neither its name nor its birth; else a person looks first."""
    child = link.child
    if child is None or (fold(row.text("full_name")) == fold(child.full_name) and not agreeing.contradicts(row, child)):
        return link
    return replace(link, child=None, candidates=(child,))


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
