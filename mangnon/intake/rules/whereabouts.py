"""What a place written in a list is today, in words of a sentence."""

from mangnon.intake.records import Context, Place
from mangnon.intake.rules import communes
from mangnon.intake.rules.words import plain

SHOWN = 4  # communes named in one sentence


def small(name: str) -> str:
    """phường Cái Khế inside a sentence."""
    return name[:1].lower() + name[1:]


def meant(text: str, place: Place, context: Context) -> str:
    """What a text says of a place, as the end of a sentence: "ghi phường An Hòa, nay là phường Cái Khế"."""
    named = _named(text, place)
    if place.split and place.candidates:
        return f"ghi {named}, nơi này đã chia về {_several(place)}"
    if place.unit_id is not None:
        return f"ghi {named}, nay là {small(place.unit_name)}" if place.was_old else f"ghi {small(place.unit_name)}"
    if place.candidates:
        return f"ghi {named}, có thể là nhiều nơi: {_several(place)}"
    if communes.is_away(text):
        return f"ghi “{text[:60]}”, ngoài thành phố"
    if short := communes.initials(text):
        alike = short == "".join(word[0] for word in plain(context.commune_name).split()[1:])
        return f"ghi “{text[:60]}”, có lẽ là {small(context.commune_name)}" if alike else f"ghi tắt “{text[:60]}”, chưa rõ là nơi nào"
    return f"ghi “{text[:60]}”, trong thành phố không có xã, phường nào tên như vậy"


def ways(place: Place, context: Context) -> list[str]:
    """The communes a person may choose between: those the words may mean where the actor may write, and the one of the list."""
    found = [(place.unit_id, place.unit_name)] if place.unit_id is not None and not place.split else list(place.candidates)
    names = [name for pk, name in found if pk is not None and context.may_write(pk)][:SHOWN]
    return list(dict.fromkeys([*names, *([context.commune_name] if context.commune_id else [])]))


def _several(place: Place) -> str:
    return ", ".join(small(name) for _, name in place.candidates[:SHOWN])


def _named(text: str, place: Place) -> str:
    words = place.named.partition(",")[0].strip()
    return f"“{words}”" if words else f"“{text[:60]}”"
