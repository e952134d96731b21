"""Personal numbers of twelve digits: province of birth registration, century and sex, year, six at random (NĐ 137/2015, Điều 13)."""

import numpy as np
from numpy.typing import NDArray

from mangnon.cli.city.chance import Ints, Stream, Urn, happens

_ELSEWHERE = (79, 74, 95, 89, 86, 84, 91, 96, 87, 83)  # where people of the delta are registered besides 092, 093, 094


def numbers(rng: Stream, *, former_province: Ints, sex: Ints, birth: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """A number for each person, all different; 2025's merger renumbered nobody, so the former province stays in it."""
    size = len(sex)
    year = birth.astype("datetime64[Y]").astype(np.int64) + 1970
    elsewhere = happens(rng, 0.08, size)
    province = np.where(elsewhere, np.array(_ELSEWHERE)[Urn(np.ones(len(_ELSEWHERE))).draw(rng, size)], former_province)
    century_and_sex = 2 * (year // 100 - 19) + (sex == 2)
    prefix = (province * 10 + century_and_sex) * 100 + year % 100
    order = np.argsort(prefix, kind="stable")
    first = np.r_[True, prefix[order][1:] != prefix[order][:-1]]
    start = np.flatnonzero(first)
    group = np.cumsum(first) - 1
    rank = np.arange(size) - start[group]
    if size and rank.max() >= 1_000_000:
        raise ValueError("more than a million people share province, sex and year: no numbers left")
    shuffled = rng.permutation(1_000_000)
    turn = rng.integers(0, 1_000_000, len(start))
    answer = np.empty(size, dtype=np.int64)
    answer[order] = prefix[order] * 1_000_000 + shuffled[(rank + turn[group]) % 1_000_000]
    return answer


def misread(rng: Stream, number: NDArray[np.int64], *, others: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Wrong copies: two digits swapped, one digit wrong, another person's, or right but with the leading zero lost (second answer)."""
    size = len(number)
    kind = Urn(np.array([0.35, 0.25, 0.30, 0.10])).draw(rng, size)
    place = 10 ** rng.integers(0, 8, size)
    low, high = number // place % 10, number // (place * 10) % 10
    swapped = number + (low - high) * place * 10 + (high - low) * place
    swapped = np.where(low == high, number + np.where(low < 9, 1, -1) * place, swapped)
    digit = (low + rng.integers(1, 10, size)) % 10
    changed = number + (digit - low) * place
    another = others[rng.integers(0, len(others), size)]
    wrong = np.choose(kind, [number, swapped, changed, another])
    return wrong, kind == 0
