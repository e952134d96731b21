"""Files of records: Parquet or CSV, read column by column. What cannot be read is refused with file, place and remedy."""

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
class Table:
    """One file of records, opened. Columns of Parquet are read when asked for."""

    path: Path
    names: tuple[str, ...]
    rows: int
    source: pq.ParquetFile | pa.Table

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
            return self.source.read(columns=[name], use_threads=False).column(0)
        except (pa.ArrowException, OSError) as error:
            raise BadFile(f"Tệp “{self.path.name}” hỏng ở cột “{name}”: không đọc được. Hãy lấy lại tệp từ nơi gửi.") from error


def open_table(path: Path) -> Table:
    """A Parquet file (any compression) or a CSV file in UTF-8 with a header line."""
    if not path.is_file():
        raise BadFile(f"Không có tệp “{path}”. Xem lại đường dẫn.")
    if path.stat().st_size == 0:
        raise BadFile(f"Tệp “{path.name}” rỗng. Cần tệp có ít nhất một bản ghi.")
    with path.open("rb") as file:
        parquet = file.read(4) == b"PAR1"
    if parquet or path.suffix.lower() in (".parquet", ".pq"):
        try:
            source = pq.ParquetFile(path)
        except (pa.ArrowException, OSError) as error:
            raise BadFile(f"Tệp “{path.name}” không phải Parquet nguyên vẹn. Hãy lấy lại tệp từ nơi gửi.") from error
        names = source.schema_arrow.names
        if len(set(names)) < len(names):
            raise BadFile(f"Tệp “{path.name}” có hai cột cùng tên: {', '.join(names)}.")
        return Table(path, tuple(names), source.metadata.num_rows, source)
    return _csv(path)


def _csv(path: Path) -> Table:
    options = pyarrow.csv.ParseOptions(newlines_in_values=True, delimiter=_delimiter(path))
    try:
        with pyarrow.csv.open_csv(path, parse_options=options) as reader:
            names = reader.schema.names
        convert = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
        table = pyarrow.csv.read_csv(path, parse_options=options, convert_options=convert)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise BadFile(f"Tệp “{path.name}” không đọc được như CSV (UTF-8, có dòng tiêu đề): {str(error).splitlines()[0]}") from error
    if len(set(table.column_names)) < len(table.column_names):
        raise BadFile(f"Tệp “{path.name}” có hai cột cùng tên ở dòng tiêu đề: {', '.join(table.column_names)}.")
    table = table.rename_columns([name.strip().removeprefix("\ufeff") for name in table.column_names])
    return Table(path, tuple(table.column_names), table.num_rows, table)


def _delimiter(path: Path) -> str:
    with path.open("rb") as file:
        head = file.readline()
    return max(",;\t", key=lambda sign: head.count(sign.encode()))


def identifiers(table: Table, model: Model) -> pa.Array:
    """The record ids, checked: the column stands, no id is empty, none occurs twice; and the columns the model cannot do without stand."""
    file = table.path.name
    for name in (model.id_column, *model.required):
        if name not in table.names:
            raise BadFile(f"Tệp “{file}” không có cột “{name}” mà mô hình “{model.name}” cần. Các cột đang có: {', '.join(table.names)}.")
    if not any(c.column in table.names for c in model.comparisons):
        raise BadFile(f"Tệp “{file}” không có cột nào của mô hình “{model.name}”: {', '.join(c.column for c in model.comparisons)}.")
    if table.rows == 0:
        raise BadFile(f"Tệp “{file}” không có bản ghi nào. Cần tệp có ít nhất một bản ghi.")
    ids = text_column(table.column(model.id_column), length=table.rows)
    empty = pc.index(ids, "").as_py()
    if empty >= 0:
        raise BadFile(f"Tệp “{file}”, bản ghi thứ {empty + 1}: cột “{model.id_column}” trống. Mỗi bản ghi cần một mã riêng.")
    hashes = np.sort(text_hashes(ids))
    if (hashes[1:] == hashes[:-1]).any() and pc.count_distinct(ids).as_py() < table.rows:
        counts = pc.value_counts(ids)
        double = counts.filter(pc.greater(counts.field("counts"), 1))[0].as_py()
        raise BadFile(
            f"Tệp “{file}”: mã “{double['values']}” ở cột “{model.id_column}” có ở {double['counts']} bản ghi. "
            "Mỗi bản ghi cần một mã riêng."
        )
    return ids
