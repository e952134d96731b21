"""Child and mother in one another's column, as their surnames show: a child has its father's, a mother seldom."""

from collections.abc import Mapping, Sequence

from mangnon.intake.rules.words import is_nothing
from mangnon.lib import vietnamese

_FEWEST = 3  # families named whole
_THEIRS, _OTHERS = 0.9, 0.3  # of the families: mothers called as fathers are, children called so


def child_and_mother(places: Mapping[str, int], samples: Sequence[Sequence[str]]) -> dict[int, tuple[str, str]]:
    """What the two columns seem to be, and why in words; nothing when they may be what their titles say."""
    own = [places[name] for name in ("full_name", "father_name", "mother_name") if name in places]
    if len(own) < 3:
        return {}
    rows = [[row[place].strip() for place in own] for row in samples if max(own) < len(row)]
    families = [list(map(_surname, row)) for row in rows if not any(not name or is_nothing(name) for name in row)]
    if len(families) < _FEWEST:
        return {}
    mothers = sum(mother == father for _, father, mother in families) / len(families)
    children = sum(child == father for child, father, _ in families) / len(families)
    if mothers < _THEIRS or children > _OTHERS:
        return {}
    child, _, mother = own
    why = "có thể hai tiêu đề đổi chỗ: tên ở đây"
    return {child: ("mother_name", f"{why} ít khi cùng họ với cha"), mother: ("full_name", f"{why} cùng họ với cha")}


def _surname(name: str) -> str:
    return vietnamese.fold(name.split()[0])
