"""Titles that may be of several columns of ours: "Diện", "Hoàn cảnh", "Đối tượng". What stands below them says which."""

from collections.abc import Callable, Sequence

from mangnon.intake.rules.titles import Titles
from mangnon.intake.rules.words import NO, STANDING, find_clauses, is_not_poor, plain
from mangnon.register.vocabulary.people import CircumstanceKind

LEAST = 0.5  # of the cells that say something; more of them must be known
_LOOSE = frozenset({
    "dien", "thuoc dien", "dien tre", "dien tre em", "dien chinh sach", "hoan canh", "hoan canh tre", "hoan canh tre em",
    "hoan canh cua tre", "hoan canh hien tai", "hoan canh song", "gia canh", "doi tuong", "thuoc doi tuong", "dien doi tuong",
    "loai doi tuong", "doi tuong tre", "doi tuong chinh sach", "loai tre", "nhom tre", "hoan canh kho khan",
})  # fmt: skip
_KNOWS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("poverty", lambda text: plain(text) in STANDING or is_not_poor(text)),
    ("circumstances", lambda text: bool(find_clauses(text, CircumstanceKind.SPECIAL, CircumstanceKind.RISK)[0])),
)


def column(words: Sequence[str], values: Sequence[str], titles: Titles) -> str:
    """The column that words above one another are by most of the values below them; "" for none."""
    if plain(words[-1]) not in _LOOSE:
        return ""
    said = [value for value in values if plain(value) not in NO]
    fields = set(titles.exact.values())
    shares = {field: sum(map(knows, said)) for field, knows in _KNOWS if field in fields}
    best = max(shares, key=lambda field: shares[field], default="")
    return best if shares.get(best, 0) > LEAST * len(said) else ""
