"""Files of records: Parquet or CSV, read column by column. What cannot be read is refused with file, place and remedy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from mangnon.lib.refusals import Refusal
from mangnon.linkage.engine.columns import text_column, text_hashes
from mangnon.linkage.engine.model import Model


class BadFile(Refusal):
    """A file of records that cannot be used."""


@dataclass(frozen=True)
class Span:
    """Rows of a Parquet file that stand in one of its row groups. `broken` are columns of numbers that are not whole everywhere in the
    file: whether 7.0 reads as 7 is asked of the whole column."""

    group: int
    start: int  # in the row group
    rows: int
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Table:
    """One file of records, opened, or a span of it. Columns of Parquet are read when asked for."""

    path: Path
    names: tuple[str, ...]
    rows: int
    source: pq.ParquetFile | pa.Table
    span: Span | None = None

    def column(self, name: str) -> pa.ChunkedArray | None:
        """A column, or None when the file has none of that name."""
        if name not in self.names:
            return None
        if isinstance(self.source, pa.Table):
            return self.source.column(name)
        kind = self.source.schema_arrow.field(name).type
        if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
            raise BadFile(f"Tệp “{self.path.name}”: cột “{name}” kiểu {kind} không so sánh được. Hãy ghi cột đó thành chuỗi.")
        try:
            if self.span is None:
                return self.source.read(columns=[name], use_threads=False).column(0)
            column = self.source.read_row_group(self.span.group, columns=[name], use_threads=False).column(0)
            column = column.slice(self.span.start, self.span.rows)
            return column.cast(pa.string()) if name in self.span.broken else column
        except (pa.ArrowException, OSError) as error:
            raise BadFile(f"Tệp “{self.path.name}” hỏng ở cột “{name}”: không đọc được. Hãy lấy lại tệp từ nơi gửi.") from error


def open_table(path: Path) -> Table:
    """A Parquet file (any compression) or a CSV file in UTF-8 with a header line."""
    if not is_parquet(path):
        return _csv(path)
    try:
        source = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise BadFile(f"Tệp “{path.name}” không phải Parquet nguyên vẹn. Hãy lấy lại tệp từ nơi gửi.") from error
    names = source.schema_arrow.names
    if len(set(names)) < len(names):
        raise BadFile(f"Tệp “{path.name}” có hai cột cùng tên: {', '.join(names)}.")
    return Table(path, tuple(names), source.metadata.num_rows, source)


def is_parquet(path: Path) -> bool:
    """Whether the file says so by its first bytes or its name; what is not Parquet is CSV. A file that is absent or empty is refused."""
    if not path.is_file():
        raise BadFile(f"Không có tệp “{path}”. Xem lại đường dẫn.")
    if path.stat().st_size == 0:
        raise BadFile(f"Tệp “{path.name}” rỗng. Cần tệp có ít nhất một bản ghi.")
    with path.open("rb") as file:
        return file.read(4) == b"PAR1" or path.suffix.lower() in (".parquet", ".pq")


def _csv(path: Path) -> Table:
    with _told(path):
        parse, convert, names = _csv_form(path)
        table = pyarrow.csv.read_csv(path, parse_options=parse, convert_options=convert).rename_columns(names)
    return Table(path, tuple(names), table.num_rows, table)


def to_parquet(path: Path, target: Path) -> None:
    """A CSV file as Parquet, read and written piece by piece."""
    with _told(path):
        parse, convert, names = _csv_form(path)
        reader = pyarrow.csv.open_csv(path, parse_options=parse, convert_options=convert)
    schema = pa.schema([(name, pa.string()) for name in names])
    with reader, pq.ParquetWriter(target, schema) as writer:
        while True:
            with _told(path):
                batch = next(iter(reader), None)
            if batch is None:
                break
            writer.write_batch(batch.rename_columns(names))


def _csv_form(path: Path) -> tuple[pyarrow.csv.ParseOptions, pyarrow.csv.ConvertOptions, list[str]]:
    """How to read the file, and the names of its columns."""
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True, delimiter=_delimiter(path))
    with pyarrow.csv.open_csv(path, parse_options=parse) as reader:
        names = reader.schema.names
    if len(set(names)) < len(names):
        raise BadFile(f"Tệp “{path.name}” có hai cột cùng tên ở dòng tiêu đề: {', '.join(names)}.")
    convert = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
    return parse, convert, [name.strip().removeprefix("\ufeff") for name in names]


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the reader of CSV could not read, as a refusal."""
    try:
        yield
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise BadFile(f"Tệp “{path.name}” không đọc được như CSV (UTF-8, có dòng tiêu đề): {str(error).splitlines()[0]}") from error


def _delimiter(path: Path) -> str:
    with path.open("rb") as file:
        head = file.readline()
    return max(",;\t", key=lambda sign: head.count(sign.encode()))


def check_columns(table: Table, model: Model) -> None:
    """Refuse a file without records or without the columns the model cannot do without."""
    file = table.path.name
    for name in (model.id_column, *model.required):
        if name not in table.names:
            raise BadFile(f"Tệp “{file}” không có cột “{name}” mà mô hình “{model.name}” cần. Các cột đang có: {', '.join(table.names)}.")
    if not any(c.column in table.names for c in model.comparisons):
        raise BadFile(f"Tệp “{file}” không có cột nào của mô hình “{model.name}”: {', '.join(c.column for c in model.comparisons)}.")
    if table.rows == 0:
        raise BadFile(f"Tệp “{file}” không có bản ghi nào. Cần tệp có ít nhất một bản ghi.")


def identifiers(table: Table, model: Model) -> pa.Array:
    """The record ids, checked: the columns needed stand, no id is empty, none occurs twice."""
    check_columns(table, model)
    ids = text_column(table.column(model.id_column), length=table.rows)
    if pc.min(pc.binary_length(ids)).as_py() == 0:
        empty = pc.index(ids, "").as_py()
        raise no_id(table.path, empty, model)
    hashes = np.sort(text_hashes(ids))
    if (hashes[1:] == hashes[:-1]).any() and pc.count_distinct(ids).as_py() < table.rows:
        counts = pc.value_counts(ids)
        double = counts.filter(pc.greater(counts.field("counts"), 1))[0].as_py()
        raise same_id(table.path, double["values"], double["counts"], model)
    return ids


def no_id(path: Path, row: int, model: Model) -> BadFile:
    """The refusal of an empty id; rows count from 0."""
    return BadFile(f"Tệp “{path.name}”, bản ghi thứ {row + 1}: cột “{model.id_column}” trống. Mỗi bản ghi cần một mã riêng.")


def same_id(path: Path, value: str, count: int, model: Model) -> BadFile:
    """The refusal of an id that stands at several records."""
    return BadFile(f"Tệp “{path.name}”: mã “{value}” ở cột “{model.id_column}” có ở {count} bản ghi. Mỗi bản ghi cần một mã riêng.")
