"""A register to import into, and a list to import: children as wards write them, spelling mistakes and double entries included."""

import random
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

import pyarrow as pa

from mangnon.accounts.records import SYSTEM
from mangnon.cli.city.city import generate
from mangnon.institutions import queries as institutions
from mangnon.intake.records import Context
from mangnon.intake.rules import reading
from mangnon.lib import calendar
from mangnon.register import operations as register
from mangnon.register.records import Source
from mangnon.register.vocabulary.people import SourceKind
from tests.factories import child_lists

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


def workbook(rows: int, *, seed: int, known: int | None, share: float = 0.3) -> bytes:
    """A list of 20 columns: children nobody knows from one city and, with `known`, a share of the city the register was filled with."""
    draw = random.Random(seed)
    fresh = [_cells(row) for row in islice(_rows(generate(rows, seed).register), rows)]
    if known is not None:
        old = draw.sample([_cells(row) for row in islice(_rows(generate(rows, known).register), rows)], int(rows * share))
        fresh = fresh[: rows - len(old)] + old
    draw.shuffle(fresh)
    return child_lists.workbook([_whole(cells, place) for place, cells in enumerate(fresh, 1)], fields=child_lists.TWENTY)


def _cells(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(row[name] or "") for name in _SAME}


def _whole(cells: dict[str, str], place: int) -> dict[str, str]:
    year = cells["birth_date"][:4] or "2015"
    return child_lists.row(
        **cells | {"number": str(place), "birth_date": "/".join(reversed(cells["birth_date"].split("-")))},
        father_birth=str(int(year) - 28), mother_birth=str(int(year) - 25), phone=f"0900{place % 1_000_000:06d}",
        permanent="Phường Cái Khế", current="Phường Cái Khế", school_state="Đang học" if year < "2020" else "", note="",
    )  # fmt: skip


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
