"""Personal numbers with words about them: "CCCD: 092219001234", "092219001234 (ĐD)", a formula that holds the number, a cross for none."""

import re

from mangnon.intake.rules import words
from mangnon.lib import vietnamese

_OF_THE_NUMBER = r"(?:so|ma|the|cccd|cc|ddcn|dd|dinh danh|ca nhan|can cuoc|cong dan)"  # none that names another person: "(mẹ)"
_LABELLED = re.compile(
    rf"""(?:=\s*["'])?(?:{_OF_THE_NUMBER}[ :./-]*)*(\d{{3}}(?:[ .'’-]?\d{{3}}){{3}})["']?"""
    rf"(?: ?\(?{_OF_THE_NUMBER}(?:[ /]{_OF_THE_NUMBER})*\)?)?"
)
_BETWEEN = re.compile(r"\D")


def bare(text: str) -> str:
    """The 12 figures without the words that say what they are; "" for a cross; any other text as it is."""
    if words.is_crossed_out(text):
        return ""
    found = _LABELLED.fullmatch(vietnamese.fold(text))
    return _BETWEEN.sub("", found[1]) if found else text
