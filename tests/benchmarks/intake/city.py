"""A register to import into, and a list to import: children as wards write them, spelling mistakes and double entries included."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

import pyarrow as pa
from django.db.models import Max, Min

from mangnon.accounts.records import SYSTEM
from mangnon.cli.city.city import generate
from mangnon.institutions import queries as institutions
from mangnon.intake.records import Context
from mangnon.intake.rules import reading
from mangnon.lib import calendar
from mangnon.register import operations as register
from mangnon.register import queries as register_queries
from mangnon.register.models import Child
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import SourceKind
from tests.factories import child_lists

_WRITTEN = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date that are known
AT_ONCE = 20_000  # children of one transaction
_SAME = ("full_name", "birth_date", "sex", "personal_number", "father_name", "mother_name", "hamlet", "ethnicity")


def fill(children: int, *, seed: int, at: datetime) -> None:
    """Enter a city of children in the register, without the lists they came from: a fifth of the time."""
    day = calendar.day_of(at)
    communes = {unit.code: unit.pk for unit in institutions.communes(on=day)}
    source = Source(SourceKind.LIST, f"benchmark:{seed}", "Sổ để đo")
    for code, rows in _by_commune(generate(children, seed).register):
        context = Context(on=day, commune_id=communes[code])
        reads = [reading.read(number, _cells(row)) for number, row in enumerate(rows, 1)]
        register.enrol_many(
            records=[reading.to_record(read, context) for read in reads if read.birth], source=source, by=SYSTEM, at=at
        )  # fmt: skip


def known(children: int, *, seed: int, on: date) -> list[dict[str, str]]:
    """Cells about children of the register, as it has them."""
    draw = random.Random(seed)
    communes = _names(on)
    span = Child.objects.aggregate(first=Min("pk"), last=Max("pk"))
    some = draw.sample(range(span["first"], span["last"] + 1), min(children * 11 // 10, span["last"] - span["first"]))
    return [
        {
            "full_name": row.full_name, "birth_date": row.birth_date.isoformat()[: _WRITTEN[row.birth_precision]], "sex": row.sex,
            "personal_number": row.personal_number, "father_name": row.father_name, "mother_name": row.mother_name, "hamlet": row.hamlet,
            "ethnicity": "", "commune": communes[row.unit_code],
        }
        for row in islice(register_queries.linkage_rows_now(some), children)
    ]  # fmt: skip


def workbook(rows: int, *, seed: int, on: date, known: Sequence[dict[str, str]] = ()) -> bytes:
    """A list of 20 columns: children of many communes whom nobody knows, from a city of their own, and these known ones among them."""
    communes = _names(on)
    fresh = islice(_rows(generate(rows, seed).register), rows - len(known))
    told = [_cells(row) | {"commune": communes[row["list_code"]]} for row in fresh] + list(known)
    random.Random(seed).shuffle(told)
    return child_lists.workbook([_whole(cells, place) for place, cells in enumerate(told, 1)], fields=child_lists.TWENTY)


def _cells(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(row[name] or "") for name in _SAME}


def _whole(cells: dict[str, str], place: int) -> dict[str, str]:
    cells, year = dict(cells), cells["birth_date"][:4] or "2015"
    commune = cells.pop("commune")
    return child_lists.row(
        **cells | {"number": str(place), "birth_date": "/".join(reversed(cells["birth_date"].split("-")))},
        father_birth=str(int(year) - 28), mother_birth=str(int(year) - 25), phone=f"0900{place % 1_000_000:06d}",
        permanent=commune, current=commune, school_state="Đang học" if year < "2020" else "", note="",
    )  # fmt: skip


def _names(on: date) -> dict[str, str]:
    return {unit.code: unit.name for unit in institutions.communes(on=on)}


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=AT_ONCE):
        yield from batch.to_pylist()


def _by_commune(table: pa.Table) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The rows of each commune, at most `AT_ONCE` at a time; the table has one commune after the other."""
    some: list[dict[str, Any]] = []
    for row in _rows(table):
        if some and (row["list_code"] != some[0]["list_code"] or len(some) == AT_ONCE):
            yield some[0]["list_code"], some
            some = []
        some.append(row)
    if some:
        yield some[0]["list_code"], some
