"""Several children written into one cell, or one name written on two lines: told apart where it is certain, asked about where it is not."""

import re

from mangnon.intake.rules import guessing
from mangnon.lib import vietnamese

BREAK = " | "  # where a line of a name ends and it is not certain that the next one goes on with it
_HINT = re.compile(r"[/;,&+|\n]|\d\s*[.)\-]| và | - |\bsinh (?:đôi|ba)\b|\bsong sinh\b", re.IGNORECASE)
_TWINS = re.compile(r"\(?\s*\b(?:sinh (?:đôi|ba)|song sinh)\b\s*\)?", re.IGNORECASE)
_SURE = re.compile(r"\s*(?:[;&+|\n]|\bvà\b|(?:^|(?<=\s))\d{1,2}\s*[.)\-])\s*", re.IGNORECASE)
_MAYBE = re.compile(r"\s*(?:[/,]|\s[-–—]\s)\s*")
_UNFINISHED = frozenset({"thi"})  # no name ends so
_LONG = 6  # words from which on a name may be two without a sign between them


def several(name: str) -> tuple[str, ...]:
    """The names in a cell that seems to hold more than one; none when it holds one, however odd."""
    if _HINT.search(name) is None:
        return _repeating(name)
    rest = _TWINS.sub(" ", name)
    parts = _parts(rest, _SURE)
    if len(parts) > 1:
        return parts
    parts = _parts(rest, _MAYBE)
    whole = all(len(part.split()) > 1 for part in parts)
    return parts if len(parts) > 1 and (whole or rest != name) else _repeating(name)


def lines(text: str) -> str:
    """A cell of several lines as one: of one name when only a part of it can stand on the first, else with a mark where the lines end."""
    parts = [part for line in text.splitlines() if (part := vietnamese.clean(line))]
    return (" " if not parts or goes_on(parts[0], " ".join(parts[1:])) else BREAK).join(parts)


def goes_on(name: str, more: str) -> bool:
    """Whether words below a name are certainly its end: what stands above is no whole name, as "Nguyễn" and "Nguyễn Thị" are none."""
    above, below = vietnamese.fold(name).split(), more.split()
    unfinished = len(above) == 1 or (bool(above) and above[-1] in _UNFINISHED)
    return unfinished and is_part(more) and len(above) + len(below) <= 7


def is_part(text: str) -> bool:
    """Whether a text may be words of a name: letters, each word with a capital."""
    words = text.replace("-", " ").replace("'", "").replace("’", "").split()
    return 0 < len(words) <= 6 and all(word.isalpha() and word[0].isupper() for word in words)


def _parts(text: str, divide: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(part.strip(" ()-–.") for part in divide.split(text) if any(map(str.isalpha, part)))


def _repeating(name: str) -> tuple[str, ...]:
    """ "Nguyễn Văn An Nguyễn Văn Bình": two names of one surname with nothing between them."""
    words = name.split()
    again = next((at for at in range(3, len(words) - 2) if words[at] == words[0]), 0) if len(words) >= _LONG else 0
    first, second = " ".join(words[:again]), " ".join(words[again:])
    return (first, second) if again and guessing.is_name(first) and guessing.is_name(second) else ()
