"""What triggers keep of every change: rows as they stood before, and which children were touched."""

from collections.abc import Iterable

import pghistory
import pgtrigger
from django.db import models


def history() -> tuple[pghistory.RowEvent, ...]:
    """What stood before a row was changed or removed, kept by triggers; inserts are the rows themselves and cost nothing."""
    return pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(row=pghistory.Old)


_ROWS = {
    pgtrigger.Insert: ({"new": "now"}, "SELECT * FROM now"),
    pgtrigger.Update: ({"old": "before", "new": "now"}, "SELECT * FROM before UNION ALL SELECT * FROM now"),
    pgtrigger.Delete: ({"old": "before"}, "SELECT * FROM before"),
}
_NOTE = """
    INSERT INTO register_childchange (child, transaction)
    SELECT DISTINCT {child}, pg_current_xact_id()::text::bigint FROM ({rows}) AS touched {beside} ORDER BY 1
    ON CONFLICT (child) DO UPDATE SET transaction = excluded.transaction
    WHERE register_childchange.transaction <> excluded.transaction;
    RETURN NULL;
"""


def noted(child: str, *, beside: str = "", on: Iterable[pgtrigger.Operation] = tuple(_ROWS)) -> list[pgtrigger.Trigger]:
    """Triggers, one run a statement, that note in ChildChange which children the touched rows speak of."""
    return [
        pgtrigger.Trigger(
            name=f"note_{str(operation).lower()}", level=pgtrigger.Statement, when=pgtrigger.After, operation=operation,
            referencing=pgtrigger.Referencing(**_ROWS[operation][0]),
            func=_NOTE.format(child=child, rows=_ROWS[operation][1], beside=beside),
        )
        for operation in on
    ]  # fmt: skip


class ChildChange(models.Model):
    """The last transaction that touched what tells one child from another: the child's row, number or parents. Written by triggers.

    Whoever keeps something made of the register (the index of linkage) reads here what changed since it last looked.
    """

    child = models.BigIntegerField(primary_key=True)  # no foreign key: it outlives the child
    transaction = models.BigIntegerField(db_index=True)

    class Privacy:
        open = ("transaction",)
        personal = ("child",)
        sensitive = ()
