"""How badly the lists are written. Rates are shares of rows unless the line says otherwise.

The kinds and the two rates for numbers come from what was measured in Vietnamese registers (child register 2021–2025, exam lists 2017:
12 % of "Đỗ" written "Đổ" in the delta, 1.1 % births on 01/01, 7.7 % modern tone placement); the rest is set by judgement.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Difficulty:
    """Rates of what goes wrong in the register and, smaller, in the population snapshot."""

    # numbers
    number_missing: float = 0.32
    number_wrong: float = 0.045  # of the numbers given: lost zero, transposition, wrong digit, another person's
    # how an officer's keyboard always writes (share of officers)
    officer_capitals: float = 0.22
    officer_no_accents: float = 0.03
    officer_decomposed: float = 0.05  # NFD
    officer_modern_tone: float = 0.20  # hoà for hòa
    officer_i_for_y: float = 0.12
    officer_old_codes: float = 0.18  # commune codes from before 1 July 2025
    # slips in a name
    hoi_nga: float = 0.05  # of syllables with hỏi or ngã
    typo: float = 0.018
    abbreviated: float = 0.012
    middle_dropped: float = 0.015
    middle_added: float = 0.004
    given_first: float = 0.004
    accents_lost: float = 0.008
    other_name: float = 0.003
    # birth dates
    day_month_swapped: float = 0.008
    year_only: float = 0.012
    first_of_january: float = 0.011
    month_only: float = 0.005
    day_wrong: float = 0.008
    year_wrong: float = 0.005
    # the rest of the row
    sex_wrong: float = 0.004
    sex_missing: float = 0.008
    father_missing: float = 0.07
    mother_missing: float = 0.05
    moved: float = 0.05  # of households: the snapshot still has the former address
    doubled: float = 0.02  # children entered twice
    absent: float = 0.08  # children whom the snapshot does not hold
    # the snapshot's own slips, as a share of the register's rates
    snapshot_share: float = 0.12

    def scaled(self, factor: float) -> "Difficulty":
        """Every slip `factor` times as frequent; missing numbers, double entries and absences stay."""
        kept = {"number_missing", "doubled", "absent", "snapshot_share"}
        return replace(self, **{name: min(0.8, rate * factor) for name, rate in vars(self).items() if name not in kept})


STANDARD = Difficulty()
HARD = replace(STANDARD.scaled(2.5), number_missing=0.46)
FEW_NUMBERS = replace(STANDARD, number_missing=0.82)
