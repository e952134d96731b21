"""Số trẻ em dưới 16 tuổi sống trong hộ được công nhận là hộ cận nghèo vào ngày chốt số liệu."""

import numpy as np
from numpy.typing import NDArray

from mangnon.indicators import rules
from mangnon.indicators.vocabulary import Chapter, Measure
from mangnon.register.records import Snapshot

CHAPTER, ORDER = Chapter.POVERTY, 20
TITLE = "Trẻ em thuộc hộ cận nghèo"
MEASURE = Measure.CHILDREN
CITATION = "biểu Thống kê số liệu trẻ em (Mẫu 03), mục III.1"
VERSION = 1


def numerator(snapshot: Snapshot) -> NDArray[np.bool_]:
    return rules.under(snapshot, 16) & (snapshot.poverty == 2)
