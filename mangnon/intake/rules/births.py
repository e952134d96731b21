"""Births as lists tell them."""

import re

from mangnon.intake.rules.words import plain

_WEIGHT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(g|gr|gam|gram|kg|kí|ký|kilo)?", re.IGNORECASE)
_NAMELESS = re.compile(
    r"^(?:con (?:ba|chi|co|be|cua|trai|gai)\b|cb\b|be (?:trai|gai|so sinh)\b|(?:tre )?so sinh\b|(?:chua|khong) (?:(?:dat|co) )?ten\b)"
)


def read_weight(text: str) -> int | None:
    """Grams: of "3200", "3.200 g", "3,2", "3,2 kg"."""
    found = _WEIGHT.fullmatch(text.strip())
    if not found:
        return None
    figures, unit = found[1].replace(",", "."), (found[2] or "").lower()
    value = float(figures)
    if unit.startswith("g"):
        return round(value * 1000) if "." in figures and len(figures.rpartition(".")[2]) == 3 else round(value)
    return round(value * 1000) if value < 20 or unit.startswith("k") else round(value)


def is_nameless(name: str) -> bool:
    """Whether the name cell speaks of a newborn without a name: "Con bà Lê Thị Bích", "CB Lan", "Bé trai"."""
    return bool(_NAMELESS.match(plain(name)))
