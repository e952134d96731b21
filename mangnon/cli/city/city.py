"""The whole city: what the communes list, what the population database holds, and the truth between them."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from mangnon.cli.city.chance import stream
from mangnon.cli.city.difficulty import STANDARD, Difficulty
from mangnon.cli.city.lists import write_lists
from mangnon.cli.city.people import people
from mangnon.cli.city.snapshot import take_snapshot


@dataclass(frozen=True)
class City:
    """Three tables and what they mean.

    register    one row per list entry: the columns of the linkage contract (record_id, full_name, birth_date, sex, personal_number,
                father_name, mother_name, commune_code, hamlet, household_id) and ethnicity, guardian_name, circumstances, risks,
                poverty, assisted, schooling, list_code (the commune whose list it is), commune_name (as written), officer
    population  one row per person of the snapshot: the columns of the linkage contract
    truth       left_id, right_id: register rows and the person they are about; children absent from the snapshot are not in it
    doubles     left_id, other_id: register rows about one child
    """

    children: int
    seed: int
    difficulty: Difficulty
    register: pa.Table
    population: pa.Table
    truth: pa.Table
    doubles: pa.Table


def generate(children: int, seed: int, difficulty: Difficulty = STANDARD) -> City:
    """A city whose lists hold `children` children. The same three arguments give the same bytes."""
    everybody = people(children=children, seed=seed)
    lists = write_lists(stream(seed=seed, children=children, purpose="lists"), everybody, difficulty)
    snapshot = take_snapshot(stream(seed=seed, children=children, purpose="snapshot"), everybody, difficulty)
    at = np.full(len(everybody), -1, dtype=np.int64)
    at[snapshot.person] = np.arange(len(snapshot.person))
    right = at[lists.person]
    known = np.flatnonzero(right >= 0)
    left_ids, right_ids = lists.table["record_id"].combine_chunks(), snapshot.table["record_id"].combine_chunks()
    truth = pa.table({"left_id": left_ids.take(pa.array(known)), "right_id": right_ids.take(pa.array(right[known]))})
    order = np.argsort(lists.person, kind="stable")
    same = np.flatnonzero(lists.person[order][1:] == lists.person[order][:-1])
    doubles = pa.table({"left_id": left_ids.take(pa.array(order[same])), "other_id": left_ids.take(pa.array(order[same + 1]))})
    return City(children, seed, difficulty, lists.table, snapshot.table, truth, doubles)
