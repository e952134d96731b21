"""Reading linkage. Whoever asks about people is asked who they are."""

from mangnon.linkage.queries.likely import likely
from mangnon.linkage.queries.lists import counts, latest_extract, latest_run, pairs_waiting, unmatched, waiting_count
from mangnon.linkage.queries.pairs import NoSuchPair, pair, standing_of
from mangnon.linkage.queries.reviewed import reviewed
from mangnon.linkage.queries.same import refresh as refresh_index
from mangnon.linkage.queries.same import same_children

__all__ = [
    "NoSuchPair",
    "counts",
    "latest_extract",
    "latest_run",
    "likely",
    "pair",
    "pairs_waiting",
    "refresh_index",
    "reviewed",
    "same_children",
    "standing_of",
    "unmatched",
    "waiting_count",
]
