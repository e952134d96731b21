"""Targets set for indicators, as dated rows with the act that set them."""

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files

from mangnon.indicators.records import Target


@cache
def targets() -> dict[str, tuple[Target, ...]]:
    """By code of indicator, in the order of the file."""
    found: dict[str, tuple[Target, ...]] = {}
    for row in csv.DictReader(files(__name__).joinpath("targets.csv").read_text(encoding="utf-8").splitlines()):
        target = Target(
            level=row["level"],
            year=int(row["year"]),
            operator=row["operator"],
            value=Decimal(row["value"]),
            legal_basis=row["legal_basis"],
            verified=row["verified"] == "yes",
        )
        found[row["code"]] = (*found.get(row["code"], ()), target)
    return found
