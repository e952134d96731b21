"""What names are compared by: accents, capitals and the choice of i or y folded away."""

from functools import lru_cache

from mangnon.lib import vietnamese

_VOWELS = frozenset("aeiou")


def name_key(full_name: str) -> str:
    """The name without accents, capitals, or the choice of i and y after a consonant: "Nguyễn Thị Mỹ" → "nguyen thi mi"."""
    return " ".join(_syllable(word) for word in vietnamese.fold(full_name).replace(".", " ").split())


@lru_cache(maxsize=50_000)
def _syllable(word: str) -> str:
    if len(word) > 1 and word.endswith("y") and (word[-2] not in _VOWELS or word == "quy"):
        return word[:-1] + "i"
    return word


def abbreviates(left_key: str, right_key: str) -> bool:
    """Whether the names are one name with a syllable shortened: "ng van dung" and "nguyen van dung"."""
    pairs = list(zip(left_key.split(), right_key.split(), strict=False))
    if len(left_key.split()) != len(right_key.split()) or left_key == right_key:
        return False
    return all(ours == theirs or _shortens(ours, theirs) or _shortens(theirs, ours) for ours, theirs in pairs)


def _shortens(short: str, long: str) -> bool:
    return len(short) < len(long) and long.startswith(short) and not _VOWELS.intersection(short)
