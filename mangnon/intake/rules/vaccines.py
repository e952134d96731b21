"""Vaccines and doses as typed: "5in1 mũi 2", "BCG", "VGB sơ sinh", "OPV3"."""

import re
from functools import cache

from mangnon.intake.rules.words import plain
from mangnon.register.vocabulary.vaccines import VACCINES

_DOSE = re.compile(r"^(.*?)(?: ?(?:mui|lan|lieu|so) ?(?:thu )?)? ?([1-9])$")
_NUMBER = re.compile(r"(?:mui|lan|lieu)? ?(?:thu )?([1-9])|(?:mui )?nhac(?: lai)?")


def read_vaccine(text: str) -> tuple[str, int | None] | None:
    """The vaccine and, when the words have it, the number of the dose."""
    words = plain(text)
    if words in _names():
        return _names()[words], None
    found = _DOSE.fullmatch(words)
    name = found[1].strip() if found else ""
    return (_names()[name], int(found[2])) if found and name in _names() else None


def read_number(text: str) -> int | None:
    """1 of "mũi 1", "lần 1", "1"."""
    found = _NUMBER.fullmatch(plain(text))
    return int(found[1]) if found and found[1] else None


@cache
def _names() -> dict[str, str]:
    return {plain(word): vaccine.code for vaccine in VACCINES for word in (vaccine.name, *vaccine.also)}
