"""The 103 communes as places to live in: weight, community mix, hamlets, and the codes they had before 1 July 2025."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from mangnon.cli.city.chance import Ints, Stream, Urn
from mangnon.cli.city.names import HOA, KHMER

_PEOPLE_PER_HAMLET = 2_600  # of registered population; gives 5 to 24 hamlets
_KHMER_SHARE = {"92": 0.015, "93": 0.028}  # former Sóc Trăng: 30 % (census 2019), uneven between communes
_HOA_SHARE = {"92": 0.010, "93": 0.008, "94": 0.052}


@dataclass(frozen=True)
class Places:
    """Columns by commune number 0…102; former units as one flat list with the range that belongs to each commune."""

    codes: NDArray[np.int32]
    names: tuple[str, ...]
    former_province: NDArray[np.int8]  # 92, 93, 94
    is_ward: NDArray[np.bool_]
    weight: NDArray[np.float64]
    hamlets: NDArray[np.int16]
    khmer: NDArray[np.float64]
    hoa: NDArray[np.float64]
    former_codes: NDArray[np.int32]
    former_names: tuple[str, ...]  # with the district: "Phường An Hòa, quận Ninh Kiều"
    former_start: NDArray[np.int32]
    former_count: NDArray[np.int32]

    def homes(self, rng: Stream, size: int) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """Communes by registered population, and a hamlet number from 1 in each."""
        commune = Urn(self.weight).draw(rng, size).astype(np.int16)
        return commune, self.hamlet_in(rng, commune)

    def hamlet_in(self, rng: Stream, commune: Ints) -> NDArray[np.int16]:
        return (rng.random(len(commune)) * self.hamlets[commune]).astype(np.int16) + 1

    def stocks(self, rng: Stream, commune: Ints) -> NDArray[np.int8]:
        """The community a household belongs to: Kinh of its former province, Khmer or Hoa."""
        kinh = self.former_province[commune] - 92
        at = rng.random(len(commune))
        khmer, hoa = self.khmer[commune], self.hoa[commune]
        return np.where(at < khmer, KHMER, np.where(at < khmer + hoa, HOA, kinh)).astype(np.int8)

    def former_of(self, commune: Ints, hamlet: Ints) -> NDArray[np.int32]:
        """Which former unit (position in `former_codes`) a hamlet was in: hamlets are dealt out in turn."""
        return self.former_start[commune] + hamlet.astype(np.int32) % self.former_count[commune]

    def hamlet_names(self) -> list[str]:
        """Names at positions number × 2 + (1 in a ward, 0 in a commune)."""
        return [f"{kind} {number}" for number in range(int(self.hamlets.max()) + 1) for kind in ("Ấp", "Khu vực")]


def _table(name: str) -> list[dict[str, str]]:
    text = (files("mangnon.institutions") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


@cache
def places() -> Places:
    """The city's communes, from the tables."""
    rows = sorted((row for row in _table("units_new.csv") if row["parent_code"] == "92"), key=lambda row: row["code"])
    population = np.array([float(row["population"]) for row in rows])
    province = [row["former_province"] for row in rows]
    links = (row for row in _table("succession.csv") if row["effective"] == "2025-07-01")
    former = sorted(links, key=lambda row: (row["new_code"], row["old_code"]))
    districts = {row["code"]: row["name"] for row in _table("units_old.csv") if row["level"] == "huyen"}
    of = np.array([row["new_code"] for row in former])
    codes = np.array([row["code"] for row in rows])
    ward = np.array([row["name"].startswith("Phường") for row in rows])
    unevenness = (codes.astype(np.int64) * 2_654_435_761 % 2**32) / 2**32  # a fixed fraction per commune, the same in every city
    return Places(
        codes=codes.astype(np.int32),
        names=tuple(row["name"] for row in rows),
        former_province=np.array(province, dtype=np.int8),
        is_ward=ward,
        weight=population,
        hamlets=np.clip(population // _PEOPLE_PER_HAMLET, 5, 24).astype(np.int16),
        khmer=np.array([_KHMER_SHARE.get(one, 0.05 + 0.5 * part) for one, part in zip(province, unevenness, strict=True)]),
        hoa=np.array([_HOA_SHARE[one] for one in province]) * np.where(ward, 1.6, 0.8),
        former_codes=np.array([row["old_code"] for row in former], dtype=np.int32),
        former_names=tuple(f"{row['old_name']}, {_lower_first(districts[row['old_district']])}" for row in former),
        former_start=np.searchsorted(of, codes, side="left").astype(np.int32),
        former_count=(np.searchsorted(of, codes, side="right") - np.searchsorted(of, codes, side="left")).astype(np.int32),
    )
