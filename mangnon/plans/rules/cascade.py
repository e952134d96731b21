"""Which paper a plan carries out, and through it which other: the line its title states."""

import re
from collections.abc import Iterable

from mangnon.lib.vietnamese import fold

_CARRIES_OUT = re.compile(r"thuc hien(?:\s+\S+){0,6}?\s+so\s*$|thuc hien\s*$|thuc hien(?:\s+[a-z]+){1,4}\s*$")
_QUOTED = re.compile(r"[^“”;.]{0,90}“([^“”]{8,300})”")
_REACH = 60  # characters between "thực hiện" and the number


def line(texts: Iterable[str], numbers: Iterable[str]) -> tuple[str, ...]:
    """The numbers of the papers carried out, nearest first, as the first text that states any gives them.

    "Triển khai thực hiện Kế hoạch số 276-KH/TU … triển khai thực hiện Chỉ thị số 28-CT/TW": the plan carries out the first, which carries
    out the second. What is only cited ("căn cứ") is not in the line.
    """
    wanted = {fold(number): number for number in numbers}
    for text in texts:
        flat = fold(text)
        places = sorted((flat.find(key), key) for key in wanted if key in flat)
        found = tuple(wanted[key] for place, key in places if _CARRIES_OUT.search(flat[max(0, place - _REACH) : place]))
        if found:
            return found
    return ()


def quoted(texts: Iterable[str], number: str) -> str:
    """The subject of a paper as a text quotes it after its number: 28-CT/TW … “Về tăng cường công tác …”; "" when none does."""
    for text in texts:
        plain = " ".join(text.split())
        place = plain.lower().find(number.lower())
        if place >= 0 and (found := _QUOTED.match(plain[place + len(number) :])):
            return found[1].strip().removesuffix(";")
    return ""
