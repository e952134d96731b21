"""Formulas that came to nothing, as their cells show it: "#N/A", "#REF!", "Err:502", the "#####" of a column too narrow for its number."""

import re
from collections.abc import Mapping

_NARROW = re.compile(r"#{2,}")
_ERROR = re.compile(
    r"#\s?(?:N/?A|REF|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|BUSY|UNKNOWN|GETTING_DATA|ERROR)[!?]*|#{2,}|Err:\d{3}",
    re.IGNORECASE,
)


def is_error(text: str) -> bool:
    """Whether a cell shows only that a formula came to nothing."""
    return ("#" in text or text[:3].lower() == "err") and _ERROR.fullmatch(text.strip()) is not None


def failed(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row that show only this: they say nothing of the child."""
    whole = "\n".join(cells.values())
    if "#" not in whole and "rr:" not in whole:
        return {}
    return {name: text for name, text in cells.items() if is_error(text)}


def why(text: str) -> str:
    """What such a text comes from, in words of a sentence."""
    return "cột hẹp nên số, ngày không hiện ra" if _NARROW.fullmatch(text.strip()) else "công thức không ra kết quả"


def advice(text: str) -> str:
    """What is to be done about it."""
    what = "Nới rộng cột" if _NARROW.fullmatch(text.strip()) else "Sửa công thức, chép thành giá trị"
    return f"{what} ở tệp gốc rồi gửi lại; hoặc ghi vào ô này."
