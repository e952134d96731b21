"""Number and symbol of a document: "73/KH-UBND", "12/UBND-VX", "28-CT/TW"; taken apart, put together, compared."""

import re

from mangnon.documents.records import Symbol
from mangnon.documents.rules import kinds
from mangnon.documents.vocabulary import Regime
from mangnon.lib.vietnamese import clean, fold

_STATE = re.compile(r"^(?P<number>\d{1,9}[A-Za-z]?)\s*/\s*(?P<notation>\S.*)$")
_PARTY = re.compile(r"^(?P<number>\d{1,9})\s*-\s*(?P<notation>[^\s/]+\s*/\s*\S+)$")
_WORD = re.compile(r"^\s*(?:số|so)\s*:?\s*", re.IGNORECASE)
_ZEROS = re.compile(r"^0+(?=\d)")


def parse(text: str) -> Symbol:
    """What a printed number says. A party paper puts a dash after the number ("276-KH/TU"), a state one a stroke ("73/KH-UBND").

    Laws carry their year between ("102/2016/QH13"). What is none of these keeps its words as the number.
    """
    words = _WORD.sub("", clean(text))
    if found := _PARTY.match(words):
        notation = re.sub(r"\s*/\s*", "/", found["notation"])
        return Symbol(found["number"], notation, Regime.PARTY.value, kinds.named(notation.split("/")[0].removeprefix("-")))
    if found := _STATE.match(words):
        notation = re.sub(r"\s*([/-])\s*", r"\1", found["notation"])
        return Symbol(found["number"], notation, Regime.STATE.value, kinds.named(re.split(r"[-/]", notation)[0]))
    return Symbol(words, "", Regime.OTHER.value, "")


def notation(*, kind: str, agency: str, unit: str = "") -> str:
    """What follows the stroke: type and agency ("KH-UBND"); of a letter agency and drafting unit ("UBND-VX")."""
    first = kinds.sign(kind)
    parts = (first, agency) if first else (agency, unit)
    return "-".join(part for part in parts if part)


def printed(number: int | str, notation: str) -> str:
    """ "05/KH-UBND": a number below ten carries a zero (Phụ lục I, mục II, khoản 3)."""
    shown = f"{int(number):02d}" if str(number).isdigit() else str(number)
    return f"{shown}/{notation}" if notation else shown


def key(number: str) -> str:
    """Number and symbol to compare by: "Số: 05/KH - UBND" and "5/kh-ubnd" are one."""
    symbol = parse(number)
    mark = "-" if symbol.regime == Regime.PARTY else "/"
    return fold(f"{_ZEROS.sub('', symbol.number)}{mark}{symbol.notation}".rstrip("/")).replace(" ", "")
