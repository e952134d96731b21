"""Formulas that leave the workbook: they start a program (DDE), ask the network, or call what is installed."""

import re

from mangnon.lib.tables import markup

_CALLS = r"\b(?:WEBSERVICE|DDE|RTD|REGISTER(?:\.ID)?|CALL|EXEC|IMPORTDATA|IMPORTXML)\s*\("
_DDE = r"[\w'.]\|[^\"|]*!"  # cmd|'/C calc'!A0
_REACHING = re.compile(rf"{_CALLS}|{_DDE}", re.IGNORECASE)
_TEXT = re.compile(r'"[^"]*"')
_WRITTEN = re.compile(rb"<(?:\w+:)?f\b[^<>]*>([^<]+)</")


def reaches_out(formula: str) -> bool:
    """Whether a formula reaches outside its workbook."""
    return bool(formula) and _REACHING.search(_TEXT.sub('""', formula)) is not None


def any_reaches_out(rows: bytes) -> bool:
    """Whether a formula of some rows of an .xlsx does."""
    if b"</f>" not in rows and b":f>" not in rows:
        return False
    written = (formula.decode("utf-8", "replace") for formula in set(_WRITTEN.findall(rows)))
    return any(reaches_out(markup.without_entities(formula) or formula) for formula in written)
