"""How agencies are named in papers: short forms, the place left out, "&" for "và"."""

import re
from collections.abc import Iterable

from mangnon.lib import vietnamese

_PLACE = re.compile(r"(?:\s|,|-)*(?:\(?(?:thanh pho can tho|tp\.?\s*can tho|tpct|thanh pho|tp)\)?)\s*$")
_COMMITTEE = re.compile(r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(.+)", re.IGNORECASE)


def agency_key(text: str) -> str:
    """Letters and digits only, without the city's name at the end: "Sở GD&ĐT TP Cần Thơ" → "sogddt"."""
    folded = vietnamese.fold(text)
    while (shorter := _PLACE.sub("", folded)) and shorter != folded:
        folded = shorter
    return re.sub(r"[^a-z0-9]|\bva\b", "", folded)


def keys_of(name: str, also: Iterable[str]) -> frozenset[str]:
    """Every key under which an agency is recognised."""
    return frozenset(agency_key(form) for form in (name, *also))


def committee_of(text: str) -> str:
    """ "UBND phường Cái Khế" → "phường Cái Khế"; "" for anything else."""
    found = _COMMITTEE.match(vietnamese.clean(text))
    return found[1] if found else ""
