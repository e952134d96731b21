"""Addresses spread over several columns, hamlets written together with what belongs to the address, hamlets inside an address."""

from collections.abc import Mapping

from mangnon.intake.records import SPREAD_OVER
from mangnon.intake.rules.words import is_nothing, plain
from mangnon.lib import hamlets

PARTS = frozenset(SPREAD_OVER["address"])


def composed(cells: Mapping[str, str]) -> dict[str, str]:
    """The hamlet by its name alone and the address with all that is said of it; {} when the cells say so already."""
    hamlet = cells.get("hamlet", "")
    name = hamlets.named_in(hamlet) if hamlet and hamlets.says_more(hamlet) else ""
    if not name and not PARTS.intersection(cells):
        return {}
    house, lane, street, group = (cells.get(part, "") for part in ("address", "lane", "street", "neighbourhood"))
    said = [house, f"hẻm {lane}" if lane.isdigit() else lane, street]
    road = " ".join(part for at, part in enumerate(said) if _adds(part, said[:at]))
    said = [road, f"tổ {group}" if group.isdigit() else group, hamlet if name else ""]
    return {"hamlet": name or hamlet, "address": ", ".join(part for at, part in enumerate(said) if _adds(part, said[:at]))}


def _adds(part: str, said: list[str]) -> bool:
    """Whether a part says something that those before it do not."""
    return not is_nothing(part) and f" {plain(part)} " not in f" {plain(' '.join(said))} "
