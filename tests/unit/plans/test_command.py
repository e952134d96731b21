"""`mangnon plan read`: no database, one JSON document, refusals as sentences with status 1."""

import json

from mangnon.cli.main import main
from mangnon.plans.operations.builtin import FILE


def test_it_prints_one_json_document(capsys):
    assert main(["plan", "read", str(FILE), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["head"]["number"] == "73/KH-UBND"
    assert [cited["number"] for cited in answer["cites"]] == ["276-KH/TU", "28-CT/TW", "21/KH-UBND"]
    assert next(clause["parent"] for clause in answer["clauses"] if clause["id"] == "IV.1.a-3") == "IV.1.a"


def test_it_shows_the_tree_to_people(capsys):
    assert main(["plan", "read", str(FILE)]) == 0
    shown = capsys.readouterr().out
    assert "Kế hoạch số 73/KH-UBND ngày 2024-04-04" in shown
    assert "62 nhiệm vụ dự thảo" in shown


def test_a_file_that_is_not_there_or_no_plan_is_refused(capsys, tmp_path):
    assert main(["plan", "read", str(tmp_path / "khong-co.txt")]) == 1
    assert "Không mở được tệp" in capsys.readouterr().err
    other = tmp_path / "ds.txt"
    other.write_text("Danh sách\nLê An\nTrần Bê\n", encoding="utf-8")
    assert main(["plan", "read", str(other), "--json"]) == 1
    assert "thiếu số, ký hiệu" in capsys.readouterr().err
