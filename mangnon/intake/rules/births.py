"""Births as lists tell them."""

import re

_WEIGHT = re.compile(r"(\d{1,7}(?:[.,]\d{1,7})?)\s*(g|gr|gam|gram|kg|kí|ký|kilo)?", re.IGNORECASE)


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
