"""Reading units and agencies: what exists on a day, what a name means, who holds a duty, what came before and after."""

from mangnon.institutions.queries.map import adjacency, tiles
from mangnon.institutions.queries.succession import (
    choices,
    decisions,
    history,
    holder,
    holders,
    open_splits,
    predecessors,
    resolve,
    resolver,
    successors,
)
from mangnon.institutions.queries.units import (
    agency_named,
    as_ref,
    as_refs,
    by_code,
    by_id,
    children_of,
    city,
    communes,
    existing,
    is_loaded,
    reporting_institutions,
)

__all__ = [
    "adjacency",
    "agency_named",
    "as_ref",
    "as_refs",
    "by_code",
    "by_id",
    "children_of",
    "choices",
    "city",
    "communes",
    "decisions",
    "existing",
    "history",
    "holder",
    "holders",
    "is_loaded",
    "open_splits",
    "predecessors",
    "reporting_institutions",
    "resolve",
    "resolver",
    "successors",
    "tiles",
]
