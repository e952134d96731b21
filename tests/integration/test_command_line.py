"""The command line: exit statuses, one JSON document on stdout, sentences on stderr."""

import json

import pytest

from mangnon.cli import commands
from mangnon.cli.actors import acting
from mangnon.cli.main import main
from mangnon.lib.refusals import Refusal


@pytest.fixture(autouse=True)
def _keep_the_test_database(monkeypatch):
    """Commands open the database themselves; here it is open already, with pytest's transaction around it."""
    from contextlib import nullcontext

    monkeypatch.setattr("mangnon.cli.main.database", nullcontext)


def test_json_is_one_document_on_stdout(capsys):
    assert main(["migrate", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"state": "ready"}
    assert err == ""


@pytest.mark.parametrize("line", [["khong-co-lenh"], [], ["units"], ["units", "resolve"], ["serve", "--port", "chin"]])
def test_wrong_usage_ends_with_2(line, capsys):
    with pytest.raises(SystemExit) as ended:
        main(line)
    assert ended.value.code == 2


def test_a_refusal_ends_with_1_and_a_sentence_on_stderr(capsys, monkeypatch):
    from mangnon.cli.commands import migrate

    def refuse(options):
        raise Refusal("Tệp rỗng. Chọn tệp khác.")

    monkeypatch.setattr(migrate, "run", refuse)
    assert main(["migrate", "--json"]) == 1
    assert capsys.readouterr() == ("", "Tệp rỗng. Chọn tệp khác.\n")


def test_an_unknown_or_closed_account_may_not_act(db):
    with pytest.raises(Refusal, match="Không có tài khoản “ai-do”"):
        acting("ai-do")
    assert acting(None).id == "he-thong"


def test_every_command_keeps_the_shape():
    import importlib
    import pkgutil

    for found in pkgutil.iter_modules(commands.__path__):
        command = importlib.import_module(f"{commands.__name__}.{found.name}")
        assert command.__doc__, found.name
        assert command.HELP.endswith((".", "?")), f"{command.NAME}: HELP is a sentence"
        assert isinstance(command.DATABASE, bool)
        assert all(callable(getattr(command, name)) for name in ("arguments", "run", "show")), command.NAME
