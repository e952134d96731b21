"""The cells of one line, read by kind; what cannot be read is noted with its column and what to do."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from mangnon.institutions.records import Problem
from mangnon.lib import vietnamese


class Cells:
    """One line of a file."""

    def __init__(self, file: str, line: int, row: Mapping[str, str]) -> None:
        self.file, self.line, self._row = file, line, row
        self.problems: list[Problem] = []

    @property
    def values(self) -> Mapping[str, str]:
        """The line as read."""
        return self._row

    def accepted[T](self, row: T, problems: list[Problem]) -> T | None:
        """The row if every cell could be read; else its problems go to the list."""
        problems += self.problems
        return None if self.problems else row

    def text(self, column: str, *, required: bool = False, longest: int = 2_000) -> str:
        value = vietnamese.clean(self._row.get(column) or "")
        if required and not value:
            self.note(column, "Ô trống. Điền giá trị.")
        if len(value) > longest:
            self.note(column, f"Dài {len(value)} ký tự, quá {longest}. Viết ngắn lại.")
        return value

    def code(self, column: str, *, required: bool = True, lengths: int | None = None) -> str:
        value = self.text(column, required=required)
        if value and (not value.isascii() or not value.isdigit() or len(value) not in ((lengths,) if lengths else (2, 3, 5))):
            wanted = f"{lengths} chữ số" if lengths else "2, 3 hoặc 5 chữ số"
            self.note(column, f"“{value}” không phải mã đơn vị hành chính. Mã có {wanted}, giữ số 0 ở đầu.")
        return value

    def day(self, column: str, *, required: bool = False) -> date | None:
        value = self.text(column, required=required)
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.note(column, f"“{value}” không phải ngày. Ghi dạng năm-tháng-ngày, ví dụ 2025-07-01.")
            return None

    def one_of(self, column: str, among: Mapping[str, str]) -> str | None:
        value = self.text(column)
        if value not in among:
            self.note(column, f"“{value}” không có trong danh mục. Ghi một trong: {', '.join(key or '(để trống)' for key in among)}.")
            return None
        return str(among[value])

    def several(self, column: str, *, among: Iterable[str] = ()) -> tuple[str, ...]:
        values = tuple(part for part in (vietnamese.clean(part) for part in (self._row.get(column) or "").split(";")) if part)
        allowed = tuple(among)
        if allowed and (unknown := [value for value in values if value not in allowed]):
            self.note(column, f"“{', '.join(unknown)}” không có trong danh mục. Ghi các giá trị trong: {', '.join(allowed)}.")
        return values

    def decimal(self, column: str) -> Decimal | None:
        value = self.text(column)
        try:
            return Decimal(value) if value else None
        except InvalidOperation:
            self.note(column, f"“{value}” không phải số. Dùng dấu chấm cho phần thập phân.")
            return None

    def integer(self, column: str) -> int | None:
        value = self.text(column)
        if value and not (value.isascii() and value.isdigit()):
            self.note(column, f"“{value}” không phải số nguyên. Chỉ ghi chữ số.")
            return None
        return int(value) if value else None

    def flag(self, column: str) -> bool:
        value = self.text(column)
        if value not in {"", "0", "1"}:
            self.note(column, f"“{value}” không hợp lệ. Ghi 1 (có), 0 hoặc để trống (không).")
        return value == "1"

    def acts(self, column: str) -> str:
        """Acts of the State, "202/2025/QH15; 1668/NQ-UBTVQH15" → "Nghị quyết 202/2025/QH15; Nghị quyết 1668/NQ-UBTVQH15"."""
        parts = [vietnamese.clean(part) for part in (self._row.get(column) or "").split(";")]
        return "; ".join(f"Nghị quyết {part}" if re.match(r"\d+/", part) else part for part in parts if part)

    def note(self, column: str, message: str) -> None:
        """Something wrong in a column."""
        self.problems.append(Problem(self.file, self.line, column, message))
