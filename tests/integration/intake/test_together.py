"""A long list read and entered by several processes becomes what one process would make of it."""

import random
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.errors import DeadlockDetected

from mangnon.accounts.records import SYSTEM
from mangnon.intake import operations
from mangnon.intake.models import Batch, Row, RowFinding
from mangnon.intake.operations import chunks, enrol, entering_together, read
from mangnon.intake.vocabulary import BatchState, RowState
from mangnon.lib import hands
from mangnon.register.models import Carer, CareRelation, Child, Household, Identifier, Residence, Source
from mangnon.register.operations import turns
from tests.factories import child_lists
from tests.factories.register import AT, child, unit

pytestmark = pytest.mark.django_db(transaction=True)
CREW = 2


@pytest.fixture(autouse=True)
def long_lists(monkeypatch, settings, tmp_path):
    """Short lists count as long, in small pieces; the index of children lies in a folder of the test."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(hands, "how_many", lambda: CREW)
    for module in (read, enrol):
        monkeypatch.setattr(module, "LONG", 1)
    for module in (chunks, entering_together):
        monkeypatch.setattr(module, "SIZE", 11)


@pytest.fixture
def crews(monkeypatch):
    """Which work hands were called for."""
    called = []

    @contextmanager
    def noted(count, opening, *arguments):
        called.append((opening.__name__, count))
        with hands_of(count, opening, *arguments) as crew:
            yield crew

    hands_of = hands.hands
    monkeypatch.setattr(hands, "hands", noted)
    return called


def families(count: int, *, seed: int) -> bytes:
    """Children of families spread over the list: siblings, twins, the same child twice, with and without number, of whom the register knows
    some."""
    draw = random.Random(seed)
    rows = []
    for family in range(count):
        parents = {
            "father_name": f"Lưu Văn {_word(family)}",
            "mother_name": f"Trần Thị {_word(family + 7)}",
            "hamlet": f"Khu vực {family % 5}",
        }
        for born in range(1 + family % 3):
            given = _word(family * 5 + born)
            row = {"full_name": f"Lưu Gia {given}", "birth_date": f"0{1 + born}/05/20{12 + family % 9}", "sex": "Nữ", "personal_number": ""}
            rows.append(row | parents)
            if family % 6 == 0:
                rows.append(row | parents)  # the same child twice
            if family % 8 == 0:
                rows.append(row | parents | {"full_name": f"Lưu Gia {given}h"})  # a twin
    draw.shuffle(rows)
    return child_lists.workbook([child_lists.row(**row | {"number": str(n)}) for n, row in enumerate(rows, 1)])


def _word(number: int) -> str:
    return f"{'BCDGHKLMNPQRSTVX'[number % 16]}{'aeiou'[number // 16 % 5]}{'bcdghklmnpqrstvx'[number // 80 % 16]}u"


def known_children() -> None:
    for family in (3, 4, 9):
        parents = {"father": f"Lưu Văn {_word(family)}", "mother": f"Trần Thị {_word(family + 7)}", "hamlet": f"Khu vực {family % 5}"}
        child(full_name=f"Lưu Gia {_word(family * 5)}", born=date(2012 + family % 9, 5, 1), **parents)


def take_in(content: bytes, **more) -> Batch:
    return operations.take_in(
        content=content, name="ds.xlsx", format_code="child-list", commune_id=unit().pk, by=SYSTEM, at=AT, **more
    ).batch  # fmt: skip


def enter(batch: Batch, **more) -> dict[str, int]:
    return operations.enrol_batch(batch_id=batch.pk, by=SYSTEM, at=AT, **more)


def told() -> dict[str, object]:
    """What the list and the register say, without keys."""
    fields = ("number", "raw", "state", "outcome", "identity", "kin", "child__full_name")
    homes = Household.objects.order_by("id")
    return {
        "rows": list(Row.objects.order_by("number").values_list(*fields)),
        "findings": sorted(RowFinding.objects.order_by("id").values_list("row__number", "rule", "column", "what")),
        "children": sorted(Child.objects.order_by("id").values_list("full_name", "birth_date", "identity_key", "hamlet", "source__kind")),
        "households": sorted(homes.values_list("key", flat=True)),
        "families": sorted(sorted(home.children.order_by("id").values_list("full_name", flat=True)) for home in homes),
        "carers": sorted(Carer.objects.order_by("id").values_list("full_name", "household__key")),
        "care": sorted(CareRelation.objects.order_by("id").values_list("child__full_name", "carer__full_name", "role")),
        "homes": sorted(Residence.objects.order_by("id").values_list("child__full_name", "hamlet", "address")),
        "numbers": sorted(Identifier.objects.order_by("id").values_list("value", "child__full_name")),
    }  # fmt: skip


def alone(content: bytes) -> dict[str, object]:
    """What one process makes of a list, and of nothing else afterwards."""
    with transaction.atomic():
        enter(take_in(content))
        found = told()
        transaction.set_rollback(True)
    return found


def test_many_hands_make_what_one_makes(crews):
    known_children()
    content = families(40, seed=1)
    wanted = alone(content)
    assert crews == []
    batch = take_in(content)
    counts = enter(batch)
    assert crews == [("preparing", CREW), ("entering", CREW)]
    assert counts["new"] > 60
    assert told() == wanted
    assert Source.objects.filter(reference=f"batch:{batch.pk}").count() == 1
    batch.refresh_from_db()
    assert (batch.state, batch.row_count, batch.rows_seen) == (BatchState.ENROLLED, len(wanted["rows"]), len(wanted["rows"]))


def test_a_list_broken_off_in_the_middle_is_gone_on_with_where_it_was():
    content = families(40, seed=2)
    wanted = alone(content)
    batches = []
    with pytest.raises(InterruptedError):
        take_in(content, started=batches.append, between=_once_after(2))
    (batch,) = batches
    stored = list(batch.rows.order_by("number").values_list("number", flat=True))
    batch.refresh_from_db()
    assert 22 <= len(stored) < len(wanted["rows"])
    assert stored == [row[0] for row in wanted["rows"][: len(stored)]]  # the beginning of the list, without a gap
    assert batch.read_to == stored[-1]
    batch = operations.read_batch(batch_id=batch.pk, by=SYSTEM, at=AT)
    with pytest.raises(InterruptedError) as broken_off:
        enter(batch, between=_once_after(2))
    assert broken_off.tb
    with _other_connection() as other:  # nothing is held any more, though the error is still known here
        assert other.execute("SELECT pg_try_advisory_lock(%s)", [turns.TOGETHER]).fetchone() == (True,)
    assert 0 < batch.rows.filter(state=RowState.ENROLLED).count() < batch.rows.filter(state__in=[RowState.ENROLLED, RowState.READY]).count()
    enter(batch)
    assert told() == wanted


def _once_after(pieces: int):
    left = [pieces]

    def between():
        left[0] -= 1
        if left[0] == 0:
            raise InterruptedError

    return between


def test_a_list_withdrawn_while_it_is_read_is_read_no_further():
    batches = []
    batch = take_in(
        families(40, seed=3), started=batches.append,
        between=lambda: batches[0].refresh_from_db() or (batches[0].state == BatchState.READING
        and operations.withdraw(batch_id=batches[0].pk, by=SYSTEM, at=AT)),
    )  # fmt: skip
    assert batch.state == BatchState.WITHDRAWN
    assert batch.rows.count() <= 22


def test_who_finds_all_hands_taken_works_alone(crews):
    content = families(12, seed=4)
    wanted = alone(content)
    batch = take_in(content)
    with _other_connection() as other:
        other.execute("SELECT pg_advisory_lock(%s)", [turns.TOGETHER])
        enter(batch)
    assert [work for work, _ in crews] == ["preparing"]
    assert told() == wanted


def test_where_there_is_one_processor_one_process_does_all(crews, monkeypatch):
    monkeypatch.setattr(hands, "how_many", lambda: 0)
    content = families(6, seed=6)
    wanted = alone(content)
    enter(take_in(content))
    assert crews == []
    assert told() == wanted


def test_lists_that_enrich_and_lists_inside_a_transaction_are_left_to_one(crews):
    batch = take_in(families(6, seed=5))
    assert enrol._for_many_hands(batch)
    batch.format_code = "immunisation"
    assert not enrol._for_many_hands(batch)
    with transaction.atomic():
        batch.format_code = "child-list"
        assert not enrol._for_many_hands(batch)
        assert not read._for_many_hands(Batch(rows_in_sheet=1_000_000))
    assert read._for_many_hands(Batch(rows_in_sheet=1_000_000))


def test_turns_of_many_and_turns_of_one_exclude_each_other():
    def free(sql: str) -> bool:
        taken = other.execute(f"SELECT pg_try_advisory_xact_lock{sql}({turns.ENROLLING})").fetchone()[0]
        other.rollback()
        return taken

    with _other_connection() as other:
        with transaction.atomic():
            turns.wait_for_turn(together=True)
            assert (free("_shared"), free("")) == (True, False)
        with transaction.atomic():
            turns.wait_for_turn()
            assert (free("_shared"), free("")) == (False, False)


def test_one_process_at_a_time_has_many_hands():
    with turns.together() as ours, _other_connection() as other:
        assert ours
        assert other.execute("SELECT pg_try_advisory_lock(%s)", [turns.TOGETHER]).fetchone() == (False,)
    with _other_connection() as other:
        assert other.execute("SELECT pg_try_advisory_lock(%s)", [turns.TOGETHER]).fetchone() == (True,)
        with turns.together() as ours:
            assert not ours


@pytest.mark.parametrize(("clashes", "ends"), [(1, True), (entering_together.TRIES - 1, True), (entering_together.TRIES, False)])
def test_a_clash_with_another_hand_is_tried_again(monkeypatch, clashes, ends):
    left = [clashes]

    def clash(self, row_ids):
        left[0] -= 1
        if left[0] >= 0:
            raise DatabaseError from DeadlockDetected()
        return True

    monkeypatch.setattr(entering_together.Entering, "_enter", clash)
    hand = entering_together.entering(1, SYSTEM, AT)
    if ends:
        assert hand([1])
    else:
        with pytest.raises(DatabaseError):
            hand([1])


def test_what_is_no_clash_is_raised_at_once(monkeypatch):
    tries = []

    def fail(self, row_ids):
        tries.append(row_ids)
        raise DatabaseError

    monkeypatch.setattr(entering_together.Entering, "_enter", fail)
    with pytest.raises(DatabaseError):
        entering_together.entering(1, SYSTEM, AT)([1])
    assert tries == [[1]]


@contextmanager
def _other_connection():
    """A connection of somebody else; inside a transaction that ends with it."""
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor, "context": None}) as other:
        yield other
