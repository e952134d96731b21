"""Date columns that a computer set up in English may have swapped in part: 05/03 typed there became the 3rd of May, a day of Excel's, while
25/03 stayed the words it was. In such a column every day in truth is of the first twelve of its month, and the words are of later days.
"""

from collections.abc import Iterable, Mapping

from mangnon.intake.records import Column, ReadRow
from mangnon.intake.rules import dates, month_first

FEWEST = 2  # of either kind: by chance one of them is easily so


def of_block(
    rows: Iterable[ReadRow], places: Mapping[str, int], early_days: Mapping[int, int], columns: Iterable[Column] = ()
) -> dict[str, str]:
    """The columns of a block that may be swapped in part, each with words that show it. `early_days`: by column of the sheet how many days
    it holds, where all are of the first twelve of a month.
    """
    fields = [name for name in month_first.fields(columns) if early_days.get(places.get(name, -1), 0) >= FEWEST]
    if not fields:
        return {}
    late: dict[str, list[str]] = {name: [] for name in fields}
    early = dict.fromkeys(fields, 0)
    for row in rows:
        for name in fields:
            text = row.cells.get(name, "")
            if not text or name in row.corrected:
                continue
            if dates.month_first(text) is False:
                late[name].append(text)
            elif dates.month_first(text) or dates.swapped(text):
                early[name] += 1
    return {name: late[name][0] for name in fields if len(late[name]) >= FEWEST and early[name] <= early_days[places[name]]}
