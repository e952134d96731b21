"""Reading a population snapshot: Parquet or CSV with the columns of the linkage contract."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from mangnon.lib import vietnamese
from mangnon.lib.refusals import Refusal

REQUIRED = ("record_id", "full_name")
OPTIONAL = ("birth_date", "sex", "personal_number", "father_name", "mother_name", "commune_code", "hamlet", "household_id")
_BIRTH = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CHUNK = 50_000


class NotASnapshot(Refusal):
    """The file is no population snapshot; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class PersonRow:
    """One row of the file, as text; an empty field is "". Birth is None when missing or unreadable."""

    record_id: str
    full_name: str
    birth_date: date | None
    birth_precision: str
    sex: str
    personal_number: str
    father_name: str
    mother_name: str
    commune_code: str
    hamlet: str
    household_id: str


def read(path: Path) -> pa.Table:
    """The table of a .parquet or .csv file, every column text. Raises NotASnapshot."""
    if not path.is_file():
        raise NotASnapshot(f"Không có tệp {path}. Xem lại đường dẫn.")
    if path.suffix.lower() not in {".parquet", ".csv"}:
        raise NotASnapshot(f"Tệp {path.name} không phải .parquet hay .csv. Xuất lại bản trích theo một trong hai dạng này.")
    try:
        table = _parquet(path) if path.suffix.lower() == ".parquet" else _csv(path)
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError) as error:
        raise NotASnapshot(f"Không đọc được tệp {path.name}. Tệp có thể hỏng hoặc không phải UTF-8; xuất lại rồi thử lại.") from error
    missing = [name for name in REQUIRED if name not in table.column_names]
    if missing:
        raise NotASnapshot(f"Tệp {path.name} thiếu cột {', '.join(missing)}. Bản trích cần ít nhất mã bản ghi và họ tên.")
    if not table.num_rows:
        raise NotASnapshot(f"Tệp {path.name} không có dòng nào.")
    ids = table["record_id"]
    if ids.null_count or pc.count_distinct(ids).as_py() != table.num_rows:
        raise NotASnapshot(f"Tệp {path.name} có mã bản ghi trống hoặc lặp lại ở cột record_id. Mỗi người cần một mã riêng.")
    return table


def rows(table: pa.Table) -> Iterator[PersonRow]:
    """The rows one by one, cleaned; memory stays bounded."""
    for batch in table.to_batches(max_chunksize=_CHUNK):
        columns = {name: batch.column(name).to_pylist() for name in batch.schema.names}
        blank = [None] * batch.num_rows
        ordered = [columns.get(name, blank) for name in (*REQUIRED, *OPTIONAL)]
        for record_id, full_name, birth, sex, number, father, mother, commune, hamlet, household in zip(*ordered, strict=True):
            day, precision = read_birth(birth or "")
            yield PersonRow(
                record_id=record_id, full_name=vietnamese.clean(full_name or ""), birth_date=day, birth_precision=precision, sex=sex or "",
                personal_number=re.sub(r"\D", "", number or ""), father_name=vietnamese.clean(father or ""),
                mother_name=vietnamese.clean(mother or ""), commune_code=commune or "", hamlet=vietnamese.clean(hamlet or ""),
                household_id=household or "",
            )  # fmt: skip


def read_birth(text: str) -> tuple[date | None, str]:
    """A birth date as ISO text, which may be YYYY or YYYY-MM, with how much of it is known."""
    found = _BIRTH.fullmatch(text.strip())
    if not found:
        return None, "day"
    year, month, day = found.groups()
    try:
        return date(int(year), int(month or 1), int(day or 1)), "day" if day else "month" if month else "year"
    except ValueError:
        return None, "day"


def _parquet(path: Path) -> pa.Table:
    file = pyarrow.parquet.ParquetFile(path)
    known = [name for name in file.schema_arrow.names if name in {*REQUIRED, *OPTIONAL}]
    table = file.read(columns=known)
    return table.cast(pa.schema([(name, pa.string()) for name in table.column_names]))


def _csv(path: Path) -> pa.Table:
    with path.open(encoding="utf-8-sig") as file:
        header = file.readline().rstrip("\r\n").split(",")
    names = [name.strip().strip('"') for name in header]
    known = [name for name in names if name in {*REQUIRED, *OPTIONAL}]
    return pyarrow.csv.read_csv(
        path,
        read_options=pyarrow.csv.ReadOptions(column_names=names, skip_rows=1),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(known, pa.string()), include_columns=known, strings_can_be_null=True, quoted_strings_can_be_null=True
        ),
    )
