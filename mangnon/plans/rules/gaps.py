"""Clauses that give nobody a duty."""

from collections.abc import Collection, Sequence

from mangnon.lib.vietnamese import fold
from mangnon.plans.records import Clause

AIMS = ("muc dich", "muc tieu", "quan diem", "yeu cau")  # parts that say why, not who does what


def uncovered(clauses: Sequence[Clause], *, tasked: Collection[str], parents: Collection[str] = ()) -> list[Clause]:
    """The innermost clauses with words that neither have a duty nor stand under one that has.

    Parts about aims and requirements give no duties and are left out. `parents`: clauses that have others under them which are not
    among those given.
    """
    by_id = {clause.id: clause for clause in clauses}
    outer = {clause.parent for clause in clauses} | set(parents)
    return [clause for clause in clauses if clause.id not in outer and clause.words.strip() and not _covered(clause, by_id, tasked)]


def _covered(clause: Clause, by_id: dict[str, Clause], tasked: Collection[str]) -> bool:
    here: Clause | None = clause
    while here is not None:
        if here.id in tasked or fold(here.title).startswith(AIMS):
            return True
        here = by_id.get(here.parent) if here.parent else None
    return False
