"""What a file says of its own looks: lines that tell what the colour of a row means, rows and columns hidden from whoever prints it."""

import re
from collections.abc import Callable, Iterable, Sequence

from mangnon.lib.tables import Sheet
from mangnon.lib.tables.addresses import column_letters

_MOST = 300  # letters shown of a line
_WHERE = r"(?:tô|bôi|đánh dấu|màu|mầu|nền|chữ|dòng|hàng|ô)"
_COLOUR = r"(?:vàng|đỏ|xanh|cam|hồng|tím|xám|nâu)"
_LEGEND = re.compile(
    rf"\b{_WHERE}(?: (?:màu|mầu|nền|chữ|bằng|bút))* {_COLOUR}\b|\b(?:to|boi|danh dau) mau\b|\b(?:to|mau|chu) (?:vang|xanh|cam|hong|tim)\b"
    r"|\bmau do\b|\b(?:tô|đánh dấu|có) (?:màu|mầu|đậm)\b|\b(?:dòng|hàng|chữ|ô|tên|trẻ)(?: [^\W\d_]+){0,2} (?:in đậm|in nghiêng|gạch chân)\b"
)
_MEANS = re.compile(r"\s(?:là|la|nghĩa là|gồm|cho|thì|để|=|->|→)\s|[:=→]")


def of_lines(lines: Iterable[Sequence[str]], decode: Callable[[str], str]) -> list[str]:
    """What lines above or below a table say of colours and letters, as sentences: nobody reads those here."""
    found = (text for cells in lines for cell in cells if (text := _legend(decode(cell))))
    return [
        f"Tệp ghi “{text[:_MOST]}”: màu và kiểu chữ không đọc được. Mở tệp, xóa các dòng ấy hoặc ghi bằng chữ ở cột Ghi chú, rồi gửi lại."
        for text in dict.fromkeys(found)
    ]


def _legend(cell: str) -> str:
    text = " ".join(cell.split())
    return text if (found := _LEGEND.search(text.lower())) and _MEANS.search(text.lower(), found.start()) else ""


def of_sheet(sheet: Sheet, read: Iterable[int]) -> list[str]:
    """What of a sheet is hidden though it is read: rows, most often by a filter left on, and columns (from 0)."""
    hidden = [column_letters(place) for place in sheet.hidden_columns if place - 1 in set(read)]
    rows = [f"{sheet.hidden_rows} dòng đang ẩn (có thể do bộ lọc)"] if sheet.hidden_rows else []
    columns = [f"cột {', '.join(hidden)} đang ẩn"] if hidden else []
    return [f"Trang “{sheet.name}” có {', '.join(rows + columns)}, vẫn đọc như phần khác."] if rows or columns else []
