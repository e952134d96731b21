"""How values are written on a page."""

from datetime import date

from django import template

from mangnon.audit.records import SYSTEM
from mangnon.lib import calendar, vietnamese

register = template.Library()


@register.filter
def so(value: float | None, decimals: int = 0) -> str:
    """13105 → 13.105; nothing → a dash."""
    return "–" if value is None else vietnamese.number(value, decimals=decimals)


@register.filter
def ngay(value: date | None) -> str:
    """04/11/2026; nothing → a dash."""
    return "–" if value is None else vietnamese.short_date(value)


@register.filter
def nguoi(username: str) -> str:
    """A user name as a page shows it: the system itself by its Vietnamese name."""
    return SYSTEM.label if username == SYSTEM.id else username


@register.filter
def tuoi(born: date | None, on: date | None = None) -> str:
    """Age in a list: “6 tuổi”."""
    return "chưa rõ tuổi" if born is None else f"{calendar.age(born=born, on=on or calendar.today())} tuổi"
