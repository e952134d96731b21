"""The agency a plan names to carry it as a whole: it gathers the reports, and leads what all share."""

import re
from collections import Counter
from collections.abc import Sequence

from mangnon.lib.vietnamese import fold
from mangnon.plans.records import Clause, DraftTask

_GATHERS = re.compile(r"tong hop|theo doi, don doc|to chuc thuc hien .*ke hoach nay")


def focal(tasks: Sequence[DraftTask], clauses: Sequence[Clause]) -> str:
    """The lead of the last single duty that gathers results ("Giao X chủ trì … tổng hợp … báo cáo"); else who leads most; else ""."""
    text = {clause.id: fold(clause.words) for clause in clauses}
    single = [task for task in tasks if task.lead and not task.shared]
    gathering = Counter(task.lead for task in single if _GATHERS.search(text.get(task.clause, "")) and "bao cao" in text[task.clause])
    leading = Counter(task.lead for task in single)
    for count in (gathering, leading):
        if count:
            best = max(count.values())
            return next(lead for lead in leading if count.get(lead) == best)
    return ""
