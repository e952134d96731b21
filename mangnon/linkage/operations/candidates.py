"""Who in an extract shares a child's number, or its name and birth date: one join in the database, keys made beforehand."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import connection

from mangnon.linkage import rules
from mangnon.linkage.models import Person
from mangnon.linkage.records import Birth, Side
from mangnon.register.records import LinkageRow

_STREAM = 10_000


def side_of(row: LinkageRow) -> Side:
    """A child of the register as linkage compares it."""
    return Side(
        id=row.child_id, full_name=row.full_name, name_key=rules.name_key(row.full_name), sex=row.sex,
        birth=Birth(row.birth_date, str(row.birth_precision)), number=row.personal_number, father_key=rules.name_key(row.father_name),
        mother_key=rules.name_key(row.mother_name), reference=rules.child_code(row.child_id),
    )  # fmt: skip


def person_side(person: Person) -> Side:
    """A person of an extract as linkage compares it."""
    return Side(
        id=person.pk, full_name=person.full_name, name_key=person.name_key, birth=Birth(person.birth_date, person.birth_precision),
        sex=person.sex, number=person.personal_number, father_key=person.father_key, mother_key=person.mother_key,
        reference=person.record_id,
    )  # fmt: skip


def candidates(children: Iterable[Side], *, extract_id: int) -> Iterator[tuple[Side, list[Side]]]:
    """Each child with everybody of the extract who comes near, in the order of keys. Inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS linkage_left")
        cursor.execute(
            "CREATE TEMPORARY TABLE linkage_left (child_id bigint, number text, name_key text, birth date, known text, father_key text,"
            " mother_key text) ON COMMIT DROP"
        )
        by_id: dict[int, Side] = {}
        with cursor.copy("COPY linkage_left FROM STDIN") as copy:
            for child in children:
                by_id[child.id] = child
                copy.write_row(
                    (
                        child.id, child.number, child.name_key, child.birth.day, child.birth.precision, child.father_key,
                        child.mother_key,
                    )
                )  # fmt: skip
        cursor.execute("CREATE INDEX ON linkage_left (name_key, birth)")
        cursor.execute("ANALYZE linkage_left")
        cursor.execute(_JOIN.format(person=connection.ops.quote_name(Person._meta.db_table)), [extract_id] * 3)
        found = _fetched(cursor)
        near = groupby(found, key=lambda row: row[0])
        child_id, rows = next(near, (None, iter(())))
        for key in sorted(by_id):
            people: list[Side] = []
            if key == child_id:
                people = [_person(row) for row in rows]
                child_id, rows = next(near, (None, iter(())))
            yield by_id[key], people


def _fetched(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while chunk := cursor.fetchmany(_STREAM):
        yield from chunk


def _person(row: tuple[Any, ...]) -> Side:
    _, key, record_id, full_name, name_key, birth, precision, sex, number, father_key, mother_key = row
    return Side(key, full_name, name_key, Birth(birth, precision), sex, number, father_key, mother_key, record_id)


# number; name and day; name and year with a parent, where either side does not know the day
_JOIN = """
WITH near AS (
    SELECT l.child_id, p.id FROM linkage_left l JOIN {person} p ON p.personal_number = l.number
        WHERE p.extract_id = %s AND l.number <> ''
    UNION
    SELECT l.child_id, p.id FROM linkage_left l JOIN {person} p ON p.name_key = l.name_key AND p.birth_date = l.birth
        WHERE p.extract_id = %s AND l.name_key <> ''
    UNION
    SELECT l.child_id, p.id FROM linkage_left l JOIN {person} p ON p.name_key = l.name_key
        AND extract(year FROM p.birth_date) = extract(year FROM l.birth)
        WHERE p.extract_id = %s AND l.name_key <> '' AND (l.known <> 'day' OR p.birth_precision <> 'day')
        AND ((l.father_key <> '' AND p.father_key = l.father_key) OR (l.mother_key <> '' AND p.mother_key = l.mother_key))
)
SELECT near.child_id, p.id, p.record_id, p.full_name, p.name_key, p.birth_date, p.birth_precision, p.sex, p.personal_number,
    p.father_key, p.mother_key
FROM near JOIN {person} p ON p.id = near.id ORDER BY near.child_id, p.id
"""
