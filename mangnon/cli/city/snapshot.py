"""What the population database holds of the city: nearly everybody, written carefully but not perfectly."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.cli.city.chance import Stream, happens
from mangnon.cli.city.difficulty import Difficulty
from mangnon.cli.city.lists import _hamlets, _labels, _units
from mangnon.cli.city.names import FEMALE, MALE
from mangnon.cli.city.people import People
from mangnon.cli.city.places import places
from mangnon.cli.city.writing import Slips, iso_dates, write_dates, write_names

_WITHOUT_NUMBER = 0.012  # children whose number the database has not yet set
_FORMER_CODES = 0.02


@dataclass(frozen=True)
class Snapshot:
    """The table, and whom each row is about (row of `People`)."""

    table: pa.Table
    person: NDArray[np.int32]


def take_snapshot(rng: Stream, city: People, difficulty: Difficulty) -> Snapshot:
    """Everybody alive but the children the database does not hold, in no order."""
    d, share = difficulty, difficulty.snapshot_share
    held = city.lives.copy()
    held[city.children[happens(rng, d.absent, len(city.children))]] = False
    person = rng.permutation(np.flatnonzero(held)).astype(np.int32)
    size = len(person)
    commune, hamlet = _former_homes(rng, city, person, d)
    code, _ = _units(commune, hamlet, happens(rng, _FORMER_CODES, size))
    slips = Slips.of(d, share)
    day, known = write_dates(rng, city.birth[person], d, share)
    minors = city.birth[person] >= np.datetime64("2010-11-16")
    nameless = minors & happens(rng, _WITHOUT_NUMBER, size)
    number = pc.utf8_lpad(pc.cast(pa.array(city.number[person], mask=nameless), pa.string()), 12, "0")
    households = rng.permutation(int(city.household.max()) + 1)[city.household[person]]
    table = pa.table(
        {
            "record_id": _labels("DC-", size),
            "full_name": write_names(rng, city.name[person], slips, sex=city.sex[person]),
            "birth_date": iso_dates(day, known),
            "sex": pa.array(["", "Nam", "Nữ"]).take(pa.array(city.sex[person])),
            "personal_number": number,
            "father_name": write_names(rng, city.father_name[person], slips, sex=np.full(size, MALE)),
            "mother_name": write_names(rng, city.mother_name[person], slips, sex=np.full(size, FEMALE)),
            "commune_code": code,
            "hamlet": _hamlets(commune, hamlet),
            "household_id": _labels_of("HK-", households),
        }
    )
    return Snapshot(table, person)


def _former_homes(rng: Stream, city: People, person: NDArray[np.int32], d: Difficulty) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Where the database says people live: households that moved still stand at the former address."""
    households = int(city.household.max()) + 1
    moved = happens(rng, d.moved, households)
    where, hamlets = places().homes(rng, households)
    within = happens(rng, 0.4, households)  # two moves in five stay inside the commune
    of = city.household[person]
    commune = np.where((moved & ~within)[of], where[of], city.commune[person]).astype(np.int16)
    hamlet = np.where(moved[of], np.minimum(hamlets[of], places().hamlets[commune]), city.hamlet[person]).astype(np.int16)
    return commune, hamlet


def _labels_of(prefix: str, numbers: NDArray[np.integer]) -> pa.Array:
    return pc.binary_join_element_wise(prefix, pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), 7, "0"), "")
