"""`mangnon plan read`: a paper in, its parts out, without a database."""

import json
from pathlib import Path

import mangnon
from mangnon.cli.main import main

PAPER = Path(mangnon.__file__).parent / "plans" / "data" / "ke-hoach-73-KH-UBND.txt"


def test_the_paper_comes_apart_as_the_contract_says(capsys):
    assert main(["plan", "read", str(PAPER), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) >= {"head", "cites", "clauses", "tasks"}
    assert set(answer["head"]) >= {"type", "number", "issued_on", "place", "issuer", "title", "signer", "recipients"}
    assert (answer["head"]["number"], answer["head"]["issued_on"]) == ("73/KH-UBND", "2024-04-04")
    assert set(answer["clauses"][0]) >= {"id", "level", "title", "text", "parent"}
    known = {clause["id"] for clause in answer["clauses"]}
    assert all(set(task) >= {"clause", "lead", "coordinating", "due", "summary"} for task in answer["tasks"])
    assert {task["clause"] for task in answer["tasks"]} <= known


def test_people_are_shown_words(capsys):
    assert main(["plan", "read", str(PAPER)]) == 0
    assert "73/KH-UBND" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_refused_in_a_sentence(capsys, tmp_path):
    assert main(["plan", "read", str(tmp_path / "khong-co.txt")]) == 1
    assert capsys.readouterr().err.strip().endswith(".")
