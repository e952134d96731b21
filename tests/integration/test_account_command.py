"""`mangnon account create`: how the first person gets in."""

import json
from contextlib import nullcontext
from datetime import date

import pytest
from django.contrib.auth import authenticate

from mangnon.accounts import queries
from mangnon.accounts.vocabulary import Permission, Role
from mangnon.cli.main import main


@pytest.fixture(autouse=True)
def _keep_the_test_database(monkeypatch, db):
    monkeypatch.setattr("mangnon.cli.main.database", nullcontext)


def test_the_first_administrator_gets_in_and_manages_accounts(capsys):
    assert main(["account", "create", "quan.tri", "--name", "Võ Hoàng Nam", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert authenticate(username="quan.tri", password=answer["password"]).username == "quan.tri"
    actor = queries.actor_named("quan.tri", on=date.today())
    assert [duty.role for duty in actor.duties] == [Role.SYSTEM_ADMINISTRATOR]
    assert actor.main_duty.whole_city


def test_an_officer_of_a_ward_covers_that_ward_only(capsys):
    from mangnon.accounts import policies

    line = ["account", "create", "can.bo", "--name", "Lâm Ngọc Thu", "--role", "ward_officer", "--title", "Công chức"]
    assert main([*line, "--agency", "31120", "--territory", "31120", "--json"]) == 0
    actor = queries.actor_named("can.bo", on=date.today())
    scope = policies.scope(actor, Permission.SEE_CHILDREN)
    assert (scope.everything, scope.unit_ids) == (False, frozenset({actor.main_duty.territory_id}))
    assert actor.main_duty.territory_name == "Phường Cái Khế"


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["--role", "vua"], "Không có vai trò “vua”"),
        (["--agency", "so-khong-co"], "mang mã “so-khong-co”"),
        (["--territory", "99999"], "mang mã “99999”"),
    ],
)
def test_refusals_leave_nothing_behind(capsys, extra, sentence):
    assert main(["account", "create", "thu.nghiem", "--name", "Thử Nghiệm", *extra]) == 1
    assert sentence in capsys.readouterr().err
    assert queries.actor_named("thu.nghiem", on=date.today()) is None
