"""Who decides: the machine links, a person looks, nobody does anything."""

import numpy as np
import pyarrow as pa
import pytest

from mangnon.linkage.engine import clusters
from mangnon.linkage.engine.linking import Pairs, link
from mangnon.linkage.engine.model import load
from mangnon.linkage.engine.records import encode
from mangnon.linkage.engine.stages import Stages
from mangnon.linkage.engine.verdicts import decide
from mangnon.linkage.engine.vocabulary import Vocabulary

CHILD = {
    "full_name": "Nguyễn Ngọc Hân", "birth_date": "2018-05-06", "sex": "Nữ", "father_name": "Nguyễn Văn Phát", "mother_name": "Lê Thị Mai",
    "commune_code": "31120", "hamlet": "Khu vực 3", "personal_number": "092318000111",
}  # fmt: skip


def verdicts(left: list[dict], right: list[dict]) -> dict[tuple[int, int], str]:
    """Verdict by (left, right) row."""
    model, vocabulary = load("children-population"), Vocabulary()

    def coded(rows: list[dict], beside=None):
        columns = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in CHILD}
        return encode(columns.get, length=len(rows), model=model, vocabulary=vocabulary, beside=beside)

    lefts = coded(left)
    pairs, _ = link(lefts, coded(right, lefts), model, vocabulary, Stages())
    found = decide(pairs, pairs.probabilities, model)
    return {
        (int(pairs.left[i]), int(pairs.right[i])): "link" if sure else "review"
        for i, sure in zip(found.pairs.tolist(), found.links.tolist(), strict=True)
    }


def test_the_same_child_is_linked_without_a_number():
    assert verdicts([CHILD | {"personal_number": None}], [CHILD]) == {(0, 0): "link"}


@pytest.mark.parametrize("other", ["Nguyễn Ngọc Hằng", "Nguyễn Ngọc Hà", "Nguyễn Ngọc Châu"])
def test_a_twin_alone_in_the_snapshot_is_never_linked_by_machine(other):
    found = verdicts([CHILD | {"personal_number": None}], [CHILD | {"full_name": other, "personal_number": "092318000999"}])
    assert "link" not in found.values()


def test_twins_find_themselves():
    twin = CHILD | {"full_name": "Nguyễn Ngọc Hằng", "personal_number": "092318000999"}
    left = [CHILD | {"personal_number": None}, twin | {"personal_number": None, "full_name": "NGUYEN NGOC HANG"}]
    found = verdicts(left, [twin, CHILD])
    assert {pair for pair, verdict in found.items() if verdict == "link"} <= {(0, 1), (1, 0)}
    assert (0, 1) in found
    assert (1, 0) in found


def test_name_and_birth_date_alone_wait_for_a_person():
    bare = {"full_name": CHILD["full_name"], "birth_date": CHILD["birth_date"]}
    assert verdicts([bare], [bare | {"sex": "Nữ"}]) in ({(0, 0): "review"}, {})


def test_two_children_do_not_share_a_person():
    absent = CHILD | {"full_name": "Nguyễn Ngọc Hâm", "personal_number": None}
    found = verdicts([CHILD, absent], [CHILD])
    assert found[0, 0] == "link"
    assert found.get((1, 0)) != "link"


def test_a_group_never_takes_in_somebody_clearly_another():
    """a = b and b = c are near certain, a and c were compared and are two persons: c stays out."""
    model = load("children-children")
    left, right = np.array([0, 1, 0]), np.array([1, 2, 2])
    chances = np.array([0.999, 0.97, 0.001])
    pairs = Pairs(left, right, np.zeros((3, len(model.features)), np.uint8), chances, chances)
    found = clusters.decide(pairs, chances, model)
    assert clusters.group(pairs, chances, found, records=4, model=model).tolist() == [0, 0, 2, 3]
