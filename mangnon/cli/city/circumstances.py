"""Circumstances of the children, as rare as they are: 1.2 % special, a few per cent at risk, poor and near-poor households.

Clauses are written as the register stores them: "ND56/2017:D6.K2" is Nghị định 56/2017/NĐ-CP, Điều 6 khoản 2.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mangnon.cli.city.chance import Flags, Stream, Urn, happens
from mangnon.cli.city.people import REFERENCE_DAY, People
from mangnon.cli.city.places import places

NOT_POOR, POOR, NEAR_POOR = 0, 1, 2
# of 100,000 children; orphans and long illness are decided by the family
_SPECIAL = {
    "ND56/2017:D4.K1": 12, "ND56/2017:D4.K2": 25, "ND56/2017:D5.K1": 40, "ND56/2017:D5.K3": 35, "ND56/2017:D5.K7": 20,
    "ND56/2017:D6.K1": 170, "ND56/2017:D6.K2": 280, "ND56/2017:D6.K3": 120, "ND56/2017:D7": 8, "ND56/2017:D8.K1": 9,
    "ND56/2017:D8.K3": 3, "ND56/2017:D9.K2": 2, "ND56/2017:D10.K1": 8, "ND56/2017:D10.K2": 45, "ND56/2017:D11": 6,
    "ND56/2017:D12.K1": 4, "ND56/2017:D13.K1": 3, "ND56/2017:D13.K4": 3, "ND56/2017:D14.K1": 1, "ND56/2017:D16.K1": 2,
}  # fmt: skip
_OLD_ENOUGH = {"ND56/2017:D8": 12, "ND56/2017:D9": 12, "ND56/2017:D10": 8, "ND56/2017:D12": 8, "ND56/2017:D13": 4}
_ILL_IF_POOR = 0.06
ORPHAN_WITH_RELATIVES, ORPHAN_ALONE = "ND56/2017:D3.K3", "ND56/2017:D3.K1"
ILL_POOR, ILL_NEAR_POOR = "ND56/2017:D15.K1", "ND56/2017:D15.K2"
# risk groups of the statistics form (Mẫu 03, part III) by their number there
_LEFT_SCHOOL = 2
_RISKS = {_LEFT_SCHOOL: 0.0030, 3: 0.0030, 4: 0.0008, 5: 0.0006, 6: 0.0220}


@dataclass(frozen=True)
class Circumstances:
    """Columns by child of the lists: clauses, risks and help joined by ";", and the household's standing."""

    special: pa.Array
    risks: pa.Array
    poverty: NDArray[np.int8]
    assisted: Flags
    left_school: Flags  # before the end of lower secondary school


def circumstances(rng: Stream, city: People) -> Circumstances:
    """What each listed child lives in."""
    rows, families = city.children, city.families
    household, size = city.household[rows], len(rows)
    age = (REFERENCE_DAY - city.birth[rows]).astype(np.int64) // 366
    poverty = _poverty(rng, city)[household]
    clauses: list[list[str]] = [[] for _ in range(size)]
    orphan = (families.father_dead & families.mother_dead)[household]
    for row in np.flatnonzero(orphan):
        clauses[row].append(ORPHAN_WITH_RELATIVES if families.guardian[household[row]] >= 0 else ORPHAN_ALONE)
    names = list(_SPECIAL)
    weights = np.array(list(_SPECIAL.values()), dtype=float)
    struck = np.flatnonzero(happens(rng, weights.sum() / 100_000, size))
    which = Urn(weights).draw(rng, len(struck))
    for row, one in zip(struck, which, strict=True):
        clause = names[one]
        if age[row] < _OLD_ENOUGH.get(clause.split(".")[0], 0):
            clause = "ND56/2017:D6.K2"
        if not (clause.startswith("ND56/2017:D5") and orphan[row]):
            clauses[row].append(clause)
    ill = np.flatnonzero((poverty > 0) & happens(rng, _ILL_IF_POOR, size))
    for row in ill:
        clauses[row].append(ILL_POOR if poverty[row] == POOR else ILL_NEAR_POOR)
    risks: list[list[str]] = [[] for _ in range(size)]
    for row in np.flatnonzero(poverty > 0):
        risks[row].append("1")
    left_school = np.zeros(size, dtype=bool)
    for number, rate in _RISKS.items():
        of = happens(rng, rate, len(families.father_dead))[household] & ((number != _LEFT_SCHOOL) | ((age >= 7) & (age < 15)))
        for row in np.flatnonzero(of):
            risks[row].append(str(number))
        if number == _LEFT_SCHOOL:
            left_school = of
    half_orphan = (families.father_dead ^ families.mother_dead)[household]
    for row in np.flatnonzero(half_orphan):
        risks[row].append("7")
    special = np.array([bool(one) for one in clauses])
    assisted = (special & happens(rng, 0.78, size)) | ((poverty == POOR) & happens(rng, 0.35, size))
    return Circumstances(
        pa.array([";".join(dict.fromkeys(one)) or None for one in clauses], pa.string()),
        pa.array([";".join(one) or None for one in risks], pa.string()),
        poverty,
        assisted,
        left_school,
    )


def _poverty(rng: Stream, city: People) -> NDArray[np.int8]:
    """By household: poorer in former Sóc Trăng."""
    count = len(city.families.father_dead)
    first = np.zeros(count, dtype=np.int64)
    first[city.household[city.children]] = city.children
    countryside = places().former_province[city.commune[first]] == 94
    poor, near = np.where(countryside, 0.016, 0.007), np.where(countryside, 0.034, 0.017)
    at = rng.random(count)
    return np.where(at < poor, POOR, np.where(at < poor + near, NEAR_POOR, NOT_POOR)).astype(np.int8)
