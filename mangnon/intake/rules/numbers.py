"""Personal numbers with words about them: "CCCD: 092219001234", "092219001234 (ĐD)", a formula that holds the number, a cross for none; and
without the zeros in front that spreadsheets drop.
"""

import re

from mangnon.intake.rules import words
from mangnon.lib import vietnamese
from mangnon.register import rules as register
from mangnon.register.records import Birth
from mangnon.register.vocabulary.people import Sex

_OF_THE_NUMBER = r"(?:m?s?dd(?:cn|cd)?|ms|so|ma|the|cccd|cc|dinh danh|ca nhan|can cuoc|cong dan)"  # none that names another person: "(mẹ)"
_LABELLED = re.compile(
    rf"""(?:=\s*["'])?(?:{_OF_THE_NUMBER}[ :./-]*){{0,6}}(\d{{3}}(?:[ .'’-]?\d{{3}}){{3}}|\d{{10,11}})["']?"""
    rf"(?: ?\(?{_OF_THE_NUMBER}(?:[ /]{_OF_THE_NUMBER})*\)?)?"
)
_BETWEEN = re.compile(r"\D")
_SHORTENED = frozenset({10, 11})  # figures left of 092… and of 001…
_UNTOLD = frozenset({None, Sex.UNKNOWN})
_NOWHERE = "000"  # the province of no number, but of telephones without their zero


def bare(text: str) -> str:
    """The 12 figures, or fewer where zeros in front were lost, without the words that say what they are; "" for a cross; any other text
    as it is.
    """
    if words.is_crossed_out(text):
        return ""
    found = _LABELLED.fullmatch(vietnamese.fold(text))
    return _BETWEEN.sub("", found[1]) if found else text


def whole(number: str, birth: Birth | None, sex: Sex | None) -> str:
    """The number with the zeros in front that a spreadsheet dropped, when it then says the year of birth and the sex of the child, so that
    nothing else can be meant; any other number as it is.
    """
    if len(number) not in _SHORTENED or birth is None:
        return number
    padded = number.zfill(register.NUMBER_LENGTH)
    parts = register.read_number(padded)
    if parts is None or parts.place == _NOWHERE or parts.birth_year != birth.day.year:
        return number
    return padded if parts.sex == sex or sex in _UNTOLD else number
