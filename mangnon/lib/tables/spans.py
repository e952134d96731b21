"""Merged ranges as they are met in a sheet, bounded: those over several rows speak of every row, so none of them may be lost."""

from mangnon.lib.tables import limits
from mangnon.lib.tables.refusing import UnreadableFile


class Spans(list[tuple[int, int, int, int]]):
    """First row and column, last row and column, counted from 1. Of ranges within one row only the first are kept."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self._name, self._title = name, title
        self._flat = 0

    def add(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        if last_row <= first_row:
            self._flat += 1
            if self._flat > limits.FLAT_SPANS:
                return
        elif len(self) >= limits.SPANS:
            raise UnreadableFile(
                f"Tệp “{self._name}” có quá nhiều ô gộp ở trang “{self._title}”. Bỏ gộp ô (Merge & Center), điền đủ từng dòng rồi gửi lại."
            )
        self.append((first_row, first_column, last_row, last_column))
