"""Reading the register. Whoever asks about people is asked who they are; only the bulk readings of the machine are not."""

from mangnon.register.queries.bulk import linkage_rows, linkage_rows_now, snapshot
from mangnon.register.queries.facts_of import by_codes, by_ids, closed_alike, known_identities, named_in, newest_facts
from mangnon.register.queries.following import changed, outlines, position
from mangnon.register.queries.life import hand_overs_waiting, life
from mangnon.register.queries.lists import (
    apply,
    children,
    counts,
    hamlets,
    number_holders,
    page_after,
    possible_doubles,
    search,
    spellings_of_hamlets,
    under_sixteen,
)
from mangnon.register.queries.record import NoSuchChild, child, facts, facts_for_list, identifier_of, list_rows

__all__ = [
    "NoSuchChild",
    "apply",
    "by_codes",
    "by_ids",
    "changed",
    "child",
    "children",
    "closed_alike",
    "counts",
    "facts",
    "facts_for_list",
    "hamlets",
    "hand_overs_waiting",
    "identifier_of",
    "known_identities",
    "life",
    "linkage_rows",
    "linkage_rows_now",
    "list_rows",
    "named_in",
    "newest_facts",
    "number_holders",
    "outlines",
    "page_after",
    "position",
    "possible_doubles",
    "search",
    "snapshot",
    "spellings_of_hamlets",
    "under_sixteen",
]
