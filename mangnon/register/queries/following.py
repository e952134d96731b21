"""Which children changed: for whoever keeps something made of the register and wants it to be right."""

from collections.abc import Collection
from datetime import date

from django.db import connection
from django.db.models import Q

from mangnon.lib.copying import among
from mangnon.register.models import Child, ChildChange
from mangnon.register.records import Outline, Position

# The server and its timeline, the database, the file of the table: a restored, copied or emptied database is another source.
_POSITION = """
    SELECT concat_ws('-', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
                     (SELECT oid FROM pg_database WHERE datname = current_database()), pg_relation_filenode('register_childchange')),
           pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
           pg_current_xact_id_if_assigned() IS NOT NULL
"""


def position() -> Position:
    """Where the register stands now. Ask this first, then for what changed: what happens in between is met again next time."""
    with connection.cursor() as cursor:
        cursor.execute(_POSITION)
        return Position(*cursor.fetchone())


def changed(*, since: int) -> dict[int, int]:
    """Children touched by transaction `since` or a later one, as far as can be seen: child → the transaction that touched it last."""
    return dict(ChildChange.objects.filter(transaction__gte=since).values_list("child", "transaction"))


def outlines(ids: Collection[int], *, on: date) -> dict[int, Outline]:
    """Code and commune of those children whose records are open on the day, wherever they live."""
    found = Child.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), pk__in=among(ids))
    return {row[0]: Outline(*row) for row in found.values_list("pk", "code", "lives_in_id", "lives_in__name")}
