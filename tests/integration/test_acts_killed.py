"""A process killed while it applies an act leaves everything as before; homes cut off go on where they were."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, queries
from mangnon.institutions.models import Institution, Question, Reorganisation, Succession
from mangnon.institutions.vocabulary import ActState
from mangnon.register import operations as register
from mangnon.register.models import Child
from tests.factories import acts, people
from tests.factories import register as kids

pytestmark = pytest.mark.django_db(transaction=True)

CHILD_PROCESS = """
import sys, time
from pathlib import Path
import django
django.setup()
from datetime import datetime, UTC
from django.conf import settings
from mangnon.audit.records import SYSTEM
from mangnon.institutions import operations, ports
from mangnon.register import operations as register
from mangnon.register.operations import homes

marker, act, what = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
at = datetime(2026, 11, 30, 17, 5, tzinfo=UTC)

class Slow:
    code, label = "slow", "cham"
    def preview(self, move, *, on): ...
    def settle(self, question, target_id, *, by, at): ...
    def follow(self, move, *, by, at):
        marker.write_text("in the middle")
        time.sleep(60)

if what == "apply":
    real = ports.followers()
    ports.followers = lambda: (*real, Slow())
    operations.apply(act_id=act, by=SYSTEM, at=at)
else:
    done = homes._run
    def slowly(*values):
        count = done(*values)
        if marker.exists():
            time.sleep(60)
        marker.write_text("one unit done")
        return count
    homes._run = slowly
    register.follow_homes(by=SYSTEM, at=at)
"""


def state():
    """Everything an act touches, as the database has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, valid::text FROM institutions_institution ORDER BY id")
        spans = cursor.fetchall()
        cursor.execute("SELECT id, agency_id, territory_id, valid::text FROM accounts_position ORDER BY id")
        posts = cursor.fetchall()
    homes = sorted(Child.objects.values_list("id", "lives_in_id"))
    acts_ = sorted(Reorganisation.objects.values_list("id", "state"))
    return spans, posts, homes, acts_, Succession.objects.count(), Question.objects.count()


def run_and_kill(tmp_path: Path, act_id: int, what: str) -> None:
    """Start it, wait until it is in the middle, kill it without warning."""
    marker = tmp_path / "marker"
    settings = connection.settings_dict
    url = f"postgresql://{settings['USER']}:{settings['PASSWORD']}@/{settings['NAME']}?host={settings['HOST']}"
    env = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "mangnon.config.settings"}
    with subprocess.Popen([sys.executable, "-c", CHILD_PROCESS, str(marker), str(act_id), what], env=env) as process:
        for _ in range(600):
            if marker.exists() or process.poll() is not None:
                break
            time.sleep(0.1)
        assert process.poll() is None, "it ended before it could be killed"
        time.sleep(0.5)
        os.kill(process.pid, signal.SIGKILL)
    _wait_for_rollback()


def _wait_for_rollback() -> None:
    """The server notices a dead client when it next speaks to it; its transaction is gone then."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def act():
    people.ward_officer()
    people.other_ward_officer()
    for code in ("31120", "31135", "31120"):
        kids.child(place=kids.unit(code))
    rows = [("merge", "31120", "+40001"), ("merge", "31135", "+40001")]
    return acts.decided(acts.act(rows=rows, new={"40001": "Phường Sông Hậu"}))


def test_killed_in_the_middle_leaves_everything_as_before_and_once_more_applies_it(act, tmp_path):
    before = state()
    run_and_kill(tmp_path, act.pk, "apply")
    assert state() == before
    operations.apply(act_id=act.pk, by=SYSTEM, at=acts.APPLIED)
    act.refresh_from_db()
    assert act.state == ActState.APPLIED
    applied = state()
    assert applied != before
    operations.apply(act_id=act.pk, by=SYSTEM, at=acts.APPLIED)
    assert state() == applied, "applying again changes nothing"
    assert queries.by_code("40001", on=date(2026, 12, 1)) is not None
    assert Institution.objects.filter(code="40001").count() == 1


def test_homes_cut_off_between_two_units_end_the_same(act, tmp_path, monkeypatch):
    monkeypatch.setattr("mangnon.register.operations.homes.AT_ONCE", 0)
    monkeypatch.setattr("mangnon.lib.later.run", lambda *args, **kwargs: None)
    operations.apply(act_id=act.pk, by=SYSTEM, at=acts.APPLIED)
    run_and_kill(tmp_path, act.pk, "homes")
    register.follow_homes(by=SYSTEM, at=acts.APPLIED)
    assert set(Child.objects.values_list("lives_in__code", flat=True)) == {"40001"}
