"""A file of rows opened safely: parsed in a process of its own with little memory, read here a piece at a time."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from mangnon.lib.tables import limits, own_column, spool
from mangnon.lib.tables.refusing import COPY, UnreadableFile, broken
from mangnon.lib.tables.spool import Row
from mangnon.lib.tables.texts import visible_text

_ROOT = str(Path(__file__).resolve().parents[3])
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[2]); from mangnon.lib.tables import sandbox; sandbox.main()"
_ENDINGS = {"xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"), "xls": (".xls", ".xlt"), "ods": (".ods", ".ots"), "csv": (".csv", ".txt", ".tsv")}
_TITLES = {"xlsx": "Excel .xlsx", "xls": "Excel cũ .xls", "ods": "OpenDocument .ods", "csv": "chữ .csv"}


@dataclass(frozen=True)
class Span:
    """A merged range: first and last row and column, counted from 1 as Excel does."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """A sheet: how many rows have something in them, how many columns the widest has, what is merged, what is hidden (from 1), how many
    rows are, whether a cell is struck out, the last row in which one has something besides its text, and the columns (from 0) all of
    whose days are of the first twelve of their month, with how many there are; of a
    text file some of whose rows have more cells than the others, how many those have.
    """

    name: str
    hidden: bool
    row_count: int
    column_count: int = 0
    merged: tuple[Span, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden_rows: int = 0
    struck: bool = False
    beside: int = 0
    early_days: Mapping[int, int] = field(default_factory=dict)
    wider_than: int = 0


class Workbook:
    """The sheets of a file and, as often as wanted, their rows. Its rows lie in a file without a name, gone when this is closed."""

    def __init__(self, name: str, about: dict[str, Any], file: IO[bytes]) -> None:
        self.name = name
        self.kind: str = about["kind"]
        self.encoding: str = about.get("encoding", "")
        self.notes: tuple[str, ...] = tuple(about["notes"])
        self.peak_kib: int = about["peak_kib"]
        self._file = file
        self._frames = {sheet["name"]: sheet["frames"] for sheet in about["sheets"]}
        self.sheets = tuple(
            Sheet(
                name=sheet["name"], hidden=sheet["hidden"], row_count=sheet["rows"], column_count=sheet["columns"],
                merged=tuple(Span(*span) for span in sheet["merged"]), hidden_columns=tuple(sheet["hidden_columns"]),
                hidden_rows=sheet["hidden_rows"], struck=sheet.get("struck", False), beside=sheet.get("beside", 0),
                early_days=dict(sheet.get("early_days", ())), wider_than=sheet.get("wider_than", 0),
            )
            for sheet in about["sheets"]
        )  # fmt: skip

    def rows(self, sheet_name: str) -> Iterator[Row]:
        """The rows of a sheet that have something in them, top to bottom, without the column we add to lists. One walk at a time."""
        return own_column.without(spool.rows(self._file, self._frames[sheet_name]))  # type: ignore[arg-type]

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_table(content: bytes, *, name: str) -> Workbook:
    """Read .xlsx, .xlsm, .xls, .ods or .csv; which one is decided by the content, never by the name.

    Texts come as a person sees them, but in the encoding they were typed in (`lib.legacy_text` reads old fonts). Raises UnreadableFile
    with a Vietnamese sentence.
    """
    name = short(name)
    rows = tempfile.TemporaryFile(prefix="mangnon-")  # noqa: SIM115  the workbook closes it
    try:
        with tempfile.TemporaryFile(prefix="mangnon-") as source:
            source.write(content)
            source.seek(0)
            parse(source, rows, name)
        about = description(rows, name)
        about["notes"] = [*_said_of_the_name(name, about["kind"]), *about["notes"]]
        return Workbook(name, about, rows)
    except BaseException:
        rows.close()
        raise


def ending(name: str, kind: str) -> str:
    """The ending a file of a kind must have, its own if it is one of them."""
    return next((each for each in _ENDINGS[kind] if name.lower().endswith(each)), _ENDINGS[kind][0])


def short(name: str) -> str:
    """A name of a file as sentences carry it."""
    return name.replace("\0", "")[-200:] or "không tên"


def description(spooled: IO[bytes], name: str) -> dict[str, Any]:
    """What the process that parses said of a file. Raises UnreadableFile."""
    about = spool.description(spooled)  # type: ignore[arg-type]
    if about is None:
        raise broken(name)
    if "refused" in about:
        raise UnreadableFile(about["refused"])
    return about


def parse(source: IO[bytes], rows: IO[bytes], name: str, told: IO[bytes] | None = None) -> None:
    """Run the process that parses over a file; `told` are marks to write into it."""
    marks = told.fileno() if told else 0
    wanted = json.dumps({"name": name, "memory": limits.MEMORY, "seconds": limits.PROCESSOR_SECONDS, "marks": marks})
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-X", "utf8", "-c", _PROGRAM, wanted, _ROOT],
            stdin=source, stdout=rows, stderr=subprocess.DEVNULL, timeout=limits.WALL_SECONDS, env={}, cwd="/", check=False,
            pass_fds=(marks,) if marks else (),
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise _too_slow(name) from error
    if done.returncode in (-24, -9):  # SIGXCPU, SIGKILL
        raise _too_slow(name)
    if done.returncode != 0:
        raise UnreadableFile(f"Không đọc được tệp “{name}”: tệp hỏng, hoặc được tạo để làm treo máy. {COPY}")


def _too_slow(name: str) -> UnreadableFile:
    return UnreadableFile(f"Đọc tệp “{name}” mất quá lâu, không giống một danh sách. Chia danh sách thành nhiều tệp nhỏ hơn rồi gửi lại.")


def _said_of_the_name(name: str, kind: str) -> list[str]:
    if name.lower().endswith(_ENDINGS[kind]):
        return []
    return [f"Tệp “{name}” thực ra là dạng {_TITLES[kind]}, đã đọc theo đúng dạng đó."]


@dataclass(frozen=True)
class SheetRows:
    """A sheet: its name and its rows as text. The first row of the list is row 1 of the sheet."""

    name: str
    rows: list[list[str]]


def read_workbook(content: bytes, *, name: str) -> list[SheetRows]:
    """All visible sheets that hold anything, whole. Raises UnreadableFile with a Vietnamese sentence."""
    with open_table(content, name=name) as workbook:
        visible = [sheet for sheet in workbook.sheets if not sheet.hidden] or list(workbook.sheets)
        sheets = []
        for sheet in visible:
            rows: list[list[str]] = []
            for row in workbook.rows(sheet.name):
                rows += [[] for _ in range(row.number - 1 - len(rows))]
                rows.append([visible_text(text) for text in row.cells])
            width = max(map(len, rows), default=0)
            sheets.append(SheetRows(sheet.name, [cells + [""] * (width - len(cells)) for cells in rows]))
    sheets = [sheet for sheet in sheets if any(any(row) for row in sheet.rows)]
    if not sheets:
        raise UnreadableFile(f"Tệp “{name}” không có dòng nào. Xem lại đúng tệp chưa.")
    return sheets
