"""Rows that may be one child or live in one household are entered one after the other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mangnon.intake.rules.lanes import Bonds, lanes


def bonds(row_id, kin=0, identity="", number="", child=None, earlier=None):
    return Bonds(row_id, kin, identity, number, child, earlier)


IDENTITIES = [f"{name:024}{marks:08}" for name in range(8) for marks in (1, 2)]
DRAWN = st.builds(
    bonds, st.just(0), kin=st.sampled_from([None, 0, 0, *range(1, 9)]), identity=st.sampled_from(["", *IDENTITIES]),
    number=st.sampled_from(["", "", *map(str, range(9))]), child=st.sampled_from([None, None, *range(1, 9)]),
    earlier=st.sampled_from([None, None, None, 1, 2]),
)  # fmt: skip


def hang_together(one: Bonds, other: Bonds) -> bool:
    return (
        (one.kin != 0 and one.kin == other.kin)
        or (one.identity != "" and one.identity[:24] == other.identity[:24])
        or (one.personal_number != "" and one.personal_number == other.personal_number)
        or (one.child_id is not None and one.child_id == other.child_id)
        or (one.earlier_id is not None and one.earlier_id == other.earlier_id)
    )


@given(st.lists(DRAWN, max_size=40), st.integers(1, 4))
def test_every_row_is_dealt_once_and_rows_that_hang_together_share_a_lane_in_the_order_of_the_list(drawn, count):
    rows = [row._replace(row_id=100 + place) for place, row in enumerate(drawn)]
    dealt = lanes(rows, count)
    assert sorted(key for lane in dealt for key in lane) == [row.row_id for row in rows]
    assert all(lane == sorted(lane) and lane for lane in dealt)
    assert len(dealt) <= count
    lane_of = {key: number for number, lane in enumerate(dealt) for key in lane}
    for one, other in combinations(rows, 2):
        assert not hang_together(one, other) or lane_of[one.row_id] == lane_of[other.row_id]


def test_strangers_are_dealt_out_evenly():
    assert [len(lane) for lane in lanes([bonds(n, kin=n) for n in range(1, 101)], 4)] == [25, 25, 25, 25]


def test_a_chain_of_bonds_is_one_lane():
    rows = [bonds(1, kin=7), bonds(2, kin=7, number="1"), bonds(3, number="1", child=5), bonds(4, child=5, earlier=9), bonds(5, earlier=9)]
    assert lanes(rows, 2) == [[1, 2, 3, 4, 5]]


def test_marks_of_a_name_do_not_part_what_the_register_may_join():
    assert lanes([bonds(1, kin=0, identity="a" * 24 + "1" * 8), bonds(2, kin=0, identity="a" * 24 + "2" * 8)], 2) == [[1, 2]]


def test_rows_of_before_carers_were_kept_stay_together():
    assert lanes([bonds(1, kin=None), bonds(2, kin=None), bonds(3, kin=0)], 2) == [[1, 2], [3]]
