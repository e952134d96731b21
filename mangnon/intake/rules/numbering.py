"""Numbers of the rows of a list whose file holds several blocks: the row of its sheet, and as many rows as a sheet can have for each
strand of rows before. A list in one sheet has the numbers its sender sees.
"""

STRIDE = 1 << 20  # rows a sheet can have


def number(strand: int, line: int) -> int:
    """Where a row stands in the list. Blocks under one another are one strand; each sheet, each table beside another is one more."""
    return strand * STRIDE + line


def line(number: int) -> int:
    """The row of the sheet, as Excel counts."""
    return (number - 1) % STRIDE + 1
