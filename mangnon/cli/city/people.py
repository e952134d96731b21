"""The people as they truly are: families with siblings and twins, parents, grandparents, and the adults around them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.cli.city.chance import Flags, Ints, Stream, Urn, happens, stream
from mangnon.cli.city.names import ADULTS, CHILDREN, FEMALE, GIVEN, KHMER, M1, MALE, SURNAME, Names, lexicon
from mangnon.cli.city.numbers import numbers
from mangnon.cli.city.places import places

REFERENCE_DAY = np.datetime64("2026-11-15")
OLDEST_CHILD = np.datetime64("2010-11-16")  # under sixteen on the reference day (Luật Trẻ em 2016, Điều 1)
PERSONS_PER_CHILD = 4.28  # in the city; some 4.2 stand in the snapshot, which misses a twelfth of the children
_CHILDREN_BORN = np.array([0.27, 0.53, 0.15, 0.04, 0.01])  # completed families of one to five births; TFR of the delta 1.6
_TWIN_BIRTHS = 0.012
_UNLISTED = 0.025  # children of the city whom no list holds
_MAX_BIRTHS = len(_CHILDREN_BORN)


@dataclass(frozen=True)
class People:
    """Columns by person. Children come first, household by household; then parents (a pair of rows per household), then others."""

    name: Names
    father_name: Names  # no syllable = not known
    mother_name: Names
    sex: NDArray[np.int8]
    birth: NDArray[np.datetime64]
    household: NDArray[np.int32]
    commune: NDArray[np.int16]
    hamlet: NDArray[np.int16]
    stock: NDArray[np.int8]
    number: NDArray[np.int64]
    lives: Flags
    children: NDArray[np.int32]  # rows of the children the lists hold
    families: "Families"

    def __len__(self) -> int:
        return len(self.sex)


@dataclass(frozen=True)
class Families:
    """Columns by household with children."""

    father_known: Flags
    mother_known: Flags
    father_dead: Flags
    mother_dead: Flags
    guardian: NDArray[np.int32]  # row of a grandparent, or -1

    @property
    def orphaned(self) -> Flags:
        """Neither parent is left, as far as known."""
        return (self.father_dead | ~self.father_known) & (self.mother_dead | ~self.mother_known)


def people(*, children: int, seed: int) -> People:
    """Everybody of a city whose lists hold `children` children."""

    def rng(purpose: str) -> Stream:
        return stream(seed=seed, children=children, purpose=purpose)

    all_children = children + max(1, round(children * _UNLISTED))
    birth, twin, household, older = _births(rng("births"), all_children)
    count = int(household.max()) + 1
    homes = _Homes(rng("homes"), count)
    families, parents = _parents(rng("parents"), homes, birth, household)
    kids = _children(rng("children"), homes, families, parents, household, twin)
    elders = _elders(rng("elders"), homes, families, parents)
    already = len(birth) + int((~families.father_dead & families.father_known).sum())
    already += int((~families.mother_dead & families.mother_known).sum()) + len(elders.sex)
    others = _others(rng("others"), max(0, round(children * PERSONS_PER_CHILD) - already), first_household=count)

    first_elder = len(birth) + 2 * count
    families.guardian[elders.household[::-1]] = first_elder + np.arange(len(elders.sex), dtype=np.int32)[::-1]
    kin = [
        _Group(kids.name, parents.name[0][household] * families.father_known[household, None],
               parents.name[1][household] * families.mother_known[household, None], kids.sex, birth, household,
               homes.commune[household], homes.hamlet[household], kids.stock, np.ones(len(birth), dtype=bool)),
        parents.group(homes, families, rng("grandparents")), elders, others,
    ]  # fmt: skip
    whole = [np.concatenate([getattr(group, column) for group in kin]) for column in _Group.__dataclass_fields__]
    name, father, mother, sex, born, of, commune, hamlet, stock, lives = whole
    listed = np.flatnonzero(~older)
    chosen = np.sort(rng("listed").permutation(listed)[:children]).astype(np.int32)
    return People(
        name, father, mother, sex, born, of, commune, hamlet, stock,
        numbers(rng("numbers"), former_province=places().former_province[commune].astype(np.int64), sex=sex, birth=born),
        lives, chosen, families,
    )  # fmt: skip


@dataclass(frozen=True)
class _Group:
    name: Names
    father_name: Names
    mother_name: Names
    sex: NDArray[np.int8]
    birth: NDArray[np.datetime64]
    household: NDArray[np.int32]
    commune: NDArray[np.int16]
    hamlet: NDArray[np.int16]
    stock: NDArray[np.int8]
    lives: Flags


class _Homes:
    """Where each household lives and which community it belongs to."""

    def __init__(self, rng: Stream, size: int) -> None:
        self.commune, self.hamlet = places().homes(rng, size)
        self.stock = places().stocks(rng, self.commune)


def _births(rng: Stream, wanted: int) -> tuple[NDArray[np.datetime64], Flags, NDArray[np.int32], Flags]:
    """Births by household in order of age: day, whether the younger of twins, household number, whether already sixteen."""
    households = int(wanted * 1.3) + 40
    born = Urn(_CHILDREN_BORN).draw(rng, households) + 1
    gaps = np.hstack([np.zeros((households, 1)), 430 + rng.gamma(2.0, 550, (households, _MAX_BIRTHS - 1))])
    first = rng.random((households, 1)) * 24 * 365.25
    ago = first - np.cumsum(gaps, axis=1)
    happened = (np.arange(_MAX_BIRTHS) < born[:, None]) & (ago >= 0)
    household, _ = np.nonzero(happened)
    day = REFERENCE_DAY - ago[happened].astype(np.int64).astype("timedelta64[D]")
    new_year = day.astype("datetime64[Y]").astype("datetime64[D]")
    day = np.where(happens(rng, 0.006, len(day)), new_year, day)  # entered as 1 January from the start, on every paper
    twins = 1 + happens(rng, _TWIN_BIRTHS, len(day)).astype(np.int64)
    younger = np.ones(twins.sum(), dtype=bool)
    younger[np.cumsum(twins) - twins] = False
    day, household = np.repeat(day, twins), np.repeat(household, twins)
    older = day < OLDEST_CHILD
    at_home = ~older | happens(rng, 0.7, len(day))
    day, household, younger, older = day[at_home], household[at_home], younger[at_home], older[at_home]
    has_child = np.zeros(households, dtype=bool)
    has_child[household[~older]] = True
    kept = has_child[household]
    day, household, younger, older = day[kept], household[kept], younger[kept], older[kept]
    end = int(np.searchsorted(np.cumsum(~older), wanted)) + 1  # the last household may lose its youngest
    day, household, younger, older = day[:end], household[:end], younger[:end], older[:end]
    younger[1:] &= (household[1:] == household[:-1]) & (day[1:] == day[:-1])
    _, dense = np.unique(household, return_inverse=True)
    return day, younger, dense.astype(np.int32), older


class _Parents:
    """Father (0) and mother (1) of each household: name and birth day."""

    def __init__(self, name: tuple[Names, Names], birth: tuple[NDArray[np.datetime64], NDArray[np.datetime64]], stock: Ints) -> None:
        self.name, self.birth, self.stock = name, birth, stock

    def group(self, homes: _Homes, families: Families, rng: Stream) -> _Group:
        size = len(homes.commune)
        own = np.concatenate(self.name)
        sex = np.repeat(np.array([MALE, FEMALE], dtype=np.int8), size)
        stock = np.tile(self.stock, 2).astype(np.int8)
        father, mother = _named_parents(rng, own[:, SURNAME], stock)
        lives = np.concatenate([families.father_known & ~families.father_dead, families.mother_known & ~families.mother_dead])
        household = np.tile(np.arange(size, dtype=np.int32), 2)
        return _Group(own, father, mother, sex, np.concatenate(self.birth), household, np.tile(homes.commune, 2),
                      np.tile(homes.hamlet, 2), stock, lives)  # fmt: skip


def _named_parents(rng: Stream, surname: Names, stock: Ints) -> tuple[Names, Names]:
    """Names of an adult's own father and mother, as the population database holds them; a sixth are missing."""
    size = len(surname)
    words = lexicon()
    father = words.full(rng, surname=surname, sex=np.full(size, MALE), stock=stock, generation=ADULTS)
    mother = words.full(rng, surname=words.surnames(rng, stock), sex=np.full(size, FEMALE), stock=stock, generation=ADULTS)
    father[happens(rng, 0.16, size)] = 0
    mother[happens(rng, 0.14, size)] = 0
    return father, mother


def _parents(rng: Stream, homes: _Homes, birth: NDArray[np.datetime64], household: NDArray[np.int32]) -> tuple[Families, _Parents]:
    size = len(homes.commune)
    words = lexicon()
    eldest = birth[np.r_[True, household[1:] != household[:-1]]]
    age = np.clip(rng.normal(25.5, 4.6, size), 16.5, 42)
    gap = np.clip(rng.normal(3.0, 3.6, size), -5, 18)
    mother_born = eldest - (age * 365.25).astype(np.int64).astype("timedelta64[D]")
    father_age = np.maximum(age + gap, 17.5)
    father_born = eldest - (father_age * 365.25).astype(np.int64).astype("timedelta64[D]")
    kinh = (places().former_province[homes.commune] - 92).astype(np.int8)
    married_out = happens(rng, 0.12, size)
    mother_stock = np.where(married_out, kinh, homes.stock)
    father = words.full(rng, surname=words.surnames(rng, homes.stock), sex=np.full(size, MALE), stock=homes.stock, generation=ADULTS)
    mother = words.full(rng, surname=words.surnames(rng, mother_stock), sex=np.full(size, FEMALE), stock=mother_stock, generation=ADULTS)
    families = Families(
        father_known=~happens(rng, 0.045, size),
        mother_known=~happens(rng, 0.006, size),
        father_dead=happens(rng, 0.010, size),
        mother_dead=happens(rng, 0.005, size),
        guardian=np.full(size, -1, dtype=np.int32),
    )
    both = happens(rng, 0.0006, size)
    families.father_dead[both] = families.mother_dead[both] = True
    return families, _Parents((father, mother), (father_born, mother_born), homes.stock)


@dataclass(frozen=True)
class _Kids:
    name: Names
    sex: NDArray[np.int8]
    stock: NDArray[np.int8]


def _children(rng: Stream, homes: _Homes, families: Families, parents: _Parents, household: NDArray[np.int32], twin: Flags) -> _Kids:
    """Names by the rules of the delta: the father's surname; else the mother's; Khmer siblings may carry different ones."""
    words, size = lexicon(), len(household)
    sex = np.where(happens(rng, 0.515, size), MALE, FEMALE).astype(np.int8)
    stock = homes.stock[household]
    father, mother = parents.name[0][household, SURNAME], parents.name[1][household, SURNAME]
    by_mother = ~families.father_known | happens(rng, 0.012, len(families.father_known))
    surname = np.where(by_mother[household], mother, father)
    each_its_own = (homes.stock == KHMER) & happens(rng, 0.10, len(homes.stock))
    free = each_its_own[household]
    surname[free] = words.surnames(rng, stock[free])
    name = words.full(rng, surname=surname, sex=sex, stock=stock, generation=CHILDREN, mother=mother)
    # twins of one sex: half share their middle names, a quarter have given names that differ by a letter
    second = np.flatnonzero(twin)
    second = second[sex[second] == sex[second - 1]]
    alike = second[happens(rng, 0.5, len(second))]
    name[alike, M1:GIVEN] = name[alike - 1, M1:GIVEN]
    name[second, SURNAME] = name[second - 1, SURNAME]
    near = words.given_like[name[alike - 1, GIVEN]]
    close = happens(rng, 0.5, len(alike)) & (near > 0)
    name[alike[close], GIVEN] = near[close]
    for _ in range(6):  # no two children of a household share a given name
        again = _repeats(household, name[:, GIVEN])
        name[again, GIVEN] = words.given(rng, sex[again], CHILDREN)
    return _Kids(name, sex, stock)


def _repeats(household: NDArray[np.int32], given: Names) -> NDArray[np.intp]:
    key = household.astype(np.int64) * 65_536 + given
    order = np.argsort(key, kind="stable")
    same = key[order][1:] == key[order][:-1]
    return np.sort(order[1:][same])


def _elders(rng: Stream, homes: _Homes, families: Families, parents: _Parents) -> _Group:
    """Grandparents living with the children: some households have one, some two, orphans nearly always."""
    size = len(homes.commune)
    how_many = Urn(np.array([0.60, 0.27, 0.13])).draw(rng, size)
    how_many = np.where(families.orphaned & happens(rng, 0.85, size), np.maximum(how_many, 1), how_many)
    household = np.repeat(np.arange(size, dtype=np.int32), how_many)
    first = np.r_[True, household[1:] != household[:-1]] if len(household) else np.zeros(0, dtype=bool)
    women = happens(rng, 0.5, len(household))
    before = np.r_[False, women[:-1]] if len(women) else women
    sex = np.where(np.where(first, women, ~before), FEMALE, MALE).astype(np.int8)
    stock = homes.stock[household]
    words = lexicon()
    fathers = parents.name[0][household, SURNAME]
    surname = np.where((sex == MALE) & happens(rng, 0.7, len(household)), fathers, words.surnames(rng, stock))
    name = words.full(rng, surname=surname, sex=sex, stock=stock, generation=ADULTS)
    years = np.clip(rng.normal(26, 4, len(household)), 17, 45)
    birth = parents.birth[0][household] - (years * 365.25).astype(np.int64).astype("timedelta64[D]")
    father, mother = _named_parents(rng, surname, stock)
    return _Group(name, father, mother, sex, birth, household, homes.commune[household], homes.hamlet[household], stock,
                  np.ones(len(household), dtype=bool))  # fmt: skip


def _others(rng: Stream, size: int, *, first_household: int) -> _Group:
    """Adults in households without children."""
    words = lexicon()
    sizes = Urn(np.array([0.2, 0.35, 0.27, 0.18])).draw(rng, size) + 1
    ends = np.cumsum(sizes)
    sizes = sizes[: int(np.searchsorted(ends, size)) + 1]
    of = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[:size]
    homes = _Homes(rng, len(sizes))
    stock = homes.stock[of]
    surname = np.where(happens(rng, 0.6, size), words.surnames(rng, homes.stock)[of], words.surnames(rng, stock))
    sex = np.where(happens(rng, 0.5, size), MALE, FEMALE).astype(np.int8)
    name = words.full(rng, surname=surname, sex=sex, stock=stock, generation=ADULTS)
    days = 16 * 366 + (rng.beta(1.15, 1.5, size) * 76 * 365.25).astype(np.int64)
    father, mother = _named_parents(rng, surname, stock)
    return _Group(name, father, mother, sex, REFERENCE_DAY - days.astype("timedelta64[D]"), of + first_household,
                  homes.commune[of], homes.hamlet[of], stock, np.ones(size, dtype=bool))  # fmt: skip
