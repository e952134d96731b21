"""What officers wrote: the rows of the child lists, double entries included, each with the person it is about."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from mangnon.cli.city.chance import Stream, happens
from mangnon.cli.city.circumstances import circumstances
from mangnon.cli.city.difficulty import Difficulty
from mangnon.cli.city.names import FEMALE, HOA, KHMER, MALE
from mangnon.cli.city.numbers import misread
from mangnon.cli.city.people import People
from mangnon.cli.city.places import places
from mangnon.cli.city.writing import Officers, Slips, iso_dates, write_dates, write_names

OFFICERS_PER_COMMUNE = 3
ETHNICITIES = ("Kinh", "Khmer", "Hoa")
POVERTY = ("", "Hộ nghèo", "Hộ cận nghèo")


@dataclass(frozen=True)
class Written:
    """The register as the lists have it, and whom each row is about (row of `People`)."""

    table: pa.Table
    person: NDArray[np.int32]


def write_lists(rng: Stream, city: People, difficulty: Difficulty) -> Written:
    """The lists of all communes, in the order of commune, hamlet and household."""
    d = difficulty
    facts = circumstances(rng, city)
    child = np.arange(len(city.children))
    again = np.flatnonzero(happens(rng, d.doubled, len(child)))
    child = np.concatenate([child, again])
    second = np.arange(len(child)) >= len(city.children)
    person = city.children[child]
    commune, hamlet = city.commune[person].copy(), city.hamlet[person].copy()
    elsewhere = second & happens(rng, 0.5, len(child))
    commune[elsewhere], hamlet[elsewhere] = places().homes(rng, int(elsewhere.sum()))
    order = np.lexsort((second, person, hamlet, commune))
    child, person, commune, hamlet, second = child[order], person[order], commune[order], hamlet[order], second[order]
    size = len(child)

    officers = Officers.hired(rng, len(places().codes) * OFFICERS_PER_COMMUNE, d)
    by = commune.astype(np.int64) * OFFICERS_PER_COMMUNE + (hamlet.astype(np.int64) + second) % OFFICERS_PER_COMMUNE
    slips = Slips.of(d)
    own = write_names(rng, city.name[person], slips, sex=city.sex[person], officers=officers, by=by)
    day, known = write_dates(rng, city.birth[person], d)
    sex = np.where(happens(rng, d.sex_wrong, size), MALE + FEMALE - city.sex[person], city.sex[person])
    sex = np.where(happens(rng, d.sex_missing, size), 0, sex)
    father = city.father_name[person] * ~happens(rng, d.father_missing, size)[:, None]
    mother = city.mother_name[person] * ~happens(rng, d.mother_missing, size)[:, None]
    men, women = np.full(size, MALE), np.full(size, FEMALE)
    code, unit_name = _units(commune, hamlet, officers.old_codes[by])
    stock = city.stock[person]
    table = pa.table(
        {
            "record_id": _labels("HS-", size),
            "full_name": own,
            "birth_date": iso_dates(day, known),
            "sex": pa.array(["", "Nam", "Nữ"]).take(pa.array(sex)),
            "personal_number": _numbers(rng, city, person, d),
            "father_name": write_names(rng, father, slips, sex=men, officers=officers, by=by),
            "mother_name": write_names(rng, mother, slips, sex=women, officers=officers, by=by),
            "commune_code": code,
            "hamlet": _hamlets(commune, hamlet),
            "household_id": _households(rng, city, person),
            "ethnicity": pa.array(ETHNICITIES).take(pa.array(np.where(stock == KHMER, 1, np.where(stock == HOA, 2, 0)))),
            "guardian_name": _guardians(city, person),
            "circumstances": facts.special.take(pa.array(child)),
            "risks": facts.risks.take(pa.array(child)),
            "poverty": pa.array(POVERTY).take(pa.array(facts.poverty[child].astype(np.int64))),
            "assisted": pa.array(facts.assisted[child]),
            "schooling": _schooling(rng, city.birth[person], left=facts.left_school[child]),
            "list_code": pa.array(places().codes.astype(str)).take(pa.array(commune)),
            "commune_name": unit_name,
            "officer": pa.array(by.astype(np.int32)),
        }
    )
    return Written(table, person)


def _labels(prefix: str, size: int) -> pa.Array:
    digits = pc.utf8_lpad(pc.cast(pa.array(np.arange(1, size + 1)), pa.string()), 7, "0")
    return pc.binary_join_element_wise(prefix, digits, "")


def _units(commune: NDArray[np.integer], hamlet: NDArray[np.integer], old: NDArray[np.bool_]) -> tuple[pa.Array, pa.Array]:
    """Code and name of the commune, today's or that of before 1 July 2025."""
    where = places()
    former = where.former_of(commune, hamlet)
    at = pa.array(np.where(old, len(where.codes) + former, commune).astype(np.int64))
    codes = pa.array(np.concatenate([where.codes, where.former_codes]).astype(str))
    return codes.take(at), pa.array([*where.names, *where.former_names]).take(at)


def _hamlets(commune: NDArray[np.integer], hamlet: NDArray[np.integer]) -> pa.Array:
    where = places()
    return pa.array(where.hamlet_names()).take(pa.array(hamlet.astype(np.int64) * 2 + where.is_ward[commune]))


def _numbers(rng: Stream, city: People, person: NDArray[np.int32], d: Difficulty) -> pa.Array:
    """Personal numbers as written: a third missing, some wrong, some without the leading zero a spreadsheet ate."""
    number = city.number[person].copy()
    given = ~happens(rng, d.number_missing, len(person))
    wrong = np.flatnonzero(given & happens(rng, d.number_wrong, len(person)))
    lost = np.zeros(len(person), dtype=bool)
    number[wrong], lost[wrong] = misread(rng, number[wrong], others=city.number[city.children])
    bare = pc.cast(pa.array(number, mask=~given), pa.string())
    return pc.if_else(pa.array(lost), bare, pc.utf8_lpad(bare, 12, "0"))


def _households(rng: Stream, city: People, person: NDArray[np.int32]) -> pa.Array:
    """Household numbers of the lists: their own, and now and then a child stands alone."""
    count = len(city.families.father_dead)
    own = rng.permutation(count)[city.household[person]]
    alone = happens(rng, 0.03, len(person))
    own = np.where(alone, count + np.arange(len(person)), own)
    return pc.binary_join_element_wise("GD-", pc.utf8_lpad(pc.cast(pa.array(own), pa.string()), 7, "0"), "")


def _guardians(city: People, person: NDArray[np.int32]) -> pa.Array:
    """The grandparent who cares for a child left by both parents."""
    from mangnon.cli.city.spelling import spelling

    household = city.household[person]
    guardian = np.where(city.families.orphaned[household], city.families.guardian[household], -1)
    names = np.where((guardian >= 0)[:, None], city.name[guardian], 0)
    return spelling().text(names)


def _schooling(rng: Stream, birth: NDArray[np.datetime64], *, left: NDArray[np.bool_]) -> pa.Array:
    """Where a child of this age learns in the school year 2026–2027; few under three do, all of school age but those who left."""
    levels = pa.array(["", "Nhà trẻ", "Mẫu giáo", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông"])
    year = 2026 - (birth.astype("datetime64[Y]").astype(np.int64) + 1970)
    at = np.select([year < 1, year < 3, year < 6, year < 11, year < 15], [0, 1, 2, 3, 4], 5)
    attends = np.array([0, 0.25, 0.82, 1, 1, 0.9])[at] > rng.random(len(birth))
    return levels.take(pa.array(np.where(attends & ~left, at, 0)))
