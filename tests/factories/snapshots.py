"""The register as a small table drawn in a test: who lives where, in what circumstance."""

from datetime import date

import numpy as np

from mangnon.lib import calendar
from mangnon.register.records import Snapshot

SEX = {"nam": 1, "nữ": 2, "-": 0}
NUMBER = {"-": 0, "chờ": 1, "sai dạng": 2, "chưa xác thực": 3, "đã xác thực": 4, "không khớp": 5, "đã hủy": 6}
STANDING = {"-": 0, "nghèo": 1, "cận nghèo": 2}
YES = {"có": True, "-": False}
COLUMNS = {"sinh ngày", "giới tính", "nơi ở", "hoàn cảnh", "nguy cơ", "số định danh", "hộ", "trợ giúp"}


def snapshot(table: str, *, on: date) -> tuple[Snapshot, dict[str, int]]:
    """A snapshot drawn as an ASCII table, and the keys given to the places it names.

    Columns may be left out: then a child is a six-year-old of unknown sex in "Cái Khế" with no circumstance, number, standing or help.
    Circumstances are numbers of groups parted by commas; "-" is none.
    """
    rows = parse(table)
    unknown = {key for row in rows for key in row} - COLUMNS - {""}
    if unknown:
        raise ValueError(f"unknown columns: {unknown}")
    places = {name: key for key, name in enumerate(sorted({row.get("nơi ở", "Cái Khế") for row in rows}), start=1)}
    born = [date.fromisoformat(row.get("sinh ngày", f"{on.year - 6}-01-01")) for row in rows]
    return Snapshot(
        on=on,
        child_id=np.arange(1, len(rows) + 1, dtype=np.int64),
        commune_id=np.array([places[row.get("nơi ở", "Cái Khế")] for row in rows], dtype=np.int64),
        sex=np.array([SEX[row.get("giới tính", "-")] for row in rows], dtype=np.int8),
        birth=np.array(born, dtype="datetime64[D]"),
        age=np.array([calendar.age(born=day, on=on) for day in born], dtype=np.int16),
        special_groups=np.array([_bits(row.get("hoàn cảnh", "-")) for row in rows], dtype=np.uint32),
        risk_groups=np.array([_bits(row.get("nguy cơ", "-")) for row in rows], dtype=np.uint32),
        identifier_state=np.array([NUMBER[row.get("số định danh", "-")] for row in rows], dtype=np.int8),
        poverty=np.array([STANDING[row.get("hộ", "-")] for row in rows], dtype=np.int8),
        assisted=np.array([YES[row.get("trợ giúp", "-")] for row in rows], dtype=bool),
        ethnicity=np.zeros(len(rows), dtype=np.int8),
        schooling=np.zeros(len(rows), dtype=np.int8),
    ), places


def parse(table: str) -> list[dict[str, str]]:
    """An ASCII table as rows; the first column, without heading, is the child's name."""
    lines = [line.strip() for line in table.strip().splitlines() if set(line.strip()) - set("-+| ")]
    head = [cell.strip() for cell in lines[0].split("|")]
    return [dict(zip(head, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines[1:]]


def _bits(groups: str) -> int:
    return 0 if groups == "-" else sum(1 << int(group) for group in groups.split(","))
