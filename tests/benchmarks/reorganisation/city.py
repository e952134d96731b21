"""A city on 30 June 2025 made by the database itself: children in every old commune, duties of every agency, people, reports."""

from datetime import date, datetime

from django.db import connection

from mangnon.accounts import operations as accounts
from mangnon.accounts.records import SYSTEM
from mangnon.accounts.vocabulary import Role
from mangnon.institutions import operations as institutions
from mangnon.institutions import queries
from mangnon.lib.calendar import VIETNAM
from mangnon.plans import operations as plans
from mangnon.register.models import Child
from tests.factories import register as kids

EVE, MERGER = date(2025, 6, 30), date(2025, 7, 1)
AT = datetime(2025, 6, 2, 8, tzinfo=VIETNAM)

_HOUSEHOLDS = "INSERT INTO register_household (code, key) SELECT 'GD-' || g, md5('hộ' || g) FROM generate_series(1, %(households)s) AS g"
_CHILD = {  # what differs from the first child, column by column
    "code": "'TE-' || lpad(g::text, 7, '0')",
    "full_name": "'Trẻ ' || g",
    "name_key": "'tre ' || g",
    "sort_key": "'tre ' || g",
    "search_words": "ARRAY['tre', 'm:mau', 'x' || g %% 977]",
    "identity_key": "md5('trẻ' || g)",
    "birth_date": "date '2012-01-01' + (g %% 4800)",
    "household_id": "%(first)s + g %% %(households)s",
    "lives_in_id": "(%(units)s::bigint[])[1 + g %% %(n)s]",
    "hamlet": "'Ấp ' || (g / %(n)s) %% 9",
}
_HOMES = """
INSERT INTO register_residence (child_id, kind, unit_id, hamlet, address, unit_as_written, valid, source_id)
SELECT id, 'permanent', lives_in_id, hamlet, '', '', daterange(NULL, NULL), source_id FROM register_child WHERE id <> %s
"""
_RUNS = """
INSERT INTO plans_occurrence (task_id, institution_id, alone, turn, first_due, due, state, state_since, declared, evidence)
SELECT (%(tasks)s::bigint[])[1 + g %% %(t)s], (%(holders)s::bigint[])[1 + (g / %(t)s) %% %(h)s], false, 'T' || g / (%(t)s * %(h)s),
       date '2025-12-31', date '2025-12-31', 'running', now(), 'started', 0
  FROM generate_series(0, %(runs)s - 1) AS g
"""


def build(*, children: int, duties: int) -> None:
    """Units as of 30 June 2025, `children` spread over 263 communes, `duties` open in the departments and communes of the day."""
    institutions.load_builtin(by=SYSTEM, at=AT, until=institutions.EVE)
    institutions.replay(by=SYSTEM, at=AT, until=date(2025, 3, 1))
    plans.load_builtin(by=SYSTEM, at=AT)
    communes = list(queries.existing(on=EVE).filter(level="commune").values_list("pk", flat=True))
    agencies = list(queries.existing(on=EVE).filter(kind="agency", level="province").values_list("pk", flat=True))
    _people(communes)
    with connection.cursor() as cursor:
        first_child = kids.child(place=queries.by_code("31120", on=EVE), at=AT)
        households = children // 2 + 1
        cursor.execute("ALTER TABLE register_child DISABLE TRIGGER USER; ALTER TABLE register_residence DISABLE TRIGGER USER")
        cursor.execute(_HOUSEHOLDS, {"households": households})
        cursor.execute("SELECT max(id) - %s + 1 FROM register_household", [households])
        facts = {"first": cursor.fetchone()[0], "households": households, "units": communes, "n": len(communes)}
        columns = [field.column for field in Child._meta.concrete_fields if not field.primary_key]
        values = ", ".join(_CHILD.get(column, f'"{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        cursor.execute(
            f"INSERT INTO register_child ({names}) SELECT {values} FROM register_child, generate_series(2, %(children)s) AS g "
            "WHERE register_child.id = %(template)s",
            {**facts, "children": children, "template": first_child},
        )
        cursor.execute(_HOMES, [first_child])
        cursor.execute("ALTER TABLE register_child ENABLE TRIGGER USER; ALTER TABLE register_residence ENABLE TRIGGER USER")
        cursor.execute("SELECT id FROM plans_task WHERE state = 'adopted' ORDER BY id")
        tasks = [key for (key,) in cursor.fetchall()]
        holders = [*agencies, *communes]
        cursor.execute(_RUNS, {"tasks": tasks, "t": len(tasks), "holders": holders, "h": len(holders), "runs": duties})
        cursor.execute("ANALYZE")


def _people(communes: list[int]) -> None:
    for number, commune in enumerate(communes, start=1):
        user = accounts.create_user(username=f"can-bo-{number}", full_name="Người Thử", password=None, by=SYSTEM, at=AT)
        accounts.give_position(
            user=user, role=Role.WARD_OFFICER, title="Công chức", agency_id=commune, territory_id=commune, since=date(2024, 1, 1),
            by=SYSTEM, at=AT,
        )  # fmt: skip
