"""`mangnon seed`: the city comes in by the ways real data takes; the same wishes write the same files."""

import json
from contextlib import nullcontext
from datetime import UTC, date, datetime

import pyarrow.parquet as pq
import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.cli.city import files, generate, seeding
from mangnon.cli.main import main
from mangnon.linkage import queries as linkage
from mangnon.linkage.models import Decision
from mangnon.linkage.rules import name_key
from mangnon.linkage.vocabulary import Verdict
from mangnon.register import queries as register

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
ON = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _keep_the_test_database(monkeypatch):
    monkeypatch.setattr("mangnon.cli.main.database", nullcontext)


def test_the_command_answers_with_what_came_of_it(db, capsys, tmp_path):
    assert main(["seed", "--children", "120", "--seed", "7", "--out", str(tmp_path / "city"), "--json"]) == 0
    out, err = capsys.readouterr()
    answer = json.loads(out)
    city = generate(120, 7)
    assert answer["rows"] == city.register.num_rows
    assert answer["population"] == city.population.num_rows
    assert 100 <= answer["children"] <= answer["accepted"] <= answer["rows"]
    assert answer["linked"] > 0.6 * answer["children"]
    assert answer["linked"] + answer["unmatched"] <= answer["children"]
    assert "Đang đối chiếu" in err
    assert {path.name for path in (tmp_path / "city").iterdir()} == {
        "lists", "register.parquet", "population.parquet", "truth.parquet", "doubles.parquet",
    }  # fmt: skip
    assert pq.read_table(tmp_path / "city" / "population.parquet").num_rows == answer["population"]


def test_a_register_with_children_is_left_alone_unless_asked(db, capsys):
    assert main(["seed", "--children", "20", "--json"]) == 0
    assert main(["seed", "--children", "20", "--json"]) == 1
    assert "--again" in capsys.readouterr().err


def test_the_same_city_again_changes_nothing(db):
    first = seeding.seed(children=30, seed=3, at=AT)
    before = list(Decision.objects.order_by("id").values_list("pk", "revoked_at"))
    second = seeding.seed(children=30, seed=3, at=AT, again=True)
    assert second.children == first.children
    assert list(Decision.objects.order_by("id").values_list("pk", "revoked_at")) == before


def test_links_of_a_seeded_city_are_true(db):
    """Deterministic linking prefers to ask: what it links by itself is right."""
    seeding.seed(children=200, seed=11, at=AT)
    city = generate(200, 11)
    by_id = {row["record_id"]: row for row in city.register.to_pylist()}
    true = {
        (name_key(row["full_name"]), right)
        for left, right in zip(city.truth["left_id"].to_pylist(), city.truth["right_id"].to_pylist(), strict=True)
        if (row := by_id[left])
    }
    links = Decision.objects.filter(verdict=Verdict.LINK, revoked_at__isnull=True).select_related("child")
    wrong = [one for one in links if (name_key(one.child.full_name), one.person_ref) not in true]
    assert links.count() > 130
    assert len(wrong) <= 2  # a later list may spell the name of a child otherwise
    counts = linkage.counts(SYSTEM, on=ON)
    assert counts.children == counts.linked + counts.unmatched + counts.waiting
    assert register.children(SYSTEM, on=ON).count() == counts.children


def test_the_same_wishes_write_the_same_bytes(tmp_path):
    written = []
    for name in ("one", "two"):
        paths = files.write(generate(80, 5), tmp_path / name)
        written.append({path.relative_to(tmp_path / name): path.read_bytes() for path in paths})
    one, two = written
    assert one == two
    assert len(one) > 30


def test_sizes_out_of_reason_are_wrong_usage(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["seed", "--children", "0"])
    assert ended.value.code == 2
