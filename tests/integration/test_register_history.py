"""Row history by triggers: cheap for many rows, and with the context of who changed them where one is set."""

import pghistory
import pgtrigger
import pytest
from django.db import connection

from mangnon.register.models import Child
from tests.factories.register import child

pytestmark = pytest.mark.django_db


def events(pk: int) -> list[tuple[str, dict | None]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.full_name, c.metadata FROM register_childevent e LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id "
            "WHERE e.pgh_obj_id = %s ORDER BY e.pgh_id", [pk],
        )  # fmt: skip
        return cursor.fetchall()


def test_what_stood_before_is_kept_with_the_context_if_there_is_one():
    pk = child(full_name="Lưu Gia Hân")
    Child.objects.filter(pk=pk).update(full_name="Lưu Ngọc Hân")
    with pghistory.context(by="test"):
        Child.objects.filter(pk=pk).update(full_name="Lưu Ngọc Hà")
    Child.objects.filter(pk=pk).update(full_name="Lưu Ngọc Hải")
    assert [name for name, _ in events(pk)] == ["Lưu Gia Hân", "Lưu Ngọc Hân", "Lưu Ngọc Hà"]
    before, within, _ = [metadata for _, metadata in events(pk)]
    assert before is None
    assert "test" in str(within)


@pytest.mark.parametrize("function", ["_pgh_attach_context", "_pgtrigger_should_ignore"])
def test_a_changed_row_opens_no_subtransaction(function):
    """A failed subtransaction a row makes a run over the whole register quadratic: deferred checks are walked for each."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [function])
        (source,) = cursor.fetchone()
    assert "EXCEPTION" not in source.upper()


def test_triggers_can_still_be_ignored():
    pk = child(full_name="Lưu Gia Hân")
    with pgtrigger.ignore("register.Child:update_update"):
        Child.objects.filter(pk=pk).update(full_name="Lưu Ngọc Hân")
    Child.objects.filter(pk=pk).update(full_name="Lưu Ngọc Hà")
    assert [name for name, _ in events(pk)] == ["Lưu Ngọc Hân"]
