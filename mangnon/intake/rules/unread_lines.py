"""Lines among the children of a list that nobody understands, as the list tells of them beside the sheets it leaves out."""

from collections.abc import Iterable, Sequence

from mangnon.intake.rules import numbering

WHY = "không hiểu là dòng trẻ"
MANY = "còn những dòng khác không hiểu là dòng trẻ"
MOST = 12  # of one list


def told(left_out: Sequence[Sequence[str]], sheet: str, rows: Iterable[int]) -> list[list[str]]:
    """What a list leaves out with these rows of a sheet, lines under one another as one: "Trẻ, dòng 8–9". Of a list with many the rest is
    only said to be.
    """
    found = [list(one) for one in left_out]
    for first, last in _stretches(rows):
        if sum(why == WHY for _, why in found) >= MOST:
            return found if found[-1][1] == MANY else [*found, [sheet, MANY]]
        found.append([f"{sheet}, dòng {first}" + (f"–{last}" if last > first else ""), WHY])
    return found


def _stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The lines, first and last of those that follow one another."""
    found: list[tuple[int, int]] = []
    for line in map(numbering.line, rows):
        if found and found[-1][1] == line - 1:
            found[-1] = found[-1][0], line
        else:
            found.append((line, line))
    return found
