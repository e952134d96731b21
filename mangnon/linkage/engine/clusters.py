"""Groups of records of one person: pairs join groups, strongest first, unless the groups hold somebody who is clearly another (twins)."""

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.engine.columns import Rows
from mangnon.linkage.engine.linking import Pairs
from mangnon.linkage.engine.model import Model
from mangnon.linkage.engine.verdicts import Verdicts, careful

AGAINST = 0.02  # a compared pair below this probability keeps its two groups apart


def decide(pairs: Pairs, probabilities: NDArray[np.float64], model: Model) -> Verdicts:
    """Every pair above the threshold is a link, the next ones are for review."""
    shown = np.flatnonzero(probabilities >= min(model.review, model.link))
    order = np.lexsort((pairs.right[shown], pairs.left[shown]))
    shown = shown[order]
    return Verdicts(shown, (probabilities[shown] >= model.link) & ~careful(pairs.levels[shown], model))


def group(pairs: Pairs, probabilities: NDArray[np.float64], verdicts: Verdicts, *, records: int, model: Model) -> Rows:
    """For every record the first record of its group."""
    against: dict[int, set[int]] = {}
    for at in np.flatnonzero(probabilities < AGAINST).tolist():
        a, b = int(pairs.left[at]), int(pairs.right[at])
        against.setdefault(a, set()).add(b)
        against.setdefault(b, set()).add(a)
    linked = verdicts.pairs[verdicts.links]
    linked = linked[np.argsort(-probabilities[linked], kind="stable")]
    home = np.arange(records)
    members: dict[int, list[int]] = {}
    for a, b in zip(pairs.left[linked].tolist(), pairs.right[linked].tolist(), strict=True):
        one, two = int(home[a]), int(home[b])
        if one == two:
            continue
        mine, theirs = members.get(one, [one]), members.get(two, [two])
        if _apart(mine, theirs, against):
            continue
        first, joined = min(one, two), mine + theirs
        home[joined] = first
        members[first] = joined
    return home


def _apart(mine: list[int], theirs: list[int], against: dict[int, set[int]]) -> bool:
    """More pairs speak against than the two groups can explain as slips: a third of all pairs between them."""
    wrong = sum(len(against.get(a, set()).intersection(theirs)) for a in mine)
    return wrong * 3 > len(mine) * len(theirs)
