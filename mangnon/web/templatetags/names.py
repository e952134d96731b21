"""Names of institutions on pages of what was done: as written then, with what they are now."""

from typing import Any

from django import template
from django.template.context import Context

from mangnon.institutions import queries
from mangnon.institutions.rules.sentences import printed_and_now
from mangnon.institutions.vocabulary import Function
from mangnon.lib import calendar
from mangnon.lib.vietnamese import short_date

register = template.Library()


@register.simple_tag(takes_context=True)
def ten(context: Context, institution: Any) -> str:
    """ "Phường Cái Khế (nay là Phường Sông Hậu)" where it has ended, else its name. The graph of successions is asked for once a page."""
    today = calendar.today()
    name: str = institution.name
    if institution.valid.upper is None or institution.valid.upper > today:
        return name
    holders = context.render_context.get("holders") or queries.holders([institution.pk], on=today)
    context.render_context["holders"] = holders
    now = holders(institution.pk, Function.CHILDREN)
    return f"{name} (chờ quyết định nơi tiếp nhận)" if now.needs_decision else printed_and_now(name, now.name)


@register.simple_tag
def truoc_thuoc(follower: str, row: int) -> str:
    """ "Trước ngày 01/12/2026 thuộc Phường Cái Khế." for what came by an act of reorganisation, else nothing."""
    return " ".join(f"Trước ngày {short_date(on)} thuộc {name}." for name, on in queries.came_from(follower=follower, row=row))
