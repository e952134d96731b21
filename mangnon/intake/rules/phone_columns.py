"""Whose a column of telephones is that says only "SĐT" beside others: the person's whose column it follows, else all people's."""

from collections.abc import Collection, Mapping

from mangnon.intake.rules.columns import PHONES
from mangnon.intake.rules.spread_names import NAMES
from mangnon.intake.rules.words import plain

MORE = "more_phone"
_BARE = frozenset({
    "dien thoai", "so dien thoai", "sdt", "so dt", "dt", "di dong", "so di dong", "dien thoai di dong", "so dien thoai di dong", "dtdd",
    "so dtdd", "phone", "phone number", "tel", "so phone",
})  # fmt: skip
_OF_ONE = {part: name for name in PHONES for part in (name, *NAMES.get(name, ()))} | {
    "father_birth": "father_name", "mother_birth": "mother_name",
}  # fmt: skip


def told_apart(places: Mapping[str, int], shared: Mapping[int, str]) -> dict[str, int]:
    """The columns with those of telephones as their places say, where there are several. `shared`: the places whose titles name nobody's
    telephone in particular, with their titles. One that follows two parents is theirs together.
    """
    own = dict(places)
    if len(shared) + sum(1 for phone in PHONES.values() if phone in own) < 2:
        return own
    by_place = {place: field for field, place in own.items() if place not in shared}
    free = [place for place in sorted(shared) if own.get("phone") == place or place not in own.values()]
    if own.get("phone") in shared:
        del own["phone"]
    for place in free:
        whose = PHONES.get(_person_before(place, by_place, shared), "") if plain(shared[place]) in _BARE else ""
        field = next((one for one in (whose, "phone", MORE) if one and one not in own), None)
        if field:
            own[field] = place
    return own


def _person_before(place: int, by_place: Mapping[int, str], shared: Collection[int]) -> str:
    """The one person whose columns a place follows, columns nobody knows passed over; "" of nobody, or of two side by side."""
    person = ""
    for before in range(place - 1, -1, -1):
        if before in shared:
            return person
        field = by_place.get(before)
        if field is None or _OF_ONE.get(field) == person:
            continue
        if field not in _OF_ONE:
            return person
        if person:
            return ""
        person = _OF_ONE[field]
    return person
