"""The city as files: a child list per commune as wards send them, the population snapshot, the register as one table, the truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from mangnon.cli.city.city import City
from mangnon.cli.city.people import REFERENCE_DAY
from mangnon.intake.formats import Format, named
from mangnon.intake.formats.child_list import CODE as FORMAT
from mangnon.lib import tables, vietnamese
from mangnon.register.vocabulary.circumstances import CLAUSES, RISK_LABELS
from mangnon.register.vocabulary.people import HelpKind, SchoolState

AS_OF = date(2026, 11, 15)
_CREATED = datetime(2026, 11, 15, tzinfo=UTC)
_VARIED = ("full_name", "birth_date", "personal_number", "hamlet", "father_name", "mother_name")  # headings wards word in their own way
_SCHOOL_AGE = 6


@dataclass(frozen=True)
class ChildList:
    """The list of one commune: its code, the name of the file, the workbook, how many rows."""

    commune_code: str
    name: str
    content: bytes
    rows: int


def child_lists(city: City) -> Iterator[ChildList]:
    """A workbook for every commune, in the order of codes."""
    for code in sorted(pc.unique(city.register["list_code"]).to_pylist()):
        yield child_list(city, code)


def child_list(city: City, commune_code: str) -> ChildList:
    """The workbook of one commune in the format of child lists."""
    rows = city.register.filter(pc.equal(city.register["list_code"], commune_code)).to_pylist()
    form, name = named(FORMAT), _name_of(commune_code)
    layout = tables.SheetLayout(
        name="Danh sách",
        heading=(f"ỦY BAN NHÂN DÂN {name.upper()}", "DANH SÁCH TRẺ EM", f"Tính đến ngày {vietnamese.short_date(AS_OF)}"),
        columns=tuple(_column(form, column.field, int(commune_code)) for column in form.columns),
        rows=[[_cell(column.field, number, row) for column in form.columns] for number, row in enumerate(rows, start=1)],
    )
    file_name = f"{commune_code}-{vietnamese.fold(name).replace(' ', '-')}.xlsx"
    return ChildList(commune_code, file_name, tables.write_workbook([layout], created=_CREATED), len(rows))


def write(city: City, folder: Path) -> list[Path]:
    """Everything into a folder: lists/*.xlsx, register.parquet, population.parquet, truth.parquet, doubles.parquet."""
    (folder / "lists").mkdir(parents=True, exist_ok=True)
    written = []
    for one in child_lists(city):
        path = folder / "lists" / one.name
        path.write_bytes(one.content)
        written.append(path)
    for name in ("register", "population", "truth", "doubles"):
        written.append(write_table(getattr(city, name), folder / f"{name}.parquet"))
    return written


def write_table(table: pa.Table, path: Path) -> Path:
    """One table as Parquet."""
    pq.write_table(table, path, compression="zstd")
    return path


def _name_of(commune_code: str) -> str:
    from mangnon.cli.city.places import places

    where = places()
    return where.names[list(where.codes).index(int(commune_code))]


def _column(form: Format, field: str, commune: int) -> tables.ColumnLayout:
    column = form.column(field)
    title = column.also[0] if field in _VARIED and commune % 3 == 0 else column.title
    return tables.ColumnLayout(title=title, width=column.width, required=column.required)


def _cell(field: str, number: int, row: dict[str, object]) -> str:
    if field in _CELLS:
        return _CELLS[field](number, row)
    value = row.get(field)
    return value if isinstance(value, str) else ""


def _birth(_: int, row: dict[str, object]) -> str:
    """05/06/2022, 5/6/2022 or 05-06-2022 by the officer's habit; 06/2022 and 2022 where no more is known."""
    parts = str(row["birth_date"]).split("-")[::-1]
    habit = int(str(row["officer"])) % 5
    if habit == 1:
        parts = [part.lstrip("0") for part in parts]
    return ("-" if habit == 2 and len(parts) == 3 else "/").join(parts)


def _circumstances(_: int, row: dict[str, object]) -> str:
    return "; ".join(CLAUSES[key].label for key in _several(row["circumstances"]))


def _risks(_: int, row: dict[str, object]) -> str:
    """Poverty has a column of its own."""
    return "; ".join(RISK_LABELS[int(number)] for number in _several(row["risks"]) if number != "1")


def _help(_: int, row: dict[str, object]) -> str:
    if not row["assisted"]:
        return ""
    kinds = [HelpKind.ALLOWANCE] if row["circumstances"] else [HelpKind.HEALTH]
    if row["poverty"] and row["schooling"]:
        kinds.append(HelpKind.EDUCATION)
    return "; ".join(kind.label for kind in kinds)


def _school_state(_: int, row: dict[str, object]) -> str:
    born = int(str(row["birth_date"])[:4])
    if row["schooling"]:
        return SchoolState.ATTENDING.label
    return SchoolState.LEFT.label if REFERENCE_DAY.astype("datetime64[Y]").astype(int) + 1970 - born > _SCHOOL_AGE else ""


def _several(value: object) -> list[str]:
    return str(value).split(";") if value else []


_CELLS = {
    "number": lambda number, row: str(number),
    "birth_date": _birth,
    "permanent": lambda number, row: str(row["commune_name"]),
    "circumstances": _circumstances,
    "risks": _risks,
    "help": _help,
    "school_level": lambda number, row: str(row["schooling"]),
    "school_state": _school_state,
}
