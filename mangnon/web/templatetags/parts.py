"""Components of the product's pages; the gallery at /thanh-phan/ shows each with its parameters.

Short ones are functions here; longer ones have a template of their own in templates/parts/. All take plain values, so a page's
view-model decides and the component only draws. Nothing here writes a style attribute: widths are SVG attributes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django import template
from django.core.paginator import Page
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, Textarea
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

STATE_ICONS = {
    "late": "alert-octagon", "soon": "hourglass-high", "ok": "circle-check", "info": "info-circle", "wait": "circle-dashed",
    "idle": "minus",
}  # fmt: skip
FINDING_ICONS = {"stop": "alert-octagon", "ask": "help-circle", "note": "info-circle"}


@dataclass(frozen=True)
class Share:
    """One stretch of a stacked bar. `state`: ok | soon | late | info | idle. With `url` its legend opens the rows behind it."""

    label: str
    count: int
    state: str
    url: str = ""


@dataclass(frozen=True)
class Step:
    """One joint of the stepper. `state`: done | now | "" (to come)."""

    label: str
    detail: str = ""
    state: str = ""


@dataclass(frozen=True)
class Moment:
    """One joint of the timeline. `state`: "" | future | key."""

    when: str
    text: str
    who: str = ""
    state: str = ""
    at: date | datetime | None = None


@dataclass(frozen=True)
class Tile:
    """One commune on the tile map: place in the grid, the text in the tile, the colour step 1–5 (0: nothing to show)."""

    code: str
    name: str
    column: int
    row: int
    text: str
    step: int
    url: str = ""
    chosen: bool = False
    title: str = ""  # what a reader of the tile hears; name and text when empty


@register.simple_tag
def icon(name: str, small: bool = False) -> SafeString:
    """An outline icon of the sprite. Never alone: words stand beside it."""
    return _drawn(name, small)


@cache
def _drawn(name: str, small: bool) -> SafeString:
    """A page of a hundred duties shows four hundred icons of some ten kinds."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#i-{}"></use></svg>',
        " icon-s" if small else "",
        static("mangnon/icons.svg"),
        name,
    )


@register.simple_tag
def pill(state: str, text: object) -> SafeString:
    """The state of a thing in words. `state`: late | soon | ok | info | wait | idle."""
    return format_html('<span class="pill pill-{}">{}{}</span>', state, icon(STATE_ICONS[state], small=True), text)


@register.simple_tag
def tag(text: object) -> SafeString:
    """A kind or a form number."""
    return format_html('<span class="tag">{}</span>', text)


@register.simple_tag
def count(value: int | None, late: bool = False) -> SafeString | str:
    """Work that waits; nothing when there is none."""
    from mangnon.lib.vietnamese import number

    return format_html('<span class="count{}">{}</span>', " count-late" if late else "", number(value)) if value else ""


@register.inclusion_tag("parts/clock.html")
def clock(state: str, text: str, until: str = "", large: bool = False, share: float | None = None) -> dict[str, object]:
    """Time left, the moment it ends. `large` once at the top of a record; `share` (0–100) draws how much is used up."""
    return {"state": state, "text": text, "until": until, "large": large, "share": share, "icon_name": STATE_ICONS[state]}


@register.simple_tag
def meter(percent: float, state: str = "ok") -> SafeString:
    """A share of a whole as one bar; the number stands beside it in words."""
    width = f"{max(0.0, min(100.0, float(percent))):.1f}"
    return format_html(
        '<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="{}" width="{}" height="8"></rect></svg>',
        state, width,
    )  # fmt: skip


@register.inclusion_tag("parts/stacked.html")
def stacked(shares: Iterable[Share], label: str) -> dict[str, object]:
    """A whole in stretches with a legend whose numbers open. `label` says what the whole is."""
    kept = [share for share in shares if share.count]
    whole = sum(share.count for share in kept) or 1
    stretches, x = [], 0.0
    for share in kept:
        width = share.count / whole * 100
        stretches.append({"x": f"{x:.2f}", "width": f"{max(width - 0.3, 0.3):.2f}", "state": share.state})
        x += width
    return {"stretches": stretches, "shares": kept, "label": label}


@register.inclusion_tag("parts/spark.html")
def spark(real: Sequence[float], path: Sequence[float] = (), off: bool = False) -> dict[str, object]:
    """Path against plan: a solid line for what was, a dashed one for what was planned. `off` when the last value strays."""
    every = [*real, *path]
    low, high = min(every), max(every)
    span = (high - low) or 1
    steps = max(len(real), len(path), 2) - 1

    def points(values: Sequence[float]) -> list[tuple[str, str]]:
        return [(f"{4 + index * 124 / steps:.1f}", f"{35 - (value - low) / span * 30:.1f}") for index, value in enumerate(values)]

    drawn = points(real)
    return {
        "real": " ".join(",".join(point) for point in drawn), "path": " ".join(",".join(point) for point in points(path)),
        "last": drawn[-1], "off": off,
    }  # fmt: skip


@register.simple_tag
def fig(value: object, url: str) -> SafeString:
    """A number inside a sentence or table that opens to what stands behind it."""
    return format_html('<a class="fig" href="{}">{}</a>', url, value)


@register.simple_tag
def figure(value: object, caption: str, url: str = "") -> SafeString:
    """A number that leads a panel, with what it counts under it."""
    if not url:
        return format_html('<div class="figure figure-still"><b>{}</b><small>{}</small></div>', value, caption)
    return format_html('<a class="figure" href="{}"><b>{}</b><small>{}</small></a>', url, value, caption)


@register.inclusion_tag("parts/finding.html")
def finding(kind: str, what: str, where: str, todo: str = "", action: str = "", url: str = "") -> dict[str, object]:
    """A problem in data: what, where, what to do. `kind`: stop (must fix) | ask (must answer) | note."""
    return {"kind": kind, "what": what, "where": where, "todo": todo, "action": action, "url": url, "icon_name": FINDING_ICONS[kind]}


@register.simple_block_tag
def notice(content: str, state: str = "info") -> SafeString:
    """A message about the page, at most two. `{% notice "late" %}…{% endnotice %}`; `state`: info | ok | soon | late."""
    kind = "" if state == "info" else f" notice-{state}"
    return format_html('<div class="notice{}">{}<div>{}</div></div>', kind, icon(STATE_ICONS[state]), content)


@register.inclusion_tag("parts/toast.html")
def toast(text: str, undo_url: str = "", level: str = "success") -> dict[str, object]:
    """What was done, with a way back when there is one. Pages get it from Django's messages; `extra_tags` carries the way back."""
    return {"text": text, "undo_url": undo_url, "icon_name": "alert-octagon" if level in {"error", "warning"} else "circle-check"}


@register.simple_block_tag
def dialog(content: str, id: str, title: str, form: str, label: str, danger: bool = False) -> SafeString:
    """Asked before what cannot be undone or leaves the agency. Body = the consequence; the button is the act itself.

    `form` is the id of the form the button submits. Opened by `<button type="button" data-opens="ID">`; without script that button must be
    the form's own submit button.
    """
    return format_html(
        '<dialog class="dialog" id="{id}" aria-labelledby="{id}-ten"><header><h2 id="{id}-ten">{title}</h2></header>'
        '<div class="body">{content}</div><footer><button class="button" type="button" data-closes>Xem lại</button>'
        '<button class="button {kind}" type="submit" form="{form}">{label}</button></footer></dialog>',
        id=id, title=title, content=content, form=form, label=label, kind="button-danger-solid" if danger else "button-primary",
    )  # fmt: skip


@register.inclusion_tag("parts/stepper.html")
def stepper(steps: Iterable[Step]) -> dict[str, object]:
    """Where something stands on its way; the position comes from data."""
    return {"steps": list(steps)}


@register.inclusion_tag("parts/timeline.html")
def timeline(moments: Iterable[Moment]) -> dict[str, object]:
    """What happened, newest first."""
    return {"moments": list(moments)}


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(context: Context, page: Page, noun: str) -> dict[str, object]:  # type: ignore[type-arg]
    """Pages of a list; keeps the filters of the address. `noun`: what is counted ("trẻ", "đơn vị")."""
    kept = context["request"].GET.copy()

    def address(number: int) -> str:
        kept["trang"] = str(number)
        return f"?{kept.urlencode()}"

    return {
        "page": page, "noun": noun,
        "before": address(page.previous_page_number()) if page.has_previous() else "",
        "after": address(page.next_page_number()) if page.has_next() else "",
    }  # fmt: skip


@register.inclusion_tag("parts/empty.html")
def empty(title: str, hint: str = "", action: str = "", url: str = "") -> dict[str, object]:
    """Nothing here: why, and the next date or act."""
    return {"title": title, "hint": hint, "action": action, "url": url}


@register.simple_tag
def table_head(*labels: str) -> SafeString:
    """The head row of a table; a label that ends in “ #” is a column of numbers: `{% table_head "Khu vực" "Trẻ dưới 16 #" %}`."""
    cells = format_html_join(
        "",
        '<th scope="col"{}>{}</th>',
        ((SafeString(' class="num"') if label.endswith(" #") else "", label.removesuffix(" #")) for label in labels),
    )
    return format_html("<thead><tr>{}</tr></thead>", cells)


@register.inclusion_tag("parts/tilemap.html")
def tilemap(tiles: Iterable[Tile], label: str) -> dict[str, object]:
    """All communes alike, near their true place, with the number in the tile. A table with the same numbers must stand beside it."""
    kept = list(tiles)
    drawn = [
        {
            "tile": tile, "x": str(tile.column * 46), "y": str(tile.row * 30), "text_x": str(tile.column * 46 + 22),
            "text_y": str(tile.row * 30 + 18),
            "title": tile.title or f"{tile.name}: {tile.text}",
        }
        for tile in kept
    ]  # fmt: skip
    width = max((tile.column for tile in kept), default=0) * 46 + 50
    height = max((tile.row for tile in kept), default=0) * 30 + 34
    return {"tiles": drawn, "width": str(width), "height": str(height), "label": label}


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, marked: bool = True) -> dict[str, object]:
    """A form field: label above, hint under it, the error at the field. The error says what, where, what to do.

    `marked=False` leaves out “(không bắt buộc)”: in filters nothing is required, and a choice already made is no question.
    """
    described = [part for part, there in ((f"{bound.auto_id}-goi-y", bound.help_text), (f"{bound.auto_id}-loi", bound.errors)) if there]
    attributes: dict[str, str | bool] = {"class": f"input {bound.field.widget.attrs.get('class', '')}".strip()}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if isinstance(bound.field.widget, CheckboxInput):
        attributes["class"] = "tick"
    if isinstance(bound.field.widget, CheckboxSelectMultiple):
        attributes["class"] = "ticks"
    if isinstance(bound.field.widget, Textarea):
        attributes["rows"] = str(bound.field.widget.attrs.get("rows", 4))
    return {
        "bound": bound, "control": bound.as_widget(attrs=attributes), "checkbox": isinstance(bound.field.widget, CheckboxInput),
        "errors": list(bound.errors), "optional": marked and not bound.field.required,
    }  # fmt: skip
