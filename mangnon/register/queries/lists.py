"""Lists of children: scope, search, quick views, pages. Made for a register of a million."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mangnon.accounts import policies
from mangnon.accounts.records import Actor
from mangnon.accounts.vocabulary import Permission
from mangnon.institutions import queries as institutions
from mangnon.lib import vietnamese
from mangnon.lib.copying import among
from mangnon.lib.fetching import objects
from mangnon.register import rules
from mangnon.register.models import Child, Circumstance, HouseholdStanding, Identifier
from mangnon.register.records import Birth, Filters, Page
from mangnon.register.vocabulary.people import CircumstanceKind, IdentifierState

_NUMBER = re.compile(r"[\d .\-]{9,20}")
_CODE = re.compile(r"te[- ]?(\d+)")
_YEAR = re.compile(r"(19|20)\d\d")
TURNING_16_WITHIN = timedelta(days=90)


def children(actor: Actor, *, on: date) -> QuerySet[Child]:
    """The open records of children who live where the actor may see children; of any age, in Vietnamese order of names."""
    found = Child.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), birth_date__lte=on)
    scope = policies.scope(actor, Permission.SEE_CHILDREN)
    if not scope.everything:
        found = found.filter(lives_in__in=scope.unit_ids | _behind(scope.absorbed))
    return found.order_by("sort_key", "id")


def under_sixteen(found: QuerySet[Child], *, on: date) -> QuerySet[Child]:
    """Those who are children on the day (Luật Trẻ em 102/2016/QH13, Điều 1)."""
    return found.filter(birth_date__gt=rules.born_after_to_be_child(on))


def search(actor: Actor, text: str, *, on: date) -> QuerySet[Child]:
    """Children by name words in any order, accents and đ/d optional, of the child or of one carer; a year narrows by birth.

    A personal number or a code TE-000123 is matched only in full.
    """
    found = children(actor, on=on)
    text = vietnamese.clean(text)
    folded = vietnamese.fold(text)
    if _NUMBER.fullmatch(text):
        digits = re.sub(r"\D", "", text)
        return found.filter(Exists(Identifier.objects.filter(child=OuterRef("pk"), value=digits)))
    if code := _CODE.fullmatch(folded):
        return found.filter(code=rules.child_code(int(code[1])))
    words = re.findall(r"[a-z0-9'’\-]+", folded)
    years = [word for word in words if _YEAR.fullmatch(word)]
    names = [word for word in words if word not in years]
    if years:
        found = found.filter(birth_date__year=int(years[0]))
    if not names:
        return found if years else found.none()
    of_somebody = [names, *([f"{letter}:{word}" for word in names] for letter in "fmg")]
    condition = Q()
    for group in of_somebody:
        condition |= Q(search_words__contains=group)
    return found.filter(condition)


def apply(found: QuerySet[Child], filters: Filters, *, on: date) -> QuerySet[Child]:
    """Narrow a list."""
    if filters.unit_id:
        found = found.filter(lives_in__in=_with_absorbed(filters.unit_id))
    if filters.hamlet:
        found = found.filter(hamlet=filters.hamlet)
    if filters.state:
        found = found.filter(identifier_state=filters.state)
    if filters.group:
        found = found.filter(_in_circumstance(on, kind=CircumstanceKind.SPECIAL, group=filters.group))
    if filters.age_to is not None:
        found = found.filter(birth_date__gt=_years_before(on, filters.age_to + 1))
    if filters.age_from is not None:
        found = found.filter(birth_date__lte=_years_before(on, filters.age_from))
    if filters.view:
        found = found.filter(_VIEWS[filters.view](on))
    return found


def counts(found: QuerySet[Child], *, on: date) -> dict[str, int]:
    """How many children ("total"), how many with a verified number ("verified"), and how many each quick view holds.

    What the child's own columns tell is counted in one pass. The kinds of risk are counted one after the other: "this or that" PostgreSQL
    asks of a million children one by one, each of the two it joins.
    """
    filters = {"total": Q(), "verified": Q(identifier_state=IdentifierState.VERIFIED)}
    filters |= {name: _VIEWS[name](on) for name in ("no_number", "turning_16")}
    told: dict[str, int] = found.order_by().aggregate(**{name: Count("id", filter=one) for name, one in filters.items()})
    told["special"] = found.filter(_VIEWS["special"](on)).count()
    poor = found.filter(_of_poor_household(on))
    told["risk"] = found.filter(_in_circumstance(on, kind=CircumstanceKind.RISK)).count()
    told["risk"] += poor.filter(~_in_circumstance(on, kind=CircumstanceKind.RISK)).count()
    return told


def page_after(found: QuerySet[Child], *, after: str = "", before: str = "", size: int = 20) -> Page:
    """One page by key, as fast at the end of the list as at its beginning. Keys are children's codes."""
    back = bool(before)
    key = _key(before or after)
    if key:
        sort_key, pk = key
        if back:
            found = found.filter(sort_key__lte=sort_key).filter(Q(sort_key__lt=sort_key) | Q(id__lt=pk))
        else:
            found = found.filter(sort_key__gte=sort_key).filter(Q(sort_key__gt=sort_key) | Q(id__gt=pk))
    if back:
        found = found.order_by("-sort_key", "-id")
    rows = list(found.select_related("lives_in")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
    has_before, has_after = (more, True) if back else (bool(key), more)
    return Page(
        rows=list(rows), before=rows[0].code if rows and has_before else "", after=rows[-1].code if rows and has_after else ""
    )  # fmt: skip


def hamlets(actor: Actor, *, unit_id: int | None, on: date) -> list[str]:
    """Names of hamlets in use, for a filter."""
    found = children(actor, on=on).exclude(hamlet="")
    if unit_id:
        found = found.filter(lives_in__in=_with_absorbed(unit_id))
    return sorted(found.order_by().values_list("hamlet", flat=True).distinct()[:300], key=_natural)


def spellings_of_hamlets(unit_id: int) -> list[str]:
    """The hamlets of a commune as its children have them, the most usual spelling first."""
    found = Child.objects.filter(lives_in=unit_id, closed_on__isnull=True).exclude(hamlet="").order_by()
    counted = found.values_list("hamlet").annotate(n=Count("id"))
    return [hamlet for hamlet, _ in sorted(counted, key=lambda one: (-one[1], one[0]))]


def number_holders(numbers: Iterable[str]) -> dict[str, Child]:
    """Who holds each personal number now, wherever they live: a number is unique in the nation."""
    open_ones = Identifier.objects.filter(value__in=among([*numbers, ""]), valid__upper_inf=True).exclude(state=IdentifierState.CANCELLED)
    held = dict(open_ones.order_by("id").values_list("value", "child_id"))
    children = {child.pk: child for child in objects(Child.objects.filter(pk__in=among([0, *held.values()])))}
    return {number: children[pk] for number, pk in held.items()}


def possible_doubles(actor: Actor, *, full_name: str, birth: Birth | None, number: str, on: date) -> list[Child]:
    """Children who may be the one somebody is about to enter: same number, same name, or same birth date with a like name."""
    found = children(actor, on=on)
    condition = Q(name_key=vietnamese.fold(full_name))
    if number:
        condition |= Q(Exists(Identifier.objects.filter(child=OuterRef("pk"), value=number)))
    if birth:
        words = vietnamese.fold(full_name).split()
        condition |= Q(birth_date=birth.day, search_words__contains=words[-1:]) if words else Q(birth_date=birth.day)
    return list(found.filter(condition).select_related("lives_in")[:10])


def _with_absorbed(unit_id: int) -> frozenset[int]:
    """A unit and what had gone wholly into it, as far as children are still recorded there."""
    return frozenset({unit_id}) | _behind(institutions.absorbed_by(unit_id))


def _behind(units: Iterable[int]) -> frozenset[int]:
    """Those of some ended units whose children have not been brought along yet (operations.homes): few, and soon none."""
    wanted = sorted(units)
    if not wanted:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT unit FROM unnest(%s::bigint[]) AS unit WHERE EXISTS (SELECT 1 FROM register_child WHERE lives_in_id = unit)", [wanted]
        )
        return frozenset(unit for (unit,) in cursor.fetchall())


def _in_circumstance(on: date, **narrowed: object) -> Exists:
    return Exists(Circumstance.objects.filter(child=OuterRef("pk"), valid__contains=on, **narrowed))


def _at_risk(on: date) -> Q:
    """A risk circumstance, or a poor or near-poor household (Mẫu 03, part III row 1)."""
    return Q(_in_circumstance(on, kind=CircumstanceKind.RISK)) | Q(_of_poor_household(on))


def _of_poor_household(on: date) -> Exists:
    return Exists(HouseholdStanding.objects.filter(household=OuterRef("household"), valid__contains=on))


def _turning_16(on: date) -> Q:
    end = on + TURNING_16_WITHIN
    return Q(birth_date__gt=rules.born_after_to_be_child(on), birth_date__lte=_years_before(end, rules.CHILD_UNTIL))


_VIEWS = {
    "special": lambda on: Q(_in_circumstance(on, kind=CircumstanceKind.SPECIAL)),
    "risk": _at_risk,
    "no_number": lambda on: Q(identifier_state__in=[IdentifierState.NONE, IdentifierState.PENDING]),
    "turning_16": _turning_16,
}


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def _key(code: str) -> tuple[str, int] | None:
    if not code:
        return None
    return Child.objects.filter(code=code).values_list("sort_key", "id").first()


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, vietnamese.sort_key(part)) for part in re.split(r"(\d+)", name)]
