"""Which format a table fits far better by its titles than the one it was sent as: told to whoever sent it, never changed here."""

import re
from collections.abc import Iterable, Sequence

from mangnon.intake.records import Format
from mangnon.intake.rules.heading import absent, read_titles
from mangnon.intake.rules.words import plain

FAR = 2  # titles more by which another format fits far better
NEAR = 1  # and where the lines above the table say so too
_LEAST = 4  # titles the other format knows
_ROWS = 50
_SAID = {
    "births": r"moi sinh|so sinh", "poor-households": r"ho ngheo|ho can ngheo", "school-roll": r"hoc sinh",
    "social-assistance": r"tro giup xa hoi|tro cap|bao tro xa hoi", "immunisation": r"tiem chung|vac xin",
    "health-insurance": r"bao hiem y te|bhyt", "deaths": r"tu vong", "moves": r"chuyen (?:den|di)|bien dong",
}  # fmt: skip
TITLED = frozenset(_SAID)  # formats that title lines name


def likelier(
    titles: Sequence[str], samples: Sequence[Sequence[str]], above: Iterable[Sequence[str]], sent_as: Format, others: Iterable[Format]
) -> Format | None:  # fmt: skip
    """The format whose columns the titles of a table name far better than those of the one it was sent as; None if none stands out."""
    words = plain(" ".join(cell for cells in above for cell in cells))
    own = _known(titles, samples, sent_as)
    found = []
    for other in others:
        gain = _known(titles, samples, other) - own
        said = other.code in TITLED and re.search(rf"\b(?:{_SAID[other.code]})\b", words) is not None
        if other.code != sent_as.code and gain + own >= _LEAST and gain >= (NEAR if said else FAR):
            found.append(((gain, said), other))
    best = [other for rank, other in found if rank == max(rank for rank, _ in found)]
    return best[0] if len(best) == 1 else None


def sentence(other: Format) -> str:
    """What is said of it."""
    return f"Tệp này giống mẫu “{other.title}”: chọn mẫu đó rồi gửi lại."


def _known(titles: Sequence[str], samples: Sequence[Sequence[str]], layout: Format) -> int:
    """How many titles name columns of a format; none without those it cannot do without."""
    heading = read_titles([titles], 0, layout.columns, samples[:_ROWS]) if any(titles) else None
    return len(heading.places) if heading and not absent(heading.places, layout.columns) else 0
