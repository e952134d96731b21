"""Where what was recorded under an old unit is now, and everything a unit answers for."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

from mangnon.institutions.models import Institution
from mangnon.institutions.queries.succession import city_graph
from mangnon.institutions.rules.succession import follow
from mangnon.institutions.vocabulary import Share

_ABSORBED = """
ARRAY(
  WITH RECURSIVE old(id) AS (
    SELECT link.source_id FROM institutions_succession AS link
     WHERE link.target_id = {column} AND link.share_population = 'whole' AND link.function = '' AND link.source_id <> link.target_id
    UNION
    SELECT link.source_id FROM institutions_succession AS link JOIN old ON link.target_id = old.id
     WHERE link.share_population = 'whole' AND link.function = '' AND link.source_id <> link.target_id
  ) SELECT id FROM old
)
"""


def absorbed(column: str) -> RawSQL:
    """For a query: the keys of every unit that went wholly into the one in `column` ("accounts_position.territory_id")."""
    return RawSQL(_ABSORBED.format(column=column), (), output_field=ArrayField(BigIntegerField()))


def absorbed_by(unit_id: int) -> frozenset[int]:
    """Every unit that went wholly into this one, through as many changes as there were."""
    found = Institution.objects.filter(pk=unit_id).annotate(old=absorbed("institutions_institution.id")).values_list("old", flat=True)
    return frozenset(key for keys in found for key in keys)


def now_of(unit_ids: Iterable[int], *, on: date) -> dict[int, int]:
    """Where the people of each unit are on a day: itself, or the one unit that has taken everybody; split ones are left out."""
    where = whereabouts(on=on)
    return {key: now for key in set(unit_ids) if (now := where(key)) is not None}


def whereabouts(*, on: date) -> Callable[[int], int | None]:
    """`now_of` for one unit after the other: reads the city's units once, then answers from memory, each unit once."""
    graph = city_graph()

    @cache
    def now(key: int) -> int | None:
        unit = graph.units.get(key)
        landings = follow(graph, unit, on=on) if unit else ()
        return landings[0].unit.id if len(landings) == 1 and landings[0].share == Share.WHOLE else None

    return now
