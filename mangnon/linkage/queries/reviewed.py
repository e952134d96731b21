"""What people decided of pairs the engine was unsure of: the material of calibration. No names leave."""

import numpy as np
from numpy.typing import NDArray

from mangnon.linkage.models import Decision
from mangnon.linkage.vocabulary import Verdict


def reviewed(*, at_least: float, below: float) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Probabilities and whether people said "the same child", of standing decisions by people, in the order they were made.

    Only probabilities from `at_least` up to `below`: pairs above are shown to people for a special doubt and would teach that sure
    pairs are often wrong.
    """
    found = Decision.objects.filter(
        revoked_at__isnull=True, automatic=False, verdict__in=[Verdict.LINK, Verdict.NOT], probability__gte=at_least, probability__lt=below
    )
    rows = list(found.order_by("id").values_list("probability", "verdict"))
    return np.array([p for p, _ in rows], np.float64), np.array([verdict == Verdict.LINK for _, verdict in rows], np.bool_)
