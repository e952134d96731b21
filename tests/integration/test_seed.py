"""`mangnon seed`: the city comes in by the ways real data takes; the same wishes write the same files."""

import json
from contextlib import nullcontext

import pyarrow.parquet as pq
import pytest

from mangnon.accounts.records import SYSTEM
from mangnon.cli.city import files, generate, seeding
from mangnon.cli.main import main
from mangnon.linkage import queries as linkage
from mangnon.linkage.models import Decision
from mangnon.linkage.vocabulary import Verdict
from mangnon.register import queries as register
from tests.factories.city import AT, ON, compared, enrolled


@pytest.fixture(autouse=True)
def _keep_the_test_database(monkeypatch):
    monkeypatch.setattr("mangnon.cli.main.database", nullcontext)


def test_the_command_answers_with_what_came_of_it(db, capsys, tmp_path):
    assert main(["seed", "--children", "30", "--seed", "7", "--out", str(tmp_path / "city"), "--json"]) == 0
    out, err = capsys.readouterr()
    answer = json.loads(out)
    city = generate(30, 7)
    assert answer["rows"] == city.register.num_rows
    assert answer["population"] == city.population.num_rows
    assert 24 <= answer["children"] <= answer["accepted"] <= answer["rows"]
    assert answer["linked"] > 0.5 * answer["children"]
    assert answer["linked"] + answer["unmatched"] <= answer["children"]
    assert "Đang đối chiếu" in err
    assert {path.name for path in (tmp_path / "city").iterdir()} == {
        "lists", "register.parquet", "population.parquet", "truth.parquet", "doubles.parquet",
    }  # fmt: skip
    assert pq.read_table(tmp_path / "city" / "population.parquet").num_rows == answer["population"]


def test_a_register_with_children_is_left_alone_unless_asked(db, capsys):
    assert main(["seed", "--children", "3", "--json"]) == 0
    assert main(["seed", "--children", "3", "--json"]) == 1
    assert "--again" in capsys.readouterr().err


def test_the_same_city_again_changes_nothing(db):
    first = seeding.seed(children=12, seed=3, at=AT)
    before = list(Decision.objects.order_by("id").values_list("pk", "revoked_at"))
    second = seeding.seed(children=12, seed=3, at=AT, again=True)
    assert second.children == first.children
    assert list(Decision.objects.order_by("id").values_list("pk", "revoked_at")) == before


def test_links_of_a_city_are_true_and_most_children_are_found(db, tmp_path):
    """What is linked without a person is right, nearly every child of the population is found, and few pairs are left to look at."""
    city = generate(600, 11)
    child_of = enrolled(city)
    result = compared(city, tmp_path)
    true = {
        (child_of[left], right)
        for left, right in zip(city.truth["left_id"].to_pylist(), city.truth["right_id"].to_pylist(), strict=True)
    }  # fmt: skip
    links = Decision.objects.filter(verdict=Verdict.LINK, revoked_at__isnull=True).values_list("child_id", "person_ref")
    assert result.linked == len(links)
    assert [link for link in links if link not in true] == []
    assert len(links) > 0.98 * len({child for child, _ in true})
    assert result.review + result.mismatch < 0.02 * result.children
    counts = linkage.counts(SYSTEM, on=ON)
    assert counts.children == counts.linked + counts.unmatched + counts.waiting == register.children(SYSTEM, on=ON).count()


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
