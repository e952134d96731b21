"""Processes beside this one: they answer, fail as their work fails, and end with the one that called them."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection

from mangnon.lib import hands
from tests.integration import hands_at_work


def there(process: int) -> bool:
    """Whether a process lives; one that only waits to be buried does not."""
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def gone(processes, patience=20.0) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not any(map(there, processes)):
            return True
        time.sleep(0.05)
    return False


def test_each_hand_keeps_what_it_has_and_none_is_left_behind():
    with hands.hands(2, hands_at_work.counting, 10) as (one, other):
        for hand in (one, other):
            hand.tell(1)
        assert (one.answer(), other.answer()) == (11, 11)
        one.tell(5)
        assert one.answer() == 16
        for hand in (one, other):
            hand.tell("where")
        told = [one.answer(), other.answer()]
        processes = [process for process, _ in told]
        assert len({os.getpid(), *processes}) == 3
        assert {name for _, name in told} == {connection.settings_dict["NAME"]}
    assert gone(processes)


@pytest.mark.django_db(transaction=True)
def test_a_hand_has_a_connection_of_its_own_to_the_same_database():
    with hands.hands(1, hands_at_work.counting, 0) as (hand,):
        hand.tell("units")
        assert hand.answer() > 103


def test_what_goes_wrong_beside_is_raised_here_and_the_hand_goes_on():
    with hands.hands(1, hands_at_work.counting, 0) as (hand,):
        hand.tell("stumble")
        with pytest.raises(ValueError, match="said"):
            hand.answer()
        hand.tell("odd")
        with pytest.raises(RuntimeError, match="Unsendable"):
            hand.answer()
        hand.tell(2)
        assert hand.answer() == 2


def test_a_hand_that_dies_is_lost():
    with hands.hands(1, hands_at_work.counting, 0) as (hand,):
        hand.tell("die")
        with pytest.raises(hands.HandLost):
            hand.answer()


def test_the_first_that_is_done_is_asked_first():
    with hands.hands(2, hands_at_work.counting, 0) as (slow, quick):
        slow.tell("slow")
        quick.tell(1)
        assert hands.first_done([slow, quick]) is quick
        assert quick.answer() == 1
        assert hands.first_done([slow]) is slow


def test_who_is_busy_when_the_work_is_broken_off_finishes_it_and_goes():
    processes = []

    def work():
        with hands.hands(1, hands_at_work.counting, 0) as (hand,):
            hand.tell("where")
            processes.append(hand.answer()[0])
            hand.tell("slow")
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert gone(processes)


_KILLED = """
import os, signal
import django
django.setup()
from mangnon.lib import hands
from tests.integration import hands_at_work
if __name__ == "__main__":
    with hands.hands(2, hands_at_work.counting, 0) as crew:
        for hand in crew:
            hand.tell("where")
        print(*(hand.answer()[0] for hand in crew), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_hands_of_a_killed_process_end(tmp_path, settings):
    program = tmp_path / "killed.py"
    program.write_text(_KILLED, encoding="utf-8")
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    done = subprocess.run([sys.executable, str(program)], env=env, stdout=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert gone([int(process) for process in done.stdout.split()])
    assert len(done.stdout.split()) == 2


def test_one_processor_has_no_hands(monkeypatch):
    for processors, wanted in (({0}, 0), ({0, 1}, 2), (set(range(64)), hands.MOST)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, here=processors: here)
        assert hands.how_many() == wanted
