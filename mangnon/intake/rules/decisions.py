"""The decision a list belongs to, as its title says: "(Kèm theo Quyết định số 512/QĐ-UBND ngày 25/12/2025 của Chủ tịch UBND …)".

Papers that set rules for all lists, of the Prime Minister or a ministry, and those a list only goes by ("Căn cứ …") are not it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mangnon.intake.records import TOLD, Heading
from mangnon.intake.rules import dates

FIELDS = {"decision": "Quyết định ", "decided_on": "Ngày quyết định "}  # what may be told → a word in front of it
_DECISION = re.compile(
    r"(?:quyết định|QĐ)\s*(?:số\s*)?:?\s*(\d{1,5}\s*/\s*(?:20\d\d\s*/\s*)?QĐ\s*-?\s*[A-ZĐ]+(?:[-.&]\s*[A-ZĐ]+)*)"
    r"(?:,?\s*(?:ký )?ngày\s*(\d{1,2})\s*(?:[/.\-]|tháng)\s*(\d{1,2})\s*(?:[/.\-]|năm)\s*(20\d\d))?",
    re.IGNORECASE,
)
_OF_RULES = re.compile(r"QĐ\s*-?\s*(?:TTg|CP|B[A-ZĐ]+)", re.IGNORECASE)
_ONLY_GROUND = re.compile(r"\b(?:căn cứ|sửa đổi|thay thế|bãi bỏ|hủy bỏ)\b", re.IGNORECASE)
_DAY = re.compile(r"(?<![\d/])\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:20\d\d|\d\d)(?![\d/])")


def day_in(text: str) -> date | None:
    """The day a cell names beside the number: "514/QĐ-UBND (26/12/25)"; None for none, or several."""
    days = _DAY.findall(text)
    return dates.read_day(days[0].replace(" ", "")) if len(days) == 1 else None


def told(lines: Iterable[Sequence[str]]) -> dict[str, str]:
    """The number and the day of the one decision that title lines name, by column."""
    found: dict[str, str] = {}
    for cells in lines:
        text = unicodedata.normalize("NFC", " ".join(" ".join(cell.split()) for cell in dict.fromkeys(cells) if cell.strip()))
        for decision in () if _ONLY_GROUND.search(text) else _DECISION.finditer(text):
            number = re.sub(r"\s*([/-])\s*", r"\1", decision[1])
            if not _OF_RULES.search(number):
                found.setdefault(number, f"{int(decision[2]):02}/{int(decision[3]):02}/{decision[4]}" if decision[2] else "")
    if len(found) != 1:
        return {}
    number, day = found.popitem()
    return {"decision": number, "decided_on": day} if day else {"decision": number}


def added(heading: Heading, said: Mapping[str, str]) -> Heading:
    """The heading with a column for what is told, where the list has no decision of its own in its rows."""
    if "decision" in heading.places:
        return heading
    for field, word in FIELDS.items():
        if field in said and field not in heading.places:
            title = f"{word}{said[field]} {TOLD}"
            heading = replace(heading, places={**heading.places, field: len(heading.titles)}, titles=(*heading.titles, title))
    return heading
