"""Who of the register is the person described: right at once, after every change, in every process, after a crash."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import nullcontext
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from mangnon.cli.main import main
from mangnon.intake import ports
from mangnon.linkage.queries import same, same_children
from mangnon.register import operations as register
from mangnon.register.models import Child
from mangnon.register.operations.amend import Correction
from mangnon.register.records import Birth, Described
from mangnon.register.vocabulary.people import ClosingReason, Precision, Sex
from tests.factories.people import ward_officer
from tests.factories.register import AT, TODAY, child, unit

HAN = {"full_name": "Lưu Gia Hân", "born": date(2022, 6, 5), "father": "Lưu Văn Tài", "mother": "Trần Thị Ngân"}


def described(full_name: str = "Lưu Gia Hân", born: date = date(2022, 6, 5), **more) -> Described:
    said = {"sex": Sex.FEMALE, "father": "Lưu Văn Tài", "mother": "Trần Thị Ngân", "unit_id": unit().pk, "hamlet": "Khu vực 5"}
    return Described(full_name, Birth(born), **{**said, **more})


def codes(*people: Described) -> list[list[int]]:
    return [[one.child_id for one in found] for found in same_children(people, on=TODAY)]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    same._OPEN.clear()


class TestWithinOneTransaction:
    """What the asking transaction wrote itself counts at once, and is nowhere once it is undone."""

    pytestmark = pytest.mark.django_db

    def test_a_child_is_found_however_it_is_typed(self):
        pk = child(**HAN)
        typed = [
            (described(), "link"),
            (described(father="Luu van Tai", unit_id=None), "link"),
            (described("LUU GIA HAN", hamlet=""), "review"),
        ]
        for person, verdict in typed:
            ((found,),) = same_children([person], on=TODAY)
            assert (found.child_id, found.code, found.verdict) == (pk, f"TE-{pk:06d}", verdict)
            assert any(reason.startswith("Ngày sinh: trùng") for reason in found.why)

    def test_a_stranger_is_nobody(self):
        child(**HAN)
        assert codes(described("Danh Sóc Kha", date(2015, 1, 2), father="Danh Hên", mother="Thạch Thị Sa", unit_id=None, hamlet="")) == [[]]
        assert same_children([], on=TODAY) == []

    def test_a_twin_is_never_the_same_child(self):
        child(**HAN)
        (found,) = same_children([described("Lưu Gia Khánh", sex=Sex.MALE)], on=TODAY)
        assert all(one.verdict == "review" for one in found)

    def test_half_a_date_and_no_parents_still_ask(self):
        pk = child(**HAN)
        person = Described("Lưu Gia Hân", Birth(date(2022, 1, 1), Precision.YEAR), unit_id=unit().pk, hamlet="Khu vực 5")
        ((found,),) = same_children([person], on=TODAY)
        assert (found.child_id, found.verdict) == (pk, "review")

    def test_undone_writing_leaves_nothing(self):
        with transaction.atomic():
            child(**HAN)
            assert codes(described()) != [[]]
            transaction.set_rollback(True)
        assert codes(described()) == [[]]

    def test_intake_asks_through_its_port(self):
        pk = child(**HAN)
        assert [one.child_id for one in ports.matcher()([described()], on=TODAY)[0]] == [pk]


@pytest.mark.django_db(transaction=True)
class TestOverTransactions:
    """The index on disk follows the register."""

    def test_every_change_is_followed(self):
        one, other = child(**HAN), child(full_name="Lưu Gia Bảo", born=date(2019, 3, 7), sex=Sex.MALE)
        assert codes(described()) == [[one]]
        correction = Correction(full_name="Lưu Ngọc Hà", birth=Birth(date(2021, 2, 9)))
        register.amend(child_id=one, correction=correction, by=ward_officer(), at=AT)
        assert codes(described("Lưu Ngọc Hà", date(2021, 2, 9))) == [[one]]
        assert not [found for found in same_children([described()], on=TODAY)[0] if found.verdict == "link"]
        Child.objects.filter(pk=other).update(closed_on=TODAY, closed_reason=ClosingReason.MISTAKE)
        assert codes(described("Lưu Gia Bảo", date(2019, 3, 7), sex=Sex.MALE)) == [[]]
        Child.objects.filter(pk=other).update(closed_on=None, closed_reason="")
        assert codes(described("Lưu Gia Bảo", date(2019, 3, 7), sex=Sex.MALE)) == [[other]]

    def test_it_outlives_the_process_and_answers_as_one_built_anew(self, settings, tmp_path):
        born = [date(2012, 1, 1) + timedelta(days=97 * n) for n in range(30)]
        for n, day in enumerate(born):
            child(full_name=f"Lưu Gia {['Hân', 'Bảo', 'Khang', 'Vy', 'My'][n % 5]}", born=day)
            codes(described())
        people = [described(f"Luu Gia {['Hân', 'Bảo', 'Khang', 'Vy', 'My'][n % 5]}", day) for n, day in enumerate(born)]
        before = same_children(people, on=TODAY)
        assert all(before)
        same._OPEN.clear()
        assert same_children(people, on=TODAY) == before
        settings.DATA_DIR = tmp_path / "elsewhere"
        assert same_children(people, on=TODAY) == before
        same._OPEN.clear()
        (folder,) = (tmp_path / "index").iterdir()
        settings.DATA_DIR = tmp_path
        (folder / "CURRENT").write_text("generation-99", encoding="utf-8")
        assert same_children(people, on=TODAY) == before

    def test_the_command_writes_it_and_makes_it_anew(self, capsys, monkeypatch, tmp_path):
        monkeypatch.setattr("mangnon.cli.main.database", nullcontext)
        pk = child(**HAN)
        assert main(["index", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["children"] == 1
        (current,) = (tmp_path / "index").rglob("CURRENT")
        before = current.stat().st_mtime_ns
        assert main(["index", "--again"]) == 0
        assert "Chỉ mục có 1 trẻ" in capsys.readouterr().out
        assert current.stat().st_mtime_ns != before
        assert codes(described()) == [[pk]]

    def test_what_another_transaction_has_not_ended_is_seen_when_it_ends(self):
        child(full_name="Lưu Gia Bảo", born=date(2019, 3, 7))
        assert codes(described()) == [[]]
        made, asked = threading.Event(), threading.Event()
        found: list[int] = []

        def enter() -> None:
            try:
                with transaction.atomic():
                    found.append(child(**HAN))
                    made.set()
                    asked.wait(20)
            finally:
                connection.close()

        other = threading.Thread(target=enter)
        other.start()
        assert made.wait(20)
        assert codes(described()) == [[]]
        asked.set()
        other.join()
        assert codes(described()) == [found]

    def test_a_truncated_register_is_another_register(self):
        child(**HAN)
        assert codes(described()) != [[]]
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE register_child, register_childchange CASCADE")
        assert codes(described()) == [[]]

    def test_a_process_killed_while_it_writes_harms_nothing(self, tmp_path):
        pk = child(**HAN)
        assert codes(described()) == [[pk]]
        program = f"""
import os, signal
import django
from django.conf import settings
django.setup()
settings.DATABASES["default"]["NAME"] = {connection.settings_dict["NAME"]!r}
settings.DATA_DIR = __import__("pathlib").Path({str(tmp_path)!r})
from mangnon.linkage.engine.index import journal
from mangnon.linkage.queries import same
plain = journal.os.fsync
def die(number):
    plain(number)
    os.kill(os.getpid(), signal.SIGKILL)
journal.os.fsync = die
same.refresh()
"""
        second = child(full_name="Lưu Gia Vy", born=date(2018, 8, 8))
        done = subprocess.run([sys.executable, "-c", program], env={**os.environ}, capture_output=True, timeout=120)
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
        journal = next((tmp_path / "index").rglob("journal.jsonl"))
        with journal.open("ab") as file:
            file.write(b'\n{"id": "77", "put": {"full_na')  # and one that did not get as far
        third = child(full_name="Lưu Gia Bảo", born=date(2019, 3, 7))
        assert codes(described("Lưu Gia Vy", date(2018, 8, 8)), described("Lưu Gia Bảo", date(2019, 3, 7)), described()) == [
            [second], [third], [pk],
        ]  # fmt: skip
