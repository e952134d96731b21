"""Vietnamese, Khmer and Hoa names as rows of syllable codes: surname, up to three middle syllables, given name.

A name is five small integers (0 = no syllable), so a million of them are drawn, compared and misspelt as arrays.
"""

import csv
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mangnon.cli.city.chance import Ints, Stream, Urn, happens

DATA = Path(__file__).parent / "data"
SURNAME, M1, M2, M3, GIVEN = range(5)
KINH_CAN_THO, KINH_HAU_GIANG, KINH_SOC_TRANG, KHMER, HOA = range(5)
STOCKS = ("kinh_can_tho", "kinh_hau_giang", "kinh_soc_trang", "khmer", "hoa")
MALE, FEMALE = 1, 2
CHILDREN, ADULTS = "children", "adults"
_SEXES = {MALE: "Nam", FEMALE: "Nữ"}
# share of names with 2, 3, 4, 5 syllables (exam lists 2016 for adults, pupils 2021–22 for children)
_LENGTHS = {
    (MALE, CHILDREN): (0.014, 0.895, 0.089, 0.002), (FEMALE, CHILDREN): (0.004, 0.480, 0.511, 0.005),
    (MALE, ADULTS): (0.019, 0.890, 0.089, 0.002), (FEMALE, ADULTS): (0.004, 0.420, 0.570, 0.006),
}  # fmt: skip
_KHMER_TWO_SYLLABLES = 0.146
_THI_FIRST = {CHILDREN: 0.62, ADULTS: 0.85}  # of women's names with four syllables

type Names = NDArray[np.int16]


def read(name: str) -> list[dict[str, str]]:
    """The rows of one table of `data`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Lexicon:
    """Every syllable of the tables with its code, and the urns names are drawn from."""

    def __init__(self) -> None:
        self.syllables: list[str] = [""]
        self._codes: dict[str, int] = {"": 0}
        surnames = read("surnames.csv")
        self.surname_codes = self._all(row["surname"] for row in surnames)
        self._surnames = [Urn(np.array([float(row[stock]) for row in surnames])) for stock in STOCKS]
        khmer = read("khmer.csv")
        self._khmer_codes = self._all(row["syllable"] for row in khmer)
        self._khmer = Urn(np.array([float(row["weight"]) for row in khmer]))
        self._given, self._middle, self._tails = self._by_sex("given.csv"), self._by_sex("middle.csv"), self._by_sex("tails.csv")
        self.thi, self.van = self.code("Thị"), self.code("Văn")

    def code(self, syllable: str) -> int:
        if syllable not in self._codes:
            self._codes[syllable] = len(self.syllables)
            self.syllables.append(syllable)
        return self._codes[syllable]

    def _all(self, words: object) -> Names:
        return np.array([self.code(word) for word in words], dtype=np.int16)  # type: ignore[attr-defined]

    def _by_sex(self, table: str) -> dict[tuple[int, str], tuple[Names, Urn]]:
        rows = read(table)
        word = next(iter(rows[0]))
        answer = {}
        for sex, label in _SEXES.items():
            mine = [row for row in rows if row["sex"] == label]
            codes = np.array([[self.code(part) for part in row[word].split()] for row in mine], dtype=np.int16)
            for generation in (CHILDREN, ADULTS):
                answer[sex, generation] = (codes, Urn(np.array([float(row[generation]) for row in mine])))
        return answer

    def surnames(self, rng: Stream, stock: Ints) -> Names:
        """A surname for each person, from the stock of its community."""
        answer = np.zeros(len(stock), dtype=np.int16)
        for which, urn in enumerate(self._surnames):
            mine = np.flatnonzero(stock == which)
            answer[mine] = self.surname_codes[urn.draw(rng, len(mine))]
        return answer

    def full(self, rng: Stream, *, surname: Names, sex: Ints, stock: Ints, generation: str, mother: Names | None = None) -> Names:
        """Full names for people whose surname is known; `mother` lends her surname as a middle name now and then."""
        names = np.zeros((len(surname), 5), dtype=np.int16)
        names[:, SURNAME] = surname
        for one in _SEXES:
            mine = np.flatnonzero(sex == one)
            names[mine, M1:] = self._tails_of(rng, one, generation, len(mine), None if mother is None else mother[mine])
        self._make_khmer(rng, names, np.flatnonzero(stock == KHMER))
        return names

    def given(self, rng: Stream, sex: Ints, generation: str) -> Names:
        """Given names alone."""
        answer = np.zeros(len(sex), dtype=np.int16)
        for one in _SEXES:
            mine = np.flatnonzero(sex == one)
            codes, urn = self._given[one, generation]
            answer[mine] = codes[urn.draw(rng, len(mine)), 0]
        return answer

    def _tails_of(self, rng: Stream, sex: int, generation: str, size: int, mother: Names | None) -> Names:
        tails = np.zeros((size, 4), dtype=np.int16)  # M1 M2 M3 GIVEN
        length = Urn(np.array(_LENGTHS[sex, generation])).draw(rng, size) + 2
        pairs, pair_urn = self._tails[sex, generation]
        middles, middle_urn = self._middle[sex, generation]
        givens, given_urn = self._given[sex, generation]
        together = happens(rng, 0.6, size)
        known = pairs[pair_urn.draw(rng, size)]
        middle = np.where(together, known[:, 0], middles[middle_urn.draw(rng, size), 0])
        tails[:, 3] = np.where(together, known[:, 1], givens[given_urn.draw(rng, size), 0])
        default = self.thi if sex == FEMALE else self.van
        tails[:, 0] = np.where(middle == tails[:, 3], default, middle)
        tails[length == 2, 0] = 0
        # four syllables and more: something stands before the middle name
        before = middles[middle_urn.draw(rng, size), 0]
        if sex == FEMALE:
            before = np.where(happens(rng, _THI_FIRST[generation], size), self.thi, before)
        if mother is not None:
            lent = happens(rng, 0.45 if sex == MALE else 0.25, size) & (mother > 0)
            before = np.where(lent, mother, before)
        long = (length >= 4) & (before != tails[:, 0])
        tails[long, 1] = tails[long, 0]
        tails[long, 0] = before[long]
        clash = long & ((tails[:, 1] == self.thi) | (tails[:, 1] == self.van))  # Thị and Văn stand right after the surname
        tails[clash, 0], tails[clash, 1] = tails[clash, 1], tails[clash, 0]
        longest = (length == 5) & long
        tails[longest, 2] = tails[longest, 1]
        tails[longest, 1] = middles[middle_urn.draw(rng, size), 0][longest]
        return tails

    def _make_khmer(self, rng: Stream, names: Names, who: NDArray[np.intp]) -> None:
        size = len(who)
        one, two = self._khmer_codes[self._khmer.draw(rng, size)], self._khmer_codes[self._khmer.draw(rng, size)]
        own = happens(rng, 0.35, size)
        names[who[own], GIVEN] = one[own]
        both = own & happens(rng, 0.4, size) & (one != two)
        names[who[both], M1] = two[both]
        names[who[both], M2] = names[who[both], M3] = 0
        short = happens(rng, _KHMER_TWO_SYLLABLES, size) & ~both
        names[who[short], M1] = names[who[short], M2] = names[who[short], M3] = 0
        doubled = names[:, SURNAME] == self.thi  # "Thị" as a surname (Khmer women) is not repeated
        names[doubled & (names[:, M1] == self.thi), M1] = 0

    @property
    def given_like(self) -> NDArray[np.int16]:
        """For each syllable, a given name that differs by a letter or a tone (Hân/Hằng, Khang/Khánh), or 0."""
        return _near_given(tuple(self.syllables), tuple(int(code) for code in np.unique(self._given[FEMALE, CHILDREN][0])),
                           tuple(int(code) for code in np.unique(self._given[MALE, CHILDREN][0])))  # fmt: skip


@cache
def lexicon() -> Lexicon:
    """The tables, read once."""
    return Lexicon()


@cache
def _near_given(syllables: tuple[str, ...], *groups: tuple[int, ...]) -> NDArray[np.int16]:
    from mangnon.lib.vietnamese import fold

    answer = np.zeros(len(syllables), dtype=np.int16)
    for codes in groups:
        by_part: dict[str, list[int]] = {}
        for code in codes:
            folded = fold(syllables[code])
            for key in {folded, *(folded[:i] + folded[i + 1 :] for i in range(1, len(folded)))}:
                by_part.setdefault(key, []).append(code)
        for alike in by_part.values():
            for code, other in zip(alike, [*alike[1:], alike[0]], strict=True):
                if code != other:
                    answer[code] = other
    return answer
