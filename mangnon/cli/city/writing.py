"""How people write: each officer's keyboard and habits, slips in names, dates half known."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.cli.city.chance import Flags, Ints, Stream, happens
from mangnon.cli.city.difficulty import Difficulty
from mangnon.cli.city.names import CHILDREN, GIVEN, M1, M2, M3, SURNAME, Names, lexicon
from mangnon.cli.city.people import REFERENCE_DAY
from mangnon.cli.city.spelling import SLIPS, Form, Style, spelling

_FIRST_DAY = np.datetime64("1900-01-01")
type Days = NDArray[np.datetime64]
DAY, MONTH, YEAR = 0, 1, 2  # how exactly a date is known


@dataclass(frozen=True)
class Officers:
    """Columns by officer: what this person's keyboard does to every row."""

    capitals: Flags
    no_accents: Flags
    decomposed: Flags
    modern_tone: Flags
    i_for_y: Flags
    old_codes: Flags

    @classmethod
    def hired(cls, rng: Stream, size: int, difficulty: Difficulty) -> "Officers":
        rates = {habit: getattr(difficulty, f"officer_{habit}") for habit in cls.__dataclass_fields__}
        return cls(**{habit: happens(rng, min(rate, 0.6), size) for habit, rate in rates.items()})


@dataclass(frozen=True)
class Slips:
    """How often a name is written wrongly, by kind."""

    hoi_nga: float
    typo: float
    abbreviated: float
    middle_dropped: float
    middle_added: float
    given_first: float
    accents_lost: float
    other_name: float

    @classmethod
    def of(cls, difficulty: Difficulty, share: float = 1.0) -> "Slips":
        return cls(**{kind: share * getattr(difficulty, kind) for kind in cls.__dataclass_fields__})


def write_names(
    rng: Stream, names: Names, slips: Slips, *, sex: Ints, officers: Officers | None = None, by: Ints | None = None
) -> pa.Array:
    """Names as they stand in a list. `by` numbers the officer of each row; without officers the hand is neutral."""
    size, table = len(names), spelling()
    codes, forms = names.copy(), np.zeros(names.shape, dtype=np.int8)
    present = codes[:, SURNAME] > 0
    _change_middle(rng, codes, slips, sex)
    other = np.flatnonzero(happens(rng, slips.other_name, size) & present)
    codes[other, GIVEN] = lexicon().given(rng, sex[other], CHILDREN)
    if officers is not None and by is not None:
        for habit, form in ((officers.modern_tone, Form.MODERN_TONE), (officers.i_for_y, Form.I_FOR_Y)):
            forms[habit[by][:, None] & table.applies[form][codes]] = form
    forms[table.applies[Form.HOI_NGA][codes] & (rng.random(codes.shape) < slips.hoi_nga)] = Form.HOI_NGA
    short = happens(rng, slips.abbreviated, size)
    forms[short, SURNAME] = np.where(happens(rng, 0.8, int(short.sum())), Form.ABBREVIATED, Form.INITIAL)
    thi = (codes == lexicon().thi) & happens(rng, slips.abbreviated, size)[:, None]
    forms[thi] = Form.ABBREVIATED
    wrong = np.flatnonzero(happens(rng, slips.typo, size) & present)
    column = np.array([SURNAME, M1, GIVEN, GIVEN, GIVEN])[rng.integers(0, 5, len(wrong))]
    column = np.where(codes[wrong, column] == 0, GIVEN, column)
    forms[wrong, column] = np.array(SLIPS)[rng.integers(0, len(SLIPS), len(wrong))]
    style = np.zeros(size, dtype=np.int8)
    lost = happens(rng, slips.accents_lost, size)
    if officers is not None and by is not None:
        lost |= officers.no_accents[by]
        style += officers.capitals[by].astype(np.int8) * Style.CAPITALS
        style[officers.decomposed[by]] += Style.DECOMPOSED
    style = np.where(lost, np.where(style % 2 == 1, Style.CAPITALS_NO_ACCENTS, Style.NO_ACCENTS), style)
    turned = np.flatnonzero(happens(rng, slips.given_first, size) & present)
    order = [GIVEN, SURNAME, M1, M2, M3]
    codes[turned], forms[turned] = codes[turned][:, order], forms[turned][:, order]
    return table.text(codes, forms, style)


def _change_middle(rng: Stream, codes: Names, slips: Slips, sex: Ints) -> None:
    size = len(codes)
    middles = (codes[:, M1:GIVEN] > 0).sum(axis=1)
    dropped = np.flatnonzero(happens(rng, slips.middle_dropped, size) & (middles > 0))
    codes[dropped, M1 + rng.integers(0, middles[dropped])] = 0
    common = np.where(sex == 2, lexicon().thi, lexicon().van).astype(np.int16)
    added = np.flatnonzero(happens(rng, slips.middle_added, size) & (middles == 1) & (codes[:, M1] != common) & (codes[:, M1] > 0))
    codes[added, M2] = codes[added, M1]
    codes[added, M1] = common[added]


def write_dates(rng: Stream, birth: Days, d: Difficulty, share: float = 1.0) -> tuple[Days, NDArray[np.int8]]:
    """Birth days as written, and how exactly they are known (day, month or year)."""
    size = len(birth)
    day = birth.copy()
    month_start = birth.astype("datetime64[M]")
    of_month = (birth - month_start.astype("datetime64[D]")).astype(np.int64) + 1
    year = birth.astype("datetime64[Y]")
    of_year = (month_start - year.astype("datetime64[M]")).astype(np.int64) + 1

    swap = happens(rng, 2.5 * d.day_month_swapped * share, size) & (of_month <= 12)  # two days in five can be swapped
    day = np.where(swap, _day(year, of_month, of_year), day)
    wrong = happens(rng, d.day_wrong * share, size)
    near = np.clip(of_month + rng.choice(np.array([-10, -2, -1, 1, 2, 10]), size), 1, 28)
    day = np.where(wrong, _day(year, of_year, near), day)
    other = happens(rng, d.year_wrong * share, size)
    shifted = year + rng.choice(np.array([-1, 1]), size).astype("timedelta64[Y]")
    day = np.where(other, _day(shifted, of_year, np.minimum(of_month, 28)), day)
    day = np.where(happens(rng, d.first_of_january * share, size), year.astype("datetime64[D]"), day)
    day = np.where(day > REFERENCE_DAY, birth, day)  # nobody writes a birth that is still to come

    at = rng.random(size)
    year_only, month_only = d.year_only * share, d.month_only * share
    known = np.where(at < year_only, YEAR, np.where(at < year_only + month_only, MONTH, DAY)).astype(np.int8)
    return day, known


def _day(year: Days, month: Ints, day: Ints) -> Days:
    months = year.astype("datetime64[M]") + (month - 1).astype("timedelta64[M]")
    return months.astype("datetime64[D]") + (day - 1).astype("timedelta64[D]")


def iso_dates(day: Days, known: NDArray[np.int8]) -> pa.Array:
    """2019-03-07, 2019-03 or 2019, by how exactly the date is known."""
    first = min(_FIRST_DAY, day.min()) if len(day) else _FIRST_DAY
    days = np.arange(first, REFERENCE_DAY + np.timedelta64(366, "D"))
    text = pa.array(np.datetime_as_string(days, unit="D"))
    whole = text.take(pa.array((day - first).astype(np.int64)))
    if not known.any():
        return whole
    cut = pc.if_else(pa.array(known == YEAR), pc.utf8_slice_codeunits(whole, 0, 4), pc.utf8_slice_codeunits(whole, 0, 7))
    return pc.if_else(pa.array(known == DAY), whole, cut)
