"""Số trẻ em có trong sổ, còn sống, chưa tròn 16 tuổi vào ngày chốt số liệu, đếm theo nơi ở hiện tại."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.POPULATION, 10
TITLE = "Trẻ em dưới 16 tuổi"
MEASURE = Measure.CHILDREN
CITATION = "Luật Trẻ em số 102/2016/QH13, Điều 1"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16)
