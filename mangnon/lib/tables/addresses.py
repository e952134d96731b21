"""Addresses of cells: "AB12" and numbers."""

import re

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,7})\$?(\d{1,10})")


def column_number(letters: str) -> int:
    """ "A" → 1, "XFD" → 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 → "A", 16384 → "XFD"."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place(address: str) -> tuple[int, int] | None:
    """ "B3" → (3, 2): row and column; None for anything else."""
    found = _ADDRESS.fullmatch(address)
    return (int(found[2]), column_number(found[1])) if found else None


def span(text: str) -> tuple[int, int, int, int] | None:
    """ "A1:C2" → (1, 1, 2, 3): first row and column, last row and column."""
    first, _, last = text.partition(":")
    begin, end = place(first), place(last or first)
    return (*begin, *end) if begin and end else None
